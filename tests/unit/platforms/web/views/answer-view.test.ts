/** What stumbled newcomers on the reading pages: empty selections, dead ends, names run the wrong way, parts of a name. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../../../../commands/index.ts";
import { EMPTY_FILTER } from "../../../../../src/domain/subscription.ts";
import { WEB_MAIN } from "../../../../helpers/ask.ts";
import { buildNumberedPublication, buildQuote, buildSubscription } from "../../../../helpers/build.ts";
import { type Newsday, openNewsday } from "../../../../helpers/newsday.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";

let day: Newsday;
let page: PageServer;
beforeAll(async () => {
  day = await openNewsday();
  page = await servePage(day.store, { commands: COMMANDS });
});
afterAll(async () => {
  await page.stop();
  await day.store.close();
});

const read = (path: string, headers: Readonly<Record<string, string>> = {}) => page.readText(path, headers);

test("a story without key quotes headed its key quotes over nothing: all that was said is shown", async () => {
  const text = "“Nobody asked us,” said Petra Sealbrook.";
  const publication = buildNumberedPublication({
    headline: "Yard workers march in Elmhaven",
    article: { text },
    quotes: [buildQuote(text, "Nobody asked us,", "Petra Sealbrook")],
  });
  const id = await day.store.articles.publish({ ...publication, brief: { ...publication.brief, quotes: [] } });
  const story = await read(`/story/${id}`);
  expect(story).toMatch(/Who said what.*Nobody asked us/s);
  expect(story).not.toContain("key quotes");
});

test("a search without a hit offered to follow it and to read it as a feed", async () => {
  const none = await read("/search?q=zeppelin");
  expect(none).toContain("0 stories");
  expect(none).not.toMatch(/data-line=|\/feeds\/search\./);
});

test("the speaker of a search had to be typed whole: the last word may be only begun", async () => {
  for (const speaker of ["lindq", "Ada Lindq", "Lindqvist"]) {
    const found = await read(`/search?speaker=${encodeURIComponent(speaker)}`);
    expect(found.match(/<article class="result"/g), speaker).toHaveLength(1);
    expect(found, speaker).toContain("We cannot sail with one engine");
  }
  expect(await read("/search?speaker=Omar%20Lindq")).toContain("0 stories");
  // A subscription takes whole words: what is only begun cannot be followed.
  expect(await read("/search?speaker=Ada%20Lindq")).not.toContain("data-line=");
  expect(await read("/search?speaker=Ada%20Lindqvist")).toContain("data-line=");
});

test("on an Arabic page a name and its role in Latin letters changed places", async () => {
  const text = "“Nobody asked us,” said Mayor Petra Sealbrook.";
  const quote = buildQuote(text, "Nobody asked us,", "Petra Sealbrook");
  const speaker = quote.speaker === null ? null : { ...quote.speaker, role: "Mayor" };
  const id = await day.store.articles.publish(
    buildNumberedPublication({ headline: "A march", article: { text }, quotes: [{ ...quote, speaker }] }),
  );
  const article = await read(`/article/${id}`, { "accept-language": "ar" });
  expect(article).toMatch(/<bdi><a class="link name"[^>]*>Petra Sealbrook<\/a>، Mayor<\/bdi>/);
});

test("a speaker who is followed here was offered to be followed again: the page says so and offers to end it", async () => {
  const follow = 'data-line="/subscribe speaker:&quot;Omar Vannick&quot;"';
  expect(await read("/speaker/Omar%20Vannick")).toContain(follow);
  const speakers = ["Omar Vannick"];
  const { subscriptions } = day.store;
  // Of less than all that is said, or in another room, one may still follow.
  const narrow = { ...EMPTY_FILTER, speakers, topics: ["world"] };
  await subscriptions.add(buildSubscription({ destination: WEB_MAIN, filter: narrow }));
  const cellar = { ...WEB_MAIN, address: "cellar" };
  await subscriptions.add(buildSubscription({ destination: cellar, filter: { ...EMPTY_FILTER, speakers } }));
  expect(await read("/speaker/Omar%20Vannick")).toContain(follow);
  await subscriptions.add(buildSubscription({ destination: WEB_MAIN, filter: { ...EMPTY_FILTER, speakers } }));
  const standing = await subscriptions.findByDestination(WEB_MAIN);
  const followed = await read("/speaker/Omar%20Vannick");
  expect(followed).toContain(`data-line="/unsubscribe ${standing.at(-1)?.number}"`);
  expect(followed).toMatch(/>Unfollow<.*Followed: what is said comes to the chat by itself\./s);
  expect(followed).not.toContain(follow);
});

test("a command typed as an address met nothing: it leads to the chat, with the command in its line", async () => {
  const accept = { accept: "text/html" };
  for (const name of ["help", "quotes", "top", "feeds"]) {
    const gone = await page.get(`/${name}?room=cellar`, accept);
    expect(gone.status, name).toBe(404);
    expect(await gone.text(), name).toContain(`href="/?line=%2F${name}&amp;room=cellar"><bdi>/${name}</bdi>`);
  }
  expect(await (await page.get("/nothing", accept)).text()).not.toContain("?line=");
});
