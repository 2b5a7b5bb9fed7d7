import { ChannelType, PermissionFlagsBits, PermissionsBitField } from "discord.js";
import { describe, expect, test } from "vitest";
import { sayIn } from "../../../../src/messages/say.ts";
import {
  type ChannelFacts,
  chooseTags,
  findMissing,
  toKind,
  toMissingSentence,
} from "../../../../src/platforms/discord/channels.ts";

const forum = (change: Partial<ChannelFacts> = {}): ChannelFacts => ({
  kind: "forum",
  guildId: "1",
  missing: [],
  mayEmbed: true,
  tags: [
    { id: "1", name: "Staff", isModerated: true },
    { id: "2", name: "World", isModerated: false },
    { id: "3", name: "Öl & Gas", isModerated: false },
  ],
  isTagRequired: false,
  webhookChannelId: null,
  missingForOutlet: [],
  ...change,
});

describe("a forum post's tags", () => {
  test.each([
    ["are named like its topics, whatever the case", forum(), ["world", " öl & gas "], ["2", "3"]],
    ["leave out those only moderators may set", forum(), ["staff"], []],
    ["are none when nothing fits", forum(), ["sport"], []],
    ["are the first free one where the forum insists", forum({ isTagRequired: true }), ["sport"], ["2"]],
    ["are none where there are none", forum({ tags: [], isTagRequired: true }), ["sport"], []],
  ])("%s", (_, facts, topics, tags) => {
    expect(chooseTags(facts, topics)).toEqual(tags);
  });

  test("are five at most", () => {
    const tags = Array.from({ length: 7 }, (_, index) => ({
      id: String(index),
      name: `t${index}`,
      isModerated: false,
    }));
    expect(
      chooseTags(
        forum({ tags }),
        tags.map((tag) => tag.name),
      ),
    ).toHaveLength(5);
  });
});

describe("what the bot needs", () => {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  test.each([
    ["text", ViewChannel | SendMessages, []],
    ["text", ViewChannel | SendMessagesInThreads, ["discord.right.sendMessages"]],
    ["thread", ViewChannel | SendMessages, ["discord.right.sendInThreads"]],
    ["thread", ViewChannel | SendMessagesInThreads, []],
    ["forum", ViewChannel, ["discord.right.createPosts"]],
    ["announcement", 0n, ["discord.right.viewChannel", "discord.right.sendMessages"]],
  ] as const)("in a %s channel with %s lacks %j", (kind, permissions, missing) => {
    expect(findMissing(kind, new PermissionsBitField(permissions))).toEqual(missing);
  });

  test("an administrator needs nothing", () => {
    expect(findMissing("text", new PermissionsBitField(PermissionFlagsBits.Administrator))).toEqual([]);
  });

  test("is said in one sentence", () => {
    expect(toMissingSentence([], "here", sayIn("en"))).toBeNull();
    expect(toMissingSentence(["discord.right.viewChannel", "discord.right.sendMessages"], "there", sayIn("en"))).toBe(
      "I may not post there yet. Give me the permission “View Channel” and “Send Messages” in the channel’s settings, then try again.",
    );
  });
});

test.each([
  [ChannelType.GuildText, "text"],
  [ChannelType.GuildVoice, "text"],
  [ChannelType.DM, "text"],
  [ChannelType.GuildAnnouncement, "announcement"],
  [ChannelType.AnnouncementThread, "thread"],
  [ChannelType.PrivateThread, "thread"],
  [ChannelType.GuildForum, "forum"],
  [ChannelType.GuildMedia, "forum"],
])("a channel of type %i is posted to as %s", (type, kind) => {
  expect(toKind(type)).toBe(kind);
});
