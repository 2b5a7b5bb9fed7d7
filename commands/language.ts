/** The language the bot speaks in this channel: shown, set, or left to whoever asks. */

import { findChannelLanguage, saveChannelLanguage } from "../src/messages/channel-language.ts";
import { findLanguage, LANGUAGES, toOwnName } from "../src/messages/languages.ts";
import { sayIn } from "../src/messages/say.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice } from "../src/typed/options/index.ts";
import { findSpokenLanguage } from "../src/typed/spoken-language.ts";

/** Takes the channel's language away again. */
const AUTOMATIC = "auto";

export const language = defineCommand({
  name: "language",
  access: "managers",
  needs: { store: ["notes"] },
  options: {
    language: choice({
      choices: [...LANGUAGES, AUTOMATIC],
      labels: Object.fromEntries(LANGUAGES.map((each) => [each, toOwnName(each)])),
      find: findSpokenLanguage,
    }),
  },
  examples: ["/language", "/language de"],

  async run({ say, options, store, destination, now }) {
    if (options.language === undefined) {
      const own = await findChannelLanguage(store.notes, destination);
      const choices = say.series(LANGUAGES.map((each) => `${each} (${toOwnName(each)})`));
      const state = own === null ? say("language.none") : say("language.shown", { language: say.languageName(own) });
      return { text: `${state} ${say("language.choices", { choices })}`, isPrivate: true };
    }
    const chosen = findLanguage(options.language);
    await saveChannelLanguage(store.notes, destination, chosen, now);
    if (chosen === null) return { text: say("language.auto") };
    const inChosen = sayIn(chosen);
    return { text: inChosen("language.set", { language: inChosen.languageName(chosen) }), language: chosen };
  },
});
