/** What may be wished of a subscription when it is made or edited: words, times, sites, and a second wish for the same. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { ask, press, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const DISCORD = { platform: "discord", address: "1" } as const;

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

const standing = () => store.subscriptions.findByDestination(WEB_MAIN);
const labels = (reply: Reply) => reply.buttons?.flat().map((button) => button.label) ?? [];
async function only(): Promise<Subscription> {
  const [first] = await standing();
  if (first === undefined) throw new Error("Expected a subscription.");
  return first;
}

describe("wishes", () => {
  test("of every kind are kept, and told", async () => {
    const reply = await ask(
      '/subscribe everything words:ferry, "port strike" without:football language:english,Deutsch size:2 digest:weekly weekday:friday at:7.30 zone:europe/berlin quiet:22-7 title:"Harbor news"',
      { store },
    );
    expect(reply.text).toContain("as a weekly digest on Friday at 07:30 (Europe/Berlin)");
    expect(reply.text).toContain("The next digest will come here by itself.");
    const { filter, display } = await only();
    expect(filter).toMatchObject({
      words: ["ferry", '"port strike"'],
      excludedWords: ["football"],
      languages: ["en", "de"],
    });
    expect(display).toMatchObject({
      rhythm: "weekly",
      digestWeekday: 5,
      digestAt: "07:30",
      timeZone: "Europe/Berlin",
      quietFrom: "22:00",
      quietTo: "07:00",
      sizeMin: 2,
      title: "Harbor news",
    });
  });

  test("an hour alone asks for a daily digest", async () => {
    await ask("/subscribe everything at:8", { store });
    expect((await only()).display).toMatchObject({ rhythm: "daily", digestAt: "08:00" });
  });

  test("a role is for Discord, and is read from a mention", async () => {
    expect((await ask("/subscribe everything role:<@&4242>", { store })).text).toBe("Roles exist on Discord only.");
    await ask("/subscribe everything role:<@&4242>", { store, destination: DISCORD });
    const [first] = await store.subscriptions.findByDestination(DISCORD);
    expect(first?.display.mentionRoleId).toBe("4242");
    expect((await ask("/subscribe sport role:@news", { store, destination: DISCORD })).text).toBe(
      "Mention the role, or give its id; @news is neither.",
    );
    const everyone = { store, destination: DISCORD };
    expect((await ask("/subscribe sport role:everyone", everyone)).text).toBe(
      "Everyone is never told of posts. Choose another role, or none.",
    );
    await ask(`/edit ${first?.id} role:everyone`, everyone);
    expect((await store.subscriptions.findByDestination(DISCORD))[0]?.display.mentionRoleId).toBeNull();
  });

  test.each([
    ["language:klingonish", "No language is called klingonish. Write a name or a code, such as French or fr."],
    ["at:teatime", "at takes a time of day such as 07:30 or 7:30 pm; teatime is none."],
    ["zone:Middle/Earth", "Middle/Earth is no time zone. Write such as Europe/Berlin or America/New_York."],
    ["zone:Berln", "Berln is no time zone. Did you mean Europe/Berlin or Atlantic/Bermuda?"],
    [
      "quiet:08:00-8am",
      "Quiet hours from 08:00 to 08:00 would be none. Give two different times, such as 22:00-07:00, or off.",
    ],
    [
      "weekday:someday",
      "The option weekday must be one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday.",
    ],
    ["quiet:night", "quiet takes two times such as 22:00-07:00, or off; night is neither."],
    ["digest:hourly", "The option digest must be one of off, daily, weekly, quotes."],
    [
      `words:${Array.from({ length: 21 }, (_, index) => `w${index}`).join(",")}`,
      "A subscription may name at most 20 words or phrases.",
    ],
  ])("%s is answered with a sentence", async (wish, text) => {
    expect((await ask(`/subscribe everything ${wish}`, { store })).text).toBe(text);
    expect(await standing()).toEqual([]);
  });
});

test("times, days and zones are understood as people write them", async () => {
  const reply = await ask("/subscribe everything weekday:Freitag at:7:30 pm zone:new york quiet:10pm to 7am", {
    store,
  });
  expect(reply.text).toContain(
    "as a weekly digest on Friday at 19:30 (America/New_York), quiet from 22:00 to 07:00 (America/New_York)",
  );
});

describe("edit", () => {
  test("changes what is named, keeps the rest, and takes back with none", async () => {
    await ask("/subscribe everything words:ferry quotes:1 title:Morning", { store });
    const reply = await ask("/edit 1 without:football words:none silent:yes title:none", { store });
    expect(reply.text).toBe("Subscription 1 is now: all feeds, without “football”, silent, 1 quote a post.");
    const { filter, display } = await only();
    expect(filter).toMatchObject({ words: [], excludedWords: ["football"] });
    expect(display).toMatchObject({ quotesMax: 1, isSilent: true, title: null });
  });

  test.each([
    ["/edit 1", "Say what to change, such as words:ferry or quotes:2; none takes a wish back."],
    ["/edit 7 quotes:1", "This channel has no subscription 7. /subscriptions lists them by number."],
    [
      "/edit quotes:1",
      "The option which is missing: Its number from /subscriptions. For example: /edit 1 words:ferry, harbor",
    ],
    ["/edit 1 ferry", "Say what to change, such as words:ferry or quotes:2; none takes a wish back."],
    ["/edit 1 lang:de", "There is no option lang. /help edit lists those there are."],
    ["/edit 1 words:ferry lang:de", "There is no option lang. /help edit lists those there are."],
    ["/subscribe everything lang:de", "There is no option lang. /help subscribe lists those there are."],
  ])("%s is answered in words", async (line, text) => {
    await ask("/subscribe everything", { store });
    expect((await ask(line, { store })).text).toBe(text);
  });
});

test("a site with several feeds offers them as buttons, and keeps the wishes typed", async () => {
  const page = `<html><head>
    <link rel="alternate" type="application/rss+xml" title="Harbor" href="/a.xml">
    <link rel="alternate" type="application/rss+xml" title="Quay" href="/b.xml"></head><body></body></html>`;
  const feed = `<rss version="2.0"><channel><title>Quay News</title><link>http://127.0.0.1:9/</link><item><title>A pier</title>
    <link>http://127.0.0.1:9/pier</link></item></channel></rss>`;
  const options = {
    store,
    download: async (url: string) => ({
      status: "fresh" as const,
      url,
      body: Buffer.from(url.endsWith(".xml") ? feed : page),
      contentType: url.endsWith(".xml") ? "application/rss+xml" : "text/html",
      etag: null,
      lastModified: null,
      permanentUrl: null,
      hints: { maxAgeMs: null, retryAfterMs: null },
      xRobotsTag: null,
      tdmReservation: null,
      link: null,
    }),
  };
  const choice = await ask("/subscribe http://127.0.0.1:9/site words:pier", options);
  expect(labels(choice)).toEqual(["Harbor", "Quay"]);
  expect((await press(choice, "Quay", options)).text).toContain("Subscribed to Quay News, with “pier” (number 1).");
  const { filter } = await only();
  expect(filter.words).toEqual(["pier"]);
  expect((await store.feeds.find(filter.feedIds[0] ?? toFeedId("none")))?.url).toBe("http://127.0.0.1:9/b.xml");
});

test("a list after a comma goes on: words:ferry, harbor are two words and no feed called harbor", async () => {
  await store.articles.publish(buildPublication({ article: buildArticle() }));
  await ask("/subscribe everything words:ferry, harbor without:football", { store });
  expect((await only()).filter).toMatchObject({ words: ["ferry", "harbor"], excludedWords: ["football"] });
});

describe("a second wish for what is subscribed to already", () => {
  test("offers the way on when something else is wished of it: the command, and a button that does it", async () => {
    await ask("/subscribe everything", { store });
    const reply = await ask("/subscribe everything digest:weekly silent:yes title:Tide watch", { store });
    expect(reply.text).toBe(
      "This channel has that subscription already: number 1. To have it so from now on, press the button or type /edit 1 silent:yes digest:weekly title:Tide watch",
    );
    expect((await only()).display.rhythm).toBe("each");
    const changed = await press(reply, "Change it so", { store });
    expect(changed.text).toBe(
      "Subscription 1 is now: all feeds, as a weekly digest on Monday at 08:00 (UTC), silent, titled “Tide watch”.",
    );
    expect((await only()).display).toMatchObject({ rhythm: "weekly", isSilent: true, title: "Tide watch" });
    expect((await press(reply, "Change it so", { store, isManager: false })).text).toContain("only those who manage");
    expect((await ask("/subscribe everything digest:weekly", { store })).text).toBe(
      "This channel has that subscription already: number 1. /subscriptions lists them.",
    );
    await ask("/unsubscribe 1", { store });
    expect((await press(reply, "Change it so", { store })).text).toContain("That subscription has ended.");
  });

  test("the command it names does what the button does", async () => {
    await ask("/subscribe everything", { store });
    const { text } = await ask("/subscribe everything quiet:10pm to 7am title:Tide watch", { store });
    await ask(text.slice(text.indexOf("/edit")), { store });
    expect((await only()).display).toMatchObject({ quietFrom: "22:00", quietTo: "07:00", title: "Tide watch" });
  });

  test("/edit makes no two of the same, but still changes how two that are the same look", async () => {
    await ask("/subscribe everything", { store });
    await ask("/subscribe everything words:ferry", { store });
    expect((await ask("/edit 2 words:none", { store })).text).toBe(
      "Then it would be the same as number 1. Change that one, or end one of the two with /unsubscribe.",
    );
    expect((await standing()).map((each) => each.filter.words)).toEqual([[], ["ferry"]]);
    const [first] = await standing();
    if (first !== undefined) await store.subscriptions.add(first);
    expect((await ask("/edit 3 silent:yes", { store })).text).toContain("Subscription 3 is now");
  });
});

test("a comma between marks parted a phrase in two", async () => {
  await ask('/subscribe everything words:"harbor, port", ferry', { store });
  expect((await only()).filter.words).toEqual(['"harbor, port"', "ferry"]);
});

test.each([
  "words:ferry without:ferry",
  "words:rain, Ferry without:ferry",
  'words:"port strike" without:"Port Strike"',
])("%s was taken, and nothing would ever have come", async (wishes) => {
  expect((await ask(`/subscribe everything ${wishes}`, { store })).text).toContain("both wished for and left out");
  expect(await standing()).toEqual([]);
});

test("what is left out in part only is no contradiction", async () => {
  await ask("/subscribe everything words:ferry without:ferry strike", { store });
  expect((await only()).filter.excludedWords).toEqual(["ferry strike"]);
});

test("wishes that cannot match were taken without a word", async () => {
  await store.articles.publish(buildPublication());
  const told = "Words side by side are looked for as one phrase; a comma parts them, as in words:ferry, harbor.";
  const nowhere = "In the news read so far this does not occur: “ferry and engine”.";
  expect((await ask("/subscribe everything words:ferry, ferry and engine", { store })).text).toContain(
    `${nowhere} ${told}`,
  );
  expect((await ask("/edit 1 words:ferry, engine and ferry", { store })).text).toContain(told);
  expect((await ask("/edit 1 words:ferry; engine −football", { store })).text).toBe(
    "Subscription 1 is now: all feeds, with “ferry” or “engine”, without “football”.",
  );
  expect((await ask("/edit 1 words:zepp*, one engine", { store })).text).toMatch(/does not occur: “zepp\*”\.$/);
  expect((await ask("/edit 1 words:f*", { store })).text).toContain("the * means nothing");
});

test("an edit that takes the topics away made all feeds of a topic", async () => {
  await ask("/subscribe topic:local", { store });
  expect((await ask("/edit 1 topic:none", { store })).text).toBe(
    "Without its topics, number 1 would bring everything from all feeds. If that is meant, end it with /unsubscribe 1 and write /subscribe everything.",
  );
  expect((await only()).filter.topics).toEqual(["local"]);
  expect((await ask("/edit 1 topic:none words:ferry", { store })).text).toContain("all feeds, with “ferry”");
  expect((await ask("/edit 1 words:none", { store })).text).toContain("now: all feeds.");
});
