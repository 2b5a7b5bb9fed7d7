/** Reads an article out of plain text, which may be a whole page pasted from a browser. */

import type { ExtractedArticle } from "../../domain/article.ts";
import { listSiteLines } from "../../languages/index.ts";
import { findPublishedLabel, findUpdatedLabel } from "../../languages/shared/dates/date-lines.ts";
import { findDate } from "../../languages/shared/dates/dates.ts";
import { oneOf } from "../../languages/shared/word-pattern.ts";
import { cleanLine, joinParagraphs, toComparable } from "../clean.ts";
import { findAgency, readCreditLine } from "../facts/agency.ts";
import { ArticleError } from "../page/tree.ts";
import { hasLead, readByline } from "../site-lines/site-phrases.ts";
import { findLanguage } from "../text-language.ts";
import { hasBullet, hasFullStop, type Line, readLines, wordCountOf } from "./pasted-lines.ts";
import { findTitle, MENU_LINES } from "./pasted-title.ts";

/** A rail's heading with less than this share of the body after it opens the page's foot. */
const FOOT_SHARE = 0.35;
/** Lines from the start among which the byline is looked for. */
const HEAD_LINES = 40;
const BIO_LENGTH_MAX = 300;
/** Words of a line under the title that make it the article's deck. */
const DECK_WORDS_MIN = 8;

/** "Passionate nerd. Web fanatic. Bacon geek.": how people describe themselves in an author box. */
function hasFragments(text: string): boolean {
  const parts = text.split(/[.!,;]+["”»“]?\s*/).filter((part) => /\p{L}/u.test(part));
  const words = parts.reduce((sum, part) => sum + wordCountOf(part), 0);
  return parts.length >= 3 && words / parts.length <= 4 && wordCountOf(text) <= 30;
}

const isWhollyQuoted = (text: string): boolean =>
  (/^["“„«”‟]/u.test(text) && /["”“»]$/u.test(text) && !/["“”„«»]/u.test(text.slice(1, -1))) ||
  (text.startsWith("‘") && text.endsWith("’") && !text.slice(1, -1).includes("‘"));

/** Lines of an author box: a name, often twice, and what the person says of themselves. */
function findAuthorBox(lines: readonly Line[], byline: string | null): ReadonlySet<number> {
  const box = new Set<number>();
  const names = new Set(byline === null ? [] : [toComparable(byline)]);
  const bodies = lines.flatMap((line, index) => (line.kind === "body" ? [index] : []));
  const middle = bodies.length > 4 ? (bodies[Math.floor(bodies.length * 0.6)] ?? 0) : lines.length;
  lines.forEach((line, index) => {
    if (line.kind !== "name") return;
    const next = lines[index + 1];
    const isTwice = next?.kind === "name" && toComparable(next.text) === toComparable(line.text);
    const after = lines[index + (isTwice ? 2 : 1)];
    const isAtEdge = !bodies.some((each) => each < index && !box.has(each)) || index > middle;
    const isSelf =
      after !== undefined &&
      (hasFragments(after.text) ||
        (isAtEdge && (isWhollyQuoted(after.text) ? isTwice || index > middle : isAboutName(after.text, line.text))));
    if (!isTwice && !isSelf) return;
    names.add(toComparable(line.text));
    box.add(index);
    if (isTwice) box.add(index + 1);
    if (isSelf) box.add(index + (isTwice ? 2 : 1));
  });
  lines.forEach((line, index) => {
    if (index > middle && line.kind === "body" && [...names].some((name) => opensWithName(line.text, name)))
      box.add(index);
    if (line.kind === "name" && names.has(toComparable(line.text)) && (index > middle || index < (bodies[0] ?? 0)))
      box.add(index);
  });
  return box;
}

const BIO_WORDS = new RegExp(oneOf(listSiteLines(({ writers }) => writers)), "iu");
const isAboutName = (text: string, name: string): boolean =>
  toComparable(text.slice(0, 200)).startsWith(toComparable(name)) && BIO_WORDS.test(text.slice(0, 300));

/** Below an article, a paragraph that opens with its writer's name is about the writer. */
const opensWithName = (text: string, name: string): boolean =>
  text.length < BIO_LENGTH_MAX && toComparable(text.slice(0, 100)).startsWith(`${toComparable(name)} `);

function firstSentence(text: string): string {
  const sentence = /^.{20,160}?[.!?…。！？؟](?=\s|$|["”»])/u.exec(text)?.[0];
  if (sentence !== undefined) return sentence;
  if (text.length <= 160) return text;
  return `${text.slice(0, 160).replace(/\s+\S*$/, "")}…`;
}

/** Where the page's foot begins: a rail's heading, a name box or a prompt after which little of the body follows. */
function findFoot(lines: readonly Line[], start: number, box: ReadonlySet<number>): number {
  const lengthOf = (line: Line, index: number): number =>
    line.kind === "body" && !box.has(index) ? line.text.length : 0;
  const total = lines.reduce((sum, line, index) => sum + (index >= start ? lengthOf(line, index) : 0), 0);
  let before = 0;
  for (let index = start; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) break;
    if (line.kind === "rail" && before > 0 && total - before < total * FOOT_SHARE) {
      // "Read more" inside the text is followed by the text; a foot is followed by lists.
      const next = lines.slice(index + 1, index + (hasLead(line.text) ? 4 : 7));
      const bodyCount = next.filter((each, at) => each.kind === "body" && !box.has(index + 1 + at)).length;
      if (hasLead(line.text) && bodyCount > 0) continue;
      if (bodyCount <= next.length / 2) return index;
    }
    before += lengthOf(line, index);
  }
  return lines.length;
}

/** Lines of the article between its title and the page's foot. */
function chooseBody(
  lines: readonly Line[],
  start: number,
  end: number,
  box: ReadonlySet<number>,
  title: string,
): readonly string[] {
  let kept: string[] = [];
  let pending: Line[] = [];
  let isInRail = false;
  let hasBody = false;
  const key = toComparable(title);
  for (let index = start; index < end; index++) {
    const line = lines[index];
    if (line === undefined || box.has(index)) continue;
    const comparable = toComparable(line.text);
    if (key !== "" && (comparable === key || (comparable.startsWith(`${key} `) && comparable.length < key.length + 40)))
      continue;
    if (line.kind === "rail") {
      isInRail = true;
      pending = [];
    } else if (line.kind === "body") {
      if (pending.length < MENU_LINES || pending.every((each) => hasBullet(each.text))) {
        for (const each of pending) {
          const isDeck = wordCountOf(each.text) >= DECK_WORDS_MIN;
          if (hasBody || hasBullet(each.text) || (isDeck && pending.length === 1)) kept.push(each.text);
        }
      }
      pending = [];
      isInRail = false;
      hasBody = true;
      kept.push(line.text);
    } else if ((line.kind === "short" || line.kind === "name") && !isInRail) pending.push(line);
  }
  // A pull quote repeats what the text says in its place.
  const spoken = kept.map(toComparable);
  const isRepeated = (number: number): boolean => {
    const own = spoken[number] ?? "";
    return (
      own.length > 12 &&
      isWhollyQuoted(kept[number] ?? "") &&
      spoken.some((each, other) => other !== number && each.length > own.length && each.includes(own))
    );
  };
  kept = kept.filter((_, number) => !isRepeated(number));
  // Short lines at the end belong to the article only as a list of its own.
  if (pending.length > 0 && pending.every((line) => hasBullet(line.text) || hasFullStop(line.text)))
    kept.push(...pending.map((line) => line.text));
  return kept;
}

const isLabeled = (line: string): boolean => findPublishedLabel(line) >= 0 || findUpdatedLabel(line) >= 0;

/** The article's own date: labeled as such, or standing between title and body. The page's clock stands above. */
function findOwnDate(lines: readonly Line[], titleIndex: number, bodyIndex: number): Date | null {
  for (let index = 0; index < Math.min(bodyIndex, lines.length); index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const isBelowTitle = titleIndex >= 0 && index > titleIndex;
    if ((line.kind === "date" || line.kind === "byline") && (isBelowTitle || isLabeled(line.text))) {
      const date = findDate(line.text, { language: null });
      if (date !== null) return date;
    }
  }
  return null;
}

const BYLINE_LABEL = new RegExp(`^${oneOf(listSiteLines(({ bylines }) => bylines))}\\s*:?$`, "iu");

/** "By Ann Lee" on one line, or "By" on one and the name on the next. */
function findBylineText(lines: readonly Line[]): string | null {
  const head = lines.slice(0, HEAD_LINES);
  for (const [index, line] of head.entries()) {
    if (line.kind === "byline") return readByline(line.text);
    const next = lines[index + 1];
    if (next?.kind === "name" && BYLINE_LABEL.test(line.text)) return next.text;
  }
  return null;
}

/** Paragraphs above a line that repeats the headline, about what the headline is about, that make the line a heading inside the text. */
const OPENED_PARAGRAPHS = 2;

/** Where the headline given stands above the text; -1 when it is not there, or only as a heading further down. */
function findGivenTitle(lines: readonly Line[], given: string): number {
  const key = toComparable(given);
  const found = lines.findIndex((line) => toComparable(line.text) === key);
  const words = key.split(" ").filter((word) => word.length > 3);
  const isOfNews = ({ kind, text }: Line): boolean =>
    kind === "body" && words.some((word) => ` ${toComparable(text)} `.includes(` ${word} `));
  return lines.slice(0, Math.max(0, found)).filter(isOfNews).length >= OPENED_PARAGRAPHS ? -1 : found;
}

/** Throws ArticleError when there is no text at all. A title given is used as it is and not searched for. */
export function readPastedText(text: string, title: string | null = null): ExtractedArticle {
  const lines = readLines(text);
  if (lines.length === 0) throw new ArticleError("no-text", "There is no text.");
  const credited = findBylineText(lines);
  const byline = credited === null ? null : credited.replace(/\s*[([][^()[\]]*[)\]]\s*$/u, "").trim() || null;
  const box = findAuthorBox(lines, byline);
  const given = cleanLine(title ?? "");
  const titleIndex = given === "" ? findTitle(lines, box) : findGivenTitle(lines, given);
  const headline = given !== "" ? given : (lines[titleIndex]?.text ?? "");
  const start = titleIndex + 1;
  const foot = findFoot(lines, start, box);
  const body = chooseBody(lines, start, foot, box, headline);
  const credits = lines.slice(start, foot).filter((line) => line.kind === "credit");
  const paragraphs = body.length > 0 ? body : lines.slice(start).map((line) => line.text);
  const clean = joinParagraphs(paragraphs.length > 0 ? paragraphs : lines.map((line) => line.text));
  const bodyIndex = lines.findIndex((line, index) => index >= start && line.kind === "body" && !box.has(index));
  const wire = credits[0] === undefined ? null : readCreditLine(credits[0].text);
  return {
    title: headline === "" ? firstSentence(paragraphs[0] ?? clean) : headline,
    byline,
    outlet: null,
    agency: wire ?? findAgency(paragraphs, credited),
    publishedAt: findOwnDate(lines, titleIndex, bodyIndex < 0 ? lines.length : bodyIndex),
    language: findLanguage(clean, null),
    canonicalUrl: null,
    imageUrl: null,
    text: clean,
  };
}
