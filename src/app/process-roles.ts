/** What one process does of the work; all of it unless it is told otherwise. */

import { createHash } from "node:crypto";
import type { Duty } from "../domain/platform.ts";
import type { PlatformName } from "../domain/subscription.ts";

export const ROLES = ["poll", "read", "deliver", "discord", "telegram", "web"] as const;

export type Role = (typeof ROLES)[number];

/** It answers on the platforms it is told to, and sends on all of them where it delivers. */
export const toDuty = (roles: ReadonlySet<Role>, platform: PlatformName): Duty => ({
  answers: roles.has(platform),
  sends: roles.has("deliver"),
});

/** Stands for a token in the store, which never holds one. */
export const toTokenKey = (token: string): string => createHash("sha256").update(token).digest("hex").slice(0, 16);
