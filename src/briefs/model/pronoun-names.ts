/** Who "he" and "she" at the head of a sentence are, where the article leaves no doubt: one person is named in the sentence before. */

import type { Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { findStretches } from "../../quotes/marks/find-stretches.ts";
import { createGroups } from "../../quotes/names/groups.ts";
import { findNames } from "../../quotes/names/names.ts";
import { resolvePronoun } from "../../quotes/names/pronouns.ts";
import { createSpoken } from "../../quotes/names/spoken.ts";
import { type ReadText, readText } from "../../quotes/reading/read-text.ts";

/** A pronoun's place in the text, and the name of whoever it stands for. */
export interface PronounName extends Span {
  readonly name: string;
}

const isPerson = ({ speech, items }: ReadText, at: number): boolean => {
  const gender = speech.pronouns.get(items[at]?.word ?? "");
  return gender === "male" || gender === "female";
};

/** By where the pronoun begins; none in a language whose speakers are not known, or that parts no words. */
export function findPronounNames(text: string, language: string): ReadonlyMap<number, PronounName> {
  const found = new Map<number, PronounName>();
  const { speech, marks } = findLanguage(language);
  if (speech === null || speech.isSpaceless || speech.hasSpeakerParticles) return found;
  const read = readText(text, findStretches(text, marks), speech);
  const names = findNames(read);
  const groups = createGroups(read, names);
  read.mentions.forEach((mention, index) => {
    const item = read.items[mention.first];
    const before = read.items[mention.first - 1];
    if (item === undefined || mention.first !== mention.last || !isPerson(read, mention.first)) return;
    if (before !== undefined && before.sentence === item.sentence && before.class !== "break") return;
    const person = resolvePronoun(read, names, groups, index, createSpoken())?.person ?? null;
    if (person === null || person.kind !== "person" || person.first === person.last) return;
    const near = read.mentions.flatMap((each, place) =>
      read.items[each.last]?.sentence === item.sentence - 1 && read.items[each.last]?.paragraph === item.paragraph
        ? (names.find(place) ?? [])
        : [],
    );
    if (near.length === 0 || near.some((each) => each !== person)) return;
    found.set(item.start, { start: item.start, end: item.end, name: person.name });
  });
  return found;
}
