/** Texts of the archive, and entries of another day: their days are not those of the page. */

import { expect, test } from "vitest";
import { findDayEdits, isArchived } from "../../../../src/briefs/dating/days.ts";

/** A Wednesday. */
const PUBLISHED = new Date("2026-11-18T12:00:00Z");

test.each([
  ["en", "From the archive, 18 November 1951: Ostrel pit disaster", "Forty are dead."],
  ["en", "Ostrel pier opens | From our archive", "The pier was opened on Thursday."],
  ["en", "Ostrel, 100 years ago this week", "The council met on Tuesday."],
  ["en", "Ostrel then and now", "This interview was first published in March 2011.\n\nThe mayor resigned yesterday."],
  ["de", "Aus dem Archiv: Die Mühle brennt", "Am Montag brannte die Mühle."],
  ["de", "Heute vor 50 Jahren brannte die Mühle", "Am Montag brannte sie."],
  ["fr", "Il y a 100 ans cette semaine à Varenne", "Le conseil s'est réuni mardi."],
  ["es", "De la hemeroteca: se abre el muelle", "El muelle se abrió el jueves."],
])("the days of an old text were given the page's dates: %s %s", (language, headline, text) => {
  expect(isArchived(headline, text, PUBLISHED, language)).toBe(true);
});

test.each([
  ["en", "Thieves rob the archive of Ostrel", "They came on Monday."],
  ["en", "Murder of 20 years ago: man held", "Police held a man on Monday."],
  ["en", "Poet of Ostrel dies", "Her poems were first published in 2026, by a friend."],
  [
    "en",
    "Poet of Ostrel dies",
    `${"She wrote a lot. ".repeat(40)}They were first published in 1996.${" She sang.".repeat(60)}`,
  ],
  ["de", "Einbruch im Archiv von Varen", "Am Montag kamen Diebe."],
  ["es", "Roban el archivo de Varena", "Los ladrones llegaron el lunes."],
])("news is no text of the archive: %s %s", (language, headline, text) => {
  expect(isArchived(headline, text, PUBLISHED, language)).toBe(false);
});

const dateIn = (head: string, sentence: string, language: string): string | undefined => {
  const text = `${head}\n\n${sentence}`;
  return findDayEdits(text, { start: head.length + 2, end: text.length }, PUBLISHED, language)[0]?.text.trim();
};

test.each([
  ["en", "Tuesday 6.40pm", "Yesterday it hit Wales."],
  ["en", "It rained.\n\nTuesday\n\nThe sea rose.", "It hit Wales yesterday."],
  ["de", "Dienstag, 17.11., 19.10 Uhr", "Die Busse fahren nicht, sagte gestern der Fahrer."],
])("yesterday in an entry of the day before was the day before the page: %s %s", (language, head, sentence) => {
  expect(dateIn(head, sentence, language)).toBeUndefined();
});

test.each([
  ["en", "Wednesday 8am", "It hit Wales yesterday."],
  ["en", "Tuesday 6.40pm\n\nThe sea rose.\n\nWednesday 8am", "It hit Wales yesterday."],
  ["en", "Tuesday was the day of the storm.", "It hit Wales yesterday."],
])("below a head of the page's own day it has its date: %s %s", (language, head, sentence) => {
  expect(dateIn(head, sentence, language)).toBe("(17 November)");
});
