/** Makes untrusted text harmless in Discord's markdown, and measures and cuts it in Discord's units. */

import { keepIsolates } from "../../messages/direction.ts";
import { splitAtHits } from "../../messages/hits.ts";

/** Longer inputs are cut before any other work; no limit of Discord's is above 6,000. */
const INPUT_LENGTH_MAX = 20_000;
/** Discord refuses longer addresses in embeds. */
const URL_LENGTH_MAX = 2048;
const ELLIPSIS = "…";

/**
 * Discord counts code points and leaves out white space at both ends (its OpenAPI's maxLength, and the docs on
 * embed limits).
 */
export function measure(text: string): number {
  let length = 0;
  for (const _ of text.trim()) length += 1;
  return length;
}

/** One line of clean text: no control, bidirectional or zero-width tricks, no lone surrogates, single spaces. */
export function cleanLine(text: string): string {
  return keepIsolates(
    text
      .slice(0, INPUT_LENGTH_MAX)
      .toWellFormed()
      // A joiner between letters (Persian) or emoji is kept; these only hide or reorder.
      .replace(/[\u200B\u2060-\u2064\u00AD\u180E\uFEFF\uFFF9-\uFFFB]/gu, "")
      .replace(/[\s\p{Cc}]+/gu, " "),
  ).trim();
}

/** Clean text with its line breaks kept, at most one empty line in a row. */
export function cleanLines(text: string): string {
  return text
    .slice(0, INPUT_LENGTH_MAX)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(cleanLine)
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Clean text as markdown that shows exactly itself. Besides the marks, the colons are escaped that make a bare address a
 * link (`https://`) and a word an emoji (`:100:`), and the parenthesis after a bracket: Discord looks for the end of one
 * of our links without minding backslashes, and a bracket and parenthesis further on would take its place. The
 * zero-width space in `@everyone` stops it in clients that color it although nobody is pinged.
 */
export function escapeLine(text: string): string {
  return text
    .replace(/[\\*_~`|[\]<>]|(?<=\])\(|:(?=\/\/|[\w+-]{1,64}:)/g, "\\$&")
    .replace(/@(?=everyone|here)/gi, "@\u200B")
    .replace(/^([#+-])/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

export const escapeLines = (text: string): string => text.split("\n").map(escapeLine).join("\n");

/** Text without markup (an embed's author or footer), cut to a limit at a word. */
export function fitPlain(text: string, lengthMax: number): string {
  return fitLine(cleanLine(text), lengthMax, (each) => each.replace(/@(?=everyone|here)/gi, "@\u200B"));
}

/** Markdown of a piece of text, cut to a limit at a word, before escaping, so that no mark is cut in half. */
export function fitMarkdown(text: string, lengthMax: number): string {
  return fitLine(cleanLine(text), lengthMax, escapeLine);
}

/** The same with the words of a search in bold. Each piece is escaped by itself, so no text gets at the marks. */
export function fitMarked(text: string, lengthMax: number, hitWords: readonly string[]): string {
  const encode = (each: string): string =>
    splitAtHits(each, hitWords)
      .map((piece) => (piece.isHit ? `**${escapeLine(piece.text)}**` : escapeLine(piece.text)))
      .join("");
  return fitLine(cleanLine(text), lengthMax, encode);
}

/** The longest beginning that is short enough once it is encoded. */
function fitLine(text: string, lengthMax: number, encode: (text: string) => string): string {
  const whole = encode(text);
  if (measure(whole) <= lengthMax) return whole;
  if (lengthMax < 2) return "";
  const points = [...text];
  let low = 0;
  let high = Math.min(points.length, lengthMax);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(encode(points.slice(0, middle).join("")) + ELLIPSIS) <= lengthMax) low = middle;
    else high = middle - 1;
  }
  const cut = points.slice(0, low).join("");
  const space = cut.lastIndexOf(" ");
  // A language without spaces, or one endless word, is cut where the room ends.
  const atWord = space >= cut.length / 2 ? cut.slice(0, space) : cut;
  return `${encode(keepIsolates(atWord.replace(/[\s,;:]+$/, "")))}${ELLIPSIS}`;
}

/** A web address Discord takes, or null. Too long ones lose fragment, then query, then path: never the link itself. */
export function toWebUrl(text: string, lengthMax = URL_LENGTH_MAX): string | null {
  const given = text.slice(0, INPUT_LENGTH_MAX).toWellFormed().trim();
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (url.username !== "" || url.password !== "") {
    url.username = "";
    url.password = "";
  }
  const candidates = [
    url.href,
    `${url.origin}${url.pathname}${url.search}`,
    `${url.origin}${url.pathname}`,
    url.origin,
  ];
  return candidates.find((each) => each.length <= lengthMax) ?? null;
}

/** An address inside `[label](address)`: nothing in it may end the link or be read as markup. */
export function escapeUrl(url: string): string {
  return url.replace(
    /[()<>[\]\\ ]|@(?=everyone|here)/gi,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Link with a label of ours or a clean text; one with brackets is set before the link, as it would break it, which then
 * says `word`.
 */
export function toLink(label: string, url: string | null, word: string): string {
  const clean = cleanLine(label);
  if (url === null) return escapeLine(clean);
  if (/[[\]]/.test(clean)) return `${escapeLine(clean)} ([${word}](${escapeUrl(url)}))`;
  return `[${escapeLine(clean)}](${escapeUrl(url)})`;
}
