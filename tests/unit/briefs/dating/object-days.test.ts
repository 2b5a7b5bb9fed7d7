/** Days behind a verb of the past that may be those of its object: of a match, a strike, a warning still to come. */

import { expect, test } from "vitest";
import { findDateIn } from "../../../helpers/dated-sentence.ts";

/** A Wednesday. */
const PUBLISHED = new Date("2025-03-12T10:00:00Z");
const dateIn = (text: string, sentence: string, language = "en"): string | undefined =>
  findDateIn(text, sentence, PUBLISHED, language);
const isDated = (sentence: string, language: string): boolean => dateIn(sentence, sentence, language) !== undefined;

test.each([
  ["en", "Lind was ruled out of Saturday's derby with a sore foot."],
  ["en", "The captain withdrew from Thursday's race after a fall."],
  ["en", "The port banned kites at Saturday's derby."],
  ["en", "The council published the agenda of Friday's meeting."],
  ["en", "The ferry line scrapped 40 departures on Friday."],
  ["en", "The dockers called a walkout on Friday."],
  ["en", "The weather office issued a red warning for the islands on Friday."],
  ["en", "The weather office warned of gales on Friday."],
  ["en", "The coach named an unchanged side for the visit of Ostrel on Saturday."],
  ["en", "Fans snapped up tickets for the trip to Ostrel on Saturday."],
  ["en", "The Gulls earned a place in the final on Sunday."],
  ["en", "The town banned cars from the quay on Saturday."],
  ["en", "The governor declared a public holiday on Friday."],
  ["en", "The queen was to have met the crews on Friday."],
  ["en", "The appeal had been listed on Friday."],
  ["en", "The league opted to replay the tie on Sunday."],
  ["en", "Tempers rose in the run-up to the crews' congress on Friday."],
  ["en", "Tempers rose ahead of the congress on Friday."],
  ["de", "Die Gewerkschaft hat zum Ausstand am Freitag aufgerufen."],
  ["de", "Der Wetterdienst warnte vor Sturm am Freitag."],
  ["de", "Der Bürgermeister kündigte seinen Rücktritt am Freitag an."],
  ["de", "Der Verein verkaufte Karten für das Spiel am Samstag."],
  ["de", "Das Gericht hat den Umzug am Samstag verboten."],
  ["fr", "Le conseil a décrété un deuil national vendredi."],
  ["fr", "La maire a interdit le rassemblement samedi."],
  ["fr", "Le maire a annoncé sa démission vendredi."],
  ["fr", "Le club a vendu 900 billets pour le derby samedi."],
  ["es", "El club vendió 900 entradas para el derbi el sábado."],
])("no date for a day that may be that of what is planned, %s: %s", (language, sentence) => {
  expect(isDated(sentence, language)).toBe(false);
});

test.each([
  ["en", "Lind was ruled out on Saturday with a sore foot."],
  ["en", "The ferry line on Friday scrapped 40 departures."],
  ["en", "On Friday the dockers called a walkout."],
  ["en", "Kites were banned on Saturday."],
  ["en", "The weather office warned on Friday of gales."],
  ["en", "The mayor warned in a letter on Friday that the pier was unsafe."],
  ["en", "Sailors told reporters on Friday that the pier was lost."],
  ["en", "The crew died in hospital on Friday."],
  ["en", "Police arrested two sailors on Friday."],
  ["en", "The council closed the pier on Monday."],
  ["en", "Lind returned from Sunday's race with a cup."],
  ["en", "The captain scored twice for the Gulls on Sunday."],
  ["en", "The mayor laid out an agenda at a news conference on Friday."],
  ["en", "Lind won for the first time on Sunday."],
  ["en", "The mayor left for the capital on Friday."],
  ["en", "Lind pulled out of the race for mayor on Friday."],
  ["en", "The governor declared victory on Sunday."],
  ["en", "The council ruled out a deal on Monday."],
  ["en", "The mayor spoke before the congress on Monday."],
  ["en", "Dockers staged a walkout on Monday."],
  ["de", "Die Gewerkschaft hat am Freitag zum Ausstand aufgerufen."],
  ["de", "Am Freitag warnte der Wetterdienst vor Sturm."],
  ["de", "Nach langem Streit hat der Rat am Freitag die Brücke genehmigt."],
  ["de", "Die Polizei nahm zwei Fischer am Freitag fest."],
  ["fr", "Le conseil a décrété vendredi un deuil national."],
  ["fr", "Le quai restera fermé, a annoncé le maire vendredi."],
  ["fr", "La police a arrêté deux marins vendredi."],
  ["es", "El club vendió el viernes 900 entradas para el derbi."],
])("a day at its verb keeps its date, %s: %s", (language, sentence) => {
  expect(isDated(sentence, language)).toBe(true);
});

test("a day behind an object is not the last one where the article tells of that day as to come", () => {
  const sentence = "The Gulls saw off Hale and took a seat at the great cup on Saturday.";
  expect(dateIn(sentence, sentence)).toBe("(8 March)");
  expect(dateIn(`${sentence}\n\nThey will meet Ostrel on Saturday.`, sentence)).toBeUndefined();
  const owned = "Following Saturday's leak, the port rose against the mayor.";
  expect(dateIn(`${owned}\n\nThey will appear in court on Saturday.`, owned)).toBe("(8 March)");
  const adverb = "The loss resonated widely on Saturday.";
  expect(dateIn(`${adverb}\n\nThey will appear in court on Saturday.`, adverb)).toBe("(8 March)");
  const beside = "Two sailors were arrested on Saturday.";
  expect(dateIn(`${beside}\n\nThey will appear in court on Saturday.`, beside)).toBe("(8 March)");
});

test("what may be the day of what is planned is over, or ahead, as the rest of the article tells", () => {
  const over = "The port banned cars from the quay on Monday.";
  expect(dateIn(`Thousands marched on Monday.\n\n${over}`, over)).toBe("(10 March)");
  const ahead = "Lind was ruled out of Saturday's derby.";
  expect(dateIn(`${ahead}\n\nThe Gulls will play Hale at home on Saturday.`, ahead)).toBe("(15 March)");
});
