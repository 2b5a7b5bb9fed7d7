/** First names of many countries with whom they are given to, and the names of countries and large cities. */

import { readFileSync } from "node:fs";

/** `either`: given to women and men, or to other ones in another country. */
export type NameGender = "female" | "male" | "either";

const readLines = (name: string): readonly string[] =>
  readFileSync(new URL(`./${name}.txt`, import.meta.url), "utf8")
    .trimEnd()
    .split("\n");

let genders: ReadonlyMap<string, NameGender> | null = null;
let places: ReadonlySet<string> | null = null;

function readGenders(): ReadonlyMap<string, NameGender> {
  const found = new Map<string, NameGender>();
  for (const gender of ["female", "male", "either"] as const) {
    for (const name of readLines(gender)) found.set(name, gender);
  }
  return found;
}

/** Countries as English calls them come from the runtime's own data (CLDR). */
function readPlaces(): ReadonlySet<string> {
  const found = new Set(readLines("places"));
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const one of letters) {
    for (const two of letters) {
      const name = names.of(one + two);
      if (name !== undefined) found.add(name.toLowerCase());
    }
  }
  return found;
}

/** Takes one word in lower case; null for what is no known first name. Read at the first call. */
export function findNameGender(word: string): NameGender | null {
  genders ??= readGenders();
  return genders.get(word) ?? null;
}

/** Whether words in lower case, with single spaces, are the name of a country or of a city of over 100,000 people. */
export function isPlaceName(words: string): boolean {
  places ??= readPlaces();
  return places.has(words);
}
