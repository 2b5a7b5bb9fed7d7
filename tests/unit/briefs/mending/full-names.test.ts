/** Names filled in for surnames and pronouns: the whole name of somebody the article leaves no doubt about, or nothing. */

import { describe, expect, test } from "vitest";
import {
  findDoubtfulNames,
  findNameEdits,
  findPronounEdit,
  readNames,
} from "../../../../src/briefs/mending/full-names.ts";
import { toSentence } from "../../../../src/briefs/mending/trim.ts";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const quotesOf = (text: string) => findQuotes(text, { language: "en", title: "" });

/** A sentence of the article as it is shown when nothing was shown before. */
function mend(article: string, sentence: string): string {
  const start = article.indexOf(sentence);
  const span = { start, end: start + sentence.length };
  return toSentence(article, span, findNameEdits(article, span, readNames(article, quotesOf(article), "en"), "")).text;
}

test("a second of one title is not somebody else of the surname", () => {
  const text = "Clara Brannock runs for mayor.";
  const titled = "Mayors Orin and Brannock said so.";
  expect(mend(`${text} ${titled}`, titled)).toBe(titled);
  const untitled = "James Orin and Brannock said so.";
  expect(mend(`${text} ${untitled}`, untitled)).toBe("James Orin and Clara Brannock said so.");
});

describe("a surname that stands alone first stays as printed, since the full name further down may be another's", () => {
  test.each([
    ["a wife's", "Brannock will skip it, his office said.", "His wife, Clara Brannock, will go."],
    ["a dead man's", "Brannock was charged with killing his brother.", "Peter Brannock, 44, was found dead."],
    ["one of no relation", "Brannock will retire, she said.", "Her clerk, Peter Brannock, no relation, wrote it down."],
    ["of a word", "Frost killed half of the vines.", "Grower Peter Frost lost 40 acres."],
    ["of a firm", "Tolver recalled 40,000 cars.", "Engineer Clara Tolver found the fault."],
    ["a storm's", "Maris made landfall with rain.", "Clara Maris said it was a warning."],
  ])("%s", (_name, sentence, behind) => {
    expect(mend(`${sentence} ${behind}`, sentence)).toBe(sentence);
    expect(findDoubtfulNames(sentence, readNames(`${sentence} ${behind}`, [], "en"))).toEqual([]);
  });

  test("unless the title has it, or a family was meant", () => {
    const [sentence, behind] = ["Brannock said no.", "Clara Brannock voted."];
    const read = (text: string, title: string) => readNames(text, [], "en", title).people.byLast.has("Brannock");
    expect(read(`${sentence} ${behind}`, "Clara Brannock votes")).toBe(true);
    expect(read(`${sentence} ${behind}`, "Brannock votes")).toBe(false);
    expect(read(`The Brannock brothers row. ${behind} ${sentence}`, "")).toBe(true);
  });
});

describe("a surname gets its whole name", () => {
  test.each([
    [
      "of three words",
      "Jon Paul Mordale saw the race.",
      "Mordale said it was short.",
      "Jon Paul Mordale said it was short.",
    ],
    [
      "with two surnames",
      "Ellen Weston Chane runs the inn.",
      "While Weston Chane spoke, it rained.",
      "While Ellen Weston Chane spoke, it rained.",
    ],
    [
      "with two surnames, the last alone",
      "Ellen Weston Chane runs the inn.",
      "Chane said so.",
      "Ellen Weston Chane said so.",
    ],
    [
      "behind a word of address",
      "Clara Brannock spoke.",
      "On Friday Ms. Brannock left.",
      "On Friday Clara Brannock left.",
    ],
    [
      "behind an office with its place",
      "The crowd met Varen Harbor Chair Clara Brannock at noon.",
      "Brannock said so.",
      "Clara Brannock said so.",
    ],
    [
      "whose first name nobody lists, behind what he is",
      "The clerk heard it from the analyst Ylvo Pellick.",
      "Pellick said so.",
      "Ylvo Pellick said so.",
    ],
    [
      "behind letters for what he does",
      "Rovers DL Clara Brannock left at noon.",
      "Brannock said so.",
      "Clara Brannock said so.",
    ],
    [
      "whose first name nobody lists, in a list of people",
      "The founders Peter Hale, Ylvo Pellick and Maria Vale met.",
      "Pellick said so.",
      "Ylvo Pellick said so.",
    ],
    [
      "whose first name women and men bear",
      "The journal is by Chris Brannock of Varen.",
      "Brannock’s letters are for sailors.",
      "Chris Brannock’s letters are for sailors.",
    ],
    [
      "of one of a family who speaks",
      "The Pellick brothers own it. “We ran,” said Jonas Pellick.",
      "Pellick said it was wet.",
      "Jonas Pellick said it was wet.",
    ],
  ])("%s", (_name, before, sentence, shown) => {
    expect(mend(`${before} ${sentence}`, sentence)).toBe(shown);
  });
});

describe("a word stays as it is", () => {
  test.each([
    [
      "a word that opened a sentence is no first name",
      "Across Pellar, shops closed. Pellar has a mayor.",
      "Pellar has a mayor.",
    ],
    [
      "a word of a name of a thing",
      "They keep Little Emberfest. Emberfest was begun in 1923.",
      "Emberfest was begun in 1923.",
    ],
    ["the police", "State Police said so. Police in Dunvale were sent.", "Police in Dunvale were sent."],
    ["a brother has the surname too", "Mara Hale and her brother Tom Hale ran. Hale said so.", "Hale said so."],
    [
      "two names at the end of a list are no proof",
      "Peter Hale and Ylvo Pellick met. Pellick said so.",
      "Pellick said so.",
    ],
    ["a couple has it", "Bo and Mara Hale ran. Hale said so.", "Hale said so."],
    ["a firm has it", "Marla Fenwick paid. Fenwick Malt was first. Fenwick said so.", "Fenwick said so."],
    ["it is a town", "Clara Boston spoke. Boston has said no.", "Boston has said no."],
    ["it is a word of the article", "Clara Rivers spoke. The rivers rose. Rivers has said no.", "Rivers has said no."],
    ["a man's title before a woman's name", "Dora Valen spoke. Mr. Valen has said no.", "Mr. Valen has said no."],
    [
      "an office that another may hold",
      "The school is named for Dora Valen. President Valen has said no.",
      "President Valen has said no.",
    ],
    ["a word that goes with others", "Dora Valen spoke. Valen supporters cheered.", "Valen supporters cheered."],
  ])("%s", (_name, article, sentence) => {
    expect(mend(article, sentence)).toBe(sentence);
  });
});

describe("a pronoun", () => {
  function resolve(article: string, sentence: string): string | null {
    const start = article.indexOf(sentence);
    const names = readNames(article, quotesOf(article), "en");
    const span = { start, end: start + sentence.length };
    return findPronounEdit(article, span, quotesOf(article), names, true)?.text ?? null;
  }
  const SAID = "“We will mend the pier at once,” she said.";

  test("gets the name of the only woman before it", () => {
    expect(resolve(`Maria Vale spoke on Friday. ${SAID}`, SAID)).toBe("Maria Vale");
  });
  test.each([
    ["an unnamed woman stands between", `Maria Vale spoke on Friday. A neighbor came by. ${SAID}`],
    ["another woman was named", `Clara Brannock ran. Maria Vale spoke on Friday. ${SAID}`],
    ["the name is a man's", `Peter Vale spoke on Friday. ${SAID}`],
    ["the name is a site's", `Glow.example spoke on Friday. ${SAID}`],
  ])("stays when %s", (_name, article) => {
    expect(resolve(article, SAID)).toBeNull();
  });
});

describe("a name that a stranger may not know", () => {
  const doubtful = (article: string, shown: string) => findDoubtfulNames(shown, readNames(article, [], "en"));

  test("is one whose full name cannot be put in", () => {
    const article = "Clara Boston of the Rovers spoke. Boston said it was wet.";
    expect(doubtful(article, "Boston said it was wet.")).toEqual(["Boston"]);
    expect(doubtful(article, "Clara Boston said it was wet.")).toEqual([]);
  });

  test("is a surname shown otherwise than the article first has it", () => {
    const article = "Harbor Master Brell closed the lock. Later Brell said it was old.";
    expect(doubtful(article, "In the lock Brell saw a crack.")).toEqual(["Brell"]);
  });

  test.each([
    ["a day", "The count ended late Friday. The harbor office said Friday that it was right.", "It ended on Friday."],
    [
      "what people are called by",
      "For Maren Holt and her son it was a long day. For Maren said so. When Maren said it, all wept.",
      "In the boat Maren slept.",
    ],
    [
      "a word behind a small one",
      "In Dunvale said the wind was high. From Dunvale said the board, it fell.",
      "By night Dunvale slept.",
    ],
  ])("is not %s", (_title, article, shown) => {
    expect(doubtful(article, shown)).toEqual([]);
  });
});

describe("a surname gets its whole name beside what somebody does", () => {
  test.each([
    ["now", "If Brannock wins the race, the pier stays.", "If Clara Brannock wins the race, the pier stays."],
    ["at a time", "Brannock earlier Thursday said so.", "Clara Brannock earlier Thursday said so."],
    ["in numbers", "Orin needs 50 votes, Brannock 59 of them.", "Orin needs 50 votes, Clara Brannock 59 of them."],
    // What is called after somebody is not somebody.
    ["but not as a word's", "The Brannock campaign stays.", "The Brannock campaign stays."],
  ])("%s", (_, sentence, mended) => {
    expect(mend(`Clara Brannock runs for mayor. ${sentence}`, sentence)).toBe(mended);
  });
});

describe("a courtesy gives way to a first name whose gender only some countries are sure of", () => {
  test.each([
    ["a man's", "Ben", "Ben Domeshak said so."],
    ["not to a woman's", "Dora", "Mr. Domeshak said so."],
    ["not to one that men and women have", "Robin", "Mr. Domeshak said so."],
  ])("%s", (_, first, mended) => {
    const sentence = "Mr. Domeshak said so.";
    expect(mend(`“It is short,” said ${first} Domeshak, a publisher. ${sentence}`, sentence)).toBe(mended);
  });
});

describe("a surname in any place of its sentence gets its whole name", () => {
  test.each([
    ["that owns what ends it", "The list is as long as Brannock’s.", "The list is as long as Clara Brannock’s."],
    ["that owns an object", "He left over Brannock's vote.", "He left over Clara Brannock's vote."],
    ["as an object", "They took Brannock on a tour.", "They took Clara Brannock on a tour."],
    [
      "behind a verb, with a purpose",
      "They want to unseat Brannock as mayor.",
      "They want to unseat Clara Brannock as mayor.",
    ],
    [
      "with an adverb behind it",
      "It shows that Brannock actually left.",
      "It shows that Clara Brannock actually left.",
    ],
    ["behind a dash in two signs", "It was late -- Brannock won.", "It was late -- Clara Brannock won."],
    ["with a courtesy, whatever is behind", "He urged Ms. Brannock to row.", "He urged Clara Brannock to row."],
  ])("%s", (_, sentence, expected) => {
    expect(mend(`Clara Brannock runs for mayor. ${sentence}`, sentence)).toBe(expected);
  });

  test.each([
    ["behind an article", "It is the Brannock years that hurt.", "Clara Brannock"],
    ["of a family", "It takes a Brannock.", "Clara Brannock"],
    ["of what is bought", "They bought Brannock in May.", "Clara Brannock"],
    ["before another noun", "They met Brannock supporters.", "Clara Brannock"],
    ["joined by a line", "They want a Vale/Brannock ticket.", "Clara Brannock"],
    ["behind a small word of names", "They met van Brannock.", "Clara Brannock"],
    ["where she ate", "They ate at Brannock's.", "Clara Brannock"],
    ["of two with courtesies", "They met Mr. and Mrs. Brannock.", "Clara Brannock"],
    ["where a sentence only opens like a name", "They met Brannock.", "Given Brannock"],
  ])("but not %s", (_, sentence, name) => {
    expect(mend(`${name} runs for mayor. ${sentence}`, sentence)).toBe(sentence);
  });

  test("and never a place of two words", () => {
    const sentence = "She walks into an empty Los Angeles.";
    expect(mend(`Sunny Los Angeles is quiet. ${sentence}`, sentence)).toBe(sentence);
  });

  test("and never what somebody has", () => {
    const sentence = "The mayor met Dock.";
    expect(mend(`Clara Brannock’s Dock burned. ${sentence}`, sentence)).toBe(sentence);
  });
});
