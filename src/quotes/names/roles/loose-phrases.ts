/** Roles right before a name where nouns have adjectives behind them: « la ministre des Ports [Claire Delvaux] ». */

import { classAt, classSet } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { isRoleHead } from "./role-groups.ts";
import type { RolePhrase } from "./role-phrases.ts";

const MODIFIERS = classSet("plain", "capital", "role", "title", "document", "number");
const WORDS_BEFORE_MAX = 10;
const OFFICE_WORDS_MAX = 6;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const isUpperAt = (read: ReadText, index: number): boolean => read.items[index]?.isUpper === true;

/** Where nouns have adjectives behind them, the head is among the last words and a small word opens the phrase. */
export function looseBefore(read: ReadText, first: number): RolePhrase | null {
  let from = first;
  let head = -1;
  for (let index = first - 1; index >= 0 && first - index <= WORDS_BEFORE_MAX; index--) {
    if (!MODIFIERS.has(classAt(read.items, index))) break;
    const isPlain = classAt(read.items, index) === "plain";
    if (isPlain && read.speech.officeWord?.test(wordAt(read, index)) === false && !isRoleHead(read, index)) break;
    if (isRoleHead(read, index)) head = index;
    from = index;
  }
  if (head < 0) return null;
  return head - from <= 1
    ? { first: from, last: first - 1, heads: [head] }
    : { first: head, last: first - 1, heads: [head] };
}

/** «l'[ex] ministro», « l'[ancien] maire »: without it, the office would be held. */
function limitsStart({ items, speech }: ReadText, head: number): number {
  let start = head;
  const limits = (word: string): boolean => speech.roleModifiers.has(word) || speech.roleLimits.has(word);
  while (limits(items[start - 1]?.word ?? "")) start--;
  return start;
}

const FIELD = classSet("capital", "determiner", "preposition");

/** « la ministre des Ports [Claire Delvaux] »: an office of something with a capital that is nobody's first name, right before a full name. */
export function officeOf(read: ReadText, first: number): RolePhrase | null {
  const { describingPrepositions } = read.speech;
  if (describingPrepositions.size === 0 || !isFirstName(read, wordAt(read, first)) || !isUpperAt(read, first - 1))
    return null;
  for (let index = first - 1; index > 0 && first - index <= OFFICE_WORDS_MAX; index--) {
    if (!FIELD.has(classAt(read.items, index)) || (isUpperAt(read, index) && isFirstName(read, wordAt(read, index))))
      return null;
    if (describingPrepositions.has(wordAt(read, index)) && isRoleHead(read, index - 1))
      return { first: limitsStart(read, index - 1), last: first - 1, heads: [index - 1] };
  }
  return null;
}
