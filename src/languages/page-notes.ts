/** Notes of a page on itself: corrections, later news, a retraction, the label that says that nothing of it is news. */

import { remember } from "../domain/bounded-map.ts";
import { listNotes } from "./index.ts";
import { anyOf, type Finder, oneOf, toGroupedFinder, toWordPattern } from "./shared/word-pattern.ts";

/** An update tells what came later; a joke is satire or fiction, a label says so above the text, or that it was paid for, as a sentence does. */
export type NoteKind = "correction" | "update" | "retraction" | "joke" | "paid" | "label";

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
    "paid",
    listNotes(({ paid }) => paid),
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

/** A page and its brief ask four times of each paragraph, which is told from hundreds of phrases; so many are kept. */
const PARAGRAPHS_MAX = 300;

const kindOf = remember(PARAGRAPHS_MAX, (paragraph: string): NoteKind | null => {
  const text = plain(paragraph);
  return KINDS.find(({ finder }) => finder.test(text))?.kind ?? null;
});

/** What kind of note a paragraph is, in whatever language; null for the article's own text. */
export const findNoteKind = (paragraph: string): NoteKind | null =>
  paragraph.length > LENGTH_MAX ? null : kindOf(paragraph);

/** Whether an update says that something is not, or no longer, so. */
export const takesBack = (paragraph: string): boolean => REVERSAL.test(plain(paragraph));

const SLIP = toGroupedFinder(listNotes(({ slips }) => slips));

/** Whether a correction is of a name, an age, a day: the news is as it was. */
export const isSlip = (paragraph: string): boolean => SLIP.test(plain(paragraph));

const TOPIC = new RegExp(anyOf(listNotes(({ topics }) => topics)), "giu");

/** A correction without what the article was about that it corrects: "an article [about the ferry] misstated its age". */
export const withoutTopic = (paragraph: string): string => paragraph.replaceAll(TOPIC, " ");

const LATER = toGroupedFinder(listNotes(({ laterNews }) => laterNews));

/** Whether an update tells what came later, and not what was done to the page. */
export const isLaterNews = (paragraph: string): boolean =>
  paragraph.length <= LENGTH_MAX && LATER.test(plain(paragraph));

const ARCHIVES = listNotes(({ archives }) => archives).map((pattern) => new RegExp(pattern, "u"));
const LAST_YEAR = /(\d{4})\D*$/u;

/** The year in which a text appeared first that is shown again, as a note says; null for any other paragraph. */
export function readFirstYear(paragraph: string): number | null {
  if (paragraph.length > LENGTH_MAX) return null;
  const text = plain(paragraph);
  for (const pattern of ARCHIVES) {
    const year = LAST_YEAR.exec(pattern.exec(text)?.[0] ?? "")?.[1];
    if (year !== undefined) return Number(year);
  }
  return null;
}

const TITLE = toGroupedFinder(listNotes(({ titles }) => titles));

/** Whether the headline says that nothing below it is told by the outlet as news. */
export const isNoNewsTitle = (title: string): boolean => TITLE.test(plain(title.trim()));

const LIVE = toGroupedFinder(listNotes(({ lives }) => lives));

/** Whether the headline says that the page is written on while things happen. */
export const isLiveTitle = (title: string): boolean => LIVE.test(plain(title.trim()));

/** A longer line heads nothing. */
const HEAD_LENGTH_MAX = 60;
const COMMENTS = toGroupedFinder(listNotes(({ comments }) => comments));
const SUMMARIES = toGroupedFinder(listNotes(({ summaries }) => summaries));
const MACHINES = toGroupedFinder(listNotes(({ machines }) => machines));
const INSERTS = toGroupedFinder(listNotes(({ adverts, pointers }) => [...adverts, ...pointers]));
const WRITERS = toGroupedFinder(listNotes(({ writers }) => writers));

export const isCommentsHead = (line: string): boolean => line.length <= HEAD_LENGTH_MAX && COMMENTS.test(plain(line));
export const isSummaryHead = (line: string): boolean => line.length <= HEAD_LENGTH_MAX && SUMMARIES.test(plain(line));

/** "This summary was written by AI." */
export const isMachineNote = (line: string): boolean => line.length <= LENGTH_MAX && MACHINES.test(plain(line));

/** "Sponsored: Doctors have found …", "Coming up: …": what a page puts between its paragraphs; at its foot who wrote it, too. */
export const isInsert = (line: string, isAtFoot: boolean): boolean =>
  line.length <= LENGTH_MAX && (INSERTS.test(plain(line)) || (isAtFoot && WRITERS.test(plain(line))));

const VERBS = oneOf(listNotes(({ commentVerbs }) => commentVerbs));
const NAMED = new RegExp(
  `^\\p{Lu}[\\p{L}\\p{N}_.’'-]{0,29}(?: [\\p{L}\\p{N}_.’'-]{1,20}){0,3}(?:, \\p{Lu}[\\p{L} -]{1,20})?(?: ${VERBS})?: \\S`,
  "u",
);
/** "harbor_fan says: …", "Jersey99: …": a name with a digit or a stroke in it. */
const ACCOUNT = new RegExp(`^@?(?=[\\p{L}_.-]{0,28}[\\p{N}_])[\\p{L}\\p{N}_.-]{4,30} ${VERBS}: \\S`, "u");

/** Whether a paragraph opens with who wrote it and a colon: the account of a reader, or any name; null when it does not. */
export function opensLikeComment(paragraph: string): "account" | "name" | null {
  if (ACCOUNT.test(paragraph)) return "account";
  return NAMED.test(paragraph) ? "name" : null;
}
