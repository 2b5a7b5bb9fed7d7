/** How sentences open in languages of other families: what leans on the sentence before, and what can be taken off. */

import { describe, expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

/** The second of two sentences as a summary would take it. */
function readSecond(language: string, text: string) {
  const unit = readUnits({ text, language })[1];
  if (unit === undefined) throw new Error("The text has one sentence only.");
  return unit;
}

describe("a connective is taken off", () => {
  test.each([
    [
      "fi",
      "Varenin satama avataan keväällä. Lisäksi kaupunki rakentaa joen yli uuden sillan.",
      "Kaupunki rakentaa joen yli uuden sillan.",
    ],
    // Turkish has a capital for each of its two letters i.
    [
      "tr",
      "Varen limanı ilkbaharda açılacak. Ancak istasyonun onarımı gelecek yıla kadar sürecek.",
      "İstasyonun onarımı gelecek yıla kadar sürecek.",
    ],
    [
      "ko",
      "바렌 항구가 봄에 문을 연다. 한편 시는 강 위에 새 다리를 놓기로 했다.",
      "시는 강 위에 새 다리를 놓기로 했다.",
    ],
  ])("%s", (language, text, shown) => {
    expect(readSecond(language, text).sentence.text).toBe(shown);
  });
});

describe("a sentence leans on the one before", () => {
  test.each([
    ["fi", "Varenin satama avataan keväällä. Siksi lautta lopettaa liikenteensä syksyllä."],
    ["tr", "Varen limanı ilkbaharda açılacak. Bu nedenle vapur seferleri sonbaharda bitecek."],
    ["ko", "바렌 항구가 봄에 문을 연다. 이에 따라 여객선은 가을에 운항을 멈춘다."],
  ])("%s", (language, text) => {
    expect(readSecond(language, text).faults.isLeaning).toBe(true);
  });
});

describe("a sentence opens with a pronoun", () => {
  test.each([
    ["fi", "Ada Moor johtaa Varenin satamaa. Hän aloitti työnsä kaksi vuotta sitten."],
    ["tr", "Ada Moor Varen limanını yönetiyor. O iki yıl önce göreve başladı."],
    ["ko", "아다 무어가 바렌 항구를 이끈다. 그는 두 해 전에 일을 시작했다."],
  ])("%s", (language, text) => {
    expect(readSecond(language, text).faults.isPronounLed).toBe(true);
  });
});

test("“this year” leans on nothing", () => {
  expect(readSecond("tr", "Varen limanı açıldı. Bu yıl vapur seferleri iki katına çıktı.").faults.isLeaning).toBe(
    false,
  );
});

test.each([
  "It is for that reason that ",
  "That is why ",
  "That's why ",
  "This is part of the reason why ",
  "For that reason, ",
])("“%s” only ties the sentence to the one before", (opening) => {
  const [, unit] = readUnits({
    text: `The pier of Ostrel is rotten. ${opening}the council of Varen closed it on Friday.`,
    language: "en",
  });
  expect(unit?.sentence.text).toBe("The council of Varen closed it on Friday.");
});

test.each([
  "That is why and how the council of Varen closed it on Friday.",
  "For that reason alone the council of Varen closed it on Friday.",
])("what says more than that stays whole: %s", (text) => {
  const [, unit] = readUnits({ text: `The pier of Ostrel is rotten. ${text}`, language: "en" });
  expect(unit?.sentence.text).toBe(text);
});
