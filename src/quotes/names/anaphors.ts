/** Whom a phrase that tells little means, « la jeune femme », right behind somebody who spoke: that one, or nobody certain. */

import type { Gender } from "../../languages/language.ts";
import { classAt, type Mention } from "../../languages/reading.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import { reports } from "./evidence.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";
import type { Spoken } from "./spoken.ts";

function genderOfArticle(read: ReadText, first: number): Gender {
  const word = read.items[first]?.word ?? "";
  const { female, male } = read.speech.genderedArticles;
  return female.has(word) ? "female" : male.has(word) ? "male" : "unsure";
}

/** The person who spoke last, in this paragraph or the one before, when nobody else has been named since. */
export function findTakenUp(read: ReadText, names: Names, index: number, spoken: Spoken): Person | null {
  const mention = read.mentions[index];
  const item = read.items[mention?.last ?? -1];
  if (mention === undefined || item === undefined || !read.speech.lesserRoles.has(item.word)) return null;
  const gender = isDefinite(read, mention) ? genderOfArticle(read, mention.first) : "unsure";
  if (gender === "unsure") return null;
  const last = spoken.lastBefore(index);
  if (last === null) return null;
  const [at, person] = last;
  const before = read.items[read.mentions[at]?.last ?? -1];
  if (person.kind !== "person" || person.gender !== gender) return null;
  if (before === undefined || item.paragraph - before.paragraph > 1) return null;
  for (let between = at + 1; between < index; between++) {
    const other = names.find(between);
    if (other?.kind === "person" && other !== person) return null;
  }
  return person;
}

/** "“…,” [the judge] said", "“…,” said [the judge]" */
const isBehindWords = ({ items }: ReadText, { first }: Mention): boolean =>
  [first - 1, first - 2].some((at) => classAt(items, at) === "quotation");

/**
 * "“…,” the judge said. “…,” he added": the mention that said the words right before, in the pronoun's paragraph and with
 * nobody told of since; -1 when there is none.
 */
export function findSpeakerBefore(read: ReadText, pronoun: number, gender: Gender): number {
  const [own, before] = [read.mentions[pronoun], read.mentions[pronoun - 1]];
  const head = read.items[before?.last ?? -1];
  if (own === undefined || before === undefined || head?.paragraph !== read.items[own.last]?.paragraph) return -1;
  if (classAt(read.items, own.first - 1) !== "quotation" || !isBehindWords(read, before)) return -1;
  // No other words in between.
  if ((read.quotesBefore[own.first] ?? 0) !== (read.quotesBefore[before.first] ?? 0) + 1) return -1;
  const { femaleRoles, femaleTitles, maleRoles, maleTitles } = read.speech;
  const [roles, titles] = gender === "male" ? [femaleRoles, femaleTitles] : [maleRoles, maleTitles];
  if (head === undefined || roles.has(head.word) || titles.has(head.word)) return -1;
  return reports(read, pronoun - 1) && reports(read, pronoun) ? pronoun - 1 : -1;
}
