/** Tells a text of the archive: its days are those of long ago, whatever day the page is of. */

import type { DateWords } from "../../languages/language.ts";
import { readFirstYear } from "../../languages/page-notes.ts";
import { BEGIN, END, oneOf } from "./day-words.ts";

/** Where a note on an earlier publication stands, from either end. */
const NOTE_REACH = 400;
const NOTE_GAP_MAX = 60;

/** "heute vor * Jahren": a number, in letters or digits. */
const phrases = (words: readonly string[]): string => oneOf(words).replaceAll("\\p{Ll}{2,}", "[\\p{L}\\p{N}]+");

export type ArchiveTest = (headline: string, text: string, publishedAt: Date) => boolean;

export function createArchiveTest({ told }: DateWords): ArchiveTest {
  const { archives, anniversaries, reprints } = told.story;
  const label = new RegExp(`(?:^|[|:–—-]\\s)${phrases(archives)}(?=\\s*[:,|–—-]|\\s*$|\\s+\\d)`, "iu");
  const anniversary = new RegExp(`${BEGIN}${phrases(anniversaries)}${END}`, "iu");
  const reprint = new RegExp(
    `${BEGIN}${phrases(reprints)}${END}[^.\\n]{0,${NOTE_GAP_MAX}}?(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)`,
    "giu",
  );
  return (headline, text, publishedAt) => {
    if (label.test(headline) || anniversary.test(headline)) return true;
    const ends = `${text.slice(0, NOTE_REACH)}\n${text.slice(-NOTE_REACH)}`;
    const years = [...ends.matchAll(reprint)].map(([, year]) => Number(year));
    const noted = text.split("\n").map((line) => readFirstYear(line) ?? Number.POSITIVE_INFINITY);
    return [...years, ...noted].some((year) => year < publishedAt.getUTCFullYear());
  };
}
