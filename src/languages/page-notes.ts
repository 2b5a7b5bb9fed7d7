/** Notes of a page on itself: corrections, later news, a retraction, the label that says that nothing of it is news. */

import { listNotes } from "./index.ts";
import { type Finder, toGroupedFinder, toWordPattern } from "./shared/word-pattern.ts";

/** An update tells what came later; a joke is satire or fiction, a label says so above the text, or that it was paid for. */
export type NoteKind = "correction" | "update" | "retraction" | "joke" | "label";

/** A longer paragraph tells more than a note does. */
const LENGTH_MAX = 700;
const MARKS_BEFORE = /^[\s*•·●▪■►()[\]–—-]{1,6}/u;

/** As the patterns are written: in lower case, with straight apostrophes, without the mark or bracket that opens it. */
const plain = (paragraph: string): string =>
  paragraph.replaceAll("’", "'").replace(/\s/gu, " ").replace(MARKS_BEFORE, "").toLowerCase();

const toKind = (kind: NoteKind, patterns: readonly string[]): { readonly kind: NoteKind; readonly finder: Finder } => ({
  kind,
  finder: toGroupedFinder(patterns),
});
/** The surest first: a note that takes back everything may call itself an update. */
const KINDS = [
  toKind(
    "retraction",
    listNotes(({ retractions }) => retractions),
  ),
  toKind(
    "joke",
    listNotes(({ jokes }) => jokes),
  ),
  toKind(
    "label",
    listNotes(({ labels }) => labels),
  ),
  toKind(
    "correction",
    listNotes(({ corrections }) => corrections),
  ),
  toKind(
    "update",
    listNotes(({ updates }) => updates),
  ),
];
const REVERSAL = toWordPattern(listNotes(({ reversals }) => reversals));

/** What kind of note a paragraph is, in whatever language; null for the article's own text. */
export function findNoteKind(paragraph: string): NoteKind | null {
  if (paragraph.length > LENGTH_MAX) return null;
  const text = plain(paragraph);
  return KINDS.find(({ finder }) => finder.test(text))?.kind ?? null;
}

/** Whether an update says that something is not, or no longer, so. */
export const takesBack = (paragraph: string): boolean => REVERSAL.test(plain(paragraph));

const TITLE = toGroupedFinder(listNotes(({ titles }) => titles));

/** Whether the headline says that nothing below it is told by the outlet as news. */
export const isNoNewsTitle = (title: string): boolean => TITLE.test(plain(title.trim()));
