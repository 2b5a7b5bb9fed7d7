/** The compiled program as a process of its own, `dist/src/main.js run`, with somebody inside who ends it when told to. */

import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/src/main.js", import.meta.url));
const INSIDE = new URL("inside.mjs", import.meta.url).href;
/** As in its container. */
const FLAGS = ["--max-semi-space-size=4", "--max-old-space-size=256"];

/** When a process is to end: at the n-th statement from now. */
export interface Death {
  readonly left: number;
  readonly when: "before" | "after" | "leaving";
}

export interface Program {
  readonly lines: readonly string[];
  /** Resolves with whether it came so far as to show its page. */
  readonly started: Promise<boolean>;
  readonly ended: Promise<void>;
  isRunning(): boolean;
  ownsTokens(): boolean;
  /** Where its page is. */
  url(): string;
  order(what: { readonly death?: Death | null; readonly aheadMs?: number; readonly fillsMemory?: true }): void;
  kill(signal?: NodeJS.Signals): void;
}

export function startProgram(folder: string, environment: Readonly<Record<string, string>>): Program {
  if (!existsSync(MAIN)) throw new Error("Expected the compiled program: npm run build.");
  const child: ChildProcess = spawn(process.execPath, ["--import", INSIDE, ...FLAGS, MAIN, "run"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", TZ: "UTC", WEB_PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const lines: string[] = [];
  let page: string | undefined;
  let isRunning = true;
  let onStart: (isUp: boolean) => void = () => undefined;
  const started = new Promise<boolean>((resolve) => {
    onStart = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      isRunning = false;
      onStart(false);
      resolve();
    });
  });
  // A message to one that has just died is lost, as it should be.
  child.on("error", () => undefined);
  for (const stream of [child.stdout, child.stderr]) {
    let rest = "";
    stream?.on("data", (chunk: Buffer) => {
      const parts = `${rest}${chunk.toString("utf8")}`.split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
      page ??= /The page is at (\S+)/.exec(parts.join("\n"))?.[1];
      if (page !== undefined) onStart(true);
    });
  }
  return {
    lines,
    started,
    ended,
    isRunning: () => isRunning,
    ownsTokens: () => lines.some((line) => line.includes('"token_owned"')),
    url: () => page ?? "",
    order(what) {
      if (isRunning && child.connected) child.send(what, () => undefined);
    },
    kill(signal = "SIGKILL") {
      if (isRunning) child.kill(signal);
    },
  };
}
