/** Who a pronoun stands for: by who is being reported, who is named near, and who unnamed could be meant as well. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Link, type Mention, REPORTING_VERBS } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/name-lists.ts";
import { isDefinite, mentionText, type ReadText } from "../reading/read-text.ts";
import { findOrganization, personExplained, subjectOf } from "./descriptions.ts";
import { genderOfPronoun } from "./issuers.ts";
import type { Names, Person } from "./names.ts";

const BEFORE_OBJECT = classSet("preposition", "reporting", "framing");
const CLAUSE_STARTS = classSet("break", "stop", "comma", "quotation");
const DOING = classSet("plain", "ed");
/** What a bare name may qualify. */
const QUALIFIED = classSet("plain", "role", "document", "number", "capital", "dash");
const QUALIFIED_BY_DASH = classSet("dash");
/** Paragraphs a pronoun reaches back over. */
const PARAGRAPHS_BACK_MAX = 8;
const MENTIONS_BACK_MAX = 120;
/** Pronouns that are followed from one to the one before. */
const CHAIN_MAX = 1;
/** What each sign is worth, in about as many sentences of nearness; set by hand with PolNeAR train and dev in view. */
const WORTH = {
  spoke: 2,
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
  newSubjectBefore: 1,
  /** Somebody unnamed and new, who has neither a known gender nor a full name to be weighed. */
  unnamed: 1,
  /** "the chancellor" may be somebody named. */
  unnamedKnown: 0.6,
  sentence: -0.8,
  paragraph: -0.8,
} as const;

function agrees(pronoun: Gender, person: Person): boolean {
  switch (pronoun) {
    case "male":
    case "female":
      return person.kind === "person" && (person.gender === pronoun || (person.gender === "unsure" && person.isSure));
    case "person":
      return person.kind === "person";
    case "neuter":
      return person.kind === "organization" && person.gender !== "plural" && !isPlaceName(person.name.toLowerCase());
    case "plural":
      return person.gender === "plural" || person.kind === "organization";
    default:
      return false;
  }
}

/** "Hale [supporters]", "(R-Port Hale)": a name that only qualifies another word names nobody here. */
function isQualifier(read: ReadText, mention: Mention): boolean {
  // A bare name stands before the noun that it qualifies only where nouns are stacked.
  const qualifying = read.speech.stacksNouns ? QUALIFIED : QUALIFIED_BY_DASH;
  return qualifying.has(classAt(read.items, mention.last + 1)) || classAt(read.items, mention.first - 1) === "open";
}

/** "to [Ada Moor]", "[Moor's] boat", "she lifts [Ada Moor]": whom something befalls. */
function isObject(read: ReadText, mention: Mention): boolean {
  const before = mention.first - 1;
  if (BEFORE_OBJECT.has(classAt(read.items, before)) || classAt(read.items, mention.last + 1) === "possessive")
    return true;
  return DOING.has(classAt(read.items, before)) && read.mentions[read.index.byLast.get(before - 1) ?? -1] !== undefined;
}

/** "says [Ada Moor]", "according to [Ada Moor]": nobody else is tied to the verb. */
function isOnlyOne(read: ReadText, link: Link): boolean {
  return (link.kind === "after" || link.kind === "source") && read.linksAt.get(link.verb)?.length === 1;
}

interface Weight {
  readonly worth: number;
  readonly isSubject: boolean;
  readonly hasVerb: boolean;
}

/** How likely a mention is to be meant by a pronoun later on, apart from how near it is. */
function weighMention(read: ReadText, index: number, mention: Mention, isFirst: boolean): Weight {
  const links = (read.linksOf.get(index) ?? []).filter((link) => link.kind !== "joined");
  const classes = links.map((link) => classAt(read.items, link.verb));
  const isFront = !isObject(read, mention);
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
function isSamePronoun(read: ReadText, index: number, gender: Gender): boolean {
  const mention = read.mentions[index];
  if (mention?.kind !== "pronoun" || !CLAUSE_STARTS.has(classAt(read.items, mention.first - 1))) return false;
  return read.speech.pronouns.get(read.items[mention.last]?.word ?? "") === gender;
}

/** "she lifts [Ada Moor]": "she" is somebody else. */
function isBesideSamePronoun(read: ReadText, mention: Mention, gender: Gender): boolean {
  const before = read.items[mention.first - 2];
  return DOING.has(classAt(read.items, mention.first - 1)) && read.speech.pronouns.get(before?.word ?? "") === gender;
}

const UNNAMED_KINDS: ReadonlySet<string> = new Set(["role", "noun", "title"]);

/** "one woman", "the chancellor": somebody without a name whom "he" or "she" may mean as well as anybody named. */
function isUnnamed(read: ReadText, mention: Mention, gender: Gender): boolean {
  if (!UNNAMED_KINDS.has(mention.kind) || (gender !== "male" && gender !== "female")) return false;
  const head = read.items[mention.last]?.word ?? "";
  const { plural, organizationWords, documents, cueNouns, femaleTitles, maleTitles } = read.speech;
  if (plural.test(head) || organizationWords.has(head) || documents.has(head) || cueNouns.has(head)) return false;
  if ((gender === "male" ? femaleTitles : maleTitles).has(head)) return false;
  // "a family" is nobody; elsewhere only what is known to be somebody is a role.
  if ((mention.kind === "noun" || read.speech.stacksNouns) && !read.speech.isWorker(head)) return false;
  // "the shipyard [owner] Ada Moor" is named.
  if (classAt(read.items, mention.last + 1) === "capital") return false;
  return DETERMINING.has(classAt(read.items, mention.first)) || classAt(read.items, mention.first - 1) === "possessive";
}

/** Organizations and groups known by a common noun ("the drivers' union"), so that "it" and "they" may mean them. */
export interface Groups {
  find(mention: number): Person | null;
}

export function createGroups(read: ReadText, names: Names): Groups {
  const known = new Map<string, Person>();
  const toGroup = (name: string, gender: Gender): Person => {
    const group = known.get(name) ?? {
      name,
      first: "",
      last: name,
      gender,
      role: null,
      kind: "organization",
      count: 1,
      isSure: false,
    };
    known.set(name, group);
    return group;
  };
  return {
    find(index) {
      const found = findOrganization(read, names, index);
      if (found !== null) return typeof found === "string" ? toGroup(found, "neuter") : found;
      const mention = read.mentions[index];
      const head = read.items[mention?.last ?? -1]?.word ?? "";
      // "said his members would": a subject of what is said, not who says it.
      const isInside = REPORTING_VERBS.has(classAt(read.items, (mention?.first ?? 0) - 1));
      return mention?.kind === "role" && read.speech.plural.test(head) && !isInside
        ? toGroup(mentionText(read, index), "plural")
        : null;
    },
  };
}

/** Who a pronoun stands for: the one lately reported, near, in subject place; null when nobody agrees. */
export function resolvePronoun(
  read: ReadText,
  names: Names,
  groups: Groups,
  pronoun: number,
  spoken: ReadonlyMap<number, Person>,
  depth = 0,
): Person | null {
  const own = read.mentions[pronoun];
  const item = read.items[own?.last ?? -1];
  const gender = genderOfPronoun(read, pronoun, item?.word ?? "");
  if (own === undefined || item === undefined || gender === undefined) return null;
  const scores = new Map<Person, number>();
  const subjects = new Set<Person>();
  let unnamed = Number.NEGATIVE_INFINITY;
  let isTakenUp = true;
  for (let index = pronoun - 1; index >= 0 && pronoun - index <= MENTIONS_BACK_MAX; index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const said = spoken.get(index);
    const isGroup = gender === "neuter" || gender === "plural";
    const isOther = said === undefined && isUnnamed(read, mention, gender);
    const person =
      said ??
      names.find(index) ??
      (isGroup ? groups.find(index) : null) ??
      (isOther ? (names.findByRole(index) ?? personExplained(read, names, mention)) : null) ??
      (depth < CHAIN_MAX && isSamePronoun(read, index, gender)
        ? resolvePronoun(read, names, groups, index, spoken, depth + 1)
        : null);
    if (person === null && !isOther) continue;
    if (person !== null && (!agrees(gender, person) || (said === undefined && isQualifier(read, mention)))) continue;
    const subject = subjectOf(read, index);
    const before = read.items[read.mentions[subject - 1]?.last ?? -1];
    const isFirst = before?.sentence !== head.sentence;
    const weight = weighMention(read, subject, read.mentions[subject] ?? mention, isFirst);
    const isOpening = isFirst && classAt(read.items, (read.mentions[subject]?.first ?? 0) - 1) === "break";
    const isNear = weight.hasVerb || isOpening || item.sentence - head.sentence === 1;
    const isNew = weight.isSubject && head.paragraph === item.paragraph && isNear;
    const isNewBefore = weight.isSubject && head.paragraph === item.paragraph - 1 && isOpening;
    const score =
      weight.worth +
      (said === undefined ? 0 : WORTH.spoke) +
      (isNew ? WORTH.newSubject : isNewBefore ? WORTH.newSubjectBefore : 0) +
      WORTH.sentence * (item.sentence - head.sentence) +
      WORTH.paragraph * (item.paragraph - head.paragraph);
    if (person === null) {
      if (!weight.isSubject) continue;
      const isKnown = isDefinite(read, mention);
      unnamed = Math.max(unnamed, score + (isKnown ? WORTH.unnamedKnown : WORTH.unnamed));
      isTakenUp &&= isKnown;
      continue;
    }
    if (weight.isSubject) subjects.add(person);
    else if (isBesideSamePronoun(read, mention, gender)) continue;
    const own =
      score +
      (mention.kind === "pronoun" && said === undefined ? WORTH.takenUp : 0) +
      (person.gender === gender ? WORTH.knownGender : person.isSure ? WORTH.person : 0) +
      (person.first === person.last ? 0 : WORTH.fullName);
    if (own > (scores.get(person) ?? Number.NEGATIVE_INFINITY)) scores.set(person, own);
  }
  let best: Person | null = null;
  for (const [person, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = person;
  // "The comedian" is the only one named; else somebody unnamed is as likely to be meant.
  const isOnly = best !== null && isTakenUp && scores.size === 1 && subjects.has(best);
  if (best !== null && !isOnly && unnamed >= (scores.get(best) ?? 0)) return null;
  // Of unknown gender: certain only when nobody else could be meant and that person spoke before.
  const isDoubtful = best?.gender === "unsure" && (scores.size > 1 || ![...spoken.values()].includes(best));
  return isDoubtful && read.speech.isPronounStrict ? null : best;
}
