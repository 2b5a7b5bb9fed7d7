/** What a process makes of its heartbeats: whom it judges, what it tells of its seats, and that one alone writes nothing. */

import { expect, test, vi } from "vitest";
import { createPresence } from "../../../src/app/presence.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { ProcessStore } from "../../../src/domain/processes/process-store.ts";
import { WAIT } from "../../helpers/wait.ts";

const SEAT = "gull:key:sends";

/** A store whose beats take as long as the test says, by a clock of its own. */
function open(engine: "sqlite" | "postgres", { gapMs = 0, dead = [] as string[] } = {}) {
  const calls: string[] = [];
  const held: string[][] = [];
  let nowMs = 0;
  const processes: ProcessStore = {
    async beat() {
      nowMs += gapMs;
      calls.push("beat");
      return { seats: new Set(calls.includes("bury") ? [SEAT] : []), wasBuried: false };
    },
    async bury() {
      calls.push("bury");
      return dead.splice(0);
    },
    buryAll: async () => void calls.push("buryAll"),
    leave: async () => void calls.push("leave"),
  };
  const onTakenOver = vi.fn();
  const presence = createPresence({
    store: { engine, processes },
    id: "anna",
    wanted: () => [[SEAT]],
    onSeats: (seats) => void held.push([...seats]),
    onTakenOver,
    log: SILENT_LOG,
    beatPauseMs: 1,
    now: () => nowMs,
  });
  return { presence, calls, held, onTakenOver };
}

test("one process alone holds every seat and writes no heartbeat", async () => {
  const { presence, calls, held } = open("sqlite");
  await presence.start();
  await presence.stop();
  expect(calls).toEqual(["buryAll"]);
  expect(held).toEqual([[SEAT]]);
});

test("what a dead process held is taken in the same turn, and its work is begun", async () => {
  const { presence, held, onTakenOver } = open("postgres", { dead: ["bert"] });
  await presence.start();
  expect(held.slice(0, 2)).toEqual([[], [SEAT]]);
  expect(onTakenOver).toHaveBeenCalledOnce();
  await presence.stop();
});

test("who was away itself judges nobody, and leaves at the end", async () => {
  const { presence, calls } = open("postgres", { gapMs: 60_000 });
  await presence.start();
  await vi.waitFor(() => expect(calls.filter((each) => each === "beat").length).toBeGreaterThan(3), WAIT);
  await presence.stop();
  expect(calls.filter((each) => each === "bury")).toHaveLength(1);
  expect(calls.at(-1)).toBe("leave");
});
