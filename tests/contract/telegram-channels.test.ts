/** Telegram channels managed from the private chat, the bot's comings and goings, deep links and inline search. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Platform } from "../../src/domain/platform.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { sayIn } from "../../src/messages/say.ts";
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
import { badRequest } from "../helpers/telegram/refusal.ts";
import type { Member } from "../helpers/telegram/world.ts";

const ANA = 501;
const BEN = 502;
const POSTER: Member = { status: "administrator", can_post_messages: true };

let emulator: TelegramEmulator;
let platform: Platform;

beforeEach(async () => {
  emulator = await startTelegramEmulator();
});

afterEach(async () => {
  await platform.stop();
  await emulator.stop();
});

async function start(
  answer: FakeAnswer = createFakeAnswer(),
  more: Partial<TelegramDependencies> = {},
): Promise<FakeAnswer> {
  platform = createTelegram({
    token: emulator.token,
    apiUrl: emulator.url,
    commands: COMMANDS,
    log: createRecordingLog(),
    clock: () => NOW,
    ...more,
  });
  await platform.start(answer);
  return answer;
}

describe("a channel managed from the private chat", () => {
  test.each([
    ["/subscribe @harbornews everything words:ferry"],
    ["/subscribe everything channel:@harbornews words:ferry"],
    ["/subscribe channel:t.me/harbornews everything words:ferry"],
  ])("%s reaches the channel, and the answer names it", async (text) => {
    const answer = await start();
    const chatId = emulator.addChat({
      type: "channel",
      title: "Harbor News",
      username: "harbornews",
      members: { [ANA]: POSTER },
    });
    const reply = await emulator.type(ANA, ANA, text);
    expect(reply.text).toBe("For Harbor News:\nDid subscribe.");
    expect(answer.invocations).toMatchObject([
      {
        rawOptions: { what: "everything", words: "ferry" },
        destination: { address: String(chatId) },
        actor: { id: String(ANA), isManager: true },
      },
    ]);
    expect(emulator.posts(chatId)).toEqual([]);
  });

  test("a topic of a private group is named by its ids", async () => {
    const answer = await start();
    const chatId = emulator.addChat({ type: "supergroup", isForum: true, members: { [ANA]: { status: "creator" } } });
    const topic = emulator.addTopic(chatId);
    await emulator.type(ANA, ANA, `/subscribe ${chatId}/${topic} everything`);
    expect(answer.invocations).toMatchObject([{ destination: { address: `${chatId}/${topic}` } }]);
  });

  test.each<readonly [who: string, person: Member | null, bot: Member | null, expected: RegExp]>([
    ["a stranger", null, POSTER, /^Only those who may post in Harbor News can manage it/],
    ["an administrator without the right to post", { status: "administrator" }, POSTER, /^Only those who may post/],
    ["the owner, when the bot may not post", { status: "creator" }, { status: "administrator" }, /^I may not post in/],
    ["the owner, when the bot is not there", { status: "creator" }, { status: "left" }, /^I may not post in/],
  ])("%s is told what is missing", async (_who, person, bot, expected) => {
    const answer = await start();
    emulator.addChat({
      type: "channel",
      title: "Harbor News",
      username: "harbornews",
      members: person === null ? {} : { [ANA]: person },
      bot,
    });
    expect((await emulator.type(ANA, ANA, "/subscribe @harbornews everything")).text).toMatch(expected);
    expect((await emulator.type(ANA, ANA, "/subscriptions @harbornews")).text).toMatch(expected);
    expect(answer.invocations).toEqual([]);
  });

  test("a channel nobody knows, or a person's name, is not found", async () => {
    await start();
    expect((await emulator.type(ANA, ANA, "/subscribe @nowhere everything")).text).toMatch(
      /^I can’t find @\u2060nowhere/,
    );
    await emulator.type(BEN, BEN, "/latest");
    expect((await emulator.type(ANA, ANA, `/subscriptions channel:${BEN}`)).text).toBe("Did subscriptions.");
  });

  test("in a group another channel cannot be named", async () => {
    const answer = await start();
    emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const groupId = emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    await emulator.type(groupId, ANA, "/subscribe @harbornews everything");
    expect(answer.invocations).toMatchObject([{ destination: { address: String(groupId) } }]);
  });

  test("a word that looks like a name is a word in a search", async () => {
    const answer = await start();
    await emulator.type(ANA, ANA, "/search @harbornews");
    expect(answer.invocations).toMatchObject([{ rawOptions: { words: "@harbornews" } }]);
  });

  test("buttons of an answer about the channel act on the channel, for those who manage it", async () => {
    const button = { kind: "action", label: "Remove", id: "v1:unsubscribe:3" } as const;
    const answer = await start(createFakeAnswer(() => ({ text: "One subscription", buttons: [[button]] })));
    const chatId = emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const list = await emulator.type(ANA, ANA, "/subscriptions @harbornews");
    expect((await emulator.press(list, "Remove")).text).toBe("For Harbor news:\nPressed v1:unsubscribe:3.");
    expect(answer.presses).toMatchObject([{ buttonId: "v1:unsubscribe:3", destination: { address: String(chatId) } }]);
  });

  test("rights lost since the answer are noticed at the press", async () => {
    const button = { kind: "action", label: "Remove", id: "v1:unsubscribe:3" } as const;
    const answer = await start(createFakeAnswer(() => ({ text: "One subscription", buttons: [[button]] })));
    const chatId = emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const list = await emulator.type(ANA, ANA, "/subscriptions @harbornews");
    emulator.setBot(chatId, { status: "left" }, ANA);
    await emulator.until("the removal to be noticed", () => answer.gone.length > 0);
    expect((await emulator.press(list, "Remove")).text).toMatch(/^I may not post in/);
    expect(answer.presses).toEqual([]);
  });

  test("a channel is picked in Telegram's own list, which adds the bot to it", async () => {
    await start();
    const chatId = emulator.addChat({ type: "channel", title: "Harbor News", members: { [ANA]: POSTER }, bot: null });
    await emulator.type(ANA, ANA, "/channel");
    emulator.share(ANA, "Choose a channel", chatId);
    const ready = await emulator.until("the answer", () => emulator.posts(ANA)[1]);
    expect(ready.text).toBe(
      `Harbor News is ready. Write its name first to manage it from here:\n/subscribe ${chatId} everything\n/subscriptions ${chatId}`,
    );
    expect((await emulator.type(ANA, ANA, `/subscribe ${chatId} everything`)).text).toBe(
      "For Harbor News:\nDid subscribe.",
    );
  });

  test("somebody who shares a channel that is not theirs is refused", async () => {
    await start();
    const chatId = emulator.addChat({ type: "channel", title: "Harbor News", members: { [BEN]: POSTER } });
    await emulator.type(ANA, ANA, "/channel");
    emulator.share(ANA, "Choose a channel", chatId);
    const refused = await emulator.until("the answer", () => emulator.posts(ANA)[1]);
    expect(refused.text).toMatch(/^Only those who may post in Harbor News/);
  });
});

describe("coming and going", () => {
  test("blocked in private: the place is left; back again: it has joined", async () => {
    const answer = await start();
    await emulator.type(ANA, ANA, "/latest");
    emulator.setBot(ANA, { status: "kicked" });
    emulator.setBot(ANA, { status: "member" });
    await emulator.until("both changes", () => emulator.updates.waiting() === 0 && answer.back.length > 0);
    expect(answer.gone).toEqual([{ platform: "telegram", address: String(ANA) }]);
    expect(answer.back).toEqual([{ platform: "telegram", address: String(ANA) }]);
  });

  test("added to a group the bot greets it once; removed, the group is left", async () => {
    const answer = await start();
    const chatId = emulator.addChat({ type: "supergroup", bot: null });
    emulator.setBot(chatId, { status: "member" }, ANA);
    const greeting = await emulator.until("the greeting", () => emulator.posts(chatId)[0]);
    expect(greeting.text).toContain("/subscribe everything");
    emulator.setBot(chatId, { status: "administrator" }, ANA);
    emulator.setBot(chatId, { status: "left" }, ANA);
    await emulator.until("the removal", () => answer.gone.length > 0);
    expect(emulator.posts(chatId)).toHaveLength(1);
    expect(answer.gone).toEqual([{ platform: "telegram", address: String(chatId) }]);
  });

  test("added to a channel the bot writes to the person, never to the readers", async () => {
    const answer = await start();
    await emulator.type(ANA, ANA, "/latest");
    const chatId = emulator.addChat({ type: "channel", username: "harbornews", bot: null });
    emulator.setBot(chatId, POSTER, ANA);
    const greeting = await emulator.until("the greeting", () => emulator.posts(ANA)[1]);
    expect(greeting.text).toBe("I may post in your channel now. Start with: /subscribe @harbornews everything");
    emulator.setBot(chatId, { status: "administrator", can_post_messages: false }, ANA);
    await emulator.until("the lost right", () => answer.gone.length > 0);
    expect(emulator.posts(chatId)).toEqual([]);
  });
});

describe("deep links and inline search", () => {
  test.each([
    ["/start", "help", {}],
    ["/start subscribe_harbor-wire", "subscribe", { what: "harbor-wire" }],
    ["/start search_interest_rates", "search", { words: "interest rates" }],
    ["/start nonsense_x", "help", {}],
    ["what can you do?", "help", {}],
    ["https://harborwire.example/a", "brief", { url: "https://harborwire.example/a" }],
  ])("%s runs /%s", async (text, commandName, rawOptions) => {
    const answer = await start();
    await emulator.type(ANA, ANA, text);
    expect(answer.invocations).toMatchObject([{ commandName, rawOptions }]);
  });

  test("inline search offers briefs to send, and the newest when nothing is typed", async () => {
    const answer = await start(
      createFakeAnswer(({ commandName }) =>
        commandName === "search"
          ? {
              text: "1 brief",
              lists: [
                {
                  title: null,
                  items: [
                    { text: "Ferry <stops>", url: "https://harborwire.example/f", detail: "Harbor Wire: @all stop" },
                    { text: "No link", url: null, detail: null },
                  ],
                },
              ],
            }
          : { text: "Newest", posts: [buildPost(), buildPost()] },
      ),
    );
    const found = await emulator.ask(ANA, "ferry");
    expect(found).toMatchObject([{ title: "Ferry <stops>", description: "Harbor Wire: @all stop" }]);
    expect(found[0]?.["input_message_content"]).toMatchObject({
      message_text: '<a href="https://harborwire.example/f">Ferry &lt;stops&gt;</a>\nHarbor Wire: @\u2060all stop',
    });
    expect(await emulator.ask(ANA, "")).toHaveLength(1);
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["search", "latest"]);
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([false, false]);
  });

  test("inline search reads options as /search does", async () => {
    const answer = await start();
    await emulator.ask(ANA, "port strike days:7");
    expect(answer.invocations).toMatchObject([
      { commandName: "search", rawOptions: { words: "port strike", days: "7" } },
    ]);
  });

  test("inline search without a result leads to the same search in private", async () => {
    await start(createFakeAnswer(() => ({ text: "Nothing." })));
    expect(await emulator.ask(ANA, "Fähre")).toEqual([]);
    const [call] = emulator.callsOf("answerInlineQuery");
    const button = call?.params["button"] as { start_parameter: string } | undefined;
    const answer = createFakeAnswer();
    await platform.stop();
    await start(answer);
    await emulator.type(ANA, ANA, `/start ${button?.start_parameter}`);
    expect(answer.invocations).toMatchObject([{ commandName: "search", rawOptions: { words: "Fähre" } }]);
  });
});

describe("answers that only the asker sees, when switched on", () => {
  const button = { kind: "action", label: "Next", id: "v1:search:1:2" } as const;
  const found = () => createFakeAnswer(() => ({ text: "Page 1", isPrivate: true, buttons: [[button]] }));

  test("a private answer in a group is shown to one person, and its buttons change it for them", async () => {
    await start(found(), { hasEphemeralReplies: true });
    const chatId = emulator.addChat({ type: "supergroup" });
    const page = await emulator.type(chatId, ANA, "/search ferry");
    expect(page.onlyFor).toBe(ANA);
    expect((await emulator.press(page, "Next")).text).toBe("Pressed v1:search:1:2.");
    expect(emulator.posts(chatId)).toHaveLength(1);
    expect((await emulator.type(ANA, ANA, "/search ferry")).onlyFor).toBeNull();
  });

  test("a server that cannot do so shows it to all", async () => {
    await start(found(), { hasEphemeralReplies: true });
    const chatId = emulator.addChat({ type: "supergroup" });
    emulator.fault({ method: "sendMessage", kind: "refusal", refusal: badRequest("EPHEMERAL_UNSUPPORTED") });
    expect((await emulator.type(chatId, ANA, "/search ferry")).onlyFor).toBeNull();
  });

  test("an answer that is not private is shown to all", async () => {
    await start(createFakeAnswer(), { hasEphemeralReplies: true });
    const chatId = emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    expect((await emulator.type(chatId, ANA, "/subscribe everything")).onlyFor).toBeNull();
  });
});

test("the list of commands is set in every language of the catalogs, English for all others", async () => {
  await start(createFakeAnswer());
  const audiences = 3;
  expect(emulator.callsOf("setMyCommands")).toHaveLength(audiences * LANGUAGES.length);
  for (const language of LANGUAGES) {
    const menu = emulator.world.commands.get(`default:${language === "en" ? "" : language}`) ?? [];
    const text = menu.find((each) => each.command === "search")?.description;
    expect(text).toBe(sayIn(language)("command.search"));
  }
});
