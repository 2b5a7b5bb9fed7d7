/** Lines of pages that hold a date and nothing else. */

import { expect, test } from "vitest";
import {
  cutBeforeDate,
  findPublishedLabel,
  findUpdatedLabel,
  isDateLine,
} from "../../../src/languages/shared/dates/date-lines.ts";

test.each([
  "Friday, July 19, 2024",
  "19 juillet 2024",
  "Montag, 11. November 2030",
  "вторник, 4 марта 2031 г.",
  "2031-03-04 08:15",
  "Published on March 4, 2031 at 8:15 am",
  "viernes, 4 de abril de 2031",
  "2031年03月04日 08:15",
  "2031년 3월 4일 08:15",
  "Dienstag, 6. Jänner 2031",
])("%s is a line with nothing but a date", (line) => {
  expect(isDateLine(line)).toBe(true);
});

test.each(["The council met on March 4, 2031.", "March of the penguins", "4 killed in May", "Page 3 of 12"])(
  "%s is more than a date",
  (line) => {
    expect(isDateLine(line)).toBe(false);
  },
);

test("the month and the weekday go with the date", () => {
  expect(cutBeforeDate("By Ann Lee, Tuesday, March 4, 2031")).toBe("By Ann Lee");
  expect(cutBeforeDate("Par Ann Lee · mardi 4 mars 2031")).toBe("Par Ann Lee");
  expect(cutBeforeDate("By Ann Lee")).toBe("By Ann Lee");
});

test("labels tell the day of publication from the day of a change", () => {
  expect(findPublishedLabel("Updated July 5, published July 3")).toBe(16);
  expect(findUpdatedLabel("Veröffentlicht am 3. Juli, aktualisiert am 5. Juli")).toBe(27);
  expect(findUpdatedLabel("3 July 2031")).toBe(-1);
});
