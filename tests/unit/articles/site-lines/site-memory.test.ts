/** What a site repeats under every headline is not the article; what its articles repeat because it is news, is. */

import { describe, expect, test } from "vitest";
import { createSiteMemory, SITES_MAX, type SiteMemory } from "../../../../src/articles/site-lines/site-memory.ts";
import { collectGarbage } from "../../../helpers/collect-garbage.ts";

const TOPICS = ["ferries", "bridges", "schools", "taxes", "harvests"] as const;
const body = (topic: string): string =>
  `The council of Velmora talked about ${topic} on Monday and came to no decision at all.\n\nAnother meeting on ${topic} is planned for the week after next, the clerk of the chamber told reporters.`;
const PROMPT = "Haben Sie Hinweise? Schreiben Sie uns an die Redaktion.";

const read = (memory: SiteMemory, topic: string, paragraph: string, given: { feedId?: string; title?: string } = {}) =>
  memory.clean({
    feedId: given.feedId ?? "gazette",
    url: `https://gazette.example/news/${topic}`,
    title: given.title ?? `On ${topic}`,
    text: `${body(topic)}\n\n${paragraph}`,
  });

/** Every page has the paragraph; which of them keep it. */
const keep = (memory: SiteMemory, paragraph: string, topics: readonly string[] = TOPICS): readonly boolean[] =>
  topics.map((topic) => read(memory, topic, paragraph).endsWith(paragraph));

test("the third page of a site loses the paragraph that the two before it had, and keeps the rest", () => {
  const memory = createSiteMemory();
  expect(keep(memory, PROMPT)).toEqual([true, true, false, false, false]);
  expect(read(memory, "parking", PROMPT)).toBe(body("parking"));
});

test.each([
  "Subscribe to the Gazette and get the stories of the day by mail.",
  "Abonnez-vous pour lire chaque matin toute l’actualité de la région.",
  "Подпишитесь на рассылку и читайте главное за день.",
  "اشترك في نشرتنا البريدية لتصلك أهم الأخبار.",
  "关注我们的公众号，获取更多新闻。",
  "最新ニュースはアプリでも読めます。",
])("in any language: %s", (paragraph) => {
  expect(keep(createSiteMemory(), paragraph, TOPICS.slice(0, 3))).toEqual([true, true, false]);
});

describe("is never taken out", () => {
  test.each([
    "“We have waited for this bridge since the war,” said Anna Moreau, who heads the office.",
    '"We have waited for this bridge since the war," said Anna Moreau.',
    "„Wir warten seit dem Krieg auf diese Brücke“, sagte Anna Moreau.",
    "« Nous attendons ce pont depuis la guerre », a dit Anna Moreau.",
    "「この橋を長い間待っていました」とモローさんは話した。",
  ])("a quote that several articles repeat: %s", (quote) => {
    expect(keep(createSiteMemory(), quote)).toEqual([true, true, true, true, true]);
  });

  test("background that articles about one event repeat", () => {
    const memory = createSiteMemory();
    const background = "Twelve people died when the Maribel sank off Port Halden in March.";
    const titles = ["Maribel inquiry opens", "Captain of the Maribel heard", "Maribel: owner blamed", "Maribel raised"];
    for (const [at, title] of titles.entries())
      expect(read(memory, TOPICS[at] ?? "", background, { title })).toContain(background);
  });

  test("a paragraph about what the headline is about", () => {
    const memory = createSiteMemory();
    keep(memory, "Tickets for the Lantern festival cost nine crowns.");
    expect(
      read(memory, "rain", "Tickets for the Lantern festival cost nine crowns.", { title: "Lantern show in the rain" }),
    ).toContain("nine crowns");
  });

  test("most of a text: an article that moves from address to address", () => {
    const memory = createSiteMemory();
    for (let address = 0; address < 5; address++)
      expect(
        memory.clean({
          feedId: "gazette",
          url: `https://gazette.example/${address}`,
          title: `${TOPICS[address]}`,
          text: body("parking"),
        }),
      ).toBe(body("parking"));
    expect(memory.save()).toBe("[]");
  });
});

test("another feed's paragraphs do not count, on the same host too: outlets print the same wire", () => {
  const memory = createSiteMemory();
  keep(memory, PROMPT);
  expect(read(memory, "parking", PROMPT, { feedId: "herald" })).toContain(PROMPT);
});

test("the same page read again gives the same text, whatever was learned since", () => {
  const memory = createSiteMemory();
  expect(keep(memory, PROMPT)).toEqual([true, true, false, false, false]);
  expect(keep(memory, PROMPT)).toEqual([true, true, false, false, false]);
});

test("what was learned outlives a restart", () => {
  const memory = createSiteMemory();
  keep(memory, PROMPT);
  const next = createSiteMemory();
  next.load(memory.save());
  expect(read(next, "parking", PROMPT)).toBe(body("parking"));
});

test.each(["", "{}", "null", '[["gazette",[1]]]', '[["a"]]'])("a note that is none changes nothing: %s", (saved) => {
  const memory = createSiteMemory();
  memory.load(saved);
  expect(memory.size).toBe(0);
  expect(keep(memory, PROMPT, ["ferries"])).toEqual([true]);
});

test("the memory stays bounded, and so does its note", () => {
  const memory = createSiteMemory();
  for (let site = 0; site < SITES_MAX + 50; site++)
    memory.clean({ feedId: "gazette", url: `https://site-${site}.example/a`, title: "", text: "One line." });
  expect(memory.size).toBe(SITES_MAX);
  const lines = Array.from({ length: 400 }, (_, at) => `Line ${at}`).join("\n\n");
  for (const topic of TOPICS)
    memory.clean({
      feedId: "gazette",
      url: `https://site-1.example/${topic}`,
      title: topic,
      text: `${lines}\n\n${"A sentence of the article. ".repeat(400)}${topic}`,
    });
  expect(memory.save().length).toBeLessThan(2_500);
});

test("all sites together remember so many paragraphs: the site longest unseen keeps what is known to be its own", () => {
  const memory = createSiteMemory(40);
  keep(memory, PROMPT);
  for (let page = 0; page < 50; page += 1)
    memory.clean({
      feedId: "herald",
      url: `https://herald.example/${page}`,
      title: `Number ${page}`,
      text: `Line ${page}.\n\nAnother line ${page}.`,
    });
  expect(memory.paragraphCount).toBeLessThanOrEqual(40);
  expect(read(memory, "parking", PROMPT)).toBe(body("parking"));
});

test("a site that gives way takes its paragraphs along", () => {
  const memory = createSiteMemory();
  for (let site = 0; site < SITES_MAX + 50; site += 1)
    memory.clean({ feedId: "gazette", url: `https://site-${site}.example/a`, title: "", text: "A line.\n\nAnother." });
  expect(memory.paragraphCount).toBe(2 * SITES_MAX);
});

test("a note of a version that kept more of each hash is understood", () => {
  const memory = createSiteMemory();
  keep(memory, PROMPT);
  const longer = memory.save().replaceAll(/"([\w-]{8})"/g, '"$1AbCdEfGh"');
  expect(longer).not.toBe(memory.save());
  const next = createSiteMemory();
  next.load(longer);
  expect(read(next, "parking", PROMPT)).toBe(body("parking"));
});

test("memory does not grow by kilobytes with each page that is read", () => {
  const PAGES = 2_000;
  const memory = createSiteMemory();
  const words = (from: number, count: number): string =>
    Array.from({ length: count }, (_, at) => `word${from + at}`).join(" ");
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let page = 0; page < PAGES; page += 1)
    memory.clean({
      feedId: "gazette",
      url: `https://site-${page % 50}.example/${page}`,
      title: words(page * 9, 9),
      text: Array.from({ length: 15 }, (_, at) => words((page * 15 + at) * 12, 12)).join("\n\n"),
    });
  collectGarbage();
  // 1.2 KB; 4 KB when texts were remembered by strings.
  expect((process.memoryUsage().heapUsed - before) / PAGES).toBeLessThan(2_000);
  expect(memory.paragraphCount).toBe(15 * PAGES);
});

test("a page of one endless word does not stand the bot still", () => {
  // Two minutes when each of its letters was the start of another try; a moment when each word is looked at once.
  expect(keep(createSiteMemory(), "Aa".repeat(99_000), TOPICS.slice(0, 2))).toEqual([true, true]);
});
