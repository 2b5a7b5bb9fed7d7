/** Words that one speaker passes on for another, a credit without a name, the article's own sentence set large. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

describe("who tells what somebody said did not say it", () => {
  test("a document that relays", () => {
    const text =
      "According to the school’s letter, Ivo Moor said he was sailing with his wife because “if something happens to her I cannot imagine how I would live.” They had three boats.";
    expect(last(text)).toBe("Ivo Moor");
  });

  test("a source that recalls, with a verb of another's own", () => {
    const text =
      "Ivo Moor said the pier “would have no chance to last,” the source recalled, adding that Moor said of his boat: “I’m going to sell her. She’s going to have a new name.”";
    expect(last(text)).toBe("Ivo Moor");
  });

  test("an office behind words that a verb leads in", () => {
    const text =
      "Dora Venn sits on the council. A clerk who heard the call recalled that he said, “somebody ought to throw her into the harbor,” the prosecutor's office said.";
    expect(last(text)).toBeNull();
  });

  test("but what somebody expects others to say is not said by them", () => {
    expect(last("Mayor Ivo Moor said he expected that Oarlanders will say “no way, not here” to the pier.")).not.toBe(
      "that Oarlanders",
    );
  });
});

test("a credit without a name is what it says of somebody, or nobody", () => {
  const words =
    "Skippers love that “if it floats, it works” feeling:\n\n“What I really love about the boat is that if it floats it usually sails.”";
  expect(last(`${words} -- Senior software engineer working in harbor systems\n\nMore follows.`)).toBe(
    "Senior software engineer",
  );
  expect(last(`${words} -- Creator and keeper of harbor charts\n\nMore follows.`)).toBeNull();
  expect(last(`${words} -- Ada Moor, a pilot\n\nMore follows.`)).toBe("Ada Moor");
});

test("a quotation set large that repeats the article's own sentence is nobody's", () => {
  const own = "At over ten million tons a year, old rope is the fastest growing waste of the coast";
  const text = `“We mend every rope that comes in,” says Ivo Moor, the harbor's rope maker. ${own}.\n\n“${own}.”\n\nMoor sees every day how much is thrown away.`;
  expect(last(text)).toBeNull();
});

describe("names", () => {
  test("the train called after somebody is not who speaks", () => {
    const text =
      "Everybody is on the Moorly Train this week. To wit, Moorly told the Tidings that the old mayor “had a crazy plan for the pier which was foolish.”";
    expect(last(text)).toBe("Moorly");
  });

  test("a first name that is a word for a man as well, behind an office", () => {
    const text = "In a statement, Harbor League chief strategist Guy Moor said: “They are trying to close the pier.”";
    expect(last(text)).toBe("Guy Moor");
  });

  test("the paper that was told, before the one who tells it", () => {
    const text =
      "« Le nombre de bateaux a augmenté de moitié en une semaine », explique au Blick Claire Delvaux, pilote.";
    expect(last(text, "fr")).toBe("Claire Delvaux");
  });

  test("one of two of a name speaks before the pronoun", () => {
    const text =
      "Ada Moor, the daughter of Ivo Moor, won the vote. Ivo Moor sailed for years. Ivo Moor was mayor before. Rep. Clara Venn was not seeking a fifth term.\n\n“Now it is time to look forward to the sea,” Moor said in a statement.\n\n“No town has been hurt more by the harbor than ours has been,” she said.";
    expect(last(text)).not.toBe("Clara Venn");
  });
});
