/** A picture of a quote, for showing elsewhere; also a button under posts that have quotes. */

import type { StoredBrief } from "../src/domain/article.ts";
import type { CardLook, CardQuote, MadeCard } from "../src/domain/cards/card.ts";
import { CARD_LOOKS } from "../src/domain/cards/card.ts";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { foldWords } from "../src/domain/fold.ts";
import type { Button, Reply, ReplyListItem, ReplyPicture } from "../src/domain/post.ts";
import { frameQuote } from "../src/messages/quote-marks.ts";
import { readArticle, readPostButton } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { article, choice, rest } from "../src/typed/options/index.ts";

const BUTTONS_PER_ROW = 5;

type Request = PressRequest<"articles", "listCardQuotes" | "makeCard">;

/** `12`, or `12-KEY` where the article is not everybody's. */
const toNamed = ({ article, postKey = null }: StoredBrief): string =>
  postKey === null ? `${article.id}` : `${article.id}-${postKey}`;

const toId = (deed: "show" | "share", stored: StoredBrief, { key }: CardQuote, look: CardLook): string =>
  `v1:card:${deed}:${toNamed(stored)}:${key}:${look}`;

const toLook = (text: string | undefined): CardLook => CARD_LOOKS.find((look) => look === text) ?? "light";

/** Why there is no card, in a sentence one can act on. */
function toProblem(made: Exclude<MadeCard, { readonly outcome: "drawn" }>): UserError {
  switch (made.outcome) {
    case "not-installed":
      return new UserError("unavailable", (say) => say("card.notInstalled"));
    case "too-long":
      return new UserError("limit", (say) => say("card.tooLong"));
    case "busy":
      return new UserError("limit", (say) => say("card.busy"));
    case "no-letters": {
      const { letters, packages } = made;
      return new UserError("unavailable", (say) =>
        packages.length === 0
          ? say("card.noLetters", { letters })
          : `${say("card.noLetters", { letters })} ${say("card.package", { packages: packages.join(" ") })}`,
      );
    }
  }
}

async function makePicture(
  stored: StoredBrief,
  quote: CardQuote,
  look: CardLook,
  request: Request,
): Promise<ReplyPicture> {
  const made = await request.makeCard(stored, quote, look);
  if (made.outcome !== "drawn") throw toProblem(made);
  return made.picture;
}

/** Where an answer is shown to one person alone, who manages the place may show it to all. */
const maySeeShare = ({ destination, server, actor }: Request): boolean =>
  destination.platform === "discord" && server !== null && actor.isManager;

const toSource = ({ article }: StoredBrief, { say }: Request): Button => ({
  kind: "link",
  label: say("post.readArticle"),
  url: article.url,
});

async function showCard(
  stored: StoredBrief,
  quotes: readonly CardQuote[],
  quote: CardQuote,
  look: CardLook,
  request: Request,
): Promise<Reply> {
  const { say } = request;
  const other = look === "light" ? "dark" : "light";
  const otherLabel = other === "dark" ? say("card.dark") : say("card.light");
  const more: Button = { kind: "action", label: say("card.others"), id: `v1:card:menu:${toNamed(stored)}` };
  const share: Button = { kind: "action", label: say("card.share"), id: toId("share", stored, quote, look) };
  return {
    text: stored.brief.headline,
    picture: await makePicture(stored, quote, look, request),
    buttons: [
      [
        ...(maySeeShare(request) ? [share] : []),
        { kind: "action", label: otherLabel, id: toId("show", stored, quote, other) },
        ...(quotes.length > 1 ? [more] : []),
        toSource(stored, request),
      ],
    ],
    isPrivate: true,
  };
}

function toItem({ quote }: CardQuote, index: number, language: string, { say }: Request): ReplyListItem {
  const unnamed = quote.isSpeakerUnread === true ? null : say("quotes.unnamed");
  const who = quote.speaker === null ? unnamed : [quote.speaker, quote.role].filter((part) => part !== null).join(", ");
  return {
    text: `${index + 1}. ${frameQuote(quote.text, language)}`,
    url: quote.url,
    detail: who === null ? null : `— ${who}`,
  };
}

/** Numbers under a list of the quotes. */
function showMenu(stored: StoredBrief, quotes: readonly CardQuote[], look: CardLook, request: Request): Reply {
  const { say } = request;
  const buttons = quotes.map(
    (quote, index): Button => ({ kind: "action", label: String(index + 1), id: toId("show", stored, quote, look) }),
  );
  const rowCount = Math.ceil(buttons.length / BUTTONS_PER_ROW);
  const { language } = stored.article;
  return {
    text: say("card.choose", { headline: say.inMarks(stored.brief.headline) }),
    lists: [{ title: null, items: quotes.map((quote, index) => toItem(quote, index, language, request)) }],
    buttons: Array.from({ length: rowCount }, (_, row) =>
      buttons.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW),
    ),
    isPrivate: true,
  };
}

async function listQuotes(stored: StoredBrief, { listCardQuotes }: Request): Promise<readonly CardQuote[]> {
  const quotes = await listCardQuotes(stored);
  if (quotes.length > 0) return quotes;
  throw new UserError("not-found", (say) => say("quotes.noneIn", { headline: say.inMarks(stored.brief.headline) }));
}

/** The one quote at once, or that one of several that has all the words typed; else which of them. */
async function offer(stored: StoredBrief, look: CardLook, request: Request, typed = ""): Promise<Reply> {
  const quotes = await listQuotes(stored, request);
  const words = foldWords(typed);
  const named = quotes.filter(({ quote }) => {
    const said = foldWords(quote.text);
    return words.length > 0 && words.every((word) => said.includes(word));
  });
  const [only] = named.length === 1 ? named : quotes;
  if ((quotes.length === 1 || named.length === 1) && only !== undefined)
    return showCard(stored, quotes, only, look, request);
  return showMenu(stored, quotes, look, request);
}

export const card = defineCommand({
  name: "card",
  access: "everyone",
  postButton: "card.button",
  hasPostButton: (post) => post.quotes.length > 0,
  needs: { store: ["articles"], services: ["listCardQuotes", "makeCard"] },
  options: {
    what: rest(article()),
    look: choice({
      choices: CARD_LOOKS,
      word: (look, say) => say(({ light: "card.light", dark: "card.dark" } as const)[look]),
    }),
  },
  examples: ["/card ferry engine", "/card https://news.example/article look:dark"],

  async run({ options, ...request }) {
    if (options.what === undefined) throw new UserError("bad-option", (say) => say("card.nothing"));
    const { what, look = "light" } = options;
    return offer(await readArticle(what, request.store), look, request, what);
  },

  /** `article:ID` under a post, `menu:ID`, `show:ID:QUOTE:LOOK` and `share:ID:QUOTE:LOOK`. */
  async press(pressed, request) {
    const { say, store, actor } = request;
    const [, deed = "", named = "", key = "", look] =
      /^(article|menu|show|share):([^:]{1,90})(?::([0-9a-f]{8}):(light|dark))?$/.exec(pressed) ?? [];
    const stored = deed === "" ? null : await readPostButton(`article:${named}`, store);
    if (stored === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    if (deed === "article" || key === "") return offer(stored, "light", request);
    const quotes = await listQuotes(stored, request);
    const quote = quotes.find((each) => each.key === key);
    if (quote === undefined) throw new UserError("not-found", (say) => say("card.gone"));
    if (deed === "show") return showCard(stored, quotes, quote, toLook(look), request);
    if (!actor.isManager) {
      throw new UserError("forbidden", (say) => say("answer.managersOnly", { command: "/card" }));
    }
    const picture = await makePicture(stored, quote, toLook(look), request);
    const shared = { text: stored.brief.headline, picture, buttons: [[toSource(stored, request)]] };
    return { text: say("card.shared"), toAll: shared, isPrivate: true };
  },
});
