/** Turns the mentions chosen as speakers into speakers: the fullest name, role and kind, pronouns by who is being reported. */

import type { Speaker } from "../domain/article.ts";
import type { Gender } from "../language/lexicon.ts";
import type { Mention } from "./mentions.ts";
import { findNames, type Names, type Person } from "./names.ts";
import { classAt, mentionSpan, mentionText, type Scene } from "./scene.ts";
import type { Choice } from "./speakers.ts";

/** Paragraphs a pronoun reaches back over. */
const PARAGRAPHS_BACK_MAX = 8;
const MENTIONS_BACK_MAX = 120;
/** What each sign is worth, in about as many sentences of nearness; set by hand with PolNeAR train and dev in view. */
const WORTH = {
  spoke: 2,
  reports: 2.5,
  frames: 1.5,
  subject: 1.2,
  firstInSentence: 0.8,
  knownGender: 1.5,
  fullName: 0.6,
  sentence: -0.8,
  paragraph: -0.8,
} as const;

function agrees(pronoun: Gender, person: Person): boolean {
  switch (pronoun) {
    case "male":
    case "female":
      return person.kind === "person" && (person.gender === pronoun || person.gender === "unsure");
    case "neuter":
      return person.kind === "organization";
    default:
      return false;
  }
}

/** "Hale [supporters]", "(R-Port Hale)": a name that only qualifies another word names nobody here. */
function isQualifier(scene: Scene, mention: Mention): boolean {
  return "lRNnC-".includes(classAt(scene, mention.last + 1)) || classAt(scene, mention.first - 1) === "(";
}

/** How likely a mention is to be meant by a pronoun later on, apart from how near it is. */
function weighMention(scene: Scene, index: number, mention: Mention, isFirst: boolean): number {
  const classes = (scene.linksOf.get(index) ?? [])
    .filter((link) => link.kind !== "joined")
    .map((link) => classAt(scene, link.verb));
  const isObject = "pVW".includes(classAt(scene, mention.first - 1)) || classAt(scene, mention.last + 1) === "'";
  const report =
    classes.includes("V") || classes.includes("D") ? WORTH.reports : classes.includes("W") ? WORTH.frames : 0;
  return report + (isObject ? 0 : WORTH.subject) + (isFirst ? WORTH.firstInSentence : 0);
}

/** Who a pronoun stands for: the one lately reported, near, in subject place; null when nobody agrees. */
function resolvePronoun(
  scene: Scene,
  names: Names,
  pronoun: number,
  spoken: ReadonlyMap<number, Person>,
): Person | null {
  const own = scene.mentions[pronoun];
  const item = scene.items[own?.last ?? -1];
  const gender = scene.lexicon.pronouns.get(item?.word ?? "");
  if (own === undefined || item === undefined || gender === undefined) return null;
  const scores = new Map<Person, number>();
  for (let index = pronoun - 1; index >= 0 && pronoun - index <= MENTIONS_BACK_MAX; index--) {
    const mention = scene.mentions[index];
    const head = scene.items[mention?.last ?? -1];
    if (mention === undefined || head === undefined || item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const said = spoken.get(index);
    const person = said ?? names.find(index);
    if (person === null || !agrees(gender, person) || (said === undefined && isQualifier(scene, mention))) continue;
    const before = scene.items[scene.mentions[index - 1]?.last ?? -1];
    const score =
      weighMention(scene, index, mention, before?.sentence !== head.sentence) +
      (said === undefined ? 0 : WORTH.spoke) +
      (person.gender === gender ? WORTH.knownGender : 0) +
      (person.first === person.last ? 0 : WORTH.fullName) +
      WORTH.sentence * (item.sentence - head.sentence) +
      WORTH.paragraph * (item.paragraph - head.paragraph);
    if (score > (scores.get(person) ?? Number.NEGATIVE_INFINITY)) scores.set(person, score);
  }
  let best: Person | null = null;
  for (const [person, score] of scores) if (best === null || score > (scores.get(best) ?? 0)) best = person;
  return best;
}

/** "the statement from the ministry", "the ministry's statement": who issued it, as printed. */
function findIssuer(
  scene: Scene,
  names: Names,
  document: number,
): { readonly name: string; readonly role: string } | null {
  const mention = scene.mentions[document];
  if (mention === undefined) return null;
  const word = scene.items[mention.last + 1]?.word ?? "";
  const issuer = ["from", "by", "of"].includes(word) ? scene.index.byFirst.get(mention.last + 2) : undefined;
  const owner = classAt(scene, mention.last - 1) === "'" ? scene.index.byLast.get(mention.last - 2) : undefined;
  const found = issuer ?? owner;
  if (found === undefined || !["name", "role"].includes(scene.mentions[found]?.kind ?? "")) return null;
  return { name: names.find(found)?.name ?? mentionText(scene, found), role: mentionText(scene, document) };
}

/**
 * "The statement added" goes on with what an organization was just reported to have said, there or in the paragraph
 * before. A person may have quoted somebody else's statement, so only organizations are taken for its issuer.
 */
function findLastIssuer(scene: Scene, document: number, spoken: ReadonlyMap<number, Person>): Person | null {
  const mention = scene.mentions[document];
  const item = scene.items[mention?.first ?? -1];
  const last = [...spoken].filter(([index]) => index < document).at(-1);
  if (item?.word !== "the" || last === undefined || last[1].kind !== "organization") return null;
  const before = scene.items[scene.mentions[last[0]]?.last ?? -1];
  return before !== undefined && item.paragraph - before.paragraph <= 1 ? last[1] : null;
}

interface Resolved {
  readonly name: string;
  readonly role: string | null;
  readonly kind: Speaker["kind"];
  readonly person: Person | null;
}

function resolveMention(scene: Scene, names: Names, index: number, spoken: ReadonlyMap<number, Person>): Resolved {
  const printed = mentionText(scene, index);
  const fromPerson = (person: Person): Resolved => ({
    name: person.name,
    role: person.role,
    kind: person.kind,
    person,
  });
  const unnamed: Resolved = { name: printed, role: null, kind: "unnamed", person: null };
  switch (scene.mentions[index]?.kind) {
    case "name": {
      const person = names.find(index);
      return person === null ? { ...unnamed, kind: "person" } : fromPerson(person);
    }
    case "pronoun": {
      const person = resolvePronoun(scene, names, index, spoken);
      return person === null ? unnamed : fromPerson(person);
    }
    case "relative": {
      const last = (scene.mentions[index]?.first ?? 0) - 1;
      const before = scene.index.byLast.get(classAt(scene, last) === "," ? last - 1 : last);
      const person = before === undefined ? null : names.find(before);
      return person === null ? unnamed : fromPerson(person);
    }
    case "document": {
      const issuer = findIssuer(scene, names, index);
      const last = issuer === null ? findLastIssuer(scene, index, spoken) : null;
      const name = issuer?.name ?? last?.name ?? printed;
      return { name, role: issuer?.role ?? (last === null ? null : printed), kind: "document", person: null };
    }
    case "title":
    case "role": {
      const person = names.findByRole(index);
      if (person !== null) return fromPerson(person);
      const head = scene.items[scene.mentions[index]?.last ?? -1]?.word ?? "";
      return scene.lexicon.organizationWords.has(head) ? { ...unnamed, kind: "organization" } : unnamed;
    }
    default:
      return unnamed;
  }
}

/** The speaker of each choice; null where none was chosen. */
export function resolveSpeakers(scene: Scene, choices: readonly Choice[]): readonly (Speaker | null)[] {
  const names = findNames(scene);
  const spoken = new Map<number, Person>();
  const known = new Map<number, Resolved>();
  return choices.map(({ mention: index }) => {
    const mention = scene.mentions[index];
    if (mention === undefined) return null;
    const resolved = known.get(index) ?? resolveMention(scene, names, index, spoken);
    known.set(index, resolved);
    if (resolved.person !== null) spoken.set(index, resolved.person);
    const [start, end] = mentionSpan(scene, index);
    const { name, role, kind } = resolved;
    return { mention: scene.text.slice(start, end), start, end, name, role, kind };
  });
}
