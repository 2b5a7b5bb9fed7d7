/** The notes of a page on itself that its brief must tell, since its headline says what they take back, or long ago said it. */

import type { Sentence, Span, SummarizerInput, SummaryBudget } from "../domain/article.ts";
import { isLaterNews, readFirstYear } from "../languages/page-notes.ts";
import { countWords } from "../languages/shared/words.ts";
import { findDisowned } from "./disowned.ts";
import { findNoteOnLead } from "./extractive/judged/taken-back.ts";
import { readParagraphs, type TextParagraph } from "./text-paragraphs.ts";

/** A text of the year before may be an evergreen, or of last month. */
const YEARS_MIN = 2;
/** A longer note leaves no room for the news. */
const BESIDE_WORDS_MAX = 35;
const BESIDE_WORDS_MIN = 4;
const MARK = /^[\s*•·●▪■►–—-]+/u;

export interface ToldNotes {
  readonly sentences: readonly Sentence[];
  /** Nothing else of the page is told. */
  readonly isAlone: boolean;
}

const NOTHING: ToldNotes = { sentences: [], isAlone: false };

/** The note as it stands, without the mark that opens it; nothing where it is too long. */
function toSentences(text: string, span: Span | null, wordsMax: number): readonly Sentence[] {
  if (span === null) return [];
  const start = span.start + (MARK.exec(text.slice(span.start, span.end))?.[0].length ?? 0);
  const note = text.slice(start, span.end).trimEnd();
  if (note === "" || countWords(note) > wordsMax) return [];
  return [{ text: note, start, end: start + note.length, edited: false }];
}

/** What came later than the text below or above it, or how old the text is. */
function findBeside(paragraphs: readonly TextParagraph[], publishedAt: Date | null): TextParagraph | null {
  const year = publishedAt?.getUTCFullYear() ?? null;
  const isOld = (first: number | null): boolean => first !== null && year !== null && first <= year - YEARS_MIN;
  const isTold = ({ text }: TextParagraph): boolean => {
    if (isOld(readFirstYear(text))) return true;
    return countWords(text) >= BESIDE_WORDS_MIN && /[.!]["”\])]*$/u.test(text) && isLaterNews(text);
  };
  return paragraphs.find(isTold) ?? null;
}

/** What of its notes the brief of a page tells first, or instead of anything else. */
export function tellNotes(article: SummarizerInput, { sentencesMax, wordsMax }: SummaryBudget): ToldNotes {
  const { text, publishedAt } = article;
  const { isWhole, by, notes } = findDisowned(article);
  if (isWhole) return { sentences: toSentences(text, by, wordsMax).slice(0, sentencesMax), isAlone: true };
  const onLead = notes.length === 0 ? null : findNoteOnLead(article);
  if (onLead !== null) return { sentences: toSentences(text, onLead, wordsMax).slice(0, sentencesMax), isAlone: true };
  const beside = findBeside(readParagraphs(text), publishedAt ?? null);
  if (beside === null || sentencesMax < 2) return NOTHING;
  return { sentences: toSentences(text, beside, Math.min(BESIDE_WORDS_MAX, wordsMax / 2)), isAlone: false };
}
