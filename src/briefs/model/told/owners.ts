/** What pronouns of owners and things stand for: "Its director, Ann Moor, said", behind a sentence about a firm, tells that she is its director. */

import { type Kinds, NAME, type Told, toWords } from "./kinds.ts";
import { capitalize, inMiddle } from "./told-of-whom.ts";

const NOUN_WORDS_MAX = 4;

/** What a sentence says that opens with the pronoun of an owner, when the one before is about `owner`. */
export function tellOwned(sentence: string, owner: string, kinds: Kinds): readonly Told[] {
  const [first = "", ...words] = toWords(sentence);
  const owned = tellWithin(sentence, owner, kinds);
  if (owned !== null) return [owned];
  if (!kinds.words.ownerPronouns.has(first.toLowerCase()) || !/^\p{Lu}/u.test(first)) return [];
  const at = words.findIndex((word) => /^\p{Lu}/u.test(word));
  const own = `${owner}’s ${sentence.slice(first.length + 1)}`;
  const told: Told[] = [{ text: own, needed: [] }];
  const noun = words.slice(0, Math.max(0, at)).join(" ");
  if (at < 1 || at > NOUN_WORDS_MAX || kinds.hasVerb(noun) || kinds.isAct(noun)) return told;
  if (words.slice(0, at).some((word) => kinds.isPreposition(word) || kinds.isJoint(word))) return told;
  const match = new RegExp(`^${first} ${noun},? (${NAME})(?=[, .])`, "u").exec(sentence);
  const name = match?.[1];
  if (name === undefined) return told;
  const thing = inMiddle(owner, kinds);
  told.push({ text: `${name} ${kinds.be} ${noun} of ${thing}.`, needed: [] });
  const [deed, done] = kinds.words.doers.get(noun) ?? [];
  const [agent] = kinds.words.agents;
  if (deed === undefined || done === undefined || agent === undefined) return told;
  const deeds = [`${name} ${deed} ${thing}.`, `${owner} ${kinds.be} ${done} ${agent} ${name}.`];
  return [...told, ...deeds.map((text): Told => ({ text, needed: [] }))];
}

/** "Hospitals will take its patients": of one thing, which the sentence before is about; of many it is not. */
function tellWithin(sentence: string, owner: string, kinds: Kinds): Told | null {
  const isOfMany = new RegExp(`^\\p{Lu}\\p{Ll}+(?:${kinds.words.pluralEndings.join("|")}) \\p{Ll}`, "u").test(sentence);
  if (kinds.words.pluralEndings.length === 0 || !isOfMany || !kinds.isDeterminer(toWords(owner)[0] ?? "")) return null;
  const owners = [...sentence.matchAll(/(?<![\p{L}\p{N}’'-])\p{Ll}+(?= \p{Ll})/gu)].filter(([word]) =>
    kinds.words.thingOwners.has(word),
  );
  const [only] = owners;
  if (only === undefined || owners.length > 1 || /[“”„«»"]/.test(sentence)) return null;
  const after = sentence.slice(only.index + only[0].length);
  return { text: `${sentence.slice(0, only.index)}${inMiddle(owner, kinds)}’s${after}`, needed: [] };
}

/** "Quill proposed the closure, while Brask voted against it": against the closure; of a person's deed alone. */
export function tellObjects(sentence: string, kinds: Kinds): readonly Told[] {
  if (/[“”„«»"]/.test(sentence) || toWords(sentence).some((word) => kinds.isReporting(word))) return [];
  const pattern = new RegExp(
    `^[^,]*?(${NAME}) (\\p{Ll}+) (\\p{Ll}+ \\p{Ll}+), (\\p{Ll}+) ([^,]+) (\\p{Ll}+)[.]?$`,
    "u",
  );
  const [, , verb = "", object = "", joint = "", clause = "", last = ""] = pattern.exec(sentence) ?? [];
  const isJoined = kinds.words.contrasts.has(joint) || kinds.isJoint(joint);
  if (!isJoined || !kinds.hasVerb(verb) || !kinds.words.thingPronouns.has(last)) return [];
  if (!kinds.isDeterminer(toWords(object)[0] ?? "") || !/\p{Lu}/u.test(clause)) return [];
  return [{ text: `${capitalize(clause)} ${object}.`, needed: [] }];
}

/** "It said", behind a sentence about a thing: that thing said. */
export function tellThing(sentence: string, thing: string, kinds: Kinds): readonly Told[] {
  const [first = "", next = ""] = toWords(sentence);
  if (!kinds.words.thingPronouns.has(first.toLowerCase()) || kinds.words.be.has(next)) return [];
  return kinds.isDeterminer(toWords(thing)[0] ?? "")
    ? [{ text: `${thing} ${sentence.slice(first.length + 1)}`, needed: [] }]
    : [];
}
