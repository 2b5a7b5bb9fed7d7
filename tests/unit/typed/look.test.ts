/** A look chosen by name, or given up by the words people use for it. */

import { expect, test } from "vitest";
import { sayIn } from "../../../src/messages/say.ts";
import { findTypedPreset } from "../../../src/typed/options/look.ts";

const say = sayIn("en");

test.each(["default", "Reset", "none", "off", "-", " standard "])("“%s” has posts as they were", (typed) => {
  expect(findTypedPreset(typed, say)).toBe("full");
});

test("a look is known by its own name and by the reader's word for it", () => {
  expect(findTypedPreset("headline", say)).toBe("headline");
  expect(findTypedPreset("Newsletter", sayIn("de"))).toBe("newsletter");
});

test("what holds more than a name is a template", () => {
  expect(findTypedPreset("default {headline}", say)).toBeNull();
  expect(findTypedPreset("{quotes}", say)).toBeNull();
});
