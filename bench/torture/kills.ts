/** Where the program is killed (kill -9): at its own statements, as platforms and outlets hear from it, and at any time. */

import type { Arena } from "./arena.ts";
import { sleep } from "./arena.ts";
import { FEEDS } from "./outlets.ts";
import type { Program } from "./program.ts";

/** Statements from a new article to its last settled post, about. */
const STATEMENTS = 260;
const POSTS = 6;
const START_MS = 2_500;
const ANY_MS = 4_000;
const AGAIN = 4;

export type Random = () => number;

export interface Kill {
  readonly name: string;
  /** Cannot be told which of several processes asked. */
  readonly isForOne?: true;
  /** Ordered for the process that is being started. */
  readonly isForStart?: true;
  /** Much like another, and tried on every engine in the long form only. */
  readonly isSlow?: true;
  /** How often in a row, each time as soon as it is there again; once when absent. */
  readonly times?: number;
  /** Orders the death; called before the news comes, and again for each of several times. */
  order(arena: Arena, random: Random): void;
}

const killOwner =
  ({ programs }: Arena, owner: Program) =>
  (): void => {
    // Who holds the tokens may have changed since it was ordered: a call comes from whoever has them.
    const now = programs.findLast((each) => each.isRunning() && each.ownsTokens()) ?? owner;
    now.kill();
  };

const pick = <T>(list: readonly T[], random: Random): T => list[Math.floor(random() * list.length)] as T;

/** Of several processes any may come to its n-th statement. */
function orderAtStatement(when: "before" | "after" | "leaving") {
  return ({ programs }: Arena, random: Random): void => {
    const running = programs.filter((each) => each.isRunning());
    const left = 1 + Math.floor(random() * STATEMENTS);
    pick(running, random).order({ death: { left, when } });
  };
}

function orderAtDiscord(isStored: boolean) {
  return (arena: Arena, random: Random): void => {
    const route = random() < 0.7 ? "POST /channels/:channel/messages" : "POST /channels/:channel/threads";
    const after = Math.floor(random() * (route.endsWith("messages") ? POSTS : POSTS / 2));
    arena.discord.inject(route, { kind: "reset", isStored, after, onMet: killOwner(arena, arena.owner()) });
  };
}

function orderAtTelegram(kind: "reset" | "lost", first = false) {
  return (arena: Arena, random: Random): void => {
    const after = first ? 0 : Math.floor(random() * POSTS);
    arena.telegram.fault({ kind, method: "sendMessage", after, onMet: killOwner(arena, arena.owner()) });
  };
}

function orderAtOutlet(toPath: (random: Random) => RegExp) {
  return ({ programs, outlets: { news } }: Arena, random: Random): void => {
    const path = toPath(random);
    const owner = programs.findLast((each) => each.isRunning());
    const from = news.requests.length;
    const timer = setInterval(() => {
      if (owner === undefined || !owner.isRunning()) return clearInterval(timer);
      if (news.requests.slice(from).some((each) => path.test(each.path))) owner.kill();
    }, 1);
  };
}

function orderAfter(toMs: (random: Random) => number, isNewest = false) {
  return ({ programs }: Arena, random: Random): void => {
    const running = programs.filter((each) => each.isRunning());
    void sleep(toMs(random)).then(() => (isNewest ? running.at(-1) : pick(running, random))?.kill());
  };
}

export const KILLS: readonly Kill[] = [
  { name: "before a statement", order: orderAtStatement("before") },
  { name: "after a statement", order: orderAtStatement("after") },
  { name: "as a statement leaves", order: orderAtStatement("leaving") },
  { name: "a post reaches Discord", isSlow: true, order: orderAtDiscord(false) },
  { name: "a post is stored by Discord", order: orderAtDiscord(true) },
  { name: "a post reaches Telegram", isSlow: true, order: orderAtTelegram("reset") },
  { name: "a post is stored by Telegram", order: orderAtTelegram("lost") },
  {
    name: "a feed is asked for",
    isForOne: true,
    isSlow: true,
    order: orderAtOutlet((random) => new RegExp(`^/feed-${Math.floor(random() * FEEDS)}`)),
  },
  { name: "a page is asked for", isForOne: true, isSlow: true, order: orderAtOutlet(() => /^\/news\//) },
  { name: "at any time", isSlow: true, order: orderAfter((random) => random() * ANY_MS) },
  {
    name: "while it starts, again and again",
    isForStart: true,
    times: AGAIN,
    order: orderAfter((random) => random() * START_MS, true),
  },
  {
    name: "at each post Telegram stores",
    isForOne: true,
    isSlow: true,
    times: AGAIN,
    order: orderAtTelegram("lost", true),
  },
];
