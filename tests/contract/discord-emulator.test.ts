/** The Discord emulator is as strict as Discord: what these tests lean on is tested itself. */

import { expect, onTestFinished, test } from "vitest";
import { startBot } from "../helpers/discord/bot.ts";
import {
  type EmulatorOptions,
  PERMISSIONS,
  POSTING_PERMISSIONS,
  startDiscordEmulator,
} from "../helpers/discord/emulator.ts";

async function start(options: EmulatorOptions = {}) {
  const emulator = await startDiscordEmulator(options);
  onTestFinished(() => emulator.close());
  const guild = emulator.addGuild();
  const channel = emulator.addChannel(guild);
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${emulator.apiUrl}/v10${path}`, {
      method,
      headers: {
        authorization: `Bot ${emulator.token}`,
        "user-agent": "DiscordBot (test, 1)",
        "content-type": "application/json",
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
  };
  const post = (body: unknown) => call("POST", `/channels/${channel}/messages`, body);
  return { emulator, guild, channel, call, post };
}

const row = (...buttons: readonly unknown[]) => ({ type: 1, components: buttons });
const button = (change: object = {}) => ({ type: 2, style: 2, label: "Go", custom_id: "go", ...change });
const words = (length: number): string => "x".repeat(length);

test.each([
  ["content", { content: words(2000) }, { content: words(2001) }],
  ["a title", { embeds: [{ title: words(256) }] }, { embeds: [{ title: words(257) }] }],
  ["a description", { embeds: [{ description: words(4096) }] }, { embeds: [{ description: words(4097) }] }],
  ["a footer", { embeds: [{ footer: { text: words(2048) } }] }, { embeds: [{ footer: { text: words(2049) } }] }],
  ["an author", { embeds: [{ author: { name: words(256) } }] }, { embeds: [{ author: { name: words(257) } }] }],
  ["the number of embeds", { embeds: Array(10).fill({ title: "x" }) }, { embeds: Array(11).fill({ title: "x" }) }],
  [
    "all embeds together",
    { embeds: [{ description: words(4000) }, { description: words(2000) }] },
    { embeds: [{ description: words(4000) }, { description: words(2001) }] },
  ],
  [
    "an embed's address",
    { embeds: [{ title: "x", url: `https://x.example/${words(2030)}` }] },
    { embeds: [{ title: "x", url: `https://x.example/${words(2031)}` }] },
  ],
  [
    "an address's kind",
    { embeds: [{ title: "x", url: "https://x.example" }] },
    { embeds: [{ title: "x", url: "data:x" }] },
  ],
  [
    "a button's label",
    { components: [row(button({ label: words(80) }))] },
    { components: [row(button({ label: words(81) }))] },
  ],
  [
    "a button's id",
    { components: [row(button({ custom_id: words(100) }))] },
    { components: [row(button({ custom_id: words(101) }))] },
  ],
  ["ids being different", { components: [row(button())] }, { components: [row(button(), button())] }],
  ["buttons in a row", { components: [row(button())] }, { components: [row()] }],
  ["a nonce", { content: "x", nonce: words(25) }, { content: "x", nonce: words(26) }],
])("the limit of %s is kept to the character", async (_, fits, isOver) => {
  const { post } = await start();
  expect((await post(fits)).status).toBe(200);
  const refused = await post(isOver);
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({ code: 50035, message: "Invalid Form Body", errors: expect.any(Object) });
  expect(JSON.stringify(refused.body.errors)).toContain('"_errors":[{"code":"');
});

test("white space at the ends is not counted, and alone it is no message", async () => {
  const { post } = await start();
  expect((await post({ content: ` ${words(2000)}\n` })).status).toBe(200);
  expect((await post({ content: "  \n" })).body).toMatchObject({ code: 50006 });
});

test("half a surrogate pair is no text", async () => {
  const { post } = await start();
  expect((await post({ content: "\uD83D" })).body).toMatchObject({ code: 50109 });
});

test("nobody gets in without the token or without a name", async () => {
  const { call, channel } = await start();
  const path = `/channels/${channel}/messages`;
  expect((await call("POST", path, { content: "x" }, { authorization: "Bot wrong" })).status).toBe(401);
  expect((await call("POST", path, { content: "x" }, { "user-agent": "curl" })).status).toBe(403);
  expect((await call("POST", "/nowhere", {})).status).toBe(404);
});

test("a nonce gives the earlier message back only when it is enforced", async () => {
  const { emulator, channel, post } = await start();
  const first = await post({ content: "x", nonce: "n", enforce_nonce: true });
  const again = await post({ content: "y", nonce: "n", enforce_nonce: true });
  expect(again.body.id).toBe(first.body.id);
  await post({ content: "z", nonce: "n" });
  expect(emulator.messages(channel).map((message) => message.content)).toEqual(["x", "z"]);
  emulator.deleteMessage(first.body.id);
  expect((await post({ content: "x", nonce: "n", enforce_nonce: true })).body).toMatchObject({ code: 10008 });
});

test("the sixth message in five seconds is refused with what discord.js waits by", async () => {
  const { post } = await start();
  for (let count = 1; count <= 5; count += 1) {
    expect((await post({ content: "x" })).headers.get("x-ratelimit-remaining")).toBe(String(5 - count));
  }
  const sixth = await post({ content: "x" });
  expect(sixth.status).toBe(429);
  expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(sixth.body).toMatchObject({ global: false, retry_after: expect.any(Number) });
});

test("a mention pings only when it is allowed, and a role only when it is there and may be mentioned", async () => {
  const { emulator, guild, channel, post } = await start();
  const role = emulator.addRole(guild);
  const other = emulator.addRole(guild);
  const shy = emulator.addRole(guild, { isMentionable: false });
  await post({ content: "@everyone <@123>" });
  await post({ content: "@everyone <@123>", allowed_mentions: { parse: [] } });
  const content = [role, other, shy, "5", guild].map((id) => `<@&${id}>`).join(" ");
  await post({ content, allowed_mentions: { parse: [], roles: [role, shy, "5"] } });
  await post({ content, allowed_mentions: { parse: [], roles: [guild] } });
  const pings = emulator.messages(channel).map((message) => message.pings);
  expect(pings).toEqual([["everyone", "123"], [], [role], ["everyone"]]);
  emulator.setPermissions(channel, POSTING_PERMISSIONS | PERMISSIONS.MENTION_EVERYONE);
  await post({ content, allowed_mentions: { parse: [], roles: [shy] } });
  expect(emulator.messages(channel).at(-1)?.pings).toEqual([shy]);
});

test.each([
  ["View Channel", PERMISSIONS.VIEW_CHANNEL, 50001],
  ["Send Messages", PERMISSIONS.SEND_MESSAGES, 50013],
  ["Embed Links", PERMISSIONS.EMBED_LINKS, 50013],
])("without %s an embed is refused", async (_, permission, code) => {
  const { emulator, channel, post } = await start();
  emulator.setPermissions(channel, (emulator.store.channels.get(channel)?.permissions ?? 0n) & ~permission);
  expect((await post({ embeds: [{ title: "x" }] })).body).toMatchObject({ code });
});

test("a command nobody acknowledges is given up, and cannot be answered then", async () => {
  const { emulator, channel, person, platform } = await startBot({ emulator: { interactionExpiryMs: 50 } });
  emulator.inject("POST /interactions/:interaction/:token/callback", { kind: "hang" });
  await expect(emulator.runCommand(channel, person, "/search", { words: "x" })).rejects.toThrow("did not respond");
  const [interaction] = emulator.store.interactions.values();
  expect(interaction?.state).toBe("expired");
  const response = await fetch(
    `${emulator.apiUrl}/v10/interactions/${interaction?.id}/${interaction?.token}/callback`,
    {
      method: "POST",
      headers: { "user-agent": "DiscordBot (test, 1)", "content-type": "application/json" },
      body: JSON.stringify({ type: 5 }),
    },
  );
  expect(await response.json()).toMatchObject({ code: 10062 });
  expect(platform.health()).toBeNull();
});

test("a person can only do what Discord's client offers", async () => {
  const { emulator, channel, person } = await startBot();
  await expect(emulator.runCommand(channel, person, "/nothing")).rejects.toThrow("There is no command /nothing.");
  await expect(emulator.runCommand(channel, person, "/search")).rejects.toThrow("/search asks for words.");
  await expect(emulator.runCommand(channel, person, "/search", { words: "x", days: 0 })).rejects.toThrow("too small");
  await expect(emulator.runCommand(channel, person, "/search", { words: "x", order: "no" })).rejects.toThrow(
    "not among",
  );
  await expect(emulator.runCommand(channel, person, "/search", { words: "x", more: 1 })).rejects.toThrow(
    "no option more",
  );
  await expect(emulator.complete(channel, person, "/search", "words", "x")).rejects.toThrow("does not complete words");
});
