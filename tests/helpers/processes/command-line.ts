/** Runs the command line as a person would: a process of its own, with its own environment. */

import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { toCompiled } from "./compiled.ts";

const MAIN = fileURLToPath(toCompiled("main.js"));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** The child's environment holds nothing of ours but what finding Node needs. */
export function startCommand(words: readonly string[], options: RunOptions = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN, ...words], {
    cwd: options.folder ?? fileURLToPath(new URL("../../..", import.meta.url)),
    env: { PATH: process.env["PATH"] ?? "", TZ: "UTC", ...options.environment },
  });
}

export async function runCommand(words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = startCommand(words, options);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => {
    stdout += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString("utf8");
  });
  child.stdin.end(options.input ?? "");
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}
