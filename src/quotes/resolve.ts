/** Turns the mentions chosen as speakers into speakers: the fullest name, role and kind, pronouns by who is being reported. */

import type { Speaker } from "../domain/article.ts";
import type { Gender } from "../language/lexicon.ts";
import { findNames, type Names, type Person } from "./names.ts";
import { classAt, mentionText, type Scene } from "./scene.ts";
import type { Choice } from "./speakers.ts";

/** Paragraphs a pronoun reaches back over. */
const PARAGRAPHS_BACK_MAX = 8;
const MENTIONS_BACK_MAX = 120;
/** What being named as one who reports is worth, in sentences of nearness. */
const REPORTED_WORTH = 2.5;
const SPEAKER_WORTH = 3;
const SUBJECT_WORTH = 1.2;
const SENTENCE_COST = 0.8;
const PARAGRAPH_COST = 0.6;

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

/** Who a pronoun stands for: the one lately reported, near, in subject place; null when nobody agrees. */
function resolvePronoun(
  scene: Scene,
  names: Names,
  pronoun: number,
  spoken: ReadonlyMap<number, Person>,
): Person | null {
  const mention = scene.mentions[pronoun];
  const item = scene.items[mention?.last ?? -1];
  const gender = scene.lexicon.pronouns.get(item?.word ?? "");
  if (mention === undefined || item === undefined || gender === undefined) return null;
  const scores = new Map<Person, number>();
  for (let index = pronoun - 1; index >= 0 && pronoun - index <= MENTIONS_BACK_MAX; index--) {
    const head = scene.items[scene.mentions[index]?.last ?? -1];
    if (head === undefined || item.paragraph - head.paragraph > PARAGRAPHS_BACK_MAX) break;
    const said = spoken.get(index);
    const person = said ?? names.find(index);
    if (person === null || !agrees(gender, person)) continue;
    const first = scene.mentions[index]?.first ?? 0;
    const isReported = (scene.linksOf.get(index) ?? []).some(
      (link) => link.kind !== "joined" && "VD".includes(classAt(scene, link.verb)),
    );
    const isSubject =
      !"pVW".includes(classAt(scene, first - 1)) && classAt(scene, (scene.mentions[index]?.last ?? 0) + 1) !== "'";
    const score =
      (isReported ? REPORTED_WORTH : 0) +
      (said !== undefined ? SPEAKER_WORTH : 0) +
      (isSubject ? SUBJECT_WORTH : 0) +
      (person.gender === gender ? 0.7 : 0) -
      SENTENCE_COST * (item.sentence - head.sentence) -
      PARAGRAPH_COST * (item.paragraph - head.paragraph);
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
      return { name: issuer?.name ?? printed, role: issuer?.role ?? null, kind: "document", person: null };
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
    const start = scene.items[mention.first]?.start ?? 0;
    const end = scene.items[mention.last]?.end ?? start;
    const { name, role, kind } = resolved;
    return { mention: scene.text.slice(start, end), start, end, name, role, kind };
  });
}
