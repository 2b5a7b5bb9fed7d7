/** The mute button under a post that many read: who is answered, and where. */

import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import type { EmulatedMessage } from "../helpers/telegram/emulator.ts";
import { createFakeAnswer } from "../helpers/telegram/fakes.ts";
import type { Member } from "../helpers/telegram/world.ts";

const POSTER: Member = { status: "administrator", can_post_messages: true };
const MUTE = "v1:mute:article:7";

const bot = useBot({ commands: COMMANDS });

const labelsOf = (message: EmulatedMessage) => message.buttons.flat().map((button) => button.text);
const openPrivate = (userId: number) => bot.emulator.type(userId, userId, "/latest");
const addGroup = (members: Readonly<Record<number, Member>> = {}) =>
  bot.emulator.addChat({ type: "supergroup", members });

/** The message as it is now, to be compared with later. */
const look = (message: EmulatedMessage) => structuredClone({ ...message });

describe("mute under a post that many read", () => {
  const done = { text: "No more of this story: “Ferry”", isPrivate: true } as const;
  const undo = { kind: "action", label: "Undo", id: "v1:mute:undo:7" } as const;

  const muting = () =>
    createFakeAnswer(undefined, ({ actor, buttonId }) => {
      if (!actor.isManager) return { text: "Only for those who manage it.", isPrivate: true };
      return buttonId === MUTE ? { ...done, buttons: [[undo]] } : { text: "It comes here again." };
    });

  test.each([
    ["group", { status: "administrator" }, true],
    ["supergroup", { status: "creator" }, true],
    ["supergroup", { status: "administrator", is_anonymous: true }, true],
    ["supergroup", { status: "member" }, false],
    ["channel", POSTER, true],
    ["channel", { status: "administrator", can_post_messages: false }, false],
    ["channel", { status: "member" }, false],
  ] as const)("in a %s, pressed by %o, is told in an alert; allowed: %s", async (type, member, isAllowed) => {
    const answer = await bot.start(muting());
    const chatId = bot.emulator.addChat({ type, members: { [ANA]: member } });
    const post = await bot.post(chatId);
    const before = look(post);
    const shown = await bot.emulator.tap(post, "Mute this story", { userId: ANA });
    expect(shown).toEqual({ text: isAllowed ? done.text : "Only for those who manage it.", isAlert: true });
    expect(answer.presses).toMatchObject([
      { buttonId: MUTE, destination: { address: String(chatId) }, actor: { isManager: isAllowed }, isPrivate: true },
    ]);
    expect(look(post)).toEqual(before);
    expect(bot.emulator.posts(chatId)).toEqual([post]);
  });

  test("is undone from the manager's private chat, for the topic it was pressed in", async () => {
    const answer = await bot.start(muting());
    await openPrivate(ANA);
    const chatId = bot.emulator.addChat({
      type: "supergroup",
      isForum: true,
      members: { [ANA]: { status: "creator" } },
    });
    const address = `${chatId}/${bot.emulator.addTopic(chatId)}`;
    const post = await bot.post(address);
    await bot.emulator.tap(post, "Mute this story", { userId: ANA });
    const offered = await bot.emulator.until("Undo", () =>
      bot.emulator.posts(ANA).find((each) => labelsOf(each)[0] === "Undo"),
    );
    expect(offered.text).toBe(`For Harbor news:\n${done.text}`);
    await bot.emulator.press(offered, "Undo", ANA);
    expect(offered.text).toContain("It comes here again.");
    expect(answer.presses.map((each) => [each.buttonId, each.destination.address])).toEqual([
      [MUTE, address],
      [undo.id, address],
    ]);
    expect(bot.emulator.posts(chatId)).toEqual([post]);
  });

  test("says it in an alert alone to a manager who never opened the private chat", async () => {
    await bot.start(muting());
    const chatId = addGroup({ [ANA]: { status: "creator" } });
    await bot.emulator.tap(await bot.post(chatId), "Mute this story", { userId: ANA });
    await bot.emulator.until("the refusal", () => bot.log.entries.some(([, event]) => event === "undo_not_offered"));
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
  });

  test("is told in 200 characters where there is more to say", async () => {
    await bot.start(createFakeAnswer(undefined, () => ({ text: `No more: “${"ferry 🚢 ".repeat(60)}”` })));
    const post = await bot.post(addGroup({ [ANA]: { status: "creator" } }));
    const { text } = await bot.emulator.tap(post, "Mute this story", { userId: ANA });
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/^No more: “ferry .*…$/);
  });

  test("is refused in words where the server does not tell who manages the group", async () => {
    await bot.start(muting());
    const post = await bot.post(addGroup());
    bot.emulator.fault({ method: "getChatMember", kind: "flood", retryAfter: 90 });
    const { text } = await bot.emulator.tap(post, "Mute this story", { userId: ANA });
    expect(text).toContain("try again");
  });
});
