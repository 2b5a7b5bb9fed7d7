/** Entities and markup to plain text, for titles, bylines and links. Linear scans only. */

import { Parser } from "htmlparser2";
import { remember } from "../domain/bounded-map.ts";

/** Names are few; a hostile feed can make us look up others, which must not push out those in use for good. */
const ENTITY_NAMES_MAX = 5000;
const INPUT_LENGTH_MAX = 20_000;

const ENTITY_PATTERN = /&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;
const COMMON_ENTITIES: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/** htmlparser2 knows every name of HTML. */
const lookUpEntity = remember(ENTITY_NAMES_MAX, (name: string): string | null => {
  let text = "";
  const parser = new Parser({ ontext: (data) => (text += data) }, { decodeEntities: true });
  parser.end(`&${name};`);
  return text.startsWith("&") && text.endsWith(";") ? null : text;
});

const findEntity = (name: string): string | null => COMMON_ENTITIES.get(name) ?? lookUpEntity(name);

/** Numeric references 128 to 159 mean windows-1252, as browsers have it. */
const C1_CHARACTERS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function toCharacter(code: number): string {
  if (code >= 128 && code <= 159) return C1_CHARACTERS[code - 128] ?? "";
  const isCharacter =
    code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code < 0x110000);
  return isCharacter ? String.fromCodePoint(code) : "";
}

/** One level of `&name;`, `&#1;` and `&#x1;`. Unknown names stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(ENTITY_PATTERN, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return findEntity(name) ?? whole;
    return toCharacter(decimal === undefined ? Number.parseInt(hex ?? "0", 16) : Number(decimal));
  });
}

const INLINE_TAGS =
  "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark nobr q s samp small span strike strong sub sup tt u var wbr";
const BLOCK_TAGS =
  "blockquote br center div figure figcaption h1 h2 h3 h4 h5 h6 hr iframe img li ol p pre table tbody td th tr ul";
const INLINE: ReadonlySet<string> = new Set(INLINE_TAGS.split(" "));
const BLOCK: ReadonlySet<string> = new Set(BLOCK_TAGS.split(" "));
const TAG_PATTERN = /<\/?([a-z][a-z0-9]*)\b[^<>]*>/gi;

const LINE_BREAK = /^[bhw]r$/;

/** "The <table> tag turns 40": a tag without attributes that stands as a word, and that nothing closes, is told of. */
const isToldOf = (html: string, tag: string, name: string, at: number): boolean =>
  tag === `<${name}>` &&
  !LINE_BREAK.test(name) &&
  /\S $/.test(html.slice(Math.max(0, at - 2), at)) &&
  /^ \S/.test(html.slice(at + tag.length, at + tag.length + 2)) &&
  !html.includes(`</${name}`);

/** Only names of HTML go, so that "a <T> parameter" keeps its words. */
function removeTags(html: string): string {
  return html.replace(TAG_PATTERN, (tag: string, name: string, at: number) => {
    const plain = name.toLowerCase();
    if (isToldOf(html, tag, plain, at)) return tag;
    if (INLINE.has(plain)) return "";
    return BLOCK.has(plain) ? " " : tag;
  });
}

/** Drawings and programs, which have no words for readers. */
const WORDLESS_PATTERN = /<(svg|picture|script|style|math)\b[^<>]*>.{0,5000}?<\/\1\s*>/gis;
/** What looks like a tag once entities are read is markup only in a pair, or where it breaks a line. */
const PAIR_PATTERN = /<([a-z][a-z0-9]*)\b[^<>]*>.{0,1000}?<\/\1\s*>/is;
const BREAK_PATTERN = /<br\s*\/?>/i;

const isMarkup = (text: string): boolean => PAIR_PATTERN.test(text) || BREAK_PATTERN.test(text);

function removeComments(html: string): string {
  let text = html;
  for (let from = text.indexOf("<!--"); from !== -1; from = text.indexOf("<!--", from)) {
    const to = text.indexOf("-->", from);
    if (to === -1) return text.slice(0, from);
    text = text.slice(0, from) + text.slice(to + 3);
  }
  return text;
}

/** What was escaped once too often, which titles often are. */
const LEFTOVER_PATTERN =
  /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|quot|apos|nbsp|[lr]squo|[lr]dquo|[nm]dash|hellip|[aeiou](?:acute|grave|circ|uml)|ccedil|ntilde|szlig);/i;

// biome-ignore lint/suspicious/noControlCharactersInRegex: Control characters are what is removed here.
const CONTROL_PATTERN = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;

export const removeControls = (text: string): string => text.replace(CONTROL_PATTERN, "");

/** HTML, or text that may be HTML, as one line of plain text. */
export function toPlainText(html: string, lengthMax: number): string {
  let text = html.slice(0, INPUT_LENGTH_MAX);
  if (text.includes("<!--")) text = removeComments(text);
  if (text.includes("<")) text = removeTags(text.replace(WORDLESS_PATTERN, " "));
  text = decodeEntities(text);
  if (LEFTOVER_PATTERN.test(text)) text = decodeEntities(text);
  if (text.includes("<") && isMarkup(text)) text = removeTags(text);
  const line = removeControls(text).toWellFormed().replace(/\s+/g, " ").trim();
  return line.length <= lengthMax
    ? line
    : `${line
        .slice(0, lengthMax - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
