/** Whether each of several who are named behind one title has it. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleOf = (text: string): string | null | undefined =>
  findQuotes(`${text} said: “The pier is old and has to go.”`, { language: "en" }).at(-1)?.speaker?.role;

describe("nobody of a list had the title that stands before it", () => {
  test.each([
    ["Several, including Senators Ada Moor and Bo Hale, left.\n\nHale", "Senator"],
    ["Several, including Senators Ada Moor and Bo Hale, left.\n\nMoor", "Senator"],
    ["Former Govs. Ada Moor, Ivo Venn and Bo Hale left.\n\nVenn", "Former Gov."],
    ["Singer-guitarists Ada Moor and Bo Hale left.\n\nHale", "Singer-guitarist"],
    ["The ministers Ada Moor and Bo Hale left.\n\nMoor", "minister"],
    ["Republican Sens. Ada Moor (R-Var.) and Bo Hale (R-Ostrel) left.\n\nHale", "Republican Sen. (R-Ostrel)"],
    ["Senators Ada Moor of New Varen and Bo Hale of Port left.\n\nMoor", "Senator of New Varen"],
    ["Take Varen Sens. Ada Moor and Bo Hale. In Varen they won.\n\nMoor", "Varen Sen."],
  ])("%s", (text, role) => {
    expect(roleOf(text)).toBe(role);
  });

  test.each([
    "The film stars Ada Moor and Bo Hale.\n\nMoor",
    "The brothers Ivo Hale and Bo Hale left.\n\nIvo Hale",
    "The senators left, Ada Moor and Bo Hale came.\n\nMoor",
    "He told the senators Ada Moor liked them.\n\nMoor",
    "The club members Ada Moor and Bo Hale came.\n\nMoor",
    "Reporters asked the officers. Ada Moor and Bo Hale came.\n\nMoor",
  ])("but not who only stands near one: %s", (text) => {
    expect(roleOf(text) ?? null).toBeNull();
  });
});
