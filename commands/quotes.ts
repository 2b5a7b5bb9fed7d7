/** Who said what: quotes of a named speaker, about something, newest first. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { PostQuote } from "../src/domain/post.ts";
import { frameQuote } from "../src/domain/quote-marks.ts";
import { parseSearch } from "../src/domain/search-text.ts";

const QUOTES_MAX = 8;

export const quotes = defineCommand({
  name: "quotes",
  access: "everyone",
  options: {
    speaker: { type: "text", isRest: true, lengthMax: 100, completes: "speaker" },
    about: { type: "text", lengthMax: 200 },
  },
  examples: ["/quotes minister", "/quotes about:ferry"],

  async run({ say, options, store, toPost }) {
    if (options.speaker === undefined && options.about === undefined) {
      throw new UserError("bad-option", (say) => say("quotes.nothingAsked"));
    }
    const found = await store.articles.findQuotes({
      speaker: options.speaker ?? null,
      terms: parseSearch(options.about ?? ""),
      feedIds: [],
      since: null,
      limit: QUOTES_MAX,
      offset: 0,
    });
    const wanted = [
      options.speaker === undefined ? null : say("quotes.by", { speaker: options.speaker }),
      options.about === undefined ? null : say("quotes.about", { words: say.inMarks(options.about) }),
    ]
      .filter((part) => part !== null)
      .join(" ");
    if (found.length === 0) {
      return { text: say("quotes.none", { wanted }), isPrivate: true };
    }
    return {
      text: say("quotes.found", { wanted }),
      lists: [
        {
          title: null,
          items: found.map(({ quote, stored }) => {
            // composing a post of this one quote gives the link to its place in the article
            const [shown]: readonly PostQuote[] = toPost({
              ...stored,
              brief: { ...stored.brief, quotes: [quote] },
            }).quotes;
            const who = [shown?.speaker, shown?.role].filter((part) => part !== null && part !== undefined).join(", ");
            const { outlet, publishedAt } = stored.article;
            return {
              text: frameQuote(quote.text, stored.article.language),
              url: shown?.url ?? stored.article.url,
              detail: [
                `— ${who === "" ? say("quotes.unnamed") : who}`,
                outlet,
                publishedAt === null ? null : say.day(publishedAt),
              ]
                .filter((part) => part !== null)
                .join(" · "),
            };
          }),
        },
      ],
      isPrivate: true,
    };
  },
});
