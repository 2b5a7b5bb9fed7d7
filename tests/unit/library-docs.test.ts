/** docs/library.md names all that the package exports, as it is declared. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { describeLibrary, writeLibrary } from "../../tools/docs/describe-library.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, ROOT), "utf8");

test("every export has its section, with what it does and how it is called", () => {
  const described = describeLibrary(ROOT);
  const exported = [...read("src/index.ts").matchAll(/^\s*(?:type )?([A-Z]\w+),$|\{([^}\n]+)\}/gm)].flatMap(
    ([, line, inline]) => (line ?? inline ?? "").split(",").map((each) => each.trim().replace(/^type /, "")),
  );
  expect(described.map(({ name }) => name)).toEqual(exported.filter((name) => name !== ""));
  for (const { name, declaration } of described) expect(declaration, name).toContain(name);
});

test("docs/library.md is as the sources have it", () => {
  expect(read("docs/library.md")).toBe(writeLibrary(ROOT));
});
