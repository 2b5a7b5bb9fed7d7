/** A claim of two things, as the two: "the council, a body of nine, met and chose her" is true when each part is. */

import type { Reader } from "../claim-reader.ts";
import { type Kinds, toKinds, toWords } from "./kinds.ts";
import { findHeads, readAside, tellAside } from "./otherwise.ts";
import { capitalize, findSubjectText } from "./told-of-whom.ts";

const hasVerb = (text: string, kinds: Kinds): boolean => kinds.hasVerb(text) || kinds.isAct(text);

/** "The hall opened, and the choir sang": two sentences; "The hall opened and burned": of one subject. */
function splitJoined(claim: string, kinds: Kinds): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const match of claim.matchAll(/(?:,|;)? (\p{Ll}+) |; /gu)) {
    const joint = match[1];
    if (joint !== undefined && !kinds.isJoint(joint) && !kinds.words.contrasts.has(joint)) continue;
    if (joint !== undefined && kinds.isNegatedJoint(joint)) continue;
    const first = claim.slice(0, match.index);
    const second = claim.slice(match.index + match[0].length);
    if (!hasVerb(first, kinds) || !hasVerb(second, kinds)) continue;
    if (toWords(second).some((word) => kinds.isPronoun(word.toLowerCase()))) continue;
    const opening = toWords(second)[0] ?? "";
    const subject = findSubjectText(first, kinds);
    if (kinds.isDeterminer(opening) || /^[\p{Lu}\p{N}]/u.test(opening)) found.push([`${first}.`, capitalize(second)]);
    else if (subject !== null && hasVerb(opening, kinds)) found.push([`${first}.`, `${subject} ${second}`]);
  }
  return found;
}

/** "Ann Moor, who leads the port, said": that she leads it, and that she said it. */
function splitAsides(claim: string, kinds: Kinds): readonly (readonly string[])[] {
  return findHeads(claim, kinds).flatMap((head) => {
    const aside = readAside(claim, head, kinds);
    const told = aside === null ? null : tellAside(head, aside, kinds);
    if (aside === null || told === null) return [];
    const rest = claim.slice(aside.end).replace(/^,/, "");
    return toWords(rest).length < 2
      ? [[`${claim.slice(0, head.end)}.`, told]]
      : [[claim.slice(0, head.end) + rest, told]];
  });
}

/** Ways to say a claim in parts; nothing of what stands in quotation marks is parted. */
export function splitClaim(claim: string, reader: Reader): readonly (readonly string[])[] {
  const kinds = toKinds(reader);
  if (kinds === null || /[“”„«»"]/.test(claim)) return [];
  return [...splitAsides(claim, kinds), ...splitJoined(claim, kinds)];
}
