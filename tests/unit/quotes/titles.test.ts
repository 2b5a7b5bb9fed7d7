import { expect, test } from "vitest";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";

test.each([
  ["“It is late,” Councilwoman Adaeze Moreau said.", "Adaeze Moreau", "Councilwoman"],
  ["“It is late,” said Sen. Rolf Dastur.", "Rolf Dastur", "Sen."],
  ["“It is late,” Prime Minister Rolf Dastur told reporters.", "Rolf Dastur", "Prime Minister"],
])("a title is a role, not part of the name: %s", (text, name, role) => {
  expect(findQuotes(text, { language: "en" })[0]?.speaker).toMatchObject({ name, role });
});
