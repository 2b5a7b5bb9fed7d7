/** What stands at the head of a text before its first sentence: where it was written, and whose site it is. */

import { expect, test } from "vitest";
import { datelineLength, findTrims } from "../../../../src/briefs/mending/trim.ts";
import { splitSentences } from "../../../../src/languages/shared/sentences.ts";

const cut = (text: string): string => text.slice(datelineLength(text, true));

test.each([
  ["a town, its state and its country", "Ostrel, VS, United Isles: Getting to the moon has been done before."],
  ["a town, the letters of its state and a dash", "Ostrel, VS – Getting to the moon has been done before."],
  ["a town, its state cut short and a dash", "St. Ostrel, Vals. — Getting to the moon has been done before."],
  ["a known town and a short dash", "Lyon – Getting to the moon has been done before."],
  ["the paper and who wrote it", "[Ostrel Tidings=Ada Moor] Getting to the moon has been done before."],
  ["the site's own address", "OstrelTidings.example - Getting to the moon has been done before."],
])("%s is taken off", (_what, text) => {
  expect(cut(text)).toBe("Getting to the moon has been done before.");
});

test.each(["Ostrel – Getting to the moon", "Lyon – at last – goes", "Lyon-based pilots have gone"])(
  "%s stays",
  (head) => {
    const text = `${head} has been done before.`;
    expect(cut(text)).toBe(text);
  },
);

test("a name with a dash stays whole", () => {
  const text = "Moor & Son – the last ferry firm in Ostrel – has closed its pier since Monday.";
  expect(cut(text)).toBe(text);
});

test("a sentence that a colon parts stays whole", () => {
  const text = "Ostrel, its harbor and its ferry: all of it is under water since Monday.";
  expect(cut(text)).toBe(text);
});

test.each([
  ["Ada Moor: Getting to the moon has been done before.", ""],
  ["Moor: Getting to the moon has been done before.", " The flight was planned by Ada Moor, said the office."],
])("%s kept nothing of who says so: the name was taken for a town", (text, more) => {
  expect(datelineLength(text, true, text + more)).toBe(0);
});

test("a town before a colon is taken off, of which others speak", () => {
  const text = "Ostrel: Getting to the moon has been done before.";
  expect(datelineLength(text, true, `${text} The mayor of Ostrel said so.`)).toBe("Ostrel: ".length);
});

test("a town with an agency's desk glued to the lead stood in the brief", () => {
  expect(cut("Port Halden (CNN Business)Getting to the moon has been done before.")).toBe(
    "Getting to the moon has been done before.",
  );
  const named = "Moor (CNN Business editor) has been to the moon and back again.";
  expect(cut(named)).toBe(named);
});

test("a dash was left of a dateline whose state is cut short", () => {
  const text = "Ostrel, Vals. — Getting to the moon has been done before. The flight took a week.";
  expect(splitSentences(text, "en").map(({ start, end }) => text.slice(start, end))).toEqual([
    "Ostrel, Vals. — Getting to the moon has been done before.",
    "The flight took a week.",
  ]);
});

test.each([
  ["OSTREL - Two pilots died a day apart on a busy street here.", "en", 0],
  ["OSTREL - Zwei Piloten sind hier an einem Tag gestorben, sagte der Rat.", "de", 0],
  ["OSTREL - Two pilots died a day apart on a busy street in town.", "en", 9],
  ["OSTREL - Two pilots died on Monday, and “nobody here slept,” the mayor said.", "en", 9],
])("“here” had lost the town of its dateline: %s", (text, language, from) => {
  expect(findTrims(text, { start: 0, end: text.length }, language, true).map(({ end }) => end)).toEqual(
    from === 0 ? [] : [from],
  );
});

test("a link that stood between two sentences was shown in brackets before the second", () => {
  const text = "(Ostrel vs Varen Updates) Ada Moor was heard by the court on Monday.";
  expect(text.slice(datelineLength(text, false))).toBe("Ada Moor was heard by the court on Monday.");
  const named = "(The Varen Tidings) Ada Moor was heard by the court on Monday.";
  expect(datelineLength(named, false)).toBe(0);
});

test("a heading in capitals was shown at the head of the sentence that it is glued to", () => {
  const text = "ON THE NEW PIERThe mayor was heard by the court on Monday.";
  expect(text.slice(datelineLength(text, false))).toBe("The mayor was heard by the court on Monday.");
  for (const whole of [
    "IBM PCs were sold by the port on Monday.",
    "THE PIER of Ostrel was sold by the port on Monday.",
  ])
    expect(datelineLength(whole, false)).toBe(0);
});
