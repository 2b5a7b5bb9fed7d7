import { describe, expect, test } from "vitest";
import {
  cleanLine,
  cleanLines,
  escapeLine,
  fitMarkdown,
  fitMarked,
  fitPlain,
  measure,
  toLink,
  toWebUrl,
} from "../../../../src/platforms/discord/markdown.ts";
import { readShown } from "../../../helpers/discord/shown.ts";

test.each([
  ["two  words\n here", "two words here"],
  ["\u202Egnp.exe", "gnp.exe"],
  ["zero\u200Bwidth\uFEFF", "zerowidth"],
  ["Persian می‌خواهم keeps its joiner", "Persian می‌خواهم keeps its joiner"],
  ["half \uD83D a pair", "half \uFFFD a pair"],
  ["a\0b\u001b[31mc", "a b [31mc"],
])("%j is cleaned to %j", (text, clean) => {
  expect(cleanLine(text)).toBe(clean);
});

test("line breaks are kept where they are wanted, one empty line at most", () => {
  expect(cleanLines(" a \r\n\r\n\r\n\r\nb\u2028c ")).toBe("a\n\nb\nc");
});

test.each([
  "**bold** __under__ *it* _it_ ~~gone~~ ||secret|| `code`",
  "[click](https://evil.example)",
  "> no quote",
  "# no heading",
  "-# no subtext",
  "- no list",
  "1. no list",
  "see https://evil.example/a_b_c",
  ":100: at 10:30:45",
  "<@123> <#123> <@&123> </x:1> <t:0:R> <:a:1>",
  "C:\\new\\_folder",
  "¯\\_(ツ)_/¯",
])("%s is shown as it is written", (text) => {
  expect(readShown(escapeLine(text))).toEqual({ text, marks: [] });
});

test("a text after a link does not take the link over", () => {
  const shown = readShown(
    `${toLink("Pier", "https://x.example/a", "link")}\n${escapeLine("see](https://evil.example)")}`,
  );
  expect(shown.marks).toEqual([{ kind: "link", value: "https://x.example/a" }]);
  expect(shown.text).toBe("Pier\nsee](https://evil.example)");
});

test("a time or an option is not littered with backslashes", () => {
  expect(escapeLine("At 10:30, type /search days:7")).toBe("At 10:30, type /search days:7");
});

test("@everyone and @here are broken up", () => {
  expect(escapeLine("@everyone @Here a@heretic.example")).toBe("@\u200Beveryone @\u200BHere a@\u200Bheretic.example");
});

describe("cutting", () => {
  test.each([
    ["exactly", 7, "exactly"],
    ["one past", 7, "one…"],
    ["abcdefghij", 5, "abcd…"],
    ["**** ****", 5, "\\*\\*…"],
    ["", 5, ""],
    ["word", 1, ""],
  ])("%j to %i is %j", (text, lengthMax, cut) => {
    expect(fitMarkdown(text, lengthMax)).toBe(cut);
    expect(measure(cut)).toBeLessThanOrEqual(lengthMax);
  });

  test("text without markup is not escaped", () => {
    expect(fitPlain("a*b_c", 10)).toBe("a*b_c");
  });
});

describe("addresses", () => {
  test.each([
    ["https://x.example/a?b=c#d", "https://x.example/a?b=c#d"],
    ["https://user:secret@x.example/", "https://x.example/"],
    ["javascript:alert(1)", null],
    ["/relative", null],
    ["", null],
    ["https://x.example/a b", "https://x.example/a%20b"],
  ])("%j becomes %j", (text, url) => {
    expect(toWebUrl(text)).toBe(url);
  });

  test("a long one loses fragment, query and path in turn", () => {
    const url = "https://x.example/path?query=1#fragment";
    expect(toWebUrl(url, url.length)).toBe(url);
    expect(toWebUrl(url, url.length - 1)).toBe("https://x.example/path?query=1");
    expect(toWebUrl(url, 29)).toBe("https://x.example/path");
    expect(toWebUrl(url, 21)).toBe("https://x.example");
    expect(toWebUrl(url, 16)).toBeNull();
  });

  test.each([
    ["A (b) c", "https://x.example/a_(b)", "A (b) c"],
    ["[Update] pier", "https://x.example/a", "[Update] pier (link)"],
    ["]](", "https://x.example/a", "]]( (link)"],
  ])("the link labeled %j leads to %j", (label, url, text) => {
    const shown = readShown(toLink(label, url, "link"));
    expect(shown.text).toBe(text);
    expect(
      shown.marks.map((mark) => [mark.kind, decodeURI(mark.value).replace("%28", "(").replace("%29", ")")]),
    ).toEqual([["link", url]]);
  });
});

test.each([
  ["The ferry, late", ["ferry"], "The ferry, late", ["ferry"]],
  ["a **ferry** _ferry_ [ferry](x)", ["ferry"], "a **ferry** _ferry_ [ferry](x)", ["ferry", "ferry", "ferry"]],
  ["https://ferry.example :ferry: @everyone", ["ferry", "everyone"], null, ["ferry", "ferry", "everyone"]],
])("in %j the words searched for are bold, and nothing else is marked", (text, words, shownText, hits) => {
  const shown = readShown(fitMarked(text, 200, words));
  expect(shown.text.replaceAll("\u200B", "")).toBe(shownText ?? text);
  expect(shown.marks).toEqual(hits.map((value) => ({ kind: "bold", value })));
});
