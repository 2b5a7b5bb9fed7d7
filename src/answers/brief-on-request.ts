/** The brief of any page somebody asks about: the stored one, else of the page as it is read now. */

import type { ReadPage } from "../articles/page/read-page.ts";
import { composeIn } from "../delivery/compose.ts";
import type { Summarizer } from "../domain/article.ts";
import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY } from "../domain/subscription.ts";
import { toHonestName } from "../feeds/honest-name.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import { makeBrief } from "../news/make-brief.ts";

export interface BriefDependencies {
  readonly store: Pick<Store, "articles" | "feeds">;
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  readonly summarizer: Summarizer;
}

export function createReadBrief({
  store,
  download,
  readPage,
  summarizer,
}: BriefDependencies): CommandServices["readBrief"] {
  return async (url, language) => {
    const carried = await store.articles.findByUrl(url);
    if (carried?.article.basis === "page") return composeIn(language, carried, DEFAULT_DISPLAY);
    const downloaded = await download(url, { accept: "page" });
    if (downloaded.status !== "fresh") {
      const reason = downloaded.status === "failed" ? downloaded.reason : null;
      throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: reason ?? say("brief.notSent") }));
    }
    const answer = await readPage(downloaded).catch((error: unknown) => {
      if (error instanceof WorkStoppedError) return { reason: error.message };
      throw error;
    });
    if ("reason" in answer) {
      throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: answer.reason }));
    }
    const { article } = answer;
    const { brief } = await makeBrief(article, { summarizer, quotesMax: DEFAULT_DISPLAY.quotesMax });
    const { url: pageUrl } = downloaded;
    const outlet = toHonestName(article.outlet ?? new URL(pageUrl).hostname, pageUrl, await store.feeds.list());
    const read = { ...article, id: null, url: downloaded.url, outlet, basis: "page" } as const;
    return composeIn(
      language,
      { article: read, brief, topics: [], alsoOutlets: [], isUpdated: false },
      DEFAULT_DISPLAY,
    );
  };
}
