/** Days of an article whose dateline is older than its page. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Monday. */
const PUBLISHED = new Date("2026-11-16T12:00:00Z");
const dateIn = (dateline: string, sentence: string, language: string): string | undefined => {
  const text = dateline + sentence;
  return findDayEdits(text, { start: dateline.length, end: text.length }, PUBLISHED, language)[0]?.text.trim();
};

const QUIT = "The senator quit on Sunday over a loan.";
test.each([
  ["en", "OSTREL, Nov. 9 - ", QUIT, "(8 November)"],
  ["en", "OSTREL, Nov. 8 - ", QUIT, "(8 November)"],
  ["en", "OSTREL, Nov 8 (Wire) - ", QUIT, "(8 November)"],
  ["en", "OSTREL, Nov. 8, 2026 /Wire/ -- ", QUIT, "(8 November)"],
  ["en", "New Ostrel, Marnland, 8 Nov: ", QUIT, "(8 November)"],
  ["en", "OSTREL (Wire), Nov. 8 – ", QUIT, "(8 November)"],
  ["en", "OSTREL, Nov. 13 (Wire) - ", QUIT, "(8 November)"],
  ["en", "OSTREL, Oct. 27 (Wire) - ", QUIT, "(25 October)"],
  ["de", "OSTREL, 13. November (dpa) - ", "Der Senat hatte am Sonntag getagt.", "(8. November)"],
  ["fr", "OSTREL, 8 novembre (Dépêche) - ", "La sénatrice a démissionné dimanche.", "(8 novembre)"],
  ["es", "OSTREL, 8 nov (Agencia) - ", "La senadora dimitió el domingo.", "(8 de noviembre)"],
])("the date is counted from a dateline older than the page, %s: %s", (language, dateline, sentence, date) => {
  expect(dateIn(dateline, sentence, language)).toBe(date);
});

test("no date behind a dateline of months ago, whose days would need their year", () => {
  expect(dateIn("OSTREL, June 8 (Wire) - ", QUIT, "en")).toBeUndefined();
});

test.each([
  ["OSTREL, Nov. 16 (Wire) - "],
  ["OSTREL (Wire) - "],
  ["Ostrel waits for Nov. 9 - no more. "],
  ["The Ostrel fair of Nov. 9 (see below) is over. "],
  ["Nov. 9 - the day of the fair - is over. "],
])("the date is counted from the page behind what is no dateline: %s", (opening) => {
  expect(dateIn(opening, QUIT, "en")).toBe("(15 November)");
});
