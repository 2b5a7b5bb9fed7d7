/** What a part in a film, a play or a book says was said by nobody. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const speakers = (text: string) => findQuotes(text, { language: "en" }).map((quote) => quote.speaker?.name ?? null);

describe("the words of a character are no quote", () => {
  test.each([
    "Ada Moor stars as Minister of Power Ngozi Lamp.\n\n“There is light in my office now,” said Minister Ngozi Lamp.",
    "“We have flour for nine days,” General Hale said.\n\nHale is played by retired trucker Bud Moy.",
    "Its heroine, weaver Annie Clegg, leads a strike.\n\n“We will sit till the looms rust,” Clegg tells the owner.",
    "Villain Kalindi Sethi was last seen in a well.\n\n“I have come back for my necklace,” said Kalindi Sethi.",
    "It ran for a year.\n\n“I only walk sideways for the poor,” said Mayor Moor in the cartoon.",
  ])("%s", (text) => {
    expect(speakers(text)).toEqual([]);
  });
});

describe("whoever plays, wrote or met one speaks", () => {
  test.each([
    ["Ada Moor stars as Minister Ngozi Lamp.\n\n“I loved every line of this part,” Moor said.", "Ada Moor"],
    ["The heroine of a novel by Ada Moor rows.\n\n“I wanted her to be like me,” Moor said.", "Ada Moor"],
    ["Like her heroine, Ada Moor rows.\n\n“I wanted her to be like me,” Moor said.", "Ada Moor"],
    ["Ada Moor plays champion Bo Hale on Friday.\n\n“She is the best I ever met,” Hale said.", "Bo Hale"],
    ["The music was played by Bo Hale.\n\n“It is the best I ever heard,” Hale said.", "Bo Hale"],
    ["Critics made Moor the villain. Bo Hale disagrees.\n\n“She is the best I ever met,” Hale said.", "Bo Hale"],
  ])("%s", (text, name) => {
    expect(speakers(text)).toEqual([name]);
  });
});
