/** The reading views as HTML: what stands where, in which language, and that no text becomes markup. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { buildNumberedPublication, buildQuote } from "../../../../helpers/build.ts";
import { makeHostileTexts, TELEGRAM_PIECES } from "../../../../helpers/hostile.ts";
import { type Newsday, openNewsday } from "../../../../helpers/newsday.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";

let day: Newsday;
let page: PageServer;
beforeAll(async () => {
  day = await openNewsday();
  page = await servePage(day.store, { fetchPicture: async () => null });
});
afterAll(async () => {
  await page.stop();
  await day.store.close();
});

const read = (path: string, headers: Readonly<Record<string, string>> = {}) => page.readText(path, headers);

test("the news show each story once, with its picture by way of the bot, quotes, and the other outlet's headline", async () => {
  const news = await read("/news");
  expect(news.match(/<article class="story"/g)).toHaveLength(3);
  expect(news).toContain("Halden loses its ferry");
  expect(news).toMatch(/<ul class="outlets">.*Ferry to Port Halden stops for a week/s);
  expect(news).toContain('href="/speaker/Ada%20Lindqvist"');
  expect(news).toMatch(/“People here need that boat”/);
  expect(news).not.toContain("pictures.example");
  expect(await read(`/news?feed=harbor-wire`)).toMatch(/src="\/picture\/[\w-]+\.[\w-]{22}"/);
  expect(await read("/news?topic=world")).toMatch(
    /<a class="chip chosen" href="\/news" aria-current="true"><bdi>world<\/bdi>/,
  );
});

test("a story tells how it grew and each speaker's words once; an article's address leads to its story", async () => {
  const story = await read(`/story/${day.first}`);
  const growth = /<ol class="growth">(.*?)<\/ol>/s.exec(story)?.[1] ?? "";
  expect(growth.indexOf("Ferry to Port Halden")).toBeLessThan(growth.indexOf("Halden loses"));
  expect(story.match(/We cannot sail with one engine/g)).toHaveLength(1);
  expect(story.match(/<article class="brief">/g)).toHaveLength(2);
  const moved = await page.get(`/story/${day.second}?room=cellar`);
  expect([moved.status, moved.headers.get("location")]).toEqual([302, `/story/${day.first}?room=cellar`]);
});

test("a story that showed some of its quotes did not say so: it does, and a press shows all", async () => {
  const text = "“Nobody asked us,” said Petra Sealbrook.\n\n“We will come back with more boats,” said Omar Vannick.";
  const quotes = [
    buildQuote(text, "Nobody asked us,", "Petra Sealbrook"),
    buildQuote(text, "We will come back with more boats,", "Omar Vannick"),
  ];
  const publication = buildNumberedPublication({
    headline: "Yard workers march in Elmhaven",
    article: { text },
    quotes,
  });
  const key = { ...publication.brief, quotes: quotes.slice(0, 1) };
  const id = await day.store.articles.publish({ ...publication, brief: key });
  const some = await read(`/story/${id}`);
  expect(some).toContain("The key quotes of each article.");
  expect(some).not.toContain("more boats");
  const [, all = ""] = /href="([^"]*quotes=all)#said"/.exec(some) ?? [];
  expect(await read(all)).toMatch(/Every quote of each article\..*Nobody asked us.*more boats/s);
  expect(await read(`/story/${day.first}`)).not.toContain("key quotes");
});

test("an article's text is marked where its brief and its quotes stand, and an old edition leads to the newest", async () => {
  const article = await read(`/article/${day.first}`);
  expect(article).toMatch(/<mark class="[^"]*in-brief[^"]*" id="sentence-1">/);
  expect(article).toMatch(
    /<mark class="said key" id="quote-1" title="Ada Lindqvist">We cannot sail with one engine,<\/mark>/,
  );
  expect(article).toContain('<mark class="who"');
  expect(await read(`/article/${day.old}`)).toContain(`<p class="note"><a href="/article/${day.corrected}">`);
});

test("a speaker's page has all that was said, and what is chosen there narrows it", async () => {
  const speaker = await read("/speaker/lindqvist");
  expect(speaker).toContain('<h1 dir="auto">Ada Lindqvist</h1>');
  expect(speaker).toContain('data-line="/subscribe speaker:&quot;Ada Lindqvist&quot;"');
  expect(speaker.match(/<article class="said">/g)).toHaveLength(2);
  expect((await read("/speaker/lindqvist?outlet=Tide+Daily")).match(/<article class="said">/g)).toHaveLength(1);
});

test("a search marks its hits, tells its feeds, and may be followed", async () => {
  const found = await read("/search?q=ferry&topic=transport");
  expect(found).toContain('<mark class="hit">ferry</mark>');
  expect(found).toContain('data-line="/subscribe words:ferry topic:transport"');
  expect(found).toContain(
    '<link rel="alternate" type="application/rss+xml" href="/feeds/search.rss?q=ferry&amp;topic=transport"',
  );
  expect(await read("/search?q=zeppelin")).toContain("Nothing that is stored matches");
});

test("Arabic readers get the page from right to left, and Arabic texts their own direction on any page", async () => {
  const arabic = await read("/news", { "accept-language": "ar" });
  expect(arabic).toContain('<html lang="ar" dir="rtl">');
  expect(arabic).toContain("الأخبار");
  expect(await read("/news")).toMatch(/<h2[^>]*><a[^>]* lang="ar" dir="auto">العبارة/);
});

test("a room is kept in every link, sees its own feed, and none sees another's", async () => {
  const cellar = await read("/news?room=cellar");
  expect(cellar).toContain("Quorrick");
  const paths = [...cellar.matchAll(/href="(\/(?:news|story|article|speaker|search)?[^"]*)"/g)].map(
    (match) => match[1] ?? "",
  );
  expect(paths.filter((path) => !path.startsWith("/page/") && !path.includes("room=cellar"))).toEqual([]);
  expect(await read("/news")).not.toContain("Quorrick");
  expect((await page.get(`/article/${day.own}`)).status).toBe(404);
});

test("what is not there says so, in the reader's language", async () => {
  const response = await page.get("/story/424242", { "accept-language": "de" });
  expect([response.status, (await response.text()).includes("Hier ist nichts")]).toEqual([404, true]);
  for (const path of ["/article/x", "/speaker/%E0%A4%A", "/speaker/!!!"])
    expect((await page.get(path)).status, path).toBe(404);
  expect((await page.get("/news?page=900&day=nonsense")).status).toBe(200);
});

test("one bad part of an address threw away the whole question: only that part is left out", async () => {
  for (const part of ["since=garbage", "page=26", "limit=x", "feed=!!"]) {
    const found = await read(`/search?q=ferry&${part}`);
    expect(found.match(/<article class="result"/g), part).toHaveLength(1);
    expect(found, part).toContain('name="q" value="ferry"');
  }
  expect(await read(`/search?q=${"zeppelin".repeat(60)}`)).toContain("Nothing that is stored matches");
  expect((await read("/news?topic=world&page=26")).match(/<article class="story"/g)).toHaveLength(1);
});

test("a page past the end said that nothing is here yet", async () => {
  const past = await read("/news?page=2&topic=world");
  expect(past).not.toContain("Nothing here yet");
  expect(past).toMatch(/<h2>There is nothing here<\/h2><p><a href="\/news\?topic=world">/);
  expect(await read("/search?q=ferry&page=9")).not.toContain("Nothing that is stored matches");
});

test("Older and Newer forgot how many are on a page", async () => {
  expect(await read("/news?limit=1&page=2")).toMatch(/rel="next" href="\/news\?limit=1&amp;page=3"/);
  expect(await read("/search?limit=1")).toMatch(/rel="next" href="\/search\?limit=1&amp;page=2"/);
});

test("HEAD was refused everywhere: it is answered as GET, without the body", async () => {
  for (const path of [
    "/news",
    "/search?q=ferry",
    "/",
    "/api/news",
    "/feeds/search.rss?q=ferry",
    "/page/styles/read.css",
    "/healthz",
  ]) {
    const response = await fetch(new URL(path, page.web.url()), { method: "HEAD" });
    expect([response.status, await response.text()], path).toEqual([200, ""]);
    expect(response.headers.get("content-type"), path).toBe((await page.get(path)).headers.get("content-type"));
  }
  expect((await fetch(new URL("/events?room=main&client=x", page.web.url()), { method: "HEAD" })).status).toBe(405);
});

test("a browser was shown JSON at /news/ and where nothing is", async () => {
  const accept = { accept: "text/html,*/*;q=0.8" };
  const moved = await page.get("/news/?topic=world", accept);
  expect([moved.status, moved.headers.get("location")]).toEqual([301, "/news?topic=world"]);
  for (const path of ["/story/", "/story", "/nothing"]) {
    const gone = await page.get(path, accept);
    expect([gone.status, (await gone.text()).includes("<h1>There is nothing here</h1>")], path).toEqual([404, true]);
  }
  expect(await (await page.get("/nothing")).json()).toEqual({ error: "There is nothing here." });
});

test("a headline of marks alone left a link that nobody sees", async () => {
  const id = await day.store.articles.publish(
    buildNumberedPublication({ headline: "\u2067\u200f\u2069 \u200b", article: { outlet: "Gull Post" } }),
  );
  expect(await read("/news")).toMatch(/<a href="\/story\/\d+"[^>]*>Gull Post<\/a>/);
  expect(await read(`/article/${id}`)).toMatch(/<h1[^>]*>Gull Post<\/h1>/);
});

test("with a password each view asks for it", async () => {
  const locked = await servePage(day.store, { password: "gull-over-the-harbor" });
  for (const path of ["/news", "/search", `/story/${day.first}`]) {
    const response = await locked.get(path);
    expect([response.status, (await response.text()).includes('type="password"')], path).toEqual([401, true]);
  }
  await locked.stop();
});

test("hostile text stays text wherever it stands, and nothing is loaded but by the page's nonce", async () => {
  const ofHtml = [
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    "</title><script>alert(1)</script>",
    "\ud800",
  ];
  const hostile = makeHostileTexts([...TELEGRAM_PIECES, ...ofHtml, ...ofHtml], 60, 7);
  for (const text of hostile) {
    const words = `Said ${text} today`;
    await day.store.articles.publish(
      buildNumberedPublication({
        headline: text || "x",
        sentences: [text],
        article: { outlet: text || "x", byline: text, text: words, title: text || "x", agency: text },
        topics: [text.toLowerCase() || "x"],
        quotes: [buildQuote(words, "today", text === "" ? null : text)],
      }),
    );
  }
  for (const path of [
    "/news?limit=50",
    "/search?q=said&limit=50",
    `/search?q=${encodeURIComponent(hostile.join(" ").slice(0, 250))}`,
  ]) {
    const response = await page.get(path);
    const text = await response.text();
    const nonce = /script-src 'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
    const tags = [...text.matchAll(/<(script|iframe|object|embed|style|svg|link|img|form|base|meta)\b[^>]*>/gi)].map(
      ([tag]) => tag,
    );
    expect(tags.filter((tag) => /^<(?:iframe|object|embed|style|base)/i.test(tag))).toEqual([]);
    expect(
      tags.filter((tag) => /^<(?:script|link rel="stylesheet")/i.test(tag) && !tag.includes(`nonce="${nonce}"`)),
    ).toEqual([]);
    const bare = text.replace(/="[^"]*"/g, "");
    expect(bare).not.toMatch(/<[a-z][^>]*\son\w+|<img[^>]*onerror|<script>/i);
    expect(text).not.toMatch(/\shref="(?!\/|https?:|#)/);
  }
});
