/** Dates behind weekdays, as far as the whole article tells which day is meant, and which is shown already. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Friday. */
const PUBLISHED = new Date("2026-11-20T10:00:00Z");

const date = (text: string): string =>
  findDayEdits(text, { start: 0, end: text.length }, PUBLISHED, "en").reduceRight(
    (shown, edit) => shown.slice(0, edit.start) + edit.text + shown.slice(edit.end),
    text,
  );

const inText = (text: string, sentence: string): string | undefined => {
  const start = text.indexOf(sentence);
  return findDayEdits(text, { start, end: start + sentence.length }, PUBLISHED, "en")[0]?.text;
};

test("no date when the text names a day of the week that the page's own date does not bear out", () => {
  const sentence = "The council voted on Monday to close the pier.";
  expect(inText(`The fair was on Tuesday, Nov. 17. ${sentence}`, sentence)).toBe(" (16 November)");
  // In 2026 that was a Tuesday: the page is older than it says.
  expect(inText(`The fair was on Sunday, Nov. 17. ${sentence}`, sentence)).toBeUndefined();
});

test("no date when the text names another date for the same day of the week", () => {
  const sentence = "The council voted on Monday to close the pier.";
  expect(inText(`The pier fell on Monday, Nov. 9. ${sentence}`, sentence)).toBeUndefined();
});

test("no date in a paragraph that tells an old story", () => {
  const sentence = "The council closed the pier on Monday.";
  expect(inText(`A ship hit the pier on 3 June 2019. ${sentence}`, sentence)).toBeUndefined();
  const lead = "The council met on Tuesday.";
  expect(inText(`${lead}\n\nA ship hit the pier on 3 June 2019. ${sentence}`, sentence)).toBeUndefined();
  expect(inText(`${lead}\n\nA ship hit the pier on 3 June 2019.\n\n${sentence}`, sentence)).toBe(" (16 November)");
  expect(inText(`A ship hit the pier on 3 June 2019.\n\n${sentence}`, sentence)).toBeUndefined();
});

test("what one sentence leaves unsure is over when the article tells so of that day elsewhere, and never as to come", () => {
  const over = "The port won the vote on Wednesday by a few heads.";
  const unsure = "Crews still praise the mayor's speech on Wednesday.";
  expect(inText(unsure, unsure)).toBeUndefined();
  expect(inText(`${over}\n\n${unsure}`, unsure)).toBe(" (18 November)");
  expect(inText(`${over}\n\nThe mayor will meet the crews on Wednesday.\n\n${unsure}`, unsure)).toBeUndefined();
  expect(inText(`${over}\n\nThe mayor agreed to resign on Wednesday.\n\n${unsure}`, unsure)).toBeUndefined();
  const owned = "Wednesday's vote is likely to cost the mayor her seat.";
  expect(inText(`${over}\n\n${owned}`, owned)).toBe(" (18 November)");
  // Behind a word that binds clauses, and though a year stands in another part of the sentence.
  const bound = "Nothing is signed, but Wednesday's vote ends what the crews of the port have fought for since 2019.";
  expect(inText(`${over}\n\n${bound}`, bound)).toBe(" (18 November)");
  expect(inText(bound, bound)).toBeUndefined();
  // Farther back it may be next week's.
  const far = "Crews still praise the mayor's speech on Monday.";
  expect(inText(`The port won the vote on Monday by a few heads.\n\n${far}`, far)).toBeUndefined();
});

test("what one sentence leaves unsure is to come when the article tells so of that day elsewhere", () => {
  const ahead = "The council will meet in Ostrel on Sunday.";
  const unsure = "The mayor still hopes to win the vote on Sunday.";
  expect(inText(unsure, unsure)).toBeUndefined();
  expect(inText(`${ahead}\n\n${unsure}`, unsure)).toBe(" (22 November)");
  expect(inText(`${ahead}\n\nThe port was closed on Sunday.\n\n${unsure}`, unsure)).toBeUndefined();
});

test("a date elsewhere in the sentence leaves a sure day its own", () => {
  expect(date("The port on Thursday closed a pier that had burned on July 24.")).toContain(
    "on Thursday (19 November) closed",
  );
  expect(date("The mayor said on Monday she would vote in Varen's December 1 poll.")).toContain(
    "on Monday (16 November) she",
  );
  for (const text of [
    "The pier was closed on Monday, November 16, after a storm.",
    "On November 16 the council met, and the mayor resigned on Monday.",
    "The crews sang Monday night (Nov. 16) at the hall.",
    "One ferry sank on July 13, the other sank on Tuesday morning.",
  ])
    expect(date(text)).toBe(text);
});

test("two days of a sentence have their dates, each once", () => {
  expect(date("Moor won in Ostrel on Monday and lost two races in Varen Tuesday.")).toBe(
    "Moor won in Ostrel on Monday (16 November) and lost two races in Varen Tuesday (17 November).",
  );
  expect(date("Moor won on Monday, the port said Monday.")).toBe(
    "Moor won on Monday (16 November), the port said Monday.",
  );
});

test("a day that ends a sentence is not the weekday of the date behind it", () => {
  const sentence = "Crews from Varen landed in Ostrel on Wednesday.";
  expect(inText(`${sentence} December 1 is the day of the poll.`, sentence)).toBe(" (18 November)");
});

test("what is quoted has no verb for a day outside it", () => {
  expect(date("The wind is likely to reach “severe” levels on Thursday.")).not.toContain("(");
  expect(date("The meeting began, vowing to “fight” in Varen's poll on Monday.")).not.toContain("(");
  expect(date("“The pier is lost,” the mayor said during a walk in Varen on Monday.")).toContain("(16 November)");
});

test("a quotation opened a sentence before is not touched, what stands behind it is", () => {
  const quoted = "It burned on Monday.";
  expect(inText(`“The pier is lost. ${quoted} We wept,” Moor said.`, quoted)).toBeUndefined();
  const behind = "It burned,” Moor said on Monday.";
  expect(inText(`“The pier is lost. ${behind}`, behind)).toBe(" (16 November)");
});

test("a dateline with a day tells which day is today, though the page appeared later", () => {
  const sentence = "The mayor today closed the pier.";
  expect(inText(sentence, sentence)).toBe(" (20 November)");
  expect(inText(`OSTREL, Nov 19 (VNA) ${sentence}`, sentence)).toBe(" (19 November)");
  expect(inText(`OSTREL, Nov. 19 - ${sentence}`, sentence)).toBe(" (19 November)");
  // No dateline: a day that the text tells of.
  expect(inText(`The pier of Nov 19 is gone. ${sentence}`, sentence)).toBe(" (20 November)");
  expect(inText(`The port burned.\n\nVAREN, Nov 19 - ${sentence}`, sentence)).toBe(" (20 November)");
  // What was written in summer is no report that came late.
  expect(inText(`OSTREL, June 3 (VNA) ${sentence}`, sentence)).toBeUndefined();
});
