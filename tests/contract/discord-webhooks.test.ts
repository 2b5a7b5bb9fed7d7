/** Posts under the outlet's name on Discord: through a webhook that is made, reused, given up and removed. */

import { expect, test } from "vitest";
import type { SendOptions } from "../../src/domain/platform.ts";
import type { Sender } from "../../src/domain/subscription.ts";
import { startBotWithChannel, toDelivery, toPlace } from "../helpers/discord/bot.ts";
import { apiFault, PERMISSIONS, POSTING_PERMISSIONS } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";

const EXECUTE = "POST /webhooks/:application/:token";
const ALL = POSTING_PERMISSIONS | PERMISSIONS.MANAGE_WEBHOOKS;
const WIRE: SendOptions = { outlet: { name: "Harbor Wire", pictureUrl: "https://harborwire.example/logo.png" } };

/** Notes as a store keeps them, for as long as a test lasts. */
function createNotes() {
  const values = new Map<string, string>();
  return {
    values,
    get: async (name: string) => values.get(name) ?? null,
    set: async (name: string, value: string) => void values.set(name, value),
  };
}

/** A bot in a channel of that kind where it may manage webhooks. */
const start = (
  options: Parameters<typeof startBotWithChannel>[0] = {},
  more: Parameters<typeof startBotWithChannel>[1] = {},
) => startBotWithChannel({ permissions: ALL, ...options }, more);

const faces = (messages: readonly { readonly face?: { readonly name: string } }[]) =>
  messages.map(({ face }) => face?.name ?? null);

test("posts come under the outlet's name and picture, through one webhook of the channel", async () => {
  const { emulator, platform, place, person, answer } = await start();
  await Promise.all(
    ["Harbor Wire", "Ridge Post"].map((name, index) =>
      platform.send(place, buildPost(), toDelivery(index), { outlet: { name, pictureUrl: null } }),
    ),
  );
  await platform.send(place, buildPost(), toDelivery(3), WIRE);
  await platform.send(place, buildPost(), toDelivery(4));
  const messages = emulator.messages(place.address);
  expect(faces(messages).sort()).toEqual(["Harbor Wire", "Harbor Wire", "Ridge Post", null].sort());
  expect(messages[2]?.face?.avatarUrl).toBe("https://harborwire.example/logo.png");
  expect(messages[2]?.embeds[0]?.author?.name).toBe("Harbor Wire");
  expect([...emulator.store.webhooks.values()].map(({ name }) => name)).toEqual(["pullquote"]);
  expect(messages.every(({ pings }) => pings.length === 0)).toBe(true);
  const custom = messages[2]?.components[0]?.components.find((each) => each.custom_id !== undefined);
  if (messages[2] !== undefined && custom !== undefined) await emulator.press(messages[2], person, custom.label ?? "");
  expect(answer.presses).toHaveLength(custom === undefined ? 0 : 1);
});

test("a webhook of an earlier run is used again, those of people and other programs are not", async () => {
  const { emulator, platform, place } = await start();
  const own = { id: "1299999999999999999", token: "own", channelId: place.address, name: "news" };
  const others = { ...own, id: "1299999999999999998", token: "theirs", applicationId: null };
  emulator.store.webhooks.set(others.id, others);
  emulator.store.webhooks.set(own.id, { ...own, applicationId: emulator.botId });
  await platform.send(place, buildPost(), toDelivery(1), WIRE);
  expect(emulator.messages(place.address)[0]?.face?.webhookId).toBe(own.id);
  expect(emulator.store.webhooks.size).toBe(2);
});

test.each([
  ["an error 500", { kind: "status", status: 500 }],
  ["no answer at all", { kind: "hang" }],
  ["a cut connection", { kind: "reset" }],
] as const)("an outlet's post stored before %s is found in the channel, and not posted again", async (_, fault) => {
  const { emulator, platform, place } = await start({}, { dependencies: { requestTimeoutMs: 150 } });
  emulator.inject(EXECUTE, { ...fault, isStored: true });
  expect(await platform.send(place, buildPost(), toDelivery(1), WIRE)).toMatchObject({
    outcome: "retry",
    isInDoubt: true,
  });
  const again = await platform.send(place, buildPost(), toDelivery(1), WIRE);
  expect(again).toEqual({ outcome: "sent", messageId: emulator.messages(place.address)[0]?.id });
  expect(emulator.messages(place.address)).toHaveLength(1);
});

test("killed at the send, the outlet's post is looked for at once, for it has no nonce; one that never left goes", async () => {
  const { emulator, platform, place } = await start();
  const firstSentAt = new Date();
  const sent = await platform.send(place, buildPost(), toDelivery(1), WIRE);
  expect(await platform.send(place, buildPost(), toDelivery(1), { ...WIRE, firstSentAt })).toEqual(sent);
  const other = buildPost({ url: "https://harborwire.example/other" });
  expect(await platform.send(place, other, toDelivery(2), { ...WIRE, firstSentAt })).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(place.address)).toHaveLength(2);
  // Without the history nobody can tell: rather none than two.
  emulator.setPermissions(place.address, ALL & ~PERMISSIONS.READ_MESSAGE_HISTORY);
  await expect
    .poll(() => platform.send(place, buildPost(), toDelivery(3), { ...WIRE, firstSentAt }))
    .toMatchObject({ outcome: "refused", reason: expect.stringContaining("may have arrived") });
});

test("in a forum each post is the webhook's own thread, tagged, found again and edited there", async () => {
  const { emulator, platform, place } = await start({ type: "forum", tags: ["politics"], isTagRequired: true });
  emulator.inject(EXECUTE, { kind: "reset", isStored: true });
  const post = buildPost({ topics: ["politics"] });
  await platform.send(place, post, toDelivery(1), WIRE);
  const again = await platform.send(place, post, toDelivery(1), WIRE);
  const [thread, ...more] = emulator.threads(place.address);
  expect(more).toEqual([]);
  expect(again).toEqual({ outcome: "sent", messageId: thread?.id });
  expect(thread?.appliedTags).toHaveLength(1);
  await platform.edit(place, thread?.id ?? "", { ...post, headline: "The pier stays" }, WIRE);
  expect(emulator.messages(thread?.id ?? "")).toMatchObject([{ face: { name: "Harbor Wire" }, editCount: 1 }]);
});

test("a thread gets its posts by the webhook of its channel, also when it is archived", async () => {
  const { emulator, platform, guild, place } = await start();
  const thread = emulator.addChannel(guild, { parentId: place.address, permissions: ALL, isArchived: true });
  expect(await platform.send(toPlace(thread), buildPost(), toDelivery(1), WIRE)).toMatchObject({ outcome: "sent" });
  expect(faces(emulator.messages(thread))).toEqual(["Harbor Wire"]);
  expect([...emulator.store.webhooks.values()][0]?.channelId).toBe(place.address);
});

test("in an announcement channel it takes the right to publish others' messages", async () => {
  const { emulator, platform, guild, place } = await start({ type: "announcement" });
  const permissions = ALL | PERMISSIONS.MANAGE_MESSAGES;
  const other = toPlace(emulator.addChannel(guild, { type: "announcement", permissions }));
  for (const each of [place, other]) {
    const sent = await platform.send(each, buildPost(), toDelivery(1), WIRE);
    const messageId = sent.outcome === "sent" ? sent.messageId : "";
    expect(await platform.crosspost?.(each, messageId)).toMatchObject({ outcome: "sent" });
  }
  expect(faces([...emulator.messages(place.address), ...emulator.messages(other.address)])).toEqual([
    null,
    "Harbor Wire",
  ]);
});

test("a correction finds the post, whoever it came under and whoever is wished for now", async () => {
  const { emulator, platform, place } = await start();
  const own = await platform.send(place, buildPost(), toDelivery(1));
  const outlets = await platform.send(place, buildPost(), toDelivery(2), WIRE);
  const changed = buildPost({ headline: "The pier stays" });
  for (const [sent, options] of [
    [own, WIRE],
    [outlets, WIRE],
    [outlets, {}],
    [own, {}],
  ] as const) {
    const messageId = sent.outcome === "sent" ? sent.messageId : "";
    expect(await platform.edit(place, messageId, changed, options)).toMatchObject({ outcome: "sent" });
  }
  expect(emulator.messages(place.address).map(({ editCount }) => editCount)).toEqual([2, 2]);
  emulator.store.webhooks.clear();
  const messageId = outlets.outcome === "sent" ? outlets.messageId : "";
  expect(await platform.edit(place, messageId, changed, WIRE)).toMatchObject({ outcome: "refused" });
});

test("a deleted webhook is made anew, and without the right posts come under the bot's own name", async () => {
  const { emulator, platform, place } = await start();
  await platform.send(place, buildPost(), toDelivery(1), WIRE);
  emulator.store.webhooks.clear();
  await platform.send(place, buildPost(), toDelivery(2), WIRE);
  expect(emulator.store.webhooks.size).toBe(1);
  emulator.store.webhooks.clear();
  emulator.setPermissions(place.address, POSTING_PERMISSIONS, { isQuiet: true });
  await platform.send(place, buildPost(), toDelivery(3), WIRE);
  expect(faces(emulator.messages(place.address))).toEqual(["Harbor Wire", "Harbor Wire", null]);
});

test("a channel full of webhooks, and a name or picture Discord refuses, cost no post", async () => {
  const { emulator, platform, guild, place } = await start();
  emulator.inject(EXECUTE, { ...apiFault(400, 50035) });
  await platform.send(place, buildPost(), toDelivery(1), WIRE);
  expect(faces(emulator.messages(place.address))).toEqual(["pullquote"]);
  const full = toPlace(emulator.addChannel(guild, { permissions: ALL }));
  for (let index = 0; index < 15; index += 1) {
    const id = `12888888888888888${index + 10}`;
    emulator.store.webhooks.set(id, { id, token: id, channelId: full.address, name: "x", applicationId: null });
  }
  expect(await platform.send(full, buildPost(), toDelivery(2), WIRE)).toMatchObject({ outcome: "sent" });
  expect(faces(emulator.messages(full.address))).toEqual([null]);
  const direct = toPlace(emulator.addChannel(null));
  expect(await platform.send(direct, buildPost(), toDelivery(3), WIRE)).toMatchObject({ outcome: "sent" });
});

test("the webhook goes when nobody asks for it any more, and stays while its posts may be corrected", async () => {
  const notes = createNotes();
  let now = Date.now();
  let senders: readonly Sender[] = ["outlet"];
  const answer = { listSenders: async () => senders };
  const dependencies = { notes, clock: () => new Date(now) };
  const { emulator, platform, place, person } = await start({}, { answer, dependencies });
  const command = () => emulator.runCommand(place.address, person, "subscriptions");
  await platform.send(place, buildPost(), toDelivery(1), WIRE);
  await command();
  senders = ["bot"];
  await command();
  expect(emulator.store.webhooks.size).toBe(1);
  now += 49 * 60 * 60 * 1000;
  await command();
  await expect.poll(() => emulator.store.webhooks.size).toBe(0);
  senders = ["outlet"];
  await platform.send(place, buildPost(), toDelivery(2), WIRE);
  senders = [];
  await command();
  await expect.poll(() => emulator.store.webhooks.size).toBe(0);
  expect(notes.values.get(`discord.webhooks.${emulator.botId}`)).toBe("{}");
});

test("what a crash left behind is removed at the next start", async () => {
  const notes = createNotes();
  const answer = { listSenders: async (): Promise<readonly Sender[]> => [] };
  const { emulator } = await startBotWithChannel(
    { permissions: ALL },
    {
      answer,
      dependencies: { notes },
      prepare(prepared, _guild, channel) {
        prepared.setPermissions(channel, ALL, { isQuiet: true });
        const left = { id: "1277777777777777777", token: "left", channelId: channel, name: "pullquote" };
        prepared.store.webhooks.set(left.id, { ...left, applicationId: prepared.botId });
        void notes.set(`discord.webhooks.${prepared.botId}`, JSON.stringify({ [channel]: { [channel]: null } }));
      },
    },
  );
  await expect.poll(() => emulator.store.webhooks.size).toBe(0);
});

test("more than thirty a minute wait their turn, without a refusal of Discord's", async () => {
  const { emulator, platform, place } = await start();
  emulator.store.webhooks.set("1266666666666666666", {
    id: "1266666666666666666",
    token: "own",
    channelId: place.address,
    name: "pullquote",
    applicationId: emulator.botId,
  });
  const { createPace } = await import("../../src/platforms/discord/webhooks/pace.ts");
  let now = 0;
  const pace = createPace(() => now);
  expect(Array.from({ length: 31 }, () => pace.take("1")).filter((wait) => wait > 0)).toEqual([60_000]);
  expect(pace.take("2")).toBe(0);
  now = 60_001;
  expect(pace.take("1")).toBe(0);
  expect(await platform.send(place, buildPost(), toDelivery(1), WIRE)).toMatchObject({ outcome: "sent" });
});
