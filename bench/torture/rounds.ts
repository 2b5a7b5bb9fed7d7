/** Rounds in one arena: news comes while the program is killed or something is at fault; then it is counted what stands where. */

import { type Arena, waitFor } from "./arena.ts";
import { type Judgment, judge } from "./arrivals.ts";
import type { Fault } from "./faults.ts";
import type { Kill, Random } from "./kills.ts";
import { readEnds } from "./outbox.ts";
import type { Written } from "./outlets.ts";

const ARTICLES = 3;

export interface Case {
  readonly name: string;
  readonly kills: number;
  readonly faults: number;
  readonly written: readonly Written[];
}

export interface Judged extends Case {
  readonly judgment: Judgment;
}

/** One kill, or several in a row, with news under way; the program is started again at once. */
async function killOnce(
  arena: Arena,
  kill: Kill,
  random: Random,
): Promise<{ kills: number; written: readonly Written[] }> {
  const { programs, discord, telegram, patienceMs } = arena;
  const countDead = (): number => programs.filter((each) => !each.isRunning()).length;
  const deadBefore = countDead();
  kill.order(arena, random);
  const written = await arena.publish(ARTICLES);
  const times = kill.times ?? 1;
  for (let time = 1; time <= times; time += 1) {
    const isDead = (): boolean => countDead() - deadBefore >= time;
    await waitFor(async () => {
      if (isDead()) return true;
      await arena.urge();
      return kill.isForStart !== true && (await arena.isOut(written));
    }, patienceMs);
    // What it was to die at did not come, such as a sixth post where two left as one: then it dies with its work done.
    if (!isDead()) arena.owner().kill();
    await waitFor(isDead, patienceMs);
    // What was ordered may have gone with another that died of it.
    for (const each of programs) each.order({ death: null });
    discord.heal();
    telegram.clearFaults();
    const reviving = arena.revive();
    if (kill.isForStart !== true) await reviving;
    if (time < times) kill.order(arena, random);
    await reviving;
  }
  const kills = countDead() - deadBefore;
  await arena.drain(written, patienceMs);
  return { kills, written };
}

export async function runKills(arena: Arena, kill: Kill, rounds: number, random: Random): Promise<Case> {
  let kills = 0;
  const written: Written[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const result = await killOnce(arena, kill, random);
    await arena.lookAtPage();
    kills += result.kills;
    written.push(...result.written);
  }
  return { name: `killed: ${kill.name}`, kills, faults: 0, written };
}

export async function runFault(arena: Arena, fault: Fault): Promise<Case> {
  const { discord, telegram, patienceMs } = arena;
  const { drainedMsMax = patienceMs } = fault;
  const began = fault.begin(arena);
  // News comes while it lasts, not after it.
  const written = [...(await arena.publish(ARTICLES))];
  await began;
  await arena.drain(written, drainedMsMax);
  await fault.end?.(arena);
  discord.heal();
  telegram.clearFaults();
  if (fault.end !== undefined) {
    const after = await arena.publish(1);
    await arena.drain(after, patienceMs);
    written.push(...after);
  }
  return { name: fault.name, kills: 0, faults: fault.name === "none" ? 0 : 1, written };
}

/** What stands where now. */
export async function judgeAll(arena: Arena, cases: readonly Case[]): Promise<readonly Judged[]> {
  const ends = await readEnds(arena.ask);
  await arena.lookAtPage();
  return cases.map((each) => {
    const judgment = judge(arena.places, arena.watch, each.written, ends);
    const countShown = (mark: string): number => arena.shown.get(mark) ?? 0;
    const lost = each.written.filter(({ mark }) => countShown(mark) === 0).map(({ mark }) => `page ${mark}`);
    const twice = each.written.filter(({ mark }) => countShown(mark) > 1).map(({ mark }) => `page ${mark}`);
    return {
      ...each,
      judgment: { ...judgment, lost: [...judgment.lost, ...lost], twice: [...judgment.twice, ...twice] },
    };
  });
}

/** Counts at the end, so that what came late, or twice much later, is counted too: it would stand before one more article. */
export async function judgeAtEnd(arena: Arena, cases: readonly Case[]): Promise<readonly Judged[]> {
  await arena.drain(await arena.publish(1), arena.patienceMs);
  return judgeAll(arena, cases);
}
