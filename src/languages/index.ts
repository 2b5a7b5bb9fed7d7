/** The languages that have a room, by hand, and the way to find the one of a tag. */

import { remember } from "../domain/bounded-map.ts";
import { ARABIC } from "./ar/index.ts";
import { CZECH } from "./cs/index.ts";
import { DANISH } from "./da/index.ts";
import { GERMAN } from "./de/index.ts";
import { ENGLISH } from "./en/index.ts";
import { SPANISH } from "./es/index.ts";
import { FINNISH } from "./fi/index.ts";
import { FRENCH } from "./fr/index.ts";
import { ITALIAN } from "./it/index.ts";
import { JAPANESE } from "./ja/index.ts";
import { KNOWN_A_LITTLE } from "./known-a-little.ts";
import { KOREAN } from "./ko/index.ts";
import type { Language } from "./language.ts";
import { NORWEGIAN } from "./nb/index.ts";
import { DUTCH } from "./nl/index.ts";
import { POLISH } from "./pl/index.ts";
import { PORTUGUESE } from "./pt/index.ts";
import { RUSSIAN } from "./ru/index.ts";
import { createLanguage } from "./shared/create-language.ts";
import type { Notes, SiteLines, Walls } from "./shared/site-lines.ts";
import { SWEDISH } from "./sv/index.ts";
import { TURKISH } from "./tr/index.ts";
import { UKRAINIAN } from "./uk/index.ts";
import { CHINESE } from "./zh/index.ts";

/** Every language whose speakers can be found, in order of their tags. */
export const LANGUAGES: readonly Language[] = [
  ARABIC,
  CZECH,
  DANISH,
  GERMAN,
  ENGLISH,
  SPANISH,
  FINNISH,
  FRENCH,
  ITALIAN,
  JAPANESE,
  KOREAN,
  NORWEGIAN,
  DUTCH,
  POLISH,
  PORTUGUESE,
  RUSSIAN,
  SWEDISH,
  TURKISH,
  UKRAINIAN,
  CHINESE,
];

/** Other tags for a language: both standards of Norwegian are read as Bokmål. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["no", "nb"],
  ["nn", "nb"],
]);

const TAG_LENGTH_MAX = 35;
const PRIMARY_PATTERN = /^[a-z]{2,3}$/;
const UNKNOWN = createLanguage({ tag: "und" });
const KNOWN = joinLanguages(LANGUAGES, KNOWN_A_LITTLE);
const BY_TAG: ReadonlyMap<string, Language> = new Map(KNOWN.map((language) => [language.tag, language]));

/** Those with a room and those known a little. Throws when one is both: the little would hide the room. */
export function joinLanguages(rooms: readonly Language[], known: readonly Language[]): readonly Language[] {
  const twice = known.find(({ tag }) => rooms.some((room) => room.tag === tag));
  if (twice !== undefined) throw new Error(`${twice.tag} has a room and stands in known-a-little.ts, too`);
  return [...rooms, ...known];
}

/** A page asks for its language thousands of times; nobody reads more languages without a room at once. */
const ROOMLESS_MAX = 20;
const createRoomless = remember(ROOMLESS_MAX, (tag: string) => createLanguage({ tag }));

/**
 * The language of a BCP 47 tag in any form ("en-GB" and "EN_us" are English). Never throws: a language without a room
 * has what most languages do, its own tag, and nothing on speech.
 */
export function findLanguage(tag: string): Language {
  // Most tags are what they are looked for by, and this is asked several times a sentence.
  const plain = BY_TAG.get(tag);
  if (plain !== undefined) return plain;
  const primary = tag.slice(0, TAG_LENGTH_MAX).toLowerCase().split(/[-_]/)[0] ?? "";
  // Tags come from outside: one that is no tag names no language.
  if (!PRIMARY_PATTERN.test(primary)) return UNKNOWN;
  return BY_TAG.get(ALIASES.get(primary) ?? primary) ?? createRoomless(primary);
}

/** Words of the site lines of all languages, each once: a page often speaks another language than its article. */
export const listSiteLines = (choose: (lines: SiteLines) => readonly string[]): readonly string[] => [
  ...new Set(KNOWN.flatMap(({ siteLines }) => choose(siteLines))),
];

/** Patterns of the walls of all languages, each once: who asks a visitor for something often does so in another language. */
export const listWalls = (choose: (walls: Walls) => readonly string[]): readonly string[] => [
  ...new Set(KNOWN.flatMap(({ siteLines }) => choose(siteLines.walls))),
];

/** Patterns of the notes by which pages take something back, of all languages, each once. */
export const listNotes = (choose: (notes: Notes) => readonly string[]): readonly string[] => [
  ...new Set(KNOWN.flatMap(({ siteLines }) => choose(siteLines.notes))),
];
