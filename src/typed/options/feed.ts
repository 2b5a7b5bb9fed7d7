/** A feed, by its id or title; a title is a name of several words. */

import type { Complete, OptionDraft } from "../../domain/option.ts";
import { completeFeeds } from "../feed-choice.ts";
import { CHOICES_MAX } from "./complete.ts";
import { countNames } from "./count-parts.ts";
import { type TextSettings, text } from "./text.ts";

export const completeFeed: Complete = async (typed, { store }) =>
  completeFeeds(await store.feeds.list(), typed, CHOICES_MAX).map(({ title, id }) => ({ label: title, value: id }));

export const feed = (settings: TextSettings = {}): OptionDraft<string> => ({
  ...text({ lengthMax: 100, ...settings }),
  countParts: countNames,
  complete: completeFeed,
});
