/** What is wrong in a room's file is told in a sentence that names the file. */

import { expect, test } from "vitest";
import { parseRoomFile } from "../../../../src/languages/shared/room-file.ts";
import { wordsSchema } from "../../../../src/languages/shared/words-file.ts";

const read = (text: string) => parseRoomFile("src/languages/hu/words.json", text, wordsSchema);

test.each([
  ["an unknown list", '{ "about": "", "cuenouns": [] }', "no list is called “cuenouns”"],
  ["unknown lists", '{ "about": "", "cuenouns": [], "roels": [] }', "no lists are called “cuenouns”, “roels”"],
  ["one inside another", '{ "about": "", "unsaid": { "nobodies": [] } }', "no list is called “unsaid.nobodies”"],
  ["a list left out that must be there", "{}", "about: Invalid input: expected string, received undefined"],
  [
    "a word with a capital",
    '{ "about": "", "reporting": { "mond": ["Mondta"] } }',
    'reporting.mond.0: "Mondta" has a capital; words are in lower case',
  ],
  [
    "a verb with a capital",
    '{ "about": "", "reporting": { "Mond": [] } }',
    'reporting.Mond: "Mond" has a capital; words are in lower case',
  ],
  [
    "a pronoun with a capital",
    '{ "about": "", "pronouns": { "Ő": "person" } }',
    'pronouns.Ő: "Ő" has a capital; words are in lower case',
  ],
])("%s", (_, text, problem) => {
  expect(() => read(text)).toThrow(new Error(`src/languages/hu/words.json: ${problem}`));
});

test("what is no JSON", () => {
  expect(() => read('{ "about": "", }')).toThrow(/^src\/languages\/hu\/words\.json: .*JSON/);
});

test("words in lower case, of scripts without capitals, too", () => {
  const text = '{ "about": "", "reporting": { "mond": ["mondta"], "قال": ["قالت"] }, "roles": ["közgazdász"] }';
  expect(read(text).reporting).toEqual({ mond: ["mondta"], قال: ["قالت"] });
});
