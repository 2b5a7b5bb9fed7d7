/** One suite for every platform: the same conversations have the same outcomes on Discord, Telegram and the web page. */

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { toFeedId } from "../../src/domain/id.ts";
import type { Option } from "../../src/domain/option.ts";
import { EMPTY_QUERY } from "../../src/domain/store.ts";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import { type Conversation, createConversations, type Shown } from "../helpers/conversation.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 14;

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;
/** One of the newsroom's articles. */
let articleUrl: string;
/** Everything typed by the conversations, for the check at the end that nothing was left out. */
const typedLines: string[] = [];
const ANY_QUOTE = { speaker: null, terms: [], feedIds: [], since: null, limit: 1, offset: 0 } as const;
const ANY_BRIEF = { feedIds: [], topics: [], limit: 5, offset: 0 } as const;

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
  const [newest] = (await whole.app.store.articles.latest(ANY_BRIEF)).briefs;
  articleUrl = newest?.article.url ?? "";
});
afterAll(() => whole.stop());

/** Types a line and waits until everything expected is shown: an answer may take several messages. */
async function say(who: Conversation, line: string, ...expected: readonly (string | RegExp)[]): Promise<Shown> {
  typedLines.push(line);
  const shown = await who.type(line);
  if (shown === null) throw new Error(`${who.platform} did not let ${line} be sent.`);
  await vi.waitFor(() => {
    for (const each of expected) expect(shown.text()).toMatch(each);
  }, WAIT);
  return shown;
}

/** Words that many of the samples have. */
const COMMON_WORDS = "said";

/** What a search shows, in its order, by the store itself. */
async function headlinesOf(words: string, limit: number): Promise<readonly string[]> {
  const page = await whole.app.store.articles.search({
    ...EMPTY_QUERY,
    isPerStory: true,
    terms: parseSearch(words),
    limit,
  });
  return page.briefs.map((each) => each.brief.headline);
}

function expectInOrder(text: string, parts: readonly string[]): void {
  const places = parts.map((part) => text.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

const toNumber = (shown: Shown): string => /number (\d+)/.exec(shown.text())?.[1] ?? "";

/** The newsroom's own pages in place of the address in an example: only loopback is contacted. */
const onLoopback = (line: string): string => line.replace(/https:\/\/\S+/, articleUrl);

/** Values an option does not take, as a person would type them. */
function wrongValues({ field }: Option): readonly string[] {
  switch (field.type) {
    case "text":
      return ["x".repeat(field.lengthMax + 1)];
    case "integer":
      return [String(field.min - 1), String(field.max + 1), "seven"];
    case "boolean":
      return ["perhaps"];
    case "choice":
      return ["something-else"];
    case "file":
      return ["subscriptions.json"];
    // Discord's client offers a list; elsewhere there is none to be wrong about.
    case "role":
      return [];
  }
}

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test.each(COMMANDS.flatMap((command) => command.examples.map((example) => [example])))(
    "%s is answered",
    async (example) => {
      const shown = await say(open(platform), onLoopback(example));
      expect(shown.text()).not.toBe("");
      expect(shown.text()).not.toMatch(/something went wrong/i);
    },
  );

  test("a channel subscribes, sees it listed, and ends it", async () => {
    const who = open(platform);
    await say(who, "/subscriptions", /no subscriptions/);
    const number = toNumber(await say(who, "/subscribe everything", /Subscribed to all feeds \(number \d+\)/));
    await say(who, "/subscribe everything", `has that subscription already: number ${number}`);
    await say(who, "/subscriptions", "1 subscription", `${number}. `);
    await vi.waitFor(async () => expect(await who.posts()).toHaveLength(1), WAIT);
    await say(who, `/unsubscribe ${number}`, "Unsubscribed from all feeds");
    await say(who, "/subscriptions", /no subscriptions/);
    expect(await whole.app.store.subscriptions.findByDestination(who.destination)).toEqual([]);
  });

  test("a subscription keeps every wish", async () => {
    const who = open(platform);
    const [feed] = await whole.app.store.feeds.list();
    await say(who, `/subscribe ${feed?.id} words:"port strike",ferry without:football language:en`, "Subscribed to");
    await say(who, "/subscribe everything quotes:1 sentences:2 silent:yes compact:yes", "Subscribed to all feeds");
    await say(who, "/subscribe speaker:minister", /Subscribed to .*minister/);
    const [first, second, third] = await whole.app.store.subscriptions.findByDestination(who.destination);
    expect(first?.filter).toMatchObject({
      feedIds: [feed?.id],
      // Marks ask for the words just so.
      words: ['"port strike"', "ferry"],
      excludedWords: ["football"],
      languages: ["en"],
    });
    expect(second?.display).toMatchObject({ quotesMax: 1, sentencesMax: 2, isSilent: true, isCompact: true });
    expect(third?.filter.speakers).toEqual(["minister"]);
    // What cannot be taken back is asked first.
    await say(who, "/unsubscribe all", "Nothing has ended yet");
    const ended = await who.press("End all (3)");
    await vi.waitFor(() => expect(ended.text()).toContain("Ended 3 subscriptions"), WAIT);
  });

  test("a search shows what the store finds, in its order, and its pages turn", async () => {
    const who = open(platform);
    const wanted = await headlinesOf(COMMON_WORDS, 8);
    expect(wanted.length).toBeGreaterThan(5);
    const first = await say(who, `/search ${COMMON_WORDS}`, wanted[4] ?? "");
    expectInOrder(first.text(), wanted.slice(0, 5));
    expect(first.buttons()).toEqual(["More ▶"]);
    const second = await who.press("More ▶");
    await vi.waitFor(() => expect(second.text()).toContain("page 2"), WAIT);
    expectInOrder(second.text(), wanted.slice(5));
    await vi.waitFor(() => expect(second.buttons()).toContain("◀ Newer page"), WAIT);
    const again = await who.press("◀ Newer page");
    await vi.waitFor(() => expectInOrder(again.text(), wanted.slice(0, 5)), WAIT);
  });

  test("a search is narrowed by every option", async () => {
    const who = open(platform);
    const { briefs } = await whole.app.store.articles.search({
      ...EMPTY_QUERY,
      isPerStory: true,
      terms: parseSearch(COMMON_WORDS),
    });
    const [newest] = briefs;
    const feed = await whole.app.store.feeds.find(newest?.article.feedId ?? toFeedId("none"));
    const headline = newest?.brief.headline ?? "";
    await say(who, `/search ${COMMON_WORDS} feed:${feed?.id} days:7`, headline);
    await say(who, `/search ${COMMON_WORDS} topic:${newest?.topics[0]} language:${newest?.article.language}`, headline);
    const speaker = briefs.flatMap((each) => each.brief.quotes).find((quote) => quote.speaker !== null)?.speaker;
    await say(who, `/search speaker:"${speaker?.name}"`, speaker?.name ?? "");
    const today = new Date().toISOString().slice(0, 10);
    await say(who, `/search ${COMMON_WORDS} since:${today.slice(0, 4)}-01-01 until:${today}`, headline);
    await say(who, `/search ${COMMON_WORDS} author:nobody-of-this-name`, "Nothing about");
    await say(who, `/search ${COMMON_WORDS} category:no-such-category`, "Nothing about");
    await say(who, `/search ${COMMON_WORDS} until:2020-01-01`, "Nothing about “said”");
    await say(who, "/search zyzzyva", "Nothing about “zyzzyva”");
  });

  test("quotes are turned page by page, those that say the words first", async () => {
    const who = open(platform);
    const found = await whole.app.store.articles.findQuotes({ ...ANY_QUOTE, terms: parseSearch("the"), limit: 10 });
    const begin = (index: number): string => found[index]?.quote.text.slice(0, 20) ?? "";
    const first = await say(who, "/quotes about:the", begin(0), begin(7));
    expectInOrder(first.text(), [begin(0), begin(3), begin(7)]);
    const second = await who.press("More ▶");
    await vi.waitFor(() => expect(second.text()).toContain("page 2"), WAIT);
    expect(second.text()).toContain(begin(8));
    await who.press("◀ Newer page");
  });

  test("quotes, the newest briefs, feeds and help are shown", async () => {
    const who = open(platform);
    const [found] = await whole.app.store.articles.findQuotes({ ...ANY_QUOTE, terms: parseSearch("the") });
    const words = found?.quote.text.slice(0, 25) ?? "";
    await say(who, "/quotes about:the", words);
    await say(who, "/quotes zyzzyva", "No quotes by zyzzyva yet");
    const [newest] = (await whole.app.store.articles.latest({ ...ANY_BRIEF, limit: 1 })).briefs;
    await say(who, "/latest count:1", newest?.brief.headline ?? "");
    await say(who, `/latest feed:${newest?.article.feedId}`, newest?.brief.headline ?? "");
    const [feed] = await whole.app.store.feeds.list();
    await say(who, `/latest topic:${feed?.topics[0]}`);
    const languageName = new Intl.DisplayNames(["de"], { type: "language" }).of(newest?.article.language ?? "en");
    await say(who, `/latest language:${languageName}`, newest?.brief.headline ?? "");
    await say(who, "/latest language:klingonish", "No language is called klingonish");
    await say(who, `/feeds topic:${feed?.topics[0]}`, feed?.title ?? "");
    await say(who, `/feeds ${feed?.id}`, feed?.title ?? "");
    await say(who, "/help search", "Options", "words");
  });

  test("a page is read on request", async () => {
    const who = open(platform);
    const stored = await whole.app.store.articles.findByUrl(articleUrl);
    await say(who, `/brief ${articleUrl}`, stored?.brief.headline ?? "");
    await say(who, `/brief ${articleUrl}-missing`, "could not be read");
  });

  test.each(COMMANDS.map((command) => [command.name, command] as const))(
    "/%s refuses what its options do not take, or the client does",
    async (name, command) => {
      for (const [optionName, option] of Object.entries(command.options)) {
        for (const wrong of wrongValues(option)) {
          const others = Object.keys(command.options).filter((each) => command.options[each]?.required === true);
          const needed = others.filter((each) => each !== optionName).map((each) => ` ${each}:1`);
          const shown = await open(platform).type(`/${name} ${optionName}:${wrong}${needed.join("")}`);
          if (shown === null) expect(platform).toBe("discord");
          else
            await vi.waitFor(() => expect(shown.text()).toMatch(new RegExp(`${optionName} (may have|must be)`)), WAIT);
        }
        if (option.required !== true) continue;
        const shown = await open(platform).type(`/${name}`);
        if (shown === null) expect(platform).toBe("discord");
        else await vi.waitFor(() => expect(shown.text()).toContain(`${optionName} is missing`), WAIT);
      }
    },
  );

  test.each([
    ["/subscribe", "Say what to subscribe to"],
    ["/subscribe nonsense-feed", /no feed or topic called “nonsense-feed”; \/feeds lists them/],
    ["/search -ferry", "Say what to look for"],
    ["/search ferry feed:nonsense", /nonsense/],
    ["/search ferry since:someday", "since must be a day such as"],
    ["/search ferry since:2026-02-02 until:2026-01-01", "since is after until"],
    ["/quotes", "Name a speaker or a subject"],
    ["/unsubscribe 1", "no subscriptions"],
    ["/brief harbor", "full address"],
    ["/help nonsense", "no command /nonsense"],
  ])("%s is answered with a sentence that helps", async (line, expected) => {
    await say(open(platform), line, expected);
  });

  test
    // Whoever can open the page sits at this machine: there is nobody on it who may not manage it.
    .runIf(platform !== "web")
    .each(
      COMMANDS.filter((command) => command.access === "managers").map((command) => [command.name, command] as const),
    )("/%s is only for those who manage the channel", async (_name, command) => {
    const who = open(platform, { isManager: false });
    const shown = await who.type(onLoopback(command.examples[0] ?? ""));
    // Discord does not even offer it to them.
    if (shown === null) expect(platform).toBe("discord");
    else await vi.waitFor(() => expect(shown.text()).toContain("those who manage"), WAIT);
    expect(await whole.app.store.subscriptions.findByDestination(who.destination)).toEqual([]);
  });
});

test("inline search on Telegram ignored options: it finds what /search finds for the same text", async () => {
  const { briefs } = await whole.app.store.articles.search({ ...EMPTY_QUERY, terms: parseSearch(COMMON_WORDS) });
  const speaker = briefs.flatMap((each) => each.brief.quotes).find((quote) => quote.speaker !== null)?.speaker;
  const line = `${COMMON_WORDS} speaker:"${speaker?.name}" days:30`;
  const who = open("web");
  const results = await whole.telegram.ask(4_001, line);
  expect(results.length).toBeGreaterThan(0);
  const shown = await say(who, `/search ${line}`, speaker?.name ?? "");
  expectInOrder(
    shown.text(),
    results.map((result) => String(result["title"])),
  );
  expect(await whole.telegram.ask(4_001, `${COMMON_WORDS} speaker:zyzzyva`)).toEqual([]);
});

/** Held to the same in platform-subscriptions.test.ts, platform-transfer.test.ts and platform-forget.test.ts. */
const ELSEWHERE = new Set(["subscribe", "edit", "import", "forget"]);

describe("the conversations above", () => {
  test("use every option of every command", () => {
    const used = new Set(
      typedLines.flatMap((line) => {
        const typed = readTypedCommand(line, null);
        const command = COMMANDS.find((each) => each.name === typed?.name);
        return command === undefined
          ? []
          : Object.keys(readArguments(command, typed?.rest ?? "")).map((name) => `/${command.name} ${name}`);
      }),
    );
    const all = COMMANDS.filter((command) => !ELSEWHERE.has(command.name)).flatMap((command) =>
      Object.keys(command.options).map((name) => `/${command.name} ${name}`),
    );
    expect(all.filter((each) => !used.has(each))).toEqual([]);
  });
});
