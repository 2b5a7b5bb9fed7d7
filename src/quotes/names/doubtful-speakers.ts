/** Whether what was chosen as a speaker can be none: a word that is no name, what is only told of, a noun that cannot speak. */

import { classAt, classSet, DETERMINING, type Mention, VERBAL } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import type { ReadText } from "../reading/read-text.ts";
import { canSpeak } from "../speakers/can-speak.ts";
import { isFirstInSentence } from "./announcers.ts";
import { isTied } from "./evidence.ts";
import type { Person } from "./person.ts";

/** "[The Tidings] editor was": the name only begins a phrase whose head is a word of no list. */
function beginsPhrase(read: ReadText, mention: Mention): boolean {
  return (
    DETERMINING.has(classAt(read.items, mention.first)) &&
    classAt(read.items, mention.last + 1) === "plain" &&
    classAt(read.items, mention.last + 2) === "auxiliary"
  );
}

/** "Moor said [it] would": whatever is told of does not speak. */
function isToldOf(read: ReadText, index: number, { last }: Mention): boolean {
  const gender = read.speech.pronouns.get(read.items[last]?.word ?? "");
  const links = read.linksOf.get(index) ?? [];
  const isBehind = links.length > 0 && links.every((link) => link.kind === "after" && link.verb === last - 1);
  return gender === "neuter" && isBehind && classAt(read.items, last + 1) === "auxiliary";
}

/** "It was like: “…”": a thing speaks only by a verb of speech. */
const isThingUntied = (read: ReadText, index: number, { last }: Mention): boolean =>
  read.speech.pronouns.get(read.items[last]?.word ?? "") === "neuter" && read.clauses === null && !isTied(read, index);

/** „Seine Zuversicht gründet sich auf …: „…““: where all nouns have capitals, what somebody has is nobody. */
function isOwnedNoun({ items, speech, linksOf }: ReadText, index: number, { first, last }: Mention): boolean {
  if (!speech.hasCapitalNouns || last !== first + 1 || classAt(items, first) !== "otherPronoun") return false;
  return !(linksOf.get(index) ?? []).some(({ verb }) => classAt(items, verb) === "reporting");
}

/** A letter that was damaged parts a word: "TrÃ©vidic". */
const DAMAGED = /[\p{S}¡¿]/u;

/** "TrÃ©[vidic]": half a word is nobody's name. */
function isHalfWord({ items, text }: ReadText, { first, last }: Mention): boolean {
  const [start, end] = [items[first]?.start ?? 0, items[last]?.end ?? 0];
  const isCutBefore = DAMAGED.test(text.slice(Math.max(0, start - 1), start)) && /\p{L}/u.test(text.charAt(start - 2));
  // "Dipl[.-Ing.] Rolf Maus"
  if (/^\.\p{Pd}/u.test(text.slice(end, end + 2))) return true;
  return isCutBefore || (DAMAGED.test(text.slice(end, end + 1)) && /\p{L}/u.test(text.charAt(end + 1)));
}

const TITLED: ReadonlySet<string> = new Set(["name", "title"]);

/** „Chefarzt Prof. Dr. h. c.“: what ends in a short title is no name. */
const isTitleAlone = ({ items, speech }: ReadText, { kind, last }: Mention): boolean =>
  TITLED.has(kind) &&
  classAt(items, last) === "title" &&
  /^\p{L}+\.$/u.test(items[last]?.word ?? "") &&
  speech.titles.has(items[last]?.word ?? "");

/** "the [younger Moor] said": which of two, the article may tell, and a name alone does not. */
const isOneOfTwo = ({ items, speech }: ReadText, { kind, first }: Mention): boolean =>
  kind === "name" && speech.generations.has(items[first - 1]?.word ?? "") && DETERMINING.has(classAt(items, first - 2));

const SPEAKING_LINKS: ReadonlySet<string> = new Set(["before", "after", "apposition", "bracket", "phrase"]);
const OPENS_NOUN = classSet("determiner", "otherPronoun", "quantifier", "number");
/** "gonna", "she’d", "n": no noun ends so. */
const SOUND_NOUN = /^\p{L}[\p{L}-]{2,}$/u;

const OPENS_SENTENCE = classSet("break", "stop");
const WORDS_TOLD_MIN = 2;

/** "The town released a statement saying the pier “is safe enough to use”": who acts at the head of a sentence with words of some length. */
function leadsSentence({ items, text, speech }: ReadText, { first }: Mention, verb: number): boolean {
  if (!OPENS_SENTENCE.has(classAt(items, first - 1)) || speech.unsaid.passers.has(items[verb]?.word ?? ""))
    return false;
  const quotation = items.findIndex((item, at) => at > verb && item.class === "quotation");
  const quoted = items[quotation];
  if (quoted === undefined || quoted.sentence !== items[verb]?.sentence) return false;
  return text.slice(quoted.start, quoted.end).split(/\s+/u).length >= WORDS_TOLD_MIN;
}

/** "the paleontologists said": what no list knows speaks by a verb of speech, behind an article or as several. */
function isSilentNoun(read: ReadText, index: number, mention: Mention): boolean {
  if (read.clauses !== null || !read.speech.weights.isOwn || canSpeak(read, index)) return false;
  const { word = "" } = read.items[mention.last] ?? {};
  const opener = read.items[mention.first];
  if (!SOUND_NOUN.test(word) || opener === undefined) return true;
  const isKnown = OPENS_NOUN.has(opener.class) && !read.speech.unsaid.speechless.has(opener.word);
  if (!isKnown && !(mention.last > mention.first && read.speech.plural.test(word))) return true;
  return !(read.linksOf.get(index) ?? []).some(({ kind, verb }) => {
    // "according to the product description", and no "according to a new (case report)".
    if (kind === "source") return !VERBAL.has(classAt(read.items, mention.last + 1));
    if (!SPEAKING_LINKS.has(kind) || read.items[verb]?.isParticiple === true) return false;
    return classAt(read.items, verb) === "reporting" || leadsSentence(read, mention, verb);
  });
}

/** "[Based] on the statement released": a word of the language with the sentence's capital, before a participle. */
function isOpeningWord(read: ReadText, index: number, mention: Mention): boolean {
  if (mention.first !== mention.last || read.clauses !== null || !isFirstInSentence(read, mention)) return false;
  return !(read.linksOf.get(index) ?? []).some(
    ({ kind, verb }) => kind !== "joined" && kind !== "phrase" && read.items[verb]?.isParticiple === false,
  );
}

/** A capital at a sentence's beginning, a number or a place speaks only when tied to a verb or a source word. */
export function isDoubtful(read: ReadText, index: number, person: Person | null): boolean {
  const mention = read.mentions[index];
  // "Half of those people will “…”": who is only counted says nothing without a verb.
  if (mention?.kind === "pronoun") return isToldOf(read, index, mention) || isThingUntied(read, index, mention);
  if (mention?.kind === "quantifier") return !isTied(read, index);
  if (mention !== undefined && (isHalfWord(read, mention) || isTitleAlone(read, mention) || isOneOfTwo(read, mention)))
    return true;
  if (mention?.kind === "noun")
    return classAt(read.items, mention.last) === "number" || isSilentNoun(read, index, mention);
  if (mention?.kind === "name" && (beginsPhrase(read, mention) || isOwnedNoun(read, index, mention))) return true;
  const isKnown = person !== null && (person.isSure || person.count > 1);
  if (mention?.kind === "name" && !isKnown && isOpeningWord(read, index, mention)) return true;
  if (mention?.kind !== "name" || isTied(read, index)) return false;
  if (person === null) return true;
  // "[Look] out for “…”": nothing in the article speaks for anybody of this name.
  const isWord = mention.first === mention.last && read.clauses === null;
  if (isWord && person.kind === "person" && !person.isSure && isFirstInSentence(read, mention)) return true;
  return person.kind === "organization" && isPlaceName(person.name.toLowerCase());
}
