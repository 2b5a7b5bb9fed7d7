/** Who a pronoun stands for: by who is being reported, who is named near, and who unnamed could be meant as well. */

import type { Gender } from "../../languages/language.ts";
import { classAt } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import { findSpeakerBefore } from "./anaphors.ts";
import { findAntecedent } from "./antecedents.ts";
import { personExplained, subjectOf } from "./descriptions.ts";
import { isTied, reports } from "./evidence.ts";
import { unclearMention } from "./explained-phrases.ts";
import type { Groups } from "./groups.ts";
import { genderOfPronoun } from "./issuers.ts";
import type { Names } from "./names.ts";
import { isNewcomerBetween } from "./newcomers/newcomers.ts";
import type { Person } from "./person.ts";
import { asks, asksOther, isHouseOvertaken, isNamedBeside, isOvertaken } from "./pronoun-doubts.ts";
import {
  agrees,
  isActing,
  isAskedApart,
  isBesideSamePronoun,
  isQualifier,
  isQuotedOf,
  isReporting,
  isSamePronoun,
  isSigned,
  isToldOf,
  isUnnamed,
  leadsIn,
  opensParagraph,
  ownsAsOther,
  ownsOpening,
  WORTH,
  weighMention,
} from "./pronoun-signs.ts";
import { findRelatedSince } from "./relatives/related-people.ts";
import type { Spoken } from "./spoken.ts";

/** Paragraphs a pronoun reaches back over. */
const PARAGRAPHS_BACK_MAX = 8;
const MENTIONS_BACK_MAX = 120;
/** Pronouns that are followed from one to the one before. */
const CHAIN_MAX = 1;
/** Two who are this near to one another may both be meant. */
const MARGIN_MIN = 0.35;
/** Somebody unnamed is meant only when clearly likelier than anybody named. */
const UNNAMED_MARGIN_MIN = 1;
/** Somebody unnamed who has not spoken yet must be alone in view. */
const CLEAR_MIN = 3;
/** Somebody who scores less is too far off. */
const SCORE_MIN = -2.3;

/** "Kit" may be a man or a woman, whatever is likelier. */
const mayBeEither = (person: Person, pronoun: Gender): boolean =>
  person.kind === "person" &&
  person.first !== person.last &&
  !agrees(pronoun, person) &&
  findNameGender(person.first) === "either";

const NEXT_LINKS: ReadonlySet<string> = new Set(["before", "apposition", "bracket"]);

/** "Lakbir Sandhal said he had paid. “…,” he said", below what Joris Venn said: who speaks next in the pronoun's paragraph. */
function speaksNext(read: ReadText, index: number, person: Person, paragraph: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined || read.clauses !== null) return false;
  if (person.kind !== "person" || person.gender !== "unsure" || person.first === person.last) return false;
  const reports = (read.linksOf.get(index) ?? []).some(
    ({ kind, verb }) => NEXT_LINKS.has(kind) && classAt(read.items, verb) === "reporting",
  );
  return reports && read.items[mention.last]?.paragraph === paragraph;
}

/** Whether a name acts at the head of the pronoun's paragraph or reports there, or in the one before. */
function actsIn(read: ReadText, index: number, paragraph: number): boolean {
  const mention = read.mentions[index];
  const head = read.items[mention?.last ?? -1];
  if (mention === undefined || head === undefined) return false;
  const { isSubject, hasVerb } = weighMention(read, index, mention, false);
  if (head.paragraph === paragraph) return isSubject && (hasVerb || opensParagraph(read, mention));
  return hasVerb && head.paragraph === paragraph - 1;
}

/** "Ada Moor of Varen, [who] said": who reports by a relative stands there as by name. */
function findByRelative(read: ReadText, names: Names, index: number): Person | null {
  if (read.mentions[index]?.kind !== "relative" || read.clauses !== null) return null;
  const person = reports(read, index) ? names.find(findAntecedent(read, names, index)) : null;
  return person?.gender === "unsure" ? null : person;
}

/** "He continued", whom nobody was found for, "he added": nobody either, unless somebody has acted in between. */
function goesOnFromNobody(
  read: ReadText,
  spoken: Spoken,
  pronoun: number,
  gender: Gender,
  { seen, acted }: { readonly seen: number; readonly acted: number },
): boolean {
  const paragraphOf = (index: number): number => read.items[read.mentions[index]?.last ?? -1]?.paragraph ?? 0;
  const paragraph = paragraphOf(pronoun);
  // "As for Moor, he seems content: “…”"
  if (paragraphOf(seen) === paragraph) return false;
  for (let index = pronoun - 1; index > acted; index--) {
    const head = read.items[read.mentions[index]?.last ?? -1];
    if (head === undefined || paragraph - head.paragraph > 1) return false;
    if (spoken.lost.has(index) && reports(read, index)) return read.speech.pronouns.get(head.word) === gender;
  }
  return false;
}

/** Whom a pronoun means: somebody named, or the mention that describes somebody without a name. */
export type Referent = { readonly person: Person } | { readonly person: null; readonly unnamed: number };

interface Unnamed {
  readonly mention: number;
  readonly score: number;
  readonly spoke: boolean;
}

/** Who a pronoun stands for: the one lately reported, near, in subject place; null when nobody agrees or two do. */
export function resolvePronoun(
  read: ReadText,
  names: Names,
  groups: Groups,
  pronoun: number,
  spoken: Spoken,
  depth = 0,
): Referent | null {
  const own = read.mentions[pronoun];
  const item = read.items[own?.last ?? -1];
  const gender = genderOfPronoun(read, pronoun, item?.word ?? "");
  if (own === undefined || item === undefined || gender === undefined) return null;
  const isOne = read.clauses === null && (gender === "male" || gender === "female");
  // "“…,” the judge said. “…,” he added"; of "the Duke" the text has no name.
  const goesOn = isOne ? findSpeakerBefore(read, pronoun, gender) : -1;
  const phrase = spoken.unnamed.get(goesOn);
  if (phrase !== undefined) return { person: null, unnamed: phrase };
  if (spoken.people.get(goesOn)?.kind === "organization") return null;
  const scores = new Map<Person, number>();
  const subjects = new Set<Person>();
  /** Somebody acts whom the pronoun's gender gainsays, for all that lists of first names know. */
  let hasOther = false;
  const nearest = new Map<Person, number>();
  let opener: Person | null = null;
  /** Where somebody acts last whose first name is given to men and women. */
  let doubtful = -1;
  const seenAt = new Map<Person, number>();
  /** Where somebody was last told of as who acts. */
  const actedAt = new Map<Person, number>();
  const isPlural = gender === "plural";
  /** Whoever is named in the pronoun's paragraph or the one before, and whoever acts there. */
  const named = new Set<Person>();
  const heard = new Set<Person>();
  const acting = new Set<Person>();
  /** Somebody whom a phrase only describes opens one of these paragraphs: "Meanwhile, the nominee's support". */
  let isDescribed = false;
  let next: { readonly person: Person; readonly index: number } | null = null;
  let unnamed: Unnamed | null = null;
  let isTakenUp = true;
  for (let index = pronoun - 1; index >= 0 && pronoun - index <= MENTIONS_BACK_MAX; index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const said = spoken.people.get(index);
    // "a spokesman for the minister, [Ada Moor],": the one or the other
    if (said === undefined && mention.kind === "name" && unclearMention(read, index) >= 0) continue;
    const isGroup: boolean = gender === "neuter" || gender === "plural";
    const isOther: boolean = said === undefined && isUnnamed(read, mention, gender);
    const person: Person | null =
      said ??
      names.find(index) ??
      findByRelative(read, names, index) ??
      (isGroup ? groups.find(index) : null) ??
      (isOther ? (names.findByRole(index) ?? personExplained(read, names, mention)) : null) ??
      (depth < CHAIN_MAX && isSamePronoun(read, index, gender)
        ? spoken.follow(index, () => resolvePronoun(read, names, groups, index, spoken, depth + 1)?.person ?? null)
        : null);
    const isBeside = item.paragraph - head.paragraph <= 1;
    isDescribed ||= person === null && isBeside && ownsOpening(read, mention);
    if (person === null && !isOther) continue;
    if (person !== null && (spoken.genders.get(person) ?? gender) !== gender) continue;
    if (doubtful < 0 && person !== null && mayBeEither(person, gender) && actsIn(read, index, item.paragraph))
      doubtful = index;
    if (next === null && person !== null && said === undefined && speaksNext(read, index, person, item.paragraph))
      next = { person, index };
    hasOther ||= person?.isSure === true && !person.mayBeThing && !agrees(gender, person) && isTied(read, index);
    // "Lindsey Moor said": her name may as well be his.
    const isReporter = person?.kind === "person" && isBeside && isReporting(read, mention);
    if (person !== null && isReporter && gender !== "neuter" && !agrees(gender, person)) acting.add(person);
    if (person !== null && (!agrees(gender, person) || (said === undefined && isQualifier(read, mention)))) continue;
    if (person !== null && said === undefined && (isAskedApart(read, mention) || isSigned(read, mention))) continue;
    const subject = subjectOf(read, index);
    const subjectMention = read.mentions[subject] ?? mention;
    const before = read.items[read.mentions[subject - 1]?.last ?? -1];
    const isFirst = before?.sentence !== head.sentence;
    const weight = weighMention(read, subject, subjectMention, isFirst);
    const isOpening = isFirst && opensParagraph(read, subjectMention);
    const isNear = weight.hasVerb || isOpening || item.sentence - head.sentence === 1;
    const isNew = weight.isSubject && head.paragraph === item.paragraph && isNear;
    const isNewBefore = weight.isSubject && head.paragraph === item.paragraph - 1 && isOpening;
    const isLead = leadsIn(read, mention, own);
    const unnamedBefore = spoken.unnamed.get(index);
    const spoke = said !== undefined || unnamedBefore !== undefined;
    const score =
      weight.worth +
      (said === undefined ? (unnamedBefore === undefined ? 0 : WORTH.unnamedSpoke) : WORTH.spoke) +
      (isNew ? WORTH.newSubject : isNewBefore ? WORTH.newSubjectBefore : 0) +
      (isLead ? (weight.isSubject || isToldOf(read, mention) ? WORTH.leadIn : WORTH.leadInObject) : 0) +
      WORTH.sentence * (item.sentence - head.sentence) +
      WORTH.paragraph * (item.paragraph - head.paragraph);
    if (person !== null && isBeside && (mention.kind !== "pronoun" || said !== undefined)) named.add(person);
    if (person !== null && isBeside && weight.hasVerb) heard.add(person);
    if (person !== null && isBeside && mention.kind === "name" && isActing(read, mention)) acting.add(person);
    if (person === null) {
      if (!weight.isSubject || asks(read, mention)) continue;
      const isKnown = isDefinite(read, mention);
      const its = score + (isKnown ? WORTH.unnamedKnown : WORTH.unnamed);
      if (unnamed === null || its > unnamed.score) unnamed = { mention: unnamedBefore ?? index, score: its, spoke };
      isTakenUp &&= isKnown;
      continue;
    }
    if (!nearest.has(person)) nearest.set(person, head.paragraph);
    if (weight.isSubject && isOpening && head.paragraph === item.paragraph) opener = person;
    if (!seenAt.has(person)) seenAt.set(person, index);
    if (weight.isSubject && !actedAt.has(person)) actedAt.set(person, index);
    if (weight.isSubject) subjects.add(person);
    else if (isBesideSamePronoun(read, mention, gender)) continue;
    const its =
      score +
      (mention.kind === "pronoun" && said === undefined ? WORTH.takenUp : 0) +
      (person.gender === gender ? WORTH.knownGender : person.isSure ? WORTH.person : 0) +
      (person.first === person.last ? 0 : WORTH.fullName);
    if (its > (scores.get(person) ?? Number.NEGATIVE_INFINITY)) scores.set(person, its);
  }
  const [first, second] = [...scores].sort((one, other) => other[1] - one[1]);
  const best = first?.[0] ?? null;
  const bestScore = first?.[1] ?? Number.NEGATIVE_INFINITY;
  // "The comedian" is the only one named; else somebody unnamed is as likely to be meant.
  const isOnly = best !== null && isTakenUp && scores.size === 1 && subjects.has(best);
  if (unnamed !== null && !isOnly && unnamed.score >= bestScore) {
    const margin = unnamed.score - bestScore;
    const isClear = unnamed.score >= CLEAR_MIN && margin >= CLEAR_MIN;
    const isSure = isClear || (unnamed.spoke && margin >= UNNAMED_MARGIN_MIN);
    if (!isSure || ownsAsOther(read, unnamed.mention, gender)) return null;
    const isAbove = read.items[read.mentions[unnamed.mention]?.last ?? -1]?.paragraph !== item.paragraph;
    // "the letter of her friend, Ada Moor. “…,” she writes", below a clerk
    if (isOne && isAbove && isNamedBeside(read, names, pronoun)) return null;
    return { person: null, unnamed: unnamed.mention };
  }
  // "Venn said. “…” ¶ Since then, Moor has built a wall. ¶ “…,” he said": both may be meant.
  const others = [...acting].filter((person) => person !== best);
  const isOtherActing = best !== null && !heard.has(best) && (others.length > 0 || (acting.size > 0 && hasOther));
  if (best !== null && !named.has(best) && (isOtherActing || isDescribed)) return null;
  if (best === null || bestScore - (second?.[1] ?? Number.NEGATIVE_INFINITY) < MARGIN_MIN) return null;
  // "Kit Moor agrees. “…,” she says", below what another woman said: "Kit" may be she.
  if (doubtful > (seenAt.get(best) ?? -1)) return null;
  // A firm may report as well: "he" below its name and a woman's words may be a man with a woman's first name.
  const isReporter = (read.linksOf.get(seenAt.get(best) ?? -1) ?? []).some(({ kind }) => kind === "before");
  if (best.mayBeThing && hasOther && !isReporter) return null;
  if (next !== null && next.person !== best && next.index > (seenAt.get(best) ?? -1)) return { person: next.person };
  // "Ada Moor agrees. “…,” she says": who opens the paragraph of the pronoun is meant before anybody above it.
  if (opener !== null && opener !== best && nearest.get(best) !== item.paragraph)
    return opener.gender === gender || spoken.isHeard(opener) ? { person: opener } : null;
  // "Moor “insulted me and my town,” he said": nobody says so of himself.
  const lastSeen = read.mentions[seenAt.get(best) ?? -1];
  if (isOne && lastSeen !== undefined && isQuotedOf(read, lastSeen)) return null;
  const places = { seen: seenAt.get(best) ?? -1, acted: actedAt.get(best) ?? -1 };
  const isPersonal = gender === "male" || gender === "female";
  const related = isPersonal ? findRelatedSince(read, names, pronoun, places.acted, best, gender) : null;
  if (related?.person != null) return { person: related.person };
  if (related !== null) return related.phrase < 0 ? null : { person: null, unnamed: related.phrase };
  if (isOne && isOvertaken(read, names, pronoun, places, best, gender)) return null;
  if (isPersonal && isNewcomerBetween(read, pronoun, places.seen, best, gender)) return null;
  if (isOne && goesOnFromNobody(read, spoken, pronoun, gender, places)) return null;
  const isHouse = read.clauses === null && (gender === "neuter" || isPlural);
  if (isHouse && isHouseOvertaken(read, names, groups, pronoun, places.seen, best)) return null;
  if (isOne && asksOther(read, names, Math.max(places.seen, places.acted), best, gender)) return null;
  // "whoever makes Oarly open": what nothing in the article speaks for as a person, or as a house that says something.
  if (read.clauses === null && best.kind === "person" && best.gender === "unsure" && !best.isSure && !isPlural)
    return null;
  // "They told the Tidings", "on Harbor FM's show": what is only spoken to, or owns, is nobody's "they" or "he".
  const isUnsure = best.kind === "organization" ? isPlural : best.gender === "unsure";
  if (read.clauses === null && isUnsure && !subjects.has(best)) return null;
  // Far off, and still the only person in view.
  const isAlone = scores.size === 1 && unnamed === null && best.kind === "person" && !best.mayBeThing;
  if (bestScore < SCORE_MIN && !isAlone) return null;
  // Of unknown gender: certain only when nobody else could be meant and that person spoke before.
  const isDoubtful = best.gender === "unsure" && (scores.size > 1 || !spoken.isHeard(best));
  return isDoubtful && read.speech.isPronounStrict ? null : { person: best };
}
