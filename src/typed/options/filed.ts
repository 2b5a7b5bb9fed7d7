/** An author or a category, one or several parted by commas; those of the newest articles are offered. */

import type { StoredBrief } from "../../domain/article.ts";
import { fold } from "../../domain/fold.ts";
import type { Complete, OptionDraft } from "../../domain/option.ts";
import { CHOICES_MAX, completeLast } from "./complete.ts";
import { countNames } from "./count-parts.ts";
import { type TextSettings, text } from "./text.ts";

const ARTICLES_MAX = 100;

/** Names of the newest articles that have what is typed in them. */
const completeOf = (listNames: (stored: StoredBrief) => readonly string[]): Complete =>
  completeLast(async (typed, { store }) => {
    const { briefs } = await store.articles.latest({ feedIds: [], topics: [], limit: ARTICLES_MAX, offset: 0 });
    const names = new Map(briefs.flatMap(listNames).map((name) => [fold(name), name]));
    return [...names]
      .filter(([folded, name]) => folded.includes(fold(typed)) && !/[,،]/.test(name))
      .slice(0, CHOICES_MAX)
      .map(([, name]) => ({ label: name, value: name }));
  });

export const author = (settings: TextSettings = {}): OptionDraft<string> => ({
  ...text({ lengthMax: 200, ...settings }),
  countParts: countNames,
  complete: completeOf(({ article }) => (article.byline === null ? [] : [article.byline])),
});

export const category = (settings: TextSettings = {}): OptionDraft<string> => ({
  ...text({ lengthMax: 200, ...settings }),
  countParts: countNames,
  complete: completeOf(({ article }) => article.categories ?? []),
});
