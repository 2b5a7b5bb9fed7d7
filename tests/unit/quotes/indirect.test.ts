/** What the bot reads as reported without marks. */

import { expect, test } from "vitest";
import { findIndirectSpeech } from "../../../src/quotes/indirect.ts";
import { fc } from "../../helpers/property.ts";

const find = (text: string, language = "en") =>
  findIndirectSpeech(text, { language }).map((each) => [each.text, each.speaker.name]);

test("a clause behind “said that” has its speaker", () => {
  expect(find("Ada Moor said that the bridge would open in May.")).toEqual([
    ["the bridge would open in May", "Ada Moor"],
  ]);
});

test("a clause before “she said” has the speaker's full name", () => {
  expect(find("Ada Moor came on Monday. The bridge would open in May, Moor said.")).toEqual([
    ["The bridge would open in May", "Ada Moor"],
  ]);
});

test("a quotation is no indirect speech", () => {
  expect(find("“The bridge will open in May,” Ada Moor said.")).toEqual([]);
});

test("any text gives spans of itself, in order", () => {
  const part = fc.constantFrom(
    "Ada Moor ",
    "said ",
    "that ",
    "the bridge ",
    "will open ",
    ", ",
    ". ",
    "“",
    "”",
    "\n",
    "according to ",
    "who ",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 50 }), (parts) => {
      const text = parts.join("");
      let last = 0;
      for (const each of findIndirectSpeech(text, { language: "en" })) {
        expect(text.slice(each.start, each.end)).toBe(each.text);
        expect(each.start).toBeGreaterThanOrEqual(last);
        last = each.end;
      }
    }),
  );
});
