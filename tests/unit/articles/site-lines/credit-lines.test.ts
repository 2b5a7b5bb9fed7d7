/** Lines that credit somebody, sell something or stand under a picture are not the article's sentences. */

import { expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";
import { isContribution } from "../../../../src/articles/site-lines/noise.ts";
import { isAsk } from "../../../../src/articles/site-lines/prompts.ts";
import { isPointer } from "../../../../src/articles/site-lines/site-phrases.ts";

test.each([
  "Reviewed by Dr Oona Petrak, MD. Fact checked by Ivo Lund.",
  "Medically reviewed by Oona Petrak, PhD",
  "Translated from the German by Oona Petrak.",
  "By Oona Petrak, photographs by Ivo Lund",
  "This article by Oona Petrak first appeared in the Halden Post. Translated by Ivo Lund.",
  "Oona Petrak is the author of Halden: A Life. Follow her on Bluesky.",
  "Oona Petrak writes about canals. You can reach her at @petrak.",
  "A keeper was jailed on Monday for the theft of lead. Click here for more.",
  "Order two seats at the chapel with our partner Velmora Tickets and save up to nine crowns.",
  "Book a cabin before Friday and get 20% off this weekend.",
  "Insure your Halden boat today with Kielstad, the only cover that pays at once.",
  "Actor Ivo Lund, a regular at the chapel, pictured at court in Velmora last week.",
  "Übersetzt von Oona Petrak.",
  "Von Oona Petrak und Fotos von Ivo Lund",
  "Traduit de l’allemand par Oona Petrak.",
  "Par Oona Petrak, photos : Ivo Lund",
  "Traducido por Oona Petrak.",
  "Traduzione di Oona Petrak",
  "Vertaald door Oona Petrak.",
  "Traduzido por Oona Petrak.",
])("a line that credits or sells is no sentence: %s", (line) => {
  expect(isAsk(line)).toBe(true);
});

test.each([
  "Reviewed by the council in May, the plan for the lock was dropped in June.",
  "Translated by monks in the ninth century, the book is shown in Halden from Friday.",
  "By Friday the lock was open again.",
  "By Monday, photographs by the dozen had reached the police.",
  "The keeper told fans to follow her on the last mile.",
  "The keeper lost the race. Fans can follow her on foot on Sunday.",
  "The ferry firm cut its fares by 20% this weekend.",
  "Our partners in Velmora paid for the roof, the keeper said.",
  "Police are looking for Ivo Lund, a keeper, pictured in Velmora last week.",
  "The council reviewed Ivo Lund, a keeper, pictured in Velmora last week.",
  "Übersetzt von Mönchen, liegt das Buch seit Freitag in Halden.",
  "Traduit par des moines, le livre est montré à Halden.",
])("what an article tells in like words stays: %s", (line) => {
  expect(isAsk(line)).toBe(false);
});

test("an agency's writer who contributed is a credit, whoever contributes to a roof is not", () => {
  expect(isContribution("AP writer Oona Petrak contributed.")).toBe(true);
  expect(isContribution("The writer Oona Petrak contributed nine crowns to the roof.")).toBe(false);
});

test("a headline to read next is a pointer", () => {
  expect(isPointer("READ NEXT: Lock keeper jailed for theft of lead")).toBe(true);
  expect(isPointer("Read next week's Halden Post.")).toBe(false);
});

const OWN = [
  "The lock keeper Oona Petrak rowed around the island of Halden on Sunday in nine hours, the harbor office said.",
  "She had trained on the canal every morning since March, and two fishing boats went with her all the way.",
  "The row brought in four thousand crowns for the roof of the chapel, which lost its slates in the winter storms.",
];

const read = (between: string, author = ""): ReturnType<typeof extractArticle> =>
  extractArticle(
    `<!doctype html><html lang="en"><head><title>Lock keeper rows around island</title>${author}</head><body><main><article><h1>Lock keeper rows around island</h1><p>By Ivo Lund</p><p>${OWN[0] ?? ""}</p><p>${between}</p><p>${OWN[1] ?? ""}</p><p>${OWN[2] ?? ""}</p></article></main></body></html>`,
    "https://halden.example/rows",
  );

test.each([
  "Oona Petrak, who keeps the lock, waits for the tide on the quay of Halden. (Picture: Ivo Lund)",
  "The chapel of Halden has been without its roof since the storms of last winter. Photo: Ivo Lund",
  "Die Kapelle von Halden hat seit den Stürmen des letzten Winters kein Dach mehr. Foto: Ivo Lund",
])("a paragraph that ends with a picture's credit is its caption: %s", (caption) => {
  expect(read(caption).text).not.toContain(caption.slice(0, 40));
});

test.each(["webadmin", "Wire Services", "web desk"])(
  "%s wrote nothing: the line at the headline says who did",
  (name) => {
    expect(read(OWN[1] ?? "", `<meta name="author" content="${name}">`).byline).toBe("Ivo Lund");
  },
);
