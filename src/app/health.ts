/** Whether the bot works as a whole: it is up, its database answers, and so does each platform. */

import { toMessage } from "../domain/errors.ts";
import type { Health, Platform } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";

export async function checkHealth(
  isUp: boolean,
  store: Pick<Store, "check">,
  platforms: Iterable<Platform>,
): Promise<Health> {
  const reasons = isUp ? [] : ["The bot is starting or stopping."];
  const trouble = await store.check().catch(toMessage);
  if (trouble !== null) reasons.push(`Database: ${trouble}`);
  for (const platform of platforms) {
    const reason = platform.health();
    if (reason !== null) reasons.push(`${platform.name}: ${reason}`);
  }
  return { ok: reasons.length === 0, reasons };
}
