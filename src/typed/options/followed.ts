/** Whom or what one can follow: people who are quoted, or words of any kind. */

import type { OptionDraft } from "../../domain/option.ts";
import { ADDRESS_LENGTH_MAX } from "../article-choice.ts";
import { speaker } from "./speaker.ts";
import { text } from "./text.ts";

/** Those quoted most lately are offered. */
export const followed = (): OptionDraft<string> => ({
  ...text({ lengthMax: ADDRESS_LENGTH_MAX }),
  complete: speaker().complete,
});
