/** Words that are hearsay, denied or put into somebody's mouth are no quotes of theirs; what only stands near is. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const quotesOf = (text: string, language = "en") => findQuotes(text, { language }).map((quote) => quote.text);

describe("what somebody is only rumored to have said is no quote of theirs", () => {
  test.each([
    ["en", "“We will sell the boats by the end of May,” Ada Moor is said to have told friends."],
    ["en", "“We will sell the boats by the end of May,” Ada Moor allegedly shouted at the crew."],
    ["en", "Ada Moor was rumored to have written: “We will sell the boats by the end of May.”"],
    ["en", "“We will sell the boats by the end of May,” Ada Moor reportedly told the crew."],
    ["en", "“We will sell the boats by the end of May,” Ada Moor allegedly told the crew. “We have no other way out.”"],
    ["fr", "« Nous vendrons tous les bateaux en mai », aurait dit Ada Moreau à ses amis."],
    ["fr", "Ada Moreau aurait déclaré : « Nous vendrons tous les bateaux en mai. »"],
    ["es", "“Venderemos todos los barcos en mayo”, habría dicho Ada Moro a sus amigos."],
    ["pt", "“Vamos vender todos os barcos em maio”, teria dito Ada Moreira a amigos."],
    ["it", "“Venderemo tutte le barche a maggio”, avrebbe detto Ada Moro agli amici."],
    ["de", "„Wir verkaufen alle Boote im Mai“, soll Ada Moor gesagt haben."],
    ["de", "Ada Moor soll gesagt haben: „Wir verkaufen alle Boote im Mai.“"],
    ["nl", "„We verkopen in mei alle boten van de werf”, zou Ada Moor hebben gezegd."],
    ["da", "»Vi sælger alle bådene i maj måned«, skal Ada Moor have sagt."],
    ["nb", "«Vi selger alle båtene i mai måned», skal Ada Moor ha sagt."],
    ["sv", "”Vi säljer alla båtarna i maj månad”, ska Ada Moor ha sagt."],
  ])("%s: %s", (language, text) => {
    expect(quotesOf(text, language)).toEqual([]);
  });
});

describe("what was put into somebody's mouth is no quote", () => {
  test.each([
    ["en", "At no point did Ada Moor say: “We will sell the boats by the end of May.”"],
    ["en", "Reports that Moor had said “we will sell the boats by the end of May” were wrong, her office wrote."],
    ["en", "A post that was widely shared falsely claims that Ada Moor said: “We will sell the boats by May.”"],
    ["en", "A tweet from an account posing as Ada Moor read: “We will sell the boats by the end of May.”"],
    ["en", "A parody account of Ada Moor wrote: “We will sell the boats by the end of May.”"],
    ["en", "The fake letter, signed Ada Moor, said: “We will sell the boats by the end of May.”"],
    ["en", "In a deep fake video, Moor says: “We will sell the boats by the end of May.”"],
    ["en", "Asked about the yard, the chatbot wrote that Moor had said: “We will sell the boats by May.”"],
    ["en", "“We will sell the boats by the end of May,” Moor says in the second act of the play."],
    ["en", "On the stage Moor, played by Joss Hale, says: “We will sell the boats by the end of May.”"],
    ["de", "Moor hat bestritten, die Fischer als „Plage dieser ganzen Küste“ bezeichnet zu haben."],
    ["de", "Zu keinem Zeitpunkt sagte Moor: „Wir verkaufen alle Boote im Mai.“"],
    ["de", "Ein Konto, das sich als Ada Moor ausgab, schrieb: „Wir verkaufen alle Boote im Mai.“"],
    ["fr", "Un compte se faisant passer pour Ada Moreau a écrit : « Nous vendrons tous les bateaux en mai. »"],
    ["fr", "Une publication prétend à tort que Moreau a dit : « Nous vendrons tous les bateaux en mai. »"],
    ["es", "Una cuenta que se hacía pasar por Ada Moro escribió: “Venderemos todos los barcos en mayo”."],
    ["es", "En ningún momento Ada Moro dijo: “Venderemos todos los barcos en mayo”."],
  ])("%s: %s", (language, text) => {
    expect(quotesOf(text, language)).toEqual([]);
  });
});

describe("still a quote", () => {
  test.each([
    ["“We will sell the boats by the end of May,” said Ada Moor, who allegedly took bribes.", "en"],
    ["Moor warned of an account posing as hers. “We will sell the boats by the end of May,” she said.", "en"],
    ["Ada Moor, fooled by a caller posing as her son, said: “We will sell the boats by the end of May.”", "en"],
    ["“Claims that we will sell the boats by May are false,” Ada Moor said.", "en"],
    ["Ada Moor said of the fake letter: “We will sell the boats by the end of May.”", "en"],
    ["At no point was Moor alone. “We will sell the boats by the end of May,” she said.", "en"],
    ["„Marn soll im Mai alle Boote bekommen haben“, sagte Ada Moor.", "de"],
    ["« J'aurais vendu tous les bateaux en mai », a dit Ada Moreau.", "fr"],
  ])("%s", (text, language) => {
    expect(quotesOf(text, language)).toHaveLength(1);
  });
});
