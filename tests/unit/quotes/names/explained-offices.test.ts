/** Whether an office that a name behind a comma explains is shown whole, in languages whose nouns have what they are of behind them. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const SAID: Readonly<Record<string, string>> = {
  de: "„Der Hafen braucht in diesem Jahr mehr Platz für die Boote“, sagte Moor.",
  fr: "« Le port a besoin de plus de place pour les bateaux », a dit Moor.",
  es: "«El puerto necesita más espacio para los barcos», dijo Moor.",
  it: "«Il porto ha bisogno di più spazio per le barche», ha detto Moor.",
  da: "»Havnen har brug for mere plads til bådene,« siger Moor.",
  sv: "”Hamnen behöver mer plats för båtarna”, säger Moor.",
};
const roleOf = (language: string, text: string): string | null =>
  findQuotes(`${text}\n\n${SAID[language] ?? ""}`, { language }).at(-1)?.speaker?.role ?? null;

describe("an office was cut, or lost, before the name that explains it", () => {
  test.each([
    ["de", "Die Vorsitzende der Hafengewerkschaft, Ada Moor, ging.", "Vorsitzende der Hafengewerkschaft"],
    ["de", "Der Sprecher des Ministeriums für Häfen, Ivo Moor, ging.", "Sprecher des Ministeriums für Häfen"],
    ["de", "Der Deutschlandchef von Norvik, Ivo Moor, ging.", "Deutschlandchef von Norvik"],
    ["fr", "La directrice par intérim du port, Ada Moor, est partie.", "directrice par intérim du port"],
    ["es", "La presidenta en funciones de la Junta, Ada Moor, salió.", "presidenta en funciones de la Junta"],
    ["da", "Formanden for Finansforbundet, Ivo Moor, gik.", "Formanden for Finansforbundet"],
    ["sv", "Ada Moor, tillförordnad chef för hamnen, gick.", "tillförordnad chef för hamnen"],
  ])("%s %s", (language, text, role) => {
    expect(roleOf(language, text)).toBe(role);
  });

  test.each([
    ["de", "Es kamen der Sprecher der Werft, Ivo Moor, Ada Hale und andere."],
    ["de", "Der Sprecher der Ministerin, Ivo Moor, ging."],
    ["fr", "Selon le maire de Varen, Jean Moor a menti."],
    ["fr", "Avec la directrice du port, Ada Moor et Jean Hale ont ri."],
    ["es", "Según la directora del puerto, Ada Moor mintió."],
  ])("but nobody's where the name may be another's: %s %s", (language, text) => {
    expect(roleOf(language, text)).toBeNull();
  });
});

test.each([
  ["it", "L'ex ministro dei Porti Ivo Moor rise.", "ex ministro dei Porti"],
  ["fr", "L'ancien ministre des Ports Jean Moor a ri.", "ancien ministre des Ports"],
  ["de", "Klinikdirektor Prof. Dr. Ivo Moor ging.", "Klinikdirektor"],
  ["de", "Der mutmaßliche Bandenchef Ivo Moor ging.", null],
])("an office of the past was told as held, or a degree as one: %s %s", (language, text, role) => {
  expect(roleOf(language, text)).toBe(role);
});
