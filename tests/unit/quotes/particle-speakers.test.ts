/** Korean speakers: named where a particle marks them, and nobody where that is not certain. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const read = (text: string) =>
  findQuotes(text, { language: "ko" }).map(({ speaker }) =>
    speaker === null ? null : [speaker.name, speaker.role, speaker.kind],
  );

test("name and office before a particle", () => {
  expect(read("김하늘 시장은 이날 기자회견에서 “다리를 곧 열겠다”고 말했다.")).toEqual([["김하늘", "시장", "person"]]);
});

test("a family name with its office is the one person of that name and office", () => {
  const text = "김하늘 시장은 “다리를 곧 열겠다”고 말했다. 김 시장은 “이제 배를 기다리지 않아도 된다”고 덧붙였다.";
  expect(read(text)).toEqual([
    ["김하늘", "시장", "person"],
    ["김하늘", "시장", "person"],
  ]);
});

test("a pronoun between two people is nobody for certain", () => {
  const text =
    "김하늘 시장은 “다리를 곧 열겠다”고 말했다. 이바다 의원은 “너무 늦었다고 생각한다”고 말했다. 그는 “모두가 기다리고 있다”고 덧붙였다.";
  expect(read(text)[2]).toBeNull();
});

test("an organization, and somebody unnamed", () => {
  expect(read("경찰은 “사고의 원인을 조사하고 있다”고 밝혔다.")).toEqual([["경찰", null, "organization"]]);
  expect(read("한 관계자는 “사고의 원인을 아직 모른다”고 전했다.")).toEqual([["관계자", null, "unnamed"]]);
});

test("a word that only looks like a topic names nobody", () => {
  expect(read("다리를 반대하는 “시민들의 목소리가 점점 커지고 있다”고 말했다.")).toEqual([null]);
});

test("words stressed between single marks are no speech", () => {
  expect(read("새 다리는 ‘바렌대교’로 불리게 되었다.")).toEqual([]);
});

test("single marks that stress a phrase are no speech, unless a verb reports them", () => {
  const textsOf = (text: string) => findQuotes(text, { language: "ko" }).map((quote) => quote.text);
  expect(textsOf("항구는 ‘바다와 사람을 잇는 새로운 길’이라는 이름을 얻었다.")).toEqual([]);
  expect(textsOf("김하늘 시장은 ‘바다와 사람을 잇는 새로운 길’이라고 말했다.")).toEqual([
    "바다와 사람을 잇는 새로운 길",
  ]);
});
