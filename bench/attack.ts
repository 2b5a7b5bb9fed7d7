/** `npm run attack [-- short]`: all attacks of the repository against the built bot on loopback; a table, and the sum in the last line. */

import { attackOutlet } from "./attack/forging.ts";
import { attackAddresses, attackRedirects } from "./attack/net.ts";
import { attackPages, attackTurns } from "./attack/pages.ts";
import { attackButtons, attackRights, attackStrangersFeed, attackWords } from "./attack/people.ts";
import { attackRendering } from "./attack/rendering.ts";
import type { Tally } from "./attack/tally.ts";
import { startTarget, type Target } from "./attack/target.ts";
import { attackWeb } from "./attack/web.ts";

/** In this order: what is asked of the page is asked before its thirty a minute are used up. */
const GROUPS: readonly ((target: Target, isShort: boolean) => Promise<Tally>)[] = [
  attackWeb,
  attackAddresses,
  attackRedirects,
  attackWords,
  attackRights,
  attackStrangersFeed,
  attackButtons,
  attackOutlet,
  attackRendering,
  attackPages,
  attackTurns,
];

const STAND_STILL_MS_MAX = 200;
const PEAK_MB_MAX = 400;

export interface Outcome {
  readonly tallies: readonly (Tally & { readonly standStillMs: number })[];
  readonly tried: number;
  readonly through: readonly string[];
  readonly standStillMs: number;
  readonly peakMb: number;
}

export async function runAttacks({
  isShort,
  only = "",
  say,
}: {
  readonly isShort: boolean;
  /** A part of the name of the only group to be run. */
  readonly only?: string;
  readonly say: (line: string) => void;
}): Promise<Outcome> {
  const target = await startTarget();
  const tallies: (Tally & { readonly standStillMs: number })[] = [];
  try {
    for (const attack of GROUPS.filter(({ name }) => name.toLowerCase().includes(only.toLowerCase()))) {
      const startedAt = performance.now();
      const tally = await attack(target, isShort).catch((error: unknown) => ({
        name: attack.name,
        tried: 1,
        through: [`It broke off: ${String(error)}`],
      }));
      const standStillMs = Math.round(await target.standStillMs());
      tallies.push({ ...tally, standStillMs });
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      say(
        `${tally.name.padEnd(42)} ${String(tally.tried).padStart(5)} ${String(tally.through.length).padStart(8)} ${String(standStillMs).padStart(8)} ms ${String(Math.round(target.peakMb())).padStart(5)} MB ${String(seconds).padStart(5)} s`,
      );
      for (const what of tally.through) say(`  through: ${what}`);
    }
    return {
      tallies,
      tried: tallies.reduce((sum, { tried }) => sum + tried, 0),
      through: tallies.flatMap(({ through }) => through),
      standStillMs: Math.max(0, ...tallies.map(({ standStillMs }) => standStillMs)),
      peakMb: Math.round(target.peakMb()),
    };
  } finally {
    await target.stop();
  }
}

if (import.meta.filename === process.argv[1]) {
  const words = process.argv.slice(2);
  const only = words.find((word) => word !== "short");
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(
    "Started as in its container: --max-semi-space-size=4, its heap held to 256 MB; peak is the largest resident set.",
  );
  say("A stand-still is time the main thread was at work without a pause.");
  say(`${"attack".padEnd(42)} tried  through stand-still  peak  took`);
  const outcome = await runAttacks({
    isShort: words.includes("short"),
    say,
    ...(only === undefined ? {} : { only }),
  });
  const { tried, through, standStillMs, peakMb } = outcome;
  say(`attack: ${tried} tried, ${through.length} through, longest stand-still ${standStillMs} ms, peak ${peakMb} MB`);
  const isHeld =
    through.length === 0 && standStillMs < STAND_STILL_MS_MAX && (only !== undefined || peakMb < PEAK_MB_MAX);
  process.exit(isHeld ? 0 : 1);
}
