/** Who the subject of a German clause is, whom a quotation hangs on, and what of a phrase is printed. */

import { expect, test } from "vitest";
import { findGovernor } from "../../../../src/languages/de/quote-clause.ts";
import { findLanguage } from "../../../../src/languages/index.ts";
import { findStretches } from "../../../../src/quotes/marks/find-stretches.ts";
import { mentionText, type ReadText, readText } from "../../../../src/quotes/reading/read-text.ts";

function readGerman(text: string): ReadText {
  const { marks, speech } = findLanguage("de");
  if (speech === null) throw new Error("German has a speech");
  return readText(text, findStretches(text, marks), speech);
}

/** Whom the first quotation of a text hangs on. */
function governorOf(text: string): string {
  const read = readGerman(text);
  return mentionText(read, findGovernor(read, read.quoteItems[0] ?? -1).mention);
}

test.each([
  ["the verb before its subject", "Seit Mai vertritt er die These, dass die Brücke „zu schwach gebaut“ sei.", "er"],
  ["a separable verb", "Der Hafen wies den Vorwurf als falsch zurück: „Das ist Unfug.“", "Der Hafen"],
  [
    "a verb at the end",
    "Wie die Ministerin am Montag in Varen erklärte, ist der Damm „in bestem Zustand“.",
    "die Ministerin",
  ],
  ["a phrase that explains a name", "Ada Moor, Präsidentin der Werft, nannte das „einen guten Tag“.", "Ada Moor"],
  [
    "a bracket between name and verb",
    "Den Amtsantritt von Joris Venn (FPV) als Kanzler lobte sie mit den Worten: „Er arbeitet für alle.“",
    "sie",
  ],
  [
    "a clause joined by und",
    "Die Fischer zogen vom Hafen zum Rathaus und riefen dabei: „Lasst uns unsere Netze!“",
    "Die Fischer",
  ],
  ["a passive", "Seine Bilder werden von Kennern als „Meilensteine der Malerei“ bezeichnet.", "Kennern"],
  ["it says in a document", "In dem Schreiben heißt es: „Der Damm muss weg.“", "dem Schreiben"],
  ["for whom something is so", "Für den Baumeister Ivar Hale ist der Damm „ein Irrtum“.", "den Baumeister Ivar Hale"],
  ["a colon without a verb", "Ada Moor: „Wir bauen weiter.“", "Ada Moor"],
  [
    "reported speech that goes on",
    "Moor sagte, der Damm halte. Der Sturm sei zwar „stärker als erwartet“ gewesen.",
    "Moor",
  ],
])("a quotation hangs on the speaker of %s", (_, text, speaker) => {
  expect(governorOf(text)).toBe(speaker);
});

test("an adverb with a capital at the start of a sentence is nobody", () => {
  const read = readGerman("Unmissverständlich sagt das Gericht: „Der Damm bleibt.“");
  expect(read.mentions.map((_, index) => mentionText(read, index))).toEqual(["das Gericht"]);
});

test("a compound is known by its last part", () => {
  const read = readGerman("Der Landesbrückenminister sagte nichts.");
  expect(read.mentions[0]?.kind).toBe("role");
});

test("a phrase is printed with its article and what belongs to it", () => {
  const read = readGerman("Der Vertreter der Werft Varen nannte den Damm „einen Irrtum“.");
  expect(mentionText(read, findGovernor(read, read.quoteItems[0] ?? -1).mention)).toBe("Der Vertreter der Werft Varen");
});

test("a full stop without a space behind it parts two sentences", () => {
  expect(governorOf("„Der Damm bleibt an seinem Platz“, sagte Moor.Gleichzeitig kamen die Fischer.")).toBe("Moor");
});
