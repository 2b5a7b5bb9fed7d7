/** Who made the statement that is quoted: the house it goes on from, or who acts in the sentence that told of it first. */

import type { Mention } from "../../languages/reading.ts";
import { classAt } from "../../languages/reading.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import { findIssuer } from "./issuers.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";
import { isQualifier } from "./pronoun-signs.ts";
import type { Spoken } from "./spoken.ts";

export const isFirstInSentence = (read: ReadText, { first }: Mention): boolean =>
  read.items[first - 1]?.sentence !== read.items[first]?.sentence || classAt(read.items, first - 1) === "break";

/**
 * "The statement added" goes on with what an organization was just reported to have said, there or in the paragraph
 * before. A person may have quoted somebody else's statement, so only organizations are taken for its issuer.
 */
export function findLastIssuer(read: ReadText, document: number, spoken: Spoken): Person | null {
  const mention = read.mentions[document];
  const item = read.items[mention?.first ?? -1];
  const last = spoken.lastBefore(document);
  if (mention === undefined || item === undefined || !isDefinite(read, mention)) return null;
  if (last === null || last[1].kind !== "organization") return null;
  const before = read.items[read.mentions[last[0]]?.last ?? -1];
  return before !== undefined && item.paragraph - before.paragraph <= 1 ? last[1] : null;
}

const isOwner = (read: ReadText, { last }: Mention): boolean => classAt(read.items, last + 1) === "possessive";

/** Items over which the sentence is looked for that told of the document first. */
const ANNOUNCED_REACH = 60;

/** "Two were hurt, [the port] said in a statement": whose verb stands between it and the document; -1 for nobody's. */
function findTeller(read: ReadText, document: number): number {
  const own = read.mentions[document];
  for (let index = document - 1; index >= 0; index--) {
    const mention = read.mentions[index];
    if (own === undefined || mention === undefined) return -1;
    if (read.items[mention.last]?.sentence !== read.items[own.last]?.sentence) return -1;
    const isTeller = (read.linksOf.get(index) ?? []).some(
      ({ kind, verb }) => kind === "before" && verb > mention.last && verb < own.first,
    );
    if (isTeller && mention.kind !== "pronoun") return index;
  }
  return -1;
}

/** "Moor Sails denied it in a statement. ¶ “…,” [the statement] read": who acts in the sentence that told of it first. */
export function findAnnouncer(
  read: ReadText,
  names: Names,
  document: number,
  describe: (role: number) => Person | null,
): Person | null {
  const mention = read.mentions[document];
  const item = read.items[mention?.last ?? -1];
  if (mention === undefined || item === undefined || read.clauses !== null || !isDefinite(read, mention)) return null;
  for (let index = document - 1; index >= 0; index--) {
    const other = read.mentions[index];
    const head = read.items[other?.last ?? -1];
    if (other === undefined || head === undefined || mention.first - other.last > ANNOUNCED_REACH) return null;
    if (head.word !== item.word || !read.speech.indefiniteArticles.has(read.items[other.first]?.word ?? "")) continue;
    if (item.paragraph - head.paragraph > 1) return null;
    // Whose statement it is may be said there: "a statement from the mill".
    if (findIssuer(read, names, index) !== null) return null;
    const teller = findTeller(read, index);
    if (teller >= 0) return read.mentions[teller]?.kind === "name" ? names.find(teller) : describe(teller);
    let first = index;
    while (read.items[read.mentions[first - 1]?.first ?? -1]?.sentence === head.sentence) first--;
    if (first === index || !isFirstInSentence(read, read.mentions[first] ?? other)) return null;
    const opening = read.mentions[first];
    const kind = opening?.kind;
    // "Moor's campaign sent a letter": whose campaign it is did not write it.
    if (opening !== undefined && (isOwner(read, opening) || isQualifier(read, opening))) return null;
    if (kind === "name") return names.find(first);
    return kind === "role" || kind === "noun" ? describe(first) : null;
  }
  return null;
}
