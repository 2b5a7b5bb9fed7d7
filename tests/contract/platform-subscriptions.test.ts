/** Subscriptions on every platform: the same wishes, changes and buttons with the same outcomes. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import { type Conversation, createConversations, type Shown } from "../helpers/conversation.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 6;
const THEME = ["subscribe", "edit"];

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;
const typedLines: string[] = [];

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
});
afterAll(() => whole.stop());

async function expectShown(shown: Shown, ...expected: readonly (string | RegExp)[]): Promise<void> {
  await vi.waitFor(() => {
    for (const each of expected) expect(shown.text()).toMatch(each);
  }, WAIT);
}

async function say(who: Conversation, line: string, ...expected: readonly (string | RegExp)[]): Promise<Shown> {
  typedLines.push(line);
  const shown = await who.type(line);
  if (shown === null) throw new Error(`${who.platform} did not let ${line} be sent.`);
  await expectShown(shown, ...expected);
  return shown;
}

async function press(who: Conversation, label: string, ...expected: readonly (string | RegExp)[]): Promise<Shown> {
  const shown = await who.press(label);
  await expectShown(shown, ...expected);
  return shown;
}

const standing = (who: Conversation) => whole.app.store.subscriptions.findByDestination(who.destination);
const toNumber = (shown: Shown): string => /number (\d+)/.exec(shown.text())?.[1] ?? "";

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("a subscription is paused, resumed, tried, edited and removed by its buttons", async () => {
    const who = open(platform);
    await say(who, "/subscribe everything", "Subscribed to all feeds");
    await vi.waitFor(async () => expect(await who.posts()).toHaveLength(1), WAIT);
    const list = await say(who, "/subscriptions", "1 subscription", "Last post");
    await vi.waitFor(() => expect(list.buttons()).toEqual(["Pause", "Edit", "Test", "Remove"]), WAIT);
    await press(who, "Pause", "Paused: nothing more comes");
    expect((await standing(who))[0]?.pausedReason).toBe("paused");
    await press(who, "Resume", "Resumed");
    expect((await standing(who))[0]?.pausedReason).toBeNull();
    await press(who, "Edit", "Press to change");
    await press(who, "Fewer quotes", "2 quotes a post");
    await press(who, "◀ Done", "2 quotes a post");
    // The newest of all need not be the sample, which is the newest in the room's language; tried twice, it is there.
    for (const answer of [/is being posted|was posted here before/, "was posted here before"]) {
      await press(who, "Test", answer);
      // Until it has left, it is said to wait.
      await vi.waitFor(
        async () => expect(await whole.app.store.outbox.count()).toMatchObject({ pending: 0, claimed: 0, sending: 0 }),
        WAIT,
      );
      await say(who, "/subscriptions", "1 subscription");
    }
    await press(who, "Remove", "for good");
    await press(who, "No, keep", "all feeds");
    await press(who, "Remove", "for good");
    await press(who, "Yes, remove", "Unsubscribed from all feeds", "no subscriptions");
    expect(await standing(who)).toEqual([]);
  });

  test("/why leads to the post itself, where the platform has a link for it", async () => {
    const who = open(platform);
    await say(who, "/subscribe everything", "Subscribed to all feeds");
    await vi.waitFor(async () => expect(await who.posts()).toHaveLength(1), WAIT);
    const [owed] = await whole.app.store.outbox.findByDestination(who.destination, 1);
    await vi.waitFor(
      async () => expect(await whole.app.store.outbox.count()).toMatchObject({ claimed: 0, sending: 0 }),
      WAIT,
    );
    const shown = await say(who, `/why #${owed?.articleId}`, "It was posted here");
    // A private chat on Telegram has none.
    expect(shown.buttons()).toEqual(platform === "telegram" ? [] : ["See the post"]);
  });

  test("every wish can be typed at first and changed later", async () => {
    const who = open(platform);
    const wishes =
      'topic:local,politics words:"port strike",ferry without:football speaker:minister author:Moor category:harbor language:en,de pictures:off hashtags:yes size:2 quotes:1 sentences:2 silent:yes compact:no digest:weekly at:07:30 weekday:friday zone:Europe/Berlin quiet:22:00-07:00 title:Morning sender:bot whole:no';
    const number = toNumber(await say(who, `/subscribe everything ${wishes}`, "news on local or politics", "Friday"));
    await say(
      who,
      `/edit ${number} topic:politics words:none without:none digest:off quiet:off sender:bot`,
      `Subscription ${number} is now`,
    );
    await say(who, `/edit ${number} digest:quotes`, "as the quotes of the week on Friday");
    await say(who, `/edit ${number} digest:off`, `Subscription ${number} is now`);
    const [changed] = await standing(who);
    expect(changed?.filter).toMatchObject({
      topics: ["politics"],
      words: [],
      excludedWords: [],
      speakers: ["minister"],
      authors: ["Moor"],
      categories: ["harbor"],
      languages: ["en", "de"],
    });
    expect(changed?.display).toMatchObject({
      pictures: "off",
      hasHashtags: true,
      rhythm: "each",
      quietFrom: null,
      title: "Morning",
      sizeMin: 2,
    });
    await say(who, `/edit ${number} ${wishes}`, "Friday");
    const role = `/edit ${number} role:<@&4242>`;
    await say(who, role, platform === "discord" ? "telling a role" : "Roles exist on Discord only");
    expect((await standing(who))[0]?.display.mentionRoleId === null).toBe(platform !== "discord");
    await say(who, `/edit ${number} role:none`, `Subscription ${number} is now`);
    expect((await standing(who))[0]?.display.mentionRoleId).toBeNull();
    await say(
      who,
      "/subscribe everything role:none words:quay",
      platform === "discord" ? "Everyone is never told" : "Subscribed to all feeds",
    );
  });

  test.each([
    ["/subscribe everything zone:Nowhere", "no time zone"],
    ["/subscribe everything at:dawn", "time of day"],
    ["/subscribe everything quiet:night", "two times"],
    ["/subscribe everything language:klingonish", "No language is called"],
    ["/edit 999999 quotes:1", "no subscription 999999"],
    ["/edit 999999", "no subscription 999999"],
  ])("%s is answered with a sentence that helps", async (line, expected) => {
    await say(open(platform), line, expected);
  });
});

test("the conversations above use every option of /subscribe but its feed, and of /edit", () => {
  const used = new Set(
    typedLines.flatMap((line) => {
      const typed = readTypedCommand(line, null);
      const command = COMMANDS.find((each) => each.name === typed?.name);
      if (command === undefined) return [];
      return Object.keys(readArguments(command, typed?.rest ?? "")).map((name) => `/${command.name} ${name}`);
    }),
  );
  const all = COMMANDS.filter((command) => THEME.includes(command.name)).flatMap((command) =>
    Object.keys(command.options).map((name) => `/${command.name} ${name}`),
  );
  expect(all.filter((each) => !used.has(each))).toEqual([]);
});
