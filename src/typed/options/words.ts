/** Words to search by: marks around a phrase stay, for they mean something, and so does where they are to be looked for. */

import type { OptionDraft } from "../../domain/option.ts";
import { countText } from "./count-parts.ts";
import { type TextSettings, text } from "./text.ts";

/** `words:"port strike" in:title`: what follows a phrase in marks is a part of it. */
const PLACE = /^in:[a-z]+[,،]?$/i;

export const words = (settings: TextSettings = {}): OptionDraft<string> => ({
  ...text(settings),
  isQuery: true,
  countParts(parts, mayEnd) {
    let count = countText(parts, mayEnd);
    while (PLACE.test(parts[count] ?? "")) count += 1;
    return count;
  },
});
