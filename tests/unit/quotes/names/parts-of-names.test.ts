/** "St." within a name and "Jr." at its end are the name's: neither a title it begins behind, nor somebody else. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const WORDS = "“The pier will stand for another hundred years, and Oxmoor will see it”";
test.each([
  [`${WORDS.slice(0, -1)},” said Eva St. John, who leads the office.`, "Eva St. John"],
  [`Mary Anne St. Clair said: ${WORDS}.`, "Mary Anne St. Clair"],
  [`Robert Vance Jr. said: ${WORDS}.`, "Robert Vance Jr."],
  [`William Carr III said: ${WORDS}.`, "William Carr III"],
  [`${WORDS.slice(0, -1)},” said Dr. Eva Moor.`, "Eva Moor"],
])("%s", (text, name) => {
  expect(findQuotes(text, { language: "en" })[0]?.speaker?.name).toBe(name);
});
