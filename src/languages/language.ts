/** The contract of a language: what its room must tell, so that no other folder needs to name a language. */

/** A language as the rest of the program sees it. Its parts are read from the room when first asked for. */
export interface Language {
  /** BCP 47 primary tag in lower case: "de", "pt"; "und" when the language is unknown. */
  readonly tag: string;
  readonly marks: Marks;
  /** How people are quoted; null where nobody has told it yet, and then no quote is given a speaker. */
  readonly speech: Speech | null;
}

/** How quotations are marked, where languages differ. Every mark is read in every language. */
export interface Marks {
  /** Chevrons point at the words: »Ja«, not «Oui». */
  readonly hasInwardChevrons: boolean;
  /** Opened low: „Ja“. The mark “ then closes. */
  readonly hasLowOpeners: boolean;
}

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

export type Gender = "male" | "female" | "neuter" | "plural" | "first" | "second" | "unsure";

/** The words of words.json by which quotes and speakers are found, all in lower case. */
export interface SpeechWords {
  /** Every word of the lists with what it is. */
  readonly words: ReadonlyMap<string, Word>;
  readonly complementizers: ReadonlySet<string>;
  /** What people are: "minister", "spokeswoman". */
  readonly roles: ReadonlySet<string>;
  /** What stands right before a name: "Mr", "Dr". */
  readonly titles: ReadonlySet<string>;
  /** What speaks though it is nobody: "statement", "report". */
  readonly documents: ReadonlySet<string>;
  /** Nouns of speech: "words", "Angaben". */
  readonly cueNouns: ReadonlySet<string>;
  /** Small words inside names: "van", "de la". */
  readonly nameParticles: ReadonlySet<string>;
  /** Behind a name: "Jr.". */
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

/** Which learned weights judge a language's quotes, and how sure they must be. */
export interface SpeechWeights {
  /** A file of weights/quotes, without its ending. */
  readonly name: string;
  /** Learned from this language's own articles; others borrow and are asked for more signs. */
  readonly isOwn: boolean;
  /** A speaker less likely than this is not given. */
  readonly speakerProbabilityMin: number;
  /** A quotation is left out when speech is less likely than this many times "no speech". */
  readonly noneShare: number;
}

/** What a language does that others do not. A room names only what differs from `shared/speech-rules.ts`. */
export interface SpeechRules {
  readonly weights: SpeechWeights;
  /** Written without spaces between words: 「…」と浜名氏は述べた. */
  readonly isSpaceless: boolean;
  /** Nouns have capitals, so that a capital says less: „der Hafen“. */
  readonly hasCapitalNouns: boolean;
  /** Forms of reporting verbs that need no subject of their own: "adding"; null where there are none. */
  readonly participle: RegExp | null;
}

export interface Speech extends SpeechWords, SpeechRules {
  /** The language, while the quotes still ask for it. */
  readonly language: string;
}
