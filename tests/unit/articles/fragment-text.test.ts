/** Fragments of HTML to plain text. */

import { expect, test } from "vitest";
import { cleanLine, htmlToText } from "../../../src/articles/fragment-text.ts";

test.each([
  ["<p>One.</p><p>Two &amp; three.</p>", "One.\n\nTwo & three."],
  ["One<br>Two", "One\n\nTwo"],
  ["<div>In <b>bold</b> and <a href=x>linked</a>.</div>", "In bold and linked."],
  ["<ul><li>first<li>second</ul>", "first\n\nsecond"],
  ["<table><tr><td>Oslo</td><td>3</td></tr><tr><td>Bergen</td><td>7</td></tr></table>", "Oslo | 3\n\nBergen | 7"],
  ["<script>alert(1)</script><style>a{}</style>seen", "seen"],
  ["plain text", "plain text"],
  ["a\u00A0b\u00ADc\u200Bd", "a bcd"],
  ['“Ünpaired «quotes" stay’', '“Ünpaired «quotes" stay’'],
  ["<p>unclosed <p>paragraphs", "unclosed\n\nparagraphs"],
  [
    "It burned.\uFFFDThe mayor left.\uFFFD \uFFFD“We sail,” she said.\uFFFD\uFFFD\uFFFDThen",
    "It burned. The mayor left. “We sail,” she said. Then",
  ],
  [
    "Jos\uFFFD Ferrin paid \uFFFD20 for children\uFFFDs boats.",
    "Jos\uFFFD Ferrin paid \uFFFD20 for children\uFFFDs boats.",
  ],
  ["", ""],
])("%j reads %j", (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

test("joiners stay where a script needs them and go where it does not", () => {
  expect(cleanLine("می\u200Cخواهم")).toBe("می\u200Cخواهم");
  expect(cleanLine("news\u200Cpaper \u202Eabc\u202C")).toBe("newspaper abc");
});

test("text nested absurdly deep is still read", () => {
  expect(htmlToText(`${"<b>".repeat(100_000)}deep`)).toBe("deep");
});

test("an endless row of what cannot be read is cleaned in no time", () => {
  const started = performance.now();
  expect(cleanLine(`End.${"\uFFFD ".repeat(100_000)}x`)).toContain("End.");
  expect(cleanLine(`End.${" ".repeat(200_000)}\uFFFDx`)).toContain("x");
  expect(performance.now() - started).toBeLessThan(1000);
});
