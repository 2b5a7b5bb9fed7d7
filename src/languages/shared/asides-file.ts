/** What a room tells of how sentences lean on one another and what they can do without: the shape of its asides.json. */

import { z } from "zod";
import { pointsSchema } from "./points.ts";

const list = z.array(z.string().min(1)).readonly().default([]);

const cutsSchema = z.strictObject({
  relative: list,
  afterComma: list,
  participle: z.string(),
  bare: list,
  leansOn: list,
  negation: list,
  kept: list,
  verbs: list,
  opening: list,
  hasPlainCommas: z.boolean().default(true),
});
const boundSchema = z.strictObject({
  definite: list,
  indefinite: list,
  counting: list,
  ledOpenings: list,
  explained: list,
  events: list,
  openings: list,
  notOpenings: list,
  contrast: list,
  leads: list,
  inner: list,
  ages: z.string().default("(?!)"),
  pairs: list,
  speakers: list,
  houses: list,
  isSpeakerDropped: z.boolean().default(false),
  soughtInside: list,
  soughtOnce: list,
  selves: list,
  predicates: list,
  personal: list,
  male: list,
  female: list,
  people: list,
  peopleEndings: list,
  notPeople: list,
});

const quotedSchema = z.strictObject({
  demonstratives: list,
  unsure: list,
  before: list,
  explained: list,
  known: list,
  far: list,
  likes: list,
  objects: list,
  times: list,
  earlier: list,
  past: list,
  things: list,
  reversals: list,
  many: list,
  further: list,
  several: list,
  openings: list,
  notOpenings: list,
  backward: list,
  announces: list,
  /** Of a sentence that denies what was said before it, or stands against it. */
  answers: list,
  covers: list,
  calls: list,
  pointing: list,
  empty: list,
  loose: list,
});

const outsideSchema = z.strictObject({ conditions: list, limits: list, hearsay: list });

/** What a room's asides.json may hold; words are in lower case, and a list may be left out. */
export const asidesFileSchema = z.strictObject({
  /** Which rankers of summaries were fitted to texts of this language, by their names in `Rankers`. */
  fittedRankers: list,
  /** Words a person would spend on a text without a title; left out where such texts are told like all others. */
  wordsUntitled: z.int().min(1).nullable().default(null),
  /** A sentence of fewer words tells too little to take a sentence's place; left out where nobody knows. */
  wordsShort: z.int().min(1).default(1),
  /** Newspapers set a deck of a line or three above the text, which tells the news whole. */
  hasDeck: z.boolean().default(false),
  /** A pronoun a few words behind the head leans too: "When he left". */
  isPronounSoughtFurther: z.boolean().default(false),
  /** The pronoun that may stand for nothing, and the regular expression of how a sentence then opens: "It is unclear whether". */
  emptyPronoun: z.strictObject({ word: z.string(), pattern: z.string() }).nullable().default(null),
  /** So many words before a quotation hold it without a verb of speech: `vowing "to go on"`; elsewhere a few anywhere do. */
  holdingWordsMin: z.int().min(1).nullable().default(null),
  /** Words that are names when written in capitals: "US". */
  capitalNames: list,
  /** Words that stand with sums of money, as they are written; a star at the end stands for any letters: "million*". */
  amounts: list,
  /** What may not be left to open a sentence when a connective is taken off: "And if". */
  halves: list,
  /** Verbs right behind a bare surname that make it somebody who acts, and more of them that tell what he did. */
  helpers: list,
  deeds: list,
  /** Open a sentence that leans on the one before and can be taken off; those only with a comma behind them. */
  connectives: list,
  commaOnly: list,
  /** Of these, what can be taken off in the middle with both its commas: "The council, however, voted". */
  innerConnectives: list,
  /** Regular expressions of what opens a sentence, comma and space included, and only ties it to the one before. */
  leadIns: list,
  /** Say "in the place of the dateline": it is kept in front of a sentence that has one of them. */
  here: list,
  /** Behind the subject, and at the end behind a comma or none, what only adds to another sentence: "also", "too". */
  additives: list,
  lastAdditives: list,
  /** Open a sentence that takes back what the one before said: "But not any more!" */
  turns: list,
  /** Of a sentence that denies what was said before it, or stands against it. */
  answers: list,
  disproofs: list,
  /** Stand with a colon before a claim that the page then judges; regular expressions of the judgment, in lower case. */
  claimLabels: list,
  verdicts: list,
  verdictsOnAll: list,
  /**
   * Regular expressions, in either case, of what happens to a claim: reports, a sentence that only says who made it ("Das teilte das
   * Ministerium mit."), doubts, one that distrusts them; media, within a claim that it is what others report;
   * denials, a sentence that denies it and has no news of its own; announced, of a decision, and withdrawals, that it
   * was taken back.
   */
  denied: z
    .strictObject({ reports: list, doubts: list, denials: list, media: list, announced: list, withdrawals: list })
    .prefault({}),
  /** Words of a sentence on charges, of what a court does with the accused, of who then tells them; and what denies them, as regular expressions. */
  accusing: z.strictObject({ charges: list, procedure: list, openings: list, denials: list }).prefault({}),
  /** Open one that leans and cannot be mended. */
  leaning: list,
  selfLed: list,
  acting: list,
  scenes: list,
  pluralLed: list,
  /** Stand for something named before. */
  pronouns: list,
  /** Of these, what says whose something is: "their". */
  owners: list,
  firstPerson: list,
  /** Nouns before a number that looks like a pronoun: "World War I". */
  numbered: list,
  secondPerson: list,
  speech: list,
  /** More verbs that say whose a quotation is (not "continued", which leans); nowhere else do they count as those of speech. */
  reporting: list,
  /** Regular expressions of a sentence that speaks of the text itself or greets whoever reads it: "Here are the winners". */
  guiding: list,
  /** Regular expressions of a sentence that says what will be told, and tells nothing of it: "explains how". */
  signposts: list,
  /** Words for what people die of together, and regular expressions of how many did: "quake", "killed nine people". */
  disasters: list,
  tolls: list,
  /** Words by which an outlet tells what it alone found out: "has learned that". */
  exclusive: list,
  /** Verbs by which news says what is new: "has shown", "announced". */
  findings: list,
  /** Who finds out what is new: "researchers", "the study". */
  finders: list,
  /** How pages say what they are about. */
  points: pointsSchema.prefault({}),
  /** Open a headline that asks, and the clause that says what was found: "How eels …", "has shown that". */
  asking: list,
  /** Open a headline that asks whether something is so: "Does the pier sink?" */
  askingWhether: list,
  clauses: list,
  /**
   * Subjects known only from before. openings (but notOpenings), pairs anywhere; a definite noun that an indefinite one
   * introduced and none of explained follows; events: nouns for the news itself; contrast: connectives that answer the
   * sentence before, those of inner between commas; leads: words before a demonstrative or a definite noun at the head
   * ("amid this", "in the email,"); predicates: regular expressions of what is said only of a second one ("is another option"); ages: a regular expression of somebody called by an age; speakers: pronouns behind a
   * quotation; soughtInside: demonstratives that point back in the middle of a sentence too, as "the barricade" then does; soughtOnce: those among them
   * that point to one thing, told before it ("this knot") unless it is one of selves, the news itself ("this study"); houses: nouns that speak behind one and mean nothing where no such house was named, "the academy";
   * personal: pronouns for a person, who may be one of people or a
   * word with one of peopleEndings, but notPeople; male and female: of these, what can stand for nobody of the other gender.
   */
  bound: boundSchema.prefault({}),
  /**
   * What somebody's words may lean on. demonstratives point to something said before, those of unsure only at the head,
   * at a clause's end or behind one of before ("like that"), none with one of explained right behind it ("those who") or
   * with something everybody knows ("this year"), and those of far never to what the same sentence said,
   * nor does one behind a word of likes ("habits like these");
   * objects: pronouns of things behind a verb; times: before a quotation, what says when by what was told ("Back then"); earlier: beside one, what says that it is older than the news ("last year");
   * past: right before its verb, the same ("had said"); things: regular expressions of an opening whose pronoun is
   * some thing ("it is a game"); reversals: regular expressions of a sentence that takes back what the same person said before it ("but now");
   * further: words of a speaker who is counted with others ("a third official"); many: of these, what stands for several, which some word before it has to
   * fit by one of the regular expressions of several ("them" and "boats"); openings (but notOpenings) answer what was said before; covers open the
   * line that somebody puts above what is shown or linked ("Sharing my letter"); calls: regular expressions of sentences that
   * want to sell; pointing: words that point back wherever they stand ("davon", "half the size"), but not with one of
   * explained right behind them; loose: words that may point back, or to a place nobody named ("also", "there"); empty:
   * regular expressions of openings whose pronoun stands for nothing ("it is hard to").
   */
  quoted: quotedSchema.prefault({}),
  /**
   * Beside somebody's words, what they are false without, as regular expressions of whole words: conditions ("unless"), limits at the
   * head of their sentence ("without the gate, …"), and that nobody knows whether they were said ("reportedly").
   */
  outside: outsideSchema.prefault({}),
  /**
   * Parts a sentence can do without. relative and afterComma open one after a comma, bare without; leansOn before bare
   * keeps it; kept inside keeps it; verbs follow one that is enclosed; hasPlainCommas: commas also set off clauses that a
   * sentence cannot do without.
   */
  cuts: cutsSchema.nullable().default(null),
});

export type AsidesFile = z.infer<typeof asidesFileSchema>;
export type CutWords = z.infer<typeof cutsSchema>;
export type QuotedWords = z.infer<typeof quotedSchema>;
export type BoundWords = z.infer<typeof boundSchema>;
