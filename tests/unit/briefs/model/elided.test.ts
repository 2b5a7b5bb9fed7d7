/** What the article leaves to be understood may be said by a claim; what it leaves open may not. */

import { describe, expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";

const article = {
  title: "Ferry line Osk to drop night boats in Lindhaven",
  language: "en",
  text: `Mayor Pia Rusk called the decision wrong. The county has not answered her letter.

The ministry will pay for new boats if 12 villages join the plan. So far, nine have agreed. The village of Moor refused to join, saying its roads were bad.

Osk trained 30 sailors for the night boats. None of the sailors has left. “Nobody was on them,” director Tora Venn told the Lindhaven Post.

Osk bought two ferries from the Danish builder Karsten last year for 80 million crowns. Fewer than 40 passengers a night used the old boats last winter. Some sailors moved to Varn, where rents are about 9 percent lower. Analysts at Brell Bank think the line might sell the harbor.`,
};
const isShown = (text: string): boolean => checkGrounding(text, article).isGrounded;

describe("said in a word that the article leaves out:", () => {
  test.each([
    ["what was counted before", "So far, nine villages have agreed.", "So far, nine sailors have agreed."],
    ["how many there are", "None of the 30 sailors has left.", "None of the 12 sailors has left."],
    [
      "the object of the same verb",
      "The village of Moor refused to join the plan.",
      "Moor refused to join the ministry.",
    ],
    [
      "the title for a pronoun",
      "The county has not answered the mayor’s letter.",
      "The county has not answered the director’s letter.",
    ],
    [
      "the preposition of a longer phrase",
      "Osk bought two ferries from Karsten last year for 80 million crowns.",
      "Osk bought two ferries for Karsten last year.",
    ],
    [
      "a time of two words, elsewhere",
      "Last year, Osk bought two ferries from the Danish builder Karsten.",
      "Last winter, Osk bought two ferries from the Danish builder Karsten.",
    ],
    [
      "a quotation that denies",
      "“Nobody was on them,” Venn told the Lindhaven Post.",
      "“Nobody was on them,” Rusk said.",
    ],
    [
      "who thinks so, behind a comma",
      "The line might sell the harbor, analysts at Brell Bank think.",
      "The line might sell the harbor.",
    ],
  ])("%s", (_kind, faithful, lie) => {
    expect([isShown(faithful), isShown(lie)]).toEqual([true, false]);
  });
});
