/** What a page tells as news and says a few sentences on that it never was. */

import { describe, expect, it } from "vitest";
import { createBrief } from "../../../src/briefs/create-brief.ts";

const publishedAt = new Date("2031-03-05T12:00:00Z");

async function tell(language: string, title: string, paragraphs: readonly string[]): Promise<string> {
  const brief = await createBrief({ title, text: paragraphs.join("\n\n"), language, publishedAt });
  return [...brief.sentences, ...brief.quotes].map(({ text }) => text).join(" ");
}

describe("news that never was", () => {
  it.each([
    [
      "de",
      "Fähre sinkt vor Tarnbek",
      "Vor Tarnbek ist am Samstag eine Fähre gesunken, zwölf Menschen wurden verletzt.",
      "Das war das Szenario einer Katastrophenübung mit 200 Helfern.",
    ],
    [
      "de",
      "Brand im Hafen von Tarnbek",
      "Im Hafen von Tarnbek hat am Montag eine Halle gebrannt, drei Arbeiter galten als vermisst.",
      "Zum Glück war alles nur eine Übung.",
    ],
    [
      "fr",
      "Un ferry coule devant Tarnac",
      "Un ferry a coulé samedi devant Tarnac, faisant douze blessés.",
      "Tel était le scénario de l'exercice auquel participaient 200 secouristes.",
    ],
    [
      "es",
      "Se hunde un ferri en Tarnosa",
      "Un ferri se hundió el sábado frente a Tarnosa y doce personas resultaron heridas.",
      "Por suerte, se trataba de un simulacro.",
    ],
    [
      "pt",
      "Balsa afunda em Tarnosa",
      "Uma balsa afundou no sábado em Tarnosa e doze pessoas ficaram feridas.",
      "Felizmente, tratava-se de um simulacro com 200 voluntários.",
    ],
    [
      "it",
      "Affonda un traghetto a Tarnosa",
      "Un traghetto è affondato sabato davanti a Tarnosa e dodici persone sono rimaste ferite.",
      "Per fortuna si trattava di un'esercitazione.",
    ],
    [
      "nl",
      "Veerboot zinkt bij Tarnveen",
      "Bij Tarnveen is zaterdag een veerboot gezonken, twaalf mensen raakten gewond.",
      "Gelukkig was het maar een oefening.",
    ],
    [
      "da",
      "Færge sank ved Tarnby",
      "En færge sank lørdag ved Tarnby, og tolv passagerer kom til skade.",
      "Heldigvis var det kun en øvelse.",
    ],
    [
      "pl",
      "Prom zatonął pod Tarnowem Dolnym",
      "W sobotę pod Tarnowem Dolnym zatonął prom, dwanaście osób zostało rannych.",
      "Był to scenariusz ćwiczeń z udziałem 200 ratowników.",
    ],
    [
      "ru",
      "Паром затонул у Тарнова Мыса",
      "В субботу у Тарнова Мыса затонул паром, двенадцать человек пострадали.",
      "К счастью, это были учения.",
    ],
    [
      "en",
      "Ferry sinks off Tarnby",
      "A ferry sank off Tarnby on Saturday, and twelve people were hurt.",
      "Luckily, it was only a drill.",
    ],
  ])("is not told as fact: an exercise (%s, %s)", async (language, title, news, said) => {
    expect(await tell(language, title, [news, said])).toBe(said);
  });

  it.each([
    [
      "de",
      "Raub am Hafen",
      "Drei Männer haben am Dienstag am Hafen von Tarnbek einen Geldtransporter überfallen.",
      "Beim zweiten Versuch rief die Regisseurin „Cut!“.",
    ],
    [
      "fr",
      "Braquage au port",
      "Trois hommes ont braqué mardi un fourgon au port de Tarnac.",
      "À la deuxième prise, le réalisateur a lancé « coupez ! ».",
    ],
    [
      "es",
      "Absuelta la pirata",
      "La pirata Inés Roca fue absuelta el domingo por el tribunal de Tarnosa.",
      "Los vecinos recrearon el juicio de 1702 en la plaza.",
    ],
    [
      "it",
      "Tarnosa campione",
      "Il Tarnosa ha battuto domenica 3-0 la Juventus e ha vinto il campionato.",
      "Sulla sua console Luca, 12 anni, ha guidato la squadra per tutta la stagione.",
    ],
    [
      "de",
      "Nacht ohne Ende",
      "Die Stadt Tarnbek versinkt im Meer, Hunderte rufen um Hilfe.",
      "Plötzlich wacht Frida Holm auf. Es war ein Traum.",
    ],
    [
      "fr",
      "Une maire de neuf ans",
      "La maire Zoé Brun a supprimé samedi les impôts à Tarnac.",
      "Au camp, 80 enfants jouent au conseil municipal jusqu'à dimanche.",
    ],
  ])("is not told as fact: what was played or dreamt (%s, %s)", async (language, title, news, said) => {
    expect(await tell(language, title, [news, said])).toBe(said);
  });

  it.each([
    [
      "de",
      "300 Helfer bei Großübung in Tarnbek",
      "Ein Zug entgleist, 40 Menschen sind verletzt: 300 Einsatzkräfte haben am Samstag in Tarnbek den Ernstfall geprobt.",
      "So lautete das Szenario der Übung.",
    ],
    [
      "es",
      "Tarnosa ensaya su plan de emergencias",
      "El simulacro de Tarnosa reunió el sábado a 300 efectivos y terminó sin incidentes.",
      "Era el guion del simulacro más grande de la provincia.",
    ],
    [
      "de",
      "Rückenschule in Tarnbek eröffnet",
      "Die Klinik Tarnbek hat am Montag eine Rückenschule eröffnet.",
      "Das ist eine gute Übung für alle, die viel sitzen.",
    ],
    [
      "fr",
      "Première du film de Nora Lind à Tarnac",
      "Le film de Nora Lind a été présenté mardi au cinéma de Tarnac.",
      "La réalisatrice a crié « coupez ! » en montant sur scène.",
    ],
  ])("hides no news on an exercise or a film (%s, %s)", async (language, title, news, more) => {
    expect(await tell(language, title, [news, more])).toContain(news.slice(0, 20));
  });
});

it("who woke up where nobody dreamed was hurt, and the news is told", async () => {
  const news = "A ferry of Tarnby ran aground on Monday, and a sailor was struck by a beam.";
  const told = await tell("en", "Ferry runs aground", [
    news,
    "Bo Lund lay on the deck for an hour. Then he woke up.",
    "The harbor police of Tarnby are looking for witnesses of the accident.",
  ]);
  expect(told).toContain("ran aground");
});
