/** What an option's value could become while it is typed: from the store's memory and indexes, never from the network. */

import type { CommandServices, Option, TextOption } from "../domain/command.ts";
import { fold } from "../domain/fold.ts";
import type { Choice, CompletionQuery } from "../domain/platform.ts";
import { LANGUAGES, toOwnName } from "../messages/languages.ts";
import type { Say } from "../messages/say.ts";
import { describeSubscription } from "../messages/wording.ts";
import { completeFeeds, completeTopics } from "../typed/feed-choice.ts";
import { completeZones } from "../typed/time-zone.ts";

export const CHOICES_MAX = 25;
const TYPED_LENGTH_MAX = 100;
/** What a platform takes as the value of a choice. */
const VALUE_LENGTH_MAX = 100;
/** Topics offered before the feeds, so that these are seen, too. */
const TOPICS_FIRST_MAX = 8;
/** Deliveries and articles looked through for a headline. */
const HEADLINES_MAX = 40;

type Completer = (typed: string) => Promise<readonly Choice[]>;

/** `Nera Moreau, Ada`: what stands before the last comma stays, and is not offered again. */
async function completeLast(typed: string, complete: Completer): Promise<readonly Choice[]> {
  const parts = typed.split(/[,،]/).map((part) => part.trim());
  const last = parts.pop() ?? "";
  const before = parts.filter((part) => part !== "");
  const isNew = ({ value }: Choice): boolean => !before.some((part) => fold(part) === fold(value));
  return (await complete(last))
    .filter(isNew)
    .map(({ label, value }) => ({ label: [...before, label].join(", "), value: [...before, value].join(", ") }))
    .filter(({ value }) => value.length <= VALUE_LENGTH_MAX);
}

export async function completeOption(
  option: Option | undefined,
  query: CompletionQuery,
  { store }: CommandServices,
  say: Say,
): Promise<readonly Choice[]> {
  if (option?.type !== "text" || option.completes === undefined) return [];
  const { destination } = query;

  const feeds: Completer = async (typed) =>
    completeFeeds(await store.feeds.list(), typed, CHOICES_MAX).map(({ title, id }) => ({ label: title, value: id }));

  const topics: Completer = async (typed) =>
    completeTopics(await store.feeds.list(), typed).map((each) => ({ label: each, value: each }));

  const speakers: Completer = async (typed) =>
    (await store.articles.findSpeakers(typed, CHOICES_MAX)).map(({ name, role }) => ({
      label: role === null ? name : `${name}, ${role}`,
      value: name,
    }));

  /** Everything, then topics, then feeds. */
  const subscribable: Completer = async (typed) => {
    const everything = { label: say("subscription.allFeeds"), value: "everything" };
    const isEverything = [everything.label, everything.value].some((each) => fold(each).startsWith(fold(typed).trim()));
    const named = (await topics(typed)).map(({ value }) => ({
      label: say("subscription.topics", { topics: value }),
      value,
    }));
    return [...(isEverything ? [everything] : []), ...named.slice(0, TOPICS_FIRST_MAX), ...(await feeds(typed))];
  };

  /** Those articles are in, then those the bot speaks; by code or name. */
  const languages: Completer = async (typed) => {
    const known = (await store.feeds.list()).map((feed) => feed.language).filter((code) => code !== "und");
    const wanted = fold(typed);
    return [...new Set([...known, ...LANGUAGES])]
      .map((code) => ({ label: say.languageName(code), value: code }))
      .filter(({ label, value }) => {
        const own = LANGUAGES.find((each) => each === value);
        return [value, label, own === undefined ? "" : toOwnName(own)].some(
          (each) => each !== "" && fold(each).startsWith(wanted),
        );
      });
  };

  const subscriptions: Completer = async () => {
    const [all, standing] = [await store.feeds.list(), await store.subscriptions.findByDestination(destination)];
    return standing.map((each) => ({
      label: `${each.number}. ${describeSubscription(each, all, say)}`,
      value: String(each.number),
    }));
  };

  /** Headlines of what was owed to this channel, newest first, then of the newest of all. */
  const articles: Completer = async (typed) => {
    const owed = await store.outbox.findByDestination(destination, HEADLINES_MAX);
    const own = await Promise.all(
      [...new Set(owed.map((each) => each.articleId))].map((id) => store.articles.find(id)),
    );
    const newest = await store.articles.latest({ feedIds: [], topics: [], limit: HEADLINES_MAX, offset: 0 });
    const found = new Map(
      [...own, ...newest.briefs].flatMap((each) => (each === null ? [] : [[each.article.id, each]])),
    );
    const wanted = fold(typed).trim();
    return [...found.values()]
      .filter(({ brief }) => fold(brief.headline).includes(wanted))
      .map(({ article, brief }) => ({ label: brief.headline, value: `#${article.id}` }));
  };

  const completers: Readonly<Record<NonNullable<TextOption["completes"]>, Completer>> = {
    feed: feeds,
    topic: topics,
    speaker: (typed) => completeLast(typed, speakers),
    subscribable,
    language: (typed) => completeLast(typed, languages),
    zone: async (typed) => completeZones(typed, CHOICES_MAX).map((zone) => ({ label: zone, value: zone })),
    subscription: subscriptions,
    article: articles,
  };
  return (await completers[option.completes](query.typed.slice(0, TYPED_LENGTH_MAX))).slice(0, CHOICES_MAX);
}
