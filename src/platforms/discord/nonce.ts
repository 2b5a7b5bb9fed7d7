/** The key by which Discord knows a message sent again: the same delivery gives the same one, also after a restart. */

import { createHash } from "node:crypto";
import type { DeliveryId } from "../../domain/id.ts";

/** Discord's limit for a nonce. */
const NONCE_LENGTH = 25;

/**
 * The address is part of it because one database may be moved between bots, and ids begin again in a new one. The key of
 * a notice has letters in it, so that it is none of a delivery.
 */
export function toNonce(key: DeliveryId | string, address: string): string {
  const digest = createHash("sha256").update(`pullquote|${address}|${key}`).digest();
  return BigInt(`0x${digest.toString("hex")}`)
    .toString(36)
    .slice(0, NONCE_LENGTH);
}
