/** Pages that say in their headline, or at their foot, that one writer speaks there, in earnest or in fun. */

import { describe, expect, it } from "vitest";
import { createBrief } from "../../../src/briefs/create-brief.ts";

const publishedAt = new Date("2031-03-05T12:00:00Z");

async function tell(language: string, title: string, paragraphs: readonly string[]): Promise<string> {
  const brief = await createBrief({ title, text: paragraphs.join("\n\n"), language, publishedAt });
  return [...brief.sentences, ...brief.quotes].map(({ text }) => text).join(" | ");
}

const JOKE = {
  fr: "Tarnac aura son volcan. Le conseil l'a voté lundi, entre deux siestes.",
  es: "Tarnosa tendrá un volcán. El pleno lo aprobó el lunes, entre dos siestas.",
  pt: "Tarnosa vai ter um vulcão. A câmara decidiu-o na segunda-feira, entre duas sestas.",
  it: "Tarnosa avrà un vulcano. Il consiglio lo ha deciso lunedì, tra due sieste.",
  de: "Tarnbek bekommt einen Vulkan. Das hat der Rat am Montag zwischen zwei Nickerchen beschlossen.",
} as const;

describe("a column and a guest's opinion", () => {
  it.each([
    ["fr", "Le billet : un volcan pour Tarnac", JOKE.fr],
    ["fr", "Tribune. Tarnac dort", JOKE.fr],
    ["es", "Columna | Por fin, un volcán", JOKE.es],
    ["pt", "Crónica: por fim, um vulcão", JOKE.pt],
    ["pt", "Opinião | Um vulcão", JOKE.pt],
    ["it", "L'intervento. Un vulcano", JOKE.it],
    ["de", "Gastbeitrag: Ein Vulkan", JOKE.de],
  ])("are not told in the voice of the news (%s, %s)", async (language, title, text) => {
    expect(await tell(language, title, [text])).toBe("");
  });

  it("are told by the line at the foot that says whose opinion it is", async () => {
    const foot = "Noa Brun est boulangère. Les opinions exprimées ici n'engagent que leur auteure.";
    expect(await tell("fr", "Tarnac dort", ["Le conseil a trahi Tarnac. Il a fermé deux écoles.", foot])).toBe(foot);
  });

  it.each([
    ["pt", "Crónica: Tarnosa-Ostrel, 2-1", "O Tarnosa venceu o Ostrel por 2-1 na segunda-feira."],
    ["fr", "La Tribune de Tarnac vendue", "Le journal de Tarnac a été vendu lundi à un groupe d'Ostrel."],
    ["es", "La columna de Tarnosa se derrumba", "La columna romana de Tarnosa se derrumbó el lunes."],
    ["fr", "Un prix pour une chroniqueuse", "Noa Brun a reçu lundi à Tarnac le prix du meilleur billet d'humeur."],
  ])("are not seen in the news (%s, %s)", async (language, title, text) => {
    expect(await tell(language, title, [text])).not.toBe("");
  });
});

describe("what somebody takes apart", () => {
  it("is not told as so: a list of myths, an invented quotation", async () => {
    const myths = await tell("fr", "Rhume : trois idées reçues", [
      "L'oignon guérit le rhume. Le froid donne la grippe aux enfants.",
      "La médecin Noa Brun, de Tarnac, démonte ces idées reçues.",
    ]);
    expect(myths).not.toMatch(/oignon|froid/u);
    const invented = await tell("es", "No, la ministra no quiere cerrar las playas", [
      "«Quien se baña, paga», dijo la ministra Noa Bruno. La frase ha sido compartida 9.000 veces.",
      "Es inventada de principio a fin. No figura en ningún acta.",
    ]);
    expect(invented).not.toContain("se baña");
  });
});

describe("a clock that opens a line", () => {
  it("goes whole, with its word", async () => {
    const told = await tell("de", "Der Liveblog zum Streik", [
      "10.40 Uhr: Die Fähren von Tarnbek fahren nach der Einigung wieder.",
      "9.15 Uhr: Der Streik geht weiter, sagt Gewerkschafter Kai Holm.",
    ]);
    expect(told).toBe("Die Fähren von Tarnbek fahren nach der Einigung wieder.");
  });

  it("has its hour between spaces: older entries are not told", async () => {
    const told = await tell("fr", "Grève des ferries : le direct", [
      "10 h 40. Les syndicats de Tarnac lèvent le préavis de grève.",
      "9 h 15. La grève est maintenue à Tarnac, affirme le délégué Kai Brun.",
    ]);
    expect(told).not.toContain("maintenue");
  });
});

it("a Polish doctor of medicine keeps the name behind the title", async () => {
  const told = await tell("pl", "Szpital w Tarnowie Dolnym ma nowy oddział", [
    "„Skrócimy kolejki o połowę w ciągu roku” – powiedział ordynator prof. dr hab. n. med. Jan Holm.",
  ]);
  expect(told).toContain("Skrócimy kolejki");
  expect(told).not.toMatch(/med\.$/u);
});
