/**
 * The whole program is killed and answered badly while news goes out: nothing is lost, and nothing comes twice. Some of
 * what `npm run torture` does, on both engines.
 */

import { expect, test } from "vitest";
import { DISCORD_FAULTS, OUTSIDE_FAULTS, TELEGRAM_FAULTS } from "../../bench/torture/faults.ts";
import { KILLS } from "../../bench/torture/kills.ts";
import { type Plan, runTorture } from "../../bench/torture.ts";

/** For what hangs: half a minute on two cores of one's own, more than two on a machine with ten others at work. */
const TEST_MS_MAX = 900_000;
const FAULTS = [...DISCORD_FAULTS, ...TELEGRAM_FAULTS, ...OUTSIDE_FAULTS];

function choose<Named extends { readonly name: string }>(
  all: readonly Named[],
  names: readonly string[],
): readonly Named[] {
  return names.map((name) => {
    const found = all.find((each) => each.name === name);
    if (found === undefined) throw new Error(`Expected a case of the torture called "${name}".`);
    return found;
  });
}

const plan = (engine: Plan["engine"], kills: readonly string[], faults: readonly string[]): Plan => ({
  engine,
  processes: 1,
  kills: choose(KILLS, kills),
  killRounds: 1,
  faults: choose(FAULTS, faults),
  isHasty: true,
});

test(
  "killed at any point and answered badly, the bot posts each article once in every place",
  async () => {
    const lines: string[] = [];
    const { judged, skipped, kills, faults } = await runTorture({
      plans: [
        plan("sqlite", ["after a statement", "a post is stored by Discord", "a post is stored by Telegram"], []),
        plan(
          "sqlite",
          [],
          [
            "Discord: stored, the answer lost",
            "Discord: 500 three times",
            "Discord: the gateway's connection is cut",
            "Telegram: 502 in HTML three times",
            "outlets: a page says 500",
          ],
        ),
        plan(
          "postgres",
          ["as a statement leaves", "a post is stored by Telegram"],
          ["Discord: stored, 500 instead of the answer"],
        ),
      ],
      seed: 3,
      say: (line) => lines.push(line),
    });
    const wrong = judged.flatMap(({ name, judgment: { lost, twice } }) => [
      ...lost.map((what) => `${name}: lost ${what}`),
      ...twice.map((what) => `${name}: twice ${what}`),
    ]);
    expect(wrong, lines.join("\n")).toEqual([]);
    expect(skipped).toEqual([]);
    expect([judged.length, kills, faults]).toEqual([11, 5, 6]);
  },
  TEST_MS_MAX,
);
