/** README's example of the parts, run as it stands there, on the sources in place of the package. */

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { createBrief } from "../../src/index.ts";

const ROOT = new URL("../../", import.meta.url);
const FOLDER = new URL(".tmp/library-example/", ROOT);

afterEach(() => {
  rmSync(FOLDER, { recursive: true, force: true });
  vi.restoreAllMocks();
});

test("README's program prints the news and who spoke", async () => {
  const [, program = ""] =
    /```ts\n([\s\S]*?from "pullquote";[\s\S]*?)```/.exec(readFileSync(new URL("README.md", ROOT), "utf8")) ?? [];
  mkdirSync(FOLDER, { recursive: true });
  const file = new URL("example.ts", FOLDER);
  writeFileSync(file, program.replace('"pullquote"', JSON.stringify(fileURLToPath(new URL("src/index.ts", ROOT)))));
  const printed = vi.spyOn(console, "log").mockImplementation(() => {});
  await import(fileURLToPath(file));
  expect(printed.mock.calls).toEqual([
    [
      "The harbor council of Port Ellory voted on Monday to keep the old swing bridge open for another year.",
      "Ines Marl",
    ],
  ]);
});

test("a brief made without any option has the room of a post", async () => {
  const paragraph = "The council of Port Ellory voted to keep the bridge, and the ferry, and the lamp on the pier. ";
  const text = Array.from({ length: 30 }, (_, i) => paragraph.replace("Ellory", `Ellory ${i}`)).join("\n\n");
  const { sentences, summarizer } = await createBrief({ title: "Kept", text, language: "en", publishedAt: null });
  expect(summarizer).toBe("extractive");
  expect(sentences.length).toBeLessThanOrEqual(3);
});

test("what package.json exports is built from files that are there", () => {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as {
    exports: Record<string, { default: string; types: string }>;
  };
  for (const { default: code, types } of Object.values(exports)) {
    const source = code.replace("./dist/", "").replace(/\.js$/, ".ts");
    expect(() => readFileSync(new URL(source, ROOT))).not.toThrow();
    expect(types).toBe(code.replace(/\.js$/, ".d.ts"));
  }
});
