/** How news names people in full first and by surname then: a room's naming.json made into patterns. */

import { existsSync } from "node:fs";
import { z } from "zod";
import { readRoomFile } from "./room-file.ts";
import { oneOf } from "./word-pattern.ts";

const list = z.array(z.string().min(1)).readonly();
const byGender = z.strictObject({ male: list, female: list });

/** What a room's naming.json holds; words are as they stand inside a sentence. */
const namingSchema = z.strictObject({
  /** A sentence for whoever opens the file. */
  about: z.string(),
  /** Verbs of somebody who speaks; `speechOfOne`: those that show an unusual name to be a person's. */
  speech: list,
  speechOfOne: list,
  /** May stand between a name and its verb of speech: "has said". */
  speechHelpers: list,
  /** What may stand before a bare surname: nothing that makes it a word, a part of a longer name or one of several. */
  before: list,
  /** Any other word in small letters may as well, "over Hale’s vote", "took Hale along", but for these. */
  notBefore: list.default([]),
  /** What may stand behind one beside verbs of speech, and how a verb of the past ends. */
  behind: list,
  pastEndings: list,
  /** May stand before the name of somebody who speaks, without a dot. */
  titles: list,
  /** Words of address before a surname that the whole name makes needless, without a dot. */
  courtesies: byGender,
  /** Pronouns that speak. */
  pronouns: byGender,
  /** First names somewhere that open a sentence here: "Given Hale’s vote". */
  notFirstNames: list.default([]),
  /** Small words inside names. */
  particles: list,
  /** What an apostrophe joins to a name that owns something. */
  possessives: list,
  /** Between two who share a surname: "Bo and Mara Hale". */
  joiners: list,
  /** Behind a surname that more than one has: "the Hale brothers". */
  families: list,
  /** Around a surname that names all who have it: "the Hales". */
  manyBefore: list,
  manyEndings: list,
  /**
   * A phrase at the head that is about the subject behind it, "In her first speech, Mara Hale": how it opens, whose it may
   * be, and what it may not hold, since "in her absence" somebody else acts.
   */
  ownPhrases: z.strictObject({ openings: list, owners: byGender, not: list }).nullable().default(null),
});

type NamingFile = z.infer<typeof namingSchema>;

/** A function that takes a name or a surname looks for it as it is written. */
export interface Naming {
  /** A word with a capital beside a verb of speech, as one of the two groups. */
  readonly spoken: RegExp;
  readonly speaksBehind: RegExp;
  readonly beforeSurname: RegExp;
  readonly behindSurname: RegExp;
  /** "Mr." at the end; its group "male" says whose. */
  readonly courtesy: RegExp;
  readonly possessive: RegExp;
  /** "Jon Paul Morosi", "Mara J. Hale", "Ada van der Moor": words with capitals side by side, with what may join them. */
  readonly chain: RegExp;
  /** "Bo and Mara Hale", the surname as its group. */
  readonly couple: RegExp;
  readonly notFirstNames: ReadonlySet<string>;
  readonly genderOfPronoun: ReadonlyMap<string, "male" | "female">;
  /** Somebody of this name speaks. */
  readonly isSpeaking: (name: string, text: string) => boolean;
  /** Tried at the end of a surname: a family is spoken of. */
  readonly familyBehind: RegExp;
  /** Whether the text tells of all of a surname: "the Hales". */
  readonly hasManyOf: (last: string, text: string) => boolean;
  /** "In her first speech, " at the head; its group "male" says whose. Null where nobody has written how it opens. */
  readonly ownPhrase: RegExp | null;
}

const NAME_WORD = "\\p{Lu}(?:\\.|[\\p{L}’'-]*\\p{L})";
/** As long as a name may be: each capital of a longer word would be tried with all that follows. */
const CAPITAL_WORD = "\\p{Lu}[\\p{L}’'-]{2,40}";

function toOwnPhrase(phrases: NamingFile["ownPhrases"]): RegExp | null {
  if (phrases === null) return null;
  const { openings, owners } = phrases;
  const inside = `(?!${oneOf(phrases.not)}\\b)[\\p{Ll}\\p{N}’'-]+`;
  return new RegExp(
    `^${oneOf(openings)} (?:(?<male>${oneOf(owners.male)})|${oneOf(owners.female)})(?: ${inside}){1,6}, `,
    "iu",
  );
}

/** Tries the verbs where the name stands: a pattern with the name in it would have to be made for each. */
function createSpeakingTest(verb: string): Naming["isSpeaking"] {
  const behind = new RegExp(`,? ${verb}\\b`, "uy");
  const before = new RegExp(`(?<=\\b${verb} )`, "uy");
  const isTriedAt = (pattern: RegExp, text: string, at: number): boolean => {
    pattern.lastIndex = at;
    return pattern.test(text);
  };
  return (name, text) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (isTriedAt(behind, text, end)) return true;
      if (isTriedAt(before, text, at) && !/\p{L}/u.test(text.charAt(end))) return true;
    }
    return false;
  };
}

/** Where `notBefore` is written, any word in small letters but those; at a sentence's head, only those listed. */
function toBeforeSurname({ before, notBefore }: NamingFile): RegExp {
  const atHead = before.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const listed = `(?<![\\p{L}’'])${oneOf([...before, ...atHead])} `;
  const small = notBefore.length === 0 ? "" : `|(?<=[^\\p{L}\\p{N}’'.@#/-])(?!${oneOf(notBefore)} )[\\p{Ll}]{2,20} `;
  return new RegExp(`(?:^|[,;:–—“”"(] ?|-- ?|${listed}${small})$`, "u");
}

function toNaming(file: NamingFile): Naming {
  const { courtesies, manyEndings, pronouns } = file;
  const speech = oneOf(file.speech);
  const possessive = `['’]${oneOf(file.possessives)}`;
  const joiner = oneOf(file.joiners);
  const many = `(?<!\\p{L})${oneOf(file.manyBefore)}`;
  return {
    spoken: new RegExp(
      `(${CAPITAL_WORD}),? (?:${oneOf(file.speechHelpers)} )?${speech}\\b|\\b${speech} (?:${oneOf(file.titles)}\\.? )?(${CAPITAL_WORD})`,
      "gu",
    ),
    speaksBehind: new RegExp(`^ ${speech}\\b`, "u"),
    beforeSurname: toBeforeSurname(file),
    behindSurname: new RegExp(
      `^(?:(?:${possessive}|['’])(?=[ .,;:)]|$)|[,.;:)]| \\d|$|,? (?:${oneOf([...file.behind, ...file.speech])}|\\p{Ll}{2,}${oneOf(file.pastEndings)})\\b)`,
      "u",
    ),
    courtesy: new RegExp(`(?:(?<male>${oneOf(courtesies.male)})|${oneOf(courtesies.female)})\\.? $`, "u"),
    possessive: new RegExp(`${possessive}$`, "u"),
    chain: new RegExp(
      `(?<![\\p{L}\\p{N}’'@#-])${NAME_WORD}(?: (?:${oneOf(file.particles)} ){0,2}${NAME_WORD})*(?![\\p{L}\\p{N}])`,
      "gu",
    ),
    couple: new RegExp(
      // The joiner first: a look back from every space would read each word of the text.
      ` ${joiner} (?<=\\p{Lu}[\\p{L}’'-]+ ${joiner} )\\p{Lu}[\\p{L}’'-]+ (\\p{Lu}[\\p{L}’'-]+)`,
      "gu",
    ),
    notFirstNames: new Set(file.notFirstNames),
    genderOfPronoun: new Map([
      ...pronouns.male.map((word) => [word, "male"] as const),
      ...pronouns.female.map((word) => [word, "female"] as const),
    ]),
    isSpeaking: createSpeakingTest(oneOf(file.speechOfOne)),
    familyBehind: new RegExp(`(?:${possessive})? ${oneOf(file.families)}\\b`, "uy"),
    // Most surnames stand in no text with such an ending: a look for it spares the pattern.
    hasManyOf: (last, text) =>
      manyEndings.some((ending) => text.includes(` ${last}${ending}`)) &&
      new RegExp(`${many} ${last}${oneOf(manyEndings)}(?!\\p{L})`, "u").test(text),
    ownPhrase: toOwnPhrase(file.ownPhrases),
  };
}

/** The naming of a room; null when nobody has written it yet. */
export const readNaming = (tag: string): Naming | null =>
  existsSync(new URL(`../${tag}/naming.json`, import.meta.url))
    ? toNaming(readRoomFile(tag, "naming.json", namingSchema))
    : null;
