/** Languages of which only a few facts are known: whoever knows one may make it a room. */

import type { Language } from "./language.ts";
import { createLanguage, type Room } from "./shared/create-language.ts";

const ROOMS: readonly Room[] = [
  { tag: "bg", marks: { hasLowOpeners: true } },
  { tag: "et", hasOrdinalPoints: true },
  { tag: "hr", hasOrdinalPoints: true, marks: { hasInwardChevrons: true, hasLowOpeners: true } },
  { tag: "hu", hasOrdinalPoints: true, marks: { hasLowOpeners: true } },
  { tag: "is" },
  { tag: "ro", marks: { hasLowOpeners: true } },
  { tag: "sk", hasOrdinalPoints: true, marks: { hasLowOpeners: true } },
  { tag: "sl", marks: { hasInwardChevrons: true, hasLowOpeners: true } },
  { tag: "sr", hasOrdinalPoints: true },
];

export const KNOWN_A_LITTLE: readonly Language[] = ROOMS.map(createLanguage);
