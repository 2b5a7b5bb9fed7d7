/** Runs work on untrusted input in worker threads that are killed when they take too long or too much memory. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

const TIMEOUT_MS = 10_000;
const MEMORY_MB_MAX = 512;
/** Tasks waiting; more are turned away rather than kept. */
const WAITING_MAX = 1000;

/** The work was stopped: it took too long or too much memory, or the thread died of it. */
export class WorkStoppedError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WorkStoppedError";
  }
}

export interface WorkerPoolSettings {
  /** The worker's file; it calls serveTasks. A `.ts` file is run through tsx, for tests and development. */
  readonly file: URL;
  readonly size: number;
  readonly timeoutMs?: number;
  readonly memoryMbMax?: number;
}

export interface WorkerPool<Task, Result> {
  /** Rejects with the task's own error, or with WorkStoppedError. */
  run(task: Task): Promise<Result>;
  close(): Promise<void>;
}

/** What a worker sends back. */
export type Answer<Result> = { readonly result: Result } | { readonly error: string };

interface Job<Task, Result> {
  readonly task: Task;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

interface Slot<Task, Result> {
  worker: Worker | null;
  job: Job<Task, Result> | null;
  timer: NodeJS.Timeout | null;
}

function toSentence(error: Error): string {
  const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory ? "The document takes too much memory to read." : `The reader stopped: ${error.message}`;
}

/** Compiled files run as they are. From source, in tests and development, tsx is brought into the thread first. */
function startThread(file: URL, options: WorkerOptions): Worker {
  if (!file.pathname.endsWith(".ts")) return new Worker(file, options);
  const loader = createRequire(import.meta.url).resolve("tsx/esm/api");
  const module = pathToFileURL(loader.replace(/\.cjs$/, ".mjs")).href;
  const script = `import(${JSON.stringify(module)}).then((tsx) => { tsx.register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(script, { ...options, execArgv: [], eval: true });
}

export function createWorkerPool<Task, Result>(settings: WorkerPoolSettings): WorkerPool<Task, Result> {
  const { file, size, timeoutMs = TIMEOUT_MS, memoryMbMax = MEMORY_MB_MAX } = settings;
  const slots: Slot<Task, Result>[] = Array.from({ length: size }, () => ({ worker: null, job: null, timer: null }));
  const waiting: Job<Task, Result>[] = [];
  let isClosed = false;

  /** Takes the job from its slot, so that whatever comes later for it goes nowhere. */
  function release(slot: Slot<Task, Result>): Job<Task, Result> | null {
    const { job } = slot;
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = null;
    slot.job = null;
    return job;
  }

  function stop(slot: Slot<Task, Result>, error: Error): void {
    const { worker } = slot;
    slot.worker = null;
    const job = release(slot);
    worker?.removeAllListeners();
    worker?.on("error", () => undefined);
    void worker?.terminate();
    job?.reject(error);
    if (!isClosed) startNext();
  }

  function openWorker(slot: Slot<Task, Result>): Worker {
    const worker = startThread(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMbMax },
      // A worker has no business with the settings and their secrets.
      env: {},
    });
    worker.on("message", (answer: Answer<Result>) => {
      const job = release(slot);
      // An idle worker does not keep the process alive.
      worker.unref();
      if (job !== null && "result" in answer) job.resolve(answer.result);
      else if (job !== null && "error" in answer) job.reject(new Error(answer.error));
      startNext();
    });
    worker.on("error", (error) => stop(slot, new WorkStoppedError(toSentence(error), { cause: error })));
    worker.on("exit", () => stop(slot, new WorkStoppedError("The reader stopped.")));
    return worker;
  }

  function startNext(): void {
    const slot = slots.find((each) => each.job === null);
    if (slot === undefined || isClosed) return;
    const job = waiting.shift();
    if (job === undefined) return;
    slot.job = job;
    slot.worker ??= openWorker(slot);
    slot.worker.ref();
    slot.timer = setTimeout(() => {
      stop(slot, new WorkStoppedError(`The document takes longer than ${timeoutMs / 1000} s to read.`));
    }, timeoutMs);
    slot.worker.postMessage(job.task);
    startNext();
  }

  return {
    run(task) {
      return new Promise<Result>((resolve, reject) => {
        if (isClosed) return reject(new WorkStoppedError("The bot is stopping."));
        if (waiting.length >= WAITING_MAX) return reject(new WorkStoppedError("Too much waits to be read already."));
        waiting.push({ task, resolve, reject });
        startNext();
      });
    },
    async close() {
      isClosed = true;
      const workers = slots.flatMap((slot) => (slot.worker === null ? [] : [slot.worker]));
      for (const job of waiting.splice(0)) job.reject(new WorkStoppedError("The bot is stopping."));
      for (const slot of slots) stop(slot, new WorkStoppedError("The bot is stopping."));
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
