/** What becomes of a post when Discord, the network or a channel fails: never twice, never lost, nobody else held up. */

import { expect, test, vi } from "vitest";
import { startBot, startBotWithChannel, toDelivery, toPlace } from "../helpers/discord/bot.ts";
import {
  apiFault,
  cloudflareBlock,
  PERMISSIONS,
  POSTING_PERMISSIONS,
  rateLimited,
} from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";
import { WAIT } from "../helpers/wait.ts";

const SEND = "POST /channels/:channel/messages";
const MINUTE_MS = 60_000;

/** A clock the test moves. */
function createClock() {
  let now = Date.now();
  return { clock: () => new Date(now), pass: (ms: number) => (now += ms) };
}

const sendCalls = (calls: readonly { method: string; path: string }[]) =>
  calls.filter((call) => call.method === "POST" && /^\/channels\/\d+\/(?:messages|threads)$/.test(call.path));

test.each([
  ["an error 500", { kind: "status", status: 500 }],
  ["no answer at all", { kind: "hang" }],
] as const)("a post stored before %s is not posted again by the repeat", async (_, fault) => {
  const { emulator, platform, channel, here } = await startBot({ dependencies: { requestTimeoutMs: 150 } });
  emulator.inject(SEND, { ...fault, isStored: true });

  const result = await platform.send(here, buildPost(), toDelivery(1));

  expect(emulator.messages(channel)).toHaveLength(1);
  expect(result).toEqual({ outcome: "sent", messageId: emulator.messages(channel)[0]?.id });
});

test("a post whose answer was cut off is found again by its nonce", async () => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject(SEND, { kind: "reset", isStored: true });

  const lost = await platform.send(here, buildPost(), toDelivery(1));
  const again = await platform.send(here, buildPost(), toDelivery(1));

  expect(lost).toMatchObject({ outcome: "retry", afterMs: 5000, isInDoubt: true });
  expect(again.outcome).toBe("sent");
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("minutes later, when the nonce is forgotten, the post is looked for in the channel", async () => {
  const { clock, pass } = createClock();
  const { emulator, platform, channel, here } = await startBot({ dependencies: { clock } });
  await platform.send(here, buildPost({ url: "https://harborwire.example/other" }), toDelivery(9));
  emulator.inject(SEND, { kind: "reset", isStored: true });
  await platform.send(here, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  pass(3 * MINUTE_MS);

  const again = await platform.send(here, buildPost(), toDelivery(1));

  expect(again).toEqual({ outcome: "sent", messageId: emulator.messages(channel)[1]?.id });
  expect(emulator.messages(channel)).toHaveLength(2);
});

test("after a restart the outbox's word that it may have left is enough to look", async () => {
  const { clock, pass } = createClock();
  const { emulator, platform, channel, here } = await startBot({ dependencies: { clock } });
  const firstSentAt = clock();
  await platform.send(here, buildPost(), toDelivery(1));
  emulator.forgetNonces();
  pass(10 * MINUTE_MS);

  const again = await platform.send(here, buildPost(), toDelivery(1), { firstSentAt });

  expect(again.outcome).toBe("sent");
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("without the right to read the history the nonce still keeps a post from doubling", async () => {
  const { clock, pass } = createClock();
  const { emulator, platform, channel, here } = await startBot({ dependencies: { clock } });
  emulator.setPermissions(channel, POSTING_PERMISSIONS & ~PERMISSIONS.READ_MESSAGE_HISTORY);
  const firstSentAt = clock();
  await platform.send(here, buildPost(), toDelivery(1));
  pass(3 * MINUTE_MS);

  await platform.send(here, buildPost(), toDelivery(1), { firstSentAt });

  expect(emulator.messages(channel)).toHaveLength(1);
});

test("a post somebody deleted is not posted again", async () => {
  const { emulator, platform, here } = await startBot();
  const sent = await platform.send(here, buildPost(), toDelivery(1));
  if (sent.outcome !== "sent") throw new Error("not sent");
  emulator.deleteMessage(sent.messageId);

  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "refused" });
  expect(await platform.edit(here, sent.messageId, buildPost())).toMatchObject({ outcome: "refused" });
});

test("Discord being down is waited out, longer each time", async () => {
  const { emulator, platform, here } = await startBot();
  emulator.inject(SEND, { kind: "status", status: 503, times: 9 });
  const waits = [];
  for (let time = 0; time < 3; time += 1) waits.push(await platform.send(here, buildPost(), toDelivery(1)));
  expect(waits.map((wait) => (wait.outcome === "retry" ? wait.afterMs : wait))).toEqual([5000, 10_000, 20_000]);
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
});

test("a short wait is kept, and the post arrives", async () => {
  const { emulator, platform, here } = await startBot();
  emulator.inject(SEND, rateLimited(0.05));
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
});

test("a long wait goes back to the outbox and holds up no other channel", async () => {
  const { emulator, platform, guild, here } = await startBot();
  const other = toPlace(emulator.addChannel(guild));
  emulator.inject(SEND, rateLimited(3600));

  const [long, free] = await Promise.all([
    platform.send(here, buildPost(), toDelivery(1)),
    platform.send(other, buildPost(), toDelivery(2)),
  ]);

  expect([long, free].map((result) => result.outcome).sort()).toEqual(["retry", "sent"]);
  const waiting = [long, free].find((result) => result.outcome === "retry");
  expect(waiting).toMatchObject({ afterMs: expect.closeTo(3_600_000, -3) });
});

test("an answer 429 without its header is not repeated without end", async () => {
  const { emulator, platform, here } = await startBot();
  const { kind, status, body } = { kind: "status", status: 429, body: { retry_after: 5, global: false } } as const;
  emulator.inject(SEND, { kind, status, body, times: 50 });

  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(sendCalls(emulator.calls)).toHaveLength(1);
});

test.each([
  [404, 10003, "gone"],
  [400, 50024, "gone"],
  [400, 50008, "gone"],
  [403, 50007, "forbidden"],
  [400, 50035, "refused"],
  [400, 50006, "refused"],
  [400, 200000, "refused"],
  [400, 240000, "refused"],
  [413, 40005, "refused"],
  [403, 50001, "forbidden"],
  [403, 50013, "forbidden"],
  [403, 99999, "forbidden"],
  [400, 160005, "forbidden"],
  [503, 130000, "retry"],
  [400, 40004, "retry"],
] as const)("an error %i with code %i ends as %s, and the next post is free to go", async (status, code, outcome) => {
  const { emulator, platform, here } = await startBot();
  emulator.inject(SEND, { ...apiFault(status, code), times: status >= 500 ? 3 : 1 });
  const post = buildPost({ imageUrl: null });

  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome, reason: expect.any(String) });
  expect(await platform.send(here, buildPost(), toDelivery(2))).toMatchObject({ outcome: "sent" });
});

test("a post whose picture Discord does not take comes without it, new and edited", async () => {
  const { emulator, platform, channel, here } = await startBot();
  const refused = apiFault(400, 50035, "Invalid Form Body: embeds[0].thumbnail.url is no well formed URL.");
  const post = buildPost({ imageUrl: "https://harborwire.example/quay.jpg" });
  emulator.inject(SEND, refused);

  expect(await platform.send(here, post, toDelivery(1))).toMatchObject({ outcome: "sent" });
  const [message] = emulator.messages(channel);
  expect(message?.embeds).toMatchObject([{ title: post.headline }]);
  expect(message?.embeds[0]).not.toHaveProperty("thumbnail");

  emulator.inject("PATCH /channels/:channel/messages/:message", refused);
  const again = { ...post, headline: "Quay opens a day late" };
  expect(await platform.edit(here, message?.id ?? "", again)).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(channel)[0]?.embeds[0]).toMatchObject({ title: again.headline });
});

test("a deleted channel is gone", async () => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.deleteChannel(channel);
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "gone" });
});

test("a missing permission is known without asking, however often", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ permissions: PERMISSIONS.VIEW_CHANNEL });
  const reason = "the bot may not post in the channel: it lacks Send Messages";
  for (let time = 0; time < 3; time += 1) {
    expect(await platform.send(place, buildPost(), toDelivery(1))).toEqual({ outcome: "forbidden", reason });
  }
  expect(sendCalls(emulator.calls)).toEqual([]);
});

test("a permission given back is used at once", async () => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject(SEND, { ...apiFault(403, 50013), times: 2 });
  await platform.send(here, buildPost(), toDelivery(1));
  await platform.send(here, buildPost(), toDelivery(1));
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(channel)).toHaveLength(1);
});

test("where embeds are not allowed a post comes as text with its links", async () => {
  const permissions = POSTING_PERMISSIONS & ~PERMISSIONS.EMBED_LINKS;
  const { emulator, platform, place } = await startBotWithChannel({ permissions });
  expect(await platform.send(place, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
  const [message] = emulator.messages(place.address);
  expect(message?.embeds).toEqual([]);
  expect(message?.content).toContain("](https://harborwire.example/pier)**");
});

test("Cloudflare's page stops everything for a while and is no matter of permissions", async () => {
  const { clock, pass } = createClock();
  const { emulator, platform, guild, here } = await startBot({ dependencies: { clock } });
  const other = toPlace(emulator.addChannel(guild));
  emulator.inject(SEND, cloudflareBlock());

  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({
    outcome: "retry",
    afterMs: 10 * MINUTE_MS,
  });
  const before = emulator.calls.length;
  expect(await platform.send(other, buildPost(), toDelivery(2))).toMatchObject({ outcome: "retry" });
  expect(emulator.calls.length).toBe(before);
  pass(10 * MINUTE_MS);
  expect(await platform.send(other, buildPost(), toDelivery(2))).toMatchObject({ outcome: "sent" });
});

test("a token taken back is said by the health check, and posts wait", async () => {
  const { emulator, platform, here } = await startBot();
  expect(platform.health()).toBeNull();
  emulator.inject(SEND, apiFault(401, 0));

  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(platform.health()).toMatch(/^Discord refuses DISCORD_TOKEN/);
  expect(sendCalls(emulator.calls)).toHaveLength(1);
});

test("a gateway closed for good is said by the health check", async () => {
  const { emulator, platform } = await startBot();
  emulator.gateway.closeWith(4004);
  await vi.waitFor(() => expect(platform.health()).toMatch(/^DISCORD_TOKEN: Discord refuses it/), WAIT);
});

test("an archived thread is opened for a post", async () => {
  const { emulator, platform, guild, channel } = await startBot();
  const thread = emulator.addChannel(guild, { parentId: channel, isArchived: true });
  expect(await platform.send(toPlace(thread), buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(thread)).toHaveLength(1);
});

test("an archived and locked thread takes no posts", async () => {
  const { emulator, platform, guild, channel } = await startBot();
  const thread = emulator.addChannel(guild, { parentId: channel, isArchived: true, isLocked: true });
  expect(await platform.send(toPlace(thread), buildPost(), toDelivery(1))).toMatchObject({ outcome: "forbidden" });
  expect(emulator.messages(thread)).toEqual([]);
});

test("an unreachable Discord fails the start with a sentence", async () => {
  await expect(startBot({ dependencies: { apiUrl: "http://127.0.0.1:9/api" } })).rejects.toThrow(
    /^Discord cannot be reached: check this machine's network/,
  );
});
