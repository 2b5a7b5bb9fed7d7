/** Arabic verbs whose ending alone says who is meant. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

const speakers = (text: string) => findQuotes(text, { language: "ar" }).map(({ speaker }) => speaker?.name ?? null);
const WORDS = "«لن نغلق الميناء هذا العام مهما حدث».";

test("a verb without a subject is whoever acted in the sentence before", () => {
  expect(speakers(`وصلت ليلى المور إلى الميناء. وقالت: ${WORDS}`)).toEqual(["ليلى المور"]);
  expect(speakers(`قالت ليلى المور إن الميناء سيبقى. وأضافت: ${WORDS}`)).toEqual(["ليلى المور"]);
});

test("a woman's verb is no man's", () => {
  expect(speakers(`وصل سامي المور إلى الميناء. وقالت: ${WORDS}`)).toEqual([null]);
});

test("a verb without anybody before it is nobody's", () => {
  expect(speakers(`الميناء مغلق. وقالت: ${WORDS}`)).toEqual([null]);
});
