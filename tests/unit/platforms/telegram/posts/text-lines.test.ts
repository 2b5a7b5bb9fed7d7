/** Text from outside on Telegram: cleaned, cut between characters, and without accidental links and pings. */

import { describe, expect, test } from "vitest";
import { cut, defuse, toLine, toLines } from "../../../../../src/platforms/telegram/posts/text-lines.ts";
import { fc } from "../../../../helpers/property.ts";
import { serveText } from "../../../../helpers/telegram/text.ts";

describe("toLine and toLines", () => {
  test.each([
    ["a\n\tb   c ", "a b c"],
    ["turned \u202eround\u202c", "turned round"],
    ["half \ud83d emoji", "half \ufffd emoji"],
    ["null\u0000 bell\u0007", "null bell"],
    ["zero\u200bwidth\ufeff", "zerowidth"],
    ["कर्\u200dम 👩\u200d🚒", "कर्\u200dम 👩\u200d🚒"],
    ["« oui »", "« oui »"],
  ])("%j reads %j", (text, expected) => {
    expect(toLine(text)).toBe(expected);
  });

  test("line breaks stay, at most one blank line in a row", () => {
    expect(toLines("a\r\nb\n\n\n\n c ")).toBe("a\nb\n\nc");
  });
});

describe("cut", () => {
  test("a text at the limit stays, one past it ends in an ellipsis within the limit", () => {
    expect(cut("a".repeat(50), 50)).toBe("a".repeat(50));
    expect(cut("a".repeat(51), 50)).toBe(`${"a".repeat(49)}…`);
  });

  test("words stay whole where a space is near", () => {
    expect(cut("The ferry stops for the winter", 20)).toBe("The ferry stops for…");
  });

  test("no character is cut in half", () => {
    const family = "👨‍👩‍👧‍👦";
    expect(cut(family.repeat(3), family.length * 2 + 3)).toBe(`${family.repeat(2)}…`);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (text, lengthMax) => {
        const short = cut(text, lengthMax);
        return short.length <= lengthMax && (text.isWellFormed() ? short.isWellFormed() : true);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("defuse", () => {
  test.each([
    "ping @harbormaster now",
    "@all",
    "mail ada@harbor.example today",
    "the #ferry tag",
    "#été",
    "buy $FERRY",
    "type /start now",
    "/stop@otherbot",
    "(/help)",
    "see harbor.example for more",
    "see www.harbor.co.uk/x?y=1",
    "at http://harbor.example/x and https://1.2.3.4/",
    "server 10.20.30.40 is down",
    "пример.рф",
  ])("nothing in %j becomes a link, a ping or a command", (text) => {
    expect(serveText(text, undefined).found).not.toEqual([]);
    expect(serveText(defuse(text), undefined).found).toEqual([]);
  });

  test.each(["It rose 3.5 per cent.", "He left. She stayed.", "U.S. and/or E.U.", "9/11", "Price: $5", "C# and F#"])(
    "%j is left as it is",
    (text) => {
      expect(defuse(text)).toBe(text);
    },
  );

  test("the bot's own commands stay tappable, others do not", () => {
    const own = new Set(["help"]);
    expect(serveText(defuse("/help lists them, /start does not", own), undefined).found).toEqual([
      { type: "bot_command", offset: 0, length: 5 },
    ]);
  });

  test("a reader sees the same words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (text) => {
        const clean = text.replaceAll("\u2060", "");
        return defuse(clean).replaceAll("\u2060", "") === clean;
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
