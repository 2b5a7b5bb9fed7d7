/** What is read of a text before its quotes are judged: items, mentions, links and clauses. Rooms and quotes share it. */

/** What a word is. */
export type WordClass =
  | "reporting" // reports speech
  | "framing" // frames quoted words
  | "source" // names a source: "according"
  | "complementizer" // complementizer
  | "relative" // relative
  | "pronoun" // subject pronoun
  | "otherPronoun" // other pronoun
  | "quantifier" // quantifier
  | "determiner" // determiner
  | "preposition" // preposition
  | "conjunction" // conjunction
  | "auxiliary" // auxiliary or adverb between subject and verb
  | "common" // other common word
  | "time" // time
  | "title" // title
  | "role" // role
  | "document" // document or noun of speech
  | "sourceAfter"; // source word after its noun: German "zufolge"

export interface Word {
  readonly class: WordClass;
  readonly lemma: string;
  /** -ing forms and the like, which report without a subject of their own. */
  readonly isParticiple: boolean;
}

/** Word classes, and what else stands in a line: quotation, paragraph end, name word, other words, punctuation. */
export type ItemClass =
  | WordClass
  | "quotation" // a quotation, taken as one
  | "break" // paragraph end
  | "capital" // capitalized word
  | "plain" // other word
  | "ed" // other word in -ed
  | "ing" // other word in -ing
  | "ly" // other word in -ly
  | "number" // number
  | "possessive" // possessive
  | "comma" // comma, semicolon
  | "stop" // sentence end
  | "colon" // colon
  | "dash" // dash
  | "open" // bracket opened
  | "close" // bracket closed
  | "sign"; // other sign

export interface Item {
  readonly start: number;
  readonly end: number;
  readonly class: ItemClass;
  /** Lower case; empty for a quotation. */
  readonly word: string;
  readonly lemma: string;
  readonly isUpper: boolean;
  readonly isParticiple: boolean;
  readonly sentence: number;
  readonly paragraph: number;
  /** Which quotation this is; -1 for all else. */
  readonly quote: number;
}

/** A set of classes by name. */
export const classSet = (...classes: readonly ItemClass[]): ReadonlySet<ItemClass> => new Set(classes);

/** What opens a phrase: "the", "her", "two". */
export const DETERMINING = classSet("determiner", "otherPronoun", "quantifier");
export const REPORTING_VERBS = classSet("reporting", "framing");
/** What begins a predicate. */
export const VERBAL = classSet("reporting", "framing", "auxiliary");
/** What ties a speaker to words. */
export const CUES = classSet("reporting", "framing", "source");
/** Small words between a verb and its subject. */
export const BESIDE_VERB = classSet("auxiliary", "ly", "time", "otherPronoun");
/** What a noun phrase is made of behind its determiner. */
export const PHRASE_WORDS = classSet("plain", "capital", "role", "title", "document", "number", "possessive");

/** The class of the item at a place; beyond the text's ends, a paragraph's end. */
export function classAt(items: readonly Item[], index: number): ItemClass {
  return items[index]?.class ?? "break";
}

export type MentionKind = "name" | "pronoun" | "role" | "document" | "title" | "noun" | "quantifier" | "relative";

export interface Mention {
  /** First and last item, both inside. The last item is the head: the word that says who. */
  readonly first: number;
  readonly last: number;
  readonly kind: MentionKind;
}

/** How a verb finds its subject. */
export type LinkKind = "before" | "bracket" | "phrase" | "apposition" | "list" | "joined" | "after" | "source";

export interface Link {
  readonly verb: number;
  readonly mention: number;
  readonly kind: LinkKind;
}

export interface MentionIndex {
  /** Item index of a head -> mention index. */
  readonly byLast: ReadonlyMap<number, number>;
  /** Item index of a first word -> mention index. */
  readonly byFirst: ReadonlyMap<number, number>;
}

/** What the form of a phrase says of its place: who acts, whom it befalls, whose, or a phrase behind a preposition. */
export const CASES = ["none", "subject", "open", "object", "genitive", "prepositional"] as const;
/** The place of each in CASES. */
export const CASE = { none: 0, subject: 1, open: 2, object: 3, genitive: 4, prepositional: 5 } as const;

export interface Clause {
  /** Items, both inside. */
  readonly first: number;
  readonly last: number;
  readonly isSubordinate: boolean;
  readonly isRelative: boolean;
  /** „wie Ada Moor sagte“. */
  readonly isHow: boolean;
  /** The finite verb or the word that reports; -1 for none. */
  readonly verb: number;
  readonly isReporting: boolean;
  readonly isPassive: boolean;
  /** In the mood of reported speech. */
  readonly isReported: boolean;
  /** Mention; -1 when none is likely. */
  readonly subject: number;
  /** The subject stands before the verb. */
  readonly isBefore: boolean;
  /** Mention behind „laut“, „so“ or before „zufolge“, or in „heißt es in der Erklärung“; -1 for none. */
  readonly source: number;
}

export interface Clauses {
  readonly list: readonly Clause[];
  /** Item -> clause. */
  readonly of: Int32Array;
  /** Mention -> one of CASE. */
  readonly cases: Uint8Array;
  /** Mention -> first and last item of the whole phrase, with what belongs to it before and behind. */
  readonly spans: readonly (readonly [number, number])[];
}

/** How the reporting clause stands to the quotation. */
export const GOVERNORS = ["none", "own", "back", "forward", "chain", "before", "colon", "wish"] as const;

/** Whom a quotation hangs on. */
export interface Governor {
  /** Mention; -1 when there is none. */
  readonly mention: number;
  readonly how: (typeof GOVERNORS)[number];
  /** The clause names a source, or its verb reports by itself. */
  readonly isStrong: boolean;
}

/** A text as far as clauses need it. */
export interface Reading {
  readonly items: readonly Item[];
  readonly mentions: readonly Mention[];
  /** Verb item -> its links. */
  readonly linksAt: ReadonlyMap<number, readonly Link[]>;
  /** Item index -> index of the first mention whose head is there or later. */
  readonly mentionFrom: Int32Array;
  /** Null where clauses are not read. */
  readonly clauses: Clauses | null;
}

/** What only women and only men are: "daughter", "spokesman". */
export interface RoleGenders {
  readonly femaleRoles: ReadonlySet<string>;
  readonly maleRoles: ReadonlySet<string>;
}

/** Words without which a role is another than the text tells. */
export interface RoleBounds extends RoleGenders, JobWords {
  /** Words in front of a role that say it is not, not yet or no more so, "alleged": without them it is another. */
  readonly roleLimits: ReadonlySet<string>;
  /** Words behind a role that end it, "until", and those that do before a year, "from". */
  readonly roleEnds: ReadonlySet<string>;
  readonly roleTimes: ReadonlySet<string>;
}

/** Words of what somebody is or does, in the clause behind a name and in the title before it. */
interface JobWords {
  /** "is" between a name and what somebody is: "Moor, who is a doctor". */
  readonly copulas: ReadonlySet<string>;
  /** Verbs of what somebody does for a living: "who chairs the board". */
  readonly jobVerbs: ReadonlySet<string>;
  /** "who works at the Hale Center": verbs of a job that a small word ties to it. */
  readonly tiedJobVerbs: ReadonlySet<string>;
  /** Tie somebody to a house right behind the name: "of the Tide Center". */
  readonly housePrepositions: ReadonlySet<string>;
  /** "Republican" before a title or for whoever is one. */
  readonly partyWords: ReadonlySet<string>;
  /** "University", "Hospital": a house that somebody who is named "at" it works at. */
  readonly workplaces: ReadonlySet<string>;
  /** "who was Hale's pollster" */
  readonly pastCopulas: ReadonlySet<string>;
}
