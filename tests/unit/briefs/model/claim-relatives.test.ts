/** Who does what around a relative clause: what only the clause has is no subject of the main verb. */

import { expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";

const isGrounded = (claim: string, text: string): boolean =>
  checkGrounding(claim, { title: "News of the week", text, language: "en" }).isGrounded;

test.each([
  ["The ferry, which the tram replaces, was sold on Monday.", "The tram was sold on Monday."],
  ["The tram, which replaces the ferry, was sold to Osk.", "The ferry was sold to Osk."],
  ["The council, which Ada Moor leads, voted for the pier.", "Ada Moor voted for the pier."],
  ["The man whom Ada Moor hired stole two boats.", "Ada Moor stole two boats."],
  ["The bridge that Orn Hale built fell in May.", "Orn Hale fell in May."],
  ["A school that Viktor Ness founded in 1931 has closed.", "Viktor Ness has closed."],
  ["The hall, which the parish lends the choir, had to be heated.", "The parish had to be heated."],
  ["The nurse who treated Per Holt, who fell from the roof, praised the rescuers.", "Per Holt praised the rescuers."],
  ["Ida Holt, whose brother Per Holt runs the mill, will pay the fine.", "Ida Holt runs the mill."],
])("of “%s” a verb is not said of a word of the clause: “%s”", (text, lie) => {
  expect(isGrounded(lie, text)).toBe(false);
});

test.each([
  ["The ferry, which the tram replaces, was sold on Monday.", "The ferry was sold on Monday."],
  ["The ferry, which the tram replaces, was sold on Monday.", "The ferry, which the tram replaces, was sold."],
  ["The ferry, which the tram replaces, was sold on Monday.", "The tram replaces the ferry."],
  ["The council, which Ada Moor leads, voted for the pier.", "Ada Moor leads the council."],
  ["The storm, which the harbor master had expected, sank three boats.", "The harbor master had expected the storm."],
  ["The hall, which Orn Hale built in 1931, has closed.", "Orn Hale built the hall in 1931."],
])("of “%s” what the clause tells is said: “%s”", (text, claim) => {
  expect(isGrounded(claim, text)).toBe(true);
});

test("what the next sentence tells of a word may be joined to it", () => {
  const text = "The council voted to pay for a new dam. The dam will cost two million crowns. The mill will cost less.";
  expect(isGrounded("The council voted to pay for a new dam, which will cost two million crowns.", text)).toBe(true);
  expect(isGrounded("The council voted to pay for a new dam, which will cost less.", text)).toBe(false);
});
