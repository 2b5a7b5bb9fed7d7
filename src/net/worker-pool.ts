/** Runs work on untrusted input in worker threads that are killed when they take too long or too much memory. */

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { createFairQueue, type Turn } from "./fair-queue.ts";

const TIMEOUT_MS = 10_000;
/** Starting a thread reads its code and data, which is none of the task's time. */
const START_TIMEOUT_MS = 60_000;
const MEMORY_MB_MAX = 512;
/** What is young and mostly thrown away at once: three times what V8 calls a semi-space. */
const YOUNG_MB_MAX = 12;
/** A thread that has nothing to do gives its memory back. */
const IDLE_MS = 60_000;
/** The time over which somebody's work is counted. */
const WINDOW_MS = 10 * 60_000;
const ANYBODY: TaskTurn = { lane: 0, askers: [] };

/** "time", "memory" and "died" are the task's own doing; the others say nothing of it: it was never begun. */
export type StopCause = "time" | "memory" | "died" | "closed" | "full" | "costly";

/** The work was stopped: it took too long or too much memory, the thread died of it, or it was never begun. */
export class WorkStoppedError extends Error {
  readonly reason: StopCause;
  constructor(reason: StopCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "WorkStoppedError";
    this.reason = reason;
  }
}

export interface WorkerPoolSettings {
  /** The worker's file; it calls serveTasks. A `.ts` file is run through tsx, for tests and development. */
  readonly file: URL;
  readonly size: number;
  readonly timeoutMs?: number;
  readonly memoryMbMax?: number;
  readonly idleMs?: number;
}

/** When a task's turn comes, and how long it may take. */
export interface TaskTurn extends Turn {
  readonly timeoutMs?: number;
}

export interface WorkerPool<Task, Result> {
  /** Rejects with the task's own error, or with WorkStoppedError. */
  run(task: Task, turn?: TaskTurn): Promise<Result>;
  close(): Promise<void>;
}

/** What a worker sends back: "ready" once, when its code is loaded, then an answer to each task. */
export type Answer<Result> = "ready" | { readonly result: Result } | { readonly error: string };

interface Job<Task, Result> {
  readonly task: Task;
  readonly turn: TaskTurn;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: Error) => void;
}

interface Slot<Task, Result> {
  worker: Worker | null;
  isReady: boolean;
  job: Job<Task, Result> | null;
  /** True while an old thread gives its memory back: two would need it twice. */
  isEnding: boolean;
  /** When the thread took the job up. */
  begunAt: number;
  timer: NodeJS.Timeout | null;
}

function toStopped(error: Error): WorkStoppedError {
  const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return isMemory
    ? new WorkStoppedError("memory", "The document takes too much memory to read.", { cause: error })
    : new WorkStoppedError("died", `The reader stopped: ${error.message}`, { cause: error });
}
/** Said to a person; src/messages knows it in their language. */
function toCostly(waitMs: number): WorkStoppedError {
  const minutes = Math.ceil(waitMs / 60_000);
  return new WorkStoppedError("costly", `What was asked here took very long to read. Try again in ${minutes} minutes.`);
}
const toClosed = (): WorkStoppedError => new WorkStoppedError("closed", "The bot is stopping.");

/**
 * A limit that the process was started with (NODE_OPTIONS, a container's command) counts for every heap opened later and
 * overrules a thread's own. The main heap was opened at the start and keeps its limit.
 */
function freeThreadLimits(): void {
  for (const flag of ["--max-old-space-size=0", "--max-heap-size=0"]) setFlagsFromString(flag);
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
  const { file, size, timeoutMs = TIMEOUT_MS, memoryMbMax = MEMORY_MB_MAX, idleMs = IDLE_MS } = settings;
  const slots: Slot<Task, Result>[] = Array.from({ length: size }, () => ({
    worker: null,
    isReady: false,
    job: null,
    isEnding: false,
    begunAt: 0,
    timer: null,
  }));
  const waiting = createFairQueue<Job<Task, Result>>({ windowMs: WINDOW_MS, now: () => performance.now() });
  let isClosed = false;

  /** Takes the job from its slot, so that whatever comes later for it goes nowhere. */
  function release(slot: Slot<Task, Result>): Job<Task, Result> | null {
    const { job } = slot;
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.timer = null;
    slot.job = null;
    // Starting a thread is nobody's work.
    if (job !== null && slot.isReady) waiting.spend(job.turn, performance.now() - slot.begunAt);
    return job;
  }

  function retire(slot: Slot<Task, Result>): void {
    const { worker } = slot;
    slot.worker = null;
    slot.isReady = false;
    worker?.removeAllListeners();
    void worker?.terminate();
  }

  function stop(slot: Slot<Task, Result>, error: Error): void {
    const job = release(slot);
    const { worker } = slot;
    slot.worker = null;
    slot.isReady = false;
    job?.reject(error);
    slot.isEnding = worker !== null;
    worker?.removeAllListeners();
    worker?.on("error", () => undefined);
    void Promise.resolve(worker?.terminate()).finally(() => {
      slot.isEnding = false;
      startNext();
    });
  }

  function openWorker(slot: Slot<Task, Result>): Worker {
    freeThreadLimits();
    const worker = startThread(file, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMbMax, maxYoungGenerationSizeMb: YOUNG_MB_MAX },
      // A worker has no business with the settings and their secrets.
      env: {},
    });
    worker.on("message", (answer: Answer<Result>) => {
      if (answer === "ready") {
        slot.isReady = true;
        if (slot.job !== null) limit(slot);
        return;
      }
      const job = release(slot);
      // An idle worker does not keep the process alive.
      worker.unref();
      if (job !== null && "result" in answer) job.resolve(answer.result);
      else if (job !== null && "error" in answer) job.reject(new Error(answer.error));
      startNext();
      if (slot.job === null) slot.timer = setTimeout(() => retire(slot), idleMs).unref();
    });
    worker.on("error", (error) => stop(slot, toStopped(error)));
    worker.on("exit", () => stop(slot, new WorkStoppedError("died", "The reader stopped.")));
    return worker;
  }

  /** Sets the time the slot's job may take from now, or its thread to start. */
  function limit(slot: Slot<Task, Result>): void {
    if (slot.timer !== null) clearTimeout(slot.timer);
    slot.begunAt = performance.now();
    const ms = slot.isReady ? (slot.job?.turn.timeoutMs ?? timeoutMs) : START_TIMEOUT_MS;
    slot.timer = setTimeout(() => {
      stop(slot, new WorkStoppedError("time", `The document takes longer than ${ms / 1000} s to read.`));
    }, ms);
  }

  function startNext(): void {
    const slot = slots.find((each) => each.job === null && !each.isEnding);
    if (slot === undefined || isClosed) return;
    const next = waiting.take();
    if (next === undefined) return;
    const { job } = next;
    slot.job = job;
    slot.worker ??= openWorker(slot);
    slot.worker.ref();
    limit(slot);
    slot.worker.postMessage(job.task);
    startNext();
  }

  return {
    run(task, turn = ANYBODY) {
      return new Promise<Result>((resolve, reject) => {
        if (isClosed) return reject(toClosed());
        const waitMs = waiting.waitMs(turn);
        if (waitMs > 0) return reject(toCostly(waitMs));
        if (!waiting.add({ task, turn, resolve, reject }, turn))
          return reject(new WorkStoppedError("full", "Too much waits to be read already."));
        startNext();
      });
    },
    async close() {
      isClosed = true;
      const workers = slots.flatMap((slot) => (slot.worker === null ? [] : [slot.worker]));
      for (const job of waiting.drain()) job.reject(toClosed());
      for (const slot of slots) stop(slot, toClosed());
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
