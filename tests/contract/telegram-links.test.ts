/** Telegram's deep links, inline search, and answers that only the asker sees. */

import { describe, expect, test } from "vitest";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { buildPost, createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { badRequest } from "../helpers/telegram/refusal.ts";

const bot = useBot();

describe("deep links and inline search", () => {
  test.each([
    ["/start", "help", {}],
    ["/start subscribe_harbor-wire", "subscribe", { what: "harbor-wire" }],
    ["/start search_interest_rates", "search", { words: "interest rates" }],
    ["/start nonsense_x", "help", {}],
    ["what can you do?", "help", {}],
    ["https://harborwire.example/a", "brief", { url: "https://harborwire.example/a" }],
  ])("%s runs /%s", async (text, commandName, rawOptions) => {
    const answer = await bot.start();
    await bot.emulator.type(ANA, ANA, text);
    expect(answer.invocations).toMatchObject([{ commandName, rawOptions }]);
  });

  test("inline search offers briefs to send, and the newest when nothing is typed", async () => {
    const answer = await bot.start(
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
    const found = await bot.emulator.ask(ANA, "ferry");
    expect(found).toMatchObject([{ title: "Ferry <stops>", description: "Harbor Wire: @all stop" }]);
    expect(found[0]?.["input_message_content"]).toMatchObject({
      message_text: '<a href="https://harborwire.example/f">Ferry &lt;stops&gt;</a>\nHarbor Wire: @\u2060all stop',
    });
    expect(await bot.emulator.ask(ANA, "")).toHaveLength(1);
    expect(answer.invocations.map((each) => each.commandName)).toEqual(["search", "latest"]);
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([false, false]);
  });

  test("inline search reads options as /search does", async () => {
    const answer = await bot.start();
    await bot.emulator.ask(ANA, "port strike days:7");
    expect(answer.invocations).toMatchObject([
      { commandName: "search", rawOptions: { words: "port strike", days: "7" } },
    ]);
  });

  test("inline search without a result leads to the same search in private", async () => {
    await bot.start(createFakeAnswer(() => ({ text: "Nothing." })));
    expect(await bot.emulator.ask(ANA, "Fähre")).toEqual([]);
    const [call] = bot.emulator.callsOf("answerInlineQuery");
    const button = call?.params["button"] as { start_parameter: string } | undefined;
    const answer = createFakeAnswer();
    await bot.platform.stop();
    await bot.start(answer);
    await bot.emulator.type(ANA, ANA, `/start ${button?.start_parameter}`);
    expect(answer.invocations).toMatchObject([{ commandName: "search", rawOptions: { words: "Fähre" } }]);
  });
});

describe("answers that only the asker sees, when switched on", () => {
  const button = { kind: "action", label: "Next", id: "v1:search:1:2" } as const;
  const found = () => createFakeAnswer(() => ({ text: "Page 1", isPrivate: true, buttons: [[button]] }));

  test("a private answer in a group is shown to one person, and its buttons change it for them", async () => {
    await bot.start(found(), { hasEphemeralReplies: true });
    const chatId = bot.emulator.addChat({ type: "supergroup" });
    const page = await bot.emulator.type(chatId, ANA, "/search ferry");
    expect(page.onlyFor).toBe(ANA);
    expect((await bot.emulator.press(page, "Next")).text).toBe("Pressed v1:search:1:2.");
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
    expect((await bot.emulator.type(ANA, ANA, "/search ferry")).onlyFor).toBeNull();
  });

  test("a server that cannot do so shows it to all", async () => {
    await bot.start(found(), { hasEphemeralReplies: true });
    const chatId = bot.emulator.addChat({ type: "supergroup" });
    bot.emulator.fault({ method: "sendMessage", kind: "refusal", refusal: badRequest("EPHEMERAL_UNSUPPORTED") });
    expect((await bot.emulator.type(chatId, ANA, "/search ferry")).onlyFor).toBeNull();
  });

  test("an answer that is not private is shown to all", async () => {
    await bot.start(createFakeAnswer(), { hasEphemeralReplies: true });
    const chatId = bot.emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    expect((await bot.emulator.type(chatId, ANA, "/subscribe everything")).onlyFor).toBeNull();
  });
});
