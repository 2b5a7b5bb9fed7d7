/** Names with small words in front or several of them, names that are words, and who is named in what "he" says. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakerOf = (text: string, language = "en") => findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

describe("a name keeps its small words", () => {
  test("several in a row", () => {
    const text = "“They were the only two books I wished were longer,” said the poet Ilse von und zu Tamm.";
    expect(speakerOf(text)).toBe("Ilse von und zu Tamm");
  });

  test("in small letters at the head of a last name", () => {
    const text = "Inés de la Cruz Moor won on Tuesday.\n\n“The sea here smells like the sea at home,” de la Cruz said.";
    expect(speakerOf(text)).toBe("de la Cruz");
  });

  test("and is completed by its full name", () => {
    const text =
      "The novelist Inés de la Cruz won on Tuesday.\n\n“The sea here smells like the sea at home,” de la Cruz said.";
    expect(speakerOf(text)).toBe("Inés de la Cruz");
  });
});

test("a first name that is a word for a source elsewhere", () => {
  const text = "Museum head Per Sund opened the hall.\n\n“The museum is a better home than my attic,” said Sund.";
  expect(speakerOf(text)).toBe("Per Sund");
});

describe("who is named in the words", () => {
  test("is not the “he” who says them", () => {
    const text = "Karl Venn was charged on Tuesday.\n\n“Karl could not light a candle, let alone a pier,” he said.";
    expect(speakerOf(text)).toBeNull();
  });

  test.each([
    ["“My name is Karl and I light candles for a living,” he said."],
    ["“Venn Lines lights candles for a living, and always has,” he said."],
    ["“There is much love between Karl and his boat in the film,” he said."],
  ])("or else may be: %s", (text) => {
    expect(speakerOf(`Karl Venn spoke on Tuesday.\n\n${text}`)).toBe("Karl Venn");
  });
});
