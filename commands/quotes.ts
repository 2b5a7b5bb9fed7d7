/** Who said what: quotes of a named speaker, about something, newest first. */

import { defineCommand } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { PostQuote } from "../src/domain/post.ts";
import { parseSearch } from "../src/domain/search-text.ts";
import { toDay } from "../src/domain/wording.ts";

const QUOTES_MAX = 8;

export const quotes = defineCommand({
  name: "quotes",
  summary: "Find who said what",
  access: "everyone",
  options: {
    speaker: { type: "text", description: "Who said it", isRest: true, lengthMax: 100, completes: "speaker" },
    about: { type: "text", description: "Words in the quote", lengthMax: 200 },
  },
  examples: ["/quotes minister", "/quotes about:ferry"],

  async run({ options, store, toPost }) {
    if (options.speaker === undefined && options.about === undefined) {
      throw new UserError(
        "bad-option",
        "Name a speaker or a subject, such as /quotes minister or /quotes about:ferry.",
      );
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
      options.speaker === undefined ? null : `by ${options.speaker}`,
      options.about === undefined ? null : `about “${options.about}”`,
    ]
      .filter((part) => part !== null)
      .join(" ");
    if (found.length === 0) {
      return {
        text: `No quotes ${wanted} yet. A part of the name is enough; /search looks in whole articles.`,
        isPrivate: true,
      };
    }
    return {
      text: `Quotes ${wanted}, newest first:`,
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
              text: `“${quote.text}”`,
              url: shown?.url ?? stored.article.url,
              detail: [
                `— ${who === "" ? "speaker not named" : who}`,
                outlet,
                publishedAt === null ? null : toDay(publishedAt),
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
