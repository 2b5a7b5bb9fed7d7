/** The built bot as a process of its own: started, subscribed and asked for its processor time by messages. */

import { readFileSync } from "node:fs";

const code = new URL("../../dist/src/", import.meta.url);
const load = (name) => import(new URL(`${name}.js`, code).href);
const { createApp } = await load("app/app");
const { createLog } = await load("app/log");
const { readSettings } = await load("app/read-settings");

/** Processor time of the main thread, or null where the system does not tell. */
function readMainMs() {
  try {
    return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
  } catch {
    return null;
  }
}

let app;
const ACTS = {
  async start({ feeds, pollEveryMs, hosts }) {
    // Ten thousand are more than a variable can be given from outside.
    const settings = readSettings({ ...process.env, ALLOWED_HOSTS: hosts.join() });
    const log = createLog({ level: settings.logLevel, secrets: [] });
    app = await createApp(settings, { log, feeds, pollEveryMs, pollPauseMs: 100, deliveryPauseMs: 100 });
    await app.start();
  },
  async subscribe({ subscriptions }) {
    for (const each of subscriptions) await app.store.subscriptions.add(each);
  },
  async usage() {
    const { user, system } = process.cpuUsage();
    const [residentMb, mostMb] = [process.memoryUsage.rss() / 1e6, process.resourceUsage().maxRSS / 1e3];
    return { mainMs: readMainMs(), allMs: (user + system) / 1000, residentMb, mostMb };
  },
  async stop() {
    await app.stop();
  },
};

process.on("message", async ({ id, act, ...given }) => {
  try {
    process.send({ id, result: await ACTS[act](given) });
  } catch (error) {
    process.send({ id, error: String(error) });
  }
});
process.on("disconnect", () => process.exit(0));
