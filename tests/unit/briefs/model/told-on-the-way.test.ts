/** What an article says on its way may be claimed of it alone, and a claim of two things is looked at one by one. */

import { describe, expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";

const article = {
  title: "Ropeway of Tolm stands still",
  language: "en",
  text: `The ropeway company Gipfel closed the line to Tolm on Friday because a wheel had cracked. Its founder, Lena Rusk, apologized to the guests.

Some guides have moved to Arvik, where beds are about 15 percent cheaper. Deputy mayor Pia Holl proposed the repair, while councilor Jan Tverr voted against it. The council dismissed guard Ivo Senn, 44, in May. Senn, 44, wants to return to the line, which dismissed him without notice.

“Nobody told us of the crack,” said Senn. “We only read of it,” he said. The mayor's lawyer met the company on Monday. Inspector Una Gall said the company had lied to the town. Her office charged the inventor Karl Bost, suspected of fraud, with theft.

The road between Tolm and the village of Orra will reopen on 3 May. The line will reopen after the company has changed the wheel. Guests do not get their money back while the court sits.

The wheel was made by a smith, Bruno Alt, in 1970. The smith hired two helpers and fined one of them.`,
};

describe("shown:", () => {
  test.each([
    ["the cause alone", "A wheel had cracked."],
    ["what is said of a place", "In Arvik, beds are about 15% cheaper."],
    ["what a pronoun stood for", "Councilor Jan Tverr voted against the repair."],
    ["whose founder somebody is", "Lena Rusk is the founder of the ropeway company Gipfel."],
    ["what a founder did", "The ropeway company Gipfel was founded by Lena Rusk."],
    [
      "two things, each as the article says it",
      "Inspector Una Gall said the company had lied to the town, and Lena Rusk apologized to the guests.",
    ],
    ["a phrase with two places left out", "The road will reopen on 3 May."],
    ["a full name behind “said”", "“We only read of it,” said Ivo Senn."],
    ["the active of “made by a smith, Bruno Alt”", "Bruno Alt made the wheel in 1970."],
    ["a base form without its last letter", "The smith hired two helpers, fining one of them."],
    ["a duty in other words", "The road is to reopen on 3 May."],
  ])("%s", (_name, claim) => {
    expect(checkGrounding(claim, article).problems).toEqual([]);
  });
});

describe("not shown:", () => {
  test.each([
    ["what has not been yet", "The company has changed the wheel."],
    ["the past of what is to come", "The road reopened on 3 May."],
    ["a cause of another", "A wheel closed the line to Tolm."],
    [
      "of one thing of two",
      "Inspector Una Gall said the company had lied to the town, and Lena Rusk lied to the guests.",
    ],
    ["a founder of another", "Lena Rusk is the founder of Arvik."],
    ["whoever is spoken of as the speaker", "The company said Inspector Una Gall had lied to the town."],
    ["the owner for what is owned", "The mayor met the company on Monday."],
    ["a suspicion as a fact", "Her office charged the inventor Karl Bost with fraud."],
    ["a full name that said something else", "“We only read of it,” said Una Gall."],
  ])("%s", (_name, claim) => {
    expect(checkGrounding(claim, article).isGrounded).toBe(false);
  });
});
