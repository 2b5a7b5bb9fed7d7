/** What each sign is worth in the search for whom a pronoun means: who reports, who acts, who is near. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Link, type Mention } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import type { Person } from "./person.ts";

const BEFORE_OBJECT = classSet("preposition", "reporting", "framing");
const CLAUSE_STARTS = classSet("break", "stop", "comma", "quotation");
const DOING = classSet("plain", "ed");
/** What a bare name may qualify. */
const QUALIFIED = classSet("plain", "role", "document", "number", "capital", "dash");
const QUALIFIED_BY_DASH = classSet("dash");
/** Items of a question that stands alone at most. */
const ASKED_ITEMS_MAX = 40;
/** What each sign is worth, in about as many sentences of nearness; set by hand with PolNeAR train and dev in view. */
export const WORTH = {
  spoke: 2,
  unnamedSpoke: 1,
  reports: 2.5,
  frames: 1.5,
  subject: 1.2,
  firstInSentence: 0.8,
  knownGender: 1.5,
  /** Of unknown gender, but a person for sure. */
  person: 1,
  fullName: 0.6,
  /** Taken up by a pronoun since. */
  takenUp: 1.2,
  /** Who acts in the pronoun's own paragraph, at its beginning or as one who reports. */
  newSubject: 2,
  newSubjectBefore: 1.5,
  /** Whoever acts in the words that lead in the quotation: "Moor was on board: “…,” she said". */
  leadIn: 7,
  leadInObject: 1.5,
  /** Somebody unnamed and new, who has neither a known gender nor a full name to be weighed. */
  unnamed: 1,
  /** "the chancellor" may be somebody named. */
  unnamedKnown: 0.6,
  sentence: -0.8,
  paragraph: -0.8,
} as const;

export function agrees(pronoun: Gender, person: Person): boolean {
  switch (pronoun) {
    case "male":
    case "female":
      if (person.kind !== "person" || person.gender === pronoun) return person.kind === "person";
      // "Its neighbor, China, …": no place is "he", whatever it is called.
      return person.gender === "unsure" && person.isSure && !isPlaceName(person.name.toLowerCase());
    case "person":
      return person.kind === "person";
    case "neuter":
      return (
        (person.kind === "organization" || person.mayBeThing) &&
        person.gender !== "plural" &&
        !isPlaceName(person.name.toLowerCase())
      );
    case "plural":
      return person.gender === "plural" || person.kind === "organization";
    default:
      return false;
  }
}

const BEHIND_FULL_NAME = classSet("number", "plain");

/** "Hale [supporters]", "(R-Port Hale)": a name that only qualifies another word names nobody here. */
export function isQualifier(read: ReadText, mention: Mention): boolean {
  // A bare name stands before the noun that it qualifies only where nouns are stacked.
  const qualifying = read.speech.stacksNouns ? QUALIFIED : QUALIFIED_BY_DASH;
  const behind = classAt(read.items, mention.last + 1);
  // "Moor won in two minutes": a past form that no ending tells is no noun.
  if (read.speech.pastVerbs.has(read.items[mention.last + 1]?.word ?? "")) return false;
  // "Ada Moor ’76 was careful", "Ada Moor fell": a full name seldom qualifies.
  const isFull = mention.last > mention.first && !DETERMINING.has(classAt(read.items, mention.first));
  if (isFull && BEHIND_FULL_NAME.has(behind)) return false;
  // "Ada — who sails —" is named; "Hale-based" is not.
  const [last, next] = [read.items[mention.last], read.items[mention.last + 1]];
  if (next?.class === "dash" && last !== undefined && next.start > last.end) return false;
  return qualifying.has(behind) || classAt(read.items, mention.first - 1) === "open";
}

/** "to [Ada Moor]", "[Moor's] boat", "she lifts [Ada Moor]": whom something befalls. */
function isObject(read: ReadText, mention: Mention): boolean {
  const before = mention.first - 1;
  if (BEFORE_OBJECT.has(classAt(read.items, before)) || classAt(read.items, mention.last + 1) === "possessive")
    return true;
  // "like Ada Moor and [Joris Venn]"
  const listed = classAt(read.items, before) === "conjunction" ? read.index.byLast.get(before - 1) : undefined;
  if (listed !== undefined && classAt(read.items, (read.mentions[listed]?.first ?? 0) - 1) === "preposition")
    return true;
  return DOING.has(classAt(read.items, before)) && read.mentions[read.index.byLast.get(before - 1) ?? -1] !== undefined;
}

const TELLS = classSet("comma", "dash");

/** "to [Ada Moor], who sails today": what follows is told of that person, wherever the name stands. */
export function isToldOf(read: ReadText, mention: Mention): boolean {
  const next = read.items[mention.last + 2];
  const isRelative = next?.class === "relative" && !read.speech.thingRelatives.has(next.word);
  return isRelative && TELLS.has(classAt(read.items, mention.last + 1));
}

/** "says [Ada Moor]", "according to [Ada Moor]": nobody else is tied to the verb. */
function isOnlyOne(read: ReadText, link: Link): boolean {
  return (link.kind === "after" || link.kind === "source") && read.linksAt.get(link.verb)?.length === 1;
}

export interface Weight {
  readonly worth: number;
  readonly isSubject: boolean;
  readonly hasVerb: boolean;
}

/** How likely a mention is to be meant by a pronoun later on, apart from how near it is. */
export function weighMention(read: ReadText, index: number, mention: Mention, isFirst: boolean): Weight {
  const links = (read.linksOf.get(index) ?? []).filter((link) => link.kind !== "joined");
  const classes = links.map((link) => classAt(read.items, link.verb));
  // "with [Ada Moor] — who sails today — warning": the aside tells who acts.
  const isAside = classAt(read.items, mention.last + 1) === "dash" && isToldOf(read, mention);
  const isFront = isAside || !isObject(read, mention);
  const report =
    classes.includes("reporting") || classes.includes("source")
      ? WORTH.reports
      : classes.includes("framing")
        ? WORTH.frames
        : 0;
  const worth = report + (isFront ? WORTH.subject : 0) + (isFirst ? WORTH.firstInSentence : 0);
  return { worth, isSubject: isFront || links.some((link) => isOnlyOne(read, link)), hasVerb: report > 0 };
}

/** "She was cheerful about it. “…,” she said": a pronoun that begins a sentence is as good as its name. */
export function isSamePronoun(read: ReadText, index: number, gender: Gender): boolean {
  const mention = read.mentions[index];
  if (mention?.kind !== "pronoun" || !CLAUSE_STARTS.has(classAt(read.items, mention.first - 1))) return false;
  return read.speech.pronouns.get(read.items[mention.last]?.word ?? "") === gender;
}

/** "she lifts [Ada Moor]": "she" is somebody else. */
export function isBesideSamePronoun(read: ReadText, mention: Mention, gender: Gender): boolean {
  const before = read.items[mention.first - 2];
  return DOING.has(classAt(read.items, mention.first - 1)) && read.speech.pronouns.get(before?.word ?? "") === gender;
}

const UNNAMED_KINDS: ReadonlySet<string> = new Set(["role", "noun", "title"]);
/** "they" may be one person as well. */
const UNNAMED_GENDERS: ReadonlySet<Gender> = new Set<Gender>(["male", "female", "plural"]);

/** "one woman", "the chancellor": somebody without a name whom "he" or "she" may mean as well as anybody named. */
export function isUnnamed(read: ReadText, mention: Mention, gender: Gender): boolean {
  if (!UNNAMED_KINDS.has(mention.kind) || !UNNAMED_GENDERS.has(gender)) return false;
  const head = read.items[mention.last]?.word ?? "";
  const { plural, organizationWords, documents, cueNouns, femaleTitles, maleTitles } = read.speech;
  if (plural.test(head) || organizationWords.has(head) || documents.has(head) || cueNouns.has(head)) return false;
  if ((gender === "male" && femaleTitles.has(head)) || (gender === "female" && maleTitles.has(head))) return false;
  // "a family" is nobody; elsewhere only what is known to be somebody is a role.
  if ((mention.kind === "noun" || read.speech.stacksNouns) && !read.speech.isWorker(head)) return false;
  // "the shipyard [owner] Ada Moor" is named.
  if (classAt(read.items, mention.last + 1) === "capital") return false;
  return DETERMINING.has(classAt(read.items, mention.first)) || classAt(read.items, mention.first - 1) === "possessive";
}

const OWNED_REACH = 6;

/** "One sailor showed his nets, “…,” she writes": a sailor who may well be a man is not surely "she". */
export function ownsAsOther({ items, mentions, speech }: ReadText, index: number, gender: Gender): boolean {
  const mention = mentions[index];
  const head = items[mention?.last ?? -1];
  if (mention === undefined || head === undefined) return false;
  return items.slice(mention.last + 1, mention.last + 1 + OWNED_REACH).some((item) => {
    const owner =
      item.sentence === head.sentence && item.class === "determiner" ? speech.pronouns.get(item.word) : null;
    return (owner === "male" || owner === "female") && owner !== gender;
  });
}

const ACTS = classSet("auxiliary", "ed", "reporting", "framing");

/** "[Moor] said", by her name. */
export const isReporting = (read: ReadText, { kind, last }: Mention): boolean =>
  kind === "name" && classAt(read.items, last + 1) === "reporting";

/** "[Moor] has taken", "[Moor] walked": the name is right before a verb. */
export const isActing = (read: ReadText, mention: Mention): boolean =>
  !DETERMINING.has(classAt(read.items, mention.first)) &&
  !isObject(read, mention) &&
  ACTS.has(classAt(read.items, mention.last + 1));

/** What may stand between an article and its noun. */
export const BEFORE_NOUN = [
  "plain",
  "number",
  "capital",
  "role",
  "title",
  "ly",
  "ed",
  "time",
  "determiner",
  "possessive",
] as const;
const PREMODIFYING = classSet(...BEFORE_NOUN);
export const PREMODIFIERS_MAX = 6;

/** "The 66-year-old [Ada Moor] rowed": the phrase opens its paragraph. */
export function opensParagraph(read: ReadText, { first }: Mention): boolean {
  let at = first - 1;
  while (first - at <= PREMODIFIERS_MAX && PREMODIFYING.has(classAt(read.items, at))) at--;
  return classAt(read.items, at) === "break";
}

/** "Meanwhile, [the nominee]'s support": behind a word that turns to something else, somebody described is who it goes on with. */
export function ownsOpening(read: ReadText, mention: Mention): boolean {
  const { first, last, kind } = mention;
  const { roles, titles, isWorker } = read.speech;
  const head = read.items[last]?.word ?? "";
  if (kind === "name" || !isDefinite(read, mention)) return false;
  if (!roles.has(head) && !titles.has(head) && !isWorker(head)) return false;
  if (classAt(read.items, last + 1) !== "possessive") return false;
  // "The nominee's support" at the head takes up who was told of.
  return classAt(read.items, first - 1) === "comma" && classAt(read.items, first - 3) === "break";
}

const LEADS_IN = classSet("colon", "comma");

/** Whether a mention stands in the words that lead in the quotation behind which the pronoun stands. */
export function leadsIn(read: ReadText, mention: Mention, pronoun: Mention): boolean {
  if (read.items[mention.last]?.sentence !== read.items[pronoun.last]?.sentence) return false;
  let at = pronoun.first - 1;
  while (at > mention.last && classAt(read.items, at) !== "quotation") at--;
  if (at <= mention.last || !LEADS_IN.has(classAt(read.items, at - 1))) return false;
  return (read.quotesBefore[at] ?? 0) === (read.quotesBefore[mention.last] ?? 0);
}

/**
 * "Ivar Hale reacts to the ruling: should the ferry stop?" between two paragraphs: a question that stands alone is the
 * line of a video or another article, and who it names is not meant by what follows.
 */
export function isAskedApart(read: ReadText, { first, last }: Mention): boolean {
  const { paragraph, sentence } = read.items[first] ?? {};
  if (paragraph === undefined || paragraph === 0) return false;
  const isBeside = (at: number): boolean => read.items[at]?.paragraph === paragraph;
  const isOther = (at: number): boolean => read.items[at]?.sentence !== sentence && read.items[at]?.word !== "";
  let [start, end] = [first, last];
  while (isBeside(start - 1)) if (isOther(--start) || end - start > ASKED_ITEMS_MAX) return false;
  while (isBeside(end + 1)) if (isOther(++end) || end - start > ASKED_ITEMS_MAX) return false;
  const text = read.text.slice(read.items[start]?.start ?? 0, read.items[end]?.end ?? 0).trimEnd();
  return /[?？؟]$/u.test(text) && !/["“”„«»]/u.test(text);
}

/** "Ada Moor (@adamoor)": whose message was set into the text is not told of there. */
export const isSigned = ({ text, items }: ReadText, { last }: Mention): boolean =>
  /^\s?\(@/.test(text.slice(items[last]?.end ?? 0, (items[last]?.end ?? 0) + 3));

/** "[Moor] “insulted me”": whom quoted words have for their subject. */
export const isQuotedOf = ({ items }: ReadText, { last, kind }: Mention): boolean =>
  kind === "name" && classAt(items, last + 1) === "quotation" && items[last + 1]?.isUpper === false;
