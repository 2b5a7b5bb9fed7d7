/** What an article's sentence says besides its main clause, as sentences of their own: "Ada Moor, who leads the port, said" tells that she leads it. */

import type { Reader } from "../claim-reader.ts";
import { type Kinds, NAME, SMALL_WORDS, type Told, toKinds, toWords } from "./kinds.ts";
import { tellClauses, tellHeads, tellPlaces } from "./on-the-way.ts";
import { tellObjects, tellOwned, tellThing } from "./owners.ts";
import { findTopic } from "./told-of-whom.ts";

/** So much of a sentence is looked at: none is longer. */
const SENTENCE_LENGTH_MAX = 1200;
const TOLD_MAX = 60;
const SPEAKER_WORDS_MAX = 8;

/** A phrase for somebody or something, and where it stands. */
interface Phrase {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Whether the writer says it himself: nobody is reported before it but by a verb that it follows, `…,” said Moor, who`. */
function isWriters(sentence: string, { start }: Phrase, kinds: Kinds): boolean {
  const before = toWords(sentence.slice(0, start));
  return before.every((word, at) => !kinds.isReporting(word) || at === before.length - 1);
}

/** Names and phrases right before a comma that nothing else before them can be told of there. */
export function findHeads(sentence: string, kinds: Kinds): readonly Phrase[] {
  const found: Phrase[] = [];
  for (const match of sentence.matchAll(new RegExp(`(?<![\\p{L}\\p{N}’'-])${NAME}(?=, )`, "gu"))) {
    const [text] = match;
    const before = sentence.slice(0, match.index);
    const last = toWords(before).at(-1) ?? "";
    // "the wife of Viktor Ness, who": of two it may tell of either.
    const isSole = match.index === 0 || kinds.words.agents.has(last) || kinds.isReporting(last) || kinds.hasVerb(last);
    if (kinds.isNoName(text.split(" ")[0] ?? "") || !isSole || /[,;:] $/.test(before)) continue;
    found.push({ text, start: match.index, end: match.index + text.length });
  }
  const opening = new RegExp(`^\\p{Lu}\\p{L}* ${SMALL_WORDS}(?:${NAME})?(?=, )`, "u").exec(sentence)?.[0];
  if (opening !== undefined && kinds.isDeterminer(toWords(opening)[0] ?? "")) {
    const rest = toWords(opening).slice(1);
    if (!rest.some((word) => kinds.isPreposition(word) || kinds.isJoint(word)) && !kinds.hasVerb(rest.join(" ")))
      found.push({ text: opening, start: 0, end: opening.length });
  }
  return found.filter((head) => isWriters(sentence, head, kinds));
}

/** What stands behind a comma up to the next one, or to the sentence's end; null where a list may go on. */
export function readAside(sentence: string, { end }: Phrase, kinds: Kinds): Phrase | null {
  const start = end + 2;
  const length = /^[^,;:.()“”"«»]+(?=, |[.]?$)/u.exec(sentence.slice(start))?.[0].length ?? 0;
  if (length === 0) return null;
  const next = toWords(sentence.slice(start + length))[0] ?? "";
  if (kinds.isJoint(next) || kinds.words.subordinators.has(next.toLowerCase())) return null;
  return { text: sentence.slice(start, start + length), start, end: start + length };
}

const SUBJECT_WORDS_MAX = 5;

/** "The ferry, which the tram replaces": the tram replaces the ferry; null where the clause may be cut otherwise. */
function tellObject(head: Phrase, clause: string, kinds: Kinds): string | null {
  const words = toWords(clause);
  const isHelper = (word: string): boolean => kinds.isAct(word);
  const isForm = (word: string): boolean =>
    /^\p{Ll}/u.test(word) &&
    (kinds.words.verbs.has(word) || kinds.words.pastEndings.some((ending) => word.endsWith(ending)));
  if (words.some((word) => kinds.isReporting(word)) || clause.split(" ").length !== words.length) return null;
  const helper = words.findIndex(isHelper);
  const listed = words.findIndex((word, at) => at > 0 && at >= helper && !isHelper(word) && isForm(word));
  // A clause has a verb: of "the tram replaces" it is the last word.
  const verb = listed >= 0 ? listed : words.length - 1;
  const from = helper < 0 ? verb : helper;
  const subject = words.slice(0, from);
  const rest = words.slice(verb + 1);
  const isNoun = (word: string): boolean => /^\p{Lu}/u.test(word) || kinds.isDeterminer(word) || isForm(word);
  if (from < 1 || subject.length > SUBJECT_WORDS_MAX || /^\p{Lu}/u.test(words[verb] ?? "")) return null;
  if (subject.some((word) => kinds.isPreposition(word) || kinds.isJoint(word)) || isNoun(rest[0] ?? "")) return null;
  if (words.slice(from, verb).some((word) => !isHelper(word)) || rest.some(isForm)) return null;
  if (kinds.isPreposition(words.at(-1) ?? "")) return null;
  const first = subject[0] ?? "";
  const opened = `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
  const object = `${head.text.charAt(0).toLowerCase()}${head.text.slice(1)}`;
  const named = kinds.isDeterminer(toWords(head.text)[0] ?? "") ? object : head.text;
  return `${[opened, ...subject.slice(1), ...words.slice(from, verb + 1), named, ...rest].join(" ")}.`;
}

/** "Ada Moor, who leads the port": she leads it; "the hall, built by Orn,": it was built by him; "Ada Moor, the mayor,": she is. */
export function tellAside(head: Phrase, aside: Phrase, kinds: Kinds): string | null {
  const [first = "", second = ""] = toWords(aside.text);
  const rest = aside.text.slice(first.length + 1);
  if (kinds.words.relatives.has(first) && !kinds.words.placeRelatives.has(first)) {
    if (kinds.words.ownerRelatives.has(first)) return null;
    return kinds.isDeterminer(second) || /^\p{Lu}/u.test(second)
      ? tellObject(head, rest, kinds)
      : `${head.text} ${rest}.`;
  }
  const form = kinds.words.verbs.get(first);
  const isDoneBy = form?.isParticiple === true || kinds.words.pastEndings.some((ending) => first.endsWith(ending));
  if (isDoneBy && toWords(rest).some((word) => kinds.words.agents.has(word)))
    return `${head.text} ${kinds.be} ${aside.text}.`;
  // "Ann Moor, chair of the board,": with or without "the".
  const isBare =
    /^\p{Ll}/u.test(first) &&
    ![kinds.isPreposition, kinds.isAct, kinds.isNoName, kinds.isPronoun, kinds.isOpener].some((is) => is(first));
  const isPhrase = (kinds.isDeterminer(first) || isBare) && !kinds.hasVerb(aside.text);
  return isPhrase ? `${head.text} ${kinds.be} ${aside.text}.` : null;
}

/** "a student, Marko Teel, …" and "Marko Teel, a student, …": the sentence with one of both, and that he is one. */
function tellNamed(sentence: string, kinds: Kinds): readonly string[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}’'-])(\\p{L}+ ${SMALL_WORDS}), (${NAME})(, |[.]?$)`, "gu");
  return [...sentence.matchAll(pattern)].flatMap((match): readonly string[] => {
    const [whole, written = "", name = "", mark = ""] = match;
    const words = written.split(" ");
    const from = words.findLastIndex((word) => kinds.isDeterminer(word));
    const phrase = words.slice(Math.max(0, from)).join(" ").trim();
    const end = match.index + whole.length;
    const next = toWords(sentence.slice(end))[0] ?? "";
    const start = match.index + written.length - words.slice(Math.max(0, from)).join(" ").length;
    if (from < 0 || !name.includes(" ") || kinds.hasVerb(phrase) || kinds.isJoint(next) || /^\p{Lu}/u.test(next))
      return [];
    if (words.slice(from).some((word) => kinds.isPreposition(word))) return [];
    if (!isWriters(sentence, { text: phrase, start, end }, kinds)) return [];
    const before = sentence.slice(0, start);
    // "Marko Venn, a student, a keeper of bees, said": what comes is an aside too.
    const isAside = mark === ", " && (kinds.isDeterminer(next) || kinds.words.relatives.has(next));
    const rest = `${mark === ", " && !isAside ? " " : mark}${sentence.slice(end)}`;
    return [`${name} ${kinds.be} ${phrase}.`, `${before}${name}${rest}`, `${before}${phrase}${rest}`];
  });
}

/** "Moor said the pier was safe.": “The pier was safe, Moor said”, the same words turned. */
function tellTurned(sentence: string, kinds: Kinds): readonly Told[] {
  const words = [...sentence.matchAll(/[\p{L}\p{N}’'-]+/gu)];
  const at = words.findIndex(([word]) => kinds.isReporting(word));
  const verb = words[at];
  const next = words[at + 1];
  if (verb === undefined || next === undefined || at < 1 || at > SPEAKER_WORDS_MAX) return [];
  const speaker = sentence.slice(0, verb.index).trim();
  const isClause = kinds.words.bareOpeners.has(next[0]) || kinds.isDeterminer(next[0]);
  if (!isClause || !/^ $/.test(sentence.slice(verb.index + verb[0].length, next.index))) return [];
  // What is joined on may be the writer's own.
  if (words.some(([word]) => kinds.isJoint(word)) || /[,;:“”"]/.test(speaker) || kinds.isAct(speaker)) return [];
  const told = sentence.slice(kinds.words.bareOpeners.has(next[0]) ? next.index + next[0].length + 1 : next.index);
  const bare = told.replace(/\.$/, "");
  const needed = [toWords(speaker).at(-1) ?? "", verb[0]];
  return [
    { text: `${bare}, ${speaker} ${verb[0]}.`, needed },
    { text: `${bare}, ${verb[0]} ${speaker}.`, needed },
  ];
}

function tellOnce(sentence: string, kinds: Kinds): readonly Told[] {
  const closed = sentence.replace(/^.*[”»"],? ?/su, "");
  const plain = /[“„«"]/.test(closed) ? "" : closed;
  if (plain === "") return [];
  const asides = findHeads(plain, kinds).flatMap((head) => {
    const aside = readAside(plain, head, kinds);
    return aside === null ? [] : (tellAside(head, aside, kinds) ?? []);
  });
  const turned = plain === sentence ? tellTurned(plain, kinds) : [];
  const told = [...asides, ...tellNamed(plain, kinds)].map((text): Told => ({ text, needed: [] }));
  const clauses = plain === sentence ? [...tellClauses(plain, kinds), ...tellPlaces(plain, kinds)] : [];
  const heads = tellHeads(plain, findTopic(plain, kinds), kinds);
  return [...told, ...heads, ...tellObjects(plain, kinds), ...clauses, ...turned];
}

/**
 * Sentences that one of the article's says as well, and what these say; none of them with words between quotation marks.
 * `about`: what the sentence before is about.
 */
export function tellOtherwise(sentence: string, about: string | null, reader: Reader): readonly Told[] {
  const kinds = toKinds(reader);
  if (kinds === null || sentence.length > SENTENCE_LENGTH_MAX) return [];
  const named = about === null ? [] : [...tellOwned(sentence, about, kinds), ...tellThing(sentence, about, kinds)];
  const first = [...named, ...tellOnce(sentence, kinds)];
  const second = first.flatMap(({ text, needed }) =>
    tellOnce(text, kinds).map((told) => ({ text: told.text, needed: [...needed, ...told.needed] })),
  );
  const all = new Map([...first, ...second].map((told) => [told.text, told]));
  return [...all.values()].slice(0, TOLD_MAX);
}

/** What a sentence is about, for the next one that says "its"; what the one before is about where it only says "it". */
export function tellAbout(sentence: string, before: string | null, reader: Reader): string | null {
  const kinds = toKinds(reader);
  if (kinds === null || /[“”„«»"]/.test(sentence)) return null;
  const first = (toWords(sentence)[0] ?? "").toLowerCase();
  return kinds.words.thingPronouns.has(first) ? before : findTopic(sentence, kinds);
}
