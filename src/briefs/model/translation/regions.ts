/** Countries and languages, which each language has names of its own for: the names the platform knows. */

import { foldWord } from "../../../languages/shared/words.ts";

export interface KnownName {
  /** `region DE`, `language de`. */
  readonly code: string;
  readonly name: string;
}

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const REGION_CODES = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`));
const LANGUAGE_CODES = REGION_CODES.map((code) => code.toLowerCase());
const NAME_LENGTH_MIN = 2;
/** Endings of cases are left open: "Германии" is "Германия". */
const ENDING_LENGTH_MAX = 3;
const STEM_LENGTH_MIN = 4;

function listNames(language: string, type: "region" | "language", codes: readonly string[]): readonly KnownName[] {
  return (["long", "short"] as const).flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type, style, fallback: "none" });
    return codes.flatMap((code) => {
      const name = names.of(code);
      return name === undefined || name.length < NAME_LENGTH_MIN ? [] : [{ code: `${type} ${code}`, name }];
    });
  });
}

const known = new Map<string, readonly KnownName[]>();

/** In a language, the longest first. */
function listKnown(language: string): readonly KnownName[] {
  const found = known.get(language);
  if (found !== undefined) return found;
  const all = [...listNames(language, "region", REGION_CODES), ...listNames(language, "language", LANGUAGE_CODES)];
  const listed = all.sort((one, other) => other.name.length - one.name.length);
  known.set(language, listed);
  return listed;
}

const folded = (text: string): string =>
  ` ${text
    .split(/[^\p{L}\p{M}]+/u)
    .map(foldWord)
    .join(" ")} `;

const toStem = (name: string): string =>
  name.length - ENDING_LENGTH_MAX >= STEM_LENGTH_MIN ? name.slice(0, -ENDING_LENGTH_MAX) : name;

/** True where the text has the name, in whatever case it stands there. */
function hasName(text: string, name: string): boolean {
  const bare = folded(name).trim();
  if (bare.length < STEM_LENGTH_MIN) return text.includes(` ${bare} `);
  return text.includes(` ${toStem(bare)}`);
}

/** Names of countries, and of languages or peoples, that stand in a text as they are, with a capital. */
export function findKnownNames(text: string, language: string): readonly KnownName[] {
  const found: KnownName[] = [];
  let left = text;
  for (const each of listKnown(language)) {
    if (!/^\p{Lu}|^\p{Script=Arabic}/u.test(each.name) || !left.includes(each.name)) continue;
    const place = new RegExp(
      `(?<![\\p{L}\\p{M}])${each.name.replace(/[.+?^${}()|[\]\\*]/g, "\\$&")}(?![\\p{L}\\p{M}])`,
      "u",
    );
    if (!place.test(left)) continue;
    found.push(each);
    left = left.replaceAll(each.name, " ");
  }
  return found;
}

/** Whether a text has what a known name stands for, by a name of its own language. */
export function hasKnownName(text: string, { code }: KnownName, language: string): boolean {
  const words = folded(text);
  return listKnown(language).some((each) => each.code === code && hasName(words, each.name));
}
