/** Words in marks that the text itself says were not said: never a quote; and their neighbors that were said. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const quotesOf = (text: string, language = "en") => findQuotes(text, { language }).map((quote) => quote.text);

describe("no quote", () => {
  test.each([
    ["denied", "en", "Ada Moor denied telling the crew “we will sell the boats by the end of May.”"],
    ["never said", "en", "Ada Moor never said “we will sell the boats by the end of May,” her office wrote."],
    ["a denied report", "de", "Moor hat Berichte zurückgewiesen, sie sei „bereits im Mai aus der Werft“ gegangen."],
    ["nobody said", "en", "No one at the yard said “we will sell the boats by the end of May.”"],
    ["declined", "en", "Hale Marine declined to “discuss every rumor about the yard” on Friday."],
    ["misquoted", "en", "Moor was misquoted as saying “we will sell the boats by the end of May.”"],
    ["a doctored clip", "en", "A doctored clip shows Ada Moor saying “we will sell the boats by the end of May.”"],
    ["taken back behind", "en", "“We will sell the boats by May,” Moor wrote there. The post is a hoax."],
    ["should have said", "en", "Ada Moor should have said, “We were wrong about the boats and we are sorry.”"],
    ["if", "en", "If Moor says “we will sell the boats by the end of May,” the crew goes home."],
    ["an interviewer's question", "en", "The Tidings asked Hale Marine, “Why did nobody warn the crew of the boats?”"],
    ["a riddle", "en", "He hopes to solve the old riddle: “Who took the bell of the boat and never rang it?”"],
    ["a name", "en", "The operation, called “Clean Quay,” began at dawn, police said."],
    ["a title", "en", "Her novel “The Long Tide of Varen” tells of a strike, the mayor said."],
    ["a scare word", "en", "The yard sells a “micro” boat for two."],
    ["denied", "de", "Ada Moor bestritt, zur Mannschaft gesagt zu haben: „Wir verkaufen alle Boote im Mai.“"],
    ["never said", "de", "Ada Moor sagte nie: „Wir verkaufen alle Boote im Mai.“"],
    ["a riddle", "de", "Er sucht die Antwort auf die alte Frage: „Wer hat die Glocke vom Boot genommen?“"],
    ["never said", "es", "Ada Moro nunca dijo: «Venderemos todos los barcos en mayo»."],
    ["declined", "es", "La empresa no quiso “hablar de cada rumor sobre el puerto” el viernes."],
    ["never said", "fr", "Ada Moreau n'a jamais dit : « Nous vendrons tous les bateaux en mai »."],
    ["denied", "fr", "Ada Moreau nie avoir dit : « Nous vendrons tous les bateaux en mai »."],
    ["never said", "pt", "Ada Moreira nunca disse: “Vamos vender todos os barcos em maio”."],
    ["never said", "ru", "Ада Мор никогда не говорила: «Мы продадим все лодки в мае»."],
    ["denied", "it", "Ada Moro non ha mai detto: «Venderemo tutte le barche a maggio»."],
    ["never said", "uk", "Ада Мор ніколи не казала: «Ми продамо всі човни у травні»."],
    ["a proverb", "en", "As Ada Moor put it, an old proverb says: “A pier is as strong as its worst stone.”"],
    [
      "a motto passed on",
      "en",
      "Ada Moor, the coach, quoted the club's motto: “We sail till the last harbor is dark.”",
    ],
    ["words of the law", "en", "Moor closed her speech citing a line of the law: “Every boat shall carry a light.”"],
    ["a mother's advice", "en", "Ada Moor recalled her mother's advice: “Never paint a boat in the rain.”"],
    [
      "told beside a remark",
      "en",
      "The phrase is often repeated but, as Ms. Moor pointed out, also carries a warning: “Let the tide rise though piers fall.”",
    ],
    ["a proverb", "de", "Ada Moor erinnerte an ein altes Sprichwort: „Wer auf Wind wartet, der segelt nie.“"],
    ["a proverb", "es", "Ada Moro recordó un viejo refrán: «Quien espera al viento no zarpa nunca»."],
    ["a proverb", "fr", "Ada Moreau a rappelé un vieux proverbe : « Qui attend le vent ne part jamais »."],
  ])("%s (%s): %s", (_name, language, text) => {
    expect(quotesOf(text, language)).toEqual([]);
  });
});

describe("still a quote", () => {
  test.each([
    ["Ada Moor denied the claim, saying: “We did what the law asks of us.”", "We did what the law asks of us."],
    ["“We never said that the boats were safe,” Ada Moor told reporters.", "We never said that the boats were safe,"],
    ["Ada Moor said she would not “give in to the owners of the yard.”", "give in to the owners of the yard."],
    ["Ada Moor not only said “we are sorry about the boats,” but wept.", "we are sorry about the boats,"],
    ["“Who took the bell? I ask that every day,” Ada Moor said.", "Who took the bell? I ask that every day,"],
    ["Ada Moor cited “a lack of boats and of people to row them.”", "a lack of boats and of people to row them."],
    ["As Ada Moor, a pilot, puts it: “A map without a date is a picture.”", "A map without a date is a picture."],
    ["Ada Moor repeated her call: “Nobody may row across after dark.”", "Nobody may row across after dark."],
    ["Ada Moor called the doctored clip “a disgrace for the whole town.”", "a disgrace for the whole town."],
  ])("%s", (text, quote) => {
    expect(quotesOf(text)).toEqual([quote]);
  });
});
