/** Whether the bot works as a whole: it is up, its database answers, and so does each platform it is in charge of. */

import { toMessage } from "../../domain/errors.ts";
import type { Health, Platform } from "../../domain/platform.ts";
import type { Store } from "../../domain/store.ts";

export async function checkHealth(
  isUp: boolean,
  store: Pick<Store, "check">,
  platforms: Iterable<Platform>,
): Promise<Health> {
  const reasons = isUp ? [] : ["The bot is starting or stopping."];
  const trouble = await store.check().catch(toMessage);
  if (trouble !== null) reasons.push(`Database: ${trouble}`);
  const standingBy: string[] = [];
  for (const platform of platforms) {
    if (platform.isStandingBy?.() === true) standingBy.push(platform.name);
    const reason = platform.health();
    if (reason !== null) reasons.push(`${platform.name}: ${reason}`);
  }
  return { ok: reasons.length === 0, reasons, ...(standingBy.length === 0 ? {} : { standingBy }) };
}
