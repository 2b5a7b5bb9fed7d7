import { describe, expect, test } from "vitest";
import { toCreditAround, toCreditLine } from "../../../src/messages/post-lines.ts";

describe("whom words are from", () => {
  test.each([
    [null, "Tom Ridley"],
    [" ", "Tom Ridley"],
    ["harbor master", "Tom Ridley, harbor master"],
    ["Mayor", "Tom Ridley, Mayor"],
    ["head of Varen Inc.", "Tom Ridley, head of Varen Inc."],
    ["from Dr. Moor's ward.", "Tom Ridley, from Dr. Moor's ward."],
  ])("a role stands behind the name: %s", (role, line) => {
    expect(toCreditLine("Tom Ridley", role)).toBe(line);
  });

  test.each([
    ["Sen.", "Sen. Tom Ridley"],
    ["Sen. (R-Varen)", "Sen. Tom Ridley (R-Varen)"],
    ["Lt. Gov.", "Lt. Gov. Tom Ridley"],
    ["Prof. Dr.", "Prof. Dr. Tom Ridley"],
  ])("a title in short stands before the name, not behind it: %s", (role, line) => {
    expect(toCreditLine("Tom Ridley", role)).toBe(line);
  });

  test("each piece is escaped, and the comma is the reader's", () => {
    expect(toCreditLine("Tom", "Sen. (R-Varen)", (text) => text.replace(/[.()]/g, "\\$&"))).toBe(
      "Sen\\. Tom \\(R-Varen\\)",
    );
    expect(toCreditAround("وزير", undefined, "، ")).toEqual({ before: "", behind: "، وزير" });
  });
});
