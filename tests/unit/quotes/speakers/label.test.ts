import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string): readonly (string | null)[] =>
  findQuotes(text, { language: "en" }).map(({ speaker }) => speaker?.name ?? null);

test.each(["Towel", "Pro Tip", "Price", "Best Hammock Overall"])(
  "the label “%s:” of a paragraph is nobody",
  (label) => {
    const text = `A week on the islands of Vessland needs little.\n\n${label}: “Most inns give you one that is as small as a handkerchief, so bring your own.”\n\nNothing else is needed.`;
    expect(speakersOf(text)).toEqual([null]);
  },
);

test.each(["I’ve finally put together this post", "I'm sure of one thing", "We’ve said it before"])(
  "in “%s: …” no one is called so",
  (lead) => {
    const text = `Some notes on the islands of Vessland.\n\n${lead}: “The boats will leave on time and nobody will wait for you at the pier.”`;
    expect(speakersOf(text)).not.toContain(lead.split(" ")[0]);
  },
);

test("whoever has a name, an office or words elsewhere speaks before a colon", () => {
  const end = "“The boats will leave on time and nobody will wait at the pier.”";
  expect(speakersOf(`The harbor of Quorrick opens.\n\nAnna Orvane: ${end}`)).toEqual(["Anna Orvane"]);
  expect(speakersOf(`Mayor Ida Brandt spoke in Quorrick, and Brandt said more.\n\nBrandt: ${end}`)).toEqual([
    "Ida Brandt",
  ]);
});

test("a transcript's names in capitals speak, known from elsewhere or not", () => {
  const text = `The whole talk follows.\n\nVORLE: “Why does the ferry not sail in the winter at all?”\n\nBRANDT: “It has no engine that bears the cold of the strait.”\n\nVORLE: “And when will it have one, in the spring perhaps?”\n\nBRANDT: “Nobody at the yard has told us of any spring.”`;
  expect(speakersOf(text).map((name) => name?.toLowerCase())).toEqual(["vorle", "brandt", "vorle", "brandt"]);
});

test.each(["Permits and inspections", "Unexpected structural issues", "10. Electrical, plumbing and “rough-in” work"])(
  "the heading “%s” above a quotation is nobody",
  (heading) => {
    const text = `Mending a house in Vessland takes time.\n\n${heading}\n\n“As work kicks off, you might uncover rot in the walls, and then all of it will wait for months.”\n\nPlan for it.`;
    expect(speakersOf(text).filter((name) => name !== null)).toEqual([]);
  },
);
