/** The same conversation in each language on each platform: said in it, within the platform's limits, as its emulator demands. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { NO_ROLE, PLACEHOLDERS } from "../../src/domain/post-template.ts";
import type { Language, MessageKey, Say } from "../../src/domain/say.ts";
import { PLATFORM_NAMES, type PlatformName } from "../../src/domain/subscription.ts";
import { saveChannelLanguage } from "../../src/messages/channel-language.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { sayIn } from "../../src/messages/say.ts";
import { type Conversation, createConversations, type Shown } from "../helpers/conversation.ts";
import { keepCalls } from "../helpers/platform-suite.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 14;

const PLACEHOLDER = new RegExp(`\\{(?:${PLACEHOLDERS.join("|")}|quotes:${NO_ROLE})\\}`, "g");

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
});
afterAll(async () => {
  await keepCalls(whole, "languages");
  await whole.stop();
});

/** What is read: no marks of direction, no joiners, one kind of space. */
const toRead = (text: string): string => text.replace(/[\u2060\u2066-\u2069\u200b]/g, "").replace(/\s+/g, " ");

async function expectShown(shown: Shown | null, ...expected: readonly string[]): Promise<void> {
  if (shown === null) throw new Error("The client did not let the command be sent.");
  await vi.waitFor(() => {
    for (const each of expected) expect(toRead(shown.text())).toContain(toRead(each));
  }, WAIT);
}

/** A fresh place that was given the language: many places, because Telegram takes only so many messages in one. */
async function openIn(platform: PlatformName, language: Language): Promise<Conversation> {
  const who = open(platform);
  await saveChannelLanguage(whole.app.store.notes, who.destination, language, new Date());
  return who;
}

/** A message up to its first gap. */
const beginningOf = (say: Say, key: MessageKey): string => (say.find(key) ?? "").split("{")[0] ?? "";

const ROOMS = PLATFORM_NAMES.flatMap((platform) => LANGUAGES.map((language) => [platform, language] as const));

// First, as long as nobody else is subscribed: each example that subscribes leaves a place to which all news goes.
describe.each(ROOMS)("on %s in %s", (platform, language) => {
  test("a channel subscribes, gets a post, lists and ends what it has", async () => {
    const who = open(platform);
    const say = sayIn(language);
    const name = say.languageName(language);
    await expectShown(await who.type(`/language ${language}`), say("language.set", { language: name }));
    await expectShown(
      await who.type("/subscribe everything"),
      beginningOf(say, "subscribe.done"),
      say("subscription.allFeeds"),
      say("subscribe.sample"),
    );
    await vi.waitFor(async () => expect(await who.posts()).not.toEqual([]), WAIT);
    if (platform !== "web") {
      const shown = async () => toRead((await who.posts()).join("\n"));
      const linked = toRead(say("post.inArticle"));
      // The sample is the newest in the room's language, which need not have a quote.
      while (!(await shown()).includes(linked)) {
        const { brief } = await whole.publishNext();
        if (brief.quotes.length > 0) await vi.waitFor(async () => expect(await shown()).toContain(linked), WAIT);
      }
    }
    const listed = await who.type("/subscriptions");
    await expectShown(listed, say("subscriptions.found", { count: 1 }), say("subscription.allFeeds"));
    await expectShown(await who.type("/unsubscribe all"), beginningOf(say, "unsubscribe.done"));
  });
});

describe.each(ROOMS)("on %s in %s", (platform, language) => {
  test("what is asked and what goes wrong is answered in it", async () => {
    const say = sayIn(language);
    const first = await openIn(platform, language);
    await expectShown(
      await first.type("/help"),
      say("help.all", { command: "/help subscribe" }),
      say("command.search"),
    );
    await expectShown(await first.type("/help search"), say("help.options"), say("command.search.words"));
    await expectShown(
      await first.type("/search zyzzyva"),
      say("search.none", { wanted: say("search.about", { words: say.inMarks("zyzzyva") }) }),
    );
    const second = await openIn(platform, language);
    await expectShown(await second.type("/quotes"), say("quotes.nothingAsked"));
    await expectShown(await second.type("/feeds"), say("feeds.howTo"));
    await expectShown(await second.type("/latest count:2"), say("latest.shown", { count: 2 }));
    const third = await openIn(platform, language);
    const found = await third.type("/search said");
    await vi.waitFor(() => expect(found?.buttons()).toContain(say("search.older")), WAIT);
    await third.press(say("search.older"));
  });

  test("every example of every command is answered by something to read", async () => {
    const lines = COMMANDS.filter(({ name }) => name !== "language").flatMap((command) => command.examples);
    for (const line of lines) {
      const who = await openIn(platform, language);
      // The examples' pages are nobody's.
      const shown = await who.type(line.replace("https://news.example", "http://127.0.0.1:9"));
      if (shown === null) throw new Error(`The client did not let ${line} be sent.`);
      await vi.waitFor(() => expect(shown.text().trim()).not.toBe(""), WAIT);
      // A gap of a text is left open nowhere; the placeholders of a template are shown as they are typed.
      expect(toRead(shown.text()).replace(PLACEHOLDER, ""), line).not.toMatch(/[{}]|undefined/);
    }
  });
});
