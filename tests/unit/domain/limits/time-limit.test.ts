import { setMaxListeners } from "node:events";
import { expect, test } from "vitest";
import { withTimeLimit } from "../../../../src/domain/limits/time-limit.ts";
import { whileCollecting } from "../../../helpers/collect-garbage.ts";

const untilStopped = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test("what hangs ends in time, though memory is cleaned up meanwhile", async () => {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  const many = Array.from({ length: 20 }, () => withTimeLimit(300, signal, untilStopped).catch(({ name }) => name));
  expect(new Set(await whileCollecting(Promise.all(many)))).toEqual(new Set(["TimeoutError"]));
});

test("who stops it gives the reason, also before it begins", async () => {
  const controller = new AbortController();
  const work = withTimeLimit(60_000, controller.signal, untilStopped);
  controller.abort(new Error("the bot is stopping"));
  await expect(work).rejects.toThrow("the bot is stopping");
  await expect(withTimeLimit(60_000, controller.signal, async (signal) => signal.throwIfAborted())).rejects.toThrow(
    "the bot is stopping",
  );
});

test("what ends in time gives its result", async () => {
  expect(await withTimeLimit(60_000, null, async (signal) => signal.aborted)).toBe(false);
});
