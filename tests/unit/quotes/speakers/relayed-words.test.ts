/** Words that are read aloud, said for somebody else or told by a witness are not of whoever passes them on. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const lastOf = (text: string) => findQuotes(text, { language: "en" }).at(-1)?.speaker?.name ?? null;

describe("nobody certain says what is passed on", () => {
  test.each([
    "Clerk Gail Orr stood up.\n\n“I have your dog and I will send you the tail on Friday,” said Orr, reading it aloud.",
    "Principal Marlon Voss coughed.\n\n“I am nine and I have lived in eleven houses and a car,” said Voss, reading.",
    "“I let my people down and I have no excuse,” his lawyer Grace Moy told the court on his behalf.",
    "Curator Jane Pruitt read from it on Tuesday.\n\n“The sea took the dog today and I said nothing to anyone,” she said.",
    "Officer Carl Moy was first.\n\n“He cut my hose and he was laughing when he did it,” Moy said the diver told him.",
    "Luke Amadi has pleaded not guilty.\n\n“Bring it in rice bags and not in a car,” Amadi said, the aide testified.",
  ])("%s", (text) => {
    expect(lastOf(text)).toBeNull();
  });
});

describe("whoever says their own words is named", () => {
  test.each([
    "“I will build the bridge by spring,” Moor said, reading from a prepared statement.",
    "Moor read the report overnight.\n\n“It is thin and full of holes,” she said.",
    "“I will build the bridge by spring,” Moor said she told the council.",
    "“I will build the bridge by spring,” Moor told Hale who said nothing.",
    "“I will build the bridge by spring,” Moor said on behalf of the council.",
  ])("%s", (text) => {
    expect(lastOf(`Mayor Ada Moor came.\n\n${text}`)).toBe("Ada Moor");
  });
});
