/** Names as facts: whom a first name is given to, and what is the name of a place. */

import { describe, expect, test } from "vitest";
import { findNameGender, isPlaceName } from "../../../../../src/languages/shared/names/name-lists.ts";

describe("first names", () => {
  test.each([
    ["maria", "female"],
    ["giovanni", "male"],
    ["oksana", "female"],
    ["владимир", "male"],
    ["andrea", "either"],
    ["harbor", null],
    ["the", null],
  ] as const)("%s is given to %s", (name, gender) => {
    expect(findNameGender(name)).toBe(gender);
  });
});

describe("places", () => {
  test.each(["hamburg", "germany", "south africa", "são paulo"])("%s is one", (name) => {
    expect(isPlaceName(name)).toBe(true);
  });

  test.each(["ferry", "maria", "harbor master"])("%s is none", (name) => {
    expect(isPlaceName(name)).toBe(false);
  });
});
