/** Who wrote an article is none whom it tells of: an expert it quotes, a name linked in its text, the house it is from. */

import { expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const TOLD =
  "<p>Meadows of sea grass slow the tide by a fifth, found experts, among them Nella Brook, PhD, from Varen University.</p>" +
  "<p>“A meadow does for the coast what a wall does,” said Brook, associate professor of coastal sciences at the school.</p>";
const REST =
  "<p>The town of Ossel lies at the mouth of the river, where ferries leave for the islands twice a day in all seasons.</p>".repeat(
    3,
  );

const bylineOf = (body: string, head = ""): string | null =>
  extractArticle(
    `<html><head><title>Sea grass slows the tide</title>${head}</head><body><article><h1>Sea grass slows the tide</h1>${body}${REST}</article></body></html>`,
    "https://tidings.example/sea-grass",
  ).byline;
const author = (name: string, outlet = "Harbor Tidings"): string =>
  `<meta name="author" content="${name}"><meta property="og:site_name" content="${outlet}">`;

test("whom the text quotes is no author by what the page's data say", () => {
  expect(bylineOf(TOLD, author("Nella Brook"))).toBeNull();
  expect(bylineOf(TOLD, author("Ivar Hale, Nella Brook"))).toBe("Ivar Hale");
});

test("a line at the headline that names who wrote it holds, whatever the text quotes", () => {
  expect(bylineOf(`<div>By Nella Brook</div>${TOLD}`, author("Nella Brook"))).toBe("Nella Brook");
});

test("another of the same last name is no reason to leave the author out", () => {
  expect(bylineOf(TOLD, author("Tomas Brook"))).toBe("Tomas Brook");
});

test("an author was left out who shares a last name with somebody the text quotes", () => {
  const bio = "<p>Ivar Hale is a reporter for the Tidings who has covered the port and its people since 2019.</p>";
  const said =
    "<p>“The port will stay open,” Hale said of herself. Mara Hale, the mayor, has run it for nine years now.</p>";
  expect(bylineOf(`${said}${bio}`, author("Ivar Hale"))).toBe("Ivar Hale");
  expect(
    bylineOf(
      `${TOLD}<p>The other one, Greta Brook, has not been to the meadows of Ossel since the last of the storms.</p>`,
      author("Nella Brook"),
    ),
  ).toBe("Nella Brook");
});

test("a link to somebody's page inside a sentence names no author", () => {
  const link = '<a href="/profile/ines-vale">Ines Vale</a>';
  const sentence = `<p>The pier was drawn by ${link} in 1911, and has been widened three times since, the last time after the storm.</p>`;
  expect(bylineOf(sentence)).toBeNull();
  expect(bylineOf(`<div>${link}</div>`)).toBe("Ines Vale");
});

test("a president whom the text tells of, and who has a page of the site, was its author", () => {
  const link = '<a href="/topics/people/ines-vale">Ines Vale</a>';
  const told = `<p>President ${link} wants to close the pier, but General Oda Rask, chair of the chiefs, said it stays.</p>`;
  expect(bylineOf(told)).toBeNull();
  expect(bylineOf(`${told}<div>${link}</div>`)).toBeNull();
  const bio = "<p>Ines Vale is a reporter for the Tidings who has covered the port and its people since 2019.</p>";
  expect(bylineOf(`<div>${link}</div>${bio}`)).toBe("Ines Vale");
});

test("behind a name the house is no second author", () => {
  expect(bylineOf("", author("Tilda Loden, Coin Insider", "Coin Insider Norge"))).toBe("Tilda Loden");
  expect(bylineOf("", author("Tilda Loden, Coinism", "Harbor Tidings"))).toBe("Tilda Loden");
});

test("what a piece is stands before the name and is no part of it", () => {
  expect(bylineOf("", author("Analysis by Ivar Hale"))).toBe("Ivar Hale");
  expect(bylineOf("", author("As told to Greta Hove"))).toBe("Greta Hove");
});

test.each([
  ["Ines Vale, Tide Expert, Garden Educator", "Ines Vale"],
  ["Ines Vale, Founder at Harborside", "Ines Vale"],
  ["Ines Vale, University of Varen", "Ines Vale"],
  ["a founder of Harborside, Ines Vale", "Ines Vale"],
  ["page.head.extra.author", null],
  ["Articles by Ines Vale", "Ines Vale"],
  ["Ines Vale, Bo de la Cruz", "Ines Vale, Bo de la Cruz"],
])("what somebody is stands behind the name and is no author: %s", (stated, byline) => {
  expect(bylineOf("", author(stated))).toBe(byline);
});

test("whoever is linked to in a long paragraph is told of", () => {
  const link = '<a href="https://tidings.example/people/ivar-hale.html">Ivar Hale</a>';
  const long = "The ferries leave for the islands twice a day in every season that the town has known. ".repeat(9);
  expect(bylineOf(`<p>Governor ${link} has been eager to leave. ${long}</p>`)).toBeNull();
});

test("an author is named once and alone, beside what she is, her house, or an account", () => {
  const marked = (names: readonly string[]): string =>
    names.map((name) => `<span class="author">${name}</span>`).join("");
  expect(bylineOf(marked(["Nella BrookFounder at Hale Sails", "Nella Brook", "Founder at Hale Sails"]))).toBe(
    "Nella Brook",
  );
  expect(bylineOf("", author("Nella Brook, Founder at Hale Sails", "Hale Sails"))).toBe("Nella Brook");
  expect(bylineOf("", author("Nella Brook HALE NETWORK, Nella Brook"))).toBe("Nella Brook");
  expect(bylineOf("", author("Nella Brook, Maria im Hof"))).toBe("Nella Brook, Maria im Hof");
  expect(bylineOf("", author("nella-two"))).toBeNull();
});
