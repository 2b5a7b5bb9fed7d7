/** A headline that comes again inside the text is a heading there, and no end of a masthead. */

import { expect, test } from "vitest";
import { readPastedText } from "../../../../src/articles/pasted/read-pasted.ts";

const TITLE = "Why the bees were left out";
const BELOW = "The book was long enough, the writer says, and the bees would have needed a chapter of their own.";

test("what stands above it is kept when it speaks of the same", () => {
  const text = [
    "Orla Fenwick kept bees on the roof of the customs hall for nine years before anybody asked why.",
    "The bees were left out of the book on the customs hall, although its writer knew of them.",
    TITLE,
    BELOW,
  ].join("\n\n");
  expect(readPastedText(text, TITLE).text).toContain("kept bees on the roof");
});

test("what stands above it goes when it speaks of the site", () => {
  const text = ["The Courier is read by nine thousand people on both sides of the harbor.", TITLE, BELOW].join("\n\n");
  expect(readPastedText(text, TITLE).text).toBe(BELOW);
});
