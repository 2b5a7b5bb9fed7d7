/** Takes off what only adds to a sentence that is not shown: "The council also voted". */

import type { Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { stemWord } from "../../languages/shared/words.ts";
import type { Edit } from "./trim.ts";

/** So far into its sentence the word adds to another one, and not to the sentence's own first half. */
const BEFORE = /^[^,;:–—"“”«»()]{3,70}$/u;
const WORDS = /[\p{L}’'-]+/gu;

/** Whether the sentence itself has the half that is added to: "The council voted and also …", "who also". */
function isAddedInside(before: string, language: string): boolean {
  const { connectives, cuts, outside } = findLanguage(language).asides;
  // "If the mayor also resigns": the condition is both.
  if (cuts === null || cuts.negation.test(before) || outside.conditions.test(before)) return true;
  const words = before.toLowerCase().match(WORDS) ?? [];
  return words.some((word) => connectives.includes(word) || cuts.relatives.has(word));
}

/** Takes off "also" behind the subject, or ", too" at the end; null where there is none, or an earlier sentence `shown` does the same. */
export function findAdditiveEdit(text: string, span: Span, language: string, shown: string): Edit | null {
  const { additive } = findLanguage(language).asides;
  const sentence = text.slice(span.start, span.end);
  const match = additive.exec(sentence);
  if (match === null) return null;
  const before = sentence.slice(0, match.index);
  const behind = sentence.slice(match.index + match[0].length);
  const isLast = match.groups?.["last"] !== undefined;
  if (isLast ? /["“”«»]/.test(sentence) : !BEFORE.test(before)) return null;
  if (isAddedInside(before, language)) return null;
  const deed = isLast ? "" : (behind.match(WORDS)?.[0] ?? "");
  const stem = stemWord(deed, language);
  const isDoneBefore = deed !== "" && (shown.match(WORDS) ?? []).some((word) => stemWord(word, language) === stem);
  if (isDoneBefore) return null;
  return {
    kind: "connective",
    start: span.start + match.index,
    end: span.start + match.index + match[0].length,
    text: "",
  };
}
