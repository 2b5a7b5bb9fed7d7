/** Pages whose news was never so: a few sentences on they say that it was an exercise, a film, a game, a dream. */

import type { Span, SummarizerInput } from "../domain/article.ts";
import { findLanguage } from "../languages/index.ts";
import { splitSentences } from "../languages/shared/sentences.ts";
import type { StagedKind } from "../languages/shared/staged.ts";
import { toListed } from "../languages/shared/words.ts";

/** So far down, a page tells of something else. */
const SENTENCES_MAX = 12;
/** Sentences of a text's head are sought in so many letters. */
const LETTERS_MAX = 4000;

const plain = (text: string): string =>
  toListed(text)
    .replace(/\s/gu, " ")
    .replace(/^[\s"“„«–—-]+/u, "");

/** The sentence that says so, with the one behind it where that tells what it was; null for news, and for a page that has said so before. */
export function findStaged({
  title,
  text,
  language,
}: Pick<SummarizerInput, "title" | "text" | "language">): readonly Span[] {
  const kinds = findLanguage(language).siteLines.staged;
  if (kinds.length === 0) return [];
  const head = text.slice(0, LETTERS_MAX);
  const sentences = splitSentences(head, language).slice(0, SENTENCES_MAX);
  const lines = sentences.map(({ start, end }) => plain(head.slice(start, end)));
  const find = ({ told, known, isSureWithKnown }: StagedKind): readonly Span[] => {
    const index = lines.findIndex((line) => told.test(line));
    const span = sentences[index];
    // The first sentence says what it is about.
    if (span === undefined || index === 0) return [];
    if ([plain(title), ...lines.slice(0, index)].some((line) => known.test(line))) return [];
    if (isSureWithKnown && !lines.slice(index + 1).some((line) => known.test(line))) return [];
    const next = sentences[index + 1];
    return next !== undefined && known.test(lines[index + 1] ?? "") ? [span, next] : [span];
  };
  return kinds.map(find).find((spans) => spans.length > 0) ?? [];
}
