/** The words a summary looks out for: connectives, pronouns, speech; a room's asides.json made into patterns and sets. */

import { type AsidesFile, asidesFileSchema } from "./asides-file.ts";
import { type BoundPhrases, toBound } from "./bound-phrases.ts";
import { BEGIN, type Cuts, END, oneOf, toCuts } from "./cuts.ts";
import { type OutsidePhrases, toOutside } from "./outside-phrases.ts";
import { type PointPhrases, toPoints } from "./points.ts";
import { readRoomFileIfAny } from "./room-file.ts";
import { anyOf, byLength, type Finder, toAnyFinder, toAnyPattern, toWordPattern } from "./word-pattern.ts";

/** Words by which somebody's own words lean on what was said before them; texts are in lower case. */
export interface QuotedPhrases {
  readonly demonstratives: ReadonlySet<string>;
  readonly unsure: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly explained: ReadonlySet<string>;
  readonly known: ReadonlySet<string>;
  readonly far: ReadonlySet<string>;
  readonly likes: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly times: RegExp;
  readonly earlier: RegExp;
  readonly past: ReadonlySet<string>;
  readonly things: RegExp;
  readonly reversals: RegExp;
  readonly many: ReadonlySet<string>;
  readonly several: RegExp;
  readonly further: ReadonlySet<string>;
  readonly openings: RegExp;
  readonly notOpenings: RegExp;
  /** Opens with a connective, or with what leans on the sentence before and is no demonstrative. */
  readonly leaning: RegExp;
  /** Whatever else the quote says: "between the two", "is entirely different". */
  readonly backward: RegExp;
  /** The end of what only announces: "let me be clear,"; and the head of what answers: "I do." */
  readonly announces: RegExp;
  readonly answers: RegExp;
  readonly covers: RegExp;
  readonly calls: RegExp;
  readonly pointing: RegExp;
  readonly empty: RegExp;
  readonly loose: RegExp;
}

export interface Asides
  extends Pick<AsidesFile, "wordsUntitled" | "wordsShort" | "hasDeck" | "isPronounSoughtFurther" | "holdingWordsMin"> {
  readonly fittedRankers: ReadonlySet<string>;
  /** The pronoun that may stand for nothing, and how a sentence then opens. */
  readonly emptyPronoun: { readonly word: string; readonly pattern: RegExp } | null;
  readonly capitalNames: ReadonlySet<string>;
  readonly amounts: RegExp;
  /** What is left when a connective is taken off, and cannot be. */
  readonly halves: RegExp;
  /** Words of names: those of several words, and a word in capitals that does something. */
  readonly nameWords: RegExp;
  readonly bound: BoundPhrases;
  readonly quoted: QuotedPhrases;
  readonly outside: OutsidePhrases;
  /** Null for a language whose commas say nothing of what can go. */
  readonly cuts: Cuts | null;
  readonly connectives: readonly string[];
  /** A connective, or what leans on the sentence before, at the head of a text in lower case. */
  readonly opening: RegExp;
  /** Opens like it and leans on nothing: "Those who". */
  readonly selfLed: RegExp;
  readonly commaOnly: ReadonlySet<string>;
  readonly innerConnective: RegExp;
  /** "also " behind the subject, or ", too" at the end as its group `last`. */
  readonly additive: RegExp;
  /** What opens a sentence and only ties it to the one before, comma and space included. */
  readonly leadIn: RegExp;
  /** Leans on the place that a dateline names. */
  readonly here: RegExp;
  /** A sentence in lower case that takes back what the one before said; words that deny it, or stand against it. */
  readonly turn: RegExp;
  readonly answer: RegExp;
  /** Says of a claim that it is not so. */
  readonly disproof: RegExp;
  /** "claim: ", "all of this is false", both in lower case at the head: somebody's claim, and what says that it is false. */
  readonly claimLabel: RegExp;
  readonly verdict: RegExp;
  readonly verdictOnAll: RegExp;
  /** Says who made the claim before it, with doubt, or denies it; tells what media report, what was announced and what was withdrawn. */
  readonly denied: Readonly<Record<"reports" | "doubts" | "denials" | "media" | "announced" | "withdrawals", RegExp>>;
  /** Tells of charges, of the court's own steps, of somebody who now tells them; denies them all. */
  readonly accusing: Readonly<Record<"charges" | "procedure" | "openings" | "denials", RegExp>>;
  readonly pronouns: ReadonlySet<string>;
  /** "When the guards came, they": whom the pronoun for several stands for. */
  readonly pluralLed: RegExp;
  readonly owners: ReadonlySet<string>;
  /** Opens with what the subject behind it does: "Keeping to her word, ". */
  readonly acting: RegExp;
  readonly firstPerson: ReadonlySet<string>;
  /** What looks like the pronoun of one who speaks: "World War I", "I. Moor". */
  readonly notFirstPerson: RegExp;
  readonly secondPerson: ReadonlySet<string>;
  readonly speech: ReadonlySet<string>;
  /** Say whose a quotation is as well. */
  readonly reporting: ReadonlySet<string>;
  /** A sentence that speaks of the text itself; one by which an outlet tells what it alone found out. */
  readonly guiding: Finder;
  readonly exclusive: RegExp;
  readonly signpost: RegExp;
  /** "Imagine that": opens a paragraph in which nothing happened. */
  readonly scene: RegExp;
  readonly disaster: RegExp;
  readonly toll: RegExp;
  readonly findings: ReadonlySet<string>;
  readonly finders: ReadonlySet<string>;
  readonly points: PointPhrases;
  /** A headline that asks, a sentence that says what was found, a headline that asks whether something is so. */
  readonly asks: RegExp;
  readonly finds: RegExp;
  readonly asksWhether: RegExp;
}

const toHead = (words: readonly string[]): RegExp => new RegExp(`^${oneOf(byLength(words))}${END}`, "u");

/** "those two", "that's": what it points with. */
const firstOf = (words: string): string => words.split(/[ ']/)[0] ?? "";

const toQuoted = ({ quoted: raw, connectives, leaning }: AsidesFile): QuotedPhrases => ({
  demonstratives: new Set(raw.demonstratives),
  unsure: new Set(raw.unsure),
  before: new Set(raw.before),
  explained: new Set(raw.explained),
  known: new Set(raw.known),
  far: new Set(raw.far),
  likes: new Set(raw.likes),
  objects: new Set(raw.objects),
  times: new RegExp(`(?:^|[.!?\\n] ?)${oneOf(raw.times)},? ?["“«„]?$`, "iu"),
  earlier: toWordPattern(raw.earlier),
  past: new Set(raw.past),
  things: toAnyPattern(raw.things),
  reversals: toAnyPattern(raw.reversals),
  many: new Set(raw.many),
  several: toAnyPattern(raw.several),
  further: new Set(raw.further),
  openings: toHead(raw.openings),
  notOpenings: toHead(raw.notOpenings),
  leaning: toHead([...connectives, ...leaning.filter((words) => !raw.demonstratives.includes(firstOf(words)))]),
  backward: toAnyPattern(raw.backward),
  announces: toAnyPattern(raw.announces),
  answers: toAnyPattern(raw.answers),
  covers: toHead(raw.covers),
  calls: toAnyPattern(raw.calls),
  pointing: toWordPattern(raw.pointing),
  empty: toAnyPattern(raw.empty),
  loose: toWordPattern(raw.loose),
});

/** "It was a lie", but not "It was a lie that cost him his office". */
const toVerdict = (patterns: readonly string[]): RegExp =>
  new RegExp(`^(?:${anyOf(patterns)})(?=\\s*(?:[.,;:!?–—(]|$))`, "u");

const CAPITAL_WORD = "(?<![\\p{L}’'-])\\p{Lu}";

function toAsides(raw: AsidesFile): Asides {
  const { emptyPronoun } = raw;
  return {
    wordsUntitled: raw.wordsUntitled,
    wordsShort: raw.wordsShort,
    hasDeck: raw.hasDeck,
    isPronounSoughtFurther: raw.isPronounSoughtFurther,
    holdingWordsMin: raw.holdingWordsMin,
    fittedRankers: new Set(raw.fittedRankers),
    emptyPronoun:
      emptyPronoun === null ? null : { word: emptyPronoun.word, pattern: new RegExp(emptyPronoun.pattern, "iu") },
    capitalNames: new Set(raw.capitalNames),
    amounts: new RegExp(toWordPattern(raw.amounts).source, "u"),
    halves: new RegExp(`^ ${oneOf(raw.halves)}${END}`, "u"),
    nameWords: new RegExp(
      `${CAPITAL_WORD}[\\p{L}’'-]+(?: (?:\\p{Lu}\\. )?\\p{Lu}[\\p{L}’'-]+)+|${CAPITAL_WORD}\\p{Ll}+(?= ${oneOf([...raw.helpers, ...raw.deeds])}${END})`,
      "gu",
    ),
    bound: toBound(raw.bound, raw),
    quoted: toQuoted(raw),
    outside: toOutside(raw.outside, raw.speech),
    cuts: raw.cuts === null ? null : toCuts(raw.cuts, raw.speech),
    connectives: byLength(raw.connectives),
    opening: toHead([...raw.connectives, ...raw.leaning]),
    selfLed: toAnyPattern(raw.selfLed),
    acting: toAnyPattern(raw.acting),
    pluralLed: toAnyPattern(raw.pluralLed),
    commaOnly: new Set(raw.commaOnly),
    innerConnective: new RegExp(`(?<=\\p{L}), ${oneOf(raw.innerConnectives)},(?= \\p{Ll})`, "u"),
    additive: new RegExp(
      `(?<=[\\p{L}\\p{N}’')] )${oneOf(raw.additives)} (?=\\p{Ll})|(?<last>, ${oneOf(raw.lastAdditives)})(?=[.!]$)`,
      "u",
    ),
    leadIn: toAnyPattern(raw.leadIns),
    here: toWordPattern(raw.here),
    turn: toHead(raw.turns),
    answer: toWordPattern(raw.answers),
    disproof: toWordPattern(raw.disproofs),
    claimLabel: new RegExp(`^["“„«]?${oneOf(raw.claimLabels)}(?: ?(?:no\\. ?)?#?\\d{1,2})? ?: `, "u"),
    verdict: toVerdict(raw.verdicts),
    verdictOnAll: new RegExp(`^(?:${anyOf(raw.verdictsOnAll)})${END}`, "u"),
    denied: {
      reports: toAnyPattern(raw.denied.reports),
      doubts: toAnyPattern(raw.denied.doubts),
      denials: toAnyPattern(raw.denied.denials),
      media: toAnyPattern(raw.denied.media),
      announced: toAnyPattern(raw.denied.announced),
      withdrawals: toAnyPattern(raw.denied.withdrawals),
    },
    accusing: {
      charges: toWordPattern(raw.accusing.charges),
      procedure: toWordPattern(raw.accusing.procedure),
      openings: toWordPattern(raw.accusing.openings),
      denials: toAnyPattern(raw.accusing.denials),
    },
    pronouns: new Set(raw.pronouns),
    owners: new Set(raw.owners),
    firstPerson: new Set(raw.firstPerson),
    notFirstPerson: new RegExp(`${BEGIN}(?:I\\.(?= \\p{L})|${oneOf(raw.numbered)} I(?![\\p{L}'’]))`, "gu"),
    secondPerson: new Set(raw.secondPerson),
    speech: new Set(raw.speech),
    reporting: new Set(raw.reporting),
    guiding: toAnyFinder(raw.guiding),
    exclusive: new RegExp(`${BEGIN}${oneOf(raw.exclusive)}${END}`, "iu"),
    signpost: toAnyPattern(raw.signposts),
    scene: toAnyPattern(raw.scenes),
    disaster: toWordPattern(raw.disasters),
    toll: toAnyPattern(raw.tolls),
    findings: new Set(raw.findings),
    finders: new Set(raw.finders),
    points: toPoints(raw.points),
    asks: new RegExp(`^["“„«¿]?${oneOf(raw.asking)}${END}|[?？]["”“»]?$`, "iu"),
    asksWhether: new RegExp(`(?:^|[:|–—] )["“„«¿]?${oneOf(raw.askingWhether)}${END}.*\\?`, "iu"),
    finds: new RegExp(`${BEGIN}${oneOf(raw.findings)},? ${oneOf(raw.clauses)}${END}`, "iu"),
  };
}

/** Empty lists for a language that has no asides.json: nothing is then taken off or held against a sentence. */
export const readAsides = (tag: string): Asides => toAsides(readRoomFileIfAny(tag, "asides.json", asidesFileSchema));
