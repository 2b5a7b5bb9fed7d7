/** Whether a translation names whom and what its original names, and nobody else. */

import { findLanguage } from "../../../languages/index.ts";
import { foldWord } from "../../../languages/shared/words.ts";
import { findNameRuns } from "../facts.ts";
import { findKnownNames, hasKnownName } from "./regions.ts";
import { soundsLike, toSound } from "./sounds.ts";

export interface NameContext {
  readonly from: string;
  readonly to: string;
  /** Title and text of the article. */
  readonly text: string;
  /** Everybody who is quoted in it. */
  readonly speakers: readonly string[];
}

interface Line {
  readonly original: string;
  readonly translated: string;
}

const NAME_LENGTH_MIN = 3;
/** So many first letters are one word in another language's form: "European", „europäisch“. */
const STEM_LENGTH = 5;
const ENDING_LENGTH_MAX = 3;
/** Shorter names sound like many. */
const SOUND_LENGTH_MIN = 3;

const WORD = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu;
const wordsOf = (text: string): readonly string[] => text.match(WORD) ?? [];
/** What is written in several ways in words that languages share: "American", „amerikanisch“. */
const toStem = (folded: string): string =>
  folded
    .replace(/ph/g, "f")
    .replace(/c(?![eiy])/g, "k")
    .replace(/y/g, "i")
    .slice(0, STEM_LENGTH);

const scriptOf = (language: string): string => new Intl.Locale(language).maximize().script ?? "";
const isOfScript = (word: string, language: string): boolean => {
  const script = scriptOf(language);
  const pattern = { Latn: /\p{sc=Latin}/u, Cyrl: /\p{sc=Cyrillic}/u, Arab: /\p{sc=Arabic}/u }[script];
  return pattern?.test(word) === true;
};

const hasCapitalNouns = (language: string): boolean => findLanguage(language).speech?.hasCapitalNouns === true;

const NONE: ReadonlySet<string> = new Set();

/** Words with a capital that name nobody by themselves: "Mayor", "Council". */
function isCommon(word: string, language: string): boolean {
  const { speech, text, claims, dates, translated } = findLanguage(language);
  const lists = speech === null ? [] : [speech.titles, speech.roles, speech.documents, speech.organizationWords];
  const isListed = [...lists, text.stopWords, claims?.notNames ?? NONE].some((list) => list.has(word));
  const isDay = [...(dates?.months ?? []), ...(dates?.weekdays ?? [])].some((names) =>
    names.map(foldWord).includes(word),
  );
  return isListed || isDay || (translated?.findScale(word) ?? translated?.findNumber(word) ?? null) !== null;
}

interface Names {
  /** Of names with several words, and of people: they stand as they are. */
  readonly fixed: ReadonlySet<string>;
  /** Single words, which may be of a people or a place and take another form. */
  readonly loose: ReadonlySet<string>;
}

const PAIRED = /(\p{L}+)\s+(\p{Lu}[\p{L}-]+)/gu;

/** Where nouns have capitals: behind "the" or "a" stands hardly a name. */
function findNouns(text: string, language: string): ReadonlySet<string> {
  const { speech } = findLanguage(language);
  if (speech === null || !speech.hasCapitalNouns) return new Set();
  const isArticle = (word: string): boolean => speech.definiteArticles.has(word) || speech.indefiniteArticles.has(word);
  return new Set(
    [...text.matchAll(PAIRED)].flatMap(([, before = "", noun = ""]) =>
      isArticle(before.toLowerCase()) ? [foldWord(noun)] : [],
    ),
  );
}

/** Two nouns in a row may end in somebody's name, where nouns have capitals; behind a figure they are what is counted. */
const PAIR = /(?<!\d\s)(?<![\p{L}-])(\p{Lu}\p{Ll}+)\s(\p{Lu}\p{Ll}+)/gu;
const findPairs = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(PAIR)].map(([, first = "", second = ""]) => [first, second].map(foldWord));

/** "Die Reparatur" is no pair. */
const findSecond = (text: string, language: string): readonly (readonly string[])[] =>
  findPairs(text).flatMap(([first = "", second = ""]) =>
    findLanguage(language).text.stopWords.has(first) ? [] : [[second]],
  );

/** Words with a capital in the middle of a sentence, those that stand together. */
const findRuns = (text: string, language: string): readonly (readonly string[])[] =>
  text
    .split(/(?<=[.!?])\s+|\n+/u)
    .flatMap((sentence) => findNameRuns(sentence, findLanguage(language).claims))
    .map((run) => run.filter((word) => !isCommon(word, language)));

/** Words that stand with a capital behind another word: what only begins a sentence may be any word. */
const findWithin = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/(?<=[\p{L}\p{N},;’'”»)] )\p{Lu}[\p{L}\p{M}’'-]*/gu)].map(([word]) =>
      foldWord(word.replace(/['’]s$/u, "")),
    ),
  );

/** What the article names, folded: words with a capital in the middle of a sentence that are never written small. */
export function readNames({ from, text, speakers }: NameContext): Names {
  const people = speakers.flatMap(wordsOf).map(foldWord);
  const small = new Set((text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu) ?? []).map(foldWord));
  const nouns = findNouns(text, from);
  const within = findWithin(text);
  const isName = (word: string): boolean =>
    word.length >= NAME_LENGTH_MIN && within.has(word) && !small.has(word) && !nouns.has(word) && !isCommon(word, from);
  const runs = hasCapitalNouns(from) ? findSecond(text, from) : findRuns(text, from);
  const ofSeveral = runs.filter((run) => run.length > 1 || hasCapitalNouns(from)).flat();
  const single = runs.filter((run) => run.length === 1).flat();
  const fixed = new Set([
    ...people.filter((word) => word.length >= NAME_LENGTH_MIN && !isCommon(word, from)),
    ...ofSeveral.filter(isName),
  ]);
  return { fixed, loose: new Set(single.filter((word) => isName(word) && !fixed.has(word))) };
}

const isSameStem = (one: string, other: string): boolean =>
  Math.min(one.length, other.length) >= STEM_LENGTH && toStem(one) === toStem(other);
const isSamePlace = (one: string, other: string): boolean =>
  Math.min(toSound(one).length, toSound(other).length) >= SOUND_LENGTH_MIN && soundsLike(one, other);

/** The same word, with at most an ending more or less. */
const isForm = (word: string, name: string): boolean =>
  word === name ||
  (word.startsWith(name) && word.length - name.length <= ENDING_LENGTH_MAX) ||
  (name.length > STEM_LENGTH && name.startsWith(word) && name.length - word.length <= 1);

function isKept(name: string, words: readonly string[], isFixed: boolean, { from, to }: NameContext): boolean {
  if (words.some((word) => isForm(word, name))) return true;
  if (scriptOf(from) !== scriptOf(to)) return words.some((word) => isOfScript(word, to) && soundsLike(word, name));
  // A place may be called otherwise and sound alike: "Geneva", „Genf“.
  return !isFixed && words.some((word) => isSameStem(word, name) || isSamePlace(word, name));
}

/** What is known by its country's name is taken out of a line, and what is left is looked at word by word. */
const withoutKnown = (text: string, names: readonly { readonly name: string }[]): string =>
  names.reduce((left, { name }) => left.replaceAll(name, ", "), text);

/** The first name of the original that the translation lacks; null for none. */
export function findMissingName({ original, translated }: Line, names: Names, context: NameContext): string | null {
  const { from, to } = context;
  const known = findKnownNames(original, from);
  const words = wordsOf(translated)
    .map(foldWord)
    .flatMap((word) => [word, ...word.split("-")]);
  const lost = known.find((each) => !hasKnownName(translated, each, to) && !words.includes(foldWord(each.name)));
  if (lost !== undefined && !isCommon(foldWord(lost.name), from)) return lost.name;
  for (const word of wordsOf(withoutKnown(original, known))) {
    const name = foldWord(word.replace(/['’]s$/u, ""));
    const isFixed = names.fixed.has(name);
    if (!/^\p{Lu}/u.test(word) || !(isFixed || names.loose.has(name))) continue;
    const isThere = (part: string): boolean => part === "" || isKept(part, words, isFixed, context);
    if (!isThere(name) && !name.split("-").every(isThere)) return word.replace(/['’]s$/u, "");
  }
  return null;
}

/** The first name of the translation that the article does not know; null for none. */
export function findStrangeName({ original, translated }: Line, context: NameContext): string | null {
  const { from, to, text, speakers } = context;
  const known = findKnownNames(translated, to);
  const added = known.find((each) => !hasKnownName(original, each, from) && !original.includes(each.name));
  if (added !== undefined && !isCommon(foldWord(added.name), to)) return added.name;
  const left = withoutKnown(translated, known);
  const all = [...new Set(wordsOf(`${original} ${text} ${speakers.join(" ")}`).map(foldWord))];
  const said = (original.match(/\p{Lu}[\p{L}\p{M}'’-]*/gu) ?? []).map(foldWord);
  const stems = new Set(all.map(toStem));
  const isOther = scriptOf(from) !== scriptOf(to);
  const isKnown = (word: string): boolean =>
    (word.includes("-") && word.split("-").every(isKnown)) ||
    word.length < NAME_LENGTH_MIN ||
    isCommon(word, to) ||
    all.some((each) => isForm(word, each) || (each.length >= NAME_LENGTH_MIN && word === each)) ||
    (word.length >= STEM_LENGTH && stems.has(toStem(word))) ||
    said.some((each) => isSamePlace(each, word)) ||
    (isOther && all.some((each) => isOfScript(each, from) && soundsLike(each, word)));
  if (hasCapitalNouns(to)) {
    return (
      findPairs(left)
        .find((pair) => !pair.some(isKnown))
        ?.join(" ") ?? null
    );
  }
  const runs = findNameRuns(left, findLanguage(to).claims);
  return runs.flat().find((word) => !isKnown(word)) ?? null;
}
