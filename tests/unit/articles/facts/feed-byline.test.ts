/** Who wrote it, as a feed or a page's data put it. */

import { expect, test } from "vitest";
import { readFeedByline } from "../../../../src/articles/facts/byline.ts";

test.each([
  ["Staff Reports -", "Staff Reports"],
  ["Lucía Serna / Fotos: Juan Luz", "Lucía Serna"],
  ["Ada Moor, Photos: Bo Chan", "Ada Moor"],
  ["Ada Moor (Photographs by Bo Chan)", "Ada Moor"],
  ["Ada Moor and Bo Chan", "Ada Moor, Bo Chan"],
  ["Ada Photopoulos", "Ada Photopoulos"],
])("a stroke at the end and whoever took the pictures are no names: %s", (printed, byline) => {
  expect(readFeedByline(printed, "The Tidings")).toBe(byline);
});
