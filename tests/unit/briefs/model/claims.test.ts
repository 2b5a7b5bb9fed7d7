/** Our own lies and faithful paraphrases: nearly all lies are caught, few of the faithful refused, in the held half as in the tuned. */

import { describe, expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";
import { readClaims } from "../../../helpers/claims.ts";

const claims = readClaims().map((claim) => ({
  ...claim,
  isPassed: checkGrounding(claim.text, claim.article).isGrounded,
}));
const share = (list: readonly { readonly isPassed: boolean }[]): number =>
  list.filter((claim) => claim.isPassed).length / Math.max(1, list.length);

describe.each([
  ["tuned", false],
  ["held", true],
] as const)("the %s half", (_name, isHeld) => {
  const half = claims.filter((claim) => claim.isHeld === isHeld);

  test("is large enough to mean something", () => {
    expect(half.filter((claim) => !claim.isFaithful).length).toBeGreaterThan(100);
    expect(half.filter((claim) => claim.isFaithful).length).toBeGreaterThan(100);
  });

  test("lets at most one lie in fifty through", () => {
    expect(share(half.filter((claim) => !claim.isFaithful))).toBeLessThanOrEqual(0.02);
  });

  test("shows most of the faithful", () => {
    expect(share(half.filter((claim) => claim.isFaithful))).toBeGreaterThanOrEqual(0.93);
  });

  test("lets nothing unsafe through", () => {
    expect(half.filter((claim) => claim.kind === "form" && !claim.isFaithful && claim.isPassed)).toEqual([]);
  });
});

test("no lie passes of those that nobody tunes on", () => {
  const lies = [...readClaims("unseen"), ...readClaims("apart")].filter((claim) => !claim.isFaithful);
  expect(lies.length).toBeGreaterThan(100);
  expect(lies.filter((claim) => checkGrounding(claim.text, claim.article).isGrounded)).toEqual([]);
});

const article = {
  title: "Mill in Orby to reopen",
  language: "en",
  text: `Mayor Ana Pell said on Monday that the mill in Orby may reopen in May if the council finds 3 million crowns. Builder Tom Reck praised the plan, while farmer Ida Moll rejected it.\n\nThe mill, which burned down in 2019, employed 40 people. It was bought by Reck in June.`,
};
const isShown = (text: string): boolean => checkGrounding(text, article).isGrounded;

describe("as sure as the article:", () => {
  test.each([
    ["who did what", "Builder Tom Reck praised the plan.", "Farmer Ida Moll praised the plan."],
    ["the passive", "In June, it was bought by Reck.", "Reck was bought in June."],
    ["the agent", "The mill was bought by Reck in June.", "The mill bought Reck in June."],
    ["a pronoun", "The mill was bought by Reck.", "Ida Moll was bought by Reck."],
    [
      "a condition",
      "The mill may reopen in May if the council finds 3 million crowns, Ana Pell said.",
      "The mill may reopen in May, Ana Pell said.",
    ],
    [
      "a possibility",
      "Ana Pell said the mill may reopen in May if the council finds 3 million crowns.",
      "Ana Pell said the mill will reopen in May if the council finds 3 million crowns.",
    ],
    ["a number's unit", "The mill employed 40 people.", "The mill employed 3 million people."],
    ["a date", "In June, the mill was bought by Reck.", "The mill was bought by Reck in May."],
    ["a title", "Farmer Ida Moll rejected it.", "Mayor Ida Moll rejected it."],
    [
      "who said it",
      "The mill in Orby may reopen in May if the council finds 3 million crowns, mayor Ana Pell said.",
      "The mill in Orby may reopen in May if the council finds 3 million crowns.",
    ],
    ["a full name", "It was bought by Tom Reck.", "It was bought by Tom Moll."],
  ])("%s", (_kind, faithful, lie) => {
    expect([isShown(faithful), isShown(lie)]).toEqual([true, false]);
  });
});

test.each([
  ["a link", "The mill employed 40 people: orby.example/mill"],
  ["a link written out", "The mill employed 40 people, orby dot example."],
  ["an invite", "The mill employed 40 people discord.gg/orby"],
  ["a masked link", "[The mill](//orby.example) employed 40 people."],
  ["a mention", "@here The mill employed 40 people."],
  ["markdown", "The mill employed **40** people."],
  ["a turned direction", "The mill employed \u202e04\u202c people."],
  ["a letter without width", "The mi\u200bll employed 40 people."],
  ["a look-alike letter", "The mill empl\u043eyed 40 people."],
  ["letters of another width", "The mill employed \uff14\uff10 people."],
])("%s is refused though every word stands in the article", (_kind, text) => {
  expect(checkGrounding(text, article).problems.map((problem) => problem.kind)).toEqual(["unsafe"]);
});

test("a language nobody has written claim words for passes copies and refuses a dropped small word", () => {
  const finnish = {
    language: "fi",
    title: "",
    text: "Kaupunki ei myy vanhaa siltaa yhtiölle. Silta suljetaan maanantaina.",
  };
  expect(checkGrounding("Kaupunki ei myy vanhaa siltaa yhtiölle.", finnish).isGrounded).toBe(true);
  expect(checkGrounding("Kaupunki myy vanhaa siltaa yhtiölle.", finnish).isGrounded).toBe(false);
});
