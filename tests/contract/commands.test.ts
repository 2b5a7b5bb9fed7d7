import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { SETTINGS } from "../../src/app/settings.ts";
import type { Store } from "../../src/domain/store.ts";
import { readOptions } from "../../src/typed/read-options.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import { ask } from "../helpers/ask.ts";
import { buildFeed, NOW } from "../helpers/build.ts";
import { openMemoryStore } from "../helpers/test-store.ts";

const readProjectFile = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterAll(() => store.close());

test("every file in commands/ is listed, under its own name", () => {
  const files = readdirSync(new URL("../../commands", import.meta.url)).filter((name) => name !== "index.ts");
  expect([...COMMANDS.map((command) => `${command.name}.ts`)].sort()).toEqual(files.sort());
});

describe.each(COMMANDS.map((command) => [command.name, command] as const))("/%s", (_name, command) => {
  test("has a name, a summary and options that every platform takes", () => {
    expect(command.name).toMatch(/^[a-z0-9_]{1,32}$/);
    expect(command.summary.length).toBeLessThanOrEqual(100);
    expect(Object.keys(command.options).length).toBeLessThanOrEqual(25);
    for (const [name, option] of Object.entries(command.options)) {
      expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
      expect(option.description.length).toBeLessThanOrEqual(100);
    }
    expect(Object.values(command.options).filter((option) => option.isRest === true).length).toBeLessThanOrEqual(1);
  });

  test.each(command.examples.map((example) => [example]))("example %s is read and answered", async (example) => {
    const typed = readTypedCommand(example, null);
    expect(typed?.name).toBe(command.name);
    expect(() => readOptions(command, readArguments(command, typed?.rest ?? ""), NOW)).not.toThrow();
    const reply = await ask(example, { store });
    expect(reply.text).not.toContain("Something went wrong");
  });

  test("is in the README", () => {
    expect(readProjectFile("README.md")).toContain(`| \`/${command.name}\` | ${command.summary} |`);
  });
});

describe("settings", () => {
  test.each(SETTINGS.map((setting) => [setting.name, setting] as const))(
    "%s is in the README and in .env.example",
    (name, setting) => {
      const shown = setting.fallback === "" ? "" : `\`${setting.fallback}\``;
      expect(readProjectFile("README.md")).toContain(`| \`${name}\` | ${shown} | ${setting.meaning} |`);
      expect(readProjectFile(".env.example")).toMatch(new RegExp(`^(# )?${name}=`, "m"));
    },
  );

  test("nothing else is in .env.example", () => {
    const names = [...readProjectFile(".env.example").matchAll(/^(?:# )?([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names.sort()).toEqual(SETTINGS.map((setting) => setting.name).sort());
  });
});
