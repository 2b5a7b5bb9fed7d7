/** Times of day and stretches of time, as people type them in the languages the bot speaks. */

import { expect, test } from "vitest";
import { findLocalTime, findStretch } from "../../../../src/typed/times/hours.ts";

test.each([
  ["22:00-07:00", ["22:00", "07:00"]],
  ["22:00 – 07:00", ["22:00", "07:00"]],
  ["10pm-7am", ["22:00", "07:00"]],
  ["from 10 p.m. to 7 a.m.", ["22:00", "07:00"]],
  ["von 22 bis 7 Uhr", ["22:00", "07:00"]],
  ["de 22h à 7h", ["22:00", "07:00"]],
  ["de las 22 a las 7", ["22:00", "07:00"]],
  ["das 22h às 7h", ["22:00", "07:00"]],
  ["с 22:00 до 07:00", ["22:00", "07:00"]],
  ["з 22:00 до 07:00", ["22:00", "07:00"]],
  ["من 22:00 إلى 07:00", ["22:00", "07:00"]],
  ["22:00", null],
  ["night", null],
  ["-", null],
  ["22:00-25:00", null],
])("%j as a stretch of time", (typed, expected) => {
  expect(findStretch(typed)).toEqual(expected);
});

test.each([
  ["7:30", "07:30"],
  ["07.30", "07:30"],
  ["7h30", "07:30"],
  [" 8 ", "08:00"],
  ["0:00", "00:00"],
  ["24:00", "00:00"],
  ["24", "00:00"],
  ["24:30", null],
  ["7pm", "19:00"],
  ["7:30 pm", "19:30"],
  ["7 p.m.", "19:00"],
  ["12am", "00:00"],
  ["12pm", "12:00"],
  ["13pm", null],
  ["0 am", null],
  ["19h", "19:00"],
  ["19 h 30", "19:30"],
  ["7 Uhr", "07:00"],
  ["0730", "07:30"],
  ["730", null],
  ["٧:٣٠", "07:30"],
  ["٧ م", "19:00"],
  ["12:60", null],
  ["noon", "12:00"],
  ["Midnight", "00:00"],
  ["Mittag", "12:00"],
  ["minuit", "00:00"],
  ["полдень", "12:00"],
  ["منتصف الليل", "00:00"],
  ["afternoon", null],
  ["", null],
])("%j as a time of day", (typed, expected) => {
  expect(findLocalTime(typed)).toBe(expected);
});
