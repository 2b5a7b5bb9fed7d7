/** Reasons are kept in English; this finds which one a kept reason is, so that it can be said in another language. */

import type { MessageKey } from "../domain/say.ts";
import { ENGLISH } from "./en/index.ts";

export interface FoundReason {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

const isReason = (key: string): key is MessageKey => key.startsWith("reason.");

/** `"{host} cannot be reached."` as a pattern for the whole of a text. */
function toPattern(template: string): RegExp {
  const parts = template.split(/\{([A-Za-z]+)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>.+)` : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  return new RegExp(`^${source.join("")}$`, "s");
}

const REASONS = Object.entries(ENGLISH).flatMap(([key, template]) =>
  isReason(key) && typeof template === "string" ? [{ key, pattern: toPattern(template) }] : [],
);

/** Null for what is none of ours, such as a server's own words. */
export function findReason(text: string): FoundReason | null {
  for (const { key, pattern } of REASONS) {
    const match = pattern.exec(text);
    if (match !== null) return { key, values: { ...match.groups } };
  }
  return null;
}
