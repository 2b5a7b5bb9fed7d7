/** Languages of articles, by name or code, one or several parted by commas. */

import { fold } from "../../domain/fold.ts";
import type { Complete, OptionDraft } from "../../domain/option.ts";
import { LANGUAGES, toOwnName } from "../../messages/languages.ts";
import { areLanguages, areLanguagesApart } from "../article-languages.ts";
import { isNone } from "../none.ts";
import { completeLast } from "./complete.ts";
import { countFitting } from "./count-parts.ts";
import { text } from "./text.ts";

/** Those articles are in, then those the bot speaks; by code or name. */
const completeLanguage: Complete = async (typed, { store, say }) => {
  const known = (await store.feeds.list()).map((feed) => feed.language).filter((code) => code !== "und");
  const wanted = fold(typed);
  return [...new Set([...known, ...LANGUAGES])]
    .map((code) => ({ label: say.languageName(code), value: code }))
    .filter(({ label, value }) => {
      const own = LANGUAGES.find((each) => each === value);
      return [value, label, own === undefined ? "" : toOwnName(own)].some(
        (each) => each !== "" && fold(each).startsWith(wanted),
      );
    });
};

/** With `takesNone`, "none" is a value as well: it takes back what was wished. */
export const languages = ({ takesNone = false }: { readonly takesNone?: boolean } = {}): OptionDraft<string> => ({
  ...text({ lengthMax: 80 }),
  countParts: (parts, mayEnd) => {
    // Where words to look for may follow, "it" behind a language is one.
    const areAll = mayEnd ? areLanguages : areLanguagesApart;
    return countFitting((typed) => (takesNone && isNone(typed)) || areAll(typed))(parts, mayEnd);
  },
  complete: completeLast(completeLanguage),
});
