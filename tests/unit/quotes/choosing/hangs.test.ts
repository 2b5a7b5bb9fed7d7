/** What hangs on its article further in than its opening is no key quote, nor what nobody shown says. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { hangs } from "../../../../src/quotes/choosing/hangs.ts";
import { isNobodyShown, isOnlyDescribed } from "../../../../src/quotes/choosing/shown-speaker.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";

const HEADLINE = "Port Hale pilot wins the autumn race";

function read(text: string, { before = "", behind = "", speaker = {}, others = [] as Quote[] } = {}) {
  const start = before.length + 1;
  const named = { mention: "Nell Orr", start: 0, end: 1, name: "Nell Orr", role: null, kind: "person", ...speaker };
  const cue = { text: "said", start: 0, end: 4 };
  const quote = { text, start, end: start + text.length, type: "direct", speaker: named, cue, group: 0 } as Quote;
  const article = `${before}“${text}”${behind}`;
  const context = toWorthContext([quote, ...others], {
    headline: HEADLINE,
    text: article,
    language: "en",
    sentences: [],
  });
  return { quote, context };
}

const isHanging = (text: string, rest = {}): boolean => {
  const { quote, context } = read(text, rest);
  return hangs(quote, context);
};

describe("a quote hangs", () => {
  test("when the same speech goes on by taking it back", () => {
    const text = "We usually send the small boat out,";
    expect(isHanging(text, { behind: " she said. “But this time we sent all of them.”" })).toBe(true);
    expect(isHanging(text, { behind: " she said. “Nobody had to wait.”" })).toBe(false);
    expect(isHanging(text, { behind: " she said. But nobody waited." })).toBe(false);
  });

  test("when what it quotes opens as an answer does", () => {
    expect(isHanging("I then heard the mayor ask, ‘So he is going to look for the boat?’")).toBe(true);
    expect(isHanging("I heard the mayor ask, ‘Who is going to look for the boat?’")).toBe(false);
  });

  test("when it only asks", () => {
    expect(isHanging("Are we speaking of the same pilot?")).toBe(true);
    expect(isHanging("The pilot who rowed for years? Who built this pier?")).toBe(true);
    expect(isHanging("Do we have old boats? Of course we have old boats.")).toBe(false);
    expect(isHanging("What a harbor, where we are forced to ask, ‘Should pilots row?’")).toBe(false);
    expect(isHanging("The pier is ours.")).toBe(false);
  });

  test("when it calls by a first name somebody of whom only the article tells", () => {
    const before = "The crew of Martin Sollis won in May. ";
    expect(isHanging("I think that Martin helped me a lot to be calm.", { before })).toBe(true);
    expect(isHanging("I think that Sollis helped me a lot to be calm.", { before })).toBe(false);
    expect(isHanging("I think that Martin Sollis helped me a lot.", { before })).toBe(false);
    expect(isHanging("I think that Martin helped me a lot to be calm.")).toBe(false);
  });
});

describe("nobody is shown who speaks", () => {
  const isNobody = (speaker: object | null, others: Quote[] = []): boolean => {
    const { quote, context } = read("The race was the longest of all.", { speaker: speaker ?? {}, others });
    return isNobodyShown(speaker === null ? { ...quote, speaker: null } : quote, context);
  };

  test.each([
    "Another",
    "some of them",
    "a third official",
    "another rower",
    "the builder",
    "the senator",
    "the Varen businessman",
  ])("%s", (name) => {
    expect(isNobody({ name, kind: "unnamed" })).toBe(true);
  });

  test.each(["an insider", "a race official", "the pilot"])("but not of: %s", (name) => {
    expect(isNobody({ name, kind: "unnamed" })).toBe(false);
  });

  test.each([
    ["the senator", true],
    ["the old pilot", true],
    ["the council", false],
    ["a pilot", false],
    ["the pilot of the ferry from Hale", false],
  ])("who is only described would be taken for somebody else beside a name: %s", (name, isDescribed) => {
    const { quote, context } = read("The race was the longest of all.", { speaker: { name, kind: "unnamed" } });
    expect(isOnlyDescribed(quote.speaker, context)).toBe(isDescribed);
  });

  test("when a transcript tells what is played", () => {
    const { quote, context } = read("The race was the longest of all.", {
      speaker: { name: "VIDEO", kind: "document" },
    });
    expect(isNobodyShown({ ...quote, cue: null }, context)).toBe(true);
    expect(isNobodyShown(quote, context)).toBe(false);
  });

  test("when a verb of speech tells of somebody who is not known", () => {
    expect(isNobody(null)).toBe(true);
  });
});
