/** What of the network the catalog, added feeds and people reach, and that people keep no host from the news. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { createOutside } from "../../../src/app/outside.ts";
import { readSettings } from "../../../src/app/read-settings.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

let server: NewsServer;
let outside: ReturnType<typeof createOutside>;

function open(environment: Readonly<Record<string, string>>): void {
  outside = createOutside(readSettings(environment), { log: SILENT_LOG, clock: () => NOW });
}

beforeEach(async () => {
  server = await startNewsServer();
  server.set("/page", { body: "<p>News</p>", contentType: "text/html" });
  server.set("/often", { status: 429, headers: { "retry-after": "172800" } });
});
afterEach(async () => {
  await outside.close();
  await server.close();
});

const CATALOG = buildFeed();
const ADDED = { ...CATALOG, origin: "added" as const };

test("a private host opened for the catalog is open to neither added feeds nor people", async () => {
  open({ ALLOWED_HOSTS: server.host });
  const url = `${server.url}/page`;
  expect(await outside.reachOf(CATALOG).download(url)).toMatchObject({ status: "fresh" });
  for (const download of [outside.reachOf(ADDED).download, outside.downloadForPeople])
    expect(await download(url)).toMatchObject({ status: "failed", kind: "blocked" });
  expect(await outside.reachOf(ADDED).mayRead(url)).toBe(false);
  expect(await outside.sendFormFor(ADDED)(url, {})).toMatchObject({ kind: "blocked" });
});

test("one opened for what people type is open to them and their feeds, and not to the catalog", async () => {
  open({ ALLOWED_HOSTS_TYPED: server.host });
  const url = `${server.url}/page`;
  for (const download of [outside.reachOf(ADDED).download, outside.downloadForPeople])
    expect(await download(url)).toMatchObject({ status: "fresh" });
  expect(await outside.reachOf(CATALOG).download(url)).toMatchObject({ kind: "blocked" });
});

test("a page that asks a person to stay away for two days keeps its host from people for minutes, and never from the news", async () => {
  open({ ALLOWED_HOSTS: server.host, ALLOWED_HOSTS_TYPED: server.host });
  const people = outside.downloadForPeople;
  expect(await people(`${server.url}/often`)).toMatchObject({ kind: "rate-limited" });
  for (const feed of [CATALOG, ADDED])
    expect(await outside.reachOf(feed).download(`${server.url}/page`)).toMatchObject({ status: "fresh" });
  const again = await people(`${server.url}/page`);
  expect(again).toMatchObject({ kind: "rate-limited" });
  expect(again.status === "failed" && again.retryAfterMs).toBeLessThanOrEqual(600_000);
});

test("what a host asks of the catalog's feeds holds for added ones, too", async () => {
  open({ ALLOWED_HOSTS: server.host, ALLOWED_HOSTS_TYPED: server.host });
  await outside.reachOf(CATALOG).download(`${server.url}/often`);
  expect(await outside.reachOf(ADDED).download(`${server.url}/page`)).toMatchObject({ kind: "rate-limited" });
});
