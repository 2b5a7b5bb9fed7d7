/** Sentences that take something as known in their middle: what was introduced further up, and pronouns of nobody shown. */

import { describe, expect, test } from "vitest";
import { isUsable } from "../../../../src/briefs/extractive/reads-alone.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

const lastOf = (before: string, text: string, title = "") =>
  readUnits({ text: `${before} ${text}`, language: "en", title }).at(-1);
const boundOf = (before: string, text: string, title?: string): string | null => {
  const bound = lastOf(before, text, title)?.bound ?? null;
  return bound === null ? null : `${bound.to} ${bound.stem}`.trim();
};

describe("a thing that an earlier sentence introduced", () => {
  const before = "The two sailors put up a makeshift barricade at the gate of Ostrel.";

  test("is looked for in the middle of a sentence", () => {
    expect(boundOf(before, "Soon after the barricade was in place, Mara Hale heard steps.")).toMatch(/^noun barricad/);
  });

  test.each([
    ["that nobody introduced", "Soon after the storm was over, Mara Hale heard steps."],
    ["that the words behind it explain", "Mara Hale heard steps at the barricade of the old harbor."],
    ["that the sentence itself introduced", "Mara Hale built a barricade, and the barricade was high."],
    ["that is only part of a name of something else", "Mara Hale asked the barricade builders of Varen for help."],
    ["that somebody said", "Mara Hale said: “We saw the barricade, and we ran.”"],
  ])("not one %s", (_, text) => {
    expect(boundOf(before, text)).toBeNull();
  });

  test("what everybody knows is not looked for", () => {
    expect(
      boundOf("It was a warm year in Ostrel.", "Mara Hale sold four boats that day and rested for the year."),
    ).toBeNull();
  });
});

describe("what 'these' points to", () => {
  test("must have been shown", () => {
    expect(boundOf("A grant for ferries was given.", "Mara Hale rejected these accusations as false.")).toMatch(
      /^event/,
    );
  });

  test.each([
    ["stands in the headline", "Mara Hale rejected these claims as false.", "Claims about a pier"],
    ["stands before it", "Mara Hale heard the claims and rejected these claims as false.", ""],
    ["is the time", "Mara Hale will open the pier of Ostrel this week.", ""],
  ])("but not when it %s", (_, text, title) => {
    expect(boundOf("A grant for ferries was given.", text, title)).toBeNull();
  });

  test("a number of those is a part of what was told before", () => {
    expect(boundOf("The Rovers had eleven hits in Ostrel.", "8 of those hits came from the left.")).toBe("sentence");
  });
});

describe("what 'this' points to in the middle of a sentence", () => {
  const before = "Boats are an art.";

  test("must have been shown by its noun", () => {
    expect(boundOf(before, "Two builders from Varen look into this knot, which nobody could untie.")).toBe("noun knot");
  });

  test("is the news itself where it is called so", () => {
    expect(boundOf(before, "Two builders from Varen led this study of old ropes.")).toMatch(/^event/);
  });

  test.each([
    ["the time", "Two builders from Varen will come this winter."],
    ["named in the sentence", "The knot held, and two builders look into this knot."],
  ])("is known when it is %s", (_, text) => {
    expect(boundOf(before, text)).toBeNull();
  });
});

describe("a pronoun in the middle", () => {
  const before = "Vera Moor left her papers to the town of Ostrel.";

  test("leans when only people of the other gender stand before it", () => {
    expect(boundOf(before, "Earlier this year, Peter Hale looked at her legacy and praised it.")).toBe("sentence");
  });

  test.each([
    "Earlier this year, Anna Hale looked at her legacy and praised it.",
    "Earlier this year, Peter Hale met a singer and praised her songs.",
    "Earlier this year, Peter Hale looked at his legacy and praised it.",
  ])("reads by itself: %s", (text) => {
    expect(boundOf(before, text)).toBeNull();
  });
});

describe("a group whose names were left out", () => {
  const before = "Mara Hale, Pip Vale, Bo Moor and Ann Dane sail again.";

  test("needs the sentence before it", () => {
    expect(boundOf(before, "In June the foursome will sail to Varen.")).toBe("sentence");
  });

  test("not below a headline that names two people", () => {
    expect(
      boundOf("Anna Hale married Peter Moor.", "In June the couple will sail to Varen.", "Anna Hale weds Peter Moor"),
    ).toBeNull();
  });
});

test("a line in which each word has a capital is a heading, no deck", () => {
  const [heading] = readUnits({ text: "At Nine, Mara Hale Crossed the Widest Strait\n\nA boat sank.", language: "en" });
  const [deck] = readUnits({
    text: "The girl who crossed the widest strait of all is nine\n\nA boat sank.",
    language: "en",
  });
  expect(heading && isUsable(heading)).toBe(false);
  expect(deck && isUsable(deck)).toBe(true);
});

test.each([
  "For full details on the grant and its budget, see this page.",
  "Meet the experts: Mara Hale is an owner of boats in Ostrel.",
])("a line that guides its reader is no news: %s", (text) => {
  expect(lastOf("A pier closed in Ostrel.", text)?.faults.isNoise).toBe(true);
});
