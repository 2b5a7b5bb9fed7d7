import { expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const PARAGRAPHS = [
  "The night boat Gannet ran onto the rocks below Quorrick on Sunday, and three of its crew did not come home, the coast guard of Vessland said.",
  "It had left the quay at ten with eleven people on board, and the wind was stronger than anybody had told them, a spokeswoman added.",
  "The harbor board will meet on Thursday, and until then no boat may leave after dark, whatever the weather in the strait may be.",
];
const toPage = (before: string, list: string, after = ""): string =>
  `<!doctype html><html lang="en"><head><title>Night boat lost</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>Night boat lost</h1>${PARAGRAPHS.map((each) => `<p>${each}</p>`).join("")}<p>${before}</p>${list}${after}</article></main></body></html>`;
const toList = (tag: string, items: readonly string[]): string =>
  `<${tag}>${items.map((each) => `<li>${each}</li>`).join("")}</${tag}>`;

test.each([
  ["The dead are:", "ul", ["Runa Veil, 44", "Otis Brack, 19", "Ida Lorne, 31, of Osk"]],
  ["Votes on the night boats:", "ol", ["North quay: 41 yes, 8 no", "South quay: 2 yes, 90 no"]],
  ["Was nun geschieht:", "ul", ["Der Rat tagt.", "Das Boot wird gehoben.", "Im Mai fährt ein neues."]],
])("no item is lost of the list behind “%s”", (lead, tag, items) => {
  for (const after of ["", `<p>${PARAGRAPHS[0]?.replace("night", "last")}</p>`]) {
    const { text } = extractArticle(toPage(lead, toList(tag, items), after), "https://wire.example/1");
    expect(text).toContain(lead);
    for (const item of items) expect(text).toContain(item);
  }
});

test("a list of links behind such a line is none of the article", () => {
  const links = toList("ul", ['<a href="/2">Ferry fares rise again</a>', '<a href="/3">Cannery shuts for a week</a>']);
  const { text } = extractArticle(toPage("Also in our pages:", links), "https://wire.example/1");
  expect(text).not.toContain("Ferry fares rise again");
});
