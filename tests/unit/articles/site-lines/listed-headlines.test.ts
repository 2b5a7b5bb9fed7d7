/** Headlines of other articles, listed above a text, do not become its beginning; links that belong to it stay. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";
import { findBlocks } from "../../../../src/articles/page/blocks.ts";
import { parsePage } from "../../../../src/articles/page/tree.ts";
import { findListedHeadlines } from "../../../../src/articles/site-lines/listed-headlines.ts";

const TITLE = "Velmora lights its lamp again";
const PARAGRAPHS = [
  "The lighthouse of Velmora will be lit again on Friday after eleven dark years, the harbor office of the island said.",
  "“We counted the steps every week so that nobody would forget them,” said Oona Petrak, who heads the office. “There are two hundred and six.”",
  "The lamp was repaired by pupils of the technical school, who built the missing gear out of a bicycle and two sewing machines.",
  "Fishing crews had asked for the light since the storm of last winter, when three boats missed the entrance of the harbor.",
  "The council will pay for the oil until spring and then decide whether the lamp should run on electricity.",
];
const HEADLINES = [
  "Bakers’ guild drops its rule against seeded rolls",
  "Night train to Karn gets a second sleeping car",
  "Court says goat may stay in the chapel garden",
  "Ferry line orders four ships that run on batteries",
  "Rowers finish first in fog and hear of it an hour later",
  "Museum finds missing bell in its own cellar",
  "Regulator fines phone company over Sunday outage",
  "School choir wins prize with song about potholes",
];
const links = HEADLINES.map((headline, number) => `<a href="/news/${number}.html">${headline}</a>`);
const items = `<ul>${links.map((link) => `<li>${link}</li>`).join("\n")}</ul>`;
const lines = links.map((link) => `<p>${link}</p>`).join("\n");
const paragraphs = PARAGRAPHS.map((paragraph) => `<p>${paragraph}</p>`).join("\n");
const broken = PARAGRAPHS.map((paragraph) => `${paragraph}<br><br>`).join("\n");
const toPage = (body: string): string =>
  `<html lang="en"><head><title>${TITLE}</title></head><body>${body}</body></html>`;

describe("the text does not begin with the headlines of other articles", () => {
  test.each([
    ["in the cell beside it", `<table><tr><td>${items}</td><td><h1>${TITLE}</h1><hr>${broken}</td></tr></table>`],
    ["in a list above paragraphs", `<h1>${TITLE}</h1><div>${items}${paragraphs}</div>`],
    ["as questions", `<h1>${TITLE}</h1><div>${lines.replaceAll("</a>", "?</a>")}${paragraphs}</div>`],
    ["in a list above lines", `<h1>${TITLE}</h1><div>${items}${broken}</div>`],
    ["in paragraphs", `<h1>${TITLE}</h1><div>${lines}${paragraphs}</div>`],
    ["as linked headings", `<h1>${TITLE}</h1><div>${links.map((link) => `<h3>${link}</h3>`).join("")}${broken}</div>`],
  ])("%s", (_, body) => {
    expect(extractArticle(toPage(body), "https://gazette.example/lamp").text).toBe(PARAGRAPHS.join("\n\n"));
  });
});

test("a line of the article above such a list keeps nothing of it in the text", () => {
  const lead = "Two hundred and six steps to the light";
  const body = `<h1>${TITLE}</h1><div><p>${lead}</p>${items}${paragraphs}</div>`;
  expect(extractArticle(toPage(body), "https://gazette.example/lamp").text).toBe([lead, ...PARAGRAPHS].join("\n\n"));
});

/** Texts of the lines found, where everything but the title is chosen. */
function findIn(body: string): readonly string[] {
  const blocks = findBlocks(parsePage(toPage(body)));
  const listed = findListedHeadlines(blocks, ({ text }) => text !== TITLE);
  return [...listed].map((number) => blocks[number]?.text ?? "");
}

describe("of the links on a page", () => {
  test("those in a list above the text are headlines", () => {
    expect(findIn(`${lines}<p>Harbor</p>${paragraphs}`)).toEqual(HEADLINES);
    expect(
      findIn(
        links.map((link) => `<div>${link.replace(">", "><h4>").replace("</a>", "</h4></a>")}</div>`).join("") +
          paragraphs,
      ),
    ).toEqual(HEADLINES);
  });

  test("one alone above the text is a headline, too", () => {
    expect(findIn(`<p>Friday</p><p>${links[0]}</p><p>Friday</p>${paragraphs}`)).toEqual(HEADLINES.slice(0, 1));
  });

  test("a table of contents is none", () => {
    expect(
      findIn(`<ul>${links.map((link) => `<li>${link.replace("/news/", "#part")}</li>`).join("")}</ul>${paragraphs}`),
    ).toEqual([]);
  });

  test("those between and below paragraphs are none", () => {
    expect(findIn(`<p>${PARAGRAPHS[0]}</p>${items}${paragraphs}${items}`)).toEqual([]);
  });

  test("a heading right above the first paragraph heads that", () => {
    const [first = "", second = "", third = ""] = links;
    expect(findIn(`<h1>${TITLE}</h1><p>${first}</p><p>${second}</p><h2>${third}</h2>${paragraphs}`)).toEqual(
      HEADLINES.slice(0, 2),
    );
  });

  test("those that are most of the text are the article", () => {
    expect(findIn(`${items}<p>${PARAGRAPHS[0]}</p>`)).toEqual([]);
  });

  test("none is found where nothing is a paragraph", () => {
    expect(findIn(items)).toEqual([]);
  });
});
