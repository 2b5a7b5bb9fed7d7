/** The grounding check: what stands in the article passes, what does not is named. */

import { describe, expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";

const article = {
  title: "Ferry joins Ellory and Ostrel",
  text: `Mayor Ines Marl opened the ferry line between Port Ellory and Ostrel on Tuesday, after 14 months of building and a cost of 4.2 million crowns.

“The ferry brings the two shores together again,” Marl told a crowd of about 300 people at the pier.

Opposition councilor Tom Vale did not attend. “It is a gamble with public money,” Vale said in a statement.`,
};
const kinds = (text: string) => [...new Set(checkGrounding(text, article).problems.map((problem) => problem.kind))];

test.each([
  "Mayor Ines Marl opened the ferry line between Port Ellory and Ostrel on Tuesday.",
  "Mayor Ines Marl opened the line after fourteen months of building and a cost of 4,200,000 crowns.",
  "“It is a gamble with public money,” Tom Vale said in a statement.",
  "Councilor Tom Vale did not attend.",
])("passes: %s", (text) => {
  expect(checkGrounding(text, article)).toEqual({ isGrounded: true, problems: [] });
});

describe("is caught:", () => {
  test.each([
    ["number", "The ferry line took 41 months of building."],
    ["date", "Mayor Ines Marl opened the ferry line on Friday."],
    ["name", "Mayor Ines Marl and Pol Reyes opened the ferry line on Tuesday."],
    ["quotation", "“The ferry tears the two shores apart again,” Marl told a crowd."],
    ["speaker", "“It is a gamble with public money,” Ines Marl said."],
    ["negation", "Opposition councilor Tom Vale did attend."],
    ["support", "Tourists from abroad are expected to fill the cheap hotels all summer."],
  ] as const)("%s", (kind, text) => {
    expect(kinds(text)).toContain(kind);
  });
});

test("an empty article supports nothing", () => {
  expect(checkGrounding("The port opened again.", { text: "" }).isGrounded).toBe(false);
});

describe("the same told in other words", () => {
  const article = {
    title: "Varen museum to return bronze bell to Ostrel",
    text: "The museum will hand back the bell next spring, its director said.\n\nThe mayor of Ostrel, Jonas Brekke, thanked the museum and said the bell would ring in May.\n\nA copy made of plaster will stand in the hall. The board voted 6 to 3 for it. The transport, which is driven by the Brekke Foundation, takes a day. The friends criticized the plan and may take it to court.",
    language: "en",
  };
  test.each([
    ["a title's infinitive is what will be", "The Varen museum will return a bronze bell to Ostrel."],
    ["hand back", "The museum will return the bell next spring, its director said."],
    ["what is said behind “and said” credits nothing before it", "Mayor Jonas Brekke thanked the museum."],
    ["a result between a dash", "The board voted 6-3 for it."],
    ["a plaster copy", "A plaster copy will stand in the hall."],
    ["the noun for its pronoun", "The friends may take the plan to court."],
    ["who does it, of several words", "The Brekke Foundation drives the transport."],
  ])("%s: %s", (_name, text) => {
    expect(checkGrounding(text, article)).toEqual({ isGrounded: true, problems: [] });
  });

  test.each([
    ["the result turned", "The board voted 3-6 for it."],
    ["who is driven", "The transport drives the Brekke Foundation."],
    ["another's copy", "A copy will stand in the plaster hall."],
    ["the title's will is no past", "The Varen museum returned a bronze bell to Ostrel."],
    ["what was only said", "The bell will ring in May."],
  ])("still refused, %s: %s", (_name, text) => {
    expect(checkGrounding(text, article).isGrounded).toBe(false);
  });
});

test("what was read of one article is not held for another with the same text, headline or language", () => {
  const text = "The pier in Orby opened in May.";
  const other = "The pier in Orby was opened by Ada Moor.";
  const article = { title: "Orby opens its pier", text, language: "en" };
  const articles = [
    article,
    { ...article, text: other },
    { ...article, title: "Ada Moor waits" },
    { ...article, language: "de" },
  ];
  const judge = () => articles.map((each) => [text, other].map((claim) => checkGrounding(claim, each)));
  const first = judge();
  expect(first.map((pair) => pair.map(({ isGrounded }) => isGrounded)).slice(0, 3)).toEqual([
    [true, false],
    [false, true],
    [true, false],
  ]);
  expect(first[0]?.[1]).not.toEqual(first[2]?.[1]);
  // Asked again, each is judged by what was kept of it.
  expect(judge()).toEqual(first);
});
