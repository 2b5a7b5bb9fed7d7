/** Claims that the sentences behind them give to somebody and deny. */

import { describe, expect, it } from "vitest";
import { createBrief } from "../../../../../src/briefs/create-brief.ts";

const publishedAt = new Date("2031-03-05T12:00:00Z");

async function tell(language: string, title: string, paragraphs: readonly string[]): Promise<string> {
  const brief = await createBrief({ title, text: paragraphs.join("\n\n"), language, publishedAt });
  return brief.sentences.map(({ text }) => text).join(" | ");
}

describe("a claim that is denied in the sentences behind it", () => {
  it.each([
    [
      "de",
      "Kampf um Ostrel",
      "Die Truppen aus Norring haben am Montag Ostrel besetzt.",
      "Das meldete das Oberkommando in Norring. Die Regierung widersprach.",
    ],
    [
      "es",
      "Lucha por Ostrel",
      "Las tropas de Norring ocuparon el lunes Ostrel.",
      "Así lo informó el mando de Norring. El Gobierno lo negó.",
    ],
    [
      "fr",
      "Combats à Ostrel",
      "Les troupes de Norring ont occupé lundi Ostrel.",
      "C'est ce qu'a indiqué l'état-major. Le gouvernement a démenti.",
    ],
    [
      "it",
      "Scontri a Ostrel",
      "Le truppe di Norring hanno occupato lunedì Ostrel.",
      "Lo ha reso noto il comando. Il governo ha smentito.",
    ],
    [
      "nl",
      "Strijd om Ostrel",
      "Troepen uit Norring hebben maandag Ostrel bezet.",
      "Dat zei het opperbevel. De regering sprak dat tegen.",
    ],
    [
      "sv",
      "Strider om Ostrel",
      "Trupper från Norring besatte i måndags Ostrel.",
      "Det meddelade överbefälet. Regeringen dementerade.",
    ],
    [
      "pl",
      "Walki o Ostrel",
      "Wojska Norringu zajęły w poniedziałek Ostrel.",
      "O tym poinformowało dowództwo. Rząd zaprzeczył.",
    ],
    [
      "ru",
      "Бои за Острель",
      "Войска Норринга в понедельник заняли Острель.",
      "Об этом объявило командование. Правительство опровергло это.",
    ],
  ])("is not told as fact (%s)", async (language, title, claim, answer) => {
    expect(await tell(language, title, [claim, answer])).not.toContain("Ostrel");
    expect(await tell(language, title, [claim, answer])).not.toContain("Острель");
  });

  it.each([
    [
      "de",
      "Brand in Werft: keine Verletzten",
      "Bei einem Brand in der Werft von Tarnbek sind am Montag neun Arbeiter gestorben, berichteten lokale Medien.",
      "Am Abend dementierte die Polizei. Niemand wurde verletzt.",
    ],
    [
      "fr",
      "Incendie au chantier : aucune victime",
      "Neuf ouvriers sont morts lundi dans un incendie à Tarnac, selon des médias.",
      "La préfecture a démenti. Personne n'a été blessé.",
    ],
    [
      "nl",
      "Brand op werf: geen slachtoffers",
      "Bij een brand op een werf in Tarnveen zijn maandag negen arbeiders omgekomen, meldden lokale media.",
      "De politie sprak dat tegen. Niemand raakte gewond.",
    ],
    [
      "tr",
      "Tersanede yangın: ölen yok",
      "Yerel medyaya göre Tarnova'da pazartesi günü çıkan yangında 9 işçi öldü.",
      "Valilik haberi yalanladı. Kimse yaralanmadı.",
    ],
  ])("is not told as fact: a toll of the first hour (%s)", async (language, title, claim, answer) => {
    expect(await tell(language, title, [claim, answer])).not.toMatch(/neun|Neuf|negen|9/u);
  });

  it("is not told without the retreat from it", async () => {
    const told = await tell("de", "Freibad bleibt offen", [
      "Das Freibad Tarnbek schließt ab Mai, hatte die Gemeinde am Montag angekündigt.",
      "Am Mittwoch machte die Gemeinde einen Rückzieher. Das Freibad bleibt den ganzen Sommer offen.",
    ]);
    expect(told).not.toContain("schließt");
    expect(told).toContain("bleibt den ganzen Sommer offen");
  });

  it("is told where nobody denies it", async () => {
    const told = await tell("de", "Truppen in Ostrel", [
      "Die Truppen aus Norring haben am Montag Ostrel besetzt.",
      "Das meldete das Oberkommando in Norring. Die Brücken sind gesperrt.",
    ]);
    expect(told).toContain("Ostrel besetzt");
  });

  it("is told where somebody accused denies the deed", async () => {
    const told = await tell("fr", "Un maire mis en examen à Tarnac", [
      "Le maire de Tarnac a été mis en examen lundi pour corruption.",
      "Son avocat a démenti. Le procès aura lieu en mai.",
    ]);
    expect(told).toContain("mis en examen");
  });
});
