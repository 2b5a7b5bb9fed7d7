/** Turns the mentions chosen as speakers into speakers: the fullest name, role and kind, pronouns by who is being reported. */

import type { Speaker } from "../../domain/article.ts";
import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, type Mention, REPORTING_VERBS, VERBAL } from "../../languages/reading.ts";
import { isDefinite, mentionSpan, mentionText, type ReadText } from "../reading/read-text.ts";
import type { Choice } from "../speakers/choose-speakers.ts";
import { describeUnnamed, findOrganization, personExplained, subjectOf } from "./descriptions.ts";
import { findIssuer, findNameBehind, findOpinion, genderOfPronoun } from "./issuers.ts";
import { findNames, type Names, type Person } from "./names.ts";

const BEFORE_OBJECT = classSet("preposition", "reporting", "framing");
const SENTENCE_ENDS = classSet("break", "stop");
const OWN_VERB = classSet("reporting", "framing", "auxiliary", "ed");

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
  fullName: 0.6,
  /** Taken up by a pronoun since. */
  takenUp: 1.2,
  sentence: -0.8,
  paragraph: -0.8,
} as const;

function agrees(pronoun: Gender, person: Person): boolean {
  switch (pronoun) {
    case "male":
    case "female":
      return person.kind === "person" && (person.gender === pronoun || person.gender === "unsure");
    case "person":
      return person.kind === "person";
    case "neuter":
      return person.kind === "organization" && person.gender !== "plural";
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

/** How likely a mention is to be meant by a pronoun later on, apart from how near it is. */
function weighMention(read: ReadText, index: number, mention: Mention, isFirst: boolean): number {
  const classes = (read.linksOf.get(index) ?? [])
    .filter((link) => link.kind !== "joined")
    .map((link) => classAt(read.items, link.verb));
  const isObject =
    BEFORE_OBJECT.has(classAt(read.items, mention.first - 1)) || classAt(read.items, mention.last + 1) === "possessive";
  const report =
    classes.includes("reporting") || classes.includes("source")
      ? WORTH.reports
      : classes.includes("framing")
        ? WORTH.frames
        : 0;
  return report + (isObject ? 0 : WORTH.subject) + (isFirst ? WORTH.firstInSentence : 0);
}

/** "She was cheerful about it. “…,” she said": a pronoun that begins a sentence is as good as its name. */
function isSamePronoun(read: ReadText, index: number, gender: Gender): boolean {
  const mention = read.mentions[index];
  if (mention?.kind !== "pronoun" || !SENTENCE_ENDS.has(classAt(read.items, mention.first - 1))) return false;
  return read.speech.pronouns.get(read.items[mention.last]?.word ?? "") === gender;
}

/** Organizations and groups known by a common noun ("the drivers' union"), so that "it" and "they" may mean them. */
interface Groups {
  find(mention: number): Person | null;
}

function createGroups(read: ReadText, names: Names): Groups {
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
function resolvePronoun(
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
  for (let index = pronoun - 1; index >= 0 && pronoun - index <= MENTIONS_BACK_MAX; index--) {
    const mention = read.mentions[index];
    const head = read.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const said = spoken.get(index);
    const isGroup = gender === "neuter" || gender === "plural";
    const person =
      said ??
      names.find(index) ??
      (isGroup ? groups.find(index) : null) ??
      (depth < CHAIN_MAX && isSamePronoun(read, index, gender)
        ? resolvePronoun(read, names, groups, index, spoken, depth + 1)
        : null);
    if (person === null || !agrees(gender, person) || (said === undefined && isQualifier(read, mention))) continue;
    const subject = subjectOf(read, index);
    const before = read.items[read.mentions[subject - 1]?.last ?? -1];
    const score =
      weighMention(read, subject, read.mentions[subject] ?? mention, before?.sentence !== head.sentence) +
      (said === undefined ? 0 : WORTH.spoke) +
      (mention.kind === "pronoun" && said === undefined ? WORTH.takenUp : 0) +
      (person.gender === gender ? WORTH.knownGender : 0) +
      (person.first === person.last ? 0 : WORTH.fullName) +
      WORTH.sentence * (item.sentence - head.sentence) +
      WORTH.paragraph * (item.paragraph - head.paragraph);
    if (score > (scores.get(person) ?? Number.NEGATIVE_INFINITY)) scores.set(person, score);
  }
  let best: Person | null = null;
  for (const [person, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = person;
  // Of unknown gender: certain only when nobody else could be meant and that person spoke before.
  const isDoubtful = best?.gender === "unsure" && (scores.size > 1 || ![...spoken.values()].includes(best));
  return isDoubtful && read.speech.isPronounStrict ? null : best;
}

/**
 * "The statement added" goes on with what an organization was just reported to have said, there or in the paragraph
 * before. A person may have quoted somebody else's statement, so only organizations are taken for its issuer.
 */
function findLastIssuer(read: ReadText, document: number, spoken: ReadonlyMap<number, Person>): Person | null {
  const mention = read.mentions[document];
  const item = read.items[mention?.first ?? -1];
  const last = [...spoken].filter(([index]) => index < document).at(-1);
  if (mention === undefined || item === undefined || !isDefinite(read, mention)) return null;
  if (last === undefined || last[1].kind !== "organization") return null;
  const before = read.items[read.mentions[last[0]]?.last ?? -1];
  return before !== undefined && item.paragraph - before.paragraph <= 1 ? last[1] : null;
}

interface Resolved {
  readonly name: string;
  readonly role: string | null;
  readonly kind: Speaker["kind"];
  readonly person: Person | null;
}

/** A phrase that describes: by the name beside it, by the role somebody has, by what it is short for, or as printed. */
function resolveDescription(read: ReadText, names: Names, index: number): Resolved {
  const mention = read.mentions[index];
  const explained =
    mention === undefined ? null : (personExplained(read, names, mention) ?? findNameBehind(read, names, index));
  const person = explained ?? names.findByRole(index);
  if (person !== null) return fromPerson(person);
  const opinion = findOpinion(read, names, index);
  if (opinion !== null) return opinion.person === null ? { ...opinion, role: null } : fromPerson(opinion.person);
  const organization = findOrganization(read, names, index);
  if (organization !== null && typeof organization !== "string") return fromPerson(organization);
  if (organization !== null) return { name: organization, role: null, kind: "organization", person: null };
  return { name: describeUnnamed(read, index), role: null, kind: "unnamed", person: null };
}

const fromPerson = (person: Person): Resolved => ({
  name: person.name,
  role: person.role,
  kind: person.kind,
  person,
});

function resolveMention(
  read: ReadText,
  names: Names,
  groups: Groups,
  index: number,
  spoken: ReadonlyMap<number, Person>,
): Resolved {
  const printed = mentionText(read, index);
  const unnamed: Resolved = { name: printed, role: null, kind: "unnamed", person: null };
  switch (read.mentions[index]?.kind) {
    case "name": {
      const person = names.find(index);
      return person === null ? { ...unnamed, kind: "person" } : fromPerson(person);
    }
    case "pronoun": {
      const person = resolvePronoun(read, names, groups, index, spoken);
      return person === null ? unnamed : fromPerson(person);
    }
    case "relative": {
      const last = (read.mentions[index]?.first ?? 0) - 1;
      const before = read.index.byLast.get(classAt(read.items, last) === "comma" ? last - 1 : last);
      const person = before === undefined ? null : names.find(before);
      return person === null ? unnamed : fromPerson(person);
    }
    case "document": {
      const issuer = findIssuer(read, names, index);
      const last = issuer === null ? findLastIssuer(read, index, spoken) : null;
      const name = issuer?.name ?? last?.name ?? printed;
      return { name, role: issuer?.role ?? (last === null ? null : printed), kind: "document", person: null };
    }
    case "title":
    case "role":
    case "noun":
      return resolveDescription(read, names, index);
    default:
      return unnamed;
  }
}

const SPEAKING_KINDS: ReadonlySet<string> = new Set(["name", "role", "title"]);

/** "Ada Moor [and Joris Venn] said", "said Ada Moor [and Joris Venn]": the second of two who speak; -1 when one does. */
function findSecond(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  if (mention === undefined || !SPEAKING_KINDS.has(mention.kind)) return -1;
  const word = read.items[mention.last + 1]?.word ?? "";
  const found = read.speech.joiners.has(word) ? (read.index.byFirst.get(mention.last + 2) ?? -1) : -1;
  const other = read.mentions[found];
  if (other === undefined || !SPEAKING_KINDS.has(other.kind)) return -1;
  const links = read.linksOf.get(index) ?? [];
  const touchesVerb = VERBAL.has(classAt(read.items, other.last + 1));
  const isList = links.some((link) => (link.kind === "list" || touchesVerb) && link.verb > other.last);
  const isAfter = links.some((link) => link.kind === "after" && link.verb < mention.first);
  // "said Ada Moor, and Joris Venn nodded": a verb behind the second name is the second's own.
  return isList || (isAfter && !OWN_VERB.has(classAt(read.items, other.last + 1))) ? found : -1;
}

/** The speaker of each choice; null where none was chosen. */
export function resolveSpeakers(read: ReadText, choices: readonly Choice[]): readonly (Speaker | null)[] {
  const names = findNames(read);
  const groups = createGroups(read, names);
  const spoken = new Map<number, Person>();
  const known = new Map<number, Resolved>();
  return choices.map(({ mention: index }) => {
    const mention = read.mentions[index];
    if (mention === undefined) return null;
    const resolved = known.get(index) ?? resolveMention(read, names, groups, index, spoken);
    known.set(index, resolved);
    // A pronoun that nobody is found for names nobody.
    if (mention.kind === "pronoun" && resolved.kind === "unnamed" && !read.speech.keepsBarePronouns) return null;
    if (resolved.person !== null) spoken.set(index, resolved.person);
    const other = findSecond(read, index);
    const second = other < 0 ? null : resolveMention(read, names, groups, other, spoken);
    const [start, ownEnd] = mentionSpan(read, index);
    const end = other < 0 ? ownEnd : mentionSpan(read, other)[1];
    const { role, kind } = resolved;
    const joint = read.items[mention.last + 1];
    const name = second === null ? resolved.name : `${resolved.name} ${joint?.word ?? ""} ${second.name}`;
    return { mention: read.text.slice(start, end), start, end, name, role, kind };
  });
}
