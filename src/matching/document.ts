/** An article as filters and searches look at it: its headline, text, byline and categories, each made ready when asked for. */

import type { Field } from "../domain/store.ts";
import { hasPhrase, type IndexedText, indexText } from "./indexed-text.ts";
import { type Phrase, readWish } from "./phrases.ts";

export interface DocumentParts {
  /** The brief's headline, and the page's title where it is another. */
  readonly titles: readonly string[];
  readonly text: string;
  readonly language: string;
  readonly byline: string | null;
  readonly categories: readonly string[];
}

export type Document = (field: Field) => readonly IndexedText[];

export function indexDocument({ titles, text, language, byline, categories }: DocumentParts): Document {
  const texts: Readonly<Record<Field, readonly string[]>> = {
    text: [...titles, text],
    title: titles,
    author: byline === null ? [] : [byline],
    category: categories,
  };
  const made = new Map<Field, readonly IndexedText[]>();
  return (field) => {
    const known = made.get(field) ?? texts[field].map((each) => indexText(each, language));
    made.set(field, known);
    return known;
  };
}

export const hasPhraseIn = (document: Document, phrase: Phrase): boolean =>
  document(phrase.field).some((indexed) => hasPhrase(indexed, phrase));

/** True when all that one wish asks for is there. */
export function hasWish(document: Document, wish: string | readonly Phrase[]): boolean {
  const phrases = typeof wish === "string" ? readWish(wish) : wish;
  return phrases?.every((phrase) => hasPhraseIn(document, phrase)) === true;
}
