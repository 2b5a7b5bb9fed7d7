/** Countries and languages, which each language has names of its own for: the names the platform knows. */

import { LANGUAGES } from "../../../languages/index.ts";

export interface KnownName {
  /** `region DE`, `language de`. */
  readonly code: string;
  readonly name: string;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const REGION_CODES = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
/** Rarer ones are called like words of other languages. */
const LANGUAGE_CODES = LANGUAGES.map(({ tag }) => tag);
const NAME_LENGTH_MIN = 2;
/** Shorter names have no ending but those that are put behind them. */
const ENDED_LENGTH_MIN = 5;
const LONG_LENGTH_MIN = 7;

interface ListedName extends KnownName {
  /** By what it is looked for first. */
  readonly stem: string;
  readonly pattern: RegExp;
}

function listNames(language: string, type: "region" | "language", codes: readonly string[]): readonly KnownName[] {
  return (["long", "short"] as const).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type, style, fallback: "none" });
    return codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined || name.length < NAME_LENGTH_MIN ? [] : [{ code: `${type} ${code}`, name }];
    });
  });
}

const toStem = (word: string): string =>
  word.slice(0, word.length - (word.length >= LONG_LENGTH_MIN ? 2 : word.length >= ENDED_LENGTH_MIN ? 1 : 0));

/** Each word in whatever case it stands: "der Vereinigten Staaten", "Германии". */
const toPattern = (name: string): RegExp => {
  const words = name.split(/[\s-]+/u).map((word) => {
    const stem = toStem(word);
    const quoted = stem.replace(/[.+?^${}()|[\]\\*]/g, "\\$&");
    return `${quoted}[\\p{L}\\p{M}]{0,${word.length < ENDED_LENGTH_MIN ? 2 : 4}}`;
  });
  return new RegExp(`(?<![\\p{L}\\p{M}])${words.join("[\\s-]+")}(?![\\p{L}\\p{M}])`, "iu");
};

const known = new Map<string, readonly ListedName[]>();

/** In a language, the longest first. */
function listKnown(language: string): readonly ListedName[] {
  const found = known.get(language);
  if (found !== undefined) return found;
  const all = [...listNames(language, "region", REGION_CODES), ...listNames(language, "language", LANGUAGE_CODES)];
  const listed = all
    .sort((one, other) => other.name.length - one.name.length)
    .map((each) => {
      const [first = ""] = each.name.split(/[\s-]+/u);
      const stem = toStem(first);
      return { ...each, stem, pattern: toPattern(each.name) };
    });
  known.set(language, listed);
  return listed;
}

/** Names of countries, and of languages or peoples, that stand in a text with a capital; each as it stands there. */
export function findKnownNames(text: string, language: string): readonly KnownName[] {
  const found: KnownName[] = [];
  let left = text;
  for (const { code, name, stem, pattern } of listKnown(language)) {
    if (!/^\p{Lu}|^\p{Script=Arabic}/u.test(name) || !left.includes(stem)) continue;
    const [whole] = pattern.exec(left) ?? [];
    if (whole === undefined || !whole.startsWith(stem)) continue;
    found.push({ code, name: whole });
    left = left.replaceAll(whole, " ");
  }
  return found;
}

/** Whether a text has what a known name stands for, by a name of its own language. */
export const hasKnownName = (text: string, { code }: KnownName, language: string): boolean =>
  listKnown(language).some((each) => each.code === code && each.pattern.test(text));
