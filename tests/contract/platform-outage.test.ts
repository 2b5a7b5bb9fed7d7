/** For three hours no answer of Discord or Telegram arrives while news goes on: each post stands once in the end, and so does the digest. */

import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { deliverDue } from "../../src/delivery/deliver.ts";
import { gatherDue } from "../../src/delivery/gather.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { DEFAULT_DISPLAY, type Destination, type Display, type Subscription } from "../../src/domain/subscription.ts";
import { createDiscord } from "../../src/platforms/discord/platform.ts";
import { createTelegram } from "../../src/platforms/telegram/platform.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "../helpers/build.ts";
import { startDiscordEmulator } from "../helpers/discord/emulator.ts";
import { buildDelivering, buildPlatform } from "../helpers/fake-platform.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";
import { createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { LASTING_ENGINES, openTestStores, type TestEngine } from "../helpers/test-store.ts";
import { WAIT } from "../helpers/wait.ts";

const [PERSON, READER] = [501, 502];
const STEP_MS = 5 * 60_000;
/** An article an hour. */
const STEPS_PER_ARTICLE = 12;
const [STEPS_BEFORE, STEPS_AWAY] = [12, 36];
const DRAIN_STEP_MS = 5_000;
const FOREVER = 1_000_000;
/** In the middle of the outage. */
const DIGEST_AT = "08:00";
const START = new Date("2026-11-30T06:00:00Z");
const DIGEST_MOMENT = new Date("2026-11-30T08:00:00Z");
const NEXT_DIGEST = new Date("2026-12-01T08:00:00Z");
const MARK = /no\d\dx/g;

// The emulators, and what a lost post is looked for by, go by the same time.
beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: START }));
afterEach(() => void vi.useRealTimers());

async function openWorld(open: ReturnType<typeof openTestStores>["open"]) {
  const [store, discord, telegram] = await Promise.all([
    open(),
    startDiscordEmulator({ messageLimit: { count: 1_000, windowMs: 100 } }),
    startTelegramEmulator(),
  ]);
  const clock = (): Date => new Date();
  const given = { commands: [], log: SILENT_LOG, clock };
  const onDiscord = createDiscord({ ...given, token: discord.token, apiUrl: discord.apiUrl });
  const onTelegram = createTelegram({ ...given, token: telegram.token, apiUrl: telegram.url });
  onTestFinished(async () => {
    await Promise.all([onDiscord.stop(), onTelegram.stop()]);
    await Promise.all([discord.close(), telegram.stop()]);
  });
  const guild = discord.addGuild();
  const channels = [discord.addChannel(guild, { name: "harbor" }), discord.addChannel(guild, { name: "daily" })];
  await Promise.all([onDiscord.start(createFakeAnswer()), onTelegram.start(createFakeAnswer())]);
  // Since a message of theirs came, it is known where the next one must stand.
  for (const person of [PERSON, READER]) await telegram.type(person, person, "/latest");
  await store.feeds.save([buildFeed()], clock());
  const daily: Display = { ...DEFAULT_DISPLAY, rhythm: "daily", digestAt: DIGEST_AT };
  const wanted: readonly (readonly [Destination, Display])[] = [
    [{ platform: "discord", address: channels[0] ?? "" }, DEFAULT_DISPLAY],
    [{ platform: "discord", address: channels[1] ?? "" }, daily],
    [{ platform: "telegram", address: String(PERSON) }, DEFAULT_DISPLAY],
    [{ platform: "telegram", address: String(READER) }, daily],
  ];
  const subscriptions: Subscription[] = [];
  for (const [destination, display] of wanted)
    subscriptions.push(await store.subscriptions.add(buildSubscription({ destination, display })));
  const platforms = new Map([
    ["discord" as const, onDiscord],
    ["telegram" as const, onTelegram],
  ]);
  const dependencies = buildDelivering(
    { store, platform: buildPlatform(), clock },
    { platforms, lastSentAt: new Map() },
  );
  const [marks, gathered]: [string[], string[]] = [[], []];

  async function publish(): Promise<void> {
    const mark = `no${String(marks.length).padStart(2, "0")}x`;
    const digestAt = clock() < DIGEST_MOMENT ? DIGEST_MOMENT : NEXT_DIGEST;
    marks.push(mark);
    if (digestAt === DIGEST_MOMENT) gathered.push(mark);
    const url = `http://127.0.0.1:9/${mark}`;
    const article = buildArticle({ url, canonicalUrl: url, title: `News ${mark}`, text: `Text of ${mark}.` });
    const recipients = subscriptions.map(({ id, destination, display }) => ({
      ...{ subscriptionId: id, destination },
      waitsUntil: display.rhythm === "daily" ? digestAt : null,
    }));
    await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients, now: clock() }));
  }

  async function go(ms: number): Promise<void> {
    vi.setSystemTime(Date.now() + ms);
    do await gatherDue(dependencies, 10);
    while ((await deliverDue(dependencies, 10)) > 0);
  }

  return {
    ...{ discord, telegram, store, marks, gathered },
    async pass(steps: number): Promise<void> {
      for (let step = 0; step < steps; step += 1) {
        if (step % STEPS_PER_ARTICLE === 0) await publish();
        await go(STEP_MS);
      }
    },
    /** Until nothing is owed: a chat takes one post a second, by a clock that nobody moves. */
    drain: () =>
      vi.waitFor(async () => {
        await go(DRAIN_STEP_MS);
        expect(await store.outbox.count()).toMatchObject({ pending: 0, uncertain: 0, failed: 0 });
      }, WAIT),
    /** The articles told of in each place, in the order in which they stand there. */
    listShown: (): readonly (readonly string[])[] =>
      [
        ...channels.map((id) => discord.messages(id).map(({ embeds }) => JSON.stringify(embeds))),
        ...[PERSON, READER].map((id) => telegram.posts(id).map(({ raw }) => raw)),
      ].map((posts) => posts.flatMap((post) => [...new Set(post.match(MARK) ?? [])])),
  };
}

describe.each<TestEngine>(LASTING_ENGINES)("three hours without an answer on $name", (engine) => {
  const stores = openTestStores(engine);
  afterAll(stores.closeAll);

  test("posts arrive, every answer is lost: nothing is lost or comes twice, and no post takes another's place", async () => {
    const world = await openWorld(stores.open);
    await world.pass(STEPS_BEFORE);
    world.discord.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true, times: FOREVER });
    world.telegram.fault({ kind: "lost", method: "sendMessage", times: FOREVER });
    await world.pass(STEPS_AWAY);
    world.discord.heal();
    world.telegram.clearFaults();
    await world.drain();

    const { marks, gathered } = world;
    expect(world.listShown().map((each) => [...each].sort())).toEqual([marks, gathered, marks, gathered]);
  });
});
