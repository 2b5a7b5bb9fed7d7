import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compare, type Rarity } from "../../../src/stories/compare.ts";
import { toFingerprint } from "../../../src/stories/fingerprint.ts";
import { toRarity } from "../../../src/stories/rarity.ts";

const HOUR_MS = 3_600_000;
const MONDAY_MS = Date.parse("2026-11-16T08:00:00Z");
const EVEN: Rarity = () => 1;

interface Told {
  readonly part: "tune" | "checked" | "score";
  readonly event: string;
  readonly language: string;
  readonly hour: number;
  readonly title: string;
  readonly text: string;
}
const told = JSON.parse(
  readFileSync(new URL("../../fixtures/stories.json", import.meta.url), "utf8"),
) as readonly Told[];

const LEAD =
  "The ferry Lady Orrin ran onto a rock off Port Halden on Friday with 212 people aboard, the coast guard said. Captain Ada Lindqvist told Harbor Radio that fog had hidden the light at Cape Orrin. All passengers were taken to Veldmouth by lifeboats before noon.";
const print = (part: Partial<Parameters<typeof toFingerprint>[0]> = {}) =>
  toFingerprint({ title: "Ferry hits rock", text: LEAD, language: "en", at: new Date(MONDAY_MS), ...part });

test.each([
  ["tune", 0.8],
  ["checked", 0.8],
  ["score", 0.8],
  ["fresh", 0.5],
] as const)("of the labeled articles (%s) no two different events are taken for one", (part, leastFound) => {
  const articles = told
    .filter((each) => each.part === part)
    .map((each) => ({ ...each, print: toFingerprint({ ...each, at: new Date(MONDAY_MS + each.hour * HOUR_MS) }) }));
  const counts = new Map<string, number>();
  for (const each of articles) {
    for (const term of each.print.leadTerms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const rarity: Rarity = (term) => toRarity(counts.get(term) ?? 0, articles.length);
  const wrong: string[] = [];
  let same = 0;
  let found = 0;
  for (const [index, a] of articles.entries()) {
    for (const b of articles.slice(index + 1)) {
      if (a.language !== b.language) continue;
      const { isSame } = compare(a.print, b.print, rarity);
      if (isSame && a.event !== b.event) wrong.push(`${a.title} | ${b.title}`);
      if (a.event === b.event) same += 1;
      if (a.event === b.event && isSame) found += 1;
    }
  }
  expect(wrong).toEqual([]);
  expect(found / same).toBeGreaterThan(leastFound);
});

test("an edited copy of a wire text is the same text, under another headline too", () => {
  const copy = print({
    title: "Fog blamed for accident at sea",
    text: `${LEAD.replace("before noon", "by noon")} More soon.`,
  });
  expect(compare(print(), copy, EVEN)).toMatchObject({ isSame: true, by: "text" });
});

test("the same words four days apart are not one story", () => {
  const late = print({ at: new Date(MONDAY_MS + 96 * HOUR_MS) });
  expect(compare(print(), late, EVEN).isSame).toBe(false);
});

test("equal headlines without a text prove nothing", () => {
  const a = print({ title: "Markets today: Harbor Index and Vessland Bonds", text: "" });
  expect(compare(a, a, EVEN)).toMatchObject({ isSame: false });
});

test("which of two comes first does not matter", () => {
  const [a, b] = told.slice(0, 2).map((each) => toFingerprint({ ...each, at: new Date(MONDAY_MS) }));
  if (a === undefined || b === undefined) throw new Error("Expected two articles.");
  expect(compare(a, b, EVEN)).toEqual(compare(b, a, EVEN));
});
