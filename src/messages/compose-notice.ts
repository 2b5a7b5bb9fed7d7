/** What a channel is told about a feed, in its language. */

import type { Feed } from "../domain/feed.ts";
import type { Notice } from "../domain/notice.ts";
import type { Reply } from "../domain/post.ts";
import type { Language } from "../domain/say.ts";
import { sayIn } from "./say.ts";

export function composeNotice({ kind }: Notice, { title }: Pick<Feed, "title">, language: Language): Reply {
  const say = sayIn(language);
  const text = say(kind === "feed-gone" ? "notice.feedGone" : "notice.feedFailed", { feed: title });
  return { text, language };
}
