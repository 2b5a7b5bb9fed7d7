/** Sentences of a text: where they end, and where they must not. */

import { describe, expect, test } from "vitest";
import { splitSentences } from "../../../src/languages/shared/sentences.ts";
import { fc } from "../../helpers/property.ts";

const split = (text: string, language = "en") =>
  splitSentences(text, language).map((span) => text.slice(span.start, span.end));

describe("a sentence does not end", () => {
  test.each([
    ["en", "after a title", "Dr. Ines Marl met Sen. Tom Vale on Friday."],
    ["en", "after initials", "John F. Marlow and J. K. Hale won."],
    ["en", "inside a number", "It grew 3.5 percent to $2.1 million."],
    ["en", "in U.S. before a name", "The U.S. Treasury and U.N. envoys agreed."],
    ["en", "before lower case", "The firm Oro Inc. said so at 9 a.m. on Friday."],
    ["en", "at an ellipsis that goes on", "He waited ... and waited."],
    ["en", "at a question asked inside a sentence", "“Why now?” Ana Brel asked."],
    ["en", "inside a name of one capital and a mark", "The report by V! News was read at the pier."],
    ["de", "after an ordinal", "Am 3. März traf er die 2. Kammer."],
    ["de", "in an abbreviation", "Er nannte z. B. Hamburg und bzw. Bremen."],
    ["fr", "after M. and Mme", "M. Duval a vu Mme Roy."],
    ["da", "in f.eks. and kl.", "Det gælder f.eks. skoler kl. 12 i dag."],
  ])("%s: %s", (language, _name, text) => {
    expect(split(text, language)).toEqual([text]);
  });
});

describe("a sentence ends", () => {
  test.each([
    ["en", ["It rained.", "She left!", "Why?", "Nobody knew."]],
    ["en", ["They chose plan B!", "The crowd sang."]],
    ["en", ["He lives in the U.S.", "The family is here."]],
    ["en", ["“I went home.", "I slept,” he said.", "Then he rose."]],
    ["en", ["It ended at 5 p.m.", "Police left."]],
    ["en", ["“We won.”", "The crowd sang."]],
    ["fr", ["« C'est fini. »", "Le maire part."]],
    ["ru", ["Он ушёл.", "Она осталась."]],
    ["ar", ["هل وصل؟", "نعم."]],
  ])("%s: %j", (language, sentences) => {
    expect(split(sentences.join(" "), language)).toEqual(sentences);
  });

  test("without spaces in Chinese", () => {
    expect(split("会议结束了。代表们离开！", "zh")).toEqual(["会议结束了。", "代表们离开！"]);
  });

  test.each([
    "The ferry leaves at 7 p.m. ET Monday from the old dock.",
    "The rocket flew at 2:10 a.m. Wednesday from the island.",
    "(CNN)Sen. Ines Marl spoke for the bridge.",
    "OSTREL (Harbor Wire)U.S. Sen. Ines Marl spoke for the bridge.",
  ])("not inside a time or behind a dateline: %s", (text) => {
    expect(split(text)).toHaveLength(1);
  });

  test("where a page glued two paragraphs", () => {
    expect(split("Three were found, officials have said.The others are safe.")).toHaveLength(2);
    expect(split("The town keeps its bridge.Also, the ferry stays.")).toHaveLength(2);
    expect(split("He called it “a mistake”.An official agreed.")).toHaveLength(2);
    expect(split("It opened in 1911.Last year, it was shut.")).toHaveLength(2);
    expect(split("They fled from the harbor.US officers also looked for them.")).toHaveLength(2);
    expect(split("The fire left ten people dead.Sund-am-Meer’s mayor spoke.")).toHaveLength(2);
    expect(split("The firm said so on Tuesday.SundBank and others pay.")).toHaveLength(2);
    expect(split("The scheme was called 'Low tide'.The crews fell for it.")).toHaveLength(2);
    expect(split("There were more boats than crews could get on.Hale, a baker, sailed.")).toHaveLength(2);
    expect(split("It was signed by op.Moor and others in the port.")).toHaveLength(1);
    expect(split("Harbor.AI said on Monday that it would keep the pier.")).toHaveLength(1);
    expect(split("The page was made with node.JS by two of them.")).toHaveLength(1);
  });

  test("at a blank line even without a full stop", () => {
    expect(split("A line with no end\n\nAnother line.")).toEqual(["A line with no end", "Another line."]);
  });

  test("in a text without capitals", () => {
    const text = "the mayor spoke to u.s. reporters on monday. he left at once. ".repeat(6);
    expect(split(text)).toHaveLength(12);
  });
});

test("lines wrapped at a width are one sentence", () => {
  const text = "The council of the small harbor town voted late on\nTuesday to keep the bridge open. It closes at six.";
  expect(splitSentences(text, "en")).toHaveLength(2);
});

test("a sentence inside a longer quotation says so", () => {
  expect(splitSentences("“One day. Two days. Three,” she said. Four.", "en").map((span) => span.isInQuote)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("spans are ordered, trimmed and hold every visible character", () => {
  const piece = fc.constantFrom(
    "Word",
    "a.",
    "U.S.",
    " ",
    "\n\n",
    "“Yes.",
    "”",
    '"',
    "3.5",
    "。",
    "? ",
    "…",
    "\n",
    "é",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      let position = 0;
      for (const span of splitSentences(text, "en")) {
        expect(text.slice(position, span.start).trim()).toBe("");
        expect(text.slice(span.start, span.end).trim()).toBe(text.slice(span.start, span.end));
        expect(text.slice(span.start, span.end)).not.toMatch(/\n\s*\n/);
        position = span.end;
      }
      expect(text.slice(position).trim()).toBe("");
    }),
  );
});
