/** German phrases: where the one a mention belongs to begins and ends, and what its form says of who acts. */

import { CASE, classAt, classSet, DETERMINING, type Item, type Mention } from "../reading.ts";

const GENITIVE_WORDS = classSet("plain", "ed", "number", "capital", "role", "title", "document", "time", "possessive");

const NAMED = classSet("capital", "role", "title", "document");
const IN_PHRASE = classSet(
  "capital",
  "role",
  "title",
  "document",
  "plain",
  "ed",
  "number",
  "common",
  "auxiliary",
  "time",
  "possessive",
);
/** Items that a phrase holds at most beside its head. */
export const PHRASE_ITEMS_MAX = 9;
const GENITIVES_MAX = 3;

export const isNoun = (item: Item | undefined): boolean => item?.isUpper === true && NAMED.has(item.class);

/** The first item of the whole phrase that a mention is the end of: „[der Berliner Senat]“, „[Bundesminister] Hale“. */
function phraseStart(items: readonly Item[], mention: Mention): number {
  let first = mention.first;
  if (DETERMINING.has(classAt(items, first))) return first;
  for (let index = first - 1; index >= 0 && first - index <= PHRASE_ITEMS_MAX; index--) {
    const item = items[index];
    if (item === undefined) break;
    if (DETERMINING.has(item.class)) return mention.kind === "pronoun" ? first : index;
    if (!IN_PHRASE.has(item.class)) break;
    // A small word belongs to the phrase only if an article opens it.
    if (isNoun(item) && index === first - 1) first = index;
  }
  return first;
}

/** „[Einer] der Männer“: the word before a phrase in the genitive that counts it; -1 when there is none. */
function counterBefore(items: readonly Item[], first: number): number {
  if (!/^(?:der|unserer|ihrer|seiner)$/.test(items[first]?.word ?? "")) return -1;
  return /^(?:einer|eine|eines|viele|einige|mehrere|keiner|manche|beide|zwei|drei|jeder|letzterer)$/.test(
    items[first - 1]?.word ?? "",
  )
    ? first - 1
    : -1;
}

/** Nouns that have „die“ where they act: behind „der“ something befalls them. */
const FEMININE =
  /(?:[^eam]in|heit|keit|schaft|[ts]ion|tät|ung|lizei|rtei|zlei|behörde|agentur|zeitung|firma|presse|mannschaft|kirche|familie|gruppe|frau|klinik|bank)$/;

/** „[Der englischsprachigen Zeitung] sagte Hale“: to whom, not who. */
function isOblique(items: readonly Item[], mention: Mention, first: number): boolean {
  const head = items[mention.last]?.word ?? "";
  if (mention.kind !== "name" && FEMININE.test(head)) return true;
  const next = items[first + 1];
  return (
    next !== undefined &&
    !next.isUpper &&
    next.class === "plain" &&
    first + 1 < mention.last &&
    /[^e]en$/.test(next.word)
  );
}

function caseOf(items: readonly Item[], mention: Mention, first: number): number {
  const word = items[first]?.word ?? "";
  const before = items[first - 1];
  if (mention.kind === "pronoun") return /^(?:er|ich|wir|man)$/.test(word) ? CASE.subject : CASE.open;
  if (before !== undefined && (before.class === "preposition" || (before.class === "source" && before.word !== "so")))
    return CASE.prepositional;
  // „als Kanzler“, but „als der Kanzler kam“
  if (before?.word === "als" && mention.kind !== "name" && !DETERMINING.has(classAt(items, first)))
    return CASE.prepositional;
  if (
    /^(?:einer|keiner|jeder|letzterer)$/.test(word) &&
    /^(?:der|unserer|ihrer|seiner)$/.test(items[first + 1]?.word ?? "")
  )
    return CASE.subject;
  // „[Varens] oberster Bürgermeister“
  const isOwner =
    mention.kind === "name" && mention.first === mention.last && /[^s]s$/.test(items[mention.last]?.word ?? "");
  if (isOwner && classAt(items, mention.last + 1) === "plain" && isNoun(items[mention.last + 2])) return CASE.genitive;
  const isBehindNoun = isNoun(before) && before?.sentence === items[first]?.sentence;
  if (DETERMINING.has(classAt(items, first))) {
    if (word === "der" || word === "des" || /(?:in|ein|ihr|sein|unser|dies|jen)er$/.test(word)) {
      if (isBehindNoun) return CASE.genitive;
      if (word === "der" && isOblique(items, mention, first)) return CASE.object;
      return word === "der" || word === "dieser" || word === "jener" ? CASE.subject : CASE.object;
    }
    if (/^(?:den|dem|des)$|(?:em|en)$/.test(word) && !/^(?:allen|dessen|deren)$/.test(word)) return CASE.object;
    if (/(?:ein|ihr|sein|unser|kein)es$/.test(word)) return isBehindNoun ? CASE.genitive : CASE.object;
    return CASE.open;
  }
  return isBehindNoun ? CASE.genitive : CASE.open;
}

/** „die Sprecherin [der Stiftung]“: where the phrases in the genitive behind a head end. */
function genitiveEnd(items: readonly Item[], mention: Mention): number {
  let last = mention.last;
  if (mention.kind === "pronoun" || mention.kind === "name") return last;
  for (let count = 0; count < GENITIVES_MAX; count++) {
    const word = items[last + 1]?.word ?? "";
    if (!/^(?:der|des|eines|einer|(?:dies|sein|ihr)e[rs])$/.test(word)) break;
    let end = last + 1;
    while (end - last <= PHRASE_ITEMS_MAX && GENITIVE_WORDS.has(classAt(items, end + 1))) {
      if (isNoun(items[end]) && !isNoun(items[end + 1])) break;
      end++;
    }
    if (!isNoun(items[end])) break;
    last = end;
  }
  return last;
}

export interface Phrases {
  /** Mention -> first and last item of its whole phrase. */
  readonly spans: [number, number][];
  /** Mention -> one of CASE. */
  readonly cases: Uint8Array;
  /** First item of a phrase -> its first mention, and last item -> its last mention. */
  readonly byStart: ReadonlyMap<number, number>;
  readonly byEnd: ReadonlyMap<number, number>;
}

export function readPhrases(items: readonly Item[], mentions: readonly Mention[]): Phrases {
  const spans = mentions.map((mention): [number, number] => {
    const first = phraseStart(items, mention);
    const counter = counterBefore(items, first);
    return [counter < 0 ? first : counter, genitiveEnd(items, mention)];
  });
  const cases = Uint8Array.from(mentions, (mention, index) =>
    caseOf(items, mention, spans[index]?.[0] ?? mention.first),
  );
  const byStart = new Map<number, number>();
  const byEnd = new Map<number, number>();
  spans.forEach(([first, last], index) => {
    byStart.set(first, byStart.get(first) ?? index);
    byEnd.set(last, index);
  });
  return { spans, cases, byStart, byEnd };
}
