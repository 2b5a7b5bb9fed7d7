/** Topics, one or several parted by commas. */

import type { Complete, OptionDraft } from "../../domain/option.ts";
import { completeTopics } from "../feed-choice.ts";
import { countNames } from "./count-parts.ts";
import { text } from "./text.ts";

export const completeTopic: Complete = async (typed, { store }) =>
  completeTopics(await store.feeds.list(), typed).map((each) => ({ label: each, value: each }));

export const topics = (): OptionDraft<string> => ({
  ...text({ lengthMax: 200 }),
  countParts: countNames,
  complete: completeTopic,
});
