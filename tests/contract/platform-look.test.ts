/** The look of posts on every platform: a template is made, seen, mended, carried by file and forgotten. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { DEFAULT_DISPLAY, EMPTY_FILTER, PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { type Message, PERMISSIONS, POSTING_PERMISSIONS } from "../helpers/discord/emulator.ts";
import { readMessage } from "../helpers/discord/shown.ts";
import { expectShown, keepCalls } from "../helpers/platform-suite.ts";
import type { HeldFile } from "../helpers/sent-file.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 4;
const LOOK = "NEWS DESK\\n{headline}\\nThey said: {quotes:no-role}\\nby {outlet} · {age}";

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
});
afterAll(async () => {
  await keepCalls(whole, "look");
  await whole.stop();
});

const subscribe = ({ destination }: Conversation) =>
  whole.app.store.subscriptions.add({
    destination,
    filter: EMPTY_FILTER,
    display: DEFAULT_DISPLAY,
    createdAt: new Date(),
    pausedReason: null,
  });

const storedLook = ({ destination }: Conversation) =>
  whole.app.store.notes.get(`template:${destination.platform}:${destination.address}`);

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("a look is shown, written, seen on a brief, and taken back", async () => {
    const who = open(platform);
    await expectShown(await who.type("/template"), "look as they do by themselves", "{headline}", "the key quotes");
    const shown = await expectShown(await who.type(`/template ${LOOK}`), "from now on", "NEWS DESK\n");
    expect(shown.text()).toContain("They said:");
    expect(shown.buttons()).toContain("Newsletter");
    await expectShown(await who.press("As before"), "as they do by themselves from now on");
    expect(await storedLook(who)).toBe("null");
    await expectShown(await who.press("Quotes"), "from now on", "{quotes}");
    await expectShown(await who.type("/template full"), "as they do by themselves from now on");
  });

  test("mistakes are named with what is meant, and one press puts them right", async () => {
    const who = open(platform);
    const shown = await expectShown(
      await who.type("/template {title} {quote} {weather}"),
      "posts stay as they are",
      "{quote} is not known; did you mean {quotes}?",
      "{title} is not known; did you mean {headline}?",
      "{weather} is not known.",
    );
    expect(await storedLook(who)).toBeNull();
    expect(shown.buttons()).toEqual(["Use it, mended"]);
    await expectShown(await who.press("Use it, mended"), "{headline} {quotes}", "Put at the end: {outlet}");
    expect(await storedLook(who)).toBe(JSON.stringify("{headline} {quotes}\n{outlet}"));
  });

  test("it goes with the file of /export, a channel with its own keeps it, and /forget takes it away", async () => {
    const who = open(platform);
    await subscribe(who);
    await expectShown(await who.type(`/template ${LOOK}`), "from now on");
    const exported = await who.type("/export");
    const file: HeldFile = await vi.waitFor(async () => {
      const found = (await exported?.file()) ?? null;
      if (found === null) throw new Error("There is no file.");
      return found;
    }, WAIT);
    const other = open(platform === "web" ? "telegram" : "web");
    await expectShown(await other.type("/import", file), "the look of the file");
    expect(await storedLook(other)).toBe(await storedLook(who));
    const third = open(platform);
    await expectShown(await third.type("/template headline"), "from now on");
    await expectShown(await third.type("/import", file), "keeps its own look");
    await who.type("/forget channel");
    await expectShown(await who.press("Forget this channel"), "Deleted for good");
    expect(await storedLook(who)).toBeNull();
  });
});

test("posts come in the look of their channel, and with buttons where it has them", async () => {
  const places = PLATFORM_NAMES.map((platform) => open(platform));
  for (const who of places) {
    // A private chat exists once its person has written.
    await expectShown(await who.type(`/template ${LOOK}`), "from now on");
    await subscribe(who);
  }
  whole.newsroom.publishNext();
  for (const who of places) {
    await vi.waitFor(async () => {
      const [post = ""] = await who.posts();
      expect(post).toContain("NEWS DESK");
      expect(post).not.toContain("Search similar");
    }, WAIT);
  }
});

test("posts come under the outlet's name where Discord lets the bot, which asks for the right and takes its webhook away", async () => {
  for (const platform of ["web", "telegram"] as const) {
    await expectShown(
      await open(platform).type("/subscribe everything sender:outlet"),
      "Only in channels of Discord servers",
    );
  }
  const who = open("discord");
  const channelId = who.destination.address;
  const webhooks = () => [...whole.discord.store.webhooks.values()].filter((each) => each.channelId === channelId);
  const faces = () => whole.discord.messages(channelId).flatMap(({ face }) => face ?? []);
  await expectShown(await who.type("/subscribe everything sender:outlet"), /“Manage Webhooks”.*channel’s settings/);
  expect(await whole.app.store.subscriptions.findByDestination(who.destination)).toEqual([]);
  whole.discord.setPermissions(channelId, POSTING_PERMISSIONS | PERMISSIONS.MANAGE_WEBHOOKS);
  await expectShown(await who.type("/subscribe everything sender:outlet"), "under the outlet’s name");
  await vi.waitFor(() => expect(faces()[0]?.name).toMatch(/\w/), WAIT);
  expect(webhooks()).toHaveLength(1);
  const exported = await who.type("/export");
  const file = await exported?.file();
  if (file === null || file === undefined) throw new Error("There is no file.");
  await expectShown(await open("web").type("/import", file), "1 of 1", "Only in channels of Discord servers");
  const other = open("discord");
  await expectShown(await other.type("/import", file), "1 of 1", /Without the permission “Manage Webhooks”/);
  const [taken] = await whole.app.store.subscriptions.findByDestination(other.destination);
  expect(taken?.display.sender).toBe("outlet");
  await expectShown(await other.type("/edit 1 sender:bot"), "Subscription 1 is now");
  await expectShown(await who.type("/unsubscribe all"), "nsubscribed");
  await vi.waitFor(() => expect(webhooks()).toEqual([]), WAIT);
});

test("a person subscribes for themselves on Discord, in a server the bot is not in, and is told when it may not write", async () => {
  const { discord } = whole;
  const guildId = discord.addGuild("Somebody else's");
  const channelId = discord.addChannel(guildId, { permissions: 0n });
  const [person, closed] = [discord.addPerson(), discord.addPerson()];
  const isUserInstalled = true;
  const use = (who: string, name: string, values = {}, where = channelId, isSo = true) =>
    discord.runCommand(where, who, name, values, { isUserInstalled: isSo });
  const done = await use(person, "subscribe", { what: "everything" });
  expect(readMessage(done)).toMatch(/For our direct messages:.*Subscribed to all feeds/s);
  const chat = [...discord.store.channels.values()].find(({ recipientId }) => recipientId === person);
  const chatId = chat?.id ?? "";
  await vi.waitFor(() => expect(discord.messages(chatId)).toHaveLength(2), WAIT);
  expect(readMessage(discord.messages(chatId)[0] as Message)).toContain("The news you subscribe to comes here");
  const list = await use(person, "subscriptions");
  expect(readMessage(list)).toContain("1 subscription");
  const paused = await discord.press(list, person, "Pause", { isUserInstalled });
  expect(readMessage(paused)).toContain("Paused: nothing more comes");
  // In the chat itself the commands are about it, and whoever writes there manages it.
  expect(readMessage(await use(person, "edit", { which: "1", silent: true }, chatId, false))).toContain("silent");
  const refused = await use(person, "subscribe", { what: "everything", sender: "outlet" });
  expect(readMessage(refused)).toContain("Only in channels of Discord servers");

  (discord.store.people.get(closed) as { isClosed?: boolean }).isClosed = true;
  const told = await use(closed, "subscribe", { what: "everything" });
  expect(readMessage(told)).toMatch(/Subscribed to all feeds.*Discord does not let me write to you yet/s);
  await vi.waitFor(
    async () => expect(readMessage(await use(closed, "subscriptions"))).toContain("takes no direct messages"),
    WAIT,
  );
  expect(discord.messages(channelId)).toEqual([]);
});

test("on the page a look is shown on a brief while it is typed, and changes nothing", async () => {
  const draft = async (line: string) => {
    const response = await fetch(`${whole.app.webUrl()}api/draft`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ room: "draft", line }),
    });
    return ((await response.json()) as { readonly reply: { text: string; posts: { layout: unknown }[] } | null }).reply;
  };
  const shown = await draft("/template They said: {quotes}");
  expect(JSON.stringify(shown?.posts[0]?.layout)).toContain('{"words":"They said:"}');
  expect(await draft("/template {quote}")).toMatchObject({ text: expect.stringContaining("{quotes}"), posts: [] });
  expect(await draft("/template")).toBeNull();
  expect(await draft("/search ferry")).toBeNull();
  expect(await whole.app.store.notes.get("template:web:draft")).toBeNull();
});
