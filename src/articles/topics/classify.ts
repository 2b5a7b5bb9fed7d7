/** What an article is about by its words, where it is filed nowhere; nothing when it is not sure. */

import { existsSync } from "node:fs";
import { remember } from "../../domain/bounded-map.ts";
import { foldWords } from "../../domain/fold.ts";
import { WORDS } from "../../learned/features.ts";
import { createScorers, readWeights, type Scorer } from "../../learned/linear.ts";
import { TOPIC_NAMES, type TopicName } from "./topic-names.ts";

/** "World" says where it was, which words do not tell from what it is about. */
export const CLASSIFIED = TOPIC_NAMES.filter((name) => name !== "world");

/** How surely it must be so, in log-odds; chosen on held-out sites (weights/topics/CARD.md). */
export const SCORE_MIN = 1.5;
/** The beginning tells what a text is about. */
const WORDS_MAX = 250;
const WORD_LENGTH_MIN = 3;
const TEXT_LENGTH_MAX = 4000;

const TEMPLATES = { bias: [["one"]], title: WORDS, text: WORDS } as const;
export const TOPIC_TEMPLATES = Object.fromEntries(CLASSIFIED.map((name) => [name, TEMPLATES])) as Readonly<
  Record<TopicName, typeof TEMPLATES>
>;

const LANGUAGES_MAX = 200;

export interface ClassifiedText {
  readonly title: string;
  readonly text: string;
  readonly language: string;
}

export interface TopicWords {
  readonly title: readonly string[];
  readonly text: readonly string[];
}

/** Each word once, as it is folded for search. */
export function toTopicWords(title: string, text: string): TopicWords {
  const pick = (given: string): readonly string[] =>
    [...new Set(foldWords(given))]
      .filter((word) => word.length >= WORD_LENGTH_MIN && !/\d/.test(word))
      .slice(0, WORDS_MAX);
  return { title: pick(title), text: pick(text.slice(0, TEXT_LENGTH_MAX)) };
}

export function scoreTopic(scorer: Scorer, { title, text }: TopicWords): number {
  scorer.reset();
  scorer.add(0);
  const titlePlace = 1;
  const textPlace = 2;
  for (const word of title) scorer.addWord(titlePlace, word);
  for (const word of text) scorer.addWord(textPlace, word);
  return scorer.score();
}

type Scorers = Readonly<Record<TopicName, Scorer>>;

/** By language; null where nothing was learned. Read when the first article of a language comes. */
const read = remember<string, { readonly scorers: Scorers | null }>(LANGUAGES_MAX, (language) => {
  const url = new URL(`../../../weights/topics/${language}.json`, import.meta.url);
  const isKnown = /^[a-z]{2,3}$/.test(language) && existsSync(url);
  return { scorers: isKnown ? createScorers(readWeights(url), TOPIC_TEMPLATES) : null };
});

/** The one topic its words tell of; null when none does surely, when two do, and in languages nothing was learned of. */
export function classifyTopic({ title, text, language }: ClassifiedText): TopicName | null {
  const { scorers } = read(language);
  if (scorers === null) return null;
  const words = toTopicWords(title, text);
  const sure: TopicName[] = [];
  for (const name of CLASSIFIED) if (scoreTopic(scorers[name], words) >= SCORE_MIN) sure.push(name);
  return sure.length === 1 ? (sure[0] ?? null) : null;
}
