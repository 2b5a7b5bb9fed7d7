/** The shortest form of `npm run torture`: the built program, killed at its worst moments. */

import { expect, test } from "vitest";
import { KILLS } from "../../bench/torture/kills.ts";
import { runTorture } from "../../bench/torture.ts";

const TEST_MS_MAX = 600_000;
const CHOSEN = "at each post Telegram stores";

test(
  "killed four times as Telegram stores its posts, the program loses nothing and posts nothing twice",
  async () => {
    const kills = KILLS.filter(({ name }) => name === CHOSEN);
    const outcome = await runTorture({
      plans: [{ engine: "sqlite", processes: 1, kills, killRounds: 1, faults: [] }],
      seed: 7,
      say: () => undefined,
    });
    expect(outcome).toMatchObject({ kills: 4, lost: 0, twice: 0 });
    expect(outcome.judged.map(({ judgment }) => judgment.disordered)).toEqual([0]);
  },
  TEST_MS_MAX,
);
