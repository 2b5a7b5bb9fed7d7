/** What stands where: each place's posts in the order in which they came, and when. */

import type { DiscordEmulator } from "../../tests/helpers/discord/emulator.ts";
import { readEvents } from "../../tests/helpers/events.ts";
import type { TelegramEmulator } from "../../tests/helpers/telegram/emulator.ts";
import { type Ends, toPostKey } from "./outbox.ts";
import { findMarks, type Written } from "./outlets.ts";

const LOOK_MS = 100;

export interface Place {
  readonly platform: "discord" | "telegram";
  /** The channel or chat as the store knows it. */
  readonly address: string;
  /** All that was posted there, oldest first. */
  posted(): readonly unknown[];
}

export interface Arrival {
  readonly mark: string;
  readonly atMs: number;
  /** Posted with others in one message, whose order is of the digest. */
  readonly isInDigest: boolean;
}

export function discordPlace(discord: DiscordEmulator, address: string, isForum: boolean): Place {
  const ofChannel = (id: string): readonly unknown[] =>
    discord.messages(id).flatMap(({ askedBy, embeds, content }) => (askedBy === null ? [[embeds, content]] : []));
  return {
    platform: "discord",
    address,
    posted: () => (isForum ? discord.threads(address).flatMap(({ id }) => ofChannel(id)) : ofChannel(address)),
  };
}

export const telegramPlace = (telegram: TelegramEmulator, chatId: number): Place => ({
  platform: "telegram",
  address: String(chatId),
  posted: () => telegram.posts(chatId).map(({ raw }) => raw),
});

export interface Watch {
  of(place: Place): readonly Arrival[];
  /** Where an article does not stand. */
  listMissing(mark: string): readonly Place[];
  stop(): void;
}

export function watchPlaces(places: readonly Place[]): Watch {
  const found = new Map<Place, Arrival[]>(places.map((place) => [place, []]));
  const seen = new Map<Place, number>();
  const look = (): void => {
    for (const place of places) {
      const posted = place.posted();
      for (const post of posted.slice(seen.get(place) ?? 0)) {
        const marks = findMarks(post);
        for (const mark of marks) found.get(place)?.push({ mark, atMs: Date.now(), isInDigest: marks.length > 1 });
      }
      seen.set(place, posted.length);
    }
  };
  const timer = setInterval(look, LOOK_MS);
  return {
    of(place) {
      look();
      return found.get(place) ?? [];
    },
    listMissing: (mark) => places.filter((place) => found.get(place)?.some((each) => each.mark === mark) !== true),
    stop: () => clearInterval(timer),
  };
}

/** The marks on the page's first room, one for each post that tells of it. */
export async function readPage(url: string): Promise<readonly string[]> {
  const events = await readEvents(`${url}events?room=main`);
  const marks: string[] = [];
  for (let event = await events.next(); event.event !== "ready"; event = await events.next())
    if (event.event === "post" || event.event === "digest") marks.push(...findMarks(event.data));
  events.close();
  return marks;
}

export interface Judgment {
  readonly lost: readonly string[];
  readonly twice: readonly string[];
  /** Posts that came twice where nothing tells whether the first is there (ADR 9). */
  readonly allowed: readonly string[];
  /** Left in doubt, and there all the same. */
  readonly shown: readonly string[];
  /** Left in doubt, and not there: killed at the send and at the one resend that is allowed (ADR 9). */
  readonly unshown: readonly string[];
  readonly disordered: number;
  readonly delaysMs: readonly number[];
}

/** An article's later one of the same feed came before it. */
function countDisorder(arrivals: readonly Arrival[], written: readonly Written[]): number {
  const newest = new Map<number, number>();
  const firsts = new Set<string>();
  let count = 0;
  for (const { mark, isInDigest } of arrivals) {
    const article = written.find((each) => each.mark === mark);
    if (article === undefined || isInDigest || firsts.has(mark)) continue;
    firsts.add(mark);
    const before = newest.get(article.feed) ?? -1;
    if (before > article.number) count += 1;
    else newest.set(article.feed, article.number);
  }
  return count;
}

export function judge(
  places: readonly Place[],
  watch: Watch,
  written: readonly Written[],
  { uncertain, resent }: Ends,
): Judgment {
  const [lost, twice, allowed, shown, unshown]: [string[], string[], string[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const delaysMs: number[] = [];
  let disordered = 0;
  for (const place of places) {
    const arrivals = watch.of(place);
    // As it stands now: a post may have been overwritten by an edit that took it for another one.
    const standing = place.posted().flatMap((post) => findMarks(post));
    disordered += countDisorder(arrivals, written);
    for (const { mark, atMs } of written) {
      const first = arrivals.find((each) => each.mark === mark);
      const count = standing.filter((each) => each === mark).length;
      const what = `${place.platform} ${place.address} ${mark}`;
      const key = toPostKey(place.address, mark);
      if (first !== undefined) delaysMs.push(first.atMs - atMs);
      if (count === 0) (uncertain.has(key) ? unshown : lost).push(what);
      else if (uncertain.has(key)) shown.push(what);
      if (count < 2) continue;
      const isAllowed = count === 2 && resent.has(key);
      (isAllowed ? allowed : twice).push(`${what} ${count} times`);
    }
  }
  return { lost, twice, allowed, shown, unshown, disordered, delaysMs };
}
