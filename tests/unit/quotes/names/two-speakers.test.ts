import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakersOf = (text: string, language: string) =>
  findQuotes(text, { language }).map((quote) => quote.speaker?.name ?? null);

test.each([
  ["de", "„Wir werden heute nicht nach Hause gehen“, sagten Ada Moor und Joris Venn."],
  ["de", "Ada Moor und Joris Venn sagten: „Wir werden heute nicht nach Hause gehen.“"],
  ["es", "“No vamos a volver a casa hoy”, dijeron Ada Moor y Joris Venn."],
  ["es", "Ada Moor y Joris Venn dijeron: “No vamos a volver a casa hoy”."],
  ["pt", "“Não vamos voltar para casa hoje”, disseram Ada Moor e Joris Venn."],
  ["fr", "« Nous ne rentrerons pas à la maison », ont dit Ada Moor et Joris Venn."],
  ["it", "«Non torneremo a casa oggi», hanno detto Ada Moor e Joris Venn."],
  ["nl", "Ada Moor en Joris Venn zeiden: “We gaan vandaag niet naar huis.”"],
  ["pl", "„Nie wrócimy dzisiaj do domu”, powiedzieli Ada Moor i Joris Venn."],
  ["ru", "«Мы сегодня не вернёмся домой», — сказали Ада Моор и Йорис Венн."],
  ["uk", "Ада Моор та Йоріс Венн сказали: «Ми сьогодні не повернемося додому»."],
  ["sv", "”Vi går inte hem i dag”, sade Ada Moor och Joris Venn."],
  ["nb", "«Vi går ikke hjem i dag», sa Ada Moor og Joris Venn."],
  ["da", "»Vi går ikke hjem i dag«, sagde Ada Moor og Joris Venn."],
  ["fi", "”Emme mene tänään kotiin”, sanoivat Ada Moor ja Joris Venn."],
  ["tr", "“Bugün eve gitmeyeceğiz” dedi Ada Moor ve Joris Venn."],
])("two who speak together are both named (%s): %s", (language, text) => {
  const [name] = speakersOf(text, language);
  expect(name).toMatch(/^\S+ \S+ \S+ \S+ \S+$/);
  expect(text).toContain(name);
});

test.each([
  ["de", "„Wir gehen heute nicht“, sagte Ada Moor, und Joris Venn nickte.", "Ada Moor"],
  ["es", "“No vamos a volver a casa hoy”, dijo Ada Moor y se fue.", "Ada Moor"],
  ["fr", "« Nous ne rentrerons pas », a dit Ada Moor, et Joris Venn a souri.", "Ada Moor"],
])("one who only stands beside is no second speaker (%s)", (language, text, name) => {
  expect(speakersOf(text, language)).toEqual([name]);
});
