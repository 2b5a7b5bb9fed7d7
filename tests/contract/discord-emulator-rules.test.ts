/** More rules of Discord that the emulator holds: what it refuses in a message and in commands, and what threads do. */

import { expect, onTestFinished, test } from "vitest";
import { PERMISSIONS, POSTING_PERMISSIONS, startDiscordEmulator } from "../helpers/discord/emulator.ts";

async function start() {
  const emulator = await startDiscordEmulator();
  onTestFinished(() => emulator.close());
  const guild = emulator.addGuild();
  const channel = emulator.addChannel(guild);
  const call = async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${emulator.apiUrl}/v10${path}`, {
      method,
      headers: {
        authorization: `Bot ${emulator.token}`,
        "user-agent": "DiscordBot (test, 1)",
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : JSON.parse(text) };
  };
  return { emulator, guild, channel, call };
}

const ID = "1234567890123456789";
const withButton = (change: object) => ({
  content: "x",
  components: [{ type: 1, components: [{ type: 2, style: 2, label: "Go", custom_id: "go", ...change }] }],
});
const withEmbed = (change: object) => ({ embeds: [{ title: "x", ...change }] });
const withMentions = (allowed: object) => ({ content: "x", allowed_mentions: allowed });

test.each([
  ["a time", withEmbed({ timestamp: "2026-11-30T04:00:00.000Z" }), withEmbed({ timestamp: "yesterday" })],
  ["a color", withEmbed({ color: 0xff_ff_ff }), withEmbed({ color: 0x1_00_00_00 })],
  ["a color's kind", withEmbed({ color: 0 }), withEmbed({ color: "#ff0000" })],
  [
    "an icon's address",
    withEmbed({ author: { name: "x", icon_url: "https://x.example/1.png" } }),
    withEmbed({ author: { name: "x", icon_url: "/1.png" } }),
  ],
  ["a button's style", withButton({ style: 4 }), withButton({ style: 7 })],
  [
    "a link's address",
    withButton({ style: 5, custom_id: undefined, url: "https://x.example" }),
    withButton({ style: 5, custom_id: undefined, url: "x.example" }),
  ],
  ["a link on a button that acts", withButton({}), withButton({ url: "https://x.example" })],
  ["who may be mentioned", withMentions({ parse: [], roles: [ID] }), withMentions({ parse: ["roles"], roles: [ID] })],
  ["kinds of mentions", withMentions({ parse: ["users"] }), withMentions({ parse: ["here"] })],
  ["ids of mentions", withMentions({ users: [ID] }), withMentions({ users: ["me"] })],
  ["flags", { content: "x", flags: 4_096 | 4 }, { content: "x", flags: 64 }],
])("%s up to the limit is taken, and past it refused by name", async (_, good, bad) => {
  const { call, channel } = await start();
  const post = (body: unknown) => call("POST", `/channels/${channel}/messages`, body);
  expect((await post(good)).status).toBe(200);
  expect(await post(bad)).toMatchObject({ status: 400, body: { code: 50_035 } });
});

test("an edit makes no message silent afterwards", async () => {
  const { call, channel } = await start();
  const { body } = await call("POST", `/channels/${channel}/messages`, { content: "x" });
  const edit = (more: object) => call("PATCH", `/channels/${channel}/messages/${body.id}`, { content: "y", ...more });
  expect((await edit({ flags: 4 })).status).toBe(200);
  expect((await edit({ flags: 4_096 })).status).toBe(400);
});

test("edits have a limit of their own: five of them leave five messages their turn", async () => {
  const { call, channel } = await start();
  const { body } = await call("POST", `/channels/${channel}/messages`, { content: "x" });
  const edit = (count: number) => call("PATCH", `/channels/${channel}/messages/${body.id}`, { content: `y${count}` });
  for (let count = 0; count < 5; count += 1) expect((await edit(count)).status).toBe(200);
  expect((await edit(6)).status).toBe(429);
  expect((await call("POST", `/channels/${channel}/messages`, { content: "z" })).status).toBe(200);
});

test("a message opens an archived thread, and no locked one but for who may manage threads", async () => {
  const { emulator, guild, channel, call } = await start();
  const archived = emulator.addChannel(guild, { parentId: channel, isArchived: true });
  const locked = emulator.addChannel(guild, { parentId: channel, isLocked: true });
  const post = (id: string) => call("POST", `/channels/${id}/messages`, { content: "x" });
  expect((await post(archived)).status).toBe(200);
  expect(emulator.store.channels.get(archived)?.isArchived).toBe(false);
  expect(await post(locked)).toMatchObject({ status: 400, body: { code: 160_005 } });
  for (const id of [channel, locked]) emulator.setPermissions(id, POSTING_PERMISSIONS | PERMISSIONS.MANAGE_THREADS);
  expect((await post(locked)).status).toBe(200);
});

const command = (change: object = {}, option: object | null = null) => [
  {
    name: "ask",
    description: "Asks.",
    ...(option === null ? {} : { options: [{ name: "what", description: "What?", type: 3, ...option }] }),
    ...change,
  },
];

test.each([
  ["an option's type", command({}, { type: 11 }), command({}, { type: 12 })],
  [
    "choices of a type that has none",
    command({}, { choices: [{ name: "a", value: "a" }] }),
    command({}, { type: 5, choices: [{ name: "a", value: "a" }] }),
  ],
  ["the least of a text", command({}, { type: 4, min_value: 1 }), command({}, { min_value: 1 })],
  ["the length of a number", command({}, { max_length: 6_000 }), command({}, { type: 4, max_length: 10 })],
  [
    "a name in another language",
    command({ name_localizations: { de: "x".repeat(32) } }),
    command({ name_localizations: { de: "x".repeat(33) } }),
  ],
  [
    "a description in another language",
    command({ description_localizations: { de: "x".repeat(100) } }),
    command({ description_localizations: { de: "x".repeat(101) } }),
  ],
  [
    "a language",
    command({ description_localizations: { "sv-SE": "x" } }),
    command({ description_localizations: { sv: "x" } }),
  ],
])("%s is looked at in commands", async (_, good, bad) => {
  const { emulator, call } = await start();
  const put = (body: unknown) => call("PUT", `/applications/${emulator.store.applicationId}/commands`, body);
  expect((await put(good)).status).toBe(200);
  expect(await put(bad)).toMatchObject({ status: 400, body: { code: 50_035 } });
});
