/** The pace of messages: order within a chat, answers before posts, limits, pauses, and the end. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NotSentError } from "../../../../../src/platforms/telegram/connection/failures.ts";
import { createLanes, LANE_LIMITS, type Lane, type Lanes } from "../../../../../src/platforms/telegram/posts/lanes.ts";

const PERSON = "501";
const GROUP = "-100501";

let lanes: Lanes;
let started: string[];

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  lanes = createLanes({ now: () => performance.now(), limits: LANE_LIMITS });
});

afterEach(() => {
  lanes.stop();
  vi.useRealTimers();
});

/** Sends something that takes no time, or as long as the given promise. */
function send(chatId: string, lane: Lane, name: string, until: Promise<unknown> = Promise.resolve()): void {
  lanes
    .run(chatId, lane, async () => {
      started.push(name);
      await until;
    })
    .catch((error: unknown) => started.push(`${name} ${error instanceof NotSentError ? "not sent" : "failed"}`));
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

describe("order", () => {
  test("one message at a time in a chat, in the order asked", async () => {
    const gate = createGate();
    send(PERSON, "post", "first", gate.opened);
    send(PERSON, "post", "second");
    send(PERSON, "post", "third");
    await pass(10);
    expect(started).toEqual(["first"]);
    gate.open();
    await pass(10);
    expect(started).toEqual(["first", "second", "third"]);
  });

  test("an answer passes the posts that wait", async () => {
    const gate = createGate();
    send(PERSON, "post", "post 1", gate.opened);
    send(PERSON, "post", "post 2");
    send(PERSON, "answer", "answer");
    gate.open();
    await pass(10);
    expect(started).toEqual(["post 1", "answer", "post 2"]);
  });

  test("a post does not slip in while an answer waits for its turn", async () => {
    const { count, windowMs } = LANE_LIMITS.chat.answer;
    for (let index = 0; index < count; index += 1) send(PERSON, "answer", `answer ${index}`);
    await pass(10);
    send(PERSON, "answer", "last answer");
    send(PERSON, "post", "post");
    await pass(windowMs * 2);
    expect(started.slice(count)).toEqual(["last answer", "post"]);
  });

  test("when all chats together are at the limit, answers go before posts", async () => {
    for (let index = 0; index < 60; index += 1) send(`${1_000 + index}`, "post", "post");
    await pass(1);
    for (let index = 0; index < 40; index += 1) send(`${2_000 + index}`, "answer", "answer");
    await pass(10_000);
    const { count } = LANE_LIMITS.all.spread;
    expect(started.slice(count, count + 40)).toEqual(Array.from({ length: 40 }, () => "answer"));
    expect(started).toHaveLength(100);
  });

  test("a chat whose message hangs holds up no other", async () => {
    send(PERSON, "post", "hanging", new Promise(() => {}));
    send("502", "post", "other");
    await pass(10);
    expect(started).toEqual(["hanging", "other"]);
  });

  test("a message that fails does not stop the next", async () => {
    send(PERSON, "post", "bad", Promise.reject(new Error("no")));
    send(PERSON, "post", "good");
    await pass(10);
    expect(started).toEqual(["bad", "bad failed", "good"]);
  });
});

describe("limits", () => {
  test("no more than the group's share of posts within any minute, and answers still pass", async () => {
    const { count } = LANE_LIMITS.group.post;
    for (let index = 0; index < count + 5; index += 1) send(GROUP, "post", `post ${index}`);
    await pass(50_000);
    expect(started).toHaveLength(count);
    send(GROUP, "answer", "answer");
    await pass(1_000);
    expect(started.at(-1)).toBe("answer");
    await pass(60_000);
    expect(started).toHaveLength(count + 6);
  });

  test("never more than 30 messages in a second to all chats together", async () => {
    const times: number[] = [];
    for (let index = 0; index < 200; index += 1) {
      const lane = index % 2 === 0 ? "answer" : "post";
      void lanes.run(`${1_000 + index}`, lane, async () => void times.push(performance.now()));
    }
    await pass(30_000);
    expect(times).toHaveLength(200);
    for (const [index, time] of times.entries()) {
      expect((times[index + LANE_LIMITS.all.answer.count] ?? Number.POSITIVE_INFINITY) - time).toBeGreaterThanOrEqual(
        1_000,
      );
    }
  });

  test("an article for 500 chats has left in 17.3 s, and answers meanwhile do not wait for the next second", async () => {
    for (let index = 0; index < 500; index += 1) send(`${1_000 + index}`, "post", "post");
    await pass(3_050);
    for (let index = 0; index < 5; index += 1) send(`${9_000 + index}`, "answer", "answer");
    await pass(180);
    expect(started.filter((each) => each === "answer")).toHaveLength(5);
    await pass(17_300 + (5 * 1_000) / LANE_LIMITS.all.post.count - 3_230);
    expect(started).toHaveLength(505);
  });

  test("posts that each leave a little after their turn lose that little once in a second, not at each moment", async () => {
    const times: number[] = [];
    for (let index = 0; index < 500; index += 1) {
      void lanes.run(`${1_000 + index}`, "post", async (leave) => {
        await new Promise((resolve) => setTimeout(resolve, 8));
        leave();
        times.push(performance.now());
      });
    }
    await pass(17_500);
    expect(times).toHaveLength(500);
  });

  test("posts that are written down late, before they leave, are not too many in the second in which they leave", async () => {
    const times: number[] = [];
    for (let index = 0; index < 90; index += 1) {
      // The first wait for the disk for nearly a second.
      const isLate = index < 10;
      void lanes.run(`${1_000 + index}`, "post", async (leave) => {
        if (isLate) await new Promise((resolve) => setTimeout(resolve, 900));
        leave();
        times.push(performance.now());
      });
    }
    await pass(10_000);
    expect(times).toHaveLength(90);
    const sorted = times.toSorted((a, b) => a - b);
    for (const [index, time] of sorted.entries()) {
      expect((sorted[index + 30] ?? Number.POSITIVE_INFINITY) - time).toBeGreaterThanOrEqual(1_000);
    }
  });

  test("a chat the server wants left in peace gets nothing until then", async () => {
    lanes.hold(PERSON, 7_000);
    send(PERSON, "answer", "answer");
    send("502", "post", "other");
    await pass(6_900);
    expect(started).toEqual(["other"]);
    expect(lanes.waitMs(PERSON)).toBeGreaterThan(0);
    await pass(200);
    expect(started).toEqual(["other", "answer"]);
    expect(lanes.waitMs(PERSON)).toBe(0);
  });

  test("a post is told how long its chat is full, or waits for an answer that does not come", async () => {
    const GROUP = "-100500";
    for (let index = 0; index < LANE_LIMITS.group.post.count; index += 1) send(GROUP, "post", `${index}`);
    await pass(30_000);
    const waitMs = lanes.waitMs(GROUP);
    expect(waitMs).toBeGreaterThan(20_000);
    expect(lanes.waitMs("-100600")).toBe(0);
    await pass(waitMs);
    expect(lanes.waitMs(GROUP)).toBe(0);
    void lanes.run(GROUP, "post", () => new Promise(() => {}));
    await pass(500);
    expect(lanes.waitMs(GROUP)).toBeLessThan(1_000);
    await pass(10_000);
    expect(lanes.waitMs(GROUP)).toBeGreaterThan(1_000);
  });

  test("too much waiting in one chat is refused as not sent", async () => {
    lanes.hold(PERSON, 60_000);
    for (let index = 0; index < 101; index += 1) send(PERSON, "answer", `${index}`);
    await pass(0);
    expect(started).toEqual(["100 not sent"]);
  });
});

test("at the end what waits is refused, what runs goes on, and nothing new is taken", async () => {
  const gate = createGate();
  send(PERSON, "post", "running", gate.opened);
  send(PERSON, "post", "waiting");
  lanes.stop();
  send(PERSON, "post", "late");
  await pass(0);
  gate.open();
  await pass(10);
  expect(started).toEqual(["running", "waiting not sent", "late not sent"]);
});
