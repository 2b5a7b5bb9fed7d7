/** Who said what: quotes of a named speaker, newest first, or about something, the best matches first. */

import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { toArticleId } from "../src/domain/id.ts";
import type { PostQuote, Reply, ReplyListItem } from "../src/domain/post.ts";
import type { FoundQuote } from "../src/domain/store.ts";
import { isSameQuote, type QuoteWords, readQuoteWords } from "../src/matching/quotes/same-quote.ts";
import { matchSpeakers } from "../src/matching/quotes/same-speaker.ts";
import { type KeptPage, readKeptPage, toPageButtons } from "../src/messages/kept-pages.ts";
import { toAlsoIn, toFate } from "../src/messages/post-lines.ts";
import { frameQuote } from "../src/messages/quote-marks.ts";
import { readPostButton } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { rest, speaker, words } from "../src/typed/options/index.ts";
import { nameSearch, parseSearch, refuseUnsearchable } from "../src/typed/search-text.ts";
import { FIELDS, refuseMisspelt } from "../src/typed/stray-options.ts";

const QUOTES_PER_PAGE = 8;

/** Of one article, under its post. */
const ARTICLE_QUOTES_MAX = 25;

/** What was asked, as it is kept behind its page buttons. */
interface KeptQuestion {
  readonly speaker: string | null;
  readonly about: string | null;
  /** The newest article of when it was asked: what comes in later moves no page. Those kept before have none. */
  readonly newestId?: number | null;
}

type Request = PressRequest<"articles" | "notes", "toPosts">;

function toItem(
  { quote, stored }: FoundQuote,
  shown: PostQuote | undefined,
  { say }: Request,
  { hasHeadline }: { readonly hasHeadline: boolean },
): ReplyListItem {
  const who = [shown?.speaker, shown?.role].filter((part) => part !== null && part !== undefined).join(", ");
  const unnamed = shown?.isSpeakerUnread === true ? null : say("quotes.unnamed");
  const credit = who === "" ? unnamed : who;
  const { outlet, publishedAt } = stored.article;
  const headline = hasHeadline ? say.inMarks(stored.brief.headline) : null;
  return {
    text: frameQuote(shown?.text ?? quote.text, stored.article.language),
    url: shown?.url ?? stored.article.url,
    detail: [
      credit === null ? null : `— ${credit}`,
      headline,
      outlet,
      shown === undefined ? null : toAlsoIn(shown, say),
      shown === undefined ? null : toFate(shown, say),
      publishedAt === null ? null : say.day(publishedAt),
    ]
      .filter((part) => part !== null && part !== "")
      .join(" · "),
  };
}

/** What several outlets of a story carry is one quote, where it stands first. */
function listOnce(found: readonly FoundQuote[]): readonly FoundQuote[] {
  const kept: { readonly each: FoundQuote; readonly words: QuoteWords }[] = [];
  for (const each of found) {
    const { storyId, article } = each.stored;
    const words = readQuoteWords(each.quote.text);
    const isKnown = kept.some(({ each: other, words: own }) => {
      if (storyId === null || other.stored.storyId !== storyId || other.stored.article.id === article.id) return false;
      const match = matchSpeakers(each.quote.speaker, other.quote.speaker, article.language);
      return isSameQuote(words, own, { language: article.language, isSameSpeaker: match === "same" });
    });
    if (!isKnown) kept.push({ each, words });
  }
  return kept.map(({ each }) => each);
}

/** A post of each quote alone gives the link to its place in the article, and what other outlets make of it. */
async function toItems(
  found: readonly FoundQuote[],
  request: Request,
  look: { readonly hasHeadline: boolean },
): Promise<readonly ReplyListItem[]> {
  const alone = found.map(({ quote, stored }) => ({ ...stored, brief: { ...stored.brief, quotes: [quote] } }));
  const posts = await request.toPosts(alone, request.language);
  return found.map((each, index) => toItem(each, posts[index]?.quotes[0], request, look));
}

async function showPage({ speaker, about, newestId }: KeptQuestion, at: KeptPage, request: Request): Promise<Reply> {
  const { say, store } = request;
  // One more than is shown tells whether there is another page.
  const found = await store.articles.findQuotes({
    speaker,
    terms: parseSearch(about ?? ""),
    feedIds: [],
    since: null,
    newestId: typeof newestId === "number" ? toArticleId(newestId) : null,
    limit: QUOTES_PER_PAGE + 1,
    offset: (at.page - 1) * QUOTES_PER_PAGE,
  });
  const wanted = [
    speaker === null ? null : say("quotes.by", { speaker }),
    about === null ? null : say("quotes.about", { words: nameSearch(about, say) }),
  ]
    .filter((part) => part !== null)
    .join(" ");
  if (found.length === 0) {
    return { text: say("quotes.none", { wanted }), isPrivate: true };
  }
  const buttons = toPageButtons("quotes", at, found.length > QUOTES_PER_PAGE, say);
  return {
    text: at.page === 1 ? say("quotes.found", { wanted }) : say("quotes.foundPage", { wanted, page: at.page }),
    lists: [
      {
        title: null,
        items: await toItems(listOnce(found.slice(0, QUOTES_PER_PAGE)), request, { hasHeadline: true }),
      },
    ],
    ...(buttons.length > 0 ? { buttons } : {}),
    isPrivate: true,
  };
}

export const quotes = defineCommand({
  name: "quotes",
  access: "everyone",
  postButton: "quotes.more",
  needs: { store: ["articles", "notes"], services: ["toPosts"] },
  options: {
    speaker: rest(speaker()),
    about: words({ lengthMax: 200 }),
  },
  examples: ["/quotes minister", "/quotes about:ferry"],

  async run(request) {
    const { options, store, now } = request;
    if (options.speaker === undefined && options.about === undefined) {
      throw new UserError("bad-option", (say) => say("quotes.nothingAsked"));
    }
    for (const text of [options.speaker, options.about]) {
      refuseMisspelt(` ${text ?? ""}`, { command: "quotes", options: ["speaker", "about"], fields: FIELDS });
    }
    refuseUnsearchable(options.about ?? "");
    const kept: KeptQuestion = {
      speaker: options.speaker ?? null,
      about: options.about ?? null,
      newestId: await store.articles.findNewestId(),
    };
    const showFirst = async (asked: KeptQuestion): Promise<Reply> => {
      const keptId = await store.notes.keep("quotes", JSON.stringify(asked), now);
      return showPage(asked, { keptId, page: 1 }, request);
    };
    const shown = await showFirst(kept);
    if (shown.lists !== undefined || kept.speaker === null || kept.about !== null) return shown;
    // Nobody is called so: then it is what was said that is looked for.
    const said = await showFirst({ ...kept, speaker: null, about: kept.speaker });
    return said.lists === undefined ? shown : { ...said, text: `${shown.text} ${said.text}` };
  },

  /** `KEPT:PAGE`, and `article:ID` under a post: every quote of it. */
  async press(rest, request) {
    const { say, store } = request;
    const stored = await readPostButton(rest, store);
    if (stored === null) {
      const { kept, ...at } = await readKeptPage("quotes", rest, store.notes);
      return showPage(kept as KeptQuestion, at, request);
    }
    const headline = say.inMarks(stored.brief.headline);
    const found = (await store.articles.listQuotes([stored.article.id])).get(stored.article.id) ?? [];
    if (found.length === 0) return { text: say("quotes.noneIn", { headline }), isPrivate: true };
    const all = found.slice(0, ARTICLE_QUOTES_MAX).map((quote) => ({ quote, stored }));
    const items = await toItems(all, request, { hasHeadline: false });
    return { text: say("quotes.allOf", { headline }), lists: [{ title: null, items }], isPrivate: true };
  },
});
