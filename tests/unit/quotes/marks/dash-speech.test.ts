/** Speech behind a dash: what it takes in, what it leaves alone, and that it never holds prose. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const read = (text: string, language = "nb") =>
  findQuotes(text, { language }).map(({ text: words, speaker }) => [words, speaker?.name ?? null]);

test("words between a dash and their speaker", () => {
  expect(read("Broen åpner i vinter.\n\n– Vi åpner broen før vinterens første storm, sier Ada Moor.")).toEqual([
    ["Vi åpner broen før vinterens første storm", "Ada Moor"],
  ]);
});

test("words that go on behind another dash are the same speaker's", () => {
  const text =
    "– Vi åpner broen før vinterens første storm, sier Ada Moor. – Ingen skal lenger vente på fergen i Varen.";
  expect(read(text)).toEqual([
    ["Vi åpner broen før vinterens første storm", "Ada Moor"],
    ["Ingen skal lenger vente på fergen i Varen.", "Ada Moor"],
  ]);
});

test("a question keeps its sign", () => {
  expect(read("- Hvorfor skal vi vente på fergen hele vinteren? spør Ada Moor.")[0]?.[0]).toBe(
    "Hvorfor skal vi vente på fergen hele vinteren?",
  );
});

test("what nobody is said to say is left alone: a dash opens the lines of a list too", () => {
  expect(read("- Brød og melk til hele uken\n- Ost, smør og to poser med kaffe")).toEqual([]);
});

test("a verb of the speaker's own words ends nothing", () => {
  expect(read("– Broen er viktig, sier jeg ofte, og den må åpnes nå.")).toEqual([]);
});

test("prose between two speeches whose line ends are lost is no speech", () => {
  expect(read("– Nå er det nok. Havnen ligger stille om vinteren. – Vi åpner broen snart, sier Ada Moor.")).toEqual([]);
});

test.each([
  [
    "es",
    "—No vamos a cerrar el puerto este año —dijo Ada Moor, la alcaldesa.\n\n—Tenemos barcos para todos —añadió Moor.",
  ],
  [
    "pt",
    "— Não vamos fechar o porto este ano — disse Ada Moor, prefeita.\n\n— Temos barcos para todos — acrescentou Moor.",
  ],
])("in %s another dash parts the words from who says them", (language, text) => {
  const found = read(text, language);
  expect(found.map(([, speaker]) => speaker)).toEqual(["Ada Moor", "Ada Moor"]);
  expect(found[0]?.[0]).toMatch(/^(?:No vamos a cerrar el puerto|Não vamos fechar o porto) este ano?|año$/);
});

test("behind a closing dash the speech goes on", () => {
  const text = "—No vamos a cerrar el puerto este año —dijo Ada Moor—. Tenemos barcos para todos los vecinos.";
  expect(read(text, "es").map(([words]) => words)).toEqual([
    "No vamos a cerrar el puerto este año",
    "Tenemos barcos para todos los vecinos.",
  ]);
});

test("a list of things in Spanish is no speech", () => {
  expect(read("— Pan y leche para la semana — dos bolsas\n— Queso y café para la tarde", "es")).toEqual([]);
});

test("other languages keep to their marks", () => {
  expect(read("– We open the bridge before the storm, says Ada Moor.", "en")).toEqual([]);
});

test("many dashes are read in a moment", () => {
  const text = "– Vi åpner broen, sier Ada Moor.\n".repeat(4_000);
  expect(read(text).length).toBe(4_000);
});
