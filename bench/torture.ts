/**
 * `npm run torture [-- --short] [-- --only="WORDS|WORDS"] [-- --seed=N]`: the built program against strict emulators, killed at
 * many points and with faults at every edge, on both engines, in one process and in four. A line for each case, and the
 * sum in the last one.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runOnServer, startPostgres } from "../tests/helpers/postgres.ts";
import { createRandom } from "../tools/learning/random.ts";
import { type Arena, openArena } from "./torture/arena.ts";
import { DISCORD_FAULTS, type Fault, OUTSIDE_FAULTS, TELEGRAM_FAULTS } from "./torture/faults.ts";
import { KILLS, type Kill } from "./torture/kills.ts";
import { type Case, type Judged, judgeAll, judgeAtEnd, runFault, runKills } from "./torture/rounds.ts";
import { diskFaults, makeSmallDisk, postgresFaults, SQLITE_FAULTS } from "./torture/storage-faults.ts";

const PROCESSES = 4;
/** Arenas mostly wait; more of them than processors would make each other late. */
const ARENAS_AT_ONCE = 3;

type Engine = "sqlite" | "postgres" | "small disk";

export interface Plan {
  readonly engine: Engine;
  readonly processes: number;
  readonly kills: readonly Kill[];
  readonly killRounds: number;
  readonly faults: readonly Fault[];
  /** With the faults of its own server or disk. */
  readonly hasOwnFaults?: true;
  /** How long anything is waited for; five minutes when absent. */
  readonly patienceMs?: number;
  /** Back-offs are cut short. */
  readonly isHasty?: boolean;
}

export interface Outcome {
  readonly judged: readonly Judged[];
  readonly kills: number;
  readonly faults: number;
  readonly lost: number;
  readonly twice: number;
  /** Twice as ADR 9 allows. */
  readonly allowed: number;
  readonly inDoubt: { readonly shown: number; readonly unshown: number };
  readonly skipped: readonly string[];
}

const ofShort = (faults: readonly Fault[]): readonly Fault[] => faults.filter(({ isLong }) => isLong !== true);

const ofShortKills = (kills: readonly Kill[]): readonly Kill[] => kills.filter(({ isSlow }) => isSlow !== true);

/** Every engine and number of processes; the short form has one round, and leaves out what takes long or is much like another. */
export function planTorture(isShort: boolean): readonly Plan[] {
  const ofOne = KILLS;
  const ofSeveral = KILLS.filter(({ isForOne }) => isForOne !== true);
  const choose = isShort ? ofShort : (faults: readonly Fault[]) => faults;
  const sqlite = { engine: "sqlite", processes: 1, kills: [], killRounds: 0 } as const;
  const postgres = { engine: "postgres", processes: 1, kills: [], killRounds: 0 } as const;
  const several = { engine: "postgres", processes: PROCESSES, kills: [], killRounds: 0 } as const;
  const everywhere = [...DISCORD_FAULTS, ...TELEGRAM_FAULTS, ...OUTSIDE_FAULTS];
  const plans: readonly Plan[] = [
    { ...several, kills: ofSeveral, killRounds: isShort ? 1 : 5, faults: [] },
    { ...postgres, kills: isShort ? ofShortKills(ofOne) : ofOne, killRounds: isShort ? 1 : 8, faults: [] },
    { ...sqlite, kills: ofOne, killRounds: isShort ? 1 : 20, faults: [] },
    { ...sqlite, faults: choose(DISCORD_FAULTS) },
    { ...sqlite, faults: choose(TELEGRAM_FAULTS) },
    { ...sqlite, faults: [...choose(OUTSIDE_FAULTS), ...SQLITE_FAULTS] },
    { engine: "small disk", processes: 1, kills: [], killRounds: 0, faults: [], hasOwnFaults: true },
    { ...postgres, faults: isShort ? [] : everywhere, hasOwnFaults: true },
    { ...several, faults: isShort ? [] : everywhere, hasOwnFaults: true },
  ];
  return plans.map((plan) => ({ ...plan, isHasty: isShort }));
}

type Say = (line: string) => void;
type Chosen = (each: { readonly name: string }) => boolean;

interface Place {
  readonly databaseUrl?: string;
  readonly faults: readonly Fault[];
  readonly folder: string;
  close(): Promise<void>;
}

/** The database of an arena: a file, a server of its own, which may be restarted, or a file on a small disk. */
async function prepare({ engine }: Plan, folder: string): Promise<Place | string> {
  if (engine === "sqlite") return { faults: [], folder, close: async () => undefined };
  if (engine === "small disk") {
    const disk = makeSmallDisk(folder);
    if (typeof disk === "string") return disk;
    return { faults: diskFaults(disk), folder: disk.folder, close: async () => disk.remove() };
  }
  const server = await startPostgres();
  const databaseUrl = server.url.replace(/postgres$/, "torture");
  await runOnServer(server.url, "create database torture");
  return { databaseUrl, faults: postgresFaults(server), folder, close: () => server.stop() };
}

async function runPlan(
  plan: Plan,
  folder: string,
  seed: number,
  isChosen: Chosen,
  say: Say,
): Promise<readonly Judged[] | string> {
  const place = await prepare(plan, folder);
  if (typeof place === "string") return place;
  const { databaseUrl } = place;
  let arena: Arena | null = null;
  try {
    arena = await openArena({
      folder: place.folder,
      processes: plan.processes,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(plan.patienceMs === undefined ? {} : { patienceMs: plan.patienceMs }),
      isHasty: plan.isHasty === true,
    });
    const random = createRandom(seed);
    const cases: Case[] = [];
    const first: Judged[] = [];
    const tell = (judged: readonly Judged[], tookMs: number | null = null): void => {
      for (const line of judged.flatMap((each) => describe(plan, each, tookMs))) say(line);
    };
    const note = async (standing: Arena, run: Promise<Case>): Promise<void> => {
      const startedAt = performance.now();
      const each = await run;
      cases.push(each);
      first.push(...(await judgeAll(standing, [each])));
      tell(first.slice(-1), performance.now() - startedAt);
    };
    for (const kill of plan.kills) await note(arena, runKills(arena, kill, plan.killRounds, random));
    const own = plan.hasOwnFaults === true ? place.faults.filter(isChosen) : [];
    for (const fault of [...plan.faults, ...own]) await note(arena, runFault(arena, fault));
    const last = await judgeAtEnd(arena, cases);
    // What came late after all, or once more.
    const toCounts = (each: Judged | undefined): string => JSON.stringify(each === undefined ? [] : listCounts(each));
    const isOther = (each: Judged, index: number): boolean => toCounts(each) !== toCounts(first[index]);
    tell(last.filter(isOther));
    return last;
  } finally {
    await arena?.close();
    await place.close();
  }
}

const inSeconds = (ms: number): string => (ms / 1000).toFixed(1);

/** "doubt": left so; "absent": of these not there; "again": there twice. All three as ADR 9 has it. */
const HEADS = ["kills", "faults", "news", "lost", "twice", "doubt", "absent", "again", "order"];
const listCounts = ({ kills, faults, written, judgment }: Judged): readonly number[] => {
  const { lost, twice, allowed, shown, unshown, disordered } = judgment;
  const inDoubt = [shown.length + unshown.length, unshown.length, allowed.length];
  return [kills, faults, written.length, lost.length, twice.length, ...inDoubt, disordered];
};

function describe({ engine, processes }: Plan, judged: Judged, tookMs: number | null): readonly string[] {
  const { lost, twice, allowed, shown, unshown, delaysMs } = judged.judgment;
  const sorted = [...delaysMs].sort((a, b) => a - b);
  const at = (share: number): string => inSeconds(sorted[Math.floor((sorted.length - 1) * share)] ?? 0);
  const cells = listCounts(judged)
    .map((count) => String(count).padStart(6))
    .join(" ");
  return [
    `${engine.padEnd(10)} ${processes}  ${judged.name.padEnd(58)} ${cells} ${at(0.5).padStart(7)} ${at(1).padStart(7)} ${(tookMs === null ? "" : inSeconds(tookMs)).padStart(7)}`,
    ...lost.map((what) => `  lost: ${what}`),
    ...twice.map((what) => `  twice: ${what}`),
    ...allowed.map((what) => `  sent again in doubt (ADR 9): ${what}`),
    ...shown.map((what) => `  left in doubt, and there (ADR 9): ${what}`),
    ...unshown.map((what) => `  left in doubt, and not there (ADR 9): ${what}`),
  ];
}

export async function runTorture({
  plans,
  seed,
  isChosen = () => true,
  arenasAtOnce = ARENAS_AT_ONCE,
  say,
}: {
  readonly plans: readonly Plan[];
  readonly seed: number;
  readonly isChosen?: Chosen;
  readonly arenasAtOnce?: number;
  readonly say: Say;
}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "pullquote-torture-"));
  const chosen = plans.map((plan, index) => ({
    plan: { ...plan, kills: plan.kills.filter(isChosen), faults: plan.faults.filter(isChosen) },
    index,
  }));
  const queue = chosen.filter(({ plan }) => plan.kills.length + plan.faults.length > 0 || plan.hasOwnFaults === true);
  const judged: Judged[] = [];
  const skipped: string[] = [];
  const header = HEADS.map((each) => each.padStart(6)).join(" ");
  say(
    `${"database".padEnd(10)} n  ${"case".padEnd(58)} ${header} ${"p50 s".padStart(7)} ${"most s".padStart(7)} ${"took s".padStart(7)}`,
  );
  async function work(): Promise<void> {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { plan, index } = next;
      const results = await runPlan(plan, join(folder, String(index)), seed + index, isChosen, say);
      if (typeof results === "string") {
        skipped.push(results);
        say(`${plan.engine}: left out, ${results}`);
        continue;
      }
      judged.push(...results);
    }
  }
  try {
    await Promise.all(Array.from({ length: arenasAtOnce }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const sum = (count: (each: Judged) => number): number => judged.reduce((total, each) => total + count(each), 0);
  return {
    judged,
    kills: sum(({ kills }) => kills),
    faults: sum(({ faults }) => faults),
    lost: sum(({ judgment }) => judgment.lost.length),
    twice: sum(({ judgment }) => judgment.twice.length),
    allowed: sum(({ judgment }) => judgment.allowed.length),
    inDoubt: {
      shown: sum(({ judgment }) => judgment.shown.length),
      unshown: sum(({ judgment }) => judgment.unshown.length),
    },
    skipped,
  };
}

if (import.meta.filename === process.argv[1]) {
  const words = process.argv.slice(2);
  const readOption = (name: string): string | undefined =>
    words.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const only = readOption("only")?.toLowerCase().split("|");
  const isChosen: Chosen = ({ name }) => only?.some((words) => name.toLowerCase().includes(words)) ?? true;
  const plans = planTorture(words.includes("--short"));
  const engine = readOption("engine");
  const { kills, faults, lost, twice, allowed, inDoubt } = await runTorture({
    plans: plans.filter((plan) => engine === undefined || `${plan.engine} ${plan.processes}`.startsWith(engine)),
    seed: Number(readOption("seed") ?? 1),
    isChosen,
    say,
  });
  const left = inDoubt.shown + inDoubt.unshown;
  say(`in doubt (ADR 9): ${left} left so, of them ${inDoubt.unshown} not there; ${allowed} there twice`);
  say(`torture: ${kills} kills, ${faults} faults, lost ${lost}, twice ${twice}`);
  process.exit(lost + twice === 0 ? 0 : 1);
}
