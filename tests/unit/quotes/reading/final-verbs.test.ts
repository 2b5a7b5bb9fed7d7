/** Subjects of verbs that stand last: before the quotation, behind a participle, or unknown. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const read = (text: string) => findQuotes(text, { language: "tr" }).map(({ speaker }) => speaker?.name ?? null);

test("the subject opens the sentence, far from its verb", () => {
  expect(
    read("Moor, Varen'de düzenlenen toplantıda, “Köprüyü ilk kış fırtınasından önce mutlaka açacağız” dedi."),
  ).toEqual(["Moor"]);
});

test("the subject stands behind the participle", () => {
  expect(read("“Köprüyü ilk kış fırtınasından önce mutlaka açacağız” diyen Ada Moor alkışlandı.")).toEqual([
    "Ada Moor",
  ]);
});

test("whoever stands in another case is not the subject", () => {
  expect(read("Ada Moor'un toplantısında, “Köprüyü ilk kış fırtınasından önce mutlaka açacağız” denildi.")).toEqual([]);
});

test("two who could be the subject are nobody", () => {
  expect(read("Ada Moor, Joris Venn, toplantıda “Köprüyü ilk kış fırtınasından önce mutlaka açacağız” dedi.")).toEqual(
    [],
  );
});

test("a name with an ending is its own", () => {
  expect(read("Ada Moor'a göre “köprü ilk büyük kış fırtınasından önce mutlaka açılacak”.")).toEqual(["Ada Moor"]);
});
