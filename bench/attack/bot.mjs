/** The built bot as a process of its own, with a faster rhythm and a meter of how long its main thread works without a pause. */

import { readFileSync } from "node:fs";

const [, , given = "{}"] = process.argv;
/** Feeds of the catalog, and how often each is polled. */
const { feeds = [], pollEveryMs = 500 } = JSON.parse(given);

const code = new URL("../../dist/src/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, code).href);
const { createApp } = await load("app/app");
const { createLog } = await load("app/log");
const { readSettings } = await load("app/read-settings");

const TICK_MS = 10;

/** Milliseconds this thread has been at work. On a machine shared with others the clock on the wall counts theirs too. */
function readWorkMs() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

let worstMs = 0;
let [lastAt, lastWorkMs] = [performance.now(), readWorkMs()];
setInterval(() => {
  const [now, workMs] = [performance.now(), readWorkMs()];
  worstMs = Math.max(worstMs, Math.min(now - lastAt - TICK_MS, workMs - lastWorkMs));
  [lastAt, lastWorkMs] = [now, workMs];
}, TICK_MS);

const settings = readSettings(process.env);
const log = createLog({ level: settings.logLevel, secrets: [] });
const app = await createApp(settings, { log, feeds, pollEveryMs, pollPauseMs: 100, deliveryPauseMs: 100 });
await app.start();
// Starting is no standing still: nobody waits yet.
worstMs = 0;

process.on("message", async (message) => {
  if (message === "stop") {
    await app.stop();
    process.exit(0);
  }
  const standing = worstMs;
  if (message === "reset") worstMs = 0;
  process.send?.({ standStillMs: standing });
});
process.send?.({ webUrl: app.webUrl() });
