/** Whom a phrase that tells little means, « la jeune femme », right behind somebody who spoke: that one, or nobody certain. */

import type { Gender } from "../../languages/language.ts";
import type { ReadText } from "../reading/read-text.ts";
import { isDefinite } from "../reading/read-text.ts";
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
