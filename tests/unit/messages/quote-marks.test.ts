import { expect, test } from "vitest";
import { frameQuote } from "../../../src/messages/quote-marks.ts";

test.each([
  ["en", "“No ferry.”"],
  ["de-AT", "„No ferry.“"],
  ["fr", "«\u00a0No ferry.\u00a0»"],
  ["ru", "«No ferry.»"],
  ["ar", "«No ferry.»"],
  ["ja", "「No ferry.」"],
  ["und", "“No ferry.”"],
])("a quote of an article in %s stands in its marks", (language, framed) => {
  expect(frameQuote("No ferry.", language)).toBe(framed);
});
