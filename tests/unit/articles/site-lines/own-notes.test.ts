import { expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const page = (note: string, foot = ""): string => `<html lang="en"><body><main><article><h1>Hale ferry sinks</h1>
<p>Four sailors drowned when the Hale ferry sank on Monday, the harbor office said in the evening.</p>
<p>The ferry had been mended in spring, and the harbor office had looked at it twice since then.</p>
${note}</article></main>${foot}</body></html>`;

test.each([
  "<p><em>This story has been corrected to show that four sailors swam ashore.</em></p>",
  '<div class="footnote"><p>• This article was amended on 19 November. All four sailors swam ashore.</p></div>',
  "<p><small>The Hale Herring is a satirical newspaper. Nothing here is true.</small></p>",
])("a note by which a page takes something back stays in its text: %s", (note) => {
  expect(extractArticle(page(note), null).text).toMatch(/corrected to show|amended on|Nothing here/u);
});

test("a note on another page is no part of the text", () => {
  const foot = '<footer><div><ul><li><a href="/c">Correction: The pier was not sold</a></li></ul></div></footer>';
  expect(extractArticle(page("", foot), null).text).not.toContain("Correction");
});

test.each([
  ["above the headline", '<p class="tag">Sponsored content</p>', ""],
  ["below it", "", '<span class="label">Partner content</span>'],
  ["satire", "", "<p>Satire</p>"],
])("a label of the whole article stays above its text: %s", (_, above, below) => {
  const html = `<html lang="en"><body><nav><a href="/n">News</a></nav><main><article>${above}<h1>Why the quay is worth it</h1>${below}
<p>The flats on the quay of Hale are the best that the town has seen, and every one of them faces the sea.</p>
<p>Whoever moves in before June has the first year of the boat garage for nothing, the builders said.</p></article></main></body></html>`;
  expect(extractArticle(html, null).text).toMatch(/^(?:Sponsored content|Partner content|Satire)\n/u);
});

test.each([
  ["a link to a section", '<p><a href="/partners">Partner content</a></p>', ""],
  [
    "a box beside the article",
    "",
    '<aside><p>Sponsored content</p><p><a href="/x">Sofas from 40 crowns</a></p></aside>',
  ],
])("a label of something else does not: %s", (_, above, beside) => {
  const html = `<html lang="en"><body><div id="top">${above}</div><main><article><h1>Hale ferry sinks</h1>
<p>Four sailors drowned when the Hale ferry sank on Monday, the harbor office said in the evening.</p>
<p>The ferry had been mended in spring, and the harbor office had looked at it twice since then.</p></article>${beside}</main></body></html>`;
  expect(extractArticle(html, null).text).not.toMatch(/content/u);
});

test("a note of years ago stays where the page is of today, and goes where it is of that year", () => {
  const at = (year: number): string =>
    page("<p><em>This story was originally published in 2009.</em></p>").replace(
      "<html lang",
      `<html><head><meta property="article:published_time" content="${year}-03-04T10:00:00Z"></head><body lang`,
    );
  expect(extractArticle(at(2031), null).text).toContain("originally published in 2009");
  expect(extractArticle(at(2009), null).text).not.toContain("originally published");
});
