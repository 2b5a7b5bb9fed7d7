/** Where lines of a card may end. */

import { describe, expect, test } from "vitest";
import { breakText } from "../../../src/cards/break-text.ts";
import { fitText, measureText } from "../../../src/cards/fit-text.ts";

const pieces = (text: string, language = "en"): readonly string[] =>
  breakText(text, language).map(({ text: piece }) => piece);
/** As if all letters were equally wide. */
const lines = (text: string, width: number, language = "en"): readonly string[] | null =>
  fitText(
    measureText(text, language, width, (words) => [...words].length),
    width,
    99,
  );

describe("a line may end", () => {
  test("between words, not within one, nor behind the short form before a name", () => {
    expect(pieces("We met Dr. J. K. Moor here")).toEqual(["We", "met", "Dr. J. K. Moor", "here"]);
  });

  test("not inside a number, nor between French words and their high marks", () => {
    expect(pieces("Il y a 12 000 livres ; qui lit ?", "fr")).toEqual([
      "Il",
      "y",
      "a",
      "12 000",
      "livres ;",
      "qui",
      "lit ?",
    ]);
    expect(pieces("dit «\u00a0non\u00a0» hier", "fr")).toEqual(["dit", "«\u00a0non\u00a0»", "hier"]);
  });

  test("behind a hyphen or a dash, never before it", () => {
    expect(pieces("well-known harbor—yes")).toEqual(["well-", "known", "harbor—", "yes"]);
  });

  test("between Chinese words, with no closing mark at the head of a line and no opening one at the end", () => {
    const text = "港口需要一台新发动机，市长说：「我们等待渡轮。」";
    expect(pieces(text, "zh").join("")).toBe(text);
    for (const piece of pieces(text, "zh")) {
      expect(piece).not.toMatch(/^[，。：」]/u);
      expect(piece).not.toMatch(/「$/u);
    }
  });

  test("in Japanese not before an ending, a small kana or a long mark", () => {
    const text = "新しいエンジンが届くまで、ずっと待っています。ラッキー！";
    expect(pieces(text, "ja").join("")).toBe(text);
    for (const piece of pieces(text, "ja"))
      expect(piece).not.toMatch(/^[ぁぃぅぇぉっゃゅょァィゥェォッャュョーん、。！]/u);
    expect(pieces("本を運んでいます", "ja")).not.toContain("運");
  });

  test("between Thai words, which have no spaces, and no letter loses its marks", () => {
    const text = "เรากำลังรอเรือข้ามฟาก";
    expect(pieces(text, "th").length).toBeGreaterThan(3);
    expect(pieces(text, "th").join("")).toBe(text);
    for (const piece of pieces(text, "th")) expect(piece).not.toMatch(/^\p{M}/u);
  });
});

describe("lines", () => {
  test("are as few as it takes, and even", () => {
    expect(lines("aa bb cc dd ee ff gg hh ii", 20)).toEqual(["aa bb cc dd ee", "ff gg hh ii"]);
  });

  test("a word longer than a line is parted, with no letter lost", () => {
    const found = lines("see www.harbor-wire.example/a/very/long/address now", 12) ?? [];
    expect(found.every((line) => line.length <= 12)).toBe(true);
    expect(found.join("").replaceAll(" ", "")).toBe("seewww.harbor-wire.example/a/very/long/addressnow");
  });

  test("put together again are the text", () => {
    const text = "The ferry — “ours”, she said — waits for its engine; 12 000 books wait, too.";
    expect(lines(text, 14)?.join(" ")).toBe(text);
  });
});
