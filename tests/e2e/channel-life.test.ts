/** A channel's whole life with the whole app: joined, subscribed, posted to, searched in, removed from, back again. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { Destination } from "../../src/domain/subscription.ts";
import { readMessage } from "../helpers/discord/shown.ts";
import type { ShownReply } from "../helpers/discord/store.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ADMIN = 701;
const MEMBER = 702;

let whole: WholeApp;

beforeAll(async () => {
  whole = await startWholeApp();
  await whole.waitForFirstPolls();
});
afterAll(() => whole.stop());

const publish = async (): Promise<string> => (await whole.publishNext()).article.url;

/** Nothing waits and nothing is on its way. */
const waitForQuiet = () =>
  vi.waitFor(async () => {
    const { pending, claimed, sending } = await whole.app.store.outbox.count();
    expect(pending + claimed + sending).toBe(0);
  }, WAIT);

const waitForPaused = (destination: Destination, reason: RegExp | null) =>
  vi.waitFor(async () => {
    const [standing] = await whole.app.store.subscriptions.findByDestination(destination);
    if (reason === null) expect(standing?.pausedReason).toBeNull();
    else expect(standing?.pausedReason).toMatch(reason);
  }, WAIT);

describe("on Discord", () => {
  let guildId: string;
  let channelId: string;
  let personId: string;
  let page: ShownReply;

  const ask = (name: string, values: Readonly<Record<string, string | number | boolean>> = {}) =>
    whole.discord.runCommand(channelId, personId, name, values);
  const postsOf = (url: string) =>
    whole.discord
      .messages(channelId)
      .filter((message) => message.askedBy === null && message.embeds.some((embed) => embed.url === url));
  const destination = (): Destination => ({ platform: "discord", address: channelId });

  test("invited to a server, the bot offers its commands and writes nothing unasked", async () => {
    guildId = whole.discord.addGuild("Harbor watchers");
    channelId = whole.discord.addChannel(guildId, { name: "news" });
    personId = whole.discord.addPerson({ isManager: true });
    expect(readMessage(await ask("help"))).toContain("/subscribe everything");
    expect(whole.discord.messages(channelId).filter((message) => message.askedBy === null)).toEqual([]);
  });

  test("a member who does not manage the server is not offered to subscribe it", async () => {
    const memberId = whole.discord.addPerson({ isManager: false });
    await expect(whole.discord.runCommand(channelId, memberId, "subscribe", { what: "everything" })).rejects.toThrow(
      "not offered",
    );
  });

  test("subscribed, it gets each article once, by itself", async () => {
    expect(readMessage(await ask("subscribe", { what: "everything" }))).toContain("Subscribed to all feeds");
    const url = await publish();
    await vi.waitFor(() => expect(postsOf(url)).toHaveLength(1), WAIT);
  });

  test("a search there has pages that turn", async () => {
    for (let count = 0; count < 11; count += 1) await publish();
    page = await ask("search", { words: "said" });
    const first = readMessage(page);
    expect(readMessage(await whole.discord.press(page, personId, "More ▶"))).not.toBe(first);
  });

  test("its settings are listed and stay its own", async () => {
    expect(readMessage(await ask("subscriptions"))).toContain("all feeds");
    const otherId = whole.discord.addChannel(guildId, { name: "elsewhere" });
    const listed = await whole.discord.runCommand(otherId, personId, "subscriptions");
    expect(readMessage(listed)).toContain("no subscriptions");
  });

  test("its subscriptions are exported as a file, whichever HTTP client was loaded first", async () => {
    const [file] = (await ask("export")).files;
    expect(JSON.parse(file?.text ?? "")).toMatchObject({ subscriptions: [{}] });
  });

  test("removed from the server, the bot sends nothing more", async () => {
    await waitForQuiet();
    whole.discord.removeGuild(guildId);
    await waitForPaused(destination(), /^gone: /);
    const url = await publish();
    expect(postsOf(url)).toEqual([]);
  });

  test("invited again, what comes from then on is posted, and nothing of the time between", async () => {
    const before = whole.discord.messages(channelId).length;
    whole.discord.returnToGuild(guildId);
    await waitForPaused(destination(), null);
    const url = await publish();
    await vi.waitFor(() => expect(postsOf(url)).toHaveLength(1), WAIT);
    expect(whole.discord.messages(channelId)).toHaveLength(before + 1);
    expect(readMessage(await ask("unsubscribe", { which: "all" }))).toContain("Unsubscribed from all feeds");
  });

  test("buttons of before still work after a restart of the bot", async () => {
    await whole.restart();
    expect(readMessage(await whole.discord.press(page, personId, "◀ Newer page"))).toContain("about “said”");
  });
});

describe("on Telegram", () => {
  let groupId: number;

  const postsOf = (url: string) =>
    whole.telegram.posts(groupId).filter((message) => message.entities.some((entity) => entity.url === url));
  const destination = (): Destination => ({ platform: "telegram", address: String(groupId) });

  test("added to a group, the bot says how to begin", async () => {
    groupId = whole.telegram.addChat({ type: "group", bot: null, members: { [ADMIN]: { status: "administrator" } } });
    whole.telegram.setBot(groupId, { status: "member" }, ADMIN);
    const greeting = await whole.telegram.until("the greeting", () => whole.telegram.posts(groupId)[0]);
    expect(greeting.text).toContain("/subscribe everything");
  });

  test("a member may not subscribe the group, an administrator may", async () => {
    const refused = await whole.telegram.type(groupId, MEMBER, "/subscribe everything");
    expect(refused.text).toContain("only those who manage it");
    const done = await whole.telegram.type(groupId, ADMIN, "/subscribe everything");
    expect(done.text).toContain("Subscribed to all feeds");
  });

  test("subscribed, it gets each article once, by itself", async () => {
    const url = await publish();
    await vi.waitFor(() => expect(postsOf(url)).toHaveLength(1), WAIT);
  });

  test("a search there has pages that change in place", async () => {
    const isPage = (text: string) => text.includes("about “said”");
    const page = await whole.telegram.type(groupId, MEMBER, "/search said", { where: (each) => isPage(each.text) });
    const first = page.text;
    await whole.telegram.press(page, "More ▶", MEMBER);
    await whole.telegram.until("the second page", () => page.text !== first);
    expect(page.text).toContain("page 2");
  });

  test("the group becomes a supergroup: its subscription goes along, and news goes on there", async () => {
    await waitForQuiet();
    const old = destination();
    groupId = whole.telegram.migrate(groupId);
    await waitForPaused(destination(), null);
    expect(await whole.app.store.subscriptions.findByDestination(old)).toEqual([]);
    const url = await publish();
    await vi.waitFor(() => expect(postsOf(url)).toHaveLength(1), WAIT);
  });

  test("removed from the group, the bot sends nothing more", async () => {
    whole.telegram.setBot(groupId, { status: "kicked" }, ADMIN);
    await waitForPaused(destination(), /^gone: /);
    const url = await publish();
    expect(postsOf(url)).toEqual([]);
  });

  test("added again, what comes from then on is posted, and nothing of the time between", async () => {
    const before = whole.telegram.posts(groupId).filter((message) => message.raw.includes("<blockquote")).length;
    whole.telegram.setBot(groupId, { status: "member" }, ADMIN);
    await waitForPaused(destination(), null);
    const url = await publish();
    await vi.waitFor(() => expect(postsOf(url)).toHaveLength(1), WAIT);
    expect(whole.telegram.posts(groupId).filter((message) => message.raw.includes("<blockquote"))).toHaveLength(
      before + 1,
    );
  });
});
