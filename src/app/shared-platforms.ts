/** The platforms of one process among several: each with the side it does, tokens used by one of them at a time. */

import type { Platform } from "../domain/platform.ts";
import type { PlatformName } from "../domain/subscription.ts";
import { createPlatform, type PlatformDependencies, type PlatformSettings } from "../platforms/index.ts";
import { createOwnedPlatform, type OwnedPlatform } from "./owned-platform.ts";
import { type Role, toDuty, toTokenKey } from "./process-roles.ts";

export interface SharedPlatforms {
  readonly all: ReadonlyMap<PlatformName, Platform>;
  /** Those with a token. */
  readonly owned: readonly OwnedPlatform[];
}

export async function createSharedPlatforms(
  settings: PlatformSettings & { readonly roles: ReadonlySet<Role> },
  dependencies: PlatformDependencies,
): Promise<SharedPlatforms> {
  const { roles } = settings;
  const all = new Map<PlatformName, Platform>();
  const owned: OwnedPlatform[] = [];

  const duty = toDuty(roles, "web");
  // What no page of any process would show is not taken.
  if (duty.answers || (duty.sends && dependencies.shared !== undefined)) {
    const web = await createPlatform("web", settings, { ...dependencies, duty });
    if (web !== null) all.set("web", { ...web, isSending: () => duty.sends });
  }
  const tokens = { discord: settings.discordToken, telegram: settings.telegramToken };
  for (const name of ["discord", "telegram"] as const) {
    const [token, wished] = [tokens[name], toDuty(roles, name)];
    if (token === null || !(wished.answers || wished.sends)) continue;
    const platform = await createOwnedPlatform({
      key: toTokenKey(token),
      wished,
      log: dependencies.log,
      async create(side) {
        const created = await createPlatform(name, settings, { ...dependencies, duty: side });
        if (created === null) throw new Error(`Broken rule: ${name} has a token and is left out.`);
        return created;
      },
    });
    owned.push(platform);
    all.set(name, platform);
  }
  return { all, owned };
}
