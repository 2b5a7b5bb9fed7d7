/** The contract of a language: what its room must tell, so that no other folder needs to name a language. */

import type { Clauses, Governor, Item, Link, Mention, MentionIndex, Reading, RoleBounds, Word } from "./reading.ts";
import type { Asides } from "./shared/asides.ts";
import type { ClaimWords } from "./shared/claims.ts";
import type { ToldDays } from "./shared/dates/told-days.ts";
import type { Naming } from "./shared/naming.ts";
import type { PageLines } from "./shared/site-lines.ts";
import type { SpeechWeights } from "./shared/speech-weights.ts";
import type { TranslatedWords } from "./shared/translated.ts";
import type { UnsaidWords } from "./shared/unsaid-words.ts";

/** A language as the rest of the program sees it. Its parts are read from the room when first asked for. */
export interface Language {
  /** BCP 47 primary tag in lower case: "de", "pt"; "und" when the language is unknown. */
  readonly tag: string;
  readonly marks: Marks;
  /** How dates are written; null where nobody has told it yet: names of months in all languages are known anyway. */
  readonly dates: DateWords | null;
  /** The words and rules that tell sentences and words apart. */
  readonly text: TextWords;
  /** A rough stem of a folded word, enough to tie "talks" to "talk"; and what all its forms and no other words share. */
  readonly stem: (folded: string) => string;
  readonly toForm: (folded: string) => string;
  /** How people are quoted; null where nobody has told it yet, and then no quote is given a speaker. */
  readonly speech: Speech | null;
  /** What words do to a claim: deny, weaken, count it; null where nobody has told it yet, and then a model may only copy. */
  readonly claims: ClaimWords | null;
  /** What a translation has to keep; null where nobody has told it yet, and then nothing is translated from it or into it. */
  readonly translated: TranslatedWords | null;
  /** How people are named in full first and by surname then; null where nobody has told it yet, and then no name is completed. */
  readonly naming: Naming | null;
  /** What sites put around an article, and instead of one, and how they say that what they told never was; a page often speaks more than one: see `listSiteLines`. */
  readonly siteLines: PageLines;
  /** How sentences lean on one another and what they can do without: what a summary looks out for. */
  readonly asides: Asides;
}

/** The words of text.json, all in lower case. */
export interface TextWords {
  /** Small words that carry no news; a sentence may begin with one. */
  readonly stopWords: ReadonlySet<string>;
  /** Short forms, without their last full stop: before a name, anywhere, at a sentence's end too. */
  readonly abbreviations: Readonly<Record<"titles" | "offices" | "common" | "enders", readonly string[]>>;
  /** "3. März": a full stop behind a number makes it an ordinal. */
  readonly hasOrdinalPoints: boolean;
  /** Written without spaces: what goes on with the sentence right behind a closed quotation (「…。」と), and verbs that do so within a few characters (“…。”他说). */
  readonly quotingWords: readonly string[];
  readonly sayingWords: readonly string[];
}

/** The words of dates.json, all in lower case. */
export interface DateWords {
  /** January first; each as it stands in a date ("июля"), alone ("июль") and short ("июл"); empty: written in numbers. */
  readonly months: readonly (readonly string[])[];
  /** From Sunday on, each in full and short. */
  readonly weekdays: readonly (readonly string[])[];
  /** Words between the parts of a date: "23 de noviembre de 2026". */
  readonly joiners: readonly string[];
  /** Words that stand with a date on a line of its own: "published", "at". */
  readonly labels: readonly string[];
  /** Words behind an hour: "20 Uhr". */
  readonly hours: readonly string[];
  /** How words for publication begin, and words for a change: "publi", "updat". */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** "a.m.", "上午": the half of the day, behind the hour or before it. */
  readonly morning: readonly string[];
  readonly afternoon: readonly string[];
  /** Whether 03/04/2026 is the third of April or the fourth of March; null where people write neither. */
  readonly slashes: "day-first" | "month-first" | null;
  /** Short names of time zones in this language, in minutes east of Greenwich: "mez" is 60. */
  readonly zones: Readonly<Record<string, number>>;
  readonly told: ToldDays;
}

/** How quotations are marked, where languages differ. Every mark is read in every language. */
export interface Marks {
  /** Chevrons point at the words: »Ja«, not «Oui». */
  readonly hasInwardChevrons: boolean;
  /** Opened low: „Ja“. The mark “ then closes. */
  readonly hasLowOpeners: boolean;
  /** A dash that opens a paragraph opens speech, which no mark closes: – Vi åpner broen, sier hun. */
  readonly hasDashSpeech: boolean;
}

export type Gender = "male" | "female" | "neuter" | "plural" | "first" | "second" | "person" | "unsure";

/** The words of words.json by which quotes and speakers are found, all in lower case. */
export interface SpeechWords extends RoleBounds {
  /** Every word of the lists with what it is. */
  readonly words: ReadonlyMap<string, Word>;
  readonly complementizers: ReadonlySet<string>;
  /** Words that name a source together, by the last of them: "de", "acuerdo", "con". */
  readonly sourcePhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
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
  /** Behind a name: "Jr."; what tells two of one name apart: "Moor senior", "the younger Moor". */
  readonly suffixes: ReadonlySet<string>;
  readonly generations: ReadonlySet<string>;
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
  /** "the" before a phrase that takes up somebody named before: "the minister". */
  readonly definiteArticles: ReadonlySet<string>;
  /** Of these, what stands before women and before men alone: «la», «el». */
  readonly genderedArticles: Readonly<Record<"female" | "male", ReadonlySet<string>>>;
  /** "a" before somebody who is named nowhere: "a spokesman". */
  readonly indefiniteArticles: ReadonlySet<string>;
  /** "and" between two who speak together. */
  readonly joiners: ReadonlySet<string>;
  /** Between a document and who issued it: "the statement from the ministry". */
  readonly issuerPrepositions: ReadonlySet<string>;
  /** Articles that alone tell whose a document is: „die Erklärung der Werft“. */
  readonly issuerArticles: ReadonlySet<string>;
  /** Tie an office ("department") to what it is of, and never stand in a person's name: "Department of Harbors". */
  readonly officeJoiners: ReadonlySet<string>;
  readonly offices: ReadonlySet<string>;
  /** Words for any organization, which fit one whatever its name is: "company". */
  readonly anyOrganization: ReadonlySet<string>;
  /** Tie to somebody unnamed what they are of: "a spokesman for the company". */
  readonly describingPrepositions: ReadonlySet<string>;
  /** What often stands behind one of these is a place: "in Varen". */
  readonly placePrepositions: ReadonlySet<string>;
  /** Relatives that go on with no person, "which", and those that may act: "who", and neither "whose" nor "where". */
  readonly thingRelatives: ReadonlySet<string>;
  readonly subjectRelatives: ReadonlySet<string>;
  /** Titles and roles that are no title of a bare surname: "General Motors" is no general. */
  readonly notBeforeSurname: ReadonlySet<string>;
  /** Titles that with a first name are what somebody is called: "Prince Ivar". */
  readonly regnalTitles: ReadonlySet<string>;
  /** Words in front of a role that belong to it: "former", "lead". */
  readonly roleModifiers: ReadonlySet<string>;
  /** Words of a role that only the text around explains: "fellow", "there". */
  readonly looseRoleWords: ReadonlySet<string>;
  /** Words of an office that somebody held and holds no more: "former". */
  readonly pastOffices: ReadonlySet<string>;
  /** Verbs that may go on with another's words: "recalled". */
  readonly recallVerbs: ReadonlySet<string>;
  /** Words that make another office of the one behind: "deputy", "shadow". */
  readonly otherOffices: ReadonlySet<string>;
  /** Verbs of the past that no ending tells, and that are no adjectives: "met". */
  readonly pastVerbs: ReadonlySet<string>;
  /** "will face challenger Ada Moor": verbs in the form that nouns have. */
  readonly metVerbs: ReadonlySet<string>;
  /** Before an office, who is another than the one told of: "the new mayor". */
  readonly otherHolders: ReadonlySet<string>;
  /** Offices that compounds end with, „Hafenministerin“, and what makes another office of them: „Vizekanzler“. */
  readonly compoundOffices: ReadonlySet<string>;
  readonly otherOfficePrefixes: readonly string[];
  /** What an article may tell of several of: "study", "trial". */
  readonly studies: ReadonlySet<string>;
  /** Titles and roles that are no role by themselves: "vice", "foreign". */
  readonly noRoles: ReadonlySet<string>;
  /** Who somebody is to somebody else, "wife": no role where it does not say to whom. */
  readonly kinRoles: ReadonlySet<string>;
  /** Roles that tell less of somebody than an office or a job: "resident", "author". */
  readonly lesserRoles: ReadonlySet<string>;
  /** Roles that are verbs too: "to host Moor". */
  readonly roleVerbs: ReadonlySet<string>;
  /** Offices that are first names, too: "Dean"; verbs of several that are part of an office: "[state] senator". */
  readonly givenOffices: ReadonlySet<string>;
  readonly officeVerbs: ReadonlySet<string>;
  /** Tie a role to what it is of: "head of", "adviser to"; any preposition does where none is named. */
  readonly roleComplements: ReadonlySet<string>;
  /** "named" between what somebody is and the name: "a pilot named Moor". */
  readonly namers: ReadonlySet<string>;
  /** Titles of women and of men, without a dot; those of other languages, met in any news, are known anyway. */
  readonly femaleTitles: ReadonlySet<string>;
  readonly maleTitles: ReadonlySet<string>;
  /** Words of address that are no role: "Mr", „Frau“. */
  readonly courtesies: ReadonlySet<string>;
  /** Words that keep their dot: "p.m.", "sept.". */
  readonly shortForms: ReadonlySet<string>;
  /** Spaceless speech: what marks who acts (は), that words are quoted (と), whose something is (の). */
  readonly topicMarks: readonly string[];
  readonly quotingMarks: readonly string[];
  readonly possessiveMarks: readonly string[];
  /** First syllables of people's names, where the family's stands first: 김. */
  readonly familyNames: ReadonlySet<string>;
  /** What a name takes on by its place in the sentence; behind an apostrophe it is no part of any name: "Moor'un". */
  readonly nameEndings: readonly string[];
  /** «fue calificado por Moor»: what makes a verb passive, and what stands before who acts. */
  readonly passive: Readonly<Record<"helpers" | "agents", ReadonlySet<string>>>;
  /** Pronouns that stand between a verb and its subject: „sagte sich“. */
  readonly reflexives: ReadonlySet<string>;
  readonly unsaid: UnsaidWords;
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
  /** A particle written on to the last word marks who speaks, and the verb stands last: 김하늘 시장은 “…”라고 말했다. */
  readonly hasSpeakerParticles: boolean;
  /** The verb stands last and its subject before the quotation: Ada Moor, “…” dedi. */
  readonly isVerbFinal: boolean;
  /** The verb stands second: behind “I rapporten” comes “skriver hun”, and the report is nobody who writes. */
  readonly isVerbSecond: boolean;
  /** Words are written together: „kommunikasjonssjef“ is a kind of „sjef“. */
  readonly hasCompounds: boolean;
  /** A pronoun means only somebody whose gender a first name or a title tells; whoever else is likelier is nobody sure. */
  readonly isPronounStrict: boolean;
  /** Which small words may stand before an office as part of it: „tidligere minister“; null where any may. */
  readonly officeWord: RegExp | null;
  /** A script without capitals: a name shows by its place behind the verb. */
  readonly isCaseless: boolean;
  /** Nouns stand bare before what they belong to: "harbor police chief Ada Moor", "Moor aides". */
  readonly stacksNouns: boolean;
  /** Verbs need no subject: «…», admitió. */
  readonly leavesSubjectOut: boolean;
  /** When it was said stands between the verb and its subject: „řekla v pondělí Jana Morská“. */
  readonly tellsTimeBeforeSubject: boolean;
  /** Nouns have no articles: „powiedział dziennikarzom rzecznik“. */
  readonly lacksArticles: boolean;
  /** Forms that tell who acts: verbs of women or men alone („powiedziała“), names that do not („obyvatelka [Varenu]“). */
  readonly genderedVerbs: Readonly<Record<"female" | "male", RegExp>> | null;
  readonly obliqueName: RegExp | null;
  /** The ending of adverbs, which stand between a verb and its subject; null where words do not tell. */
  readonly adverb: RegExp | null;
  /** Words before whoever holds an opinion, at a sentence's beginning: «Para la doctora, “…”». */
  readonly opinionWord: RegExp | null;
  /** A quotation may hold its own attribution between dashes: «…, — said X, — …». */
  readonly attributesBetweenDashes: boolean;
  /** A quotation may hold its own attribution between commas: « …, explique Ada Moor. … ». */
  readonly attributesBetweenCommas: boolean;
  /** Short words lose their vowel and are words of their own: l'hôtel, dell'isola. */
  readonly elidesArticles: boolean;
  /** What joins a verb to the pronoun behind it: "explique-t-elle". */
  readonly invertedPronoun: RegExp | null;
  /** A speaker is called without the article: „der Polizei“ in „Angaben der Polizei“ is „Polizei“. */
  readonly dropsArticles: boolean;
  /** A last name alone keeps its particle: „Van Moor“ is „Ada van Moor“. */
  readonly opensLastNames: boolean;
  /** A pronoun that nobody is found for is given as it stands. */
  readonly keepsBarePronouns: boolean;
  /** Whether a quotation's words speak of the speaker or the hearer: "we", "your". */
  readonly aboutSelf: RegExp;
  /** A capital at a sentence's beginning and such an ending make no name: "Following". */
  readonly noName: RegExp;
  /** What a word of no list is by its ending: "-ly" is how somebody does something. */
  readonly endings: readonly (readonly [ending: string, itemClass: "ed" | "ing" | "ly"])[];
  /** An adverb that may open a sentence, where it has a capital and is no name: "Additionally". */
  readonly isOpeningAdverb: (word: string) => boolean;
  /** Several people: "the lawyers". */
  readonly plural: RegExp;
  /** Null where a subject stands beside its verb, and clauses need not be read. */
  readonly clauses: ClauseReader | null;
  /** Whether a word in front of two names calls somebody by what they do: „Glaziologin Ada Moor“. */
  isCalling(word: string, words: SpeechWords): boolean;
  /** Whether a word of no list says what somebody is: "forester", "beekeeper". */
  isWorker(word: string): boolean;
  /** Whether a particle joins the name word before it to what follows: "Ada van Moor". */
  joinsName(particle: string, before: string, next: string, words: SpeechWords): boolean;
  /** Who a pronoun can mean, when its verb is known. */
  genderOfPronoun(pronoun: string, verb: string | null, words: SpeechWords): Gender | undefined;
}

/** Reads the clauses of a language whose verbs stand far from their subjects. */
export interface ClauseReader {
  /** Reads items again with their neighbors in view: compounds, verbs in two parts. */
  readItems(items: readonly Item[], words: SpeechWords): readonly Item[];
  readClauses(items: readonly Item[], mentions: readonly Mention[], words: SpeechWords): Clauses;
  /** The links of a reporting verb by its clause; null when what stands behind the verb decides. */
  findLinks(
    items: readonly Item[],
    mentions: readonly Mention[],
    index: MentionIndex,
    clauses: Clauses,
    verb: number,
  ): readonly Link[] | null;
  /** Whom the quotation at an item hangs on. */
  findGovernor(reading: Reading, at: number): Governor;
}

export interface Speech extends SpeechWords, SpeechRules {}
