/** The wire that an article's text credits. */

import { expect, test } from "vitest";
import { findAgency, readCreditLine } from "../../../../src/articles/facts/agency.ts";

test.each([
  ["LISBON (AFP) — The council met on Monday.", "AFP"],
  ["VELMORA, March 4 (Reuters) - The port reopened.", "Reuters"],
  ["МОСКВА, 4 марта. /ТАСС/. Порт возобновил работу.", "ТАСС"],
  ["Berlin (dpa/bb) - Der Stadtrat tagte am Montag.", "dpa"],
  ["Madrid, 4 mar (EFE).- El consejo se reunió.", "EFE"],
  ["(ANSA) - ROMA, 04 MAR - Il consiglio si è riunito.", "ANSA"],
  ["新华社韦尔莫拉3月4日电 港口重新开放。", "新华社"],
  ["【ベルモラ共同】港が再開した。", "共同"],
  ["OSTREL (AP) — The river rose.", "AP"],
  ["ORRIN, Haldenmark (Meridian Wire) – The yard said on Tuesday that it grew.", "Meridian Wire"],
])("the dateline %s credits %s", (paragraph, agency) => {
  expect(findAgency([paragraph, "More text follows here."])).toBe(agency);
});

test.each([
  "AFP",
  "France Media",
  "Source: Reuters",
  "— with AFP",
  "(dpa)",
  "© dpa-infocom",
  "Associated Press",
  "dpa/EFE",
])("%s alone on a line is a credit", (line) => {
  expect(readCreditLine(line)).not.toBeNull();
});

test.each([
  "The Associated Press reported on Monday that the port had reopened.",
  "Media in France were quick to react.",
  "An AP class was canceled.",
  "Press",
  "Social Media",
  "The Press",
  "“Reuters,” he said.",
  "Media Contact",
  "Press Office",
  "Contact Presse",
  "Kontakt Presse",
])("%s credits nobody", (line) => {
  expect(readCreditLine(line)).toBeNull();
  expect(findAgency([line])).toBeNull();
});

test.each(["The council thanked the R.A.F. AP.", "She lives in Halden, Pa. AP", "The team came to St. PAP"])(
  "letters behind a short form are no wire's: %s",
  (line) => {
    expect(findAgency(["The river rose in the night, the town said.", line])).toBeNull();
  },
);

test("a last paragraph of one endless word stood the reader still", () => {
  expect(findAgency(["The river rose in the night, the town said.", "a".repeat(500_000)])).toBeNull();
});

test("who wrote for a wire was taken for a part of its name", () => {
  expect(readCreditLine("Thomas Moor Associated Press")).toBe("Associated Press");
  expect(readCreditLine("Harbor Hale News Agency")).toBe("Harbor Hale News Agency");
});

test("what is quoted of an agency in the middle of the text is no credit", () => {
  const paragraphs = Array.from(
    { length: 12 },
    (_, index) => `Paragraph ${index} tells what happened in the town that day.`,
  );
  paragraphs[8] = "“It was loud,” she told the agency (AFP).";
  expect(findAgency(paragraphs)).toBeNull();
});

test.each([
  ["The families were told on Wednesday. PTI", "PTI"],
  ["“We go home,” she said. IANS", "IANS"],
  ["The bridge was built by a firm called PTI", null],
  ["She has a degree from MIT. USA", null],
])("behind the last sentence a wire's letters need no mark: %s", (end, agency) => {
  expect(findAgency(["The bridge at Kotla was closed on Thursday.", end])).toBe(agency);
});

test("letters that only shorten the name before them credit no wire", () => {
  expect(findAgency(["Amber Anglers Party (AAP) leader Ada Moor spoke.", "More text follows here."])).toBeNull();
  expect(findAgency(["VELMORA, March 4 (AAP) - The port reopened.", "More text follows here."])).toBe("AAP");
});
