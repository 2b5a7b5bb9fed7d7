/** Nobody is named who cannot be meant: who stays unnamed, a house, whom something befalls, whom a spokesman speaks for. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const lastOf = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.name ?? null;

test("the holder of an office is not named who asks not to be", () => {
  const text =
    "Ada Moor, the harbor minister, was at the fair.\n\n“The ferry will be sold quite soon,” the minister said, speaking anonymously.";
  expect(lastOf(text)).not.toBe("Ada Moor");
});

describe("somebody who wins, loses or leads acts by a verb without an ending", () => {
  test.each(["won", "lost", "rose", "stood up"])("%s", (verb) => {
    const text = `Bodil Ravn rowed. “I know that they come,” Ravn said.\n\nHe outrowed Clara Tarn, who came from Varen.\n\nTarn ${verb} in 8:12, which was her best time.\n\n“I have never gone home quite so happy,” she said.`;
    expect(lastOf(text)).toBe("Clara Tarn");
  });
});

describe("a house that its apposition calls one is no “he”", () => {
  const told = "“We saw two sails,” Ivar Hale said.\n\n“It is a storm,” ";
  test.each([
    ["Tidunda, the official news agency, wrote.", "Tidunda"],
    // Somebody may be a publisher.
    ["Tidunda, the official chart publisher, wrote.", null],
  ])("%s", (line, name) => {
    const text = `${told}${line}\n\n“They have never seen me row,” he said.`;
    if (name === null) expect(lastOf(text)).toBe("Tidunda");
    else expect(lastOf(text)).not.toBe(name);
  });
});

test("a spokesman for the harbor Democrats is not the Democrats", () => {
  const text = "“The simple truth is that nothing has changed,” a spokesman for harbor Democrats said.";
  expect(lastOf(text)).toBe("a spokesman for harbor Democrats");
});
