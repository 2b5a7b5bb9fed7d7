/** The README's table of bots claims nothing of ours that no test holds. */

import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const [, section = ""] = readFileSync(new URL("README.md", root), "utf8").split("## Beside other bots");
const rows = (section.split("\n## ")[0] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| |"))
  .map((line) => line.split("|").map((cell) => cell.trim()));
/** Where we are the lesser there is nothing to prove. */
const claims = rows.filter((cells) => cells[2] !== "no");

test("there is a table, and it tells where others do more", () => {
  expect(claims.length).toBeGreaterThan(10);
  const lesser = rows.filter((cells) => cells[2] === "no");
  expect(lesser.length).toBeGreaterThan(1);
  for (const cells of lesser) expect(cells.slice(3, -2), cells[1]).toContain("yes");
});

test.each(claims.map((cells) => [cells[1] ?? "", cells.at(-2) ?? ""]))("%s is held by a test", (_claim, link) => {
  const [, name = "", path = ""] = /^\[(.+)\]\((tests\/.+\.test\.ts)\)$/.exec(link) ?? [];
  expect(existsSync(new URL(path, root))).toBe(true);
  expect(readFileSync(new URL(path, root), "utf8")).toContain(`test("${name}"`);
});
