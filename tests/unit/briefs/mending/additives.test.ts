/** "The council also voted": the word that only adds to what is not shown goes, and no other. */

import { describe, expect, test } from "vitest";
import { findAdditiveEdit } from "../../../../src/briefs/mending/additives.ts";
import { toSentence } from "../../../../src/briefs/mending/trim.ts";

function mend(text: string, shown = "", language = "en"): string {
  const span = { start: 0, end: text.length };
  const edit = findAdditiveEdit(text, span, language, shown);
  return toSentence(text, span, edit === null ? [] : [edit]).text;
}

describe("goes", () => {
  test.each([
    ["The council also voted for a new pier.", "The council voted for a new pier."],
    [
      "Nets have also strengthened the harbor's trade, said Mara Hale.",
      "Nets have strengthened the harbor's trade, said Mara Hale.",
    ],
    ["Ferries were late in Varen, too.", "Ferries were late in Varen."],
    ["Lanterns are sold in Ostrel, as well.", "Lanterns are sold in Ostrel."],
  ])("%s", (text, told) => {
    expect(mend(text)).toBe(told);
  });
});

describe("stays", () => {
  test.each([
    ["in the second half of its sentence", "The council closed the pier, and also sold the lamp."],
    ["behind who did the rest", "Hale is the keeper who also mends nets."],
    ["in what somebody is called", "Bo Moor, also known as the Heron, rowed on."],
    ["in somebody's words", "“The pier also leaks,” Hale said."],
    ["behind a denial", "The council did not also vote for the lamp."],
    ["at the end of somebody's words", "Hale said “I rowed, too.”"],
    ["where it compares at the end", "In the largest trial, the cheaper lamp performed just as well."],
    ["where it may compare", "The new lamp works as well."],
    ["in a condition of two halves", "If the mayor also resigns, an election follows."],
    ["where it compares", "The pier serves boats as well as ferries."],
  ])("%s", (_, text) => {
    expect(mend(text)).toBe(text);
  });

  test("where an earlier sentence does the same", () => {
    const text = "Officers also arrested Bo Moor of Varen.";
    expect(mend(text, "Police arrested Mara Hale on Monday.")).toBe(text);
    expect(mend(text, "Police searched a boat on Monday.")).toBe("Officers arrested Bo Moor of Varen.");
  });

  test("in a language that says no such word", () => {
    const text = "Der Rat hat also entschieden.";
    expect(mend(text, "", "de")).toBe(text);
  });
});
