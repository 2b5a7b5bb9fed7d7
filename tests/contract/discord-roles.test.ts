/** Roles told of posts on Discord, through the real client: picked from Discord's list, checked, and never everyone. */

import { expect, test } from "vitest";
import { defineCommand } from "../../src/typed/define-command.ts";
import { role } from "../../src/typed/options/index.ts";
import { type Bot, startBot, toDelivery } from "../helpers/discord/bot.ts";
import { PERMISSIONS, POSTING_PERMISSIONS } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";
import { readMessage } from "../helpers/discord/shown.ts";

const watch = defineCommand({
  name: "watch",
  summary: "Watches",
  access: "managers",
  options: { role: role({ description: "Role told of each post" }) },
  examples: [],
  run: () => Promise.resolve({ text: "" }),
});

const start = (): Promise<Bot> => startBot({ dependencies: { commands: [watch] } });

test("a role is picked from the server's list and comes as its id, the one everybody has as “everyone”", async () => {
  const { emulator, answer, guild, channel, person } = await start();
  const role = emulator.addRole(guild);
  await emulator.runCommand(channel, person, "/watch", { role });
  await emulator.runCommand(channel, person, "/watch", { role: guild });
  await expect(emulator.runCommand(channel, person, "/watch", { role: "4242" })).rejects.toThrow("no role");
  expect(answer.invocations.map((each) => each.rawOptions)).toEqual([{ role }, { role: "everyone" }]);
});

test("a role the bot may not mention is answered with what to allow, as the right in the channel asked about says", async () => {
  const { emulator, answer, guild, channel, person } = await start();
  const role = emulator.addRole(guild, { name: "harbor", isMentionable: false });
  const permissions = POSTING_PERMISSIONS | PERMISSIONS.MENTION_EVERYONE;
  const other = emulator.addChannel(guild, { permissions });

  const refused = await emulator.runCommand(channel, person, "/watch", { role });
  expect(refused.content).toContain("I may not mention @harbor there");
  expect(readMessage(refused).replaceAll("\u200b", "")).toContain("“Mention @everyone, @here, and All Roles”");
  expect(answer.invocations).toEqual([]);

  await emulator.runCommand(channel, person, "/watch", { role, channel: other });
  expect(answer.invocations).toHaveLength(1);
});

test("a post pings its role, and nobody when the role is the one everybody has", async () => {
  const { emulator, platform, guild, channel, here } = await start();
  const role = emulator.addRole(guild);
  await platform.send(here, buildPost(), toDelivery(1), { mentionRoleId: role });
  await platform.send(here, buildPost(), toDelivery(2), { mentionRoleId: guild });
  expect(emulator.messages(channel).map((message) => message.pings)).toEqual([[role], []]);
  expect(emulator.messages(channel)[1]?.content).toBe("");
});
