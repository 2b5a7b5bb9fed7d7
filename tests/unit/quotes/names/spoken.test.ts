/** Who spoke so far, and how often it is asked. */

import { expect, test } from "vitest";
import type { Person } from "../../../../src/quotes/names/person.ts";
import { createSpoken } from "../../../../src/quotes/names/spoken.ts";

const personOf = (name: string): Person => ({
  name,
  first: name.toLowerCase(),
  last: name.toLowerCase(),
  gender: "unsure",
  role: null,
  roles: [],
  kind: "person",
  count: 1,
  isSure: true,
  mayBeThing: false,
});
const mara = personOf("Mara");
const joris = personOf("Joris");

test("a pronoun that many others lead to is looked into once, until somebody more has spoken", () => {
  const spoken = createSpoken();
  let looks = 0;
  const follow = () =>
    spoken.follow(7, () => {
      looks++;
      return null;
    });
  for (let pronoun = 0; pronoun < 100; pronoun++) follow();
  expect(looks).toBe(1);
  spoken.addPerson(3, mara);
  follow();
  spoken.addPerson(3, mara);
  follow();
  expect(looks).toBe(2);
  spoken.addGender(mara, "female");
  follow();
  spoken.addUnnamed(5, 4);
  follow();
  expect(looks).toBe(4);
});

test("the last one before a mention is found, whoever speaks behind it", () => {
  const spoken = createSpoken();
  expect(spoken.lastBefore(9)).toBeNull();
  spoken.addPerson(2, mara);
  spoken.addPerson(12, joris);
  expect(spoken.lastBefore(9)).toEqual([2, mara]);
  expect(spoken.lastBefore(13)).toEqual([12, joris]);
  expect([spoken.isHeard(mara), spoken.isHeard(personOf("Ada"))]).toEqual([true, false]);
});
