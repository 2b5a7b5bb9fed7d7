/** The whole app with a public address: a hub is asked after the first poll, and its call has the feed polled at once. */

import { createHmac } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { createApp } from "../../src/app/app.ts";
import { readSettings } from "../../src/app/read-settings.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { buildFeed } from "../helpers/build.ts";
import { startNewsServer } from "../helpers/news-server.ts";
import { WAIT } from "../helpers/wait.ts";

test("news a hub tells of is polled for at once, though the feed is due in an hour", async () => {
  const server = await startNewsServer();
  onTestFinished(() => server.close());
  server.set("/hub", { status: 202 });
  server.set("/feed", {
    body: `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Harbor Wire</title></channel></rss>`,
    headers: { link: `<${server.url}/hub>; rel="hub", <${server.url}/feed>; rel="self"` },
  });
  const settings = readSettings({
    DATABASE_URL: "sqlite::memory:",
    WEB_PORT: "0",
    // Nothing here subscribes.
    POLL_FEEDS: "all",
    PUBLIC_URL: "https://bot.example",
    ALLOWED_HOSTS: server.host,
    ALLOWED_HOSTS_TYPED: server.host,
  });
  const feed = buildFeed({ url: `${server.url}/feed` });
  let now = Date.now();
  const clock = (): Date => new Date(now);
  const app = await createApp(settings, { log: SILENT_LOG, feeds: [feed], clock, pollPauseMs: 20 });
  await app.start();
  onTestFinished(() => app.stop());
  await vi.waitFor(() => expect(server.requestsTo("/hub")).toHaveLength(1), WAIT);
  await vi.waitFor(async () => expect((await app.store.feeds.getState(feed.id)).lastSuccessAt).not.toBeNull(), WAIT);

  const lease = JSON.parse((await app.store.notes.get(`websub:${feed.id}`)) ?? "{}");
  const address = `${app.webUrl()}websub/${feed.id}/${lease.token}`;
  const topic = encodeURIComponent(`${server.url}/feed`);
  const question = await fetch(`${address}?hub.mode=subscribe&hub.topic=${topic}&hub.challenge=abc`);
  expect([question.status, await question.text()]).toEqual([200, "abc"]);

  now += 5 * 60_000;
  const body = "<rss/>";
  const signature = `sha256=${createHmac("sha256", lease.secret).update(body).digest("hex")}`;
  await fetch(address, { method: "POST", body, headers: { "x-hub-signature": signature } });
  await vi.waitFor(() => expect(server.requestsTo("/feed")).toHaveLength(2), WAIT);
});
