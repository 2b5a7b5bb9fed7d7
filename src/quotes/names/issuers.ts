/** Who stands behind a document, an opinion, a role whose name follows, or a pronoun that its verb makes clear. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet } from "../../languages/reading.ts";
import { mentionText, type Scene } from "../reading/read-text.ts";
import type { Names, Person } from "./names.ts";

const APPOSED = classSet(
  "preposition",
  "determiner",
  "otherPronoun",
  "capital",
  "role",
  "title",
  "document",
  "number",
  "plain",
  "possessive",
);
const BEHIND_APPOSED = classSet("comma", "open", "reporting", "framing", "auxiliary");

/** "the statement from the ministry", "the ministry's statement": who issued it, as printed. */
export function findIssuer(
  scene: Scene,
  names: Names,
  document: number,
): { readonly found: number; readonly name: string; readonly role: string } | null {
  const mention = scene.mentions[document];
  if (mention === undefined) return null;
  const word = scene.items[mention.last + 1]?.word ?? "";
  const issuer = scene.lexicon.issuerPrepositions.has(word) ? scene.index.byFirst.get(mention.last + 2) : undefined;
  const owner =
    classAt(scene.items, mention.last - 1) === "possessive" ? scene.index.byLast.get(mention.last - 2) : undefined;
  const behind = scene.lexicon.issuerArticles.has(word) ? scene.index.byFirst.get(mention.last + 1) : undefined;
  const found = issuer ?? owner ?? behind;
  if (found === undefined || !["name", "role"].includes(scene.mentions[found]?.kind ?? "")) return null;
  return { found, name: names.find(found)?.name ?? withoutArticle(scene, found), role: mentionText(scene, document) };
}

/** „der Polizei“ in „Angaben der Polizei“ is called „Polizei“ where the article is dropped. */
function withoutArticle(scene: Scene, index: number): string {
  const mention = scene.mentions[index];
  if (mention === undefined || !scene.lexicon.dropsArticles || classAt(scene.items, mention.first) !== "determiner")
    return mentionText(scene, index);
  return scene.text.slice(scene.items[mention.first + 1]?.start ?? 0, scene.items[mention.last]?.end ?? 0);
}

export interface Opinion {
  /** Who holds it, when that is a name. */
  readonly person: Person | null;
  readonly name: string;
  readonly kind: "organization" | "unnamed";
}

/** „nach Angaben der Polizei“: whose words they are is who speaks; null for what is no such noun. */
export function findOpinion(scene: Scene, names: Names, index: number): Opinion | null {
  const head = scene.items[scene.mentions[index]?.last ?? -1]?.word ?? "";
  if (scene.lexicon.stacksNouns || !scene.lexicon.cueNouns.has(head)) return null;
  const issuer = findIssuer(scene, names, index);
  if (issuer === null) return null;
  const last = scene.items[scene.mentions[issuer.found]?.last ?? -1]?.word ?? "";
  const kind = scene.lexicon.organizationWords.has(last) ? "organization" : "unnamed";
  return { person: names.find(issuer.found), name: issuer.name, kind };
}

/** The gender of a pronoun, which its verb may tell. */
export function genderOfPronoun(scene: Scene, pronoun: number, word: string): Gender | undefined {
  const verb = scene.items[scene.linksOf.get(pronoun)?.[0]?.verb ?? -1]?.word ?? null;
  return scene.lexicon.genderOfPronoun(word, verb, scene.lexicon);
}

const APPOSITION_REACH = 8;

/** „Die Sprecherin der Werft, [Ada Moor], sagte“: the name that explains a role over a phrase that belongs to it. */
export function findNameBehind(scene: Scene, names: Names, role: number): Person | null {
  const mention = scene.mentions[role];
  if (mention === undefined || scene.lexicon.stacksNouns) return null;
  let at = mention.last + 1;
  while (at - mention.last <= APPOSITION_REACH && APPOSED.has(classAt(scene.items, at))) at++;
  if (classAt(scene.items, at) !== "comma") return null;
  const found = scene.index.byFirst.get(at + 1);
  const name = scene.mentions[found ?? -1];
  if (found === undefined || name?.kind !== "name") return null;
  return BEHIND_APPOSED.has(classAt(scene.items, name.last + 1)) ? names.find(found) : null;
}
