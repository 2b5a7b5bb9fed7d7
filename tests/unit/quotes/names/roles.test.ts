/** The role beside a speaker's name: the whole phrase when it is one for certain, else none. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleIn = (language: string, text: string): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.role ?? null;

describe("a role is read whole", () => {
  test.each([
    ["inside a name in capitals", "“We are late,” said Marlow Ferries CEO Ada Moor.", "Marlow Ferries CEO"],
    ["with a party", "“We are late,” said Democrat Senator Ivar Hale.", "Democrat Senator"],
    [
      "with what it is of",
      "“We are late,” said Ada Moor, head of claims at Marlow Stern.",
      "head of claims at Marlow Stern",
    ],
    [
      "up to a noun in -ing",
      "“We are late,” said Ada Moor, the director of tide forecasting at Varen Sea Research.",
      "the director of tide forecasting at Varen Sea Research",
    ],
    [
      "behind degrees",
      "“We are late,” said Ada Moor, MD, MSc, a heart specialist at Varen Hospital.",
      "a heart specialist at Varen Hospital",
    ],
    [
      "behind a degree in dots",
      "“We are late,” said Ada Moor, R.T.D.N., author of The Small Tide.",
      "author of The Small Tide",
    ],
    [
      "without a second one that only the text explains",
      "“We are late,” said Ada Moor, the acting pilot of Varen and the other witness at the hearing.",
      "the acting pilot of Varen",
    ],
    [
      "without what goes on nobody knows how far",
      "“We are late,” said Ada Moor, a harbor pilot and co-founder of the charity The Tide Trust.",
      "a harbor pilot",
    ],
    [
      "without half of a house's trade",
      "“We are late,” said Ada Moor, an accountant at a custom writing services website Tide Writers.",
      "an accountant",
    ],
    ["before “named”", "A harbor pilot named Ada Moor rowed out. “We are late,” Moor said.", "harbor pilot"],
    ["without the outlet's “our”", "Ada Moor, our lead pilot, said, “We are late for the tide.”", "lead pilot"],
    [
      "behind the house's own name",
      "Ada Moor, Varen State Department of Tides public harbor officer, waited. “We are late,” Moor said.",
      "Varen State Department of Tides public harbor officer",
    ],
    [
      "without a place whose own place would be cut off",
      "“We are late,” said Ada Moor, director of the Tide Museum at a mill across Hale Square.",
      "director of the Tide Museum",
    ],
    [
      "of a fellow",
      "“We are late,” said Ada Moor, senior fellow at the Hale Forum.",
      "senior fellow at the Hale Forum",
    ],
    [
      "behind a suffix",
      "Ivar Hale Jr., the port attorney for the Western Isles, waited. “We are late,” Hale said.",
      "the port attorney for the Western Isles",
    ],
    [
      "with an office in capitals that is joined",
      "“We are late,” said Ada Moor, Research and Harbor Director at Varen International.",
      "Research and Harbor Director at Varen International",
    ],
    [
      "with an agency, a rank and an office",
      "“We are late,” Varen Deputy Administrator Ada Moor said.",
      "Varen Deputy Administrator",
    ],
    [
      "though it is long",
      "“We are late,” said Ada Moor, an expert in sea and river transport at the Department of Harbor Sciences at the isle's University of Varen.",
      "an expert in sea and river transport at the Department of Harbor Sciences at the isle's University of Varen",
    ],
    ["behind an age", "“We are late,” said Ada Moor, 43, a ferry captain from Varen.", "a ferry captain from Varen"],
    [
      "as two in one",
      "Former ferry captain and author Ada Moor told the Tidings that “we are late and sorry.”",
      "Former ferry captain and author",
    ],
    [
      "with an office of several words",
      "They met with former Speaker of the House Ivar Hale. “We are late,” Hale said.",
      "former Speaker of the House",
    ],
    ["with a company of two words", "“We are late,” said Bank of Varen analyst Ada Moor.", "Bank of Varen analyst"],
    [
      "in front of a verb",
      "“We are late,” Ada Moor, founder of Marlow Ferries told the Tidings.",
      "founder of Marlow Ferries",
    ],
    [
      "in a clause with who is",
      "“We are late,” said Ada Moor, who is a professor of tides at Varen College.",
      "a professor of tides at Varen College",
    ],
    [
      "among several people",
      "Ada Moor, one of the co-chairs of the harbor board, says: “We are late.”",
      "one of the co-chairs of the harbor board",
    ],
    ["up to a place that is no part of it", "“We are late,” said Ada Moor, the mayor, in an interview.", "the mayor"],
    [
      "up to a verb form",
      "“We are late,” said Ada Moor, a member of a board charged with the pier.",
      "a member of a board",
    ],
  ])("%s", (_, text, role) => {
    expect(roleIn("en", text)).toBe(role);
  });

  test.each([
    [
      "an office before what tells little",
      "“We are late,” said lead author Ada Moor, a professor of tides at Varen College.",
      "a professor of tides at Varen College",
    ],
    [
      "an office written out before its short form",
      "Sen. Hale came to the pier. “We are late,” said Senator Ivar Hale.",
      "Senator",
    ],
    [
      "the first of two of a kind",
      "Ada Moor, head of claims at Marlow Stern, waited.\n\n“We are late,” said Moor, the chair of the pier fund.",
      "head of claims at Marlow Stern",
    ],
  ])("%s", (_, text, role) => {
    expect(roleIn("en", text)).toBe(role);
  });
});

describe("what is beside a name without being a role is none", () => {
  test("a letter that is called by its writer's name", () => {
    const text = "Ada Moor waited. “We were late all summer,” read Moor’s letter.";
    const speaker = findQuotes(text, { language: "en" }).at(-1)?.speaker;
    expect(speaker).toMatchObject({ name: "Ada Moor", role: null });
  });

  test.each([
    ["a participle", "“We are late,” said Ada Moor, collecting her tools with a fisherman on the pier."],
    ["a verb that ends as a trade does", "Hale goes on to hammer Moor.\n\n“We are late,” said Ada Moor."],
    ["another such verb", "They will discover Moor.\n\n“We are late,” said Ada Moor."],
    ["a verb that looks like a role", "The club was the first to host Moor.\n\n“We are late,” said Ada Moor."],
    ["a verb behind officers", "Officers guard Moor in the town hall.\n\n“We are late,” said Ada Moor."],
    ["somebody's thing", "The late princess' Ada Moor dress was sold.\n\n“We are late,” said Ada Moor."],
    ["a document", "Hale read the email.\n\nShe checked an email Moor wrote. “We are late,” said Ada Moor."],
    ["a degree", "“We are late,” said Ada Moor, MS, of Varen."],
    ["people of several", "“We are late,” said Ada Moor, pilots and harbor workers."],
    ["somebody else", "“We are late,” said Ada Moor, Senator Ivar Hale and others."],
    ["a phrase that a comma ends", "After a talk with the singer, Moor left.\n\n“We are late,” said Ada Moor."],
    ["a verb's subject", "“We are late,” said Ada Moor, the mayor plans a fair."],
    ["a teammate's word", "He won with teammate Ivar Hale. “We are late,” said Ivar Hale."],
  ])("%s", (_, text) => {
    expect(roleIn("en", text)).toBeNull();
  });

  test("a number that belongs to something else", () => {
    const text =
      "They missed 17 throws, a number Varen head coach Ivar Hale called sad.\n\n“We are late,” said Ivar Hale.";
    expect(roleIn("en", text)).toBe("Varen head coach");
  });

  test("a verb form before an office", () => {
    const text = "Moor is leading incumbent President Ivar Hale. “We are late,” said President Hale.";
    expect(roleIn("en", text)).toBe("incumbent President");
  });
});

test.each([
  "Ivar Hale parted from wife Ada Moor. “We only need to rest for a while,” Moor said.",
  "“We only need to rest for a while,” said his estranged wife Ada Moor.",
  "“We only need to rest for a while,” said Ada Moor, a friend.",
])("who somebody is to another is no role: %s", (text) => {
  expect(roleIn("en", text)).toBeNull();
});

describe("a role is told whole, with what it is of", () => {
  test.each([
    [
      "Ada Moor, a professor of coast studies at the University of Varen, spoke. “We only need to rest,” Moor said.",
      "a professor of coast studies at the University of Varen",
    ],
    ["“We only need to rest for a while,” said Ada Moor, president, Coast Outdoors.", "president, Coast Outdoors"],
    [
      "“We only need to rest,” says Ada Moor, marketing director, PierRush.\n\nHale nodded.",
      "marketing director, PierRush",
    ],
    ["“We only need to rest,” says Ada Moor, certified nutritionist, Ahala.", "certified nutritionist, Ahala"],
    ["“We only need to rest,” said Ada Moor, a lawyer representing the crew.", "a lawyer representing the crew"],
    ["“We only need to rest,” said Ada Moor, elected mayor in May.", null],
    ["Varen’s State Secretary for Ports Ada Moor said: “We only need to rest.”", "Varen’s State Secretary for Ports"],
    [
      "“We only need to rest,” said Deputy Commissioner for Public Works Ada Moor.",
      "Deputy Commissioner for Public Works",
    ],
    ["Secretary of State Ada Moor said: “We only need to rest for a while.”", "Secretary of State"],
  ])("%s", (text, role) => {
    expect(roleIn("en", text)).toBe(role);
  });

  test("letters of a degree are no last name", () => {
    const text =
      "“We only need to rest,” Ada Moor MS, RD, a dietitian in Varen, told the Tidings. “And to eat well,” Moor said.";
    const found = findQuotes(text, { language: "en" }).map(({ speaker }) => [speaker?.name, speaker?.role]);
    expect(found).toEqual([
      ["Ada Moor", "a dietitian in Varen"],
      ["Ada Moor", "a dietitian in Varen"],
    ]);
  });

  test.each([
    ["Varen’s State Secretary for Urbanism Ans Perrin said: “We only need to rest for a while.”", "Ans Perrin"],
    ["Envoy to Varen Ada Moor said: “We only need to rest for a while.”", "Ada Moor"],
    ["“We only need to rest,” said Commissioner for Public Works Ada Moor.", "Ada Moor"],
  ])("what an office is of is no first name: %s", (text, name) => {
    expect(findQuotes(text, { language: "en" }).at(-1)?.speaker?.name).toBe(name);
  });
});

test("who somebody is to another that is told is one", () => {
  expect(roleIn("en", "“We only need to rest for a while,” said Ada Moor, mother of the pilot.")).toBe(
    "mother of the pilot",
  );
});

describe("a role in other languages", () => {
  test.each([
    ["es", "«Llegamos tarde», dijo Renata Solís, en una rueda de prensa.", null],
    ["es", "«Llegamos tarde», dijo Renata Solís, alcaldesa de Varena.", "alcaldesa de Varena"],
    ["fr", "« Nous sommes en retard », a déclaré M. Delvaux.", null],
    ["de", "„Wir sind spät dran“, sagte Hafenmeister Dr. Ivar Hale.", "Hafenmeister"],
    [
      "de",
      "In einem großen Saal ehrte Bürgermeisterin Ada Moor die Fischer. „Wir sind spät dran“, sagte Moor.",
      "Bürgermeisterin",
    ],
    ["de", "„Wir sind spät dran“, sagte Ada Moor, Sprecherin der Werft.", "Sprecherin der Werft"],
  ])("%s: %s", (language, text, role) => {
    expect(roleIn(language, text)).toBe(role);
  });
});

test("an office that no comma ends is not read to the end of the text", () => {
  const office = "The Coast Attorney for the District of Varen";
  const text = `${office} and many others who had come by boat from every island of the sea and stayed till late met. ${office} said: “We only need to rest for a while.”`;
  expect(roleIn("en", text) ?? "").not.toMatch(/rest|met/u);
});

describe("a role is read where its words look like others", () => {
  const roleOf = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.role ?? null;

  test.each([
    ["“The pier is old and has to go,” said US attorney Ada Moor.", "US attorney"],
    ["“The pier is old and has to go,” said IT chief Ada Moor.", "IT chief"],
    ["“The pier is old and has to go,” said Labour MP Ada Moor.", "Labour MP"],
    ["She was asked by host Ada Moor about it. “The pier is old and has to go,” said Moor.", "host"],
    ["She came to host Ada Moor there. “The pier is old and has to go,” said Moor.", null],
    ["“The pier is old and has to go,” said Ada Moor, a nurse in Hale, Va., who left.", "a nurse in Hale, Va."],
    ["Count former mayor Ada Moor among them. “The pier is old and has to go,” said Moor.", "former mayor"],
    ["The forever Moor movement goes on. “The pier is old and has to go,” said Moor.", null],
  ])("%s", (text, expected) => {
    expect(roleOf(text)).toBe(expected);
  });
});

describe("what somebody does with the holder of an office is no part of the office", () => {
  test.each([
    ["Hale will face challenger Ada Moor in the fall. “We are late,” Moor said.", "challenger"],
    ["Hale did not back candidate Ada Moor. “We are late,” Moor said.", "candidate"],
    ["“We are late,” said harbor pilot Ada Moor.", "harbor pilot"],
  ])("%s", (text, expected) => {
    expect(roleIn("en", text)).toBe(expected);
  });
});
