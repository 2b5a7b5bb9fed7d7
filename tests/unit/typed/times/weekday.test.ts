/** Days of the week in the languages of the bot. */

import { expect, test } from "vitest";
import { LANGUAGES } from "../../../../src/messages/languages.ts";
import { sayIn } from "../../../../src/messages/say.ts";
import { findWeekday, WEEKDAYS } from "../../../../src/typed/times/weekday.ts";

test.each(LANGUAGES)("in %s every day is understood as the bot itself calls it", (language) => {
  const say = sayIn(language);
  expect(WEEKDAYS.map((_, index) => findWeekday(say.weekday(index + 1)))).toEqual(WEEKDAYS);
});

test.each([
  ["fri", "friday"],
  ["Friday", "friday"],
  ["tues", "tuesday"],
  ["Freitag", "friday"],
  ["Fr.", "friday"],
  ["mi", "wednesday"],
  ["vendredi", "friday"],
  ["miercoles", "wednesday"],
  ["sexta", "friday"],
  ["пт", "friday"],
  ["п'ятниця", "friday"],
  ["п’ятниця", "friday"],
  ["جمعة", "friday"],
  ["s", null],
  ["day", null],
  ["", null],
  ["  ", null],
])("%j is %s", (typed, day) => {
  expect(findWeekday(typed)).toBe(day);
});
