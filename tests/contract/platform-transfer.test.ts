/** Subscriptions that move by file: what /export gives on one platform is taken in by /import on any other. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { FILE_BYTES_MAX } from "../../src/domain/sent-file.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, PLATFORM_NAMES, type PlatformName } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { type NewsServer, startNewsServer } from "../helpers/news-server.ts";
import { expectShown, keepCalls } from "../helpers/platform-suite.ts";
import { type FileFault, type HeldFile, toHeldFile } from "../helpers/sent-file.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 4;
/** Long enough for a server that answers, short enough to wait for one that does not. */
const FILE_TIMEOUT_MS = 5_000;

let whole: WholeApp;
let server: NewsServer;
let open: ReturnType<typeof createConversations>;
const logged: string[] = [];
const note = (facts: object, event: string): void => void logged.push(`${event} ${JSON.stringify(facts)}`);

beforeAll(async () => {
  server = await startNewsServer();
  whole = await startWholeApp({
    startWith: ARTICLES,
    allowedHosts: [server.host],
    fileTimeoutMs: FILE_TIMEOUT_MS,
    log: { debug: note, info: note, warn: note, error: note },
  });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
});
afterAll(async () => {
  await keepCalls(whole, "transfer");
  await whole.stop();
  await server.close();
});

const standing = (who: Conversation) => whole.app.store.subscriptions.findByDestination(who.destination);
const wishesOf = async (who: Conversation) => (await standing(who)).map(({ filter, display }) => ({ filter, display }));

async function exportFile(who: Conversation, line: string): Promise<HeldFile> {
  const shown = await who.type(line);
  return vi.waitFor(async () => {
    const file = (await shown?.file()) ?? null;
    if (file === null) throw new Error(`There is no file in the answer to ${line}.`);
    return file;
  }, WAIT);
}

/** A place with varied wishes, and how many it has. */
async function openWithWishes(platform: PlatformName): Promise<Conversation> {
  const who = open(platform);
  const [first, second] = await whole.app.store.feeds.list();
  for (const line of [
    `/subscribe ${first?.id} words:"port strike",ferry without:football language:en,de size:2 quotes:1 sentences:2 silent:yes digest:weekly at:07:30 weekday:friday zone:Europe/Berlin quiet:22:00-07:00 title:Morning`,
    `/subscribe ${second?.id} speaker:minister compact:yes`,
    `/subscribe ${first?.topics[0]} words:zyzzyva`,
  ]) {
    await expectShown(await who.type(line), "Subscribed to");
  }
  return who;
}

describe.each(PLATFORM_NAMES)("from %s", (from) => {
  test("the file of /export, sent with /import in a channel of each platform, brings every wish", async () => {
    const who = await openWithWishes(from);
    const wanted = await wishesOf(who);
    expect(wanted).toHaveLength(3);
    const file = await exportFile(who, "/export");
    expect(file.name).toBe("subscriptions.json");
    for (const to of PLATFORM_NAMES) {
      const other = open(to);
      await expectShown(await other.type("/import", file), "Subscriptions added: 3 of 3");
      expect(await wishesOf(other)).toEqual(wanted);
      // The same file once more changes nothing.
      await expectShown(await other.type("/import", file), "Subscriptions added: 0 of 3");
      expect(await wishesOf(other)).toEqual(wanted);
    }
  });

  test("the OPML of /export brings each feed as a subscription", async () => {
    const who = await openWithWishes(from);
    const feedIds = (await standing(who)).flatMap(({ filter }) => filter.feedIds);
    expect(feedIds).toHaveLength(2);
    const file = await exportFile(who, "/export opml");
    expect(file.name).toBe("subscriptions.opml");
    for (const to of PLATFORM_NAMES) {
      const other = open(to);
      await expectShown(await other.type("/import", file), "Subscriptions added: 2 of 2");
      expect(await wishesOf(other)).toEqual(
        feedIds.map((id) => ({ filter: { ...EMPTY_FILTER, feedIds: [id] }, display: DEFAULT_DISPLAY })),
      );
    }
  });
});

/** A picture's first bytes, and more that are no text. */
const PICTURE = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array(500).keys()]);
const LIST = toHeldFile("list.json", JSON.stringify({ pullquote: 1, subscriptions: [{ words: ["ferry"] }] }));

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("/import takes a file by its address", async () => {
    const who = open(platform);
    const path = `/${platform}/list.json`;
    server.set(path, { body: LIST.bytes, contentType: "application/json" });
    await expectShown(await who.type(`/import ${server.url}${path}`), "Subscriptions added: 1 of 1");
    expect((await standing(who))[0]?.filter.words).toEqual(["ferry"]);
    await expectShown(await open(platform).type(`/import ${server.url}/nothing`), "(404)");
  });

  test("a list saved in UTF-16 by another reader is read", async () => {
    const opml = `<?xml version="1.0" encoding="utf-16"?><opml version="2.0"><body><outline text="Fähre" xmlUrl="${server.url}/utf16-${platform}"/></body></opml>`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(opml, "utf16le")]);
    await expectShown(await open(platform).type("/import", toHeldFile("list.opml", bytes)), "added: 1 of 1");
    expect((await whole.app.store.feeds.findByUrl(`${server.url}/utf16-${platform}`))?.title).toBe("Fähre");
  });

  test.each<[string, HeldFile, string]>([
    ["empty", toHeldFile("list.json", ""), "The file is empty"],
    ["a picture by its type", toHeldFile("list.png", "{}", "image/png"), "The file is not text"],
    ["a picture by its bytes", toHeldFile("list.json", PICTURE, "application/json"), "The file is not text"],
    ["a page", toHeldFile("list.opml", "<html><body>No list</body></html>"), "neither one of /export nor OPML"],
    ["another JSON", toHeldFile("list.json", '{"feeds":[]}', "application/json"), "neither one of /export nor OPML"],
    ["broken JSON", toHeldFile("list.json", '{"pullquote":1,'), "neither one of /export nor OPML"],
    ["too large", { ...LIST, statedBytes: FILE_BYTES_MAX + 1 }, "at most 2 MB are taken"],
    ["far too large", { ...LIST, statedBytes: 25_000_000 }, "at most 2 MB are taken"],
    [
      "too large, and says otherwise",
      { ...toHeldFile("list.json", " ".repeat(2_000_001)), statedBytes: 9 },
      "at most 2 MB",
    ],
  ])("a file that is %s changes nothing, and the answer says what to do", async (_name, file, expected) => {
    const who = open(platform);
    await expectShown(await who.type("/import", file), expected);
    expect(await standing(who)).toEqual([]);
  });

  test("/import with nothing, with both, or with a name where the file belongs is answered with how to", async () => {
    const who = open(platform);
    await expectShown(await who.type("/import"), "Send a file of subscriptions along with /import");
    await expectShown(await open(platform).type(`/import ${server.url}/list`, LIST), "not both");
    const named = await open(platform).type("/import file:list.json");
    if (named === null) expect(platform).toBe("discord");
    else await expectShown(named, "file must be a file, sent along");
    await expectShown(await open(platform).type("/help import"), "caption it /import");
  });

  test("a file with a command that takes none is left alone", async () => {
    if (platform === "web") await expectShown(await open("web").type("/subscriptions", LIST), "no subscriptions");
    else if (platform === "discord") await expect(open("discord").type("/subscriptions", LIST)).rejects.toThrow("file");
    else {
      whole.telegram.send(77_001, 77_001, LIST, "/subscriptions");
      whole.telegram.send(77_001, 77_001, LIST, "Look at this");
      await whole.telegram.type(77_001, 77_001, "/subscriptions");
      expect(whole.telegram.posts(77_001)).toHaveLength(1);
    }
  });
});

const FAULTS: readonly [FileFault, string][] = [
  ["gone", "no longer there"],
  ["hang", "could not be fetched"],
  ["reset", "could not be fetched"],
  ["endless", "at most 2 MB are taken"],
];

describe.each(["discord", "telegram"] as const)("a file server of %s", (platform) => {
  test.each(FAULTS)("that answers with %s is told apart, and the next try works", async (fault, expected) => {
    const who = open(platform);
    if (platform === "discord") whole.discord.attachments.fail(fault);
    else whole.telegram.failFile(fault);
    await expectShown(await who.type("/import", LIST), expected);
    expect(await standing(who)).toEqual([]);
    await expectShown(await who.type("/import", LIST), "Subscriptions added: 1 of 1");
  });
});

test("what is known to be too large or no text is not even asked for", async () => {
  const requests = whole.discord.attachments.requests.length;
  const asked = whole.telegram.callsOf("getFile").length;
  for (const platform of ["discord", "telegram"] as const) {
    await expectShown(await open(platform).type("/import", { ...LIST, statedBytes: 3_000_000 }), "at most 2 MB");
    await expectShown(await open(platform).type("/import", { ...LIST, contentType: "video/mp4" }), "not text");
  }
  expect(whole.discord.attachments.requests).toHaveLength(requests);
  expect(whole.telegram.callsOf("getFile")).toHaveLength(asked);
});

test("the interfaces of the platforms, though private, are open to no address that people type", async () => {
  const calls = whole.discord.calls.length;
  await expectShown(
    await open("web").type(`/import ${whole.discord.apiUrl}/v10/gateway`),
    /Port \d+ is not allowed|private or local/,
  );
  await expectShown(
    await open("web").type(`/import ${whole.telegram.url}/file/x`),
    /Port \d+ is not allowed|private or local/,
  );
  expect(whole.discord.calls).toHaveLength(calls);
});

test("no token goes to the file server of Discord, and no log names a token or where a file lies", () => {
  expect(whole.discord.attachments.requests.length).toBeGreaterThan(10);
  expect(whole.discord.attachments.requests.map(({ authorization }) => authorization).filter(Boolean)).toEqual([]);
  const lines = logged.join("\n");
  expect(lines).toContain("file_not_fetched");
  expect(lines).not.toContain(whole.telegram.token);
  expect(lines).not.toContain(whole.discord.token);
  expect(lines).not.toMatch(/attachments\/|documents\//);
});
