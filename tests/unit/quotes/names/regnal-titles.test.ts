/** Somebody of whom the text gives a first name alone is called by it with the title: "Prince Ivar". */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const WORDS = "We waited twelve years for the pier, and Oxmoor will see it done";
const speakerOf = (text: string, language = "en") => findQuotes(text, { language })[0]?.speaker;

test("a prince is called a prince, by his first name or by a pronoun", () => {
  expect(speakerOf(`“${WORDS},” said Prince Ivar.`)).toMatchObject({ name: "Prince Ivar", role: null });
  expect(speakerOf(`Prince Ivar came to the pier on Monday.\n\n“${WORDS},” he said.`)).toMatchObject({
    name: "Prince Ivar",
  });
});

test("a title before a whole name is its role", () => {
  expect(speakerOf(`“${WORDS},” said Mayor Ivar Hale.`)).toMatchObject({ name: "Ivar Hale", role: "Mayor" });
});

test("an employer behind a capital role is told with it", () => {
  expect(speakerOf(`“${WORDS},” said Ivar Hale, Director, Oxmoor Harbor Works.\n\nHe spoke on Tuesday.`)).toMatchObject(
    {
      name: "Ivar Hale",
      role: "Director, Oxmoor Harbor Works",
    },
  );
});
