/** Reads German items again with their neighbors in view: compounds, separable verbs, adverbs that open a sentence, “nach” and “so”. */

import type { SpeechWords } from "../language.ts";
import { classAt, classSet, type Item, type ItemClass, type WordClass } from "../reading.ts";

const THAT_OPENERS = classSet("comma", "complementizer");
const CLAUSE_SIGNS = classSet(
  "comma",
  "stop",
  "colon",
  "dash",
  "break",
  "quotation",
  "complementizer",
  "conjunction",
  "relative",
  "open",
  "close",
);
const BEFORE_NOUN = classSet(
  "determiner",
  "otherPronoun",
  "plain",
  "common",
  "ed",
  "number",
  "capital",
  "role",
  "title",
  "document",
  "auxiliary",
);
const NAME_OPENERS = classSet("determiner", "capital", "role", "title", "document", "otherPronoun", "quantifier");
const NOUN_LIKE = classSet("capital", "title", "role", "document", "possessive");

/** A compound's head is at least this long: „Bundesinnen|minister“, but no „Bach|mann“. */
const HEAD_LENGTH_MIN = 6;
const HEAD_LENGTH_MAX = 18;
/** Items between a verb and its particle. */
const PARTICLE_REACH = 40;
const DETERMINED_REACH = 5;
const ADVERB_ENDINGS = /(?:lich|isch|weise|end|ig|sam|bar|haft|los|ens|seits|wärts|dessen|mals|falls)$/;
const POINTING = /^(?:dies|jen|manch|solch)(?:e|er|es|en|em)$/;

/** The class of a compound by its last part: „IWF-Sprecher“, „Landesregierung“; null for what is no known one. */
function compoundClass(word: string, words: SpeechWords): WordClass | null {
  const hyphen = word.lastIndexOf("-");
  const from = Math.max(hyphen + 1, word.length - HEAD_LENGTH_MAX, hyphen < 0 ? 3 : 0);
  for (let start = from; word.length - start >= (start === hyphen + 1 && hyphen >= 0 ? 4 : HEAD_LENGTH_MIN); start++) {
    const head = word.slice(start);
    if (words.roles.has(head) || words.titles.has(head)) return "role";
    if (words.documents.has(head) || words.cueNouns.has(head)) return "document";
  }
  return null;
}

/** „wies … zurück“: the verb that a form and a particle later in its clause make together; null when there is none. */
function separableVerb(items: readonly Item[], index: number, words: SpeechWords): string | null {
  const item = items[index];
  const particles = words.separable.get(item?.word ?? "");
  if (item === undefined || particles === undefined) return null;
  for (let at = index + 1; at < items.length && at - index <= PARTICLE_REACH; at++) {
    const other = items[at];
    if (other === undefined || other.sentence !== item.sentence || other.class === "break") return null;
    const lemma = particles.get(other.word);
    if (lemma === undefined) continue;
    const next = items[at + 1];
    if (next === undefined || next.sentence !== item.sentence || CLAUSE_SIGNS.has(next.class)) return lemma;
  }
  return null;
}

function nextNoun(items: readonly Item[], from: number): Item | null {
  for (let index = from; index < from + DETERMINED_REACH; index++) {
    const item = items[index];
    if (item === undefined || !BEFORE_NOUN.has(item.class)) return null;
    if (item.isUpper) return item;
  }
  return null;
}

const VERBS = classSet("reporting", "framing", "auxiliary");

/** „[Zugleich] warnte sie“: the subject stands behind the verb, so what opens the sentence is nobody. */
function opensInverted(items: readonly Item[], index: number): boolean {
  return VERBS.has(classAt(items, index + 1)) && /^(?:er|sie|wir|ich|man)$/.test(items[index + 2]?.word ?? "");
}

/** „die [Familien-] und Frauenministerin“: half a word, whose end comes later. */
function isHalfWord(items: readonly Item[], index: number): boolean {
  const dash = items[index + 1];
  const isJoined = dash?.class === "dash" && dash.start === items[index]?.end;
  return isJoined && classAt(items, index + 2) === "conjunction" && items[index + 3]?.isUpper === true;
}

function classHere(items: readonly Item[], index: number, words: SpeechWords): ItemClass | null {
  const item = items[index];
  if (item === undefined) return null;
  const before = items[index - 1];
  if ((item.class === "dash" && isHalfWord(items, index - 1)) || isHalfWord(items, index - 2)) return "plain";
  const isFirst = before === undefined || before.class === "break" || before.sentence !== item.sentence;
  if (item.word === "nach") {
    if (before?.class === "document") return "sourceAfter";
    const noun = nextNoun(items, index + 1);
    return noun !== null && words.cueNouns.has(noun.word) ? "source" : "preposition";
  }
  if (item.word === "so") {
    // „…“, so Ada Moor: what follows is a name or its article, and what stands before closes a clause.
    const isBehind = before !== undefined && (before.class === "comma" || before.class === "quotation");
    return isBehind && NAME_OPENERS.has(classAt(items, index + 1)) ? "source" : "common";
  }
  if (item.word === "laut" && /^(?:ge|wurde|werden)/.test(items[index + 1]?.word ?? "")) return "common";
  if (item.class === "pronoun" && POINTING.test(item.word))
    return nextNoun(items, index + 1) === null ? null : "determiner";
  // „ist der Meinung, dass …“, but not „nach Meinung“: the noun reports.
  if (words.opinions.has(item.word) && before?.word === "der" && THAT_OPENERS.has(classAt(items, index + 1)))
    return "reporting";
  if (item.class !== "capital") {
    // A noun that looks like a verb: „die Klagen“, „mit Fragen“.
    return (item.class === "reporting" || item.class === "framing") &&
      item.isUpper &&
      !isFirst &&
      before?.class !== "quotation"
      ? "capital"
      : null;
  }
  if (isFirst && opensInverted(items, index)) return "common";
  if (isFirst && ADVERB_ENDINGS.test(item.word) && !NOUN_LIKE.has(classAt(items, index + 1))) return "common";
  return words.firstNames.has(before?.word ?? "") ? null : compoundClass(item.word, words);
}

export function readGermanItems(items: readonly Item[], words: SpeechWords): readonly Item[] {
  return items.map((item, index) => {
    const lemma = separableVerb(items, index, words);
    if (lemma !== null) return { ...item, class: "reporting", lemma };
    if (isHalfWord(items, index)) return { ...item, class: "plain", isUpper: false, lemma: "" };
    const found = classHere(items, index, words);
    return found === null ? item : { ...item, class: found, lemma: "" };
  });
}
