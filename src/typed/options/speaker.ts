/** A person or role that is quoted, or several parted by commas; those quoted most lately are offered. */

import type { Complete, OptionDraft } from "../../domain/option.ts";
import { CHOICES_MAX, completeLast } from "./complete.ts";
import { countNames } from "./count-parts.ts";
import { type TextSettings, text } from "./text.ts";

const completeSpeaker: Complete = async (typed, { store }) =>
  (await store.articles.findSpeakers(typed, CHOICES_MAX)).map(({ name, role }) => ({
    label: role === null ? name : `${name}, ${role}`,
    value: name,
  }));

export const speaker = (settings: TextSettings = {}): OptionDraft<string> => ({
  ...text({ lengthMax: 100, ...settings }),
  countParts: countNames,
  complete: completeLast(completeSpeaker),
});
