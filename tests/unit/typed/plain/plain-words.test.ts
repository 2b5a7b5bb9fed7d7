/** What is read from words without a slash, in each language the bot speaks. */

import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import { LANGUAGES } from "../../../../src/messages/languages.ts";
import { PLAIN_WORDS } from "../../../../src/messages/plain-words.ts";
import { readPlainWords } from "../../../../src/typed/plain/plain-words.ts";

const read = (text: string, spoken: (typeof LANGUAGES)[number] = "en") => readPlainWords(text, spoken, COMMANDS);
const asked = (text: string, spoken: (typeof LANGUAGES)[number] = "en") => {
  const meaning = read(text, spoken);
  return meaning.kind === "asked" ? [meaning.asked.commandName, meaning.asked.rawOptions] : meaning;
};

describe("words that are no command", () => {
  test.each<[string, string, object]>([
    ["help", "help", {}],
    ["Help!", "help", {}],
    ["what's new?", "latest", {}],
    ["latest", "latest", {}],
    ["subscriptions", "subscriptions", {}],
    ["why is nothing coming", "why", {}],
    ["Why are there no posts here?", "why", {}],
    ["stop", "unsubscribe", {}],
    ["unsubscribe from Kestrel Daily", "unsubscribe", {}],
    ["who said what about the harbor", "quotes", { about: "harbor" }],
    ["What did Ines Calder say about the harbor bridge?", "quotes", { speaker: "Ines Calder", about: "harbor bridge" }],
    ["what does the mayor of Kestrel Bay think", "quotes", { speaker: "mayor of Kestrel Bay" }],
    ["quotes by Ines Calder", "quotes", { speaker: "Ines Calder" }],
    ["quotes about the tram", "quotes", { about: "tram" }],
    ["news about the tram strike", "search", { words: "tram strike" }],
    ["is the harbor closed?", "search", { words: "harbor closed" }],
    ["who is Ines Calder", "search", { words: "Ines Calder" }],
    ["hello, can you show me the latest news?", "latest", {}],
    ["How do I unsubscribe?", "unsubscribe", {}],
    ["please search for the tram", "search", { words: "tram" }],
  ])("%s is asked as /%s", (text, command, options) => {
    expect(asked(text)).toEqual([command, options]);
  });

  test.each<[string, boolean, readonly string[]]>([
    ["follow Ines Calder", true, ["Ines Calder"]],
    ["follow the harbor story", true, ["the harbor story", "harbor story", "harbor"]],
    ["subscribe to world news", false, ["world news", "world"]],
    ["send me news about ferries", false, ["news about ferries", "ferries"]],
    ["I want to follow Ines Calder.", true, ["Ines Calder"]],
    ["subscribe to https://kestrel.example/feed.xml", false, ["https://kestrel.example/feed.xml"]],
  ])("%s is a wish, which waits for a press where it names nothing exactly", (text, isFollowed, forms) => {
    expect(read(text)).toMatchObject({ kind: "wish", isFollowed, forms: expect.arrayContaining([...forms]) });
  });

  test.each([
    ["https://kestrel.example/2026/harbor", "https://kestrel.example/2026/harbor"],
    ["kestrel.example", "https://kestrel.example"],
    ["kestrel.example/feed.xml", "https://kestrel.example/feed.xml"],
  ])("%s is an address", (text, url) => {
    expect(read(text)).toEqual({ kind: "address", url });
  });

  test.each([
    ["harbor strike", "harbor strike"],
    ["the", ""],
    ["???", ""],
    ["Mr. Calder", "Mr Calder"],
    ["stop words in the harbor", "stop words harbor"],
  ])("of %s nothing is certain but its words", (text, words) => {
    expect(read(text)).toEqual({ kind: "words", words });
  });
});

describe("in every language the bot speaks", () => {
  test.each([
    ["de", "Wer hat was über den Hafen gesagt?", { about: "Hafen" }],
    ["fr", "Qui a dit quoi sur le port ?", { about: "port" }],
    ["es", "¿Quién dijo qué sobre el puerto?", { about: "puerto" }],
    ["pt", "Quem disse o quê sobre o porto?", { about: "porto" }],
    ["ru", "Кто что сказал о порте?", { about: "порте" }],
    ["uk", "Хто що сказав про порт?", { about: "порт" }],
    ["ar", "من قال ماذا عن الميناء؟", { about: "الميناء" }],
  ] as const)("%s: %s asks for quotes, whatever the room speaks", (language, text, options) => {
    expect(asked(text, language)).toEqual(["quotes", options]);
    expect(asked(text)).toEqual(["quotes", options]);
  });

  test.each([
    ["de", "Warum kommt nichts?"],
    ["fr", "Pourquoi rien ne vient ?"],
    ["es", "¿Por qué no llega nada?"],
    ["pt", "Por que não chega nada?"],
    ["ru", "Почему ничего не приходит?"],
    ["uk", "Чому нічого не приходить?"],
    ["ar", "لماذا لا يصل شيء؟"],
  ] as const)("%s: %s asks why", (language, text) => {
    expect(asked(text, language)).toEqual(["why", {}]);
  });

  test.each(LANGUAGES)("%s: help, news and wishes are understood by its own words", (language) => {
    const { help, latest, follow, subscribe, unsubscribe, stop, search, quotesBy } = PLAIN_WORDS[language];
    for (const phrase of help) expect(asked(phrase, language), phrase).toEqual(["help", {}]);
    for (const phrase of latest) expect(asked(phrase, language), phrase).toEqual(["latest", {}]);
    for (const phrase of [...unsubscribe, ...stop]) {
      expect(asked(phrase, language), phrase).toEqual(["unsubscribe", {}]);
    }
    for (const phrase of follow) {
      expect(read(`${phrase} Calder`, language), phrase).toMatchObject({ kind: "wish", isFollowed: true });
    }
    for (const phrase of subscribe) {
      expect(read(`${phrase} Calder`, language), phrase).toMatchObject({ kind: "wish", isFollowed: false });
    }
    for (const phrase of search) expect(asked(`${phrase} Calder`, language)).toEqual(["search", { words: "Calder" }]);
    for (const phrase of quotesBy)
      expect(asked(`${phrase} Calder`, language)).toEqual(["quotes", { speaker: "Calder" }]);
  });

  test("English words of command are understood in a room that speaks another language", () => {
    expect(asked("help", "de")).toEqual(["help", {}]);
    expect(read("follow Ines Calder", "ar")).toMatchObject({ kind: "wish", isFollowed: true });
  });
});

test("what is very long is bounded", () => {
  const meaning = read(`harbor ${"x".repeat(100_000)}`);
  expect(JSON.stringify(meaning).length).toBeLessThan(1000);
});

describe("words that missed", () => {
  test.each<[string, string, object]>([
    ["why no football news", "why", { what: "football" }],
    ["Why did the storm story not come?", "why", { what: "storm" }],
    ["why didn't the tram story arrive", "why", { what: "tram" }],
    ["Why are no posts coming here today?", "why", {}],
    ["show me the newest", "latest", {}],
    ["what is the top story?", "top", {}],
    ["translate to German", "translate", { to: "de" }],
    ["please translate everything into français", "translate", { to: "fr" }],
    ["is it raining at the quay?", "search", { words: "raining quay" }],
    ["why did nothing happen at the harbor bridge", "search", { words: "nothing happen harbor bridge" }],
  ])("“%s” is /%s", (text, command, options) => {
    expect(asked(text)).toEqual([command, options]);
  });

  test.each<["de" | "fr" | "es" | "pt" | "ru" | "uk" | "ar", string]>([
    ["de", "Warum kam die Meldung vom Sturm nicht?"],
    ["fr", "Pourquoi la tempête n'est pas arrivée ?"],
    ["es", "¿Por qué no llegó la tormenta?"],
    ["ru", "Почему не пришла статья про шторм?"],
    ["uk", "Чому не прийшла стаття про шторм?"],
  ])("%s: “%s” asks about what is missing", (language, text) => {
    expect(asked(text, language)).toMatchObject(["why", { what: expect.stringMatching(/\w|\p{L}/u) }]);
  });

  test.each(LANGUAGES)("%s: the top, and what is said out of kindness", (language) => {
    for (const phrase of PLAIN_WORDS[language].top) expect(asked(phrase, language), phrase).toEqual(["top", {}]);
    for (const phrase of PLAIN_WORDS[language].greetings)
      expect(read(phrase, language), phrase).toEqual({ kind: "words", words: "" });
  });

  test("“nicer hat” lost its hat, a small word in German only", () => {
    expect(read("nicer hat")).toEqual({ kind: "words", words: "nicer hat" });
    expect(read("Boote zur Insel, etwas über Segel")).toEqual({ kind: "words", words: "Boote Insel Segel" });
  });

  test("“the harbor feed” was looked for with the word feed", () => {
    expect(read("subscribe to the harbor feed")).toMatchObject({
      kind: "wish",
      forms: expect.arrayContaining(["harbor"]),
    });
  });
});
