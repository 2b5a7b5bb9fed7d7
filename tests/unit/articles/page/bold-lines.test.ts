/** A line in bold above a break heads what follows it in the paragraph, and is no part of its first sentence. */

import { expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";

const TEXT =
  "The ferry to Port Halden will stop for a week, the harbor office said on Friday, since it needs a new engine and nobody on the coast builds one.";
const read = (paragraph: string): readonly string[] =>
  extractArticle(
    `<html lang="en"><body><article><h1>Port Halden</h1><p>${TEXT}</p><p>${paragraph}</p><p>${TEXT.replace("ferry", "night ferry")}</p></article></body></html>`,
    "https://gazette.example/halden",
  ).text.split("\n\n");

test("a bold heading of an entry was glued to the sentence below its break", () => {
  const head = "Jan. 11: Halden, Moor and Ostrel are said to be among the towns that want the yard";
  const lines = read(`<strong>${head}</strong><br>\nThursday brought the news that the yard will be sold.`);
  expect(lines.slice(1, 3)).toEqual([head, "Thursday brought the news that the yard will be sold."]);
});

test.each([
  [
    "words in bold inside a line",
    "The harbor office, <b>which has run the ferry for forty years and more</b><br>said so.",
  ],
  [
    "a bold sentence over two lines",
    "<b>The harbor office, which has run the ferry for forty years and<br>more, said so.</b>",
  ],
])("%s stay in their sentence", (_, paragraph) => {
  expect(read(paragraph)[1]).toMatch(/more,? said so\.$/);
});
