/** Who a quotation's sentence, or the one before, tells for its speaker, in languages without weights of their own. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const speakersOf = (language: string, text: string): readonly (string | null)[] =>
  findQuotes(text, { language }).map((quote) => quote.speaker?.name ?? null);

describe("what stands between a verb and its subject is nobody who speaks", () => {
  test.each([
    ["es", "“El muelle abrirá en junio”, dijo el martes a la prensa la alcaldesa Lola Prado.", "Lola Prado"],
    ["es", "“El muelle abrirá en junio”, lamentó, por su parte, Lola Prado.", "Lola Prado"],
    ["es", "“El muelle abrirá en junio”, afirmó tajantemente en una entrevista Lola Prado.", "Lola Prado"],
    ["pt", "“O cais abre em junho”, disse na segunda-feira aos jornalistas a prefeita Lia Prado.", "Lia Prado"],
    ["fr", "« Le quai ouvrira en juin », a déclaré ce jour-là à la presse le maire Luc Morand.", "Luc Morand"],
    ["it", "«Il molo aprirà a giugno», ha detto ieri in un’intervista alla radio Lia Moranti.", "Lia Moranti"],
    ["nl", "“De kade gaat in juni open”, zei maandag in een gesprek met de krant Lotte Vermeer.", "Lotte Vermeer"],
    ["pl", "„Nabrzeże otworzymy w czerwcu” – powiedział we wtorek dziennikarzom Jan Morski.", "Jan Morski"],
    ["ru", "«Причал откроют в июне», — сообщил во вторник журналистам мэр Иван Морской.", "Иван Морской"],
    ["uk", "«Причал відкриють у червні», — сказав у вівторок журналістам Іван Морський.", "Іван Морський"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text)).toEqual([speaker]);
  });
});

describe("an office and what it is of are not the name", () => {
  test.each([
    ["es", "“Habrá barcos”, dijo el ministro de Puertos Julio Prado.", "Julio Prado"],
    [
      "es",
      "La directora de Planes de la Fundación Varena, Lola Prado, explicó que habrá “barcos para todos”.",
      "Lola Prado",
    ],
    ["fr", "« Il y aura des bateaux », a promis la ministre des Ports Claire Morand.", "Claire Morand"],
    [
      "it",
      "La direttrice del porto di Varena, Lia Moranti, ha spiegato che ci saranno «barche per tutti».",
      "Lia Moranti",
    ],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text)).toEqual([speaker]);
  });
});

describe("a verb without a subject goes on with whoever was reported before", () => {
  test.each([
    ["es", "Lola Prado, alcaldesa de Varena, presentó el plan.\n\n“No faltará nadie”, aseguró.", "Lola Prado"],
    [
      "es",
      "La alcaldesa Lola Prado habló de los barcos. Y en el mismo sentido, agregó: “No faltará nadie”.",
      "Lola Prado",
    ],
    [
      "pt",
      "O prefeito Rui Prado disse que é hora de falar e lembrou que a vila quer paz. “A vila espera”, afirmou.",
      "Rui Prado",
    ],
    ["it", "La sindaca Lia Moranti ha parlato del molo. «Non mancherà nessuno», ha aggiunto.", "Lia Moranti"],
    ["pl", "Burmistrz Jan Morski mówił o porcie. „Nikogo nie zabraknie” – dodał.", "Jan Morski"],
    ["cs", "Starosta Jan Mořský řekl, že přístav otevřou. „Nikdo nebude chybět,“ dodal.", "Jan Mořský"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text).at(-1)).toBe(speaker);
  });

  test("not when two people were reported", () => {
    const text =
      "Lola Prado dijo que sí y, más tarde, Julio Mora respondió que no. “No faltará nadie en el muelle”, aseguró.";
    expect(speakersOf("es", text)).not.toContain("Julio Mora");
    expect(speakersOf("es", text)).not.toContain("Lola Prado");
  });
});

describe("a quotation behind a sentence that reports is its speaker's", () => {
  test.each([
    [
      "es",
      "El ingeniero Julio Prado explicó que el muelle es viejo. “Nadie lo ha pintado en veinte años”.",
      "Julio Prado",
    ],
    ["es", "De acuerdo con Julio Prado, el muelle es viejo. “Nadie lo ha pintado en veinte años”.", "Julio Prado"],
    ["es", "Para la ingeniera Lola Prado, el muelle es “una ruina que nadie quiere ver”.", "Lola Prado"],
    ["fr", "Pour l’ingénieure Claire Morand, le quai est « une ruine que personne ne veut voir ».", "Claire Morand"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text)).toEqual([speaker]);
  });
});

describe("an attribution inside the marks is no part of the quotation", () => {
  test("between commas, with the pronoun behind its verb", () => {
    const text =
      "Claire Morand est venue. « Le quai est vieux, soupire-t-elle. Personne ne le peint plus depuis vingt ans. »";
    expect(findQuotes(text, { language: "fr" }).map((quote) => quote.text)).toEqual([
      "Le quai est vieux",
      "Personne ne le peint plus depuis vingt ans.",
    ]);
  });

  test("with the name and what explains it", () => {
    const text =
      "« C’est une ruine, explique Claire Morand, ingénieure au port. Personne ne la peint plus depuis vingt ans. »";
    const found = findQuotes(text, { language: "fr" });
    expect(found.map((quote) => quote.text)).toEqual([
      "C’est une ruine",
      "Personne ne la peint plus depuis vingt ans.",
    ]);
    expect(found.map((quote) => quote.speaker?.name)).toEqual(["Claire Morand", "Claire Morand"]);
  });

  test("words that only look like one stay", () => {
    const text = "« Nous irons, dit-on, quand il fera beau, et la mairie le sait bien », a expliqué Claire Morand.";
    expect(speakersOf("fr", text)).toContain("Claire Morand");
  });
});

describe("adverbs, verbs and pages are nobody", () => {
  test.each([
    ["es", "“Quien rompe los acuerdos es el molino”, dijo primero el secretario del molino.", "primero"],
    [
      "es",
      "El texto sostiene que hubo robo. Y unas cuantas páginas más abajo agrega: “Nadie abrió la bodega”.",
      "páginas más abajo",
    ],
    [
      "es",
      "“Vienen barcos de todas partes”, dijo refiriéndose a los puertos de la Unión del Norte.",
      "Unión del Norte",
    ],
  ])("%s: %s", (language, text, nobody) => {
    for (const speaker of speakersOf(language, text)) expect(speaker ?? "").not.toContain(nobody);
  });
});

describe("a role takes up the one person who has it", () => {
  test.each([
    [
      "fr",
      "La présidente de la ligue, Odile Morand, est venue.\n\n« Je ne céderai pas aux cris », a déclaré la présidente de la ligue.",
      "Odile Morand",
    ],
    ["es", "“No hay pan”, dijo Lola Prado, panadera. “Ni lo habrá”, añadió la mujer.", "Lola Prado"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text).at(-1)).toBe(speaker);
  });

  test("but not after somebody of another gender", () => {
    const text = "“No hay pan”, dijo Julio Prado, panadero. “Ni lo habrá”, añadió la mujer.";
    expect(speakersOf("es", text).at(-1)).not.toBe("Julio Prado");
  });
});

describe("a place behind an office is not who holds it", () => {
  test.each([
    ["cs", "„Stromy jsme zalévali každý večer,“ popsala obyvatelka Varenu.", "obyvatelka Varenu"],
    ["pl", "„Droga będzie gotowa” – poinformował burmistrz Warny.", "burmistrz Warny"],
    ["ru", "«Мы остались без воды», — рассказала жительница Варена.", "жительница Варена"],
    ["uk", "«Ми лишилися без води», — розповіла мешканка Варена.", "мешканка Варена"],
    ["pl", "„Droga będzie gotowa” – zapewnił w środę na sesji burmistrz Warny Roman Morski.", "Roman Morski"],
    ["ru", "В сообщении компания заявила, что «мост безопасен для всех».", "компания"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text)).toEqual([speaker]);
  });

  test("a surname that looks like one is known by the full name", () => {
    const text = "Ministr Jan Svoboda přijel v pondělí. „Cesta bude hotová,“ řekl ministr Svoboda.";
    expect(speakersOf("cs", text)).toEqual(["Jan Svoboda"]);
  });
});

test.each([
  ["es", "“La obra termina en marzo”, dijo al diario El Muelle el ingeniero Nuño Prado.", "Nuño Prado"],
  ["uk", "«Роботи завершаться в березні», — сказав газеті «Причал» інженер Іван Морський.", "Іван Морський"],
])("a newspaper that somebody speaks to is not who speaks (%s): %s", (language, text, speaker) => {
  expect(speakersOf(language, text)).toEqual([speaker]);
});

test("a first name that is also a month is a name before a surname", () => {
  expect(speakersOf("ru", "Марта Морская: «Никто не просил об этом мосте, а платить будут все».")).toEqual([
    "Марта Морская",
  ]);
});

describe("a passive names who acts behind its preposition", () => {
  test.each([
    [
      "fr",
      "Le port a été qualifié par Claire Morand de « folie coûteuse que paieront nos enfants et les enfants de nos enfants ».",
      "Claire Morand",
    ],
    ["it", "Rino Prati è stato accusato da Lia Moranti di aver «venduto il molo agli amici di sempre».", "Lia Moranti"],
    ["es", "Raúl Prado fue acusado por Lola Mora de “vender el muelle a sus amigos de siempre”.", "Lola Mora"],
  ])("%s: %s", (language, text, speaker) => {
    expect(speakersOf(language, text)).toEqual([speaker]);
  });
});

describe("nobody is named where either of two may speak", () => {
  test("behind an exchange of words", () => {
    const text =
      "“Es una vergüenza”, dijo Lola Prado. “Es lo que hay”, respondió Julio Mora. “Pues no debería ser así”, replicó.";
    expect(speakersOf("es", text).filter((name) => name === "Julio Mora")).toHaveLength(1);
  });

  test("where the verb's form does not fit", () => {
    const text = "Burmistrz Roman Morski przyjął inżynier Martę Leśną. „Most wytrzyma jeszcze sto lat” – powiedziała.";
    expect(speakersOf("pl", text)).not.toContain("Roman Morski");
  });

  test("where two are told, each with an office", () => {
    const text = "El presidente, Julio Mora, y la secretaria, Lola Prado, dijeron: “Nadie venderá el molino del río”.";
    expect(speakersOf("es", text)).not.toContain("Lola Prado");
  });
});
