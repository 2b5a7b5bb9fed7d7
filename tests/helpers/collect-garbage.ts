/** Cleans memory up, at once or again and again while something runs, as a busy program does in time. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const EVERY_MS = 20;

function findCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}

export const collectGarbage = (): void => findCollector()();

export async function whileCollecting<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(findCollector(), EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
