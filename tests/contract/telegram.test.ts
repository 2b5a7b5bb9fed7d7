/** Telegram against the emulator with the real telegraf: what people type, press and are told. */

import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { sayIn } from "../../src/messages/say.ts";
import { ANA, BEN, useBot } from "../helpers/telegram/bot.ts";
import { createFakeAnswer } from "../helpers/telegram/fakes.ts";

const bot = useBot();

describe("commands", () => {
  test("a command typed in private is answered there, its options read from the text", async () => {
    const answer = await bot.start(createFakeAnswer(() => ({ text: "Two briefs about <ferry> & more" })));
    const reply = await bot.emulator.type(ANA, ANA, "/search@pullquote_bot ferry strike feed:harbor-wire days:7");
    expect(reply.text).toBe("Two briefs about <ferry> & more");
    expect(answer.invocations).toMatchObject([
      {
        commandName: "search",
        rawOptions: { words: "ferry strike", feed: "harbor-wire", days: "7" },
        destination: { platform: "telegram", address: String(ANA) },
        actor: { id: String(ANA), isManager: true, locale: "en" },
      },
    ]);
  });

  test("words copied from one of the bot's own messages are read without what was put in them", async () => {
    const answer = await bot.start(createFakeAnswer());
    await bot.emulator.type(ANA, ANA, "/brief https:\u2060//harbor.\u2060example/a");
    expect(answer.invocations).toMatchObject([{ rawOptions: { url: "https://harbor.example/a" } }]);
  });

  test("a command for another bot is not answered", async () => {
    const answer = await bot.start(createFakeAnswer());
    const chatId = bot.emulator.addChat({ type: "group" });
    bot.emulator.say(chatId, ANA, "/search@other_bot ferry");
    bot.emulator.say(chatId, ANA, "/unknown");
    await bot.emulator.type(chatId, ANA, "/latest");
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["latest"]);
  });

  test("in a group the answer names the message it answers, also when it would be private", async () => {
    await bot.start(createFakeAnswer(() => ({ text: "Found.", isPrivate: true })));
    const chatId = bot.emulator.addChat({ type: "supergroup" });
    const reply = await bot.emulator.type(chatId, ANA, "/search ferry");
    const asked = bot.emulator.messages(chatId).find((each) => each.text === "/search ferry");
    expect(reply.replyTo).toBe(asked?.message_id);
  });

  test("in a group only administrators are managers, asked of Telegram once a minute", async () => {
    const answer = await bot.start(createFakeAnswer());
    const chatId = bot.emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "administrator" } } });
    await bot.emulator.type(chatId, ANA, "/subscribe everything");
    await bot.emulator.type(chatId, ANA, "/subscribe everything");
    await bot.emulator.type(chatId, BEN, "/subscribe everything");
    await bot.emulator.type(chatId, 0, "/subscribe everything", { asChat: true });
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([true, true, false, true]);
    expect(bot.emulator.callsOf("getChatMember")).toHaveLength(2);
  });

  test("a forum topic is a place of its own, the General topic is the group", async () => {
    const answer = await bot.start(createFakeAnswer());
    const chatId = bot.emulator.addChat({ type: "supergroup", isForum: true });
    const topic = bot.emulator.addTopic(chatId);
    const inTopic = await bot.emulator.type(chatId, ANA, "/latest", { threadId: topic });
    const inGeneral = await bot.emulator.type(chatId, ANA, "/latest");
    expect(inTopic.message_thread_id).toBe(topic);
    expect(inGeneral.message_thread_id).toBeNull();
    expect(answer.invocations.map((each) => each.destination.address)).toEqual([`${chatId}/${topic}`, String(chatId)]);
  });

  test("a command written in a channel is answered in the channel", async () => {
    const answer = await bot.start(createFakeAnswer());
    const chatId = bot.emulator.addChat({ type: "channel" });
    await bot.emulator.type(chatId, 0, "/subscribe everything");
    expect(answer.invocations).toMatchObject([
      { destination: { address: String(chatId) }, actor: { isManager: true } },
    ]);
  });

  test("other bots, other channels' voices and copies of a linked channel's posts steer nothing", async () => {
    const answer = await bot.start(createFakeAnswer());
    const chatId = bot.emulator.addChat({ type: "supergroup" });
    const chat = { id: chatId, type: "supergroup", title: "Harbor news" };
    const message = { message_id: 900, date: 1, chat, text: "/subscribe everything" };
    const channel = { id: -1001999, type: "channel", title: "Elsewhere" };
    const stranger = { id: 9, is_bot: true, first_name: "Bot" };
    bot.emulator.updates.push("message", { ...message, from: stranger });
    bot.emulator.updates.push("message", {
      ...message,
      from: stranger,
      sender_chat: channel,
      is_automatic_forward: true,
    });
    bot.emulator.updates.push("message", { ...message, from: stranger, sender_chat: channel });
    await bot.emulator.type(chatId, ANA, "/latest", { where: (each) => each.text === "Did latest." });
    expect(answer.invocations.map(({ commandName, actor }) => [commandName, actor.id, actor.isManager])).toEqual([
      ["subscribe", "chat:-1001999", false],
      ["latest", String(ANA), false],
    ]);
  });

  test("a slow command keeps nobody waiting", async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    await bot.start(
      createFakeAnswer(async ({ commandName }) => {
        if (commandName === "brief") await slow;
        return { text: `Did ${commandName}.` };
      }),
    );
    bot.emulator.say(ANA, ANA, "/brief https://harborwire.example/x");
    expect((await bot.emulator.type(BEN, BEN, "/latest")).text).toBe("Did latest.");
    finish();
    await bot.emulator.until("the slow answer", () =>
      bot.emulator.posts(ANA).find((each) => each.text === "Did brief."),
    );
  });

  test("progress is shown in a message that becomes the answer", async () => {
    await bot.start(
      createFakeAnswer(async ({ onProgress }) => {
        await onProgress?.("Reading the page…");
        return { text: "Here it is." };
      }),
    );
    bot.emulator.say(ANA, ANA, "https://harborwire.example/x");
    const shown = await bot.emulator.until("the answer", () =>
      bot.emulator.posts(ANA).find((each) => each.editCount === 1),
    );
    expect(shown.text).toBe("Here it is.");
    expect(bot.emulator.posts(ANA)).toHaveLength(1);
  });

  test("a fault in the program ends neither polling nor the next answer", async () => {
    await bot.start(
      createFakeAnswer(({ commandName }) => {
        if (commandName === "latest") throw new Error("boom");
        return { text: "Fine." };
      }),
    );
    bot.emulator.say(ANA, ANA, "/latest");
    expect((await bot.emulator.type(ANA, ANA, "/search ferry")).text).toBe("Fine.");
    expect(bot.log.entries.map(([, event]) => event)).toContain("update_failed");
  });

  test("an update delivered twice is answered once", async () => {
    const answer = await bot.start(createFakeAnswer());
    const updateId = bot.emulator.say(ANA, ANA, "/latest");
    await bot.emulator.until("the answer", () => bot.emulator.posts(ANA).length === 1);
    bot.emulator.updates.repeat(updateId);
    await bot.emulator.type(ANA, ANA, "/search ferry", { where: (each) => each.text === "Did search." });
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["latest", "search"]);
  });

  test("a file comes as a document", async () => {
    await bot.start(
      createFakeAnswer(() => ({
        text: "The feeds:",
        file: { name: "feeds.opml", contentType: "text/xml", text: "<opml/>" },
      })),
    );
    const chatId = bot.emulator.addChat({ type: "supergroup", isForum: true });
    const threadId = bot.emulator.addTopic(chatId);
    bot.emulator.say(chatId, ANA, "/latest", { threadId });
    const sent = await bot.emulator.until("the file", () =>
      bot.emulator.posts(chatId).find((each) => each.file !== null),
    );
    expect(sent.file).toEqual({ fileName: "feeds.opml", text: "<opml/>" });
    expect(sent.message_thread_id).toBe(threadId);
  });
});

describe("buttons", () => {
  test("a press is answered before the slow work and changes the message in place", async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const answer = createFakeAnswer(
      () => ({ text: "Page 1", buttons: [[{ kind: "action", label: "Next", id: "v1:search:4:2" }]] }),
      async () => {
        await slow;
        return { text: "Page 2", buttons: [[{ kind: "action", label: "Back", id: "v1:search:4:1" }]] };
      },
    );
    await bot.start(answer);
    const page = await bot.emulator.type(ANA, ANA, "/search ferry");
    const pressed = bot.emulator.press(page, "Next");
    await bot.emulator.until("the spinner to end", () => bot.emulator.callsOf("answerCallbackQuery").length === 1);
    expect(page.text).toBe("Page 1");
    finish();
    expect((await pressed).text).toBe("Page 2");
    expect(page.buttons.flat().map((each) => each.text)).toEqual(["Back"]);
    expect(answer.presses).toMatchObject([{ buttonId: "v1:search:4:2", actor: { isManager: true } }]);
  });

  test("rights are asked again for whoever presses in a group", async () => {
    const answer = await bot.start(
      createFakeAnswer(() => ({
        text: "Yours",
        buttons: [[{ kind: "action", label: "Remove", id: "v1:unsubscribe:3" }]],
      })),
    );
    const chatId = bot.emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    const list = await bot.emulator.type(chatId, ANA, "/subscriptions");
    await bot.emulator.press(list, "Remove", BEN);
    expect(answer.presses).toMatchObject([{ actor: { id: String(BEN), isManager: false } }]);
  });
});

test("the list of commands is set in every language of the catalogs, English for all others", async () => {
  await bot.start(createFakeAnswer());
  const audiences = 3;
  expect(bot.emulator.callsOf("setMyCommands")).toHaveLength(audiences * LANGUAGES.length);
  for (const language of LANGUAGES) {
    const menu = bot.emulator.world.commands.get(`default:${language === "en" ? "" : language}`) ?? [];
    const text = menu.find((each) => each.command === "search")?.description;
    expect(text).toBe(sayIn(language)("command.search"));
  }
});
