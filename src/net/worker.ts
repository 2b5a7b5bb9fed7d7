/** The worker's side of a pool: takes a task, answers with its result or its error. */

import { parentPort } from "node:worker_threads";
import type { Answer } from "./worker-pool.ts";

/** Called once at the top of a worker's file. One task at a time; the pool sees to that. */
export function serveTasks<Task, Result>(handle: (task: Task) => Promise<Result>): void {
  parentPort?.postMessage("ready" satisfies Answer<Result>);
  parentPort?.on("message", (task: Task) => {
    const answer = (message: Answer<Result>): void => parentPort?.postMessage(message);
    handle(task).then(
      (result) => answer({ result }),
      (error: unknown) => answer({ error: error instanceof Error ? error.message : String(error) }),
    );
  });
}
