/** What most outlets carried and who was quoted most, of the last day or week. */

import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Button, Reply, ReplyList } from "../src/domain/post.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice, withDefault } from "../src/typed/options/index.ts";

const SPANS = ["day", "week"] as const;
type Span = (typeof SPANS)[number];
const HOUR_MS = 60 * 60 * 1000;
const SPAN_MS: Readonly<Record<Span, number>> = { day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS };
const LABELS = { day: "top.day", week: "top.week" } as const;
const SHOWN_MAX = 8;
const OUTLETS_NAMED_MAX = 4;

type Request = PressRequest<"articles">;

async function show(span: Span, { say, store, now }: Request): Promise<Reply> {
  const since = new Date(now.getTime() - SPAN_MS[span]);
  const { stories, speakers } = await store.articles.findTop({ since, limit: SHOWN_MAX });
  const lists: ReplyList[] = [
    {
      title: say("top.stories"),
      items: stories.map(({ article, brief, alsoOutlets }) => {
        const all = [article.outlet, ...alsoOutlets];
        const named = say.series(all.slice(0, OUTLETS_NAMED_MAX));
        const outlets = all.length > OUTLETS_NAMED_MAX ? `${named} …` : named;
        return { text: brief.headline, url: article.url, detail: say("top.outlets", { count: all.length, outlets }) };
      }),
    },
    {
      title: say("top.speakers"),
      items: speakers.map(({ name, role, articleCount }) => ({
        text: [name, role].filter((part) => part !== null).join(", "),
        url: null,
        detail: say("top.articles", { count: articleCount }),
        speaker: name,
      })),
    },
  ].filter(({ items }) => items.length > 0);
  const others = SPANS.filter((each) => each !== span);
  const buttons = others.map((each): Button => ({ kind: "action", label: say(LABELS[each]), id: `v1:top:${each}` }));
  const heading = say(span === "day" ? "top.ofDay" : "top.ofWeek");
  return {
    text: lists.length === 0 ? say("top.none") : heading,
    lists,
    buttons: [buttons],
    isPrivate: true,
  };
}

export const top = defineCommand({
  name: "top",
  access: "everyone",
  needs: { store: ["articles"] },
  options: {
    of: withDefault(choice({ choices: SPANS, word: (span, say) => say(LABELS[span]) }), "day"),
  },
  examples: ["/top", "/top week"],

  run: ({ options, ...request }) => show(options.of, request),

  /** `day` or `week`. */
  async press(pressed, request) {
    const span = SPANS.find((each) => each === pressed);
    if (span === undefined) throw new UserError("not-found", (say) => say("answer.oldButton"));
    return show(span, request);
  },
});
