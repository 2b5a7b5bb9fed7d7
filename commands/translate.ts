/** Whether posts here are translated by a model, and into what: shown, chosen, or left as they are published. */

import type { CommandServices } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Language, Say } from "../src/domain/say.ts";
import {
  findChannelLanguage,
  findTranslation,
  saveTranslation,
  type TranslationChoice,
} from "../src/messages/channel-language.ts";
import { findLanguage, LANGUAGES, toOwnName } from "../src/messages/languages.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice } from "../src/typed/options/index.ts";
import { findSpokenLanguage } from "../src/typed/spoken-language.ts";

const ON = "on";
const OFF = "off";

/** Where a channel has no language of its own, "on" is that of whoever says so. */
const toChoice = (typed: string, own: Language | null, language: string): TranslationChoice => {
  if (typed !== ON) return typed === OFF ? OFF : (findLanguage(typed) ?? OFF);
  return own === null ? (findLanguage(language) ?? "channel") : "channel";
};

/** What holds here now, in sentences. */
function wordState(
  chosen: TranslationChoice | null,
  { say, spoken, offers }: { readonly say: Say; readonly spoken: string; readonly offers: CommandServices["offers"] },
): string {
  if (chosen === null || chosen === OFF) {
    const off = say("translate.off");
    return offers.model === null ? `${off} ${say("translate.noModel", { setting: "MODEL_URL" })}` : off;
  }
  const language = say.languageName(chosen === "channel" ? spoken : chosen);
  return offers.model === null
    ? `${say("translate.chosen", { language })} ${say("translate.noModel", { setting: "MODEL_URL" })}`
    : say("translate.on", { language, model: offers.model });
}

export const translate = defineCommand({
  name: "translate",
  access: "managers",
  needs: { store: ["notes"], services: ["offers"] },
  options: {
    to: choice({
      choices: [ON, OFF, ...LANGUAGES],
      labels: Object.fromEntries(LANGUAGES.map((each) => [each, toOwnName(each)])),
      find: findSpokenLanguage,
    }),
  },
  examples: ["/translate", "/translate off"],

  async run({ say, language, options, offers, store, destination, now }) {
    const own = await findChannelLanguage(store.notes, destination);
    const spoken = own ?? language;
    if (options.to === undefined) {
      const chosen = await findTranslation(store.notes, destination);
      const state = wordState(chosen, { say, spoken, offers });
      // What nothing would come of is not offered.
      if (offers.model === null) return { text: state, isPrivate: true };
      const choices = say.series(LANGUAGES.map((each) => `${each} (${toOwnName(each)})`));
      return { text: `${state} ${say("translate.choices", { choices })}`, isPrivate: true };
    }
    const chosen = toChoice(options.to, own, language);
    if (chosen !== OFF && offers.model === null)
      throw new UserError("unavailable", (say) => say("translate.noModel", { setting: "MODEL_URL" }));
    await saveTranslation(store.notes, destination, chosen, now);
    return { text: wordState(chosen, { say, spoken, offers }) };
  },
});
