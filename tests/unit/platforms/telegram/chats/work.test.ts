/** What updates ask for runs beside the poller: in a person's order, bounded, and never taking the bot down. */

import { expect, test, vi } from "vitest";
import { readUpdate } from "../../../../../src/platforms/telegram/chats/incoming.ts";
import { createWork } from "../../../../../src/platforms/telegram/chats/work.ts";
import { createReceiver } from "../../../../../src/platforms/telegram/connection/receiver.ts";
import { createRecordingLog } from "../../../../helpers/telegram/fakes.ts";
import { WAIT } from "../../../../helpers/wait.ts";

function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

test("one person's commands keep their order, another's do not wait for them", async () => {
  const work = createWork(createRecordingLog());
  const gate = createGate();
  const done: string[] = [];
  work.start("ana", () => gate.opened.then(() => void done.push("ana 1")));
  work.start("ana", async () => void done.push("ana 2"));
  work.start("ben", async () => void done.push("ben"));
  await vi.waitFor(() => expect(done).toEqual(["ben"]), WAIT);
  gate.open();
  await work.idle();
  expect(done).toEqual(["ben", "ana 1", "ana 2"]);
});

test("a very slow command does not hold up the same person's next one for long", async () => {
  vi.useFakeTimers();
  const work = createWork(createRecordingLog());
  const gate = createGate();
  const done: string[] = [];
  work.start("ana", () => gate.opened);
  work.start("ana", async () => void done.push("next"));
  await vi.advanceTimersByTimeAsync(1_900);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(200);
  expect(done).toEqual(["next"]);
  vi.useRealTimers();
  gate.open();
  await work.idle();
});

test("no more than 32 run at once, what comes beyond 500 waiting is dropped and logged", async () => {
  const log = createRecordingLog();
  const work = createWork(log);
  const gate = createGate();
  let runningCount = 0;
  for (let index = 0; index < 540; index += 1) {
    work.start(`person ${index}`, () => {
      runningCount += 1;
      return gate.opened;
    });
  }
  await vi.waitFor(() => expect(runningCount).toBe(32), WAIT);
  expect(log.entries.filter(([, event]) => event === "update_dropped")).toHaveLength(540 - 532);
  gate.open();
  await work.idle();
  expect(runningCount).toBe(532);
});

test("a fault is logged without the token, and the next one runs", async () => {
  const log = createRecordingLog();
  const work = createWork(log);
  let isNextRun = false;
  work.start("ana", async () => {
    throw new Error("no answer from /bot7000000001:AAEsecretsecretsecret/sendMessage");
  });
  work.start("ana", async () => {
    isNextRun = true;
  });
  await work.idle();
  expect(isNextRun).toBe(true);
  expect(log.entries.map(([, event]) => event)).toEqual(["update_failed"]);
  expect(JSON.stringify(log.entries)).not.toContain("AAEsecret");
});

test.each([
  ["no object", 5],
  ["no id", { message: {} }],
  ["a part of another shape", { update_id: 1, message: { text: 5 } }],
  ["nothing known", { update_id: 2, poll: {} }],
])("an update with %s is passed over", (_what, update) => {
  const work = createWork(createRecordingLog());
  const never = (): never => {
    throw new Error("Nothing was to be done.");
  };
  const receive = createReceiver({
    conversation: { onMessage: never, onCallback: never },
    membership: { onChange: never, onMigration: never, onReopened: never, move: never },
    inline: { onQuery: never },
    work,
    readUpdate,
  });
  expect(() => receive(update)).not.toThrow();
});
