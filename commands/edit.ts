/** Changes a subscription of this channel: what is not named stays as it is. */

import { UserError } from "../src/domain/errors.ts";
import type { Feed } from "../src/domain/feed.ts";
import type { Filter } from "../src/domain/subscription.ts";
import { isSameFilter } from "../src/matching/filter.ts";
import { describeWhole, wordUnmet } from "../src/messages/wording.ts";
import { readSiteAddress } from "../src/typed/addresses.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findFeed } from "../src/typed/feed-choice.ts";
import { readNumber } from "../src/typed/number.ts";
import { required, subscription } from "../src/typed/options/index.ts";
import { toUnknownOption } from "../src/typed/stray-options.ts";
import { findStrayOption } from "../src/typed/typed-command.ts";
import { findUnmet } from "../src/typed/unmet.ts";
import { readDisplay, readFilter, refuseUnoffered, WISH_OPTIONS } from "../src/typed/wishes.ts";

/** What topics alone narrowed would flood the channel without any. */
function isOpened(before: Filter, after: Filter): boolean {
  const { languages: _, excludedWords: __, ...limits } = after;
  return before.topics.length > 0 && Object.values(limits).every((members) => members.length === 0);
}

/** What was wished for before was told when it was. */
const toNew = (after: Filter, before: Filter): Filter => ({
  ...after,
  words: after.words.filter((each) => !before.words.includes(each)),
  speakers: after.speakers.filter((each) => !before.speakers.includes(each)),
});

/** A feed, or the address of one. */
const isNamed = (feeds: readonly Feed[], words: string): boolean =>
  findFeed(feeds, words) !== null || readSiteAddress(words) !== null;

export const edit = defineCommand({
  name: "edit",
  access: "managers",
  needs: { store: ["articles", "feeds", "subscriptions"], services: ["offers"] },
  options: {
    which: required(subscription()),
    ...WISH_OPTIONS,
  },
  examples: [
    "/edit 1 words:ferry, harbor",
    "/edit 1 topic:world, science",
    "/edit 1 digest:daily at:07:30 zone:Europe/Berlin",
  ],

  async run({ say, options, store, destination, offers }) {
    const standing = await store.subscriptions.findByDestination(destination);
    const feeds = await store.feeds.list();
    const wanted = readNumber(options.which);
    const chosen = standing.find((each) => String(each.number) === wanted);
    const stray = findStrayOption(options.which);
    if (stray !== null) throw toUnknownOption(stray, "edit");
    const { which: _, ...wishes } = options;
    const isNothingSaid = Object.values(wishes).every((each) => each === undefined);
    // A number and then words: what they are to be is not said.
    const [, words] = wanted === null ? (/^#?\d+[.):]?\s+(.+)$/s.exec(options.which) ?? []) : [];
    if (words !== undefined) {
      throw new UserError("bad-option", (say) =>
        isNothingSaid && !isNamed(feeds, words)
          ? say("edit.nothing")
          : say("edit.feedsStay", { words: say.inMarks(words) }),
      );
    }
    if (chosen === undefined) {
      throw new UserError("not-found", (say) => say("unsubscribe.unknown", { id: wanted ?? options.which }));
    }
    if (isNothingSaid) throw new UserError("bad-option", (say) => say("edit.nothing"));
    refuseUnoffered(wishes, offers);
    const changed = {
      ...chosen,
      filter: readFilter(wishes, chosen.filter, feeds),
      display: readDisplay(wishes, chosen.display, destination),
    };
    const twin = standing.find((each) => each !== chosen && isSameFilter(each.filter, changed.filter));
    if (twin !== undefined && !isSameFilter(chosen.filter, changed.filter)) {
      throw new UserError("bad-option", (say) => say("edit.twin", { id: String(twin.number) }));
    }
    if (isOpened(chosen.filter, changed.filter)) {
      throw new UserError("bad-option", (say) => say("edit.allFeeds", { id: String(chosen.number) }));
    }
    await store.subscriptions.update(changed);
    const what = describeWhole(changed, feeds, say);
    const unmet = wordUnmet(await findUnmet(toNew(changed.filter, chosen.filter), store), say);
    const done = say("edit.done", { id: String(changed.number), what });
    return { text: unmet === null ? done : `${done} ${unmet}` };
  },
});
