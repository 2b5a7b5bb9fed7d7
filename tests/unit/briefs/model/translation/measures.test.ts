/** A translation that changed the currency, the unit or the order of figures was shown. */

import { describe, expect, test } from "vitest";
import { findOtherMeasure, findSwapped } from "../../../../../src/briefs/model/translation/measures.ts";

describe("what counts in something else is refused", () => {
  test.each([
    ["de", "The ferry cost $5 million.", "Die Fähre kostete 5 Millionen Euro."],
    ["fr", "The ferry cost $5 million.", "Le ferry a coûté 5 millions d’€."],
    ["de", "The road is 12 miles long.", "Die Straße ist 12 Kilometer lang."],
    ["ru", "The road is 12 miles long.", "Дорога длиной 12 километров."],
    ["es", "Sales fell by 5 percent.", "Las ventas cayeron en 5."],
    ["de", "Sales fell by 5.", "Der Umsatz fiel um 5 Prozent."],
    ["pl", "The pier cost 3 million euros.", "Molo kosztowało 3 miliony dolarów."],
  ])("into %s: %s", (to, original, translated) => {
    expect(findOtherMeasure({ original, translated }, { from: "en", to })).not.toBeNull();
  });
});

describe("what is measured alike passes, whatever it is called", () => {
  test.each([
    ["de", "The ferry cost $5 million.", "Die Fähre kostete 5 Millionen US-Dollar."],
    ["ru", "The ferry cost $5 million.", "Паром стоил 5 миллионов долларов."],
    ["fi", "The ferry cost 5 million euros.", "Lautta maksoi 5 miljoonaa euroa."],
    ["de", "The ferry cost £5m.", "Die Fähre kostete 5 Millionen Pfund."],
    ["fr", "Sales fell by 5%.", "Les ventes ont baissé de 5 pour cent."],
    ["it", "Sales fell by 5 percent.", "Le vendite sono calate del 5 per cento."],
    ["tr", "Sales fell by 5 percent.", "Satışlar yüzde 5 düştü."],
    ["pl", "Sales fell by 5 percent.", "Sprzedaż spadła o 5 proc."],
    ["ar", "Sales fell by 5 percent.", "انخفضت المبيعات بنسبة 5 في المئة"],
    ["de", "The 30-mile road is closed.", "Die 30 Meilen lange Straße ist gesperrt."],
    ["nb", "The road is 12 miles long.", "Veien er 12 miles lang."],
    ["de", "The boat is 12 feet long.", "Das Boot ist 12 Fuß lang."],
    ["de", "It took 12 boats.", "Es brauchte 12 Boote."],
  ])("into %s: %s", (to, original, translated) => {
    expect(findOtherMeasure({ original, translated }, { from: "en", to })).toBeNull();
  });
});

test("figures that stand together may not change places", () => {
  const isSwapped = (original: string, translated: string): boolean => findSwapped({ original, translated }) !== null;
  expect(isSwapped("They voted 7 to 4 to keep it.", "Sie stimmten mit 4 zu 7 dafür.")).toBe(true);
  expect(isSwapped("It rose from 5 to 7 percent.", "Il est passé de 7 à 5 pour cent.")).toBe(true);
  expect(isSwapped("Varen won 3–1.", "Varen gewann 1–3.")).toBe(true);
  expect(isSwapped("They voted 7 to 4 to keep it.", "Sie stimmten mit 7 zu 4 dafür.")).toBe(false);
  expect(isSwapped("On 5 May 200 boats came.", "200 Boote kamen am 5. Mai.")).toBe(false);
  expect(isSwapped("Varen won 3–1 and then 1–3.", "Varen gewann 3–1 und dann 1–3.")).toBe(false);
});
