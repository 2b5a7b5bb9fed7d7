/** Speakers where a particle behind the name marks who speaks and the verb stands last: 김하늘 시장은 “…”라고 말했다. */

import type { Cue, Quote, Speaker } from "../domain/article.ts";
import type { Speech } from "../languages/language.ts";
import type { Stretch } from "./marks/stretch.ts";

/** What is read of a sentence on either side of a quotation. */
const REACH = 160;
/** Words between a quotation and its verb. */
const VERB_WORDS_MAX = 6;
/** A quotation this long is speech though nobody is named, but not between single marks, which also stress. */
const SPEECH_LENGTH_MIN = 12;
/** Names of people here: a family name of one syllable and one to three more. */
const NAME_LENGTH_MAX = 4;
const SINGLE_MARKS = "'‘";
const SYLLABLES = /^\p{sc=Hangul}+$/u;
const SENTENCE_END = /[.!?。！？](?=\s|$)|\n/gu;
const WORD = /[^\s,、·"“”‘’「」『』()]+/gu;

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Ends of sentences outside quotations, so that one inside ends none. */
function sentenceAround(text: string, stretches: readonly Stretch[], at: Stretch): Sentence {
  const isInside = (index: number): boolean => stretches.some(({ open, close }) => index >= open && index < close);
  let start = 0;
  let end = text.length;
  const region = text.slice(Math.max(0, at.open - REACH), at.close + REACH);
  const offset = Math.max(0, at.open - REACH);
  start = offset;
  end = Math.min(end, at.close + REACH);
  for (const match of region.matchAll(SENTENCE_END)) {
    const index = offset + match.index;
    if (isInside(index)) continue;
    if (index < at.open) start = index + 1;
    else {
      end = index;
      break;
    }
  }
  return { start, end };
}

/** The words of a part of a text, those of quotations left out. */
function wordsBetween(text: string, stretches: readonly Stretch[], from: number, to: number): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.slice(from, to).matchAll(WORD)) {
    const start = from + match.index;
    if (stretches.some(({ open, close }) => start >= open && start < close)) continue;
    found.push({ text: match[0], start, end: start + match[0].length });
  }
  return found;
}

/** The reporting verb behind a quotation, the first of its sentence. */
function findVerb(
  text: string,
  stretches: readonly Stretch[],
  stretch: Stretch,
  end: number,
  speech: Speech,
): Cue | null {
  const words = wordsBetween(text, stretches, stretch.close, end).slice(0, VERB_WORDS_MAX);
  for (const [index, word] of words.entries()) {
    // The mark of speech is written on to the quotation, and at times the verb on to it.
    const glued = index > 0 ? undefined : speech.quotingMarks.find((mark) => word.text.startsWith(mark));
    for (const skipped of [0, glued?.length ?? 0]) {
      const form = word.text.slice(skipped);
      if (speech.words.get(form)?.class === "reporting")
        return { text: form, start: word.start + skipped, end: word.end };
    }
  }
  return null;
}

/** The word without the particle that marks who speaks; null when it has none. */
function stemOf(word: string, marks: readonly string[]): string | null {
  const mark = marks.find((each) => word.endsWith(each) && word.length > each.length);
  return mark === undefined ? null : word.slice(0, -mark.length);
}

function isName(word: string, speech: Speech): boolean {
  const isFamily = speech.familyNames.has(word.slice(0, 1)) || speech.familyNames.has(word.slice(0, 2));
  const isKnown = speech.words.has(word) || speech.organizationWords.has(word);
  return SYLLABLES.test(word) && word.length >= 2 && word.length <= NAME_LENGTH_MAX && isFamily && !isKnown;
}

/** Whether the word says what somebody is; plurals too. */
const isRole = (word: string, speech: Speech): boolean =>
  speech.roles.has(word) || speech.roles.has(word.replace(/들$/u, ""));

function isOrganization(word: string, speech: Speech): boolean {
  return [...speech.organizationWords].some((each) => word === each || (each.length >= 2 && word.endsWith(each)));
}

interface Named {
  readonly name: string;
  readonly role: string | null;
  readonly kind: Speaker["kind"];
  /** Index of the first word. */
  readonly first: number;
  /** Behind the last character. */
  readonly end: number;
}

/** Who the words up to `last` name, whose last word without its particle is `stem`; null when that is not certain. */
function readNamed(
  words: readonly Found[],
  last: number,
  stem: string,
  people: ReadonlyMap<string, Named>,
  speech: Speech,
): Named | null {
  const word = words[last];
  if (word === undefined) return null;
  const end = word.start + stem.length;
  if (speech.pronouns.has(stem)) return { name: stem, role: null, kind: "unnamed", first: last, end };
  const isTitle = speech.titles.has(stem);
  if (isTitle || isRole(stem, speech)) {
    const before = words[last - 1]?.text ?? "";
    if (isName(before, speech))
      return { name: before, role: isTitle ? null : stem, kind: "person", first: last - 1, end };
    // 이 시장 is Mayor Lee or “this mayor”: a small word is a name only where somebody of that name was named.
    const isSmall = speech.words.has(before);
    const isKnown = [...people.values()].some(({ name, role }) => name.startsWith(before) && role === stem);
    if (speech.familyNames.has(before) && (!isSmall || isKnown))
      return { name: `${before} ${stem}`, role: isTitle ? null : stem, kind: "person", first: last - 1, end };
    return isTitle ? null : { name: stem, role: null, kind: "unnamed", first: last, end };
  }
  if (isOrganization(stem, speech)) return { name: stem, role: null, kind: "organization", first: last, end };
  // A bare name looks like many a noun and verb: it must have stood with an office before.
  const known = people.get(stem);
  return known === undefined ? null : { ...known, first: last, end };
}

/** The last phrase before a quotation that a particle marks as who speaks. */
function findTopic(words: readonly Found[], people: ReadonlyMap<string, Named>, speech: Speech): Named | null {
  for (let last = words.length - 1; last >= 0; last--) {
    const stem = stemOf(words[last]?.text ?? "", speech.topicMarks);
    const named = stem === null ? null : readNamed(words, last, stem, people, speech);
    if (named !== null) return named;
  }
  return null;
}

/** Two who speak together: 김하늘 씨와 이바다 씨는. */
function findFirstOfTwo(
  words: readonly Found[],
  second: Named,
  people: ReadonlyMap<string, Named>,
  speech: Speech,
): Named | null {
  const last = second.first - 1;
  const stem = stemOf(words[last]?.text ?? "", [...speech.joiners]);
  const named = stem === null ? null : readNamed(words, last, stem, people, speech);
  return named?.kind === "person" ? named : null;
}

/** The person a short form means: 김 시장 after 김하늘 시장, 그 after one person alone. */
function resolve(named: Named, people: ReadonlyMap<string, Named>, speech: Speech): Named | null {
  const known = [...people.values()];
  if (speech.pronouns.has(named.name)) {
    const [only] = known;
    const gender = speech.pronouns.get(named.name);
    if (known.length !== 1 || only === undefined || gender === "plural" || gender === "first") return null;
    return { ...only, first: named.first, end: named.end };
  }
  const family = named.name.split(" ")[0] ?? "";
  const isShort = named.kind === "person" && named.name.includes(" ");
  const isBareRole = named.kind === "unnamed";
  const fitting = known.filter((each) =>
    isShort ? each.name.startsWith(family) && each.role === named.role : isBareRole && each.role === named.name,
  );
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? { ...only, first: named.first, end: named.end } : named;
}

interface Attribution {
  readonly named: Named | null;
  readonly speaker: Speaker | null;
  readonly cue: Cue | null;
}

function attribute(
  text: string,
  stretches: readonly Stretch[],
  stretch: Stretch,
  people: ReadonlyMap<string, Named>,
  speech: Speech,
): Attribution {
  const sentence = sentenceAround(text, stretches, stretch);
  const cue = findVerb(text, stretches, stretch, sentence.end, speech);
  if (cue === null) return { named: null, speaker: null, cue: null };
  const words = wordsBetween(text, stretches, sentence.start, stretch.open);
  const topic = findTopic(words, people, speech);
  const named = topic === null ? null : resolve(topic, people, speech);
  if (topic === null || named === null) return { named: null, speaker: null, cue };
  const other = named.kind === "person" ? findFirstOfTwo(words, topic, people, speech) : null;
  const start = words[other?.first ?? topic.first]?.start ?? stretch.open;
  const name = other === null ? named.name : `${other.name}·${named.name}`;
  const { role, kind } = named;
  const speaker = { mention: text.slice(start, topic.end), start, end: topic.end, name, role, kind };
  return { named: other === null ? named : null, speaker, cue };
}

/** The quotes of a text, in order. Long stretches are speech though nobody is found to say them. */
export function findParticleQuotes(text: string, stretches: readonly Stretch[], speech: Speech): readonly Quote[] {
  const people = new Map<string, Named>();
  let before: { readonly sentence: number; readonly speaker: number; readonly group: number } | null = null;
  return stretches.flatMap((stretch, index): readonly Quote[] => {
    const { start, end } = stretch;
    const { named, speaker, cue } = attribute(text, stretches, stretch, people, speech);
    const isStress = stretch.isSingle || SINGLE_MARKS.includes(text[stretch.open] ?? "");
    if (cue === null && (isStress || end - start < SPEECH_LENGTH_MIN)) return [];
    if (named?.kind === "person" && !named.name.includes(" ")) people.set(named.name, named);
    const sentence = sentenceAround(text, stretches, stretch).start;
    const isSame = before !== null && before.sentence === sentence && before.speaker === (speaker?.start ?? -1);
    const group: number = isSame && before !== null ? before.group : index;
    before = { sentence, speaker: speaker?.start ?? -1, group };
    return [{ text: text.slice(start, end), start, end, type: "direct", speaker, cue, group }];
  });
}
