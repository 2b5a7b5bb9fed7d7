/** Posts translated by a model, on every platform: chosen, marked, with the original one press away; and never late for it. */

import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { DEFAULT_DISPLAY, EMPTY_FILTER, PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { buildArticle, buildPublication } from "../helpers/build.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { type Answer, type ModelServer, startModelServer, translateWith } from "../helpers/model-server.ts";
import { expectShown, keepCalls } from "../helpers/platform-suite.ts";
import type { HeldFile } from "../helpers/sent-file.ts";
import { findStandingPost } from "../helpers/standing-post.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const MODEL = "tiny-1_@x";
const SENTENCE = "The Varen harbor council voted 7 to 4 on Tuesday to keep the Ellory pier open to ferries.";
const QUOTE = "We will not sell the pier to anybody as long as I am here";
const GERMAN: Readonly<Record<string, string>> = {
  [SENTENCE]:
    "Der Hafenrat von Varen stimmte am Dienstag mit 7 zu 4 dafür, den Pier Ellory für Fähren offen zu halten.",
  [QUOTE]: "Wir werden den Pier an niemanden verkaufen, solange ich hier bin",
  "the harbor master": "die Hafenmeisterin",
};
let count = 0;
const toHeadline = (number: number): string => `Varen votes to keep its old pier, vote ${number}`;
const toGerman = (line: string): string =>
  GERMAN[line] ??
  line.replace(/^Varen votes to keep its old pier, vote (\d+)$/, "Varen stimmt für seinen alten Pier, Abstimmung $1");
const well = translateWith(toGerman);

let answer: Answer = well;
let model: ModelServer;
let whole: WholeApp;
let open: ReturnType<typeof createConversations>;
beforeAll(async () => {
  model = await startModelServer((request, asked) => answer(request, asked));
  whole = await startWholeApp({ env: { MODEL_URL: model.url, MODEL_NAME: MODEL, TRANSLATIONS_PER_DAY: "40" } });
  open = createConversations(whole);
});
afterAll(async () => {
  await keepCalls(whole, "translations");
  await whole.stop();
  await model.stop();
});
beforeEach(() => {
  answer = well;
});

const subscribe = ({ destination }: Conversation) =>
  whole.app.store.subscriptions.add({
    destination,
    filter: EMPTY_FILTER,
    display: DEFAULT_DISPLAY,
    createdAt: new Date(),
    pausedReason: null,
  });

/** Published to these places, as an English article; resolves with its headline. */
async function publish(...places: readonly Conversation[]): Promise<string> {
  count += 1;
  const title = toHeadline(count);
  const text = `${SENTENCE}\n\n“${QUOTE},” said Ada Lindqvist, the harbor master.`;
  const [feed] = whole.newsroom.feeds;
  if (feed === undefined) throw new Error("The newsroom has no feed.");
  const article = buildArticle({
    feedId: feed.id,
    url: `https://pier.example/${count}`,
    canonicalUrl: `https://pier.example/${count}`,
    title,
    text,
    language: "en",
    publishedAt: new Date(),
    fetchedAt: new Date(),
  });
  const quotes = findQuotes(text, { language: "en", title });
  const recipients = [];
  for (const { destination } of places) {
    const [standing] = await whole.app.store.subscriptions.findByDestination(destination);
    if (standing !== undefined) recipients.push({ subscriptionId: standing.id, destination });
  }
  const sentences = [{ text: SENTENCE, start: 0, end: SENTENCE.length, edited: false }];
  const brief = { headline: title, sentences, quotes, summarizer: "extractive" };
  await whole.app.store.articles.publish(
    buildPublication({ article, brief, quotes, recipients, entryKeys: [title], now: new Date() }),
  );
  return title;
}

/** The last post that came by itself, once there are so many. */
const waitForPost = (who: Conversation, number = 1): Promise<string> =>
  vi.waitFor(async () => {
    const posts = await who.posts();
    expect(posts).toHaveLength(number);
    return posts.at(-1) ?? "";
  }, WAIT);

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("posts are translated where a channel wishes it, and the original is one press away", async () => {
    const who = open(platform);
    await expectShown(await who.type("/translate"), "stay in the language they were published in", "To choose: on");
    await expectShown(await who.type("/translate de"), "German", "tiny-1");
    await subscribe(who);
    const headline = await publish(who);
    const post = (await waitForPost(who)).replaceAll("\u2060", "");
    for (const each of [SENTENCE, QUOTE]) expect(post).toContain(GERMAN[each]);
    expect(post).toContain(toGerman(headline));
    // What was said stands in its own words, too, with who said it.
    expect(post).toContain(QUOTE);
    expect(post).toMatch(/Ada Lindqvist/);
    expect(post).toContain("die Hafenmeisterin");
    expect(post).not.toContain(SENTENCE);
    if (platform !== "web") expect(post).toContain(`translated from English by ${MODEL}`);
    const standing = await findStandingPost(whole, who);
    const before = await standing?.look();
    expect(await standing?.press("Original")).toContain(SENTENCE);
    expect(await standing?.look()).toEqual(before);
  });

  test("the choice goes with the file of /export, a channel with its own keeps it, and /forget takes it away", async () => {
    const who = open(platform);
    await subscribe(who);
    await expectShown(await who.type("/translate fr"), "French");
    const exported = await who.type("/export");
    const file: HeldFile = await vi.waitFor(async () => {
      const found = (await exported?.file()) ?? null;
      if (found === null) throw new Error("There is no file.");
      return found;
    }, WAIT);
    const stored = ({ destination }: Conversation) =>
      whole.app.store.notes.get(`translation:${destination.platform}:${destination.address}`);
    const other = open(platform === "web" ? "telegram" : "web");
    await expectShown(await other.type("/import", file), "translated as in the file");
    expect(await stored(other)).toBe(JSON.stringify("fr"));
    const third = open(platform);
    await expectShown(await third.type("/translate off"), "stay in the language");
    await expectShown(await third.type("/import", file), "keeps its own choice");
    await who.type("/forget channel");
    await expectShown(await who.press("Forget this channel"), "Deleted for good");
    expect(await stored(who)).toBeNull();
  });
});

test("whoever may not manage a place does not choose for it", async () => {
  for (const platform of ["discord", "telegram"] as const) {
    const who = open(platform, { isManager: false });
    const shown = await who.type("/translate de");
    if (shown !== null) await expectShown(shown, /manage/);
    const { destination } = who;
    expect(await whole.app.store.notes.get(`translation:${platform}:${destination.address}`)).toBeNull();
  }
});

test("one translation serves all channels, and a channel that wants none has the original", async () => {
  const asked = model.requests.length;
  const wishing = PLATFORM_NAMES.map((platform) => open(platform));
  const other = open("telegram");
  for (const who of [...wishing, other]) await subscribe(who);
  for (const who of wishing) await expectShown(await who.type("/translate de"), "German");
  await expectShown(await other.type("/translate"), "stay in the language");
  const headline = await publish(...wishing, other);
  for (const who of wishing) expect(await waitForPost(who)).toContain(toGerman(headline));
  expect(await waitForPost(other)).toContain(headline);
  expect(model.requests).toHaveLength(asked + 1);
});

test("what a model tells otherwise is not shown: after a second try the post goes out as it was published", async () => {
  const who = open("web");
  await subscribe(who);
  await expectShown(await who.type("/translate de"), "German");
  const asked = model.requests.length;
  answer = translateWith((line) => toGerman(line).replace("Varen", "Kesten"));
  const headline = await publish(who);
  const post = await waitForPost(who);
  expect(post).toContain(headline);
  expect(post).not.toContain("Kesten");
  expect(model.requests).toHaveLength(asked + 2);
});

test("a model server that fails holds no post up, rests, and nothing is asked beyond a day's calls", async () => {
  const who = open("web");
  await subscribe(who);
  await expectShown(await who.type("/translate de"), "German");
  answer = () => ({ status: 500, body: "" });
  const headlines: string[] = [];
  for (let number = 1; number <= 3; number += 1) {
    headlines.push(await publish(who));
    expect(await waitForPost(who, number)).toContain(headlines.at(-1));
  }
  const asked = model.requests.length;
  answer = well;
  // Three failures in a row: left alone for a while.
  const next = await publish(who);
  expect(await waitForPost(who, 4)).toContain(next);
  expect(model.requests).toHaveLength(asked);
});
