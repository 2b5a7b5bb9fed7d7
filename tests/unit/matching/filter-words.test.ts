/** A filter meets a word in its other forms, in each language with rules for them, and no other word. */

import { describe, expect, test } from "vitest";
import { EMPTY_FILTER, type Filter } from "../../../src/domain/subscription.ts";
import { judge, type Matchable, toFoldedText } from "../../../src/matching/filter.ts";
import { readFilter, type Wishes } from "../../../src/typed/wishes.ts";
import { buildArticle, buildBrief } from "../../helpers/build.ts";

const toMatchable = (headline: string, part: Partial<Matchable> = {}): Matchable => ({
  feedId: buildArticle().feedId,
  topics: [],
  language: "en",
  brief: { ...buildBrief(buildArticle()), headline },
  text: "",
  quotes: [],
  ...part,
});

function isPosted(wishes: Partial<Wishes>, matchable: Matchable): boolean {
  const filter: Filter = readFilter(wishes as Wishes, EMPTY_FILTER, []);
  return judge(filter, matchable, toFoldedText(matchable)).isMatch;
}

const meets = (words: string, headline: string, language = "en"): boolean =>
  isPosted({ words }, toMatchable(headline, { language }));

describe("a word", () => {
  test.each([
    ["strike", "Rail strikes go on", "en"],
    ["strikes", "Pilots are striking again", "en"],
    ["Wahl", "Die Wahlen im Mai", "de"],
    ["Häuser", "Ein Haus am See brennt", "de"],
    ["grève", "Des grèves dans les ports", "fr"],
    ["hôpital", "Deux hôpitaux ferment", "fr"],
    ["huelga", "Huelgas en el puerto", "es"],
    ["elecciones", "La elección se repite", "es"],
    ["eleição", "As eleições de maio", "pt"],
    ["sciopero", "Scioperi nei porti", "it"],
    ["staking", "Stakingen in de haven", "nl"],
    ["strejk", "Strejken i hamnen går vidare", "sv"],
    ["strejke", "Strejkerne fortsætter", "da"],
    ["streik", "Streiken i havnen", "nb"],
    ["lakko", "Satamassa on lakon uhka", "fi"],
    ["Москва", "Пожар в Москве", "ru"],
    ["забастовка", "Рабочие начали забастовку", "ru"],
    ["Київ", "Пожежа у Києві", "uk"],
    ["strajk", "Po strajku w porcie", "pl"],
    ["stávka", "Ke stávce se přidali řidiči", "cs"],
    ["grev", "Limanda grevler sürüyor", "tr"],
    ["مدرسة", "افتتاح المدرسة الجديدة", "ar"],
    ["선거", "다음 달 선거에서", "ko"],
    ["選挙", "総選挙の日程", "ja"],
    ["北京", "北京市政府宣布", "zh"],
    ["เลือกตั้ง", "วันเลือกตั้งใหม่", "th"],
  ])("%s meets “%s” (%s)", (word, headline, language) => {
    expect(meets(word, headline, language)).toBe(true);
  });

  test.each([
    ["Wahl", "Eine gute Auswahl", "de"],
    ["Bürger", "Die Burg am Fluss", "de"],
    ["port", "A report on imports", "en"],
    ["import", "An important vote", "en"],
    ["organ", "Organizations meet", "en"],
    ["new", "The news at ten", "en"],
    ["casa", "El caso del puente", "es"],
    ["puerto", "Una puerta cerrada", "es"],
    ["porte", "Le port est fermé", "fr"],
    ["casa", "Il caso del ponte", "it"],
    ["bom", "Een boom valt om", "nl"],
    ["мир", "Мировой рекорд", "ru"],
    ["京都", "東京都の会見", "ja"],
    ["国会", "美国会议员到访", "zh"],
  ])("%s does not meet “%s” (%s)", (word, headline, language) => {
    expect(meets(word, headline, language)).toBe(false);
  });

  test("that is kept out keeps out those who do it, too", () => {
    expect(isPosted({ without: "football" }, toMatchable("Footballers strike"))).toBe(false);
    expect(isPosted({ without: "football" }, toMatchable("Dockers strike"))).toBe(true);
  });
});

describe("capitals", () => {
  test.each([
    ["US", "The US votes", true],
    ["US", "Sanctions by the U.S. go on", true],
    ["US", "They told us so", false],
    ["US", "Us too, say dockers", false],
    ["WHO", "WHO warns of fever", true],
    ["WHO", "Who warns of fever", false],
    ["IT", "It rains on it", false],
    ["NGO", "Two NGOs leave", true],
    ["NATO", "Nato meets in Vessland", true],
    ["us", "The US votes", true],
    ["UNESCO", "the unesco list", true],
  ])("%s in “%s”: %s", (word, headline, expected) => {
    expect(meets(word, headline)).toBe(expected);
  });
});

describe("other ways to write a wish", () => {
  test.each([
    ["katowic*", "Nocleg w Katowicach", true],
    ["katowic*", "Nocleg w Krakowie", false],
    ["ferry, harbor*", "The harborside burns", true],
    ["port strike", "Port strikes go on", true],
    ["port strike", "A strike at the port", false],
    ['"port strike"', "Port strikes go on", false],
    ['"port strike"', "A port strike goes on", true],
    ["“port strike”, ferry", "The ferries are back", true],
    ["C++", "A new C++ compiler", true],
    ["C++", "Vitamin C for all", false],
    ["C#", "What C# can do", true],
    ["C#", "What C can do", false],
    [".NET", "Running .NET at home", true],
    [".NET", "A fishing net is lost", false],
    [".NET", "Visit harbor.net now", false],
    ["Disney", "Disney+ raises its price", true],
    ["R&D", "More R&D at sea", true],
  ])("%s and “%s”: %s", (words, headline, expected) => {
    expect(meets(words, headline)).toBe(expected);
  });

  test.each(["!!!", "🎉", "---", "*", "ferry, ?!", '""x"" , …'])(
    "%s, which nothing could meet, is refused at once",
    (words) => {
      expect(() => meets(words, `Party ${words} today`)).toThrow();
      expect(() => isPosted({ without: words }, toMatchable("Party"))).toThrow();
    },
  );

  test("in:title looks in the headline alone", () => {
    const article = toMatchable("Rain at last", { text: "The ferries wait in the rain." });
    expect(isPosted({ words: "ferry" }, article)).toBe(true);
    expect(isPosted({ words: "ferry in:title" }, article)).toBe(false);
    expect(isPosted({ words: "in:title rain" }, article)).toBe(true);
    expect(isPosted({ without: "ferry in:title" }, article)).toBe(true);
  });

  test("an author and a category narrow a subscription, each by name or as a part of a wish", () => {
    const article = toMatchable("Rain at last", {
      byline: "Ada Moor and Jon Venn",
      categories: ["Weather", "Home News"],
    });
    expect(isPosted({ author: "moor" }, article)).toBe(true);
    expect(isPosted({ author: "Ada Venn" }, article)).toBe(false);
    expect(isPosted({ author: "Pia Lund, Jon Venn" }, article)).toBe(true);
    expect(isPosted({ category: "weather" }, article)).toBe(true);
    expect(isPosted({ category: "sport" }, article)).toBe(false);
    expect(isPosted({ words: 'rain author:"Jon Venn"' }, article)).toBe(true);
    expect(isPosted({ words: "rain category:sport" }, article)).toBe(false);
    expect(isPosted({ without: 'category:"home news"' }, article)).toBe(false);
    expect(isPosted({ author: "moor" }, toMatchable("Rain at last"))).toBe(false);
  });
});
