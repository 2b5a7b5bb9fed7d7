/** The news of a page's other articles is not the news of this one, whatever element holds them. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const TITLE = "Council of Vessland votes to rebuild the breakwater";
const OWN = [
  "The harbor council of Vessland voted on Tuesday to rebuild the eastern breakwater after two winters of damage.",
  "“We cannot lose another season to the sea,” said Ilse Marchetti, the harbor master, after the vote.",
  "The work will cost eleven million crowns and begins in March, with a third of it paid by the region.",
  "Fishing crews had asked for the repair since the storm of 2024, which sank four boats at their moorings.",
];
const OTHER_TITLE = "Bakery in Norrhaven closes after ninety years";
const OTHER = [
  "A bakery in Norrhaven has closed its doors after ninety years of trade on the old square, its owners say.",
  "“Flour has become too dear for us to go on,” said Pavel Ortiz, who ran it with his sister for twenty years.",
];
const toHtml = (paragraphs: readonly string[]): string => paragraphs.map((each) => `<p>${each}</p>`).join("\n");
const read = (inner: string): string =>
  extractArticle(
    `<html lang="en"><head><title>${TITLE}</title></head><body><main>${inner}</main></body></html>`,
    "https://quay.example/a",
  ).text;
const own = (inner: string): string => read(`<article><h1>${TITLE}</h1>${inner}</article>`);
const between = (card: string): string => own(`${toHtml(OWN.slice(0, 2))}${card}${toHtml(OWN.slice(2))}`);
const link = (inner: string): string => `<a href="/b">${inner}</a>`;

const PAGES: Readonly<Record<string, string>> = {
  "an aside with a headline and two paragraphs": between(
    `<aside><h3>Related</h3><h4>${link(OTHER_TITLE)}</h4>${toHtml(OTHER)}</aside>`,
  ),
  "a card without any name": between(
    `<div><a href="/b"><img src="/b.jpg"><h3>${OTHER_TITLE}</h3></a>${toHtml(OTHER)}</div>`,
  ),
  "a card below “read also”, in German": between(
    `<div><p>Lesen Sie auch</p><p>${link(OTHER_TITLE)}</p><p>${OTHER[0]}</p></div>`,
  ),
  "cards below the text": own(
    `${toHtml(OWN)}<section><h2>More from Vessland</h2><div><h3>${link(OTHER_TITLE)}</h3><p>${OTHER[0]}</p></div></section>`,
  ),
  "a list of the latest news": own(
    `${toHtml(OWN)}<h3>Latest news</h3><ul>${OTHER.map((each) => `<li>${link(OTHER_TITLE)}<br>${each}</li>`).join("")}</ul>`,
  ),
  "a second article beside the first": read(
    [OWN, OTHER].map((text, at) => `<article><h1>${[TITLE, OTHER_TITLE][at]}</h1>${toHtml(text)}</article>`).join(""),
  ),
  "a second story in an element made like the first": read(
    [OWN, OTHER]
      .map((text, at) => `<div class="story"><h1>${[TITLE, OTHER_TITLE][at]}</h1>${toHtml(text)}</div>`)
      .join(""),
  ),
  "the next article, signed, inside the first": own(
    `${toHtml(OWN)}<div><h1>${OTHER_TITLE}</h1><p>By Lin Feroz</p>${toHtml(OTHER)}</div>`,
  ),
};

describe("the text of another article is left out, and nothing of this one", () => {
  test.each(Object.entries(PAGES))("%s", (_, text) => {
    for (const paragraph of OWN) expect(text).toContain(paragraph);
    for (const paragraph of [OTHER_TITLE, ...OTHER]) expect(text).not.toContain(paragraph);
  });
});

describe("what looks alike and is the article stays", () => {
  test("a round-up whose parts have linked headlines", () => {
    const parts = [...OWN, ...OTHER].map(
      (each, at) => `<div><h3><a href="/n${at}">Note ${at} of the week</a></h3><p>${each}</p></div>`,
    );
    const text = own(
      `<p>What happened along the coast of Vessland this week, in six short notes for those who were away.</p>${parts.join("")}`,
    );
    for (const paragraph of [...OWN, ...OTHER]) expect(text).toContain(paragraph);
  });
  test("a chapter whose heading leads to another site", () => {
    const text = between(`<div><h3><a href="https://shop.example/x">The Norrhaven loaf</a></h3>${toHtml(OTHER)}</div>`);
    for (const paragraph of OTHER) expect(text).toContain(paragraph);
  });
  test("a chapter with a heading of its own", () => {
    const text = between(`<section><h2>How Norrhaven fared</h2>${toHtml(OTHER)}</section>`);
    for (const paragraph of OTHER) expect(text).toContain(paragraph);
  });
  test("a live report whose entries are articles below one headline", () => {
    const entries = [...OWN, ...OTHER].map(
      (each, at) => `<article><h2>At ${at + 9} o'clock</h2><p>${each}</p></article>`,
    );
    const text = read(`<h1>${TITLE}</h1>${entries.join("")}`);
    for (const paragraph of [...OWN, ...OTHER]) expect(text).toContain(paragraph);
  });
});
