/** Telegram against the emulator with the real telegraf: what people type, press and are told. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import type { Platform } from "../../src/domain/platform.ts";
import { createTelegram, type TelegramDependencies } from "../../src/platforms/telegram/platform.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../helpers/telegram/emulator.ts";
import {
  buildPost,
  COMMANDS,
  createFakeAnswer,
  createRecordingLog,
  type FakeAnswer,
  NOW,
} from "../helpers/telegram/fakes.ts";

const ANA = 501;
const BEN = 502;

let emulator: TelegramEmulator;
let platform: Platform;
let log = createRecordingLog();

beforeEach(async () => {
  emulator = await startTelegramEmulator();
  log = createRecordingLog();
});

afterEach(async () => {
  await platform.stop();
  await emulator.stop();
});

async function start(answer: FakeAnswer, more: Partial<TelegramDependencies> = {}): Promise<FakeAnswer> {
  platform = createTelegram({
    token: emulator.token,
    apiUrl: emulator.url,
    commands: COMMANDS,
    log,
    clock: () => NOW,
    ...more,
  });
  await platform.start(answer);
  return answer;
}

describe("commands", () => {
  test("a command typed in private is answered there, its options read from the text", async () => {
    const answer = await start(createFakeAnswer(() => ({ text: "Two briefs about <ferry> & more" })));
    const reply = await emulator.type(ANA, ANA, "/search@pullquote_bot ferry strike feed:harbor-wire days:7");
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
    const answer = await start(createFakeAnswer());
    await emulator.type(ANA, ANA, "/brief https:\u2060//harbor.\u2060example/a");
    expect(answer.invocations).toMatchObject([{ rawOptions: { url: "https://harbor.example/a" } }]);
  });

  test("a command for another bot is not answered", async () => {
    const answer = await start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "group" });
    emulator.say(chatId, ANA, "/search@other_bot ferry");
    emulator.say(chatId, ANA, "/unknown");
    await emulator.type(chatId, ANA, "/latest");
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["latest"]);
  });

  test("in a group the answer names the message it answers, also when it would be private", async () => {
    await start(createFakeAnswer(() => ({ text: "Found.", isPrivate: true })));
    const chatId = emulator.addChat({ type: "supergroup" });
    const reply = await emulator.type(chatId, ANA, "/search ferry");
    const asked = emulator.messages(chatId).find((each) => each.text === "/search ferry");
    expect(reply.replyTo).toBe(asked?.message_id);
  });

  test("in a group only administrators are managers, asked of Telegram once a minute", async () => {
    const answer = await start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "administrator" } } });
    await emulator.type(chatId, ANA, "/subscribe everything");
    await emulator.type(chatId, ANA, "/subscribe everything");
    await emulator.type(chatId, BEN, "/subscribe everything");
    await emulator.type(chatId, 0, "/subscribe everything", { asChat: true });
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([true, true, false, true]);
    expect(emulator.callsOf("getChatMember")).toHaveLength(2);
  });

  test("a forum topic is a place of its own, the General topic is the group", async () => {
    const answer = await start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "supergroup", isForum: true });
    const topic = emulator.addTopic(chatId);
    const inTopic = await emulator.type(chatId, ANA, "/latest", { threadId: topic });
    const inGeneral = await emulator.type(chatId, ANA, "/latest");
    expect(inTopic.message_thread_id).toBe(topic);
    expect(inGeneral.message_thread_id).toBeNull();
    expect(answer.invocations.map((each) => each.destination.address)).toEqual([`${chatId}/${topic}`, String(chatId)]);
  });

  test("a command written in a channel is answered in the channel", async () => {
    const answer = await start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "channel" });
    await emulator.type(chatId, 0, "/subscribe everything");
    expect(answer.invocations).toMatchObject([
      { destination: { address: String(chatId) }, actor: { isManager: true } },
    ]);
  });

  test("other bots, other channels' voices and copies of a linked channel's posts steer nothing", async () => {
    const answer = await start(createFakeAnswer());
    const chatId = emulator.addChat({ type: "supergroup" });
    const chat = { id: chatId, type: "supergroup", title: "Harbor news" };
    const message = { message_id: 900, date: 1, chat, text: "/subscribe everything" };
    const channel = { id: -1001999, type: "channel", title: "Elsewhere" };
    const bot = { id: 9, is_bot: true, first_name: "Bot" };
    emulator.updates.push("message", { ...message, from: bot });
    emulator.updates.push("message", { ...message, from: bot, sender_chat: channel, is_automatic_forward: true });
    emulator.updates.push("message", { ...message, from: bot, sender_chat: channel });
    await emulator.type(chatId, ANA, "/latest", { where: (each) => each.text === "Did latest." });
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
    await start(
      createFakeAnswer(async ({ commandName }) => {
        if (commandName === "brief") await slow;
        return { text: `Did ${commandName}.` };
      }),
    );
    emulator.say(ANA, ANA, "/brief https://harborwire.example/x");
    expect((await emulator.type(BEN, BEN, "/latest")).text).toBe("Did latest.");
    finish();
    await emulator.until("the slow answer", () => emulator.posts(ANA).find((each) => each.text === "Did brief."));
  });

  test("progress is shown in a message that becomes the answer", async () => {
    await start(
      createFakeAnswer(async ({ onProgress }) => {
        await onProgress?.("Reading the page…");
        return { text: "Here it is." };
      }),
    );
    emulator.say(ANA, ANA, "https://harborwire.example/x");
    const shown = await emulator.until("the answer", () => emulator.posts(ANA).find((each) => each.editCount === 1));
    expect(shown.text).toBe("Here it is.");
    expect(emulator.posts(ANA)).toHaveLength(1);
  });

  test("a fault in the program ends neither polling nor the next answer", async () => {
    await start(
      createFakeAnswer(({ commandName }) => {
        if (commandName === "latest") throw new Error("boom");
        return { text: "Fine." };
      }),
    );
    emulator.say(ANA, ANA, "/latest");
    expect((await emulator.type(ANA, ANA, "/search ferry")).text).toBe("Fine.");
    expect(log.entries.map(([, event]) => event)).toContain("update_failed");
  });

  test("an update delivered twice is answered once", async () => {
    const answer = await start(createFakeAnswer());
    const updateId = emulator.say(ANA, ANA, "/latest");
    await emulator.until("the answer", () => emulator.posts(ANA).length === 1);
    emulator.updates.repeat(updateId);
    await emulator.type(ANA, ANA, "/search ferry", { where: (each) => each.text === "Did search." });
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["latest", "search"]);
  });

  test("a file comes as a document", async () => {
    await start(
      createFakeAnswer(() => ({
        text: "The feeds:",
        file: { name: "feeds.opml", contentType: "text/xml", text: "<opml/>" },
      })),
    );
    const chatId = emulator.addChat({ type: "supergroup", isForum: true });
    const threadId = emulator.addTopic(chatId);
    emulator.say(chatId, ANA, "/latest", { threadId });
    const sent = await emulator.until("the file", () => emulator.posts(chatId).find((each) => each.file !== null));
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
    await start(answer);
    const page = await emulator.type(ANA, ANA, "/search ferry");
    const pressed = emulator.press(page, "Next");
    await emulator.until("the spinner to end", () => emulator.callsOf("answerCallbackQuery").length === 1);
    expect(page.text).toBe("Page 1");
    finish();
    expect((await pressed).text).toBe("Page 2");
    expect(page.buttons.flat().map((each) => each.text)).toEqual(["Back"]);
    expect(answer.presses).toMatchObject([{ buttonId: "v1:search:4:2", actor: { isManager: true } }]);
  });

  test("rights are asked again for whoever presses in a group", async () => {
    const answer = await start(
      createFakeAnswer(() => ({
        text: "Yours",
        buttons: [[{ kind: "action", label: "Remove", id: "v1:unsubscribe:3" }]],
      })),
    );
    const chatId = emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    const list = await emulator.type(chatId, ANA, "/subscriptions");
    await emulator.press(list, "Remove", BEN);
    expect(answer.presses).toMatchObject([{ actor: { id: String(BEN), isManager: false } }]);
  });
});

describe("posts", () => {
  const here = { platform: "telegram", address: String(ANA) } as const;

  test("a post is one message with linked headline, quotes and who said them", async () => {
    await start(createFakeAnswer());
    await emulator.type(ANA, ANA, "/latest");
    const result = await platform.send(here, buildPost(), toDeliveryId(1), { isSilent: true });
    const sent = emulator.posts(ANA).at(-1);
    expect(result).toEqual({ outcome: "sent", messageId: String(sent?.message_id) });
    expect(sent?.text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter\n\nThe ferry to Lindmere will stop on Friday. It carried 40,000 people last year.\n\nWe have no choice this winter\n— Ada Lindqvist, harbor master · in the article",
    );
    expect(sent?.entities.filter((each) => each.type === "text_link").map((each) => each.url)).toEqual([
      "https://harborwire.example/ferry-stops",
      "https://harborwire.example/ferry-stops#:~:text=We%20have%20no%20choice",
    ]);
    expect(sent?.isSilent).toBe(true);
  });

  test("an edited post shows the new text, and showing it already is success", async () => {
    await start(createFakeAnswer());
    await emulator.type(ANA, ANA, "/latest");
    const result = await platform.send(here, buildPost(), toDeliveryId(1));
    const messageId = result.outcome === "sent" ? result.messageId : "";
    const updated = buildPost({ headline: "Ferry sails after all", isUpdated: true });
    expect(await platform.edit(here, messageId, updated)).toEqual({ outcome: "sent", messageId });
    expect(await platform.edit(here, messageId, updated)).toEqual({ outcome: "sent", messageId });
    expect(emulator.posts(ANA).at(-1)?.text).toContain("updated\nFerry sails after all");
  });

  test("as a rich message, when switched on: the same words, each quote with its credit", async () => {
    await start(createFakeAnswer(), { hasRichPosts: true });
    await emulator.type(ANA, ANA, "/latest");
    const result = await platform.send(here, buildPost(), toDeliveryId(1));
    const sent = emulator.posts(ANA).at(-1);
    expect(sent?.text).toBe(
      "Harbor Wire · 23 Nov 2026\nFerry to Lindmere stops for the winter\nThe ferry to Lindmere will stop on Friday. It carried 40,000 people last year.\nWe have no choice this winter\n— Ada Lindqvist, harbor master · in the article",
    );
    expect(sent?.entities.map((each) => each.type)).toEqual([
      "bold",
      "date_time",
      "text_link",
      "blockquote",
      "text_link",
    ]);
    const messageId = result.outcome === "sent" ? result.messageId : "";
    await platform.edit(here, messageId, buildPost({ isUpdated: true }));
    expect(sent?.text).toContain("23 Nov 2026 · updated\n");
  });

  test("a server that knows no rich messages gets HTML, and is not asked again", async () => {
    emulator.forget("sendRichMessage");
    await start(createFakeAnswer(), { hasRichPosts: true });
    await emulator.type(ANA, ANA, "/latest");
    expect((await platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("sent");
    expect((await platform.send(here, buildPost(), toDeliveryId(2))).outcome).toBe("sent");
    expect(emulator.callsOf("sendRichMessage")).toHaveLength(1);
    expect(emulator.posts(ANA).at(-1)?.raw).toContain("<blockquote>");
  });

  test("a server that knows no times gets the date as words, in posts and inline results, and is not asked again", async () => {
    emulator.forget("tg-time");
    await start(createFakeAnswer(() => ({ text: "", posts: [buildPost()] })));
    await emulator.type(ANA, ANA, "/latest");
    expect(await emulator.ask(ANA, "ferry")).toHaveLength(1);
    expect((await platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("sent");
    expect(emulator.posts(ANA).at(-1)?.text).toContain("Harbor Wire · 23 Nov 2026\n");
    const marked = emulator.calls.filter((call) => JSON.stringify(call.params).includes("<tg-time"));
    expect(marked).toHaveLength(1);
  });

  test("before the start and after the stop a post is to be tried again", async () => {
    await start(createFakeAnswer());
    await platform.stop();
    expect((await platform.send(here, buildPost(), toDeliveryId(1))).outcome).toBe("retry");
    expect(platform.health()).toBe("Telegram is stopped.");
  });
});
