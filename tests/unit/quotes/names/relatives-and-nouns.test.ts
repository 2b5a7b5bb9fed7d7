/** "Who said", "help explain", half a word: what stands where a speaker stands, and is none or somebody else. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const last = (text: string, language = "en"): string | null =>
  findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

const WORDS = "“the worst harbor on the whole coast”";

describe("“who” is whoever stands before it", () => {
  test.each([
    ["over a dash", `The heir Ivo Moor - who previously said he found Hale ${WORDS} - now lives there.`, "Ivo Moor"],
    ["over where somebody is from", `Help came to Sen. Ivo Moor of Hale, who said the town was ${WORDS}.`, "Ivo Moor"],
    [
      "over what somebody is",
      `She was backed by Sen. Ada Moor of Hale, the first pilot of the Coast Service, who said it was ${WORDS}.`,
      "Ada Moor",
    ],
    ["behind a preposition of the sentence", `The first vote came from Ada Moor, who called it ${WORDS}.`, "Ada Moor"],
    [
      "as a phrase only",
      `It is early to say how the town will take a candidate who has said of Hale that “you have to sell it all”.`,
      "a candidate",
    ],
  ])("%s", (_, text, name) => {
    expect(last(text)).toBe(name);
  });

  test("but nobody where two could be meant, and never a word", () => {
    expect(last(`The pier was sold by the brother of Ada Moor, who called it ${WORDS}.`)).toBeNull();
    expect(last(`The council hid the letters, whose release could cause ${WORDS}.`)).toBeNull();
    expect(last(`They live in the county of Varen Bay, which boasts that its people have ${WORDS}.`)).toBeNull();
  });
});

describe("a word that cannot speak is nobody", () => {
  test.each([
    ["a verb that helps", "In fact, that may help explain some of “the quiet in the old harbor towns.”"],
    ["a word cut at a damaged letter", `But at the time, as harbor clerk Marc TrÃ©vidic put it, ${WORDS} was there.`],
    ["a word that opens the sentence", `Based on the statement released by Hale Lines, the pier is ${WORDS}.`],
    ["a word that binds", `But while denouncing ${WORDS}, the council has no plan for it.`],
    ["an adjective", `Then came another, more thoughtful tweet about the boat, followed by one on ${WORDS}.`],
    ["a shortened verb", `A lot of people would’ve complained and been like, “I’m going to sail home again now.”`],
  ])("%s", (_, text) => {
    expect(last(text)).toBeNull();
  });

  test("a noun of no list speaks by a verb of speech or at the head of its sentence", () => {
    expect(last(`“It is the oldest shell of the bay,” the paleontologists said.`)).toBe("the paleontologists");
    expect(last(`Boats were late. The town released a statement saying the pier was ${WORDS}.`)).toBe("the town");
    expect(last(`“The gate should open by itself in summer,” according to the product description.`)).toBe(
      "the product description",
    );
  });

  test("nor does a semicolon make somebody who stands before it the one who speaks", () => {
    const text = `The town asked whether to ban Ivo Moor; one lawmaker called him ${WORDS}. Ivo Moor sailed on.`;
    expect(last(text)).toBe("one lawmaker");
  });
});
