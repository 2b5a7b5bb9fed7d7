/** Takes in a file of subscriptions, sent along or by its address: what /export gave anywhere, or OPML of any reader. */

import { isDeepStrictEqual } from "node:util";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { FeedId } from "../src/domain/id.ts";
import { completeTemplate, findTemplate, listLacking } from "../src/domain/post-template.ts";
import type { Say } from "../src/domain/say.ts";
import type { SentFile } from "../src/domain/sent-file.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  type Display,
  type Filter,
  type Transferred,
} from "../src/domain/subscription.ts";
import { findTranslation, readTranslationChoice, saveTranslation } from "../src/messages/channel-language.ts";
import { findChannelTemplate, saveChannelTemplate } from "../src/messages/channel-template.ts";
import { PAUSED } from "../src/messages/subscription-health.ts";
import { readSiteAddress } from "../src/typed/addresses.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { file, rest, text } from "../src/typed/options/index.ts";

/** A long file tells how far it is, at most so often. */
const PROGRESS_STEP_MIN = 10;
const PROGRESS_STEPS_MAX = 5;

const importCommand = defineCommand({
  name: "import",
  access: "managers",
  needs: {
    store: ["notes", "subscriptions"],
    services: ["addFeedAt", "findBlock", "findUnreadable", "limits", "offers", "readTransfer", "readTransferFile"],
  },
  options: {
    file: file(),
    url: rest(text({ lengthMax: 2000 })),
  },
  examples: ["/import", "/import https://files.example/subscriptions.json"],

  async run(request) {
    const { say, options, store, destination, server, now } = request;
    const given = chooseGiven(options.file, options.url);
    const transfer = await (typeof given === "string" ? request.readTransfer(given) : request.readTransferFile(given));
    const { perDestinationMax: roomMax } = request.limits;
    const taken = (await store.subscriptions.findByDestination(destination)).length;
    const all = fitRoom(transfer.subscriptions, roomMax - taken);
    const { perDestinationMax, perServerMax } = request.limits;
    const findFull = async (): Promise<"full" | "server-full" | null> => {
      const standing = await store.subscriptions.findByDestination(destination);
      if (standing.length >= perDestinationMax) return "full";
      const isServerFull =
        server !== null && (await store.subscriptions.countServer(destination.platform, server)) >= perServerMax;
      return isServerFull ? "server-full" : null;
    };
    /** Why the rest was left out. */
    let stopped: UserError | null = null;
    const named: FeedId[] = [];
    const blocked: string[] = [];
    const counts = { added: 0, known: 0, full: 0, "server-full": 0 };
    const step = Math.max(PROGRESS_STEP_MIN, Math.ceil(all.length / PROGRESS_STEPS_MAX));
    for (const [index, { feeds, display, isPaused, ...wishes }] of all.entries()) {
      if (index > 0 && index % step === 0) {
        await request.onProgress(say("import.progress", { done: String(index), all: String(all.length) }));
      }
      // Feeds nobody has room for are not taken in; whether there is room in the end, the store says.
      const full = await findFull();
      if (full !== null) {
        counts[full] += all.length - index;
        break;
      }
      const feedIds: FeedId[] = [];
      const open = feeds.filter(({ url, title }) => {
        const reason = request.findBlock(url);
        if (reason !== null) blocked.push(nameWithReason(title || url, reason, say));
        return reason === null;
      });
      // Without any of its feeds it would be one to everything.
      if (feeds.length > 0 && open.length === 0) continue;
      try {
        for (const feed of open) feedIds.push(await request.addFeedAt(feed.url, feed.title, feed.isPage));
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        stopped = error;
        // Of feeds that share a subscription those that were taken in are kept.
        if (feedIds.length === 0 || !isBareFeed({ feeds, display, isPaused, ...wishes })) break;
      }
      named.push(...feedIds);
      const filter: Filter = { ...wishes, feedIds: [...new Set(feedIds)] };
      const pausedReason = isPaused ? PAUSED : null;
      const wanted = {
        destination,
        server,
        filter,
        display: toOwn(display, destination),
        createdAt: now,
        pausedReason,
      };
      const { outcome } = await store.subscriptions.addWithin(wanted, request.limits);
      counts[outcome] += 1;
      if (stopped !== null) break;
    }
    const parts = [say("import.done", { added: String(counts.added), all: String(all.length) })];
    if (all.length < transfer.subscriptions.length) {
      const feeds = say.number(transfer.subscriptions.filter(isBareFeed).length);
      parts.push(say("import.merged", { feeds, count: all.filter(isBareFeed).length }));
    }
    if (counts.known > 0) parts.push(say("import.known", { known: String(counts.known) }));
    if (counts.full > 0) parts.push(say("import.full", { left: String(counts.full), max: String(perDestinationMax) }));
    if (counts["server-full"] > 0) {
      parts.push(say("import.serverFull", { left: String(counts["server-full"]), max: String(perServerMax) }));
    }
    if (all.some(({ display }) => toOwn(display, destination) !== display)) parts.push(say("wish.senderElsewhere"));
    if (transfer.unreadCount > 0) parts.push(say("import.unread", { left: String(transfer.unreadCount) }));
    if (blocked.length > 0) parts.push(say("import.blocked", { feeds: say.series(blocked) }));
    const unreadable = await request.findUnreadable(named);
    if (unreadable.length > 0) {
      const feeds = unreadable.map(({ title, reason }) =>
        nameWithReason(title, reason ?? say("feed.noFeedThere"), say),
      );
      parts.push(say("import.unreadFeeds", { feeds: say.series(feeds) }));
    }
    if (transfer.isTemplateUnread) parts.push(say("import.templateUnread"));
    if (transfer.template !== null) parts.push(await takeTemplate(transfer.template, request));
    if (transfer.translation !== null) parts.push(await takeTranslation(transfer.translation, request));
    if (stopped !== null) parts.push(stopped.wording(say));
    return { text: parts.join(" "), isPrivate: true };
  },
});

export { importCommand as import };

/** The reason is a sentence, which ends within another. */
const nameWithReason = (feed: string, reason: string, say: Say): string =>
  say("import.withReason", { feed, reason }).replace(/[.。](?=\)$)/, "");

/** What the platform has no such thing for comes as it does there. */
const toOwn = (display: Display, { platform }: Destination): Display =>
  platform === "discord" || display.sender === DEFAULT_DISPLAY.sender
    ? display
    : { ...display, sender: DEFAULT_DISPLAY.sender };

/** No more feeds in one subscription than a file may have in one. */
const FEEDS_TOGETHER_MAX = 100;

/** A feed and nothing else that was wished, as lists of feed readers have them. */
const isBareFeed = ({ feeds, display, isPaused, ...wishes }: Transferred): boolean =>
  feeds.length > 0 &&
  !isPaused &&
  isDeepStrictEqual(display, DEFAULT_DISPLAY) &&
  Object.values(wishes).every((members) => members.length === 0);

/** Where there is no room for a subscription each, bare feeds share some: a list of hundreds is not cut off. */
function fitRoom(all: readonly Transferred[], room: number): readonly Transferred[] {
  const bare = all.filter(isBareFeed);
  const [first] = bare;
  if (all.length <= room || first === undefined || bare.length === 1) return all;
  const feeds = bare.flatMap((each) => each.feeds);
  const groups = Array.from({ length: Math.ceil(feeds.length / FEEDS_TOGETHER_MAX) }, (_, index) => ({
    ...first,
    feeds: feeds.slice(index * FEEDS_TOGETHER_MAX, (index + 1) * FEEDS_TOGETHER_MAX),
  }));
  return [...all.filter((each) => !isBareFeed(each)), ...groups];
}

/** A look the channel has given itself is its own wish, and stays. */
async function takeTemplate(text: string, { say, store, destination, now }: PressRequest<"notes">): Promise<string> {
  const given = findTemplate(text);
  if (given === null) return say("import.templateUnread");
  const whole = completeTemplate(given);
  const own = await findChannelTemplate(store.notes, destination);
  if (own !== null && own.text !== whole.text) return say("import.templateKept");
  await saveChannelTemplate(store.notes, destination, whole, now);
  const lacking = say.list(listLacking(given).map((part) => `{${part}}`));
  return lacking === ""
    ? say("import.template")
    : `${say("import.template")} ${say("template.added", { parts: lacking })}`;
}

/** So does a choice of translation. */
async function takeTranslation(
  given: string,
  { say, store, destination, now, offers }: PressRequest<"notes", "offers">,
): Promise<string> {
  const choice = readTranslationChoice(given);
  if (choice === null) return say("import.translationUnread");
  const own = await findTranslation(store.notes, destination);
  if (own !== null && own !== choice) return say("import.translationKept");
  await saveTranslation(store.notes, destination, choice, now);
  if (choice === "off") return say("import.translationOff");
  return offers.model === null ? say("translate.noModel", { setting: "MODEL_URL" }) : say("import.translation");
}

function chooseGiven(file: SentFile | undefined, url: string | undefined): SentFile | string {
  if (file !== undefined && url !== undefined) throw new UserError("bad-option", (say) => say("import.both"));
  if (file !== undefined) return file;
  if (url === undefined) throw new UserError("bad-option", (say) => say("import.nothing"));
  const address = readSiteAddress(url);
  if (address === null) throw new UserError("bad-option", (say) => say("import.unreadable"));
  return address;
}
