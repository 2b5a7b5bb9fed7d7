import { expect, test } from "vitest";
import { createBrief } from "../../../../../src/briefs/create-brief.ts";

async function tell(title: string, paragraphs: readonly string[], language = "en"): Promise<string> {
  const article = { title, text: paragraphs.join("\n\n"), language, publishedAt: new Date("2031-11-18T12:00:00Z") };
  return (await createBrief(article)).sentences.map(({ text }) => text).join(" | ");
}

test.each([
  [
    "en",
    "The indictment of skipper Bo Lund runs to 40 pages.",
    "Lund emptied the till (x).",
    "Lund denies everything.",
  ],
  [
    "en",
    "The trial of Bo Lund began on Monday in Hale.",
    "He burned (x) the books of the Hale yard.",
    "He pleaded not guilty.",
  ],
  [
    "en",
    "Ada Moor has filed a lawsuit against the Hale yard.",
    "Its head, Bo Lund, locked (x) her in.",
    "The yard calls the lawsuit baseless.",
  ],
  [
    "en",
    "Ada Moor, a witness, took the stand in the trial of Bo Lund.",
    "Lund sank (x) the Hale ferry at night.",
    "The pier was shut for a week in spring.",
  ],
  [
    "de",
    "Der Prozess gegen Bo Lund begann am Montag in Halle.",
    "Lund leerte (x) die Kasse der Werft.",
    "Lund bestreitet alles.",
  ],
  ["es", "El juicio a Iván Luna comenzó el lunes en Halde.", "Luna vació (x) la caja del puerto.", "Él lo niega todo."],
  [
    "it",
    "Il processo a Aldo Luna è iniziato lunedì a Alda.",
    "Luna ha svuotato (x) la cassa del porto.",
    "Lui nega tutto.",
  ],
])("charges that are denied are not told as fact: %s %s %s %s", async (language, opening, charge, denial) => {
  const told = await tell("Hale yard", [opening, charge, denial], language);
  expect(told).not.toContain("(x)");
  expect(told).not.toBe("");
});

test.each([
  ["The trial of Bo Lund began on Monday.", "Lund emptied the till, the prosecutor said.", "Lund denies everything."],
  [
    "Bo Lund faces charges of theft in Hale.",
    "Lund was arrested on Monday at the Hale pier.",
    "He pleaded not guilty.",
  ],
  ["The Hale pier was closed on Monday.", "Bo Lund emptied its tills for the last time.", "He denies that it is sad."],
])("what is told by somebody, or is the court's own step, stays: %s %s %s", async (opening, news, denial) => {
  expect(await tell("Bo Lund of the Hale yard and pier", [opening, news, denial])).toMatch(/Lund (?:emptied|was)/u);
});
