/** A translation may be shown when it names, counts, dates, denies and quotes what its original does, and nothing else. */

import { describe, expect, test } from "vitest";
import { findLanguage } from "../../../../../src/articles/text-language.ts";
import { checkTranslation } from "../../../../../src/briefs/model/translation/check-translation.ts";

interface Case {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly speakers: readonly string[];
  readonly lines: readonly (readonly [original: string, translated: string])[];
}

const ENGLISH = {
  from: "en",
  to: "de",
  text: "The Varen harbor council voted 7 to 4 on Tuesday to keep the Ellory pier open, and it will not be closed before March 2027. Repairs cost 4.2 million crowns. “We will not sell the pier,” said Ada Lindqvist, the harbor master. American engineers looked at it in November. Marko Teel, who leads the opposition, called it “a costly mistake”.",
  speakers: ["Ada Lindqvist", "Marko Teel"],
  lines: [
    ["Varen keeps its pier", "Varen behält seinen Pier"],
    [
      "The Varen harbor council voted 7 to 4 on Tuesday to keep the Ellory pier open, and it will not be closed before March 2027.",
      "Der Hafenrat von Varen stimmte am Dienstag mit 7 zu 4 dafür, den Pier Ellory offen zu halten, und er wird nicht vor März 2027 geschlossen.",
    ],
    ["Repairs cost 4.2 million crowns.", "Die Reparaturen kosten 4,2 Millionen Kronen."],
    ["We will not sell the pier", "Wir werden den Pier nicht verkaufen"],
    ["harbor master", "Hafenmeisterin"],
    ["American engineers looked at it in November.", "Amerikanische Ingenieure sahen ihn sich im November an."],
    [
      "Marko Teel, who leads the opposition, called it “a costly mistake”.",
      "Marko Teel, der die Opposition führt, nannte es „einen teuren Fehler“.",
    ],
  ],
} as const satisfies Case;

const GOOD: readonly Case[] = [
  ENGLISH,
  {
    from: "de",
    to: "en",
    text: "Der Stadtrat von Varen stimmte am Dienstag mit 7 zu 4 Stimmen für den Pier. Die Reparatur kostet 1,2 Milliarden Kronen. „Wir verkaufen nicht“, sagte Ada Lindqvist. Deutschland zahlt drei Boote.",
    speakers: ["Ada Lindqvist"],
    lines: [
      [
        "Der Stadtrat von Varen stimmte am Dienstag mit 7 zu 4 Stimmen für den Pier.",
        "The city council of Varen voted 7 to 4 for the pier on Tuesday.",
      ],
      ["Die Reparatur kostet 1,2 Milliarden Kronen.", "The repair costs 1.2 billion crowns."],
      ["Wir verkaufen nicht", "We are not selling"],
      ["Deutschland zahlt drei Boote.", "Germany pays for 3 boats."],
    ],
  },
  {
    from: "fr",
    to: "es",
    text: "Le conseil de Varen a voté mardi. Le port a perdu 1 200 emplois en mai. « Nous ne vendrons pas la jetée », a dit Ada Lindqvist. L'Allemagne a payé deux bateaux.",
    speakers: ["Ada Lindqvist"],
    lines: [
      ["Le conseil de Varen a voté mardi.", "El consejo de Varen votó el martes."],
      ["Le port a perdu 1 200 emplois en mai.", "El puerto perdió 1.200 empleos en mayo."],
      ["Nous ne vendrons pas la jetée", "No venderemos el muelle"],
      ["L'Allemagne a payé deux bateaux.", "Alemania pagó dos barcos."],
    ],
  },
  {
    ...ENGLISH,
    to: "ru",
    lines: [
      [
        "The Varen harbor council voted 7 to 4 on Tuesday to keep the Ellory pier open, and it will not be closed before March 2027.",
        "Портовый совет Варена во вторник 7 голосами против 4 решил оставить пирс Эллори открытым, и до марта 2027 года его не закроют.",
      ],
      ["Repairs cost 4.2 million crowns.", "Ремонт стоит 4,2 млн крон."],
      [
        "Marko Teel, who leads the opposition, called it “a costly mistake”.",
        "Марко Тил, возглавляющий оппозицию, назвал это «дорогой ошибкой».",
      ],
    ],
  },
  {
    ...ENGLISH,
    to: "ar",
    lines: [
      ["Repairs cost 4.2 million crowns.", "تبلغ تكلفة الإصلاحات 4.2 مليون كرونة."],
      [
        "Marko Teel, who leads the opposition, called it “a costly mistake”.",
        "ووصفه Marko Teel، الذي يقود المعارضة، بأنه «خطأ مكلف».",
      ],
    ],
  },
  {
    from: "ru",
    to: "en",
    text: "Порт Варен закрыли в пятницу, 13 ноября. «Мы не продадим пирс», — сказала Ада Линдквист. Германия заплатит 5 млн евро за ремонт.",
    speakers: ["Ада Линдквист"],
    lines: [
      ["Порт Варен закрыли в пятницу, 13 ноября.", "The port of Varen was closed on Friday, 13 November."],
      ["Ада Линдквист заплатит 5 млн евро за ремонт.", "Ada Lindqvist will pay 5 million euros for the repairs."],
    ],
  },
];

const check = ({ lines, ...context }: Case): readonly { readonly line: number; readonly detail: string }[] =>
  checkTranslation(
    lines.map(([original, translated]) => ({ original, translated })),
    { ...context, tellLanguage: findLanguage },
  );

describe("a true translation passes", () => {
  test.each(GOOD)("from $from to $to", (each) => {
    expect(check(each)).toEqual([]);
  });
});

describe("what is told otherwise is refused", () => {
  const [headline, vote, cost, words, role, engineers, mistake] = ENGLISH.lines;
  test.each<readonly [what: string, original: string, translated: string]>([
    ["a place is another", vote[0], vote[1].replace("Varen", "Kesten")],
    ["a place in the headline is another", headline[0], "Kesten behält seinen Pier"],
    ["a person is another", mistake[0], mistake[1].replace("Teel", "Vale")],
    ["a person is spelled otherwise", mistake[0], mistake[1].replace("Teel", "Tiel")],
    ["a first name is another", mistake[0], mistake[1].replace("Marko", "Mirko")],
    [
      "a person is left out",
      mistake[0],
      mistake[1].replace("Marko Teel, der die Opposition führt,", "Der Führer der Opposition"),
    ],
    ["a person is added", cost[0], "Die Reparaturen kosten 4,2 Millionen Kronen, so Otto Brandner."],
    ["a people is another", engineers[0], engineers[1].replace("Amerikanische", "Russische")],
    ["a number is another", vote[0], vote[1].replace("7 zu 4", "8 zu 4")],
    ["a number is left out", vote[0], vote[1].replace("mit 7 zu 4 ", "")],
    ["a number is added", headline[0], "Varen behält seine 3 Piers"],
    ["a decimal is another", cost[0], cost[1].replace("4,2", "42")],
    ["a quantity is a thousandfold", cost[0], cost[1].replace("Millionen", "Milliarden")],
    ["a year is another", vote[0], vote[1].replace("2027", "2028")],
    ["a month is another", vote[0], vote[1].replace("März", "Mai")],
    ["a weekday is another", vote[0], vote[1].replace("Dienstag", "Mittwoch")],
    ["a weekday is left out", vote[0], vote[1].replace("am Dienstag ", "")],
    ["a denial is left out", words[0], "Wir werden den Pier verkaufen"],
    ["a denial is added", cost[0], "Die Reparaturen kosten nicht 4,2 Millionen Kronen."],
    ["a quotation lost its marks", mistake[0], mistake[1].replace(/[„“]/g, "")],
    ["a quotation is added", cost[0], "Die Reparaturen kosten „nur“ 4,2 Millionen Kronen."],
    ["a sentence is added", cost[0], `${cost[1]} Kauft sie jetzt.`],
    ["a sentence is left out", `${cost[0]} ${engineers[0]}`, cost[1]],
    ["it is half as long", vote[0], "Der Rat von Varen stimmte am Dienstag mit 7 zu 4."],
    ["a role is a story", role[0], "Hafenmeisterin, die ihr Amt schon lange hat und bald gehen muss"],
    ["it is copied", engineers[0], engineers[0]],
    ["a link is in it", cost[0], "Die Reparaturen kosten 4,2 Millionen Kronen, https://coins.example/buy."],
    ["a site is named", cost[0], "Die Reparaturen kosten 4,2 Millionen Kronen, siehe coins.example."],
    ["somebody is called", cost[0], "@everyone Die Reparaturen kosten 4,2 Millionen Kronen."],
    ["a role is called", cost[0], "<@&123> Die Reparaturen kosten 4,2 Millionen Kronen."],
    ["markup is in it", cost[0], "Die **Reparaturen** kosten 4,2 Millionen Kronen."],
    ["a tag is in it", cost[0], "Die <b>Reparaturen</b> kosten 4,2 Millionen Kronen."],
    ["letters nobody sees are in it", cost[0], "Die Repara\u200bturen kosten 4,2 Millionen Kronen."],
    ["letters that look alike are in it", cost[0], "Die Repаraturen kosten 4,2 Millionen Kronen."],
    ["the direction is turned", cost[0], "Die \u202eReparaturen kosten 4,2 Millionen Kronen."],
  ])("%s", (_what, original, translated) => {
    expect(check({ ...ENGLISH, lines: [[original, translated]] })).toHaveLength(1);
  });

  test("another language is no translation into the one asked for", () => {
    const [, vote] = GOOD[2]?.lines ?? [];
    const french = { ...GOOD[2], to: "pt", lines: vote === undefined ? [] : [vote] } as Case;
    const longer = [
      [
        "Le port a perdu 1 200 emplois en mai, et les bateaux ne partent plus.",
        "El puerto perdió 1.200 empleos en mayo, y los barcos ya no salen de los muelles de la ciudad.",
      ],
    ] as const;
    expect(check({ ...french, lines: longer }).map(({ line }) => line)).toContain(0);
  });

  test("where the alphabet is another, a name is known by its sound", () => {
    const russian = GOOD[3] as Case;
    const [original, translated] = russian.lines[2] ?? ["", ""];
    expect(check({ ...russian, lines: [[original, translated.replace("Тил", "Вейл")]] })).toHaveLength(1);
    expect(check({ ...russian, lines: [[original, translated.replace("Марко", "Борис")]] })).toHaveLength(1);
  });

  test("a name that only the translation has is strange, where nouns have no capitals", () => {
    const german = GOOD[1] as Case;
    const [original, translated] = german.lines[0] ?? ["", ""];
    expect(check({ ...german, lines: [[original, translated.replace("Varen", "Kesten")]] })).toHaveLength(1);
    expect(check({ ...german, lines: [["Deutschland zahlt drei Boote.", "France pays for 3 boats."]] })).toHaveLength(
      1,
    );
  });

  test("languages of which it is not told what denies and counts are not translated", () => {
    expect(check({ ...ENGLISH, from: "ja" }).map(({ line }) => line)).toEqual([0]);
    expect(check({ ...ENGLISH, from: "und" }).map(({ line }) => line)).toEqual([0]);
    expect(check({ ...ENGLISH, from: "de" }).map(({ line }) => line)).toEqual([0]);
  });
});
