/** What the suites that run on every platform share: waiting for what is shown, and keeping what was called. */

import { join } from "node:path";
import { expect, vi } from "vitest";
import type { Shown } from "./conversation.ts";
import { WAIT } from "./wait.ts";
import type { WholeApp } from "./whole-app.ts";

/** Waits until all of it is shown; null is what comes of a line the client does not let be sent. */
export async function expectShown(shown: Shown | null, ...expected: readonly (string | RegExp)[]): Promise<Shown> {
  if (shown === null) throw new Error("The client did not let the command be sent.");
  await vi.waitFor(() => {
    for (const each of expected) expect(shown.text()).toMatch(each);
  }, WAIT);
  return shown;
}

/** `PULLQUOTE_CALLS_DIR=folder npx vitest run …` keeps what was called, for the validators of recorded calls. */
export async function keepCalls({ discord, telegram }: WholeApp, name: string): Promise<void> {
  const folder = process.env["PULLQUOTE_CALLS_DIR"];
  if (folder === undefined) return;
  await discord.saveCalls(join(folder, `discord-${name}.json`));
  telegram.saveCalls(join(folder, `telegram-${name}.jsonl`));
}
