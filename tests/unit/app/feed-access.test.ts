/** FEED_ACCESS_FILE opens private feeds, goes to their own origin alone, and is told nowhere. */

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLog } from "../../../src/app/log.ts";
import { createOutside } from "../../../src/app/outside.ts";
import { readSettings, SettingsError } from "../../../src/app/read-settings.ts";
import { listSecrets } from "../../../src/app/secrets.ts";
import { runFeedsCheck } from "../../../src/cli/catalog-commands.ts";
import { checkAccess } from "../../../src/cli/check-access.ts";
import type { Feed } from "../../../src/domain/feed.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import { createDownload } from "../../../src/net/download.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { type NewsHandler, type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

const LOG_IN = "desk:tide-and-rope";
const BASIC = `Basic ${Buffer.from(LOG_IN).toString("base64")}`;
const RSS = "<rss version='2.0'><channel><title>Members</title></channel></rss>";

const membersOnly: NewsHandler = ({ headers }) =>
  headers.authorization === BASIC ? { body: RSS, contentType: "application/rss+xml" } : { status: 401 };

let folder: string;
let server: NewsServer;
let other: NewsServer;
let catalog: readonly Feed[];
const closing: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "access-"));
  server = await startNewsServer({ "/members/feed.xml": membersOnly, "/page": "x", "/open.xml": RSS });
  other = await startNewsServer({ "/page": "x", "/feed.xml": RSS });
  catalog = [
    buildFeed({ id: toFeedId("members"), url: `${server.url}/members/feed.xml` }),
    buildFeed({ id: toFeedId("open"), url: `${server.url}/open.xml` }),
  ];
});
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
  await server.close();
  await other.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, value: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value), { mode: 0o600 });
  return path;
}

const settingsWith = (access: unknown) =>
  readSettings({
    FEED_ACCESS_FILE: write("access.json", access),
    ALLOWED_HOSTS: `${server.host},${other.host}`,
    ALLOWED_HOSTS_TYPED: server.host,
  });

function problemsOf(access: unknown): string {
  try {
    settingsWith(access);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.join("\n").replaceAll(folder, "FOLDER");
    throw error;
  }
  return "";
}

function open(access: unknown) {
  const outside = createOutside(settingsWith(access), { catalog, log: SILENT_LOG, clock: () => NOW });
  closing.push(outside);
  return outside;
}

const accept = "feed";
const sentTo = ({ requests }: NewsServer): readonly (string | undefined)[] =>
  requests.map(({ path, headers }) => `${path} ${headers.authorization ?? headers["x-api-key"] ?? "nothing"}`);

test("a log-in is sent for its own feed, not for its pages, other feeds of the host, robots.txt or what people type", async () => {
  const { reachOf, downloadForPeople, sendFormFor } = open({ members: { login: LOG_IN } });
  const [members, free] = catalog as readonly [Feed, Feed];
  expect(await reachOf(members).download(members.url, { accept })).toMatchObject({ status: "fresh" });
  await reachOf(members).download(`${server.url}/page`, { accept: "page" });
  await reachOf(members).mayRead(`${server.url}/page`);
  await reachOf(free).download(free.url, { accept });
  await sendFormFor(members)(`${server.url}/hub`, {});
  for (const download of [downloadForPeople, reachOf({ ...members, origin: "added" }).download])
    expect(await download(members.url, { accept })).toMatchObject({
      httpStatus: 401,
      reason: "127.0.0.1 asks for a log-in (401).",
    });
  expect(sentTo(server)).toEqual([
    `/members/feed.xml ${BASIC}`,
    "/page nothing",
    "/robots.txt nothing",
    "/open.xml nothing",
    "/hub nothing",
    "/members/feed.xml nothing",
    "/members/feed.xml nothing",
  ]);
});

test("with pages it goes to pages of its own origin, and to no other site's", async () => {
  const { reachOf } = open({ members: { headers: { "X-Api-Key": "key-of-the-members" }, pages: true } });
  const [members] = catalog as readonly [Feed];
  for (const { url } of [server, other]) await reachOf(members).download(`${url}/page`, { accept: "page" });
  expect([...sentTo(server), ...sentTo(other)]).toEqual(["/page key-of-the-members", "/page nothing"]);
});

test("it stays behind when the server sends on elsewhere, also where one is sent back", async () => {
  server.set("/members/feed.xml", { status: 302, headers: { location: "/members/today.xml" } });
  server.set("/members/today.xml", { status: 301, headers: { location: `${other.url}/away` } });
  other.set("/away", { status: 302, headers: { location: `${server.url}/open.xml` } });
  const { reachOf } = open({ members: { login: LOG_IN } });
  const [members] = catalog as readonly [Feed];
  expect(await reachOf(members).download(members.url, { accept })).toMatchObject({ status: "fresh" });
  expect(sentTo(other)).toEqual(["/away nothing"]);
  expect(sentTo(server)).toEqual([`/members/feed.xml ${BASIC}`, `/members/today.xml ${BASIC}`, "/open.xml nothing"]);
});

test("a feed whose stored address moved to another origin gets nothing there", async () => {
  const { reachOf } = open({ members: { login: LOG_IN } });
  const moved = { ...(catalog[0] as Feed), url: `${other.url}/feed.xml` };
  await reachOf(moved).download(moved.url, { accept });
  expect(sentTo(other)).toEqual(["/feed.xml nothing"]);
});

test("the longest beginning of an address counts, and an id before all", async () => {
  const toKey = (key: string) => ({ headers: { "x-api-key": key } });
  const begun = { [`${server.url}/`]: toKey("short-key"), [`${server.url}/members/`]: toKey("long-key") };
  for (const [access, expected] of [
    [begun, ["long-key", "short-key"]],
    [{ ...begun, members: toKey("own-key") }, ["own-key", "short-key"]],
  ] as const) {
    server.clearRequests();
    const { reachOf } = open(access);
    for (const feed of catalog) await reachOf(feed).download(feed.url, { accept });
    expect(sentTo(server).map((each) => each?.split(" ")[1])).toEqual(expected);
  }
});

test("values may stand in files beside it", async () => {
  write("log-in.txt", `${LOG_IN}\n`);
  const { reachOf } = open({ members: { login_FILE: "log-in.txt", headers: { "X-Api-Key_FILE": "log-in.txt" } } });
  const [members] = catalog as readonly [Feed];
  expect(await reachOf(members).download(members.url, { accept })).toMatchObject({ status: "fresh" });
  expect(server.requests[0]?.headers["x-api-key"]).toBe(LOG_IN);
});

test.each([
  ['{"members": {"login": "tide-and-rope', "expected JSON"],
  [{ "no id!": {} }, "no id!: expected the id of a feed, or how addresses begin"],
  [{ "https://members.example": { login: LOG_IN } }, "expected the id of a feed, or how addresses begin"],
  [{ members: {} }, "members: expected a login or headers, got neither"],
  [{ members: { login: "tide-and-rope" } }, "members: login: expected user:password, got something else (not shown)"],
  [{ members: { login: LOG_IN, passwort: "tide-and-rope" } }, 'members: Unrecognized key: "passwort"'],
  [{ members: { login: ["tide-and-rope"] } }, "members: login: "],
  [{ members: { login: LOG_IN, login_FILE: "x" } }, "expected either login or login_FILE, got both"],
  [{ members: { login: LOG_IN, headers: { Authorization: "x" } } }, "expected either a login or a header"],
  [{ members: { login_FILE: "gone.txt" } }, 'login_FILE: expected a file that can be read, got "gone.txt"'],
  [{ members: { headers: { "X-Key": "tide-and-rope\r\nHost: x" } } }, "one line of Latin letters for X-Key"],
  [{ members: { headers: { Host: "tide-and-rope" } } }, "headers: Host is not for a feed's access"],
  [{ members: { headers: { "Proxy-Authorization": "tide-and-rope" } } }, "Proxy-Authorization is not for"],
])("a mistake is named, and no value with it: %j", (access, expected) => {
  const said = problemsOf(access);
  expect(said).toContain("FEED_ACCESS_FILE: FOLDER/access.json: ");
  expect(said).toContain(expected);
  expect(said).not.toContain("tide-and-rope");
});

test("all mistakes are told at once, and a file that is not there", () => {
  expect(problemsOf({ members: {}, open: {} }).split("\n")).toHaveLength(2);
  expect(() => readSettings({ FEED_ACCESS_FILE: join(folder, "gone.json") })).toThrow(/the file cannot be read/);
});

test("no log line holds a log-in, a key, a cookie or a token, in whatever form", () => {
  const settings = settingsWith({
    members: { login: LOG_IN },
    open: { headers: { Authorization: "Bearer token-of-open", Cookie: "sid=cookie-of-open; b=second-cookie" } },
  });
  const lines: string[] = [];
  const secrets = listSecrets(settings);
  const log = createLog({ level: "debug", secrets, destination: { write: (line: string) => void lines.push(line) } });
  log.warn({ reason: `${BASIC} ${LOG_IN} tide-and-rope token-of-open` }, "feed_polled");
  log.warn({ reason: "cookie-of-open second-cookie", url: encodeURIComponent(LOG_IN) }, "feed_polled");
  expect(lines.join("")).not.toMatch(/tide|ZGVz|-of-open|second-cookie/);
});

test("the doctor says which feeds have an access and whether it opens them", async () => {
  const shut = buildFeed({ id: toFeedId("shut"), url: `${server.url}/shut.xml` });
  server.set("/shut.xml", { status: 403 });
  const access = { members: { login: LOG_IN, pages: true }, shut: { login: LOG_IN }, nobody: { login: LOG_IN } };
  const settings = settingsWith(access);
  chmodSync(join(folder, "access.json"), 0o644);
  const findings = await checkAccess(settings, [...catalog, shut]);
  const told = findings.map(({ mark, text }) => `${mark} ${text.replaceAll(folder, "FOLDER")}`);
  expect(told).toEqual([
    "note FOLDER/access.json can be read by everybody on this machine: chmod 600 FOLDER/access.json.",
    "MEND FOLDER/access.json: nobody is the access of no feed in the catalog.",
    "ok members is read with its access, its pages too. What is sent is not encrypted; use an https address.",
    'MEND shut: 127.0.0.1 refuses the access it was given (403). Mend "shut" in FEED_ACCESS_FILE.',
  ]);
});

test("feeds check reads a private feed with its access", async () => {
  const feedsPath = write("feeds.json", { feeds: catalog.slice(0, 1).map(({ origin: _origin, ...feed }) => feed) });
  const { feedAccess, allowedHosts } = settingsWith({ members: { login: LOG_IN } });
  const net = createDownload({ userAgent: "Pullquote/1", allowedHosts });
  closing.push(net);
  const stdout = new PassThrough();
  const terminal = { stdin: process.stdin, stdout, download: net.download };
  expect(await runFeedsCheck({ feedsPath, feedAccess }, {}, terminal)).toBe(0);
  expect(String(stdout.read())).toMatch(/members +0/);
});
