/** Who said what: quotes of a named speaker, about something, newest first. */

import { readPostButton } from "../src/domain/article-choice.ts";
import { type CommandRequest, defineCommand, type Options } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { PostQuote, ReplyListItem } from "../src/domain/post.ts";
import { frameQuote } from "../src/domain/quote-marks.ts";
import { nameSearch, parseSearch } from "../src/domain/search-text.ts";
import type { FoundQuote } from "../src/domain/store.ts";

const QUOTES_MAX = 8;

/** Of one article, under its post. */
const ARTICLE_QUOTES_MAX = 25;

type Request = Omit<CommandRequest<Options>, "options">;

function toItem({ quote, stored }: FoundQuote, { say, toPost }: Request): ReplyListItem {
  // composing a post of this one quote gives the link to its place in the article
  const [shown]: readonly PostQuote[] = toPost({ ...stored, brief: { ...stored.brief, quotes: [quote] } }).quotes;
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
}

export const quotes = defineCommand({
  name: "quotes",
  access: "everyone",
  postButton: "quotes.more",
  options: {
    speaker: { type: "text", isRest: true, lengthMax: 100, completes: "speaker" },
    about: { type: "text", isQuery: true, lengthMax: 200 },
  },
  examples: ["/quotes minister", "/quotes about:ferry"],

  async run(request) {
    const { say, options, store } = request;
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
      options.about === undefined ? null : say("quotes.about", { words: nameSearch(options.about, say) }),
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
          items: found.map((each) => toItem(each, request)),
        },
      ],
      isPrivate: true,
    };
  },

  /** `article:ID` under a post: every quote of it. */
  async press(rest, request) {
    const { say, store } = request;
    const stored = await readPostButton(rest, store);
    if (stored === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    const headline = say.inMarks(stored.brief.headline);
    const found = (await store.articles.listQuotes([stored.article.id])).get(stored.article.id) ?? [];
    if (found.length === 0) return { text: say("quotes.noneIn", { headline }), isPrivate: true };
    const items = found.slice(0, ARTICLE_QUOTES_MAX).map((quote) => toItem({ quote, stored }, request));
    return { text: say("quotes.allOf", { headline }), lists: [{ title: null, items }], isPrivate: true };
  },
});
