/** Digests, titles and mentions on the real platforms against their strict emulators: sent once, whole, and found again. */

import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { createTelegram } from "../../src/platforms/telegram/platform.ts";
import { createWeb } from "../../src/platforms/web/platform.ts";
import { buildDigest, listUrls } from "../helpers/build-digest.ts";
import { startBot, startBotWithChannel, toDelivery } from "../helpers/discord/bot.ts";
import { PERMISSIONS } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";
import { readMessage } from "../helpers/discord/shown.ts";
import { readEvents } from "../helpers/events.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";
import { COMMANDS, createFakeAnswer } from "../helpers/telegram/fakes.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** The most entries that a platform shows in one message, for its fullest message. */
function fill(fits: (count: number) => boolean): number {
  let count = 1;
  while (fits(count + 1)) count += 1;
  return count;
}

describe("on Discord", () => {
  test("the fullest digest is taken in one message, with every link, and pings nobody", async () => {
    const { emulator, platform, channel, here } = await startBot();
    const count = fill((each) => platform.fitsDigest(buildDigest(each), here));
    const digest = buildDigest(count);
    const result = await platform.send(here, digest, toDelivery(1));
    const [message, ...others] = emulator.messages(channel);
    expect(others).toEqual([]);
    expect(result).toEqual({ outcome: "sent", messageId: message?.id });
    const text = JSON.stringify(message?.embeds);
    for (const url of listUrls(digest)) expect(text).toContain(`(${url})`);
    expect(message?.pings).toEqual([]);
    expect(message?.components).toEqual([]);
  });

  test("sent again under the same delivery it is not doubled; another delivery is another one", async () => {
    const { emulator, platform, channel, here } = await startBot();
    const first = await platform.send(here, buildDigest(3), toDelivery(1));
    expect(await platform.send(here, buildDigest(3), toDelivery(1))).toEqual(first);
    await platform.send(here, buildDigest(4), toDelivery(2));
    expect(emulator.messages(channel)).toHaveLength(2);
  });

  test("minutes later, when the nonce is forgotten, it is looked for in the channel", async () => {
    const { emulator, platform, channel, here } = await startBot();
    const firstSentAt = new Date(Date.now() - 10 * 60_000);
    const first = await platform.send(here, buildDigest(3), toDelivery(1));
    // Another nonce stands for one that Discord has forgotten.
    expect(await platform.send(here, buildDigest(3), toDelivery(2), { firstSentAt })).toEqual(first);
    expect(emulator.messages(channel)).toHaveLength(1);
  });

  test("in a forum it is a post named by its heading", async () => {
    const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
    await platform.send(place, buildDigest(3, { title: "Morning" }), toDelivery(1));
    expect(emulator.threads(place.address)).toMatchObject([{ name: "Morning · Daily digest, 24 Nov 2026" }]);
  });

  test("where embeds are not allowed it is plain text within the limit", async () => {
    const permissions = PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES;
    const { emulator, platform, place } = await startBotWithChannel({ permissions });
    expect(await platform.send(place, buildDigest(15), toDelivery(1))).toMatchObject({ outcome: "sent" });
    const [message] = emulator.messages(place.address);
    expect(message?.embeds).toEqual([]);
    expect(message?.content).toContain("https://harborwire.example/news/1");
  });

  test("where embeds are not allowed a digest kept mostly headlines; now its parts are as long as is shown there", async () => {
    const permissions = PERMISSIONS.VIEW_CHANNEL | PERMISSIONS.SEND_MESSAGES;
    const { emulator, platform, guild, place } = await startBotWithChannel({ permissions });
    const role = emulator.addRole(guild);
    const count = fill((each) => platform.fitsDigest(buildDigest(each), place));
    expect(count).toBeLessThan(10);
    const digest = buildDigest(count);
    await platform.send(place, digest, toDelivery(1), { mentionRoleId: role });
    const [message] = emulator.messages(place.address);
    for (const url of listUrls(digest)) expect(message?.content).toContain(`(${url})`);
    expect(message?.content.match(/^> We will have pier \d+ open/gm)).toHaveLength(count);
    expect(message?.pings).toEqual([role]);
  });

  test("a role asked for is told of a post and of a digest, and an edit keeps its words", async () => {
    const { emulator, platform, guild, channel, here } = await startBot();
    const role = emulator.addRole(guild);
    const hostile = buildPost({ headline: "<@&111111111111111111> @everyone" });
    const sent = await platform.send(here, hostile, toDelivery(1), { mentionRoleId: role });
    await platform.send(here, buildDigest(2), toDelivery(2), { mentionRoleId: role });
    expect(emulator.messages(channel).map((message) => message.pings)).toEqual([[role], [role]]);
    if (sent.outcome !== "sent") throw new Error("not sent");
    await platform.edit(here, sent.messageId, buildPost(), { mentionRoleId: role });
    expect(emulator.messages(channel)[0]?.content).toBe(`<@&${role}>`);
  });

  test("a subscription's title stands above the post", async () => {
    const { emulator, platform, channel, here } = await startBot();
    await platform.send(here, buildPost({ title: "Harbor watch" }), toDelivery(1));
    expect(readMessage(emulator.messages(channel)[0] ?? { content: "", embeds: [] })).toMatch(
      /^Harbor watch · Harbor Wire/,
    );
  });
});

describe("on Telegram", () => {
  async function start(hasRichPosts = false) {
    const emulator = await startTelegramEmulator();
    const platform = createTelegram({
      token: emulator.token,
      apiUrl: emulator.url,
      commands: COMMANDS,
      log: SILENT_LOG,
      clock: () => new Date(),
      hasRichPosts,
    });
    closers.push(async () => {
      const folder = process.env["PULLQUOTE_CALLS_DIR"];
      if (folder !== undefined) emulator.saveCalls(join(folder, `telegram-digests-${hasRichPosts}.jsonl`));
      await emulator.stop();
    });
    closers.push(() => platform.stop());
    await platform.start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "channel" });
    return { emulator, platform, chatId, here: { platform: "telegram", address: String(chatId) } as const };
  }

  test("the fullest digest is taken in one message, with every link kept", async () => {
    const { emulator, platform, chatId, here } = await start();
    const count = fill((each) => platform.fitsDigest(buildDigest(each), here));
    const digest = buildDigest(count);
    const result = await platform.send(here, digest, toDeliveryId(1));
    const [message, ...others] = emulator.posts(chatId);
    expect(others).toEqual([]);
    expect(result).toEqual({ outcome: "sent", messageId: String(message?.message_id) });
    const urls = message?.entities.map((entity) => entity.url);
    for (const url of listUrls(digest)) expect(urls).toContain(url);
    expect(message?.raw).toContain("<blockquote expandable>");
  });

  test("a digest is HTML also where posts are rich, and a title stands above both", async () => {
    const { emulator, platform, chatId, here } = await start(true);
    await platform.send(here, buildDigest(2, { title: "Harbor watch" }), toDeliveryId(1));
    await platform.send(here, buildPost({ title: "Harbor watch" }), toDeliveryId(2));
    expect(emulator.posts(chatId).map((message) => message.text.split("\n")[0])).toEqual([
      "Harbor watch",
      "Harbor watch",
    ]);
  });
});

describe("on the page", () => {
  async function start() {
    const web = createWeb({ port: 0, commands: [], log: SILENT_LOG, clock: () => new Date() });
    await web.start(createFakeAnswer());
    closers.push(() => web.stop());
    return web;
  }
  const HERE = { platform: "web", address: "main" } as const;

  test("the fullest digest is shown once, however often it is sent", async () => {
    const web = await start();
    const digest = buildDigest(fill((each) => web.fitsDigest(buildDigest(each), HERE)));
    await web.send(HERE, digest, toDeliveryId(1));
    await web.send(HERE, digest, toDeliveryId(1));
    const events = await readEvents(`${web.url()}events?room=main`);
    const shown: { readonly type: string; readonly data: unknown }[] = [];
    for (let event = await events.next(); event.event !== "ready"; event = await events.next()) {
      if (event.event !== "reset") shown.push({ type: event.event ?? "", data: event.data });
    }
    events.close();
    expect(shown.map((each) => each.type)).toEqual(["digest"]);
    for (const url of listUrls(digest)) expect(JSON.stringify(shown)).toContain(url);
  });
});
