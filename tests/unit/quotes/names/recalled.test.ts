/** Who recalls the words of another did not say them; nor did who is named as a lawyer only behind "the lawyer said". */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const EN = "“You will be fine, and the town will be too,”";

const last = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.name ?? null;

describe("what somebody recalls another saying is not his", () => {
  test.each(["the president telling him", "her saying", "his father telling the family", "Joan Hale telling him"])(
    "recalled %s",
    (behind) => {
      expect(last(`Ivar Mitchell met his doctor in May.\n\n${EN} Mr. Mitchell recalled ${behind}.`)).toBeNull();
    },
  );

  test.each(["recalled.", "recalled, telling the story once more.", "recalled in May.", "told the man asking him."])(
    "unless it ends there: %s",
    (behind) => {
      expect(last(`Ivar Mitchell met his doctor in May.\n\n${EN} Mr. Mitchell ${behind}`)).toBe("Ivar Mitchell");
    },
  );
});

describe("“the lawyer said”", () => {
  const other = "A lawyer, Ida Kern, asked why.";

  test("is not the lawyer who is named only behind it", () => {
    expect(last(`Tom Sand spoke for the county.\n\n${EN} the lawyer said.\n\n${other}`)).toBe("the lawyer");
    expect(last(`Tom Sand spoke for the county.\n\n${EN} the engineer said.\n\nEngineer Ida Kern left.`)).toBe(
      "the engineer",
    );
  });

  test("is the one named before; and a town has one mayor, wherever he is named", () => {
    expect(last(`Lawyer Ida Kern came.\n\n${EN} the lawyer said.`)).toBe("Ida Kern");
    expect(last(`${EN} the mayor said.\n\nMayor Ida Kern left.`)).toBe("Ida Kern");
  });
});
