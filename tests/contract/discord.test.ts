/** The Discord platform through the real discord.js client, against a strict emulator on loopback. */

import { expect, test, vi } from "vitest";
import type { Reply } from "../../src/domain/post.ts";
import { startBot, toDelivery } from "../helpers/discord/bot.ts";
import { PERMISSIONS } from "../helpers/discord/emulator.ts";
import { buildPost } from "../helpers/discord/samples.ts";
import { readShown } from "../helpers/discord/shown.ts";
import { WAIT } from "../helpers/wait.ts";

test("a post arrives as one rich message that pings nobody", async () => {
  const { emulator, platform, channel, here } = await startBot();

  const result = await platform.send(here, buildPost({ headline: "Calm @everyone" }), toDelivery(1));

  const [message, ...others] = emulator.messages(channel);
  expect(others).toEqual([]);
  expect(result).toEqual({ outcome: "sent", messageId: message?.id });
  expect(message?.pings).toEqual([]);
  expect(message?.embeds[0]).toMatchObject({
    author: { name: "Harbor Wire" },
    title: "Calm @\u200Beveryone",
    url: "https://harborwire.example/pier",
    description: expect.stringContaining(
      "> We will rebuild the pier before the winter storms\n— Ilse Maren, harbor master",
    ),
  });
});

test("the same delivery sent again does not post twice, another one does", async () => {
  const { emulator, platform, channel, here } = await startBot();

  const first = await platform.send(here, buildPost(), toDelivery(1));
  const again = await platform.send(here, buildPost(), toDelivery(1));
  await platform.send(here, buildPost(), toDelivery(2));

  expect(again).toEqual(first);
  expect(emulator.messages(channel)).toHaveLength(2);
});

test("an edit changes the post in place", async () => {
  const { emulator, platform, channel, here } = await startBot();
  const sent = await platform.send(here, buildPost(), toDelivery(1));
  if (sent.outcome !== "sent") throw new Error("not sent");

  const edited = await platform.edit(
    here,
    sent.messageId,
    buildPost({ headline: "Pier vote overturned", isUpdated: true }),
  );

  expect(edited).toEqual(sent);
  expect(emulator.messages(channel).map((message) => message.embeds[0]?.title)).toEqual(["Pier vote overturned"]);
});

test("commands are registered once, and again only when they change", async () => {
  const notes = new Map<string, string>();
  const store = {
    get: (name: string) => Promise.resolve(notes.get(name) ?? null),
    set: (name: string, value: string) => Promise.resolve(void notes.set(name, value)),
  };
  const { emulator } = await startBot({ dependencies: { notes: store } });
  expect(emulator.store.registrationCount).toBe(1);
  expect(emulator.store.commands.map((command) => command["name"])).toEqual(["subscribe", "search", "subscriptions"]);

  const startAgain = (commands: typeof emulator.store.commands) =>
    startBot({
      prepare(other, guild) {
        other.store.commands = commands;
        other.store.guildCommands.set(guild, [{ name: "oldbot", description: "An older program's" }]);
      },
      dependencies: { notes: { ...store, get: (name) => Promise.resolve([...notes.values()][0] ?? name) } },
    });
  const { emulator: other, guild } = await startAgain(emulator.store.commands);
  expect(other.store.registrationCount).toBe(0);
  expect(other.store.guildCommands.get(guild)).toEqual([]);

  // Another program with the same token had put its own in their place.
  const { emulator: third } = await startAgain([{ name: "oldbot", description: "An older program's" }]);
  expect(third.store.commands.map((command) => command["name"])).toEqual(["subscribe", "search", "subscriptions"]);
});

test("a command is answered privately in a server, with its options as they were chosen", async () => {
  const { emulator, answer, channel, person } = await startBot();

  const reply = await emulator.runCommand(channel, person, "/search", {
    words: "pier",
    days: 7,
    exact: true,
    order: "best",
  });

  expect(reply.content).toBe("You used search.");
  expect(reply.isEphemeral).toBe(true);
  expect(answer.invocations[0]).toMatchObject({
    commandName: "search",
    rawOptions: { words: "pier", days: 7, exact: true, order: "best" },
    destination: { platform: "discord", address: channel },
    actor: { id: person, isManager: true, locale: "en-US" },
  });
});

test("somebody who may not manage the server is no manager", async () => {
  const { emulator, answer, channel } = await startBot();
  const guest = emulator.addPerson({ isManager: false });

  await emulator.runCommand(channel, guest, "/search", { words: "pier" });

  expect(answer.invocations[0]?.actor.isManager).toBe(false);
  await expect(emulator.runCommand(channel, guest, "/subscribe", { feed: "x" })).rejects.toThrow("not offered");
});

test("a slow command shows its progress, then its answer", async () => {
  const { emulator, channel, person } = await startBot({
    answer: {
      async reply(invocation) {
        await invocation.onProgress?.("reading the page…");
        return { text: "Here it is." };
      },
    },
  });

  const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" });

  expect(reply.progress).toEqual(["reading the page…"]);
  expect(reply.content).toBe("Here it is.");
});

test("feeds are completed as one types", async () => {
  const { emulator, answer, channel, person } = await startBot();

  const choices = await emulator.complete(channel, person, "/subscribe", "feed", "harb");

  expect(choices).toEqual([{ name: "harb wire", value: "harb-wire" }]);
  expect(answer.queries[0]).toMatchObject({ commandName: "subscribe", optionName: "feed", typed: "harb" });
});

test("completion that takes too long gives an empty list in time", async () => {
  const { emulator, channel, person } = await startBot({ answer: { complete: () => new Promise(() => undefined) } });
  expect(await emulator.complete(channel, person, "/subscribe", "feed", "harb")).toEqual([]);
});

test("a button turns the page of one's own answer", async () => {
  const page = (text: string, id: string): Reply => ({
    text,
    buttons: [[{ kind: "action", label: "Next", id }]],
  });
  const { emulator, answer, channel, person } = await startBot({
    answer: {
      reply: () => Promise.resolve({ ...page("Page 1", "v1:search:12:2"), posts: [buildPost()] }),
      press: () => Promise.resolve({ text: "Page 2" }),
    },
  });

  const first = await emulator.runCommand(channel, person, "/search", { words: "pier" });
  const second = await emulator.press(first, person, "Next");

  expect(answer.presses[0]).toMatchObject({ buttonId: "v1:search:12:2", actor: { id: person } });
  expect(second.id).toBe(first.id);
  expect(second.content).toBe("Page 2");
  expect(second.embeds).toEqual([]);
  expect(second.components).toEqual([]);
});

test("a button under a post answers the person and leaves the post as it is", async () => {
  const { emulator, platform, channel, person, here } = await startBot({
    dependencies: { postButtons: () => [[{ kind: "action", label: "More quotes", id: "v1:quotes:7" }]] },
  });
  await platform.send(here, buildPost(), toDelivery(1));
  const [post] = emulator.messages(channel);
  if (post === undefined) throw new Error("no post");

  const shown = await emulator.press(post, person, "More quotes");

  expect(readShown(shown.content).text).toBe("You pressed v1:quotes:7.");
  expect(shown.isEphemeral).toBe(true);
  expect(shown.id).not.toBe(post.id);
  expect(emulator.messages(channel)).toEqual([post]);
  expect(post.editCount).toBe(0);
});

test("an answer too long for one message goes on in further ones, as private as the first", async () => {
  const posts = Array.from({ length: 11 }, (_, index) => buildPost({ url: `https://harborwire.example/${index}` }));
  const { emulator, channel, person } = await startBot({
    answer: { reply: () => Promise.resolve({ text: "11 found", posts }) },
  });
  const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" });
  await vi.waitFor(() => expect(reply.followups).toHaveLength(1), WAIT);
  expect(reply.embeds).toHaveLength(10);
  expect(reply.followups[0]?.embeds[0]?.url).toBe("https://harborwire.example/10");
  expect(emulator.messages(channel)).toEqual([]);
});

test("a file comes as an attachment", async () => {
  const { emulator, channel, person } = await startBot({
    answer: {
      reply: () =>
        Promise.resolve({
          text: "Your feeds",
          file: { name: "feeds.opml", contentType: "text/x-opml", text: "<opml/>" },
        }),
    },
  });
  const reply = await emulator.runCommand(channel, person, "/subscriptions");
  expect(reply.files).toEqual([{ name: "feeds.opml", text: "<opml/>" }]);
});

test("a fault in a command is answered with a sentence", async () => {
  const { emulator, channel, person } = await startBot({ answer: { reply: () => Promise.reject(new Error("boom")) } });
  const reply = await emulator.runCommand(channel, person, "/subscriptions");
  expect(reply.content).toBe("Something went wrong. Please try again in a moment.");
});

test("an answer too late for Discord changes nothing and harms nothing", async () => {
  const { emulator, answer, platform, channel, person } = await startBot();
  emulator.inject("POST /interactions/:interaction/:token/callback", {
    kind: "status",
    status: 404,
    body: { code: 10062, message: "Unknown interaction" },
  });
  void emulator.runCommand(channel, person, "/subscribe", { feed: "x" }).catch(() => undefined);
  await vi.waitFor(() => expect(emulator.calls.some((call) => call.path.includes("callback"))).toBe(true), WAIT);

  await emulator.runCommand(channel, person, "/search", { words: "pier" });

  expect(answer.invocations.map((invocation) => invocation.commandName)).toEqual(["search"]);
  expect(platform.health()).toBeNull();
});

test("subscribing where the bot may not post is answered with what to allow", async () => {
  const { emulator, answer, guild, channel, person } = await startBot();
  const quiet = emulator.addChannel(guild, { permissions: PERMISSIONS.VIEW_CHANNEL });

  const here = await emulator.runCommand(quiet, person, "/subscribe", { feed: "x" });
  const there = await emulator.runCommand(channel, person, "/subscribe", { feed: "x", channel: quiet });

  expect(here.content).toContain("I may not post here yet. Give me the permission “Send Messages”");
  expect(there.content).toContain("I may not post there yet. Give me the permission “Send Messages”");
  expect(answer.invocations).toEqual([]);
});

test("another channel can be chosen: it is named above the answer, and its buttons stay with it", async () => {
  const { emulator, answer, guild, channel, person } = await startBot({
    answer: {
      reply: () =>
        Promise.resolve({
          text: "ok",
          buttons: [[{ kind: "action", label: "Pause", id: "v1:subscriptions:pause:3" }]],
        }),
    },
  });
  const forum = emulator.addChannel(guild, { type: "forum" });

  const reply = await emulator.runCommand(channel, person, "/subscriptions", { channel: forum });
  expect(reply.content).toBe(`**For <#${forum}>:**\nok`);
  const pressed = await emulator.press(reply, person, "Pause");
  expect(pressed.content).toContain(`**For <#${forum}>:**\n`);
  const here = await emulator.runCommand(channel, person, "/subscriptions", { channel });
  expect(here.content).toBe("ok");

  expect(answer.invocations[0]).toMatchObject({ rawOptions: {}, destination: { address: forum } });
  expect(answer.presses[0]).toMatchObject({ buttonId: "v1:subscriptions:pause:3", destination: { address: forum } });
});

test("a removed server, channel or thread is reported, an outage is not", async () => {
  const { emulator, answer, guild, channel } = await startBot();
  const thread = emulator.addChannel(guild, { parentId: channel });
  const second = emulator.addChannel(guild);

  emulator.removeGuild(guild, { isUnavailable: true });
  emulator.deleteChannel(thread);
  await vi.waitFor(() => expect(answer.departed).toEqual([{ platform: "discord", address: thread }]), WAIT);
  emulator.deleteChannel(second);
  await vi.waitFor(() => expect(answer.departed.map((each) => each.address)).toEqual([thread, second]), WAIT);
  emulator.removeGuild(guild);
  await vi.waitFor(() => expect(answer.departed.map((each) => each.address)).toEqual([thread, second, channel]), WAIT);
});

test("a wrong token ends the start with what to mend", async () => {
  await expect(startBot({ dependencies: { token: "wrong" } })).rejects.toThrow(/^DISCORD_TOKEN: Discord refuses it/);
});

test("a cut connection is resumed and the events meanwhile arrive", async () => {
  const { emulator, answer, channel, person } = await startBot();
  emulator.gateway.drop();

  const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" });

  expect(reply.content).toBe("You used search.");
  expect(answer.invocations).toHaveLength(1);
  expect(emulator.gateway.sessions).toHaveLength(1);
});

test.each([true, false])(
  "a session told to be invalid (resumable: %s) is taken up again, and posts and answers go on",
  async (isResumable) => {
    const { emulator, platform, answer, channel, person, here } = await startBot();
    const [before] = emulator.gateway.sessions;
    emulator.gateway.invalidate(isResumable);
    // Until then nobody is there to be told of anything.
    await vi.waitFor(() => expect(emulator.gateway.sessions).toHaveLength(1), WAIT);

    const reply = await emulator.runCommand(channel, person, "/search", { words: "pier" });

    expect(reply.content).toBe("You used search.");
    expect(answer.invocations).toHaveLength(1);
    expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "sent" });
    await vi.waitFor(() => expect(platform.health()).toBeNull(), WAIT);
    expect(emulator.gateway.sessions).toHaveLength(1);
    expect(emulator.gateway.sessions[0] === before).toBe(isResumable);
  },
);

test("stop waits for the answer under way, can be called twice, and then sends nothing", async () => {
  const asked: ((reply: Reply) => void)[] = [];
  const { emulator, platform, channel, person, here } = await startBot({
    answer: { reply: () => new Promise((resolve) => asked.push(resolve)) },
  });
  const answered = emulator.runCommand(channel, person, "/search", { words: "pier" });
  // Acknowledged first and asked a moment later, which on a crowded machine is long.
  await vi.waitFor(() => expect(asked).toHaveLength(1), WAIT);

  const stopped = platform.stop();
  asked[0]?.({ text: "Just in time." });
  await Promise.all([stopped, platform.stop()]);

  expect((await answered).content).toBe("Just in time.");
  expect(await platform.send(here, buildPost(), toDelivery(1))).toMatchObject({ outcome: "retry" });
  expect(platform.health()).toBe("Discord is stopped.");
});
