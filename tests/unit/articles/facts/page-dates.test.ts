/** Dates as pages write them. */

import { expect, test } from "vitest";
import { findWrittenDate, isDateLine, readDate } from "../../../../src/articles/facts/page-dates.ts";

test.each([
  ["2031-03-04T08:15:00+01:00", "2031-03-04T07:15:00.000Z"],
  ["2031-03-04", "2031-03-04T00:00:00.000Z"],
  ["20310304", "2031-03-04T00:00:00.000Z"],
  ["Tue, 04 Mar 2031 08:15:00 GMT", "2031-03-04T08:15:00.000Z"],
  ["1930378500", "2031-03-04T08:15:00.000Z"],
  ["March 4, 2031", "2031-03-04T00:00:00.000Z"],
  ["4. März 2031, 08:15 Uhr", "2031-03-04T08:15:00.000Z"],
  ["4 марта 2031", "2031-03-04T00:00:00.000Z"],
  ["4 de marzo de 2031", "2031-03-04T00:00:00.000Z"],
  ["04.03.2031", "2031-03-04T00:00:00.000Z"],
  ["2031年3月4日", "2031-03-04T00:00:00.000Z"],
])("%s is read", (text, expected) => {
  expect(readDate(text)?.toISOString()).toBe(expected);
});

test.each(["", "yesterday", "2031-99-99", "0000-00-00", "12", "31 February", "1/2"])("%j is no date", (text) => {
  expect(readDate(text)).toBeNull();
});

test.each([
  "Friday, July 19, 2024",
  "19 juillet 2024",
  "Montag, 11. November 2030",
  "вторник, 4 марта 2031 г.",
  "2031-03-04 08:15",
  "Published on March 4, 2031 at 8:15 am",
  "viernes, 4 de abril de 2031",
  "2031年03月04日 08:15",
])("%s is a line with nothing but a date", (line) => {
  expect(isDateLine(line)).toBe(true);
});

test.each(["The council met on March 4, 2031.", "March of the penguins", "4 killed in May", "Page 3 of 12"])(
  "%s is more than a date",
  (line) => {
    expect(isDateLine(line)).toBe(false);
  },
);

test("a date inside a line is found", () => {
  expect(findWrittenDate("By Ann Lee | Updated 4 March 2031 18:20")?.toISOString()).toBe("2031-03-04T18:20:00.000Z");
});
