/** What is read of a text before its quotes are judged: items, mentions, links and clauses. Rooms and quotes share it. */

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

/** Word classes, and what else stands in a line: quotation, paragraph end, name word, other words, punctuation. */
export type ItemClass =
  | WordClass
  | "Q" // a quotation, taken as one
  | "/" // paragraph end
  | "C" // capitalized word
  | "l" // other word
  | "e" // other word in -ed
  | "g" // other word in -ing
  | "y" // other word in -ly
  | "n" // number
  | "'" // possessive
  | "," // comma, semicolon
  | "." // sentence end
  | ":" // colon
  | "-" // dash
  | "(" // bracket opened
  | ")" // bracket closed
  | "x"; // other sign

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

/** The class of the item at a place; beyond the text's ends, a paragraph's end. */
export function classAt(items: readonly Item[], index: number): ItemClass {
  return items[index]?.class ?? "/";
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
