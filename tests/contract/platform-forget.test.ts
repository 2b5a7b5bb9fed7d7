/** /forget on every platform: asked once, confirmed by the one who asked, and then nothing is left; whose buttons are whose. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations, type Shown } from "../helpers/conversation.ts";
import { expectShown } from "../helpers/platform-suite.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 14;
const OFTEN = "said";

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
});
afterAll(() => whole.stop());

const say = async (who: Conversation, line: string, ...expected: readonly (string | RegExp)[]): Promise<Shown> =>
  expectShown(await who.type(line), ...expected);
const press = async (who: Conversation, label: string, ...expected: readonly (string | RegExp)[]): Promise<Shown> =>
  expectShown(await who.press(label), ...expected);

/** The first post comes at once; what comes after an answer would be taken for the next one. */
async function subscribe(who: Conversation): Promise<void> {
  await say(who, "/subscribe everything", "Subscribed to all feeds");
  await vi.waitFor(async () => expect(await who.posts()).toHaveLength(1), WAIT);
  const { outbox } = whole.app.store;
  await vi.waitFor(async () => expect(await outbox.count()).toMatchObject({ claimed: 0, sending: 0 }), WAIT);
}

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("a channel is forgotten once its manager confirms it, and is told what went and what stays", async () => {
    const { subscriptions, outbox } = whole.app.store;
    const who = open(platform);
    await subscribe(who);
    await say(who, "/language en", "English");
    await say(who, `/search ${OFTEN}`, "briefs");
    const asked = await say(who, "/forget", "everything stored is deleted", "cannot be undone");
    expect(asked.buttons()).toEqual(["Forget this channel", "Forget me"]);
    expect(await subscriptions.findByDestination(who.destination)).toHaveLength(1);
    await press(who, "Forget this channel", "1 subscription", "1 record", /answers? kept/, "stays in the channel");
    expect(await subscriptions.findByDestination(who.destination)).toEqual([]);
    expect(await outbox.findByDestination(who.destination, 9)).toEqual([]);
    const { platform: name, address } = who.destination;
    expect(await whole.app.store.notes.get(`language:${name}:${address}`)).toBeNull();
    expect(await whole.app.store.traces.forgetPlace(who.destination)).toMatchObject({ subscriptions: 0, kept: 0 });
    if (platform === "web") expect(await who.posts()).toEqual([]);
    await say(who, "/subscriptions", "no subscriptions");
  });

  test("a person is forgotten alone, and what the channel has stays", async () => {
    const who = open(platform);
    await subscribe(who);
    await say(who, `/search ${OFTEN}`, "briefs");
    const asked = await say(who, "/forget me", "Of you");
    expect(asked.buttons()).toEqual(["Forget me"]);
    await press(who, "Forget me", "Deleted for good", "Nothing else is stored of you");
    expect(await whole.app.store.subscriptions.findByDestination(who.destination)).toHaveLength(1);
  });

  test.runIf(platform !== "web")("who may not change the channel may have themselves forgotten only", async () => {
    const who = open(platform, { isManager: false });
    await say(who, "/forget channel", "only those who manage it");
    expect((await say(who, "/forget", "Of you")).buttons()).toEqual(["Forget me"]);
  });
});

describe("the buttons of somebody's answer, pressed by another in the same channel", () => {
  const OWNER = 71_001;
  const OTHER = 71_002;

  test("on Telegram turn no page and forget nothing: the answer stays, and the other is told", async () => {
    const members = { [OWNER]: { status: "administrator" }, [OTHER]: { status: "administrator" } } as const;
    const chatId = whole.telegram.addChat({ type: "supergroup", members });
    for (const [line, label] of [
      [`/search ${OFTEN}`, "More ▶"],
      ["/forget channel", "Forget this channel"],
    ] as const) {
      const answer = await whole.telegram.type(chatId, OWNER, line);
      const before = answer.text;
      const refused = await whole.telegram.press(answer, label, OTHER);
      expect(refused.text).toContain("belongs to the one who asked");
      const still = whole.telegram.messages(chatId).find((each) => each.message_id === answer.message_id);
      expect(still?.text).toBe(before);
      const own = await whole.telegram.press(answer, label, OWNER);
      expect(own.text).not.toContain("belongs to the one who asked");
    }
  });

  test("on Discord are refused", async () => {
    const guildId = whole.discord.addGuild("Quay readers");
    const channelId = whole.discord.addChannel(guildId, { name: "talk" });
    const [owner, other] = [whole.discord.addPerson({ isManager: true }), whole.discord.addPerson({ isManager: true })];
    const answer = await whole.discord.runCommand(channelId, owner, "search", { words: OFTEN });
    // Only its owner sees the answer: the other's press is forged.
    const turned = await whole.discord.press(answer, owner, "More ▶");
    expect(JSON.stringify(turned)).toContain("page 2");
    const refused = await whole.discord.press(turned, other, "◀ Newer page");
    expect(JSON.stringify(refused)).toContain("belongs to the one who asked");
  });

  test("are everybody's where it was a Telegram channel itself that asked", async () => {
    const chatId = whole.telegram.addChat({
      type: "channel",
      members: { [OWNER]: { status: "administrator", can_post_messages: true } },
    });
    const answer = await whole.telegram.type(chatId, OWNER, `/search ${OFTEN}`);
    expect((await whole.telegram.press(answer, "More ▶", OWNER)).text).toContain("page 2");
  });
});
