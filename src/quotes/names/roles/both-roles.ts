/** Joins the title before a name and what is said of the same person behind it: "Varen Rep., co-chair of the tide board". */

import { classAt, DETERMINING } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import type { RolePhrase } from "./role-phrases.ts";
import type { Role } from "./role-worth.ts";

const BOTH_LENGTH_MAX = 140;
const STEM_LENGTH_MIN = 2;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";

/** "Varen Rep.", "Captain": an office with a capital, which is part of what somebody is called; a prince's is his name. */
function isTitle(read: ReadText, { last, heads }: RolePhrase): boolean {
  const { titles, regnalTitles } = read.speech;
  const word = wordAt(read, last);
  return heads.includes(last) && read.items[last]?.isUpper === true && titles.has(word) && !regnalTitles.has(word);
}

/** "Sen. …, the senior senator from Varen": the same office twice; "Rep. …, a Varen Republican" is two things. */
function repeats(read: ReadText, title: string, phrase: RolePhrase): boolean {
  const stem = title.replace(/\.$/u, "").slice(0, 4);
  if (stem.length < STEM_LENGTH_MIN) return true;
  const own = read.items.slice(phrase.first, phrase.last + 1).map(({ word }) => word);
  return own.some((word) => word.startsWith(stem) && !read.speech.partyWords.has(word));
}

/** Both of two roles of one person, of which the title alone would not say what the other does; null where one is enough. */
export function bothRoles(
  read: ReadText,
  title: { readonly phrase: RolePhrase | null; readonly role: Role | null },
  behind: { readonly phrase: RolePhrase | null; readonly role: Role | null },
): Role | null {
  if (title.phrase === null || title.role === null || behind.phrase === null || behind.role === null) return null;
  if (!read.speech.stacksNouns) return null;
  const isOver = read.speech.roleLimits.has(wordAt(read, title.phrase.first));
  // "former Varen governor Ada Moor, who chairs the board": what she was, and what she does.
  const isJob = behind.phrase.heads.length === 0 && isOver;
  if (!isJob && (!isTitle(read, title.phrase) || behind.phrase.heads.length === 0)) return null;
  // "Rep. Ada Moor, of whom the mayor": only what a phrase begins with says what she is.
  if (classAt(read.items, behind.phrase.first) === "possessive") return null;
  const from = DETERMINING.has(classAt(read.items, behind.phrase.first))
    ? behind.phrase.first + 1
    : behind.phrase.first;
  if (repeats(read, wordAt(read, title.phrase.last), { ...behind.phrase, first: from })) return null;
  const text = `${title.role.text}, ${behind.role.text}`;
  const worth = Math.max(title.role.worth, behind.role.worth);
  return text.length > BOTH_LENGTH_MAX ? null : { text, worth };
}
