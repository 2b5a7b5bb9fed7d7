/** The process that draws: started with the first card, ended when idle, and a fault of it costs one card. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { createDrawer, type Drawer } from "../../../../src/app/cards/drawer.ts";
import type { Card } from "../../../../src/domain/cards/card.ts";
import { SILENT_LOG } from "../../../../src/domain/platform.ts";
import { createTemporaryFolder } from "../../../helpers/temporary-folder.ts";
import { WAIT } from "../../../helpers/wait.ts";

const CARD: Card = {
  text: "We sail at dawn.",
  language: "en",
  marks: ["“", "”"],
  speaker: null,
  role: null,
  unnamed: null,
  outlet: "The Harbor Wire",
  day: null,
  link: "harborwire.example",
  look: "light",
};
const ASKER = { person: "p", channel: "c" };

let drawer: Drawer | null = null;
afterEach(() => drawer?.close());

/** A process that does with each card what the script says. */
function open(script: string, settings: { readonly timeoutMs?: number; readonly idleMs?: number } = {}): Drawer {
  const path = join(createTemporaryFolder("pullquote-drawer-"), "process.mjs");
  writeFileSync(path, `${script}\nprocess.on("disconnect", () => process.exit(0));\nprocess.send("ready");`);
  drawer = createDrawer({ log: SILENT_LOG, file: pathToFileURL(path), ...settings });
  return drawer;
}

const ANSWERS = `process.on("message", ({ text }) => process.send({ outcome: "no-letters", letters: String(process.pid), packages: [text] }));`;

test("answers each asker with their own card, in one process", async () => {
  const { draw } = open(ANSWERS);
  const results = await Promise.all(["a", "b", "c"].map((text) => draw({ ...CARD, text }, ASKER)));
  expect(results).toMatchObject([{ packages: ["a"] }, { packages: ["b"] }, { packages: ["c"] }]);
  expect(new Set(results.map((each) => "letters" in each && each.letters)).size).toBe(1);
});

test("a process that dies or hangs costs the card it was drawing, not the next", async () => {
  const { draw } = open(
    `process.on("message", ({ text }) => { if (text === "die") process.exit(3); if (text !== "hang") process.send({ outcome: "too-long" }); });`,
    { timeoutMs: 500 },
  );
  const texts = ["die", "fine", "hang", "fine"];
  const results = await Promise.all(texts.map((text) => draw({ ...CARD, text }, ASKER)));
  expect(results.map(({ outcome }) => outcome)).toEqual(["busy", "too-long", "busy", "too-long"]);
});

test("gives its memory back when nothing is drawn, and starts anew", async () => {
  const { draw } = open(ANSWERS, { idleMs: 50 });
  const pidOf = async (): Promise<number> => {
    const result = await draw(CARD, ASKER);
    return result.outcome === "no-letters" ? Number(result.letters) : 0;
  };
  const first = await pidOf();
  await vi.waitFor(() => expect(() => process.kill(first, 0)).toThrow(), WAIT);
  expect(await pidOf()).not.toBe(first);
});

test("where the packages are left out it says so, and what waits at the end is answered", async () => {
  const { draw, close } = open(`process.on("message", () => undefined);`);
  const waiting = draw(CARD, ASKER);
  close();
  expect(await waiting).toEqual({ outcome: "busy" });
  expect(await draw(CARD, ASKER)).toEqual({ outcome: "busy" });
});
