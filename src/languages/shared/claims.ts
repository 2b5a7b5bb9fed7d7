/** What a language's words do to a claim: which deny it, weaken it, count it, tie it to a cause, or mean the same. */

import { existsSync } from "node:fs";
import { z } from "zod";
import { readRoomFile } from "./room-file.ts";

const list = z
  .string()
  .default("")
  .transform((text): readonly string[] => text.split(" ").filter((word) => word !== ""));
const table = z.record(z.string(), z.string()).default({});

const claimsSchema = z.strictObject({
  about: z.string(),
  /** Short forms and what they stand for: "won't" is "will not". */
  contractions: table,
  /** Words that make one together; the key is looked for, the value is read. */
  phrases: table,
  /** Words that mean another before a number: "over 600" is more than 600. */
  beforeNumbers: table,
  /** Words that change what a claim says, by the word that stands for each list. */
  operators: z.record(z.string(), list),
  /** Operators that a shorter text may leave out without saying something else. */
  droppable: list,
  /** Operators that a claim hangs on: without them it says more than the article. */
  conditions: list,
  negations: list,
  /** Forms of "to be" and "to have" beside a verb. */
  be: list,
  have: list,
  /** The preposition of who does it, in the passive. */
  agents: list,
  /** What stands before a verb that is only planned, asked, tried. */
  infinitives: list,
  /** Prepositions that a shorter text may put in: "the clinic's director", "the director of the clinic". */
  addable: list,
  /** Prepositions behind a quantity: "most of the cracks". */
  partitives: list,
  subordinators: list,
  /** Prepositions that may belong to the verb before them: "sent off". */
  particles: list,
  /** Prepositions by which a subject goes on: "the mayor of Varen". */
  subjectJoiners: list,
  /** Operators that give a cause. */
  causes: list,
  /** Openers of a clause that may be left out: "said (that)". */
  bareOpeners: list,
  /** Reporting words that say whose a sentence is wherever they stand: "according". */
  sources: list,
  /** How verbs of the past end, and words for how something is done; what is written on to a number. */
  pastEndings: list,
  adverbEndings: list,
  ordinals: list,
  /** Endings of what goes on, and the last letter that verbs lose before an ending: "moving" of "move". */
  goingOnEndings: list,
  silentLetters: list,
  /** Openers of a clause that tells more of the word before: who, which. */
  relatives: list,
  /** Of these the one for a place, and the prepositions it stands for: "to Kesten, where" is "in Kesten". */
  placeRelatives: list,
  /** Those that belong to the word behind them: "whose". */
  ownerRelatives: list,
  placeLinks: list,
  /** Openers of what is only said, claimed, asked. */
  complements: list,
  /** Openers of a clause that a sentence states: "because" whatever stands before, "after" of what has been. */
  statingOpeners: list,
  pastOpeners: list,
  /** Openers of a clause that tells when: it has not been where the main clause has not. */
  timeClauses: list,
  /** What joins two clauses that each stand alone, besides coordinators: "while". */
  contrasts: list,
  /** Operators under which nothing has been: "will", "may", "if". */
  openOperators: list,
  /** "its", "their"; and "it", of a thing and no person. */
  ownerPronouns: list,
  thingPronouns: list,
  /** "its" alone; how words for several end. */
  thingOwners: list,
  pluralEndings: list,
  /** Who does it, what they do, and how it is told of what is done: "leader leads led". */
  doers: z.array(list).default([]),
  /** Prepositions that may stand for one another. */
  linkGroups: z.array(list).default([]),
  /** What will be, and how it is told of what somebody said: "will" is "would". */
  futures: table,
  /** Prepositions of a day that something is set for. */
  dayLinks: list,
  /** What opens a span of numbers: "between 5 and 7". */
  ranges: list,
  /** Whether the verb changes its place with what opens the sentence. */
  isVerbSecond: z.boolean().default(false),
  coordinators: list,
  /** Verbs that end a sentence with who said it. */
  credits: list,
  /** Reporting words that may stand for one another. */
  attributive: list,
  /** Words that carry nothing. */
  small: list,
  /** Groups of words that mean the same. */
  same: z.array(list).default([]),
  /** Words that are numbers, and those that multiply the number before them. */
  numbers: z.record(z.string(), z.number()).default({}),
  scales: z.record(z.string(), z.number()).default({}),
  /** Days and months, which count as dates when written with a capital. */
  calendar: list,
  /** Other words of time, and what tells which one is meant: "last winter". */
  times: list,
  timeOpeners: list,
  /** Words that name nobody though they have a capital. */
  notNames: list,
  /** Irregular verbs: base, past, participle. */
  verbs: z.array(list).default([]),
});

type ClaimsFile = z.infer<typeof claimsSchema>;

export interface VerbForm {
  readonly base: string;
  readonly isPast: boolean;
  readonly isParticiple: boolean;
}

/** Everything is looked up by the word in lower case. */
export interface ClaimWords {
  readonly contractions: ReadonlyMap<string, string>;
  readonly phrases: readonly (readonly [pattern: RegExp, instead: string])[];
  readonly beforeNumbers: ReadonlyMap<string, string>;
  readonly operators: ReadonlyMap<string, string>;
  readonly droppable: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly be: ReadonlySet<string>;
  readonly have: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly infinitives: ReadonlySet<string>;
  readonly addable: ReadonlySet<string>;
  readonly partitives: ReadonlySet<string>;
  readonly subjectJoiners: ReadonlySet<string>;
  readonly causes: ReadonlySet<string>;
  readonly bareOpeners: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly pastEndings: readonly string[];
  readonly adverbEndings: readonly string[];
  readonly ordinals: ReadonlySet<string>;
  readonly goingOnEndings: readonly string[];
  readonly silentLetters: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly placeRelatives: ReadonlySet<string>;
  readonly ownerRelatives: ReadonlySet<string>;
  readonly placeLinks: ReadonlySet<string>;
  readonly complements: ReadonlySet<string>;
  readonly tellingOpeners: ReadonlyMap<string, "always" | "past">;
  readonly timeClauses: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  readonly openOperators: ReadonlySet<string>;
  readonly ownerPronouns: ReadonlySet<string>;
  readonly thingPronouns: ReadonlySet<string>;
  readonly thingOwners: ReadonlySet<string>;
  readonly pluralEndings: readonly string[];
  /** Word for who does it -> what they do, and the participle. */
  readonly doers: ReadonlyMap<string, readonly string[]>;
  /** Preposition -> the one that stands for its group. */
  readonly linkGroups: ReadonlyMap<string, string>;
  readonly futures: ReadonlyMap<string, string>;
  readonly dayLinks: ReadonlySet<string>;
  readonly ranges: ReadonlySet<string>;
  readonly isVerbSecond: boolean;
  readonly subordinators: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  readonly coordinators: ReadonlySet<string>;
  readonly credits: ReadonlySet<string>;
  readonly attributive: ReadonlySet<string>;
  readonly small: ReadonlySet<string>;
  /** Word -> the word that stands for its group. */
  readonly same: ReadonlyMap<string, string>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly scales: ReadonlyMap<string, number>;
  readonly calendar: ReadonlySet<string>;
  readonly times: ReadonlySet<string>;
  readonly timeOpeners: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  readonly verbs: ReadonlyMap<string, VerbForm>;
}

function toPhrases(phrases: Readonly<Record<string, string>>): ClaimWords["phrases"] {
  return Object.entries(phrases)
    .sort(([one], [other]) => other.length - one.length)
    .map(([phrase, instead]) => [
      new RegExp(`(?<![\\p{L}'’])${phrase.replaceAll(" ", "\\s+")}(?![\\p{L}'’])`, "giu"),
      instead,
    ]);
}

function toVerbs(lines: ClaimsFile["verbs"]): ReadonlyMap<string, VerbForm> {
  const verbs = new Map<string, VerbForm>();
  for (const [base = "", past = "", participle = ""] of lines) {
    verbs.set(base, { base, isPast: base === past, isParticiple: base === participle });
    verbs.set(participle, { base, isPast: participle === past, isParticiple: true });
    if (past !== participle) verbs.set(past, { base, isPast: true, isParticiple: false });
  }
  return verbs;
}

function toClaimWords(file: ClaimsFile): ClaimWords {
  const same = new Map<string, string>();
  for (const group of file.same) for (const word of group) same.set(word, group[0] ?? word);
  return {
    contractions: new Map(Object.entries(file.contractions)),
    phrases: toPhrases(file.phrases),
    beforeNumbers: new Map(Object.entries(file.beforeNumbers)),
    operators: new Map(
      Object.entries(file.operators).flatMap(([operator, forms]) => forms.map((form) => [form, operator] as const)),
    ),
    droppable: new Set(file.droppable),
    conditions: new Set(file.conditions),
    negations: new Set(file.negations),
    be: new Set(file.be),
    have: new Set(file.have),
    agents: new Set(file.agents),
    infinitives: new Set(file.infinitives),
    addable: new Set(file.addable),
    partitives: new Set(file.partitives),
    subjectJoiners: new Set(file.subjectJoiners),
    causes: new Set(file.causes),
    bareOpeners: new Set(file.bareOpeners),
    sources: new Set(file.sources),
    pastEndings: file.pastEndings,
    adverbEndings: file.adverbEndings,
    ordinals: new Set(file.ordinals),
    goingOnEndings: file.goingOnEndings,
    silentLetters: new Set(file.silentLetters),
    relatives: new Set(file.relatives),
    placeRelatives: new Set(file.placeRelatives),
    ownerRelatives: new Set(file.ownerRelatives),
    placeLinks: new Set(file.placeLinks),
    complements: new Set(file.complements),
    tellingOpeners: new Map([
      ...file.statingOpeners.map((word) => [word, "always"] as const),
      ...file.pastOpeners.map((word) => [word, "past"] as const),
    ]),
    timeClauses: new Set(file.timeClauses),
    contrasts: new Set(file.contrasts),
    openOperators: new Set(file.openOperators),
    ownerPronouns: new Set(file.ownerPronouns),
    thingPronouns: new Set(file.thingPronouns),
    thingOwners: new Set(file.thingOwners),
    pluralEndings: file.pluralEndings,
    doers: new Map(file.doers.map(([doer = "", ...deeds]) => [doer, deeds] as const)),
    linkGroups: new Map(file.linkGroups.flatMap((group) => group.map((link) => [link, group[0] ?? link] as const))),
    futures: new Map(Object.entries(file.futures)),
    dayLinks: new Set(file.dayLinks),
    ranges: new Set(file.ranges),
    isVerbSecond: file.isVerbSecond,
    subordinators: new Set(file.subordinators),
    particles: new Set(file.particles),
    coordinators: new Set(file.coordinators),
    credits: new Set(file.credits),
    attributive: new Set(file.attributive),
    small: new Set(file.small),
    same,
    numbers: new Map(Object.entries(file.numbers)),
    scales: new Map(Object.entries(file.scales)),
    calendar: new Set(file.calendar),
    times: new Set(file.times),
    timeOpeners: new Set(file.timeOpeners),
    notNames: new Set(file.notNames),
    verbs: toVerbs(file.verbs),
  };
}

/** The claim words of a room; null when nobody has written them yet. */
export function readClaimWords(tag: string): ClaimWords | null {
  return existsSync(new URL(`../${tag}/claims.json`, import.meta.url))
    ? toClaimWords(readRoomFile(tag, "claims.json", claimsSchema))
    : null;
}
