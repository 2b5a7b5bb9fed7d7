/** What became in a channel of an article that was owed to it. */

import type { PressRequest } from "../domain/command.ts";
import type { OwedArticle } from "../domain/delivery-reports.ts";
import { nameZone } from "../domain/local-time.ts";
import { DEFAULT_DISPLAY, type Subscription } from "../domain/subscription.ts";

type Request = Pick<PressRequest<"articles">, "say" | "now" | "store">;

export async function wordOwed(
  owed: OwedArticle,
  standing: readonly Subscription[],
  request: Request,
): Promise<string> {
  const { say, now, store } = request;
  const age = say.age(owed.settledAt ?? now, now);
  if (!owed.isSameArticle) {
    const headline = say.inMarks((await store.articles.get(owed.articleId)).brief.headline);
    return owed.state === "sent" ? say("why.storyPosted", { headline, age }) : say("why.story", { headline });
  }
  const zone = standing.find((each) => each.id === owed.subscriptionId)?.display.timeZone ?? DEFAULT_DISPLAY.timeZone;
  switch (owed.state) {
    case "sent":
      return say("why.posted", { age });
    case "waiting":
      if (owed.sizeMin !== null) return say("why.waitsForStory", { count: owed.sizeMin });
      // Its hour is being worked out anew, or has come.
      if (owed.dueAt <= now) return say("why.queued");
      return say("why.waits", { moment: say.moment(owed.dueAt, zone), zone: nameZone(zone) });
    case "gathered":
      return say("why.inDigest");
    case "pending":
    case "claimed":
    case "sending":
      return say("why.queued");
    case "muted":
      return say("why.muted");
    case "uncertain":
      return say("why.uncertain", { reason: owed.reason ?? say("health.unknownReason") });
    case "failed":
      return say("why.failed", { reason: owed.reason ?? say("health.unknownReason") });
  }
}
