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
