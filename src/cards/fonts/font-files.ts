/** Which font files a text needs: those of the installed packages that have its letters, and what is missing. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type CoveredLetters, readCoveredLetters } from "./covered-letters.ts";

const SCOPE = "@fontsource-variable";
/** Packages that fit one another; any other of the family that is installed is used, too. */
const FAMILY = "noto-sans";
const FILES_MAX = 60;

/** Scripts by the names of Unicode, and the package that has their letters. */
const PACKAGES: readonly (readonly [script: RegExp, packageName: string])[] = [
  [/\p{Script=Arabic}/u, "arabic"],
  [/\p{Script=Hebrew}/u, "hebrew"],
  [/\p{Script=Devanagari}/u, "devanagari"],
  [/\p{Script=Thai}/u, "thai"],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, "jp"],
  [/\p{Script=Hangul}/u, "kr"],
  [/\p{Script=Han}/u, "sc"],
  [/\p{Script=Bengali}/u, "bengali"],
  [/\p{Script=Tamil}/u, "tamil"],
  [/\p{Script=Telugu}/u, "telugu"],
  [/\p{Script=Gujarati}/u, "gujarati"],
  [/\p{Script=Gurmukhi}/u, "gurmukhi"],
  [/\p{Script=Kannada}/u, "kannada"],
  [/\p{Script=Malayalam}/u, "malayalam"],
  [/\p{Script=Oriya}/u, "oriya"],
  [/\p{Script=Sinhala}/u, "sinhala"],
  [/\p{Script=Georgian}/u, "georgian"],
  [/\p{Script=Armenian}/u, "armenian"],
  [/\p{Script=Ethiopic}/u, "ethiopic"],
  [/\p{Script=Khmer}/u, "khmer"],
  [/\p{Script=Lao}/u, "lao"],
  [/\p{Script=Myanmar}/u, "myanmar"],
];
/** Drawn by no font of its own: joiners, and what turns a text round. */
const IGNORED = /^[\p{Default_Ignorable_Code_Point}\p{Cc}]$/u;

export interface FontFile {
  /** The name it is registered under. */
  readonly family: string;
  readonly path: string;
}

export interface ChosenFonts {
  readonly files: readonly FontFile[];
  readonly missing: readonly string[];
  /** Packages that would have what is missing; empty where none is known. */
  readonly packages: readonly string[];
}

interface KnownFile extends FontFile {
  readonly ranges: readonly (readonly [first: number, last: number])[];
  letters: CoveredLetters | null;
}

interface KnownPackage {
  readonly name: string;
  readonly files: readonly KnownFile[];
}

/** `U+0301,U+0400-045F` as pairs of numbers. */
const readRanges = (text: string): KnownFile["ranges"] =>
  text.split(",").map((range) => {
    const [first = "", last = first] = range.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
  });

function readPackage(folder: string, name: string): KnownPackage {
  const ranges = JSON.parse(readFileSync(join(folder, name, "unicode.json"), "utf8")) as Record<string, string>;
  const files = Object.entries(ranges).map(([part, text]): KnownFile => {
    const family = `${name}-${part.replace(/[^\w-]/g, "")}`;
    const path = join(folder, name, "files", `${family}-wght-normal.woff2`);
    return { family, path, ranges: readRanges(text), letters: null };
  });
  return { name, files: files.filter(({ path }) => existsSync(path)) };
}

/** The folder that holds the packages; null where none of them is installed. */
export function findFontFolder(): string | null {
  const places = createRequire(import.meta.url).resolve.paths(SCOPE) ?? [];
  return places.map((place) => join(place, SCOPE)).find((folder) => existsSync(join(folder, FAMILY))) ?? null;
}

/** Where one letter stands in several packages, those made for the text's own script go first. */
function toOrder(packages: readonly KnownPackage[], text: string): readonly KnownPackage[] {
  const isOfText = ({ name }: KnownPackage): boolean =>
    PACKAGES.some(([script, part]) => name === `${FAMILY}-${part}` && script.test(text));
  // Signs of Japanese and Korean decide how the letters they share with Chinese are drawn.
  const rank = ({ name }: KnownPackage): number => {
    const place = PACKAGES.findIndex(([, part]) => name === `${FAMILY}-${part}`);
    return place === -1 ? PACKAGES.length : place;
  };
  const isEastern = ({ name }: KnownPackage): boolean => /-(?:jp|kr|sc)$/.test(name);
  const group = (each: KnownPackage): number => (isOfText(each) && isEastern(each) ? 0 : each.name === FAMILY ? 1 : 2);
  return packages.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
}

/** Opens the fonts of a folder; their letters are read when first asked for. */
export function openFonts(folder: string): { choose(text: string): ChosenFonts } {
  const packages = readdirSync(folder)
    .filter((name) => name === FAMILY || name.startsWith(`${FAMILY}-`))
    .filter((name) => existsSync(join(folder, name, "unicode.json")))
    .map((name) => readPackage(folder, name));

  const hasLetter = (file: KnownFile, code: number): boolean => {
    if (!file.ranges.some(([first, last]) => code >= first && code <= last)) return false;
    file.letters ??= readCoveredLetters(readFileSync(file.path));
    return file.letters.has(code);
  };

  return {
    choose(text) {
      const ordered = toOrder(packages, text).flatMap(({ files }) => files);
      const chosen = new Set<KnownFile>();
      const missing: string[] = [];
      for (const letter of new Set(text)) {
        const code = letter.codePointAt(0) ?? 0;
        const file = ordered.find((each) => hasLetter(each, code));
        if (file !== undefined) chosen.add(file);
        else if (!IGNORED.test(letter)) missing.push(letter);
      }
      const scripts = missing.flatMap((letter) => PACKAGES.find(([script]) => script.test(letter))?.[1] ?? []);
      return {
        files: ordered.filter((each) => chosen.has(each)).slice(0, FILES_MAX),
        missing,
        packages: [...new Set(scripts)].map((part) => `${SCOPE}/${FAMILY}-${part}`),
      };
    },
  };
}
