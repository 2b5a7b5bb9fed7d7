/** The bot's own commands on Discord, from the slash command to the stored brief and back. */

import { expect, onTestFinished, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { createAnswer } from "../../src/answers/answer.ts";
import type { ChannelServices, Services } from "../../src/answers/services.ts";
import { toTransferFile } from "../../src/answers/transfer.ts";
import { composePost } from "../../src/delivery/compose.ts";
import { deliverDue } from "../../src/delivery/deliver.ts";
import type { StoredBrief } from "../../src/domain/article.ts";
import type { Command } from "../../src/domain/command.ts";
import { type Platform, SILENT_LOG } from "../../src/domain/platform.ts";
import { createDiscord } from "../../src/platforms/discord/platform.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import { buildArticle, buildFeed, buildPublication } from "../helpers/build.ts";
import { closeAfterTest } from "../helpers/discord/bot.ts";
import type { OptionInput } from "../helpers/discord/command-rules.ts";
import { type DiscordEmulator, startDiscordEmulator } from "../helpers/discord/emulator.ts";
import { readMessage } from "../helpers/discord/shown.ts";
import { openMemoryStore } from "../helpers/test-store.ts";

const BRIEFS = 7;
const clock = () => new Date();
const toPost = (stored: StoredBrief) => composePost(stored, { languageShown: null });

async function startTalk() {
  const emulator = await startDiscordEmulator({ messageLimit: { count: 100, windowMs: 1000 } });
  closeAfterTest(emulator);
  const store = await openMemoryStore();
  onTestFinished(() => store.close());
  await store.feeds.save([buildFeed()], clock());
  for (let count = 1; count <= BRIEFS; count += 1) {
    const url = `https://harborwire.example/ferry/${count}`;
    const article = buildArticle({
      url,
      canonicalUrl: url,
      title: `Ferry ${count} stops for a week`,
      publishedAt: clock(),
      fetchedAt: clock(),
    });
    await store.articles.publish(buildPublication({ article, now: clock() }));
  }
  const ownServices: ChannelServices = {
    store,
    commands: COMMANDS,
    limits: { perDestinationMax: 10, perServerMax: 100 },
    offers: { wholeText: false, model: null },
    emptyPlace: () => {},
    linkTo: () => null,
    toPosts: (stored) => Promise.resolve(stored.map(toPost)),
    readBrief: async () =>
      toPost((await store.articles.latest({ feedIds: [], topics: [], limit: 1, offset: 0 })).briefs[0] as StoredBrief),
    findFeeds: () => Promise.resolve([]),
    findUnreadable: () => Promise.resolve([]),
    findSeenEntry: () => Promise.resolve(null),
    addFeed: (feed) => Promise.resolve(feed),
    addFeedAt: () => Promise.reject(new Error("not asked")),
    findBlock: () => null,
    readTransfer: () =>
      Promise.resolve({
        subscriptions: [],
        unreadCount: 0,
        template: null,
        isTemplateUnread: false,
        translation: null,
      }),
    readTransferFile: () =>
      Promise.resolve({
        subscriptions: [],
        unreadCount: 0,
        template: null,
        isTemplateUnread: false,
        translation: null,
      }),
    toTransferFile,
    listCardQuotes: () => Promise.resolve([]),
    makeCard: () => Promise.resolve({ outcome: "not-installed" }),
  };
  const services: Services = { ...ownServices, forChannel: () => ownServices };
  const channel = emulator.addChannel(emulator.addGuild());
  const person = emulator.addPerson();
  const connect = async (): Promise<Platform> => {
    const platform = createDiscord({
      token: emulator.token,
      apiUrl: emulator.apiUrl,
      commands: COMMANDS,
      log: SILENT_LOG,
      clock,
      notes: store.notes,
    });
    onTestFinished(() => platform.stop());
    await platform.start(createAnswer({ services, log: SILENT_LOG, clock }));
    return platform;
  };
  return { emulator, store, channel, person, connect };
}

/** An example as a person would fill it into Discord's fields. */
function toFields(command: Command, example: string): Record<string, OptionInput> {
  const typed = readTypedCommand(example, null);
  const entries = Object.entries(readArguments(command, typed?.rest ?? ""));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const type = command.options[name]?.field.type;
      return [name, type === "integer" ? Number(value) : type === "boolean" ? value === "yes" : String(value)];
    }),
  );
}

const EXAMPLES = COMMANDS.flatMap((command) => command.examples.map((example) => [example, command] as const));

test("every example is answered with something to read", async () => {
  const { emulator, channel, person, connect } = await startTalk();
  await connect();
  for (const [example, command] of EXAMPLES) {
    const reply = await emulator.runCommand(channel, person, command.name, toFields(command, example));
    expect([example, readMessage(reply)]).toEqual([example, expect.stringMatching(/\S/)]);
    expect(readMessage(reply)).not.toContain("Something went wrong");
    expect(reply.isEphemeral).toBe(true);
  }
});

test("subscribing sends the newest brief, and its quotes lead to their place", async () => {
  const { emulator, store, channel, person, connect } = await startTalk();
  const platform = await connect();
  const reply = await emulator.runCommand(channel, person, "/subscribe", { what: "everything" });
  await deliverDue(
    {
      store,
      platforms: new Map([["discord", platform]]),
      language: "en",
      inDoubt: { web: "resend", discord: "resend", telegram: "skip" },
      owner: "test",
      clock,
      log: SILENT_LOG,
    },
    10,
  );
  expect(readMessage(reply)).toContain("Subscribed to all feeds");
  const posts = emulator.messages(channel);
  expect(posts).toHaveLength(1);
  expect(posts[0]?.embeds[0]?.description).toContain(
    "> Safety comes first.\n— Ada Lindqvist · [in the article](https://",
  );
  expect(posts[0]?.embeds[0]?.description).toContain("#:~:text=Safety");
});

async function searchAndTurn(
  emulator: DiscordEmulator,
  channel: string,
  person: string,
  between: () => Promise<unknown>,
) {
  const first = await emulator.runCommand(channel, person, "/search", { words: "ferry" });
  const shown = readMessage(first);
  await between();
  return { first: shown, second: readMessage(await emulator.press(first, person, "More ▶")) };
}

test("a page of a search is turned even after a restart", async () => {
  const { emulator, channel, person, connect } = await startTalk();
  const platform = await connect();
  const { first, second } = await searchAndTurn(emulator, channel, person, async () => {
    await platform.stop();
    await connect();
  });
  const titles = (text: string): readonly string[] => text.match(/Ferry \d+ stops/g) ?? [];
  expect(titles(first)).toHaveLength(5);
  expect(titles(second)).toHaveLength(BRIEFS - 5);
  expect(new Set([...titles(first), ...titles(second)]).size).toBe(BRIEFS);
  expect(emulator.store.registrationCount).toBe(1);
});

test("what a person does wrong is answered with a sentence", async () => {
  const { emulator, channel, person, connect } = await startTalk();
  await connect();
  const reply = await emulator.runCommand(channel, person, "/search", { feed: "nope", words: "ferry" });
  expect(readMessage(reply)).toContain("nope");
  expect(reply.isEphemeral).toBe(true);
});
