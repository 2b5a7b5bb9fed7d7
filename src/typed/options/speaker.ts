/** A person or role that is quoted, or several parted by commas; those quoted most lately are offered. */

import type { Complete, OptionDraft } from "../../domain/option.ts";
import { ADDRESS_LENGTH_MAX } from "../article-choice.ts";
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

/** Whom or what one can follow: people who are quoted, who are offered, or words of any kind. */
export const followed = (): OptionDraft<string> => ({
  ...text({ lengthMax: ADDRESS_LENGTH_MAX }),
  complete: completeSpeaker,
});
