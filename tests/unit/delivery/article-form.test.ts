/** What is somebody's opinion is told as such, where its outlet files it so. */

import { describe, expect, test } from "vitest";
import { findAuthor, findForm } from "../../../src/delivery/article-form.ts";
import { toFacts } from "../../../src/messages/post-lines.ts";
import { buildPost } from "../../helpers/telegram/fakes.ts";

const at = (path: string, categories: readonly string[] = []) =>
  findForm({ url: `https://tidings.example${path}`, categories });

describe("where its outlet files it", () => {
  test.each([
    ["the address", "/opinion/2030/piers-are-good", [], "opinion"],
    ["an address in words", "/letters-to-the-editor/piers", [], "opinion"],
    ["an address in another language", "/meinung/der-steg", [], "opinion"],
    ["an address in other letters", "/%D0%BC%D0%BD%D0%B5%D0%BD%D0%B8%D1%8F/1", [], "opinion"],
    ["the section", "/2030/piers", ["Commentary"], "opinion"],
    ["a section within another", "/2030/piers", ["Voices/Opinion"], "opinion"],
    ["reviews", "/film/reviews/the-long-pier", [], "review"],
    ["satire", "/satire/reindeer-fined", [], "satire"],
    ["satire among opinions", "/opinion/satire/reindeer-fined", [], "satire"],
    ["humor", "/2030/piers", ["Humor"], "humor"],
    ["a press release by its folder", "/press-releases/2030/piers", [], "release"],
    ["a press release in another language", "/2030/piers", ["Pressemitteilung"], "release"],
    ["what was paid for", "/partner-content/piers-are-good", [], "paid"],
    ["what was paid for, by its section", "/2030/piers", ["Sponsored Content"], "paid"],
  ])("%s", (_, path, categories, form) => {
    expect(at(path, categories)).toBe(form);
  });

  test.each([
    ["news", "/world/2030/piers", ["World"]],
    ["a headline with the word", "/news/opinion-polls-on-the-pier", ["Politics"]],
    ["the article's own name", "/news/opinion", []],
    ["a word far behind the section", "/2030/piers", ["Politics", "Piers", "Ferries", "Varen", "Opinion"]],
    ["news about satire", "/2030/piers", ["Courts", "Satire"]],
    ["a film that is a parody", "/2030/piers", ["Film", "Parody"]],
    ["no address", "nowhere", []],
  ])("nothing is said of %s", (_, path, categories) => {
    expect(at(path, categories)).toBe(null);
  });
});

describe("whose it is", () => {
  test.each([
    ["Ada Moor", "Ada Moor"],
    ["Ada Moor and Joris Venn", "Ada Moor and Joris Venn"],
    ["Ada Moor ⋅ Review Editor ⋅", null],
    ["The Tidings", null],
    [null, null],
  ])("%s", (byline, author) => {
    expect(findAuthor({ byline, outlet: "The Tidings" })).toBe(author);
  });
});

describe("in a post", () => {
  test.each([
    [{ form: "opinion", author: "Ada Moor" }, "opinion by Ada Moor"],
    [{ form: "opinion" }, "opinion"],
    [{ form: "satire", author: "Corry Spondent" }, "satire"],
    [{ form: "release", author: "Ada Moor" }, "press release"],
    [{ form: "paid", language: "de" }, "bezahlter Inhalt"],
    [{ form: "review", author: "Ada Moor", language: "de" }, "Kritik von Ada Moor"],
    [{ form: "review", language: "fr" }, "critique"],
  ] as const)("%o", (facts, said) => {
    expect(toFacts({ ...buildPost(), ...facts })).toContain(said);
  });

  test("news has no such fact", () => {
    expect(toFacts({ ...buildPost(), languageShown: null, isUpdated: false })).toEqual([]);
  });
});
