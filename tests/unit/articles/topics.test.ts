/** What an article is about by where it is filed, and by its words when they are sure. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../src/articles/extract.ts";
import { classifyTopic } from "../../../src/articles/topics/classify.ts";
import { findTopicOfAddress, findTopicsOfCategories } from "../../../src/articles/topics/sections.ts";
import { findArticleTopics } from "../../../src/news/article-topics.ts";

test.each([
  ["https://quayside.example/sport/football/keeper-heads-winner", "sport"],
  ["https://quayside.example/news/politics/2031/03/vote", "politics"],
  ["https://quayside.example/wirtschaft/hafen-baut-aus.html", "business"],
  ["https://quayside.example/%D1%81%D0%BF%D0%BE%D1%80%D1%82/1", "sport"],
  ["https://quayside.example/deportes/a", "sport"],
  ["https://quayside.example/world/europe/a", "world"],
  ["https://quayside.example/2031/03/sport", null],
  ["https://quayside.example/transport/ferry-sails", null],
  ["no address", null],
])("%s is filed under %s", (url, topic) => {
  expect(findTopicOfAddress(url)).toBe(topic);
});

test.each([
  [["Sport"], ["sport"]],
  [["Harbor", "Política", "Ines Calder"], ["politics"]],
  [["News/Politics"], ["politics"]],
  [["経済", "国際"], ["business"]],
  [["World"], ["world"]],
  [["Harbor", "Ines Calder"], []],
  [["Sport", "Politics", "Health", "Science"], []],
])("categories %j name %j", (categories, topics) => {
  expect(findTopicsOfCategories(categories)).toEqual(topics);
});

describe("with its feed", () => {
  const article = { title: "Keeper heads winner", text: "x", language: "und", url: "https://quayside.example/a" };

  test("a feed of one subject tells, with what narrows it; one of several does not", () => {
    expect(findArticleTopics(article, { topics: ["technology", "security"] })).toEqual(["technology", "security"]);
    expect(findArticleTopics(article, { topics: ["politics", "business"] })).toEqual([]);
    expect(findArticleTopics(article, { topics: ["harbor"] })).toEqual(["harbor"]);
    expect(findArticleTopics(article, { topics: [] })).toEqual([]);
  });

  test("a goalkeeper's header in a feed of politics is sport", () => {
    const filed = { ...article, categories: ["Football"] };
    expect(findArticleTopics(filed, { topics: ["politics"], regions: ["vessland"] })).toEqual(["sport", "vessland"]);
    const placed = { ...article, url: "https://quayside.example/sport/a" };
    expect(findArticleTopics(placed, { topics: ["politics", "business"] })).toEqual(["sport"]);
  });

  test("where it is filed adds to a feed of everything, and its places come last", () => {
    const filed = { ...article, categories: ["Gesundheit"] };
    expect(findArticleTopics(filed, { topics: [], regions: ["vessland"] })).toEqual(["health", "vessland"]);
  });
});

test("words tell where they are sure, and nothing of a text that could be about anything", () => {
  const goal =
    "The striker scored twice in the second half as the team won the league match. The coach praised his players after the game, and the season ends with the cup final next week. Fans cheered the goal.";
  const told = classifyTopic({ title: "Team wins league match with late goal", text: goal.repeat(2), language: "en" });
  expect([null, "sport"]).toContain(told);
  expect(classifyTopic({ title: "A day in town", text: "People walked by.", language: "en" })).toBeNull();
  expect(classifyTopic({ title: "Tore", text: goal, language: "tlh" })).toBeNull();
});

test("a page tells its section and keywords, in data and in meta elements", () => {
  const data = {
    "@type": "NewsArticle",
    headline: "Quay burns at night",
    articleSection: ["Harbor"],
    keywords: "nets, fire",
  };
  const html = `<html lang="en"><head><title>Quay burns at night</title><meta property="article:tag" content="Nets"><meta property="article:section" content="Local">
    <script type="application/ld+json">${JSON.stringify(data)}</script></head><body><article><h1>Quay burns at night</h1>
    <p>The nets of the yard burned all night, and the harbor master closed the quay until morning came.</p></article></body></html>`;
  const { categories } = extractArticle(html, "https://quayside.example/a");
  expect(categories?.map((name) => name.toLowerCase()).sort()).toEqual(["fire", "harbor", "local", "nets"]);
});
