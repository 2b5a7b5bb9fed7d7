/** Small words people type around what they mean, in each language the bot speaks. */

import type { Language } from "../domain/say.ts";

interface TypedWords {
  /** Before a stretch of time, between its ends, and before a time where the language has an article there. */
  readonly from: readonly string[];
  readonly until: readonly string[];
  readonly timeArticles: readonly string[];
  /** After a time, saying only that it is one. */
  readonly clock: readonly string[];
  /** After a time, for the halves of the day: their letters, which "m" may follow. */
  readonly morning: readonly string[];
  readonly evening: readonly string[];
  /** What the name of a weekday may begin with. */
  readonly dayArticles: readonly string[];
  /** Small words inside names: `Ursula von der Leyen`, `Lula da Silva`. */
  readonly nameParticles: readonly string[];
}

const NONE: TypedWords = {
  from: [],
  until: [],
  timeArticles: [],
  clock: [],
  morning: [],
  evening: [],
  dayArticles: [],
  nameParticles: [],
};

const WORDS: Readonly<Record<Language, TypedWords>> = {
  en: {
    ...NONE,
    from: ["from"],
    until: ["to", "till", "until"],
    morning: ["a"],
    evening: ["p"],
    // Dutch and Flemish names are met in English news, too.
    nameParticles: ["ten", "ter", "van", "den"],
  },
  de: {
    ...NONE,
    from: ["von"],
    until: ["bis"],
    clock: ["uhr"],
    nameParticles: ["der", "vom", "von", "zu", "zur"],
  },
  fr: { ...NONE, from: ["de"], until: ["à"], clock: ["h"], nameParticles: ["de", "du", "le", "la"] },
  es: {
    ...NONE,
    from: ["de"],
    until: ["a", "hasta"],
    timeArticles: ["las", "la"],
    // Italian ones are as common in the Spanish-speaking press.
    nameParticles: ["de", "del", "el", "la", "della", "di", "dal"],
  },
  pt: { ...NONE, from: ["de", "das"], until: ["a", "às", "até"], nameParticles: ["da", "das", "do", "dos"] },
  ru: { ...NONE, from: ["с"], until: ["до"] },
  uk: { ...NONE, from: ["з", "від"], until: ["до"] },
  ar: {
    ...NONE,
    from: ["من"],
    until: ["إلى", "حتى"],
    morning: ["ص"],
    evening: ["م"],
    dayArticles: ["ال"],
    nameParticles: ["al", "bin"],
  },
};

/** Of every language at once: nobody says which one they type in. */
const listAll = (kind: keyof TypedWords): readonly string[] => [
  ...new Set(Object.values(WORDS).flatMap((words) => words[kind])),
];

export const FROM_WORDS = listAll("from");
export const UNTIL_WORDS = listAll("until");
export const TIME_ARTICLES = listAll("timeArticles");
export const CLOCK_WORDS = listAll("clock");
export const MORNING_LETTERS = listAll("morning");
export const EVENING_LETTERS = listAll("evening");
export const DAY_ARTICLES = listAll("dayArticles");
export const NAME_PARTICLES: ReadonlySet<string> = new Set(listAll("nameParticles"));
