/** Whose words somebody recalls: in "Moor recalled the president telling him" Moor did not say them. */

import { classAt, classSet } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

/** Between the verb and what the other did: "the president", "her late father", "Ada Moor". */
const OTHERS = classSet(
  "determiner",
  "otherPronoun",
  "pronoun",
  "plain",
  "capital",
  "role",
  "title",
  "possessive",
  "ed",
);
const OTHERS_MAX = 5;

export function recallsOther(read: ReadText, index: number): boolean {
  const { recallVerbs } = read.speech;
  if (recallVerbs.size === 0) return false;
  return (read.linksOf.get(index) ?? []).some(({ verb, kind }) => {
    if (kind !== "before" || !recallVerbs.has(read.items[verb]?.word ?? "")) return false;
    let at = verb + 1;
    while (at - verb <= OTHERS_MAX && OTHERS.has(classAt(read.items, at))) at++;
    const item = read.items[at];
    return at > verb + 1 && item?.class === "reporting" && item.isParticiple;
  });
}
