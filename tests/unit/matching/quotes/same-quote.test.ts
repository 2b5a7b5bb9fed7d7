/** The same words in two outlets are one quote, and words that are nearly the same are two; tried on pairs made by program. */

import { describe, expect, it } from "vitest";
import { isSameQuote, readQuoteWords } from "../../../../src/matching/quotes/same-quote.ts";
import { mayBeSame, readRun } from "../../../../src/matching/quotes/shared-run.ts";

const SAID: readonly (readonly [language: string, text: string])[] = [
  ["en", "The old bridge at Varen will stay open until 14 May. We have told every shopkeeper on the northern bank."],
  ["en", "Nobody should have to carry water 300 metres uphill. That is why we’re laying the new pipe before winter."],
  ["en", "I have seen the storm take eleven boats from this harbor. This time the crews were warned two days early."],
  ["en", "Our nurses worked 72 hours without a proper break. The board knew about that and signed the roster anyway."],
  [
    "de",
    "Die Brücke in Varen bleibt bis zum 14. Mai geöffnet. Wir haben alle Händler am Nordufer rechtzeitig gewarnt.",
  ],
  [
    "de",
    "Niemand soll im Winter ohne Heizung sitzen. Deshalb bauen wir die neue Leitung noch in diesem Herbst fertig.",
  ],
  [
    "fr",
    "Le vieux pont de Varen restera ouvert jusqu’au 14 mai. Nous avons prévenu tous les commerçants du quartier nord.",
  ],
  ["es", "El viejo puente de Varen seguirá abierto hasta el 14 de mayo. Hemos avisado a todos los vecinos del norte."],
  ["ru", "Старый мост в Варене останется открытым до 14 мая. Мы предупредили всех торговцев на северном берегу."],
  ["ar", "سيبقى الجسر القديم في فارين مفتوحا حتى 14 مايو. لقد أبلغنا جميع التجار على الضفة الشمالية للنهر."],
  ["pt", "A velha ponte de Varen ficará aberta até 14 de maio. Avisámos todos os comerciantes da margem norte do rio."],
  ["uk", "Старий міст у Варені залишиться відкритим до 14 травня. Ми попередили всіх торговців на північному березі."],
];

const swap = (text: string): string => {
  const [first = "", second = ""] = text.split(/(?<=[^\d]\.|14 мая\.|травня\.|May\.|Mai geöffnet\.)\s+/u);
  return `${second} ${first}`;
};
const words = (text: string): readonly string[] => text.split(" ");

/** How outlets print the same words. */
const SAME: readonly ((text: string) => string)[] = [
  (text) => words(text).slice(0, 8).join(" "),
  (text) => words(text).slice(-8).join(" "),
  (text) => words(text).slice(0, 10).join(" ").concat(" …"),
  (text) => `[…] ${words(text).slice(-9).join(" ")}`,
  (text) => `${words(text).slice(0, 5).join(" ")} … ${words(text).slice(-5).join(" ")}`,
  (text) => `${words(text).slice(0, 5).join(" ")} (...) ${words(text).slice(-5).join(" ")}`,
  (text) => text.replaceAll("’", "'").replace(/\.$/u, ","),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(" ", "\u00a0 ").replace(/\.$/u, "!"),
  (text) => text.replace(/\.$/u, "").replace(/ (\S+)$/u, " “$1”"),
  swap,
  (text) => `«${text.replaceAll("'", "’")}»`,
];

/** What looks alike and is not the same. */
const OTHER: readonly ((text: string, language: string) => string)[] = [
  (text) => text.replace(/\d+/u, (number) => String(Number(number) + 1)),
  (text) => text.replace(/\d+/u, (number) => `${number}.5`),
  (text) => text.replace(/Varen|Варен[еі]|فارين|harbor|roster|water|Winter/u, "Torsholm"),
  (text) => words(text).toSpliced(3, 1, "anders").join(" "),
  (text) => words(text).toSpliced(-3, 1, "nimmer").join(" "),
  (text) => words(text).toSpliced(4, 1).join(" "),
  (text) => words(text).toSpliced(2, 0, "nie").join(" "),
  (text) => words(text).toSpliced(5, 0, "not").join(" "),
  (text) => words(text).slice(0, 9).toSpliced(4, 1, "zwölf").join(" "),
  (text) => words(text).slice(0, 4).join(" "),
  (text) => `${words(text).slice(0, 6).join(" ")} ${words(text).slice(-6).toReversed().join(" ")}`,
  (text, language) => SAID.find(([other, said]) => said !== text && other !== language)?.[1] ?? "",
];

const isSame = (a: string, b: string, language: string): boolean =>
  mayBeSame(readRun(a), readRun(b)) && isSameQuote(readQuoteWords(a), readQuoteWords(b), { language });

describe("the same words in two outlets", () => {
  it("are one quote however they are cut, marked and ordered, and nothing else is", () => {
    const same = SAID.flatMap(([language, text]) => SAME.map((print) => [language, text, print(text)] as const));
    const other = SAID.flatMap(([language, text]) =>
      OTHER.map((change) => [language, text, change(text, language)] as const).filter(([, a, b]) => a !== b),
    );
    const found = same.filter(([language, a, b]) => isSame(a, b, language) && isSame(b, a, language));
    const missed = same.filter((pair) => !found.includes(pair));
    const wrong = other.filter(([language, a, b]) => isSame(a, b, language) || isSame(b, a, language));
    const precision = found.length / (found.length + wrong.length);
    console.info(
      `same words: ${same.length + other.length} pairs, precision ${(100 * precision).toFixed(1)} %, ` +
        `found ${found.length} of ${same.length}, wrong ${wrong.length} of ${other.length}`,
    );
    expect(same.length + other.length).toBeGreaterThanOrEqual(240);
    expect(wrong.map(([, , text]) => text)).toEqual([]);
    expect(missed.map(([, , text]) => text)).toEqual([]);
  });

  it("are not the same when the cut leaves a “not” of the sentence outside", () => {
    const whole = "I do not think that the northern ferry will sail again this year. Ask the owners.";
    expect(isSame(whole, "the northern ferry will sail again this year", "en")).toBe(false);
    expect(isSame(whole, "I do not think that the northern ferry will sail again", "en")).toBe(true);
    expect(
      isSame("We will not raise the fares for pupils in autumn", "We will … raise the fares for pupils", "en"),
    ).toBe(false);
  });

  it("are not the same when answers change places", () => {
    const said = "Will the mill close this year? No, never. Will the quarry close this year? Yes, surely.";
    const turned = "Will the mill close this year? Yes, surely. Will the quarry close this year? No, never.";
    expect(isSame(said, turned, "en")).toBe(false);
  });

  it("are too few to be anybody's own, unless the same person is named", () => {
    const [a, b] = [readQuoteWords("We are devastated"), readQuoteWords("we are devastated.")];
    expect(isSameQuote(a, b, { language: "en" })).toBe(false);
    expect(isSameQuote(a, b, { language: "en", isSameSpeaker: true })).toBe(true);
  });

  it("are too common when nothing but small words is left", () => {
    expect(isSame("It is one of the things that we have to do here", "it is one of the", "en")).toBe(false);
  });

  it("are read without spaces, where a verb may be turned by its ending", () => {
    const whole = "古い橋は五月十四日まで通行できるようにします。住民には説明しました。";
    expect(isSame(whole, "古い橋は五月十四日まで通行できるようにします", "ja")).toBe(true);
    expect(isSame(whole, "古い橋は五月十五日まで通行できるようにします", "ja")).toBe(false);
    expect(isSame("新しい渡し船は予定通り来月開くことはない", "新しい渡し船は予定通り来月開く", "ja")).toBe(false);
  });
});

it("a quote as long as a page is compared with none, however it is made", () => {
  const words = readQuoteWords("so it goes ".repeat(20_000));
  expect(words.words).toEqual([]);
  expect(isSameQuote(words, words, { language: "en" })).toBe(false);
  expect(readQuoteWords("a ".repeat(400)).words).toEqual([]);
});
