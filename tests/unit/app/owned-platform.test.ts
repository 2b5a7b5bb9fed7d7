/** A token one process at a time may use: who stands by sends nothing, takes over whole, and lets go when it is told. */

import { expect, test, vi } from "vitest";
import { createOwnedPlatform } from "../../../src/app/owned-platform.ts";
import { checkHealth } from "../../../src/app/watching/health.ts";
import { type Answer, type Duty, FULL_DUTY, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Post } from "../../../src/domain/post.ts";
import { buildPlatform } from "../../helpers/fake-platform.ts";
import { WAIT } from "../../helpers/wait.ts";

const ANSWER = {} as Answer;
const BOTH = new Set(["telegram:key:answers", "telegram:key:sends"]);
const NONE: ReadonlySet<string> = new Set();
const PLACE = { platform: "telegram", address: "7" } as const;

async function open({ refuses = (): boolean => false } = {}) {
  const log: string[] = [];
  let count = 0;
  let nowMs = 0;
  const owned = await createOwnedPlatform({
    key: "key",
    wished: FULL_DUTY,
    log: SILENT_LOG,
    now: () => nowMs,
    async create(duty: Duty) {
      count += 1;
      const name = `${count}${duty.answers ? "a" : ""}${duty.sends ? "s" : ""}`;
      return buildPlatform({
        async start() {
          if (refuses()) throw new Error("no network");
          log.push(`start ${name}`);
        },
        stop: async () => void log.push(`stop ${name}`),
        health: () => "is away",
      });
    },
  });
  const send = () => owned.send(PLACE, {} as Post, 1 as Parameters<typeof owned.send>[2]);
  const later = (ms: number): void => {
    nowMs += ms;
  };
  return { owned, log, send, later };
}

test("without the seat it stands by: it starts nothing, sends nothing, and that is no trouble", async () => {
  const { owned, log, send } = await open();
  await owned.start(ANSWER);
  expect(log).toEqual([]);
  expect([owned.isStandingBy?.(), owned.isSending?.()]).toEqual([true, false]);
  expect(await send()).toMatchObject({ outcome: "retry", isUntried: true });
  const store = { check: async () => null };
  expect(await checkHealth(true, store, [owned])).toEqual({ ok: true, reasons: [], standingBy: ["telegram"] });
});

test("with the seat it starts and sends; without it again it stops, and can be started anew", async () => {
  const { owned, log, send } = await open();
  owned.follow(BOTH);
  await owned.start(ANSWER);
  expect(await send()).toMatchObject({ outcome: "sent" });
  expect(owned.health()).toBe("is away");
  owned.follow(NONE);
  await vi.waitFor(() => expect(log).toEqual(["start 1as", "stop 1as"]), WAIT);
  expect(await send()).toMatchObject({ outcome: "retry" });
  owned.follow(BOTH);
  await vi.waitFor(() => expect(log.at(-1)).toBe("start 2as"), WAIT);
  expect(await send()).toMatchObject({ outcome: "sent" });
});

test("where another process answers it only sends, on a connection of its own", async () => {
  const { owned, log, send } = await open();
  expect(owned.seats()).toEqual([[...BOTH], ["telegram:key:answers"], ["telegram:key:sends"]]);
  owned.follow(new Set(["telegram:key:sends"]));
  await owned.start(ANSWER);
  expect(log).toEqual(["start 2s"]);
  expect(await send()).toMatchObject({ outcome: "sent" });
});

test("what cannot be started is told at the first start, and later left to others for a while", async () => {
  let isAway = true;
  const { owned, log, later } = await open({ refuses: () => isAway });
  owned.follow(BOTH);
  await expect(owned.start(ANSWER)).rejects.toThrow("no network");
  await vi.waitFor(() => expect(owned.seats()).toEqual([]), WAIT);
  later(60_000);
  isAway = false;
  expect(owned.seats()).not.toEqual([]);
  owned.follow(BOTH);
  await vi.waitFor(() => expect(log.at(-1)).toMatch(/^start/), WAIT);
});
