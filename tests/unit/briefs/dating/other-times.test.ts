/** Days of other times than this week: of old stories, of what a court heard, of rules. */

import { expect, test } from "vitest";
import { findDateIn } from "../../../helpers/dated-sentence.ts";

/** A Wednesday. */
const PUBLISHED = new Date("2025-03-12T10:00:00Z");
const dateIn = (text: string, sentence: string, language = "en"): string | undefined =>
  findDateIn(text, sentence, PUBLISHED, language);
const isDated = (sentence: string, language: string): boolean => dateIn(sentence, sentence, language) !== undefined;

test.each([
  ["en", "Lind left the harbor inn on Friday night, a jury in Ostrel heard."],
  ["en", "The sister told the court that she had called the police on Friday."],
  ["en", "Jurors heard that Lind sailed on Friday."],
  ["en", "The queen wrote in her diary that the king had come on Monday."],
  ["en", "In 1998 Lind sailed home on Friday."],
  ["en", "In those days, the ships left on Friday."],
  ["en", "The ferry used to sail on Friday."],
  ["en", "From April, the library will open on Sunday."],
  ["en", "Under the plan, the library will close on Friday."],
  ["en", "On Monday, a fortnight before the fire, an inspector visited the mill."],
  ["en", "On Monday that week, the bank closed."],
  ["en", "Thousands gathered on Carnival Monday."],
  ["de", "Früher fuhr die Fähre am Montag."],
  ["de", "Im Krieg verließ das Schiff am Freitag den Hafen."],
  ["de", "Vor dem Landgericht schilderte sie, wie er am Freitag das Haus verließ."],
  ["fr", "Autrefois, le bac a quitté le port lundi."],
  ["fr", "Des milliers de personnes ont défilé mardi gras."],
])("no date for a day of another time, %s: %s", (language, sentence) => {
  expect(isDated(sentence, language)).toBe(false);
});

test.each([
  ["en", "The court heard on Friday that Lind was ill."],
  ["en", "On Friday, a jury in Ostrel heard that Lind was ill."],
  ["en", "The harbor chief told the court on Friday that the pier was unsafe."],
  ["en", "The diary was sold on Friday."],
  ["en", "On Monday, two days before the vote, the mayor resigned."],
  ["en", "Under pressure from the crews, the mayor resigned on Friday."],
  ["en", "Crews used ladders and left on Friday."],
  ["de", "Die Fähre fuhr am Montag nach Ostrel."],
  ["fr", "Des milliers de personnes ont défilé mardi."],
])("a day of this week keeps its date, %s: %s", (language, sentence) => {
  expect(isDated(sentence, language)).toBe(true);
});

test("no date in an article that begins with what was years ago, but for what is said of it", () => {
  const lead = "Ostrel will remember the crew of the Tern, which sank fifty years ago.";
  const old = "The Tern left Ostrel on Friday evening.";
  expect(dateIn(`${lead}\n\n${old}`, old)).toBeUndefined();
  expect(dateIn(`Ostrel mourns the crew of the Tern.\n\n${old}`, old)).toBe("(7 March)");
  const said = "The mayor said on Friday that a bell would be rung.";
  expect(dateIn(`${lead}\n\n${said}`, said)).toBe("(7 March)");
});
