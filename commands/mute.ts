/** Stops everything more of one story in this channel; also a button under each post. */

import type { StoredBrief } from "../src/domain/article.ts";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Reply } from "../src/domain/post.ts";
import { readArticle, readPostButton } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { article, required, rest } from "../src/typed/options/index.ts";

type Request = PressRequest<"articles" | "outbox">;

async function muteStory(
  { article, brief, postKey = null }: StoredBrief,
  { say, store, destination, now }: Request,
): Promise<Reply> {
  await store.outbox.mute(article.id, destination, now);
  return {
    text: say("mute.done", { headline: say.inMarks(brief.headline) }),
    buttons: [
      [
        {
          kind: "action",
          label: say("mute.undo"),
          id: `v1:mute:undo:${postKey === null ? article.id : `${article.id}-${postKey}`}`,
        },
      ],
    ],
    isPrivate: true,
  };
}

export const mute = defineCommand({
  name: "mute",
  access: "managers",
  postButton: "mute.button",
  needs: { store: ["articles", "outbox"] },
  options: {
    what: required(rest(article())),
  },
  examples: ["/mute https://news.example/article", "/mute ferry engine"],

  async run({ options, ...request }) {
    return muteStory(await readArticle(options.what, request.store), request);
  },

  /** `article:ID` under a post, and `undo:ID`. */
  async press(rest, request) {
    const stored = await readPostButton(rest.replace(/^undo:/, "article:"), request.store);
    if (stored === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    if (rest.startsWith("article:")) return muteStory(stored, request);
    const { say, store, destination, now } = request;
    await store.outbox.unmute(stored.article.id, destination, now);
    return { text: say("mute.undone", { headline: say.inMarks(stored.brief.headline) }), isPrivate: true };
  },
});
