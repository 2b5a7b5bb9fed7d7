import { describe, expect, test } from "vitest";
import { createBrief } from "../../../../../src/briefs/create-brief.ts";

async function tell(title: string, paragraphs: readonly string[], language = "en"): Promise<string> {
  const article = { title, text: paragraphs.join("\n\n"), language, publishedAt: new Date("2031-11-18T12:00:00Z") };
  const { sentences, quotes } = await createBrief(article);
  return [...sentences, ...quotes].map(({ text }) => text).join(" | ");
}

describe("what a note of the page takes back is not told as fact, and the note is, for the headline still says it", () => {
  test.each([
    ["en", "Harbor master Ada Lund resigned (old) on Monday over the fees.", "Correction: Ada Lund has not resigned."],
    [
      "en",
      "Four sailors drowned (old) when the Hale ferry sank on Monday.",
      "An earlier version of this story said four sailors had drowned. All of them swam ashore.",
    ],
    [
      "en",
      "The Hale pier will be closed (old) from Monday, the harbor office said.",
      "UPDATE 4 p.m.: The harbor office says the pier will not be closed after all.",
    ],
    [
      "en",
      "Tarvia will cut 700 jobs (old) at its Hale yard.",
      "(Corrects number of jobs in paragraph 1 to 70 from 700)",
    ],
    [
      "en",
      "Skipper Bo Lund was fined (old) in Hale on Monday for smuggling eels.",
      "This article was amended on 20 November to make clear that Bo Lund, 30, of Varen, was fined.",
    ],
    [
      "de",
      "Hafenmeisterin Ada Lund ist am Montag zurückgetreten (old).",
      "Korrektur: Ada Lund ist nicht zurückgetreten.",
    ],
    ["fr", "La capitaine du port, Ada Lund, a démissionné (old) lundi.", "Erratum : Ada Lund n'a pas démissionné."],
    ["es", "La capitana del puerto, Ada Lund, dimitió (old) el lunes.", "Fe de errores: Ada Lund no ha dimitido."],
    ["it", "La capitana del porto, Ada Lund, si è dimessa (old) lunedì.", "Rettifica: Ada Lund non si è dimessa."],
    ["pt", "A capitã do porto, Ada Lund, demitiu-se (old) na segunda-feira.", "Correção: Ada Lund não se demitiu."],
  ])("%s: %s %s", async (language, old, note) => {
    const rest = "The pier belongs to the town, which has kept it since 1904.";
    for (const paragraphs of [
      [old, rest, note],
      [note, old, rest],
    ]) {
      const told = await tell("Hale", paragraphs, language);
      expect(told).not.toContain("(old)");
      expect(told).toBe(note);
    }
  });

  test("of two numbers the right one is told", async () => {
    const note = "Correction: Tarvia will cut 70 jobs, not 700.";
    await expect(tell("Hale yard", ["Tarvia will cut 70 jobs at its Hale yard.", note])).resolves.toContain("70 jobs");
    await expect(tell("Hale yard", ["Tarvia will cut 700 jobs at its Hale yard.", note])).resolves.toBe(note);
  });
});

test.each([
  "Editor's note: This story has been retracted.",
  "We have withdrawn this article.",
  "This column has since been taken down at the request of its author.",
  "This is satire.",
  "Yes, it was an April Fool.",
  "The Hale Herring is a satirical newspaper. Nothing in it is true.",
  "Dieser Artikel ist Satire.",
  "Cet article est parodique.",
  "Questo articolo è satira.",
])("a page that takes back all of itself tells that alone: %s", async (note) => {
  const text = ["A goat was elected mayor of Hale on Monday.", '"She promised nothing," said Ada Lund.'];
  await expect(tell("Goat elected", [...text, note])).resolves.toBe(note);
  await expect(tell("Goat elected", [note, ...text])).resolves.toBe(note);
});

test.each(["Letters to the editor", "SATIRE: Goat elected", "Leserbriefe", "Your stars: the week in Hale"])(
  "nor does one whose headline says that it is no news: %s",
  async (title) => {
    await expect(tell(title, ["The captain of the Hale ferry was drunk on Monday.", "He sank it."])).resolves.toBe("");
  },
);

test.each([
  ["Correction officers found a boat below the Hale pier on Monday.", "It had been missing for a week."],
  ["The Hale pier reopened on Monday, the harbor office said.", "Update: Tickets are sold at the gate from today."],
  ["The court found on Monday that the Hale Herring, a satirical newspaper, libeled nobody.", "It will print on."],
  ["The Hale pier reopened on Monday.", "Correction: An earlier version of this story misspelled the name of Bo Lund."],
])("news beside no such note is told: %s %s", async (news, next) => {
  await expect(tell("Hale", [news, next, "The pier has stood since 1904."])).resolves.toContain("Monday");
});

test("a note is looked for in one endless word, in linear time", async () => {
  await expect(tell("Hale pier", ["a".repeat(200_000), `Correction: ${"b".repeat(200_000)}`])).resolves.toBeDefined();
});
