/** The label that a headline opens with, where it names a section of opinion, reviews or satire: "Opinion: The pier must go". */

import { findSectionForm } from "../../languages/shared/sections/section-words.ts";

const LABEL = /^([\p{L}\p{N}&' ’-]{3,30}?) ?(?::|\|| [–—-]) ?(?=\S)/u;

/** The categories with that label before them, so that a post says what it is. */
export function addTitleLabel(title: string, categories: readonly string[]): readonly string[] {
  const label = LABEL.exec(title)?.[1];
  if (label === undefined || findSectionForm(label) === null || categories.includes(label)) return categories;
  return [label, ...categories];
}
