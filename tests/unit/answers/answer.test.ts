import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAnswer } from "../../../src/answers/answer.ts";
import type { Services } from "../../../src/answers/services.ts";
import type { Command } from "../../../src/domain/command.ts";
import { type Answer, type Log, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { defineCommand } from "../../../src/typed/define-command.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";
import { WAIT } from "../../helpers/wait.ts";

const CHANNEL: Destination = { platform: "discord", address: "10" };
const ACTOR = { id: "person", isManager: false, locale: null };

const greet = defineCommand({
  name: "greet",
  summary: "Say hello",
  access: "everyone",
  options: {},
  examples: ["/greet"],
  run: async () => ({ text: "Hello" }),
});
const fail = defineCommand({
  name: "fail",
  summary: "Break",
  access: "everyone",
  options: {},
  examples: ["/fail"],
  run: async () => {
    throw new Error("no such column: secret");
  },
});

/** Only what these commands and the answer itself use. */
const toServices = (own: object): Services => ({ ...own, forChannel: () => own }) as unknown as Services;

let store: Store;
let logged: Record<string, unknown>[];
let nowMs: number;
let answer: Answer;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  logged = [];
  nowMs = NOW.getTime();
  const log: Log = { ...SILENT_LOG, error: (facts, event) => void logged.push({ ...facts, event }) };
  const commands: readonly Command[] = [greet, fail];
  const services = toServices({ store, commands });
  answer = createAnswer({ services, log, clock: () => new Date(nowMs) });
});
afterEach(() => store.close());

const say = (commandName: string, actor = ACTOR) =>
  answer.reply({ commandName, rawOptions: {}, destination: CHANNEL, actor });

test("a fault of the program is worded for the person and kept for the operator", async () => {
  const reply = await say("fail");
  expect(reply).toEqual({
    text: "Something went wrong here, and it has been written down. Please try again in a minute.",
    language: "en",
    isPrivate: true,
  });
  expect(logged).toMatchObject([{ event: "command_failed", command: "fail", reason: "no such column: secret" }]);
});

test("a flood of commands from one person is slowed, another goes on, and the minute passes", async () => {
  for (let count = 0; count < 30; count++) expect((await say("greet")).text).toBe("Hello");
  expect((await say("greet")).text).toBe("That was a lot of commands in a minute. Please wait a little.");
  expect((await say("greet", { ...ACTOR, id: "another" })).text).toBe("Hello");
  nowMs += 60_000;
  expect((await say("greet")).text).toBe("Hello");
});

test("a fifth command while four of a person's are under way is refused, another person goes on, and so does the first later", async () => {
  const ends: (() => void)[] = [];
  const slow = defineCommand({
    name: "slow",
    summary: "Take long",
    access: "everyone",
    options: {},
    examples: ["/slow"],
    run: () => new Promise((resolve) => ends.push(() => resolve({ text: "At last" }))),
  });
  const own = createAnswer({ services: toServices({ store, commands: [slow] }), log: SILENT_LOG, clock: () => NOW });
  const ask = (id: string, address = "10") =>
    own.reply({
      commandName: "slow",
      rawOptions: {},
      destination: { platform: "discord", address },
      actor: { ...ACTOR, id },
    });
  const under = Array.from({ length: 4 }, () => ask("mal"));
  await vi.waitFor(() => expect(ends).toHaveLength(4), WAIT);
  expect((await ask("mal", "11")).text).toContain("under way");
  under.push(ask("ann"), ask("ben"), ask("cas"), ask("dot"));
  await vi.waitFor(() => expect(ends).toHaveLength(8), WAIT);
  // The channel has enough now, others have not.
  expect((await ask("eve")).text).toContain("under way");
  under.push(ask("eve", "12"));
  await vi.waitFor(() => expect(ends).toHaveLength(9), WAIT);
  for (const end of ends) end();
  expect(new Set((await Promise.all(under)).map(({ text }) => text))).toEqual(new Set(["At last"]));
  const again = ask("mal");
  await vi.waitFor(() => expect(ends).toHaveLength(10), WAIT);
  ends.at(-1)?.();
  expect((await again).text).toBe("At last");
});

test("a command without buttons says that a button is old", async () => {
  const reply = await answer.press({ buttonId: "v1:greet:1", destination: CHANNEL, actor: ACTOR });
  expect(reply.text).toBe("This button is old. Please use the command again.");
});

test("a channel the bot was removed from is paused, and goes on when the bot is back", async () => {
  const subscription = await store.subscriptions.add(buildSubscription({ destination: CHANNEL }));
  await answer.left([CHANNEL]);
  expect((await store.subscriptions.find(subscription.id))?.pausedReason).toMatch(/^gone/);
  await answer.joined?.([CHANNEL]);
  expect((await store.subscriptions.find(subscription.id))?.pausedReason).toBeNull();
});

test("a channel with a new address keeps its subscriptions", async () => {
  await store.subscriptions.add(buildSubscription({ destination: CHANNEL }));
  await answer.moved(CHANNEL, { ...CHANNEL, address: "11" });
  expect(await store.subscriptions.findByDestination({ ...CHANNEL, address: "11" })).toHaveLength(1);
});

test("a command is handed what it needs of the store and the services, and nothing else", async () => {
  const handed: object[] = [];
  const needy = defineCommand({
    name: "needy",
    summary: "Keeps what it is handed",
    access: "everyone",
    needs: { store: ["feeds"], services: ["limits"] },
    options: {},
    examples: ["/needy"],
    run: async (request) => {
      handed.push(request);
      return { text: "" };
    },
  });
  const limits = { perDestinationMax: 1, perServerMax: 2 };
  const services = toServices({ store, commands: [needy], limits });
  const asked = { commandName: "needy", rawOptions: {}, destination: CHANNEL, actor: ACTOR };
  await createAnswer({ services, log: SILENT_LOG, clock: () => NOW }).reply(asked);
  expect(handed).toMatchObject([{ limits, language: "en" }]);
  expect(handed[0]).not.toHaveProperty("commands");
  expect(handed.map((request) => Object.keys((request as { store: object }).store))).toEqual([["feeds"]]);
});
