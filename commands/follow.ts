/** Follows a speaker, a story or a word in this channel, in one go; also buttons under posts that have them. */

import type { StoredBrief } from "../src/domain/article.ts";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import { fold } from "../src/domain/fold.ts";
import type { Post, Reply } from "../src/domain/post.ts";
import { EMPTY_QUERY } from "../src/domain/store.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type Filter } from "../src/domain/subscription.ts";
import { findFirst } from "../src/matching/covers.ts";
import { endSubscription } from "../src/matching/end-subscription.ts";
import { readWish } from "../src/matching/phrases.ts";
import { listStoryUnits, type StoryUnit, toStoryWish } from "../src/matching/story-words.ts";
import { wordPause } from "../src/messages/subscription-health.ts";
import { describeWhole, wordFirst, wordUnmet } from "../src/messages/wording.ts";
import { findPageUrl } from "../src/typed/addresses.ts";
import { readArticle, readPostButton } from "../src/typed/article-choice.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { choice, followed, rest } from "../src/typed/options/index.ts";
import { parseSearch } from "../src/typed/search-text.ts";
import { FIELDS, refuseMisspelt } from "../src/typed/stray-options.ts";
import { findUnmet } from "../src/typed/unmet.ts";
import {
  checkNames,
  checkWords,
  refuseBadBeginning,
  refuseSmallWords,
  splitList,
  toNeverFound,
} from "../src/typed/wish-lists.ts";
import { WISH_OPTIONS } from "../src/typed/wishes.ts";
import { toPlainSigns } from "../src/typed/written.ts";

const KINDS = ["speaker", "story", "word"] as const;
const SPEAKERS_LOOKED_AT = 10;
const LABEL_NAME_LENGTH_MAX = 40;
/** Words a story is followed by: with one alone too much would come, with more too little. */
const UNITS_MAX = 2;

type Request = PressRequest<"articles" | "feeds" | "holds" | "outbox" | "subscriptions", "limits" | "toPosts">;

/** How it is followed: as a subscription to everything that fits. */
async function follow(part: Partial<Filter>, request: Request): Promise<Reply> {
  const { say, store, destination, server, now, limits } = request;
  const filter: Filter = { ...EMPTY_FILTER, ...part };
  const wanted = { destination, server, filter, display: DEFAULT_DISPLAY, createdAt: now, pausedReason: null };
  const result = await store.subscriptions.addWithin(wanted, limits);
  if (result.outcome === "full") {
    throw new UserError("limit", (say) => say("subscribe.full", { count: limits.perDestinationMax }));
  }
  if (result.outcome === "server-full") {
    throw new UserError("limit", (say) => say("subscribe.serverFull", { max: limits.perServerMax }));
  }
  const { subscription, outcome } = result;
  const what = describeWhole(subscription, await store.feeds.list(), say);
  const id = String(subscription.number);
  const command = `/unsubscribe ${id}`;
  const done = outcome === "known" ? say("follow.already", { what, id }) : say("follow.done", { what, id, command });
  const first = findFirst(subscription, await store.subscriptions.findByDestination(destination), now);
  const paused = wordPause(subscription, await store.holds.find(destination), say);
  const unmet = outcome === "known" ? null : wordUnmet(await findUnmet(filter, store), say);
  return {
    text: [done, paused ?? wordFirst(first, say), unmet].filter((each) => each !== null).join(" "),
    buttons: [[{ kind: "action", label: say("follow.end"), id: `v1:follow:end:${subscription.id}` }]],
    isPrivate: true,
  };
}

/** The rarer a word is and the more the article has of it, the more it tells. */
async function chooseUnits(units: readonly StoryUnit[], { store }: Request): Promise<readonly StoryUnit[]> {
  const all = Math.max(2, await store.articles.count());
  const weighed = await Promise.all(
    units.map(async (unit) => {
      const terms = parseSearch(`"${unit.text}"`);
      const { total } = await store.articles.search({ ...EMPTY_QUERY, isPerStory: true, terms, limit: 1 });
      return { unit, weight: unit.count * (1 + Math.log(all / Math.max(1, total))) * (unit.isName ? 2 : 1) };
    }),
  );
  const chosen = weighed.toSorted((a, b) => b.weight - a.weight).slice(0, UNITS_MAX);
  return chosen.map(({ unit }) => unit);
}

async function followStory({ article, brief }: StoredBrief, request: Request): Promise<Reply> {
  const units = listStoryUnits({ headline: brief.headline, text: article.text, language: article.language });
  const wish = toStoryWish(await chooseUnits(units, request));
  if (readWish(wish) === null) {
    throw new UserError("not-found", (say) => say("follow.noStory", { headline: say.inMarks(brief.headline) }));
  }
  return follow({ words: [wish] }, request);
}

/** The fullest name somebody quoted lately goes by; null where nobody is called so. */
async function findSpeakerName(typed: string, { store }: Request): Promise<string | null> {
  const wanted = fold(typed).trim();
  const found = await store.articles.findSpeakers(typed, SPEAKERS_LOOKED_AT);
  const isCalled = (name: string): boolean => fold(name) === wanted || ` ${fold(name)} `.includes(` ${wanted} `);
  return found.find(({ name }) => isCalled(name))?.name ?? null;
}

/** The speaker a button under a post names. */
const findShownSpeaker = (post: Post): string | null =>
  post.quotes.find(({ speaker }) => speaker !== null)?.speaker ?? null;

/** `speaker:Moreau`, as /subscribe has it. */
const NAMED_KIND = /^(speaker|words?|story):\s*/i;
const IN_MARKS = /^["“”„«»]([^"“”„«»]*)["“”„«»]?$|^([^"“”„«»]*)["“”„«»]$/u;

async function followTyped(typed: string, given: (typeof KINDS)[number] | undefined, request: Request): Promise<Reply> {
  const [named = "", name = ""] = (given === undefined ? NAMED_KIND.exec(typed) : null) ?? [];
  const kind = given ?? KINDS.find((each) => name.toLowerCase().startsWith(each));
  const what = typed.slice(named.length).replace(IN_MARKS, "$1$2");
  if (what === "") throw new UserError("bad-option", (say) => say("follow.nothing"));
  if (kind === "story" || (kind === undefined && findPageUrl(what) !== null)) {
    return followStory(await readArticle(what, request.store), request);
  }
  refuseMisspelt(` ${what}`, { command: "follow", options: Object.keys(WISH_OPTIONS), areOwn: false, fields: FIELDS });
  refuseBadBeginning(what);
  const parts = splitList(toPlainSigns(what))
    .map((each) => each.replace(IN_MARKS, "$1$2").trim())
    .filter((each) => each !== "");
  if (parts.length === 0) throw toNeverFound(what);
  const words = checkWords(parts);
  if (kind !== "speaker") refuseSmallWords(words, request.language);
  if (kind === "word") return follow({ words }, request);
  const found: (string | null)[] = [];
  for (const part of words) found.push(await findSpeakerName(part, request));
  const speakers = found.filter((each) => each !== null);
  if (speakers.length === words.length) return follow({ speakers: [...new Set(speakers)] }, request);
  // Whoever is not quoted yet may be.
  if (kind === "speaker")
    return follow({ speakers: checkNames(words.map((each, index) => found[index] ?? each)) }, request);
  return follow({ words }, request);
}

export const followCommand = defineCommand({
  name: "follow",
  access: "managers",
  needs: { store: ["articles", "feeds", "holds", "outbox", "subscriptions"], services: ["limits", "toPosts"] },
  options: {
    what: rest(followed()),
    as: choice({
      choices: KINDS,
      word: (kind, say) =>
        say(({ speaker: "follow.asSpeaker", story: "follow.asStory", word: "follow.asWord" } as const)[kind]),
    }),
  },
  examples: ["/follow Moreau", "/follow ferry as:word", "/follow https://news.example/article"],

  async run({ options, ...request }) {
    const { what = "", as: kind } = options;
    if (what === "") throw new UserError("bad-option", (say) => say("follow.nothing"));
    return followTyped(what, kind, request);
  },

  postButtons(post) {
    const speaker = findShownSpeaker(post);
    const short = speaker === null || speaker.length > LABEL_NAME_LENGTH_MAX ? null : speaker;
    return [
      ...(short === null
        ? []
        : [{ labelKey: "follow.speaker" as const, labelValues: { speaker: short }, rest: "speaker" }]),
      ...(post.alsoOutlets.length === 0 ? [] : [{ labelKey: "follow.story" as const, rest: "story" }]),
    ];
  },

  /** `article:ID:speaker` and `article:ID:story` under a post, and `end:ID`. */
  async press(pressed, request) {
    const { store, destination, say, language, toPosts } = request;
    const [, article = "", part = ""] = /^(article:[^:]+):(speaker|story)$/.exec(pressed) ?? [];
    const stored = article === "" ? null : await readPostButton(article, store);
    if (stored !== null && part === "story") return followStory(stored, request);
    const [post] = stored === null ? [] : await toPosts([stored], language);
    const speaker = post === undefined ? null : findShownSpeaker(post);
    if (speaker !== null) return follow({ speakers: [speaker] }, request);
    const [, idText] = /^end:(\d{1,15})$/.exec(pressed) ?? [];
    if (idText === undefined) throw new UserError("not-found", (say) => say("answer.oldButton"));
    const standing = await store.subscriptions.findByDestination(destination);
    const subscription = standing.find((each) => String(each.id) === idText);
    if (subscription === undefined) throw new UserError("not-found", (say) => say("subscriptions.ended"));
    await endSubscription(
      store,
      subscription,
      standing.filter((each) => each !== subscription),
    );
    const what = describeWhole(subscription, await store.feeds.list(), say);
    return { text: say("unsubscribe.done", { what }), isPrivate: true };
  },
});

export { followCommand as follow };
