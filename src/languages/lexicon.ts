/** What a language's reporting words, pronouns, titles and small words are, read from one data file per language. */

import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const LANGUAGE_PATTERN = /^[a-z]{2,3}$/;

const words = z.array(z.string().min(1)).default([]);
const forms = z.record(z.string(), z.array(z.string().min(1))).default({});
const gender = z.enum(["male", "female", "neuter", "plural", "first", "second", "unsure"]);

const lexiconSchema = z.object({
  language: z.string(),
  about: z.string(),
  reporting: forms,
  framing: forms,
  sources: words,
  sourcesAfter: words,
  complementizers: words,
  relatives: words,
  pronouns: z.record(z.string(), gender).default({}),
  obliquePronouns: z.record(z.string(), gender).default({}),
  quantifiers: words,
  determiners: words,
  prepositions: words,
  conjunctions: words,
  auxiliaries: words,
  commonWords: words,
  times: words,
  titles: words,
  roles: words,
  documents: words,
  cueNouns: words,
  nameParticles: words,
  suffixes: words,
  organizationWords: words,
  /** Verbs whose first syllable stands apart: they report only when it ends their clause („wies … zurück“). */
  separable: z.record(z.string(), z.object({ particles: words, forms: words })).default({}),
  /** Verb forms of reported speech („sei“, „habe“, „könne“). */
  subjunctives: words,
  /** Words that open a clause with its verb at the end. */
  subordinators: words,
  relativePronouns: words,
  /** Forms of auxiliary verbs that stand in the verb's place. */
  finites: words,
  /** Nouns that report with “to be”: „ist der Meinung“. */
  opinions: words,
  firstNames: z.object({ female: words, male: words }).default({ female: [], male: [] }),
});

type LexiconFile = z.infer<typeof lexiconSchema>;
export type Gender = z.infer<typeof gender>;

/** One letter for what a word is; the letters also spell the paths that the speaker model has learned. */
export type WordClass =
  | "V" // reports speech
  | "W" // frames quoted words
  | "D" // names a source: "according"
  | "t" // complementizer
  | "w" // relative
  | "P" // subject pronoun
  | "o" // other pronoun
  | "u" // quantifier
  | "d" // determiner
  | "p" // preposition
  | "c" // conjunction
  | "A" // auxiliary or adverb between subject and verb
  | "k" // other common word
  | "T" // time
  | "H" // title
  | "R" // role
  | "N" // document or noun of speech
  | "z"; // source word after its noun: German "zufolge"

export interface Word {
  readonly class: WordClass;
  readonly lemma: string;
  /** -ing forms and the like, which report without a subject of their own. */
  readonly isParticiple: boolean;
}

export interface Lexicon {
  readonly language: string;
  readonly words: ReadonlyMap<string, Word>;
  readonly roles: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly cueNouns: ReadonlySet<string>;
  readonly nameParticles: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly organizationWords: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, Gender>;
  readonly firstNames: ReadonlyMap<string, "male" | "female">;
  /** Form -> particle -> the verb they make together. */
  readonly separable: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly subjunctives: ReadonlySet<string>;
  readonly subordinators: ReadonlySet<string>;
  readonly relativePronouns: ReadonlySet<string>;
  readonly finites: ReadonlySet<string>;
  readonly opinions: ReadonlySet<string>;
}

function toSeparable({ separable }: LexiconFile): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [lemma, { particles, forms: list }] of Object.entries(separable)) {
    for (const form of list) {
      const known = found.get(form) ?? new Map<string, string>();
      for (const particle of particles) if (!known.has(particle)) known.set(particle, lemma);
      found.set(form, known);
    }
  }
  return found;
}

function toWords(file: LexiconFile): Map<string, Word> {
  const found = new Map<string, Word>();
  const add = (list: readonly string[], wordClass: WordClass): void => {
    for (const word of list)
      if (!found.has(word)) found.set(word, { class: wordClass, lemma: word, isParticiple: false });
  };
  // The first list that names a word decides, so small words come before verbs and verbs before nouns.
  for (const word of Object.keys(file.pronouns)) add([word], "P");
  add(file.determiners, "d");
  for (const word of Object.keys(file.obliquePronouns)) add([word], "o");
  add(file.sources, "D");
  add(file.sourcesAfter, "z");
  add(file.complementizers, "t");
  add(file.relatives, "w");
  add(file.conjunctions, "c");
  add(file.prepositions, "p");
  add(file.auxiliaries, "A");
  for (const [table, wordClass] of [
    [file.reporting, "V"],
    [file.framing, "W"],
  ] as const) {
    for (const [lemma, list] of Object.entries(table)) {
      for (const form of list) {
        if (found.has(form)) continue;
        const isParticiple = file.language === "en" && form.endsWith("ing") && form !== lemma;
        found.set(form, { class: wordClass, lemma, isParticiple });
      }
    }
  }
  add(file.quantifiers, "u");
  add(file.times, "T");
  add(file.documents, "N");
  add(file.cueNouns, "N");
  add(file.roles, "R");
  add(file.titles, "H");
  add(file.commonWords, "k");
  return found;
}

function toLexicon(file: LexiconFile): Lexicon {
  const pronouns = new Map<string, Gender>([...Object.entries(file.obliquePronouns), ...Object.entries(file.pronouns)]);
  const firstNames = new Map<string, "male" | "female">();
  for (const name of file.firstNames.male) firstNames.set(name, "male");
  // A name on both lists tells nothing.
  for (const name of file.firstNames.female) {
    if (firstNames.has(name)) firstNames.delete(name);
    else firstNames.set(name, "female");
  }
  return {
    language: file.language,
    words: toWords(file),
    roles: new Set(file.roles),
    titles: new Set(file.titles),
    documents: new Set(file.documents),
    cueNouns: new Set(file.cueNouns),
    nameParticles: new Set(file.nameParticles),
    suffixes: new Set(file.suffixes),
    organizationWords: new Set(file.organizationWords),
    pronouns,
    firstNames,
    separable: toSeparable(file),
    subjunctives: new Set(file.subjunctives),
    subordinators: new Set(file.subordinators),
    relativePronouns: new Set(file.relativePronouns),
    finites: new Set(file.finites),
    opinions: new Set(file.opinions),
  };
}

const loaded = new Map<string, Lexicon | null>();

/** The lexicon of a BCP 47 tag's language ("en-GB" gives English); null when there is none. */
export function findLexicon(language: string): Lexicon | null {
  const tag = language.slice(0, 35).toLowerCase().split(/[-_]/)[0] ?? "";
  if (!LANGUAGE_PATTERN.test(tag)) return null;
  const known = loaded.get(tag);
  if (known !== undefined) return known;
  const url = new URL(`./${tag}/words.json`, import.meta.url);
  // An unknown tag is not remembered: tags come from outside and must not grow the table.
  if (!existsSync(url)) return null;
  const lexicon = toLexicon(lexiconSchema.parse(JSON.parse(readFileSync(url, "utf8"))));
  loaded.set(tag, lexicon);
  return lexicon;
}
