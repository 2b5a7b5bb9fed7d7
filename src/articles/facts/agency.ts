/** Finds the news agency that an article's text credits, in the words the text itself uses. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { LANGUAGES, listSiteLines } from "../../languages/index.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { oneOf, toWordPattern } from "../../languages/shared/word-pattern.ts";
import { toComparable } from "../clean.ts";

const AgenciesSchema = z.object({
  /** Names that are safe anywhere a credit can stand. */
  names: z.array(z.string()),
  /** Short names that are words too: a credit only in brackets, between dashes, or alone on a line. */
  short: z.array(z.string()),
  /** Names that a box at the head holds with the place: "【リスボンAFP時事】". */
  boxed: z.array(z.string()),
  /** Names that open a text without any mark. */
  opening: z.array(z.string()),
});
const AGENCIES = AgenciesSchema.parse(JSON.parse(readFileSync(new URL("./agencies.json", import.meta.url), "utf8")));
const NAMES = new Map(AGENCIES.names.map((name) => [toComparable(name), name]));
const SHORT = new Set(AGENCIES.short);
const BOXED = new RegExp(`^【[^】]{0,16}?(${AGENCIES.boxed.join("|")})】`, "u");
const OPENING = new RegExp(`^[(（]?\\s*(${AGENCIES.opening.join("|")})`, "u");

/** Paragraphs looked at from the start and from the end. */
const HEAD_PARAGRAPHS = 6;
const TAIL_PARAGRAPHS = 3;
const CREDIT_LENGTH_MAX = 60;
const DATELINE_LENGTH_MAX = 90;

/** "/TASS/", "(AFP)", "© Reuters", "dpa." to the bare name. */
const strip = (text: string): string =>
  text
    .replace(/^(?:©|\(c\)|\(C\)|copyright)\s*(?:\d{4}\s*)?/u, "")
    .replace(/^[\s([{/|–—-]+/u, "")
    .replace(/[\s)\]}/|–—.,:;-]+$/u, "")
    .trim();

/** The name as given, when it is one an agency goes by; null otherwise. */
export function readAgency(text: string): string | null {
  const name = strip(text);
  if (name === "" || name.length > CREDIT_LENGTH_MAX) return null;
  if (SHORT.has(name)) return name;
  const comparable = toComparable(name).replace(/^the /, "");
  return NAMES.has(comparable) ? name : null;
}

const CREDIT_OPENING = new RegExp(`^${oneOf(listSiteLines(({ credits }) => credits.openings))}\\s*[:：]?\\s*`, "iu");
const AND = toWordPattern(listSiteLines(({ joints }) => joints)).source;
const JOINT = quicken(new RegExp(`\\s*(?:,|/|;|\\+|&|、|${AND})\\s*`, "u"));

/** Regions whose wires are often credited, in the languages they are translated into. */
const REGIONS = "FR DE GB US ES IT RU CN JP IN BR PT PL UA NL BE CH AT TR EG SA CA AU".split(" ");
const readCountries = (): ReadonlySet<string> =>
  new Set(
    LANGUAGES.filter(({ siteLines }) => siteLines.credits.press.length > 0).flatMap(({ tag }) => {
      const names = new Intl.DisplayNames(tag, { type: "region" });
      return REGIONS.map((code) => toComparable(names.of(code) ?? ""));
    }),
  );
/** Read when first asked for: few articles credit a wire by its country. */
let countries: ReadonlySet<string> | null = null;
function isCountry(name: string): boolean {
  countries ??= readCountries();
  return countries.has(name);
}
/** One of the words between blanks; the blank behind it may belong to the next word. */
const between = (words: readonly string[], end: string): RegExp => new RegExp(`(?:^|\\s)${oneOf(words)}${end}`, "gu");
const has = (words: readonly string[]): RegExp => new RegExp(`(?:^|\\s)${oneOf(words)}(?:\\s|$)`, "u");
const PRESS_WORDS = listSiteLines(({ credits }) => credits.press);
const SMALL_WORDS = listSiteLines(({ credits }) => credits.small);
/** Words by which a wire's name is known after it went through a translating machine. */
const WIRE_WORD = has(PRESS_WORDS);
const WIRE_WORDS = between(PRESS_WORDS, "(?:\\s|$)");
const SMALL = between(SMALL_WORDS, "(?=\\s|$)");

/** "France Media", "Medios de Francia", "German Press": a country and a word for the press, and nothing else. */
function isTranslatedWire(name: string): boolean {
  const comparable = toComparable(name);
  const rest = comparable.replace(WIRE_WORDS, " ").replace(SMALL, " ").trim();
  return rest !== comparable && WIRE_WORD.test(comparable) && isCountry(rest.replace(/\s+/g, " "));
}

/** What an agency calls itself in its name, in the languages served: as its first or last word, or only as its last. */
const AGENCY_WORD = has(listSiteLines(({ credits }) => credits.agencies));
const AGENCY_END = new RegExp(`\\s${oneOf(listSiteLines(({ credits }) => credits.agencyEnds))}$`, "u");
/** Media and presses that are no wires. */
const NO_WIRE = has(listSiteLines(({ credits }) => credits.notAgencies));
const WIRE_NAME_PART = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’&-]*|${oneOf(SMALL_WORDS)})$`, "u");
const WIRE_WORDS_MAX = 5;

/** A name that says it is a wire's, known or not: "Harbor Press Agency", "Agence Belga". */
function isWireName(name: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || words.length > WIRE_WORDS_MAX || name.length > CREDIT_LENGTH_MAX) return false;
  const comparable = toComparable(name);
  const isCalled = AGENCY_WORD.test(comparable) || AGENCY_END.test(comparable);
  return isCalled && !NO_WIRE.test(comparable) && words.every((word) => WIRE_NAME_PART.test(word));
}

/** "Ada Moor Associated Press": a known wire behind whoever wrote for it, as two lines of a page run together. */
function findEndingAgency(name: string): string | null {
  const words = name.split(" ");
  if (words.length < 4 || words.length > WIRE_WORDS_MAX || findNameGender((words[0] ?? "").toLowerCase()) === null)
    return null;
  return readAgency(words.slice(-2).join(" "));
}

/** A line that is nothing but a credit: "France Media", "Source: dpa/EFE", "— with Reuters". */
export function readCreditLine(line: string): string | null {
  if (line.length > CREDIT_LENGTH_MAX) return null;
  const bare = strip(line);
  const whole = readAgency(bare);
  if (whole !== null) return whole;
  const ending = findEndingAgency(bare);
  if (ending !== null) return ending;
  if (isTranslatedWire(bare) || isWireName(bare)) return bare;
  if (/^[([]\p{Lu}{2,5}[)\]]$/u.test(line)) return bare;
  const names = strip(bare.replace(CREDIT_OPENING, ""))
    .split(JOINT)
    .map(strip)
    .filter((part) => part !== "");
  const first = names[0] === undefined ? null : readAgency(names[0]);
  if (first === null) return null;
  // "dpa/ab": the rest are the initials of editors; anything longer makes the line a sentence.
  return names.slice(1).every((name) => readAgency(name) !== null || /^\p{L}{1,4}$/u.test(name)) ? first : null;
}

const BRACKETED = /[([（【/]\s*([^()[\]（）【】/]{2,40}?)\s*[)\]）】/]/gu;

/** "Amber Anglers Party (AAP)": letters in brackets that the words before them begin with are what these are called. */
function isInitials(letters: string, before: string): boolean {
  const words = before.trim().split(/\s+/).slice(-letters.length);
  return letters.length > 1 && words.map((word) => word.charAt(0).toUpperCase()).join("") === letters;
}

/** The agency in a dateline at the head of a paragraph: "LISBON, July 1 (AFP) —", "МОСКВА, 1 июля. /ТАСС/." */
export function findDatelineAgency(paragraph: string): string | null {
  const head = paragraph.slice(0, DATELINE_LENGTH_MAX);
  for (const match of head.matchAll(BRACKETED)) {
    const before = head.slice(0, match.index);
    // Something that is no place name or date before the bracket makes it part of a sentence.
    if (isInitials(match[1] ?? "", before)) continue;
    if (before.length > 60 || /[“"„«]/.test(before) || /\p{Ll}+\s+\p{Ll}+\s+\p{Ll}+/u.test(before)) continue;
    for (const part of (match[1] ?? "").split(JOINT)) {
      const agency = readAgency(part) ?? (isWireName(part) ? part : null);
      if (agency !== null) return agency;
    }
  }
  const dash = /^(.{2,60}?)\s*[–—-]{1,2}\s/u.exec(head);
  if (dash !== null) {
    const parts = (dash[1] ?? "").split(/[,.;/]\s*/);
    const agency = readAgency(parts.at(-1) ?? "");
    if (agency !== null) return agency;
  }
  return BOXED.exec(head)?.[1] ?? OPENING.exec(head)?.[1] ?? null;
}

/** "… (AFP)", "… © dpa-infocom", "… /Reuters" at the very end of a paragraph. */
function findTrailingAgency(paragraph: string): string | null {
  const tail = paragraph.slice(-CREDIT_LENGTH_MAX);
  const match = /[.!?…”"»]\s*(?:[([（]\s*([^()[\]（）]{2,40}?)\s*[)\]）]|(?:©|[–—/-])\s*([^.!?]{2,40}))\s*\.?$/u.exec(
    tail,
  );
  const credited = match?.[1] ?? match?.[2];
  if (credited === undefined) return null;
  for (const part of credited.split(JOINT)) {
    const agency = readAgency(part);
    if (agency !== null) return agency;
  }
  return null;
}

/** "… on Friday. PTI": a wire's letters behind the last sentence, with nothing around them. */
const BARE_END = /(?:(?<![.\p{L}])(?:\p{Lu}{2,}|\p{L}*\p{Ll}{3,})[.!?…]|[”"»])\s+(\p{Lu}{2,7})\.?$/u;

const findBareAgency = (paragraph: string): string | null =>
  readAgency(BARE_END.exec(paragraph.slice(-CREDIT_LENGTH_MAX))?.[1] ?? "");

/** The first agency credited where credits stand: alone on a line, in a dateline, at the end, in the byline. */
export function findAgency(paragraphs: readonly string[], byline: string | null = null): string | null {
  const head = paragraphs.slice(0, HEAD_PARAGRAPHS);
  const tail = paragraphs.slice(Math.max(HEAD_PARAGRAPHS, paragraphs.length - TAIL_PARAGRAPHS));
  for (const paragraph of head) {
    const agency = readCreditLine(paragraph);
    if (agency !== null) return agency;
  }
  for (const paragraph of head.slice(0, 3)) {
    const agency = findDatelineAgency(paragraph);
    if (agency !== null) return agency;
  }
  for (const paragraph of [...tail].reverse()) {
    const agency = readCreditLine(paragraph) ?? findTrailingAgency(paragraph);
    if (agency !== null) return agency;
  }
  const last = paragraphs.at(-1) ?? "";
  const atEnd = (tail.length === 0 ? findTrailingAgency(last) : null) ?? findBareAgency(last);
  if (atEnd !== null) return atEnd;
  const within = /[([]([^()[\]]{2,60})[)\]]/u.exec(byline ?? "")?.[1];
  for (const name of [...(within === undefined ? [] : [within]), ...(byline ?? "").split(JOINT)]) {
    const agency = readCreditLine(name);
    if (agency !== null) return agency;
  }
  return null;
}
