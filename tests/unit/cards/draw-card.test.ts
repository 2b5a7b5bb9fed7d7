/** Cards drawn for real: everything stands within the margins, in ten scripts, and no letter becomes a box. */

import { describe, expect, test } from "vitest";
import { CONTRAST_MIN, chooseColors, toContrast } from "../../../src/cards/card-colors.ts";
import { drawCard, openMeasure } from "../../../src/cards/draw-card.ts";
import { BAR_WIDTH, CARD_HEIGHT, CARD_WIDTH, layOutCard, MARGIN } from "../../../src/cards/layout.ts";
import { LEFT_OUT } from "../../../src/cards/shorten-quote.ts";
import { CARD_LOOKS, type Card } from "../../../src/domain/cards/card.ts";
import { lookAtPicture } from "../../../src/net/picture-bytes.ts";

const CARD: Card = {
  text: "We wait for the ferry, and the ferry waits for a new engine.",
  language: "en",
  marks: ["“", "”"],
  speaker: "Adaeze Moreau",
  role: "harbor master",
  unnamed: null,
  outlet: "The Harbor Wire",
  day: "November 29, 2026",
  link: "harborwire.example/ferry",
  look: "light",
};

/** Words to make texts of: invented sentences, cut into words. */
const SCRIPTS = [
  [
    "en",
    " ",
    "we wait for the ferry and “nobody” (in this harbor) has seen anything like it since 2019 Moreau well-known",
  ],
  ["ru", " ", "мы ждём паром который ждёт новый двигатель уже третий год подряд говорит Анна Королёва"],
  ["el", " ", "περιμένουμε το πλοίο και το πλοίο περιμένει μια νέα μηχανή εδώ και τρία χρόνια"],
  ["vi", " ", "chúng tôi chờ phà và phà chờ động cơ mới đã ba năm nay ở bến cảng"],
  ["ar", " ", "كانت هذه السفينة تنقل الإسمنت واليوم تنقل الكتب إلى 12 جزيرة ونحن ننتظر المحرك"],
  ["he", " ", "אנחנו מחכים למעבורת והמעבורת מחכה למנוע חדש מאז 2024 בנמל"],
  ["hi", " ", "हम नौका की प्रतीक्षा कर रहे हैं और नौका नए इंजन की प्रतीक्षा कर रही है"],
  ["th", "", "เรา กำลัง รอ เรือ ข้ามฟาก และ เรือ กำลัง รอ เครื่องยนต์ ใหม่ ใน ท่าเรือ"],
  ["zh", "", "我们 等待 渡轮 ， 渡轮 等待 新 发动机 。 港口 里 没有 人 见过 这样 的 事情"],
  ["ja", "", "この 船 は かつて セメント を 運んで いました が 、 今 は 島々 へ 本 を"],
  ["ko", " ", "우리는 배를 기다리고 있고 배는 새 엔진을 기다리고 있습니다 이 항구에서"],
] as const;

/** The same numbers at each run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

function makeText(random: () => number, words: string, gap: string, lengthMax: number): string {
  const list = words.split(" ");
  const count = 1 + Math.floor(random() * lengthMax);
  return Array.from({ length: count }, () => list[Math.floor(random() * list.length)]).join(gap);
}

describe("200 texts in eleven scripts", () => {
  test("stand within the margins, whole lines as they are measured, none on another", () => {
    const random = createRandom(17);
    let drawn = 0;
    for (let index = 0; index < 200; index += 1) {
      const [language, gap, words] = SCRIPTS[index % SCRIPTS.length] ?? SCRIPTS[0];
      const card: Card = {
        ...CARD,
        language,
        text: makeText(random, words, gap, 70),
        speaker: random() < 0.2 ? null : makeText(random, words, gap, 4),
        role: random() < 0.3 ? null : makeText(random, words, gap, 14),
        outlet: makeText(random, words, gap, 6),
      };
      const measure = openMeasure(card);
      const layout = measure === null ? null : layOutCard(card, measure);
      if (layout === null || measure === null) continue;
      drawn += 1;
      const bottoms = new Map<string, number>();
      for (const box of layout.boxes) {
        const width = measure(box.text, box);
        const left = box.align === "left" ? box.x : box.x - width;
        // The opening mark alone hangs in the margin; those of Chinese and Japanese are blank in their first half.
        const inset = box.color === "accent" ? BAR_WIDTH - box.size / 2 : MARGIN - 1;
        expect(left).toBeGreaterThanOrEqual(inset);
        expect(left + width).toBeLessThanOrEqual(CARD_WIDTH - inset);
        expect(box.y - box.size * 0.9).toBeGreaterThanOrEqual(0);
        expect(box.y + box.size * 0.4).toBeLessThanOrEqual(CARD_HEIGHT);
        const key = `${box.align}`;
        if (box.color !== "accent" && box.y !== bottoms.get(key)) {
          expect(box.y).toBeGreaterThan((bottoms.get(key) ?? 0) + (bottoms.has(key) ? box.size * 0.9 : 0));
          bottoms.set(key, box.y);
        }
      }
    }
    expect(drawn).toBeGreaterThan(120);
  });
});

describe("a card", () => {
  test.each(SCRIPTS.filter(([language]) => /en|ar|hi|ja/.test(language)))(
    "in %s is a PNG of the size told, with the words whole",
    async (language, gap, words) => {
      const result = await drawCard({ ...CARD, language, text: words.split(" ").join(gap), look: "dark" });
      if (result.outcome !== "drawn") throw new Error(result.outcome);
      expect(lookAtPicture(result.bytes)).toEqual({ contentType: "image/png", width: CARD_WIDTH, height: CARD_HEIGHT });
      expect(result.text).toBe(words.split(" ").join(gap));
    },
  );

  test("of a long quote shows whole sentences of it and says that something is left out", async () => {
    const text = Array.from({ length: 12 }, (_, index) => `The ferry of pier ${index} waits for its new engine.`).join(
      " ",
    );
    const result = await drawCard({ ...CARD, text });
    if (result.outcome !== "drawn") throw new Error(result.outcome);
    expect(result.text.endsWith(` engine. ${LEFT_OUT}`)).toBe(true);
    expect(text.startsWith(result.text.replace(` ${LEFT_OUT}`, ""))).toBe(true);
  });

  test("is not drawn of a quote that neither fits nor can be shortened", async () => {
    const text = Array.from({ length: 150 }, (_, index) => `ferry ${index}`).join(" ");
    expect(await drawCard({ ...CARD, text })).toEqual({ outcome: "too-long" });
  });

  test("is not drawn with boxes: letters that no font has are named, and the package that has them", async () => {
    expect(await drawCard({ ...CARD, text: "We sail 🦑 at dawn." })).toMatchObject({
      outcome: "no-letters",
      letters: "🦑",
      packages: [],
    });
    expect(await drawCard({ ...CARD, speaker: "ანა" })).toMatchObject({
      outcome: "no-letters",
      packages: ["@fontsource-variable/noto-sans-georgian"],
    });
  });

  test("signs around an outlet's name are left out, not the card", async () => {
    expect((await drawCard({ ...CARD, outlet: "📰 The Harbor Wire" })).outcome).toBe("drawn");
  });

  test("what turns a text round turns nothing round", async () => {
    const plain = await drawCard(CARD);
    const turned = await drawCard({ ...CARD, text: `\u202e${CARD.text}\u2066` });
    if (plain.outcome !== "drawn" || turned.outcome !== "drawn") throw new Error("It is not drawn.");
    expect(Buffer.from(turned.bytes).equals(Buffer.from(plain.bytes))).toBe(true);
  });

  test("is read easily: every color stands out from the paper", () => {
    for (const look of CARD_LOOKS) {
      for (let outlet = 0; outlet < 60; outlet += 1) {
        const { paper, ...colors } = chooseColors(look, `Outlet ${outlet}`);
        for (const color of Object.values(colors))
          expect(toContrast(color, paper)).toBeGreaterThanOrEqual(CONTRAST_MIN);
      }
    }
  });

  test("letters are drawn, not one box for each", () => {
    const measure = openMeasure(CARD);
    const widths = new Set([..."imWlo"].map((letter) => measure?.(letter, { size: 100, weight: 400 })));
    expect(widths.size).toBeGreaterThan(3);
  });
});
