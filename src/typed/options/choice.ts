/** One of a few fixed words, each understood in any language that has a word for it. */

import { UserError } from "../../domain/errors.ts";
import { fold } from "../../domain/fold.ts";
import type { OptionDraft } from "../../domain/option.ts";
import type { Say } from "../../domain/say.ts";
import { LANGUAGES } from "../../messages/languages.ts";
import { sayIn } from "../../messages/say.ts";
import { countWord } from "./count-parts.ts";

export interface ChoiceSettings<Value extends string> {
  readonly description?: string;
  readonly choices: readonly Value[];
  /** How a choice is shown where it is picked from a list; as it is typed when absent. */
  readonly labels?: Readonly<Record<string, string>>;
  /** The word for a choice in a language: shown where it is picked from a list, and understood where it is typed. */
  readonly word?: (choice: Value, say: Say) => string;
  /** The choice meant by other words for it; null for none. */
  readonly find?: (text: string) => Value | null;
}

export function choice<const Value extends string>(settings: ChoiceSettings<Value>): OptionDraft<Value> {
  const { choices, labels, word, find, ...others } = settings;

  const findWorded = (typed: string): Value | undefined =>
    word === undefined
      ? undefined
      : choices.find((each) => LANGUAGES.some((language) => fold(word(each, sayIn(language))) === fold(typed)));

  return {
    ...others,
    field: {
      type: "choice",
      choices: choices.map((value) => ({
        value,
        label: labels?.[value] ?? value,
        word: word === undefined ? null : (say) => word(value, say),
      })),
    },
    complete: null,
    countParts: countWord,
    read(raw, name) {
      const typed = String(raw).trim().toLowerCase();
      const chosen = choices.find((each) => each.toLowerCase() === typed) ?? find?.(typed) ?? findWorded(typed);
      if (chosen !== undefined) return chosen;
      throw new UserError("bad-option", (say) =>
        say("option.notAChoice", {
          option: name,
          choices: say.series(choices.map((each) => word?.(each, say) ?? each)),
        }),
      );
    },
  };
}
