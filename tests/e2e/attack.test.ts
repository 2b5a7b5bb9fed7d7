/** The short form of `npm run attack`: some of each kind, against the bot in a process of its own. */

import { expect, test } from "vitest";
import { runAttacks } from "../../bench/attack.ts";

const TEST_MS_MAX = 600_000;
/** `npm run attack` holds 200 ms; a machine shared with other tests gets more, and what hangs takes seconds. */
const STAND_STILL_MS_MAX = 2_000;

test(
  "no attack gets through, and the main thread never stands still for long",
  async () => {
    const { tried, through, standStillMs } = await runAttacks({ isShort: true, say: () => undefined });
    expect(through).toEqual([]);
    expect(tried).toBeGreaterThan(300);
    expect(standStillMs).toBeLessThan(STAND_STILL_MS_MAX);
  },
  TEST_MS_MAX,
);
