/** What is offered to somebody who named no feed and no topic to subscribe to, or several of each. */

import type { Feed } from "../domain/feed.ts";
import type { Say } from "../domain/say.ts";
import { nameFeed } from "../messages/wording.ts";
import { isAllNews } from "./all.ts";
import { findEach } from "./feed-choice.ts";
import { findNearNames } from "./near-names.ts";
import { EVERYTHING } from "./options/index.ts";

/** A feed or topic that is called nearly so, or the words themselves as a wish. */
export interface Near {
  readonly what: string;
  readonly words?: string;
  readonly speaker?: string;
}

export interface NearOffer extends Near {
  readonly label: string;
}

const LABEL_LENGTH_MAX = 40;

export const shortenLabel = (text: string): string => text.slice(0, LABEL_LENGTH_MAX).toWellFormed();

export const offerNamed = (named: Feed | string, say: Say): NearOffer =>
  typeof named === "string"
    ? { label: say("subscription.topics", { topics: named }), what: named }
    : { label: shortenLabel(nameFeed(named, say)), what: named.id };

/** Everything where all was asked for; topics, then feeds: named among others, or called nearly so. */
export function listNearOffers(known: readonly Feed[], text: string, say: Say): readonly NearOffer[] {
  const { topics, feeds } = findNearNames(known, text);
  const named = findEach(known, text).filter((each) => each !== null);
  const isFeed = (each: Feed | string): each is Feed => typeof each !== "string";
  const all = [...named.filter((each) => !isFeed(each)), ...topics, ...named.filter(isFeed), ...feeds];
  return [
    ...(isAllNews(text) ? [{ label: say("subscription.allFeeds"), what: EVERYTHING }] : []),
    ...[...new Set(all)].map((each) => offerNamed(each, say)),
  ];
}
