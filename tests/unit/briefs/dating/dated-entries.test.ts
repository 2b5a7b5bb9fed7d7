/** Pages that grow by the day, an entry under the head of its day: the days of an older entry have no date. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Wednesday. */
const PUBLISHED = new Date("2026-11-18T12:00:00Z");
const dateIn = (opening: string, sentence: string, language = "en"): string | undefined => {
  const text = opening + sentence;
  return findDayEdits(text, { start: opening.length, end: text.length }, PUBLISHED, language)[0]?.text.trim();
};

const FIRST = "The talks on the pier go on; this page has the latest.\n\n";
const NEW = "Nov. 18: The keeper is heard\n\nThe keeper spoke for an hour.\n\n";

test.each([
  ["en", "Nov. 12: Talks open in Varen\n\n", "On Tuesday the keeper left the pier."],
  ["en", "12 November\n\n", "On Monday the keeper left the pier."],
  ["de", "12. November: Gespräche in Varen\n\n", "Am Dienstag verließ der Wärter den Pier."],
  ["fr", "12 novembre : la jetée ferme\n\n", "Mardi, le gardien a quitté la jetée."],
])("%s: below %j no day has a date", (language, head, sentence) => {
  expect(dateIn(FIRST + NEW + head, sentence, language)).toBeUndefined();
});

test.each([
  ["an entry of the page's own day", `${FIRST}${NEW}`],
  ["a sentence that names a day", `${FIRST}On Nov. 12 the talks opened in Varen.\n\n`],
  ["a sentence that opens with one", `${FIRST}Nov. 12 was a cold day in Varen.\n\n`],
  ["no head", FIRST],
])("below %s days have theirs", (_, opening) => {
  expect(dateIn(opening, "On Tuesday the keeper left the pier.")).toBe("(17 November)");
});
