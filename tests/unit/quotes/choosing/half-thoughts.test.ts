/** Which quotes are only half of what somebody said. */

import { describe, expect, test } from "vitest";
import type { Quote } from "../../../../src/domain/article.ts";
import { isHalfThought } from "../../../../src/quotes/choosing/half-thoughts.ts";
import { toWorthContext } from "../../../../src/quotes/choosing/worth-context.ts";

function isHalf(text: string, behind = "” Nell Orr said."): boolean {
  const before = "Ada Moor spoke for an hour. “";
  const start = before.length;
  const speaker = { mention: "Nell Orr", start: 0, end: 1, name: "Nell Orr", role: null, kind: "person" } as const;
  const quote: Quote = { text, start, end: start + text.length, type: "direct", speaker, cue: null, group: 0 };
  const article = `${before}${text}${behind}`;
  const shown = { headline: "Port Hale closes its pier", text: article, language: "en", sentences: [] };
  return isHalfThought(quote, toWorthContext([quote], shown));
}

describe("a quote is half a thought when it only announces", () => {
  test.each([
    "There has been much talk of the pier this week, so let me make it perfectly clear,",
    "If the boats come back, what it will mean is",
    "The trouble of the harbor stems from two old issues,",
    "We lost the boats and the pier, and the truth is",
  ])("%s", (text) => {
    expect(isHalf(text)).toBe(true);
  });

  test.each([
    "Let me be very, very clear. As mayor, I will not close the pier.",
    "We all know what the old pier is.",
    "They said they would let me know what the outcome was.",
    "There are two boats in the harbor of Hale,",
  ])("but not in: %s", (text) => {
    expect(isHalf(text)).toBe(false);
  });
});

describe("a quote is half a thought when it answers what nobody was shown", () => {
  test.each([
    "I do. He was the best of all the pilots.",
    "I know. I know. That is why we built the pier.",
    "Uh, no. I would not ask anybody to row here in May.",
    "Absolutely. The harbor needs another boat.",
  ])("%s", (text) => {
    expect(isHalf(text)).toBe(true);
  });

  test.each([
    "Never, ever underestimate the sea.",
    "I do not row in winter.",
    "We are a town of boats.",
    "Oh boy, the harbor needs another boat.",
  ])("but not with: %s", (text) => {
    expect(isHalf(text)).toBe(false);
  });
});

describe("a quote is half a thought when its sentence goes on", () => {
  test("with “but”", () => {
    const text = "I would think that would have some influence on the people of the island,";
    expect(isHalf(text, "” she said, “but I also suspect that the mayor has more.”")).toBe(true);
    expect(isHalf(text.replace(",", "."), "” she said, “but I also suspect that the mayor has more.”")).toBe(true);
    expect(isHalf(text, "” she said on Monday.\n\nHer words, “but not her boats,” were heard.")).toBe(false);
  });

  const text = "We have mended many of the boats that you told us of,";
  test.each([
    "” Hale Ferries wrote to its riders, “and expect the rest to sail in May.”",
    "” comments Orr in a statement, “as it is a feast of the whole harbor.”",
    "” he writes, “the crews of the island have less to do.”",
  ])("behind its speaker: %s", (behind) => {
    expect(isHalf(text, behind)).toBe(true);
  });

  test.each([
    "” Nell Orr said, adding, “we are glad of it.”",
    "” Nell Orr said of what she called “the best winter.”",
    "” Nell Orr said. “and expect the rest in May.”",
    "” Nell Orr said, “Now comes the rest.”",
  ])("but it does not in: %s", (behind) => {
    expect(isHalf(text, behind)).toBe(false);
  });

  test("and a whole sentence says all of itself", () => {
    expect(isHalf("We have mended the boats.", "” Nell Orr said, “and the pier.”")).toBe(false);
  });
});

describe("a quote is none of its speaker's when it tells within the marks who speaks", () => {
  test.each([
    "Ada Moor: Seriously now. Orr says he will pay for the ferries.",
    "MOOR: Did you row to the island?",
    "We enter the next storm without the boats that we need. Ada Moor, Hale Sea Institute.",
  ])("%s", (text) => {
    expect(isHalf(text)).toBe(true);
  });

  test("but a town may be spoken to", () => {
    expect(isHalf("Hale: Remember the boats in November.")).toBe(false);
    expect(isHalf("The pier was built by Ada Moor, Hale's first mayor.")).toBe(false);
  });
});
