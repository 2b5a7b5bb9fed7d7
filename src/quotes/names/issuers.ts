/** Who stands behind a document, an opinion, a role whose name follows, or a pronoun that its verb makes clear. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING } from "../../languages/reading.ts";
import { mentionText, type ReadText } from "../reading/read-text.ts";
import { isFirstName } from "./evidence.ts";
import { behindSuffix } from "./name-details.ts";
import { nameStart } from "./name-forms.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";

const OFFICES = classSet("role", "title");
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
const BEHIND_APPOSED = classSet("comma", "open", "reporting", "framing", "auxiliary", "stop", "break");

/** "the statement from the ministry", "the ministry's statement": who issued it, as printed. */
export function findIssuer(
  read: ReadText,
  names: Names,
  document: number,
): { readonly found: number; readonly name: string } | null {
  const mention = read.mentions[document];
  if (mention === undefined) return null;
  const word = read.items[mention.last + 1]?.word ?? "";
  const issuer = read.speech.issuerPrepositions.has(word) ? read.index.byFirst.get(mention.last + 2) : undefined;
  const owner =
    classAt(read.items, mention.last - 1) === "possessive" ? read.index.byLast.get(mention.last - 2) : undefined;
  const behind = read.speech.issuerArticles.has(word) ? read.index.byFirst.get(mention.last + 1) : undefined;
  const found = issuer ?? owner ?? behind;
  if (found === undefined || !["name", "role"].includes(read.mentions[found]?.kind ?? "")) return null;
  const name = names.find(found)?.name ?? withoutArticle(read, found);
  return { found, name };
}

/** „der Polizei“ in „Angaben der Polizei“ is called „Polizei“ where the article is dropped. */
function withoutArticle(read: ReadText, index: number): string {
  const mention = read.mentions[index];
  if (mention === undefined || !read.speech.dropsArticles || classAt(read.items, mention.first) !== "determiner")
    return mentionText(read, index);
  return read.text.slice(read.items[mention.first + 1]?.start ?? 0, read.items[mention.last]?.end ?? 0);
}

export interface Opinion {
  /** Who holds it, when that is a name. */
  readonly person: Person | null;
  readonly name: string;
  readonly kind: "organization" | "unnamed";
}

/** „nach Angaben der Polizei“: whose words they are is who speaks; null for what is no such noun. */
export function findOpinion(read: ReadText, names: Names, index: number): Opinion | null {
  const head = read.items[read.mentions[index]?.last ?? -1]?.word ?? "";
  if (read.speech.stacksNouns || !read.speech.cueNouns.has(head)) return null;
  const issuer = findIssuer(read, names, index);
  if (issuer === null) return null;
  const last = read.items[read.mentions[issuer.found]?.last ?? -1]?.word ?? "";
  const kind = read.speech.organizationWords.has(last) ? "organization" : "unnamed";
  return { person: names.find(issuer.found), name: issuer.name, kind };
}

/** The gender of a pronoun, which its verb may tell. */
export function genderOfPronoun(read: ReadText, pronoun: number, word: string): Gender | undefined {
  const verb = read.items[read.linksOf.get(pronoun)?.[0]?.verb ?? -1]?.word ?? null;
  return read.speech.genderOfPronoun(word, verb, read.speech);
}

const APPOSITION_REACH = 10;

/** „der Hafenmeister und Projektleiter [Ada Moor]“: a name behind a second office without an article of its own. */
export function findNameOfTwoOffices(read: ReadText, names: Names, role: number): Person | null {
  const mention = read.mentions[role];
  if (mention === undefined || read.speech.stacksNouns) return null;
  if (!DETERMINING.has(classAt(read.items, mention.first))) return null;
  if (!read.speech.joiners.has(read.items[mention.last + 1]?.word ?? "")) return null;
  for (let at = mention.last + 2; at - mention.last <= 3; at++) {
    const found = read.index.byFirst.get(at);
    const name = read.mentions[found ?? -1];
    const isOffice = OFFICES.has(classAt(read.items, at)) || OFFICES.has(classAt(read.items, at - 1));
    if (found !== undefined && name?.kind === "name" && name.last > name.first)
      return isOffice ? names.find(found) : null;
    if (!OFFICES.has(classAt(read.items, at))) return null;
  }
  return null;
}

/** "State Secretary for Urbanism [Ada Moor] said": the name that runs on from the field of a printed office. */
function findNameOfField(read: ReadText, names: Names, last: number): Person | null {
  if (classAt(read.items, last + 1) !== "preposition" || read.items[last]?.isUpper !== true) return null;
  const found = read.index.byFirst.get(last + 2);
  const name = read.mentions[found ?? -1];
  if (found === undefined || name?.kind !== "name" || nameStart(read, name) === name.first) return null;
  return BEHIND_APPOSED.has(classAt(read.items, name.last + 1)) ? names.find(found) : null;
}

/** „Die Sprecherin der Werft, [Ada Moor], sagte“: the name that explains a role over a phrase that belongs to it. */
export function findNameBehind(read: ReadText, names: Names, role: number): Person | null {
  const mention = read.mentions[role];
  if (mention === undefined) return null;
  const ofField = read.speech.stacksNouns ? findNameOfField(read, names, mention.last) : null;
  if (ofField !== null || (read.speech.stacksNouns && mention.kind !== "name")) return ofField;
  let at = mention.last + 1;
  while (at - mention.last <= APPOSITION_REACH && APPOSED.has(classAt(read.items, at))) at++;
  // „der Verband der Werften (VdW), Ada Moor,“
  if (classAt(read.items, at) === "open" && classAt(read.items, at + 2) === "close") at += 3;
  if (classAt(read.items, at) !== "comma") return null;
  const found = read.index.byFirst.get(at + 1);
  const name = read.mentions[found ?? -1];
  if (found === undefined || name?.kind !== "name") return null;
  // "The U.S. Attorney for Varen, Ada Moor,": where no article tells a list apart, a first name does.
  if (read.speech.stacksNouns && (name.first === name.last || !isFirstName(read, read.items[name.first]?.word ?? "")))
    return null;
  return BEHIND_APPOSED.has(classAt(read.items, behindSuffix(read, name.last + 1))) ? names.find(found) : null;
}
