/** A made-up platform, and a delivery on it: it takes whatever is sent unless a test says otherwise, and nothing else. */

import type { DeliveryDependencies } from "../../src/delivery/deliver.ts";
import { type Platform, SILENT_LOG } from "../../src/domain/platform.ts";
import type { Store } from "../../src/domain/store.ts";

export function buildPlatform(part: Partial<Platform> = {}): Platform {
  return {
    name: "telegram",
    start: async () => {},
    stop: async () => {},
    health: () => null,
    say: async () => ({ outcome: "refused", reason: "not here" }),
    edit: async () => ({ outcome: "refused", reason: "not here" }),
    linkTo: () => null,
    fitsDigest: () => true,
    send: async (_destination, _post, id) => ({ outcome: "sent", messageId: String(id) }),
    ...part,
  };
}

/** What delivers to the platform alone, at the time the clock shows. */
export function buildDelivering(
  { store, platform, clock }: { readonly store: Store; readonly platform: Platform; readonly clock: () => Date },
  part: Partial<DeliveryDependencies> = {},
): DeliveryDependencies {
  return {
    store,
    platforms: new Map([[platform.name, platform]]),
    language: "en",
    inDoubt: { web: "repeat", discord: "repeat", telegram: "resend" },
    owner: "me",
    clock,
    log: SILENT_LOG,
    ...part,
  };
}
