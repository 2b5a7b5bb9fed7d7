/** "He added" right behind the words of somebody who has no name is that one, never whoever was named further up. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.name ?? null;

const ADDED = "“You will go to prison for nine years,” he added.";

describe("who said the words right before goes on", () => {
  test.each([
    [
      "a judge who was told of",
      "The judge told the banker Ivo Moor on Tuesday that he was a thief.",
      "the judge said",
      "the judge",
    ],
    ["a noun of no list", "The Earl of Varen caught poacher Ivo Moor on Sunday.", "the earl said", "the earl"],
    ["behind the verb", "Mayor Ivo Moor opened the pier on Tuesday.", "said the bishop", "the bishop"],
  ])("%s", (_, opening, tag, name) => {
    expect(last(`${opening}\n\n“Ivo Moor robbed the widows of Varen,” ${tag}. ${ADDED}`)).toBe(name);
  });

  test("nobody, where it is somebody by a title with a capital alone", () => {
    const text = "The Duke of Carrow opened the fair on Saturday with the singer Ivo Moor.";
    expect(last(`${text}\n\n“I have a palace and no plumber,” the Duke said. ${ADDED}`)).toBeNull();
  });

  test("but not a woman, nor where somebody named spoke", () => {
    const text = "Mayor Ivo Moor opened the pier on Tuesday.";
    expect(last(`${text}\n\n“It took us nine years and it leaks,” the chairwoman said. ${ADDED}`)).toBe("Ivo Moor");
    expect(last(`${text}\n\n“It took us nine years and it leaks,” the mayor said. ${ADDED}`)).toBe("Ivo Moor");
  });
});
