/** Forums, announcement channels, threads and shards on Discord, through the real client. */

import { expect, onTestFinished, test, vi } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { createDiscord } from "../../src/platforms/discord/platform.ts";
import { buildDigest, buildEntry } from "../helpers/build-digest.ts";
import { startBot, startBotWithChannel, toDelivery, toPlace } from "../helpers/discord/bot.ts";
import { type DiscordEmulator, PERMISSIONS, POSTING_PERMISSIONS } from "../helpers/discord/emulator.ts";
import { buildPost, createFakeAnswer, SAMPLE_COMMANDS } from "../helpers/discord/samples.ts";
import { readShown } from "../helpers/discord/shown.ts";
import { WAIT } from "../helpers/wait.ts";

const MINUTE_MS = 60_000;

test("in a forum each article is a post of its own, tagged by its topics", async () => {
  const { emulator, platform, place } = await startBotWithChannel({
    type: "forum",
    tags: ["World", "Sport", { name: "Harbor", isModerated: true }],
    isTagRequired: true,
  });
  const tagOf = (name: string) => emulator.store.channels.get(place.address)?.tags.find((tag) => tag.name === name)?.id;

  const sent = await platform.send(place, buildPost({ topics: ["sport", "harbor"] }), toDelivery(1));
  await platform.send(place, buildPost({ headline: "x".repeat(101), topics: [] }), toDelivery(2));

  const [first, second] = emulator.threads(place.address);
  expect(sent).toEqual({ outcome: "sent", messageId: first?.id });
  expect(first).toMatchObject({
    name: "Brinmouth votes to rebuild its storm-damaged pier",
    appliedTags: [tagOf("Sport")],
  });
  expect(second).toMatchObject({ name: `${"x".repeat(99)}…`, appliedTags: [tagOf("World")] });
  expect(emulator.messages(first?.id ?? "")[0]?.embeds[0]?.url).toBe("https://harborwire.example/pier");
});

test("a digest in a forum is tagged by the topics it has", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum", tags: ["World", "Sport", "Local"] });
  const tagOf = (name: string) => emulator.store.channels.get(place.address)?.tags.find((tag) => tag.name === name)?.id;
  const groups = ["local", null, "sport"].map((topic, index) => ({ topic, entries: [buildEntry(index)] }));
  await platform.send(place, buildDigest(3, { groups }), toDelivery(1));
  expect(emulator.threads(place.address)[0]?.appliedTags).toEqual([tagOf("Sport"), tagOf("Local")]);
});

test("a forum made a moment ago is asked about, not given up", async () => {
  const { emulator, platform, guild } = await startBot();
  const forum = emulator.addChannel(guild, { type: "forum" });
  expect(await platform.send(toPlace(forum), buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(emulator.threads(forum)).toHaveLength(1);
});

test("a forum post is edited in its thread", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
  const sent = await platform.send(place, buildPost(), toDelivery(1));
  if (sent.outcome !== "sent") throw new Error(sent.reason);

  await platform.edit(place, sent.messageId, buildPost({ headline: "Corrected" }));

  expect(emulator.messages(sent.messageId).map((message) => message.embeds[0]?.title)).toEqual(["Corrected"]);
});

test.each([
  ["an error 500", { kind: "status", status: 500 }],
  ["a cut connection", { kind: "reset" }],
] as const)("a forum post stored before %s is found by its title, as forums know no nonce", async (_, fault) => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
  emulator.inject("POST /channels/:channel/threads", { ...fault, isStored: true });

  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(emulator.threads(place.address)).toHaveLength(1);
});

test("a late look for a forum post that cannot be made does not risk a second one", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
  const firstSentAt = new Date(Date.now() - 5 * MINUTE_MS);
  emulator.inject("GET /guilds/:guild/threads/active", { kind: "status", status: 503, times: 3 });
  expect(await platform.send(place, buildPost(), toDelivery(1), { firstSentAt })).toMatchObject({ outcome: "retry" });
  expect(emulator.threads(place.address)).toEqual([]);
});

const countPublished = (emulator: DiscordEmulator, channel: string): number =>
  emulator.messages(channel).filter((message) => message.isCrossposted).length;

test("a post in an announcement channel is published to its followers, once", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "announcement" });
  const sent = await platform.send(place, buildPost(), toDelivery(1));
  expect(sent).toMatchObject({ outcome: "sent", isForFollowers: true });
  const messageId = sent.outcome === "sent" ? sent.messageId : "";
  expect(await platform.crosspost?.(place, messageId)).toMatchObject({ outcome: "sent" });
  expect(countPublished(emulator, place.address)).toBe(1);
  // Again, as after a crash: Discord says that it is published, and so do we.
  expect(await platform.crosspost?.(place, messageId)).toMatchObject({ outcome: "sent" });
  expect(countPublished(emulator, place.address)).toBe(1);
});

test("a post found again minutes later is owed to followers, too; one in another channel is not", async () => {
  let now = Date.now();
  const { emulator, platform, place } = await startBotWithChannel(
    { type: "announcement" },
    { dependencies: { clock: () => new Date(now) } },
  );
  emulator.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true });
  await platform.send(place, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  now += 3 * MINUTE_MS;
  const found = await platform.send(place, buildPost(), toDelivery(1));
  expect(found).toMatchObject({ outcome: "sent", isForFollowers: true });
  expect(emulator.messages(place.address)).toHaveLength(1);
  const { platform: other, place: plain } = await startBotWithChannel({});
  expect(await other.send(plain, buildPost(), toDelivery(2))).not.toHaveProperty("isForFollowers");
});

test.each([
  ["asks for a pause", { kind: "status", status: 429 }],
  ["fails", { kind: "status", status: 500, times: 4 }],
  ["hangs up", { kind: "reset", times: 4 }],
] as const)("publishing while Discord %s is to be tried again", async (_, fault) => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "announcement" });
  const sent = await platform.send(place, buildPost(), toDelivery(1));
  emulator.inject("POST /channels/:channel/messages/:message/crosspost", fault);
  const messageId = sent.outcome === "sent" ? sent.messageId : "";
  expect(await platform.crosspost?.(place, messageId)).toMatchObject({ outcome: "retry" });
});

test("a thread takes posts and commands like a channel", async () => {
  const { emulator, platform, answer, guild, channel, person } = await startBot();
  const thread = emulator.addChannel(guild, { parentId: channel });
  await platform.send(toPlace(thread), buildPost(), toDelivery(1));
  await emulator.runCommand(thread, person, "/search", { words: "pier" });
  expect(emulator.messages(thread)).toHaveLength(1);
  expect(answer.invocations[0]?.destination.address).toBe(thread);
});

test("in direct messages answers are plain, and one manages one's own", async () => {
  const { emulator, answer, person } = await startBot();
  const dm = emulator.addChannel(null);
  const reply = await emulator.runCommand(dm, person, "/search", { words: "pier" });
  expect(reply.isEphemeral).toBe(false);
  expect(answer.invocations[0]).toMatchObject({ destination: { address: dm }, actor: { isManager: true } });
  await emulator.runCommand(dm, person, "/subscriptions");
  expect(answer.invocations[1]).toMatchObject({ destination: { address: dm }, actor: { isManager: true } });
});

test("more shards are started when Discord asks for them, and each server's events arrive", async () => {
  const { emulator, answer, person } = await startBot({ emulator: { shardCount: 2 } });
  expect(emulator.gateway.sessions.map((session) => session.shard)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  for (let count = 1; count <= 3; count += 1) {
    const channel = emulator.addChannel(emulator.addGuild());
    await emulator.runCommand(channel, person, "/search", { words: "pier" });
    expect(answer.invocations).toHaveLength(count);
  }
});

test("a busy channel's limit is kept without a single refusal", async () => {
  const { emulator, platform, channel, here } = await startBot({
    emulator: { messageLimit: { count: 3, windowMs: 300 } },
  });
  const sends = Array.from({ length: 7 }, (_, index) =>
    platform.send(here, buildPost({ url: `https://harborwire.example/${index}` }), toDelivery(index + 1)),
  );
  expect((await Promise.all(sends)).map((result) => result.outcome)).toEqual(Array(7).fill("sent"));
  expect(emulator.messages(channel)).toHaveLength(7);
  expect(emulator.calls.filter((call) => call.path === `/channels/${channel}/messages`)).toHaveLength(7);
});

test("a server that lets the bot in again is reported with its channels", async () => {
  const { emulator, answer, guild, channel } = await startBot();
  emulator.removeGuild(guild);
  await vi.waitFor(() => expect(answer.departed).toHaveLength(1), WAIT);
  emulator.returnToGuild(guild);
  await vi.waitFor(() => expect(answer.arrived).toEqual([{ platform: "discord", address: channel }]), WAIT);
});

test("a channel that refused the bot and lets it post again is reported", async () => {
  const { emulator, platform, answer, place } = await startBotWithChannel({ permissions: PERMISSIONS.VIEW_CHANNEL });
  for (let time = 0; time < 3; time += 1) await platform.send(place, buildPost(), toDelivery(1));
  expect(answer.arrived).toEqual([]);
  emulator.setPermissions(place.address, POSTING_PERMISSIONS);
  await vi.waitFor(() => expect(answer.arrived).toEqual([place]), WAIT);
  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
});

test("a thread that was locked for the night is held, and reported when it is unlocked", async () => {
  const { emulator, platform, answer, guild, channel } = await startBot();
  const thread = emulator.addChannel(guild, { parentId: channel, isLocked: true });
  const place = { platform: "discord", address: thread } as const;
  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "forbidden" });
  emulator.setLocked(thread, false);
  await vi.waitFor(() => expect(answer.arrived).toEqual([place]), WAIT);
  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
});

test("somebody who installed the bot for themselves gets answers where the bot is not", async () => {
  const { emulator, answer, guild, channel, person } = await startBot();
  emulator.removeGuild(guild);
  await vi.waitFor(() => expect(answer.departed).toHaveLength(1), WAIT);
  const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" }, { isUserInstalled: true });
  expect(reply.content).toBe("You used search.");
  expect(reply.isEphemeral).toBe(true);
});

test("a post carries the buttons its commands offer, and a link to the article", async () => {
  const commands = SAMPLE_COMMANDS.map((command) =>
    command.name === "search"
      ? { ...command, postButton: "Search similar", press: () => Promise.resolve({ text: "" }) }
      : command,
  );
  const { emulator, platform, answer, channel, person, here } = await startBot({ dependencies: { commands } });
  await platform.send(here, buildPost(), toDelivery(1));
  await platform.send(here, buildPost(), toDelivery(2), { isCompact: true });

  const [post, compact] = emulator.messages(channel);
  if (post === undefined) throw new Error("no post");
  expect(post.components[0]?.components.map((button) => [button.label, button.custom_id ?? button.url])).toEqual([
    ["Search similar", "v1:search:article:7"],
    ["Read the article", "https://harborwire.example/pier"],
  ]);
  expect(compact?.components).toEqual([]);
  await emulator.press(post, person, "Search similar");
  expect(answer.presses[0]?.buttonId).toBe("v1:search:article:7");
});

test("subscribing where embeds are not allowed says how posts will look", async () => {
  const { emulator, channel, person } = await startBot({
    prepare: (started, _, first) => {
      started.setPermissions(first, POSTING_PERMISSIONS & ~PERMISSIONS.EMBED_LINKS);
    },
  });
  const reply = await emulator.runCommand(channel, person, "/subscribe", { feed: "x" });
  expect(readShown(reply.content).text).toBe(
    "You used subscribe.\nWithout the permission “Embed Links” posts come as plain text here.",
  );
});

test("of two processes of one bot only one answers, and neither complains", async () => {
  const { emulator, answer, channel, person } = await startBot();
  const other = createFakeAnswer();
  const second = createDiscord({
    token: emulator.token,
    apiUrl: emulator.apiUrl,
    commands: SAMPLE_COMMANDS,
    log: { ...SILENT_LOG, error: (facts, event) => expect([facts, event]).toEqual([]) },
    clock: () => new Date(),
  });
  onTestFinished(() => second.stop());
  await second.start(other);

  for (let count = 1; count <= 3; count += 1) {
    const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" });
    expect(reply.content).toBe("You used search.");
    await vi.waitFor(() => {
      expect(emulator.calls.filter((call) => call.path.includes("/callback"))).toHaveLength(2 * count);
    }, WAIT);
    expect(answer.invocations.length + other.invocations.length).toBe(count);
  }
});
