/** Lets messages go at the pace Telegram allows: in order within a chat, answers before broadcasts, within limits. */

import { NotSentError } from "../connection/failures.ts";

export type Lane = "answer" | "post";

/** At most so many within a time. */
export interface Limit {
  readonly count: number;
  readonly windowMs: number;
}

/** What is published of the server's limits; posts leave room, so that answers still pass. */
export interface LaneLimits {
  readonly chat: Readonly<Record<Lane, Limit>>;
  /** For groups and channels, whose ids are negative. */
  readonly group: Readonly<Record<Lane, Limit>>;
  /**
   * Posts are spread over the second, so that an answer waits for the next moment only, not for the next second. What is
   * spread leaves room for late timers: what they lose is lost once in a second, not at each moment of it.
   */
  readonly all: Readonly<Record<Lane | "spread", Limit>>;
}

export const LANE_LIMITS: LaneLimits = {
  chat: { answer: { count: 8, windowMs: 8_000 }, post: { count: 5, windowMs: 5_000 } },
  group: { answer: { count: 20, windowMs: 60_000 }, post: { count: 15, windowMs: 60_000 } },
  all: {
    answer: { count: 30, windowMs: 1_000 },
    post: { count: 29, windowMs: 1_000 },
    spread: { count: 3, windowMs: 90 },
  },
};

const WAITING_MAX = 5_000;
const WAITING_PER_CHAT_MAX = 100;
const FULL_RETRY_MS = 10_000;
const STUCK_AFTER_MS = 1_000;
const STUCK_WAIT_MS = 2_000;

interface Job {
  readonly lane: Lane;
  start(leave: () => void): Promise<void>;
  refuse(error: Error): void;
}

interface ChatQueue {
  readonly waiting: Record<Lane, Job[]>;
  isBusy: boolean;
  heldUntil: number;
  sentAt: number[];
}

export interface LanesDependencies {
  /** Milliseconds that never go backwards. */
  readonly now: () => number;
  readonly limits: LaneLimits;
}

export interface Lanes {
  /**
   * Runs the work when its turn comes. Rejects with NotSentError when full or stopped. What is written down first tells
   * when it leaves after all, since from then on it counts for the server.
   */
  run<T>(chatId: string, lane: Lane, work: (leave: () => void) => Promise<T>): Promise<T>;
  /** The server asked for a pause in this chat. */
  hold(chatId: string, pauseMs: number): void;
  /** How long until a post may leave for this chat, by the server's wish and the chat's pace; 0 when it may now. */
  waitMs(chatId: string): number;
  /** Refuses what waits and what comes. */
  stop(): void;
}

const countSince = (times: readonly number[], since: number): number => {
  let count = 0;
  for (let index = times.length - 1; index >= 0 && (times[index] ?? 0) > since; index -= 1) count += 1;
  return count;
};

/** The same times with one of them now, which is the last. */
function moveToNow(times: readonly number[], from: number, now: number): number[] {
  const index = times.indexOf(from);
  return index < 0 ? [...times] : [...times.slice(0, index), ...times.slice(index + 1), now];
}

/** Milliseconds until one more fits under the limit. */
function waitFor(times: readonly number[], limit: Limit, now: number): number {
  if (countSince(times, now - limit.windowMs) < limit.count) return 0;
  const blocking = times[times.length - limit.count] ?? now;
  return Math.max(1, blocking + limit.windowMs - now);
}

export function createLanes({ now, limits }: LanesDependencies): Lanes {
  const chats = new Map<string, ChatQueue>();
  let allSentAt: number[] = [];
  let waitingCount = 0;
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  const longestMs = Math.max(...Object.values(limits.group).map((limit) => limit.windowMs), 10_000);

  function open(chatId: string): ChatQueue {
    const known = chats.get(chatId);
    if (known !== undefined) return known;
    const created: ChatQueue = { waiting: { answer: [], post: [] }, isBusy: false, heldUntil: 0, sentAt: [] };
    chats.set(chatId, created);
    return created;
  }

  function waitOf(chatId: string, chat: ChatQueue, lane: Lane, time: number): number {
    const waits = [chat.heldUntil - time, waitFor(chat.sentAt, limits.chat[lane], time)];
    if (chatId.startsWith("-") || chatId.startsWith("@")) waits.push(waitFor(chat.sentAt, limits.group[lane], time));
    return Math.max(0, ...waits);
  }

  function begin(chat: ChatQueue, job: Job, time: number): void {
    waitingCount -= 1;
    chat.isBusy = true;
    chat.sentAt = [...chat.sentAt.filter((at) => at > time - longestMs), time];
    allSentAt = [...allSentAt.filter((at) => at > time - limits.all.answer.windowMs), time];
    const leave = (): void => {
      const leavesAt = now();
      chat.sentAt = moveToNow(chat.sentAt, time, leavesAt);
      allSentAt = moveToNow(allSentAt, time, leavesAt);
    };
    void job.start(leave).finally(() => {
      chat.isBusy = false;
      pump();
    });
  }

  /** By what leaves for all chats together. */
  function waitOfAll(lane: Lane, time: number): number {
    const wait = waitFor(allSentAt, limits.all[lane], time);
    return lane === "answer" ? wait : Math.max(wait, waitFor(allSentAt, limits.all.spread, time));
  }

  /** Starts what may start in one lane; returns the shortest wait of the rest. */
  function pumpLane(lane: Lane, time: number): number {
    let shortest = Number.POSITIVE_INFINITY;
    for (const [chatId, chat] of chats) {
      const queue = chat.waiting[lane];
      const isBehindAnswer = lane === "post" && chat.waiting.answer.length > 0;
      if (queue.length === 0 || chat.isBusy || isBehindAnswer) continue;
      const wait = Math.max(waitOf(chatId, chat, lane, time), waitOfAll(lane, time));
      const job = wait === 0 ? queue.shift() : undefined;
      if (job === undefined) shortest = Math.min(shortest, wait);
      else begin(chat, job, time);
    }
    return shortest;
  }

  function forgetIdle(time: number): void {
    for (const [chatId, chat] of chats) {
      const isEmpty = chat.waiting.answer.length === 0 && chat.waiting.post.length === 0;
      const isQuiet = (chat.sentAt.at(-1) ?? 0) < time - longestMs && chat.heldUntil < time;
      if (isEmpty && isQuiet && !chat.isBusy) chats.delete(chatId);
    }
  }

  function pump(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (waitingCount === 0) return;
    const time = now();
    const wait = Math.min(pumpLane("answer", time), pumpLane("post", time));
    if (chats.size > 1_000) forgetIdle(time);
    if (Number.isFinite(wait)) timer = setTimeout(pump, wait);
  }

  return {
    run: (chatId, lane, work) =>
      new Promise((resolve, reject) => {
        const chat = open(chatId);
        const isFull = waitingCount >= WAITING_MAX || chat.waiting[lane].length >= WAITING_PER_CHAT_MAX;
        if (isStopped || isFull) {
          reject(new NotSentError(isStopped ? "the bot is stopping" : "too much is waiting to be sent", FULL_RETRY_MS));
          return;
        }
        chat.waiting[lane].push({ lane, start: (leave) => work(leave).then(resolve, reject), refuse: reject });
        waitingCount += 1;
        pump();
      }),
    hold(chatId, pauseMs) {
      const chat = open(chatId);
      chat.heldUntil = Math.max(chat.heldUntil, now() + pauseMs);
    },
    waitMs(chatId) {
      const chat = chats.get(chatId);
      if (chat === undefined) return 0;
      const time = now();
      // One that has been on its way for long holds up what is behind it: an answer of the server that does not come.
      const isStuck = chat.isBusy && (chat.sentAt.at(-1) ?? time) < time - STUCK_AFTER_MS;
      return Math.max(waitOf(chatId, chat, "post", time), isStuck ? STUCK_WAIT_MS : 0);
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      for (const chat of chats.values()) {
        for (const job of [...chat.waiting.answer, ...chat.waiting.post]) {
          job.refuse(new NotSentError("the bot is stopping", FULL_RETRY_MS));
        }
        chat.waiting.answer = [];
        chat.waiting.post = [];
      }
      waitingCount = 0;
    },
  };
}
