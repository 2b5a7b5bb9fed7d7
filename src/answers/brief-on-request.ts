/** The brief of any page somebody asks about: the stored one, else of the page as it is read now. */

import type { ReadPage } from "../articles/page/read-page.ts";
import { composeIn } from "../delivery/compose.ts";
import type { CommandServices } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Store } from "../domain/store.ts";
import { DEFAULT_DISPLAY } from "../domain/subscription.ts";
import { toHonestName } from "../feeds/honest-name.ts";
import { IS_FEED } from "../net/document-kind.ts";
import type { Download } from "../net/download.ts";
import { WorkStoppedError } from "../net/worker-pool.ts";
import type { BriefMaker } from "../news/brief-maker.ts";

export interface BriefDependencies {
  readonly store: Pick<Store, "articles" | "feeds">;
  readonly download: Download;
  /** In a thread of its own, killed when it takes too long or too much memory. */
  readonly readPage: ReadPage;
  /** In such a thread, too. */
  readonly makeBrief: BriefMaker;
}

export function createReadBrief({
  store,
  download,
  readPage,
  makeBrief,
}: BriefDependencies): CommandServices["readBrief"] {
  return async (url, language) => {
    const carried = await store.articles.findByUrl(url);
    if (carried?.article.basis === "page") return composeIn(language, carried, DEFAULT_DISPLAY);
    const downloaded = await download(url, { accept: "page" });
    if (downloaded.status !== "fresh") {
      const reason = downloaded.status === "failed" ? downloaded.reason : null;
      throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: reason ?? say("brief.notSent") }));
    }
    const toReason = (error: unknown): { readonly reason: string } => {
      if (error instanceof WorkStoppedError) return { reason: error.message };
      throw error;
    };
    const answer = await readPage(downloaded).catch(toReason);
    if ("reason" in answer) {
      if (answer.reason === IS_FEED) throw new UserError("not-found", (say) => say("brief.isFeed", { url }));
      throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: answer.reason }));
    }
    const { article } = answer;
    const made = await makeBrief(article, DEFAULT_DISPLAY.quotesMax).catch(toReason);
    if ("reason" in made) {
      throw new UserError("unavailable", (say) => say("brief.unreadable", { reason: made.reason }));
    }
    const { brief } = made;
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
