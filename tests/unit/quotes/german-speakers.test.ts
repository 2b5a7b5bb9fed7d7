/** German speakers: whom the clause of a quotation names, or nobody. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string): readonly (string | null)[] =>
  findQuotes(text, { language: "de" }).map((quote) => quote.speaker?.name ?? null);

test.each([
  "„Hier endet der Steg, und niemand weiß warum.“ Die Tafel steht seit Mai am Ufer.",
  "Viele Leute sind traurig. „Das war der schönste Weg ans Wasser.“ Ab Montag fährt ein Bus.",
])("a quotation that no clause leads to has no speaker: %s", (text) => {
  expect(speakersOf(text)).toEqual([null]);
});

test.each([
  ["Der Varener Zeitung sagte Ivar Hale: „Wir bauen den Steg noch in diesem Jahr.“", "Ivar Hale"],
  ["Der Hafenbote zitiert dazu Ada Moor mit den Worten: „Wir bauen den Steg noch in diesem Jahr.“", "Ada Moor"],
  ["„Wir bauen den Steg noch in diesem Jahr“, so der Hafenmeister und Projektleiter Ivar Hale.", "Ivar Hale"],
  [
    "Der Präsident des Verbands der Werften (VdW), Ivar Hale, sagte dazu: „Wir bauen den Steg noch in diesem Jahr.“",
    "Ivar Hale",
  ],
  [
    "Der Rat wählte Ada Moor zur Vorsitzenden. Moor lobte den Hafen. Zugleich warnte sie: „Der Steg ist sehr alt.“",
    "Ada Moor",
  ],
  ["Nach Angaben der Polizei war das Boot „in keiner Weise beschädigt oder verändert“.", "Polizei"],
])("whoever speaks in the clause is named: %s", (text, speaker) => {
  expect(speakersOf(text)).toEqual([speaker]);
});

test("half a word is nobody: „die Hafen- und Fischereiministerin“", () => {
  const text = "„Wir bauen den Steg noch in diesem Jahr“, so die Hafen- und Fischereiministerin.";
  expect(speakersOf(text)).not.toContain("die Hafen");
});

test("Swiss chevrons point outward", () => {
  const text =
    "«Wir bauen den Steg noch in diesem Jahr», sagte Ada Moor. Ivar Hale fragte: «Wer soll das denn alles bezahlen?»";
  expect(findQuotes(text, { language: "de" }).map(({ text: words, speaker }) => [words, speaker?.name])).toEqual([
    ["Wir bauen den Steg noch in diesem Jahr", "Ada Moor"],
    ["Wer soll das denn alles bezahlen?", "Ivar Hale"],
  ]);
});

test("„hieß es“ tells nobody", () => {
  const text = "Der Sprecher der Stadt, Ivar Hale, schwieg dazu. „Kein Kommentar zu laufenden Verfahren“, hieß es.";
  expect(speakersOf(text)).not.toContain("Ivar Hale");
});

test.each([
  ["teilte das nordische Außenministerium mit", "das nordische Außenministerium"],
  ["teilte die örtliche Polizei mit", "die örtliche Polizei"],
  ["teilte die Polizei mit", "Polizei"],
  ["teilte das Außenministerium mit", "Außenministerium"],
])("an adjective's weak ending keeps its article: „%s“", (credit, speaker) => {
  expect(speakersOf(`„Wir bauen den Steg noch in diesem Jahr“, ${credit}.`)).toEqual([speaker]);
});
