/** Cleans memory up again and again while something runs, as a busy program does in time. */

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const EVERY_MS = 20;

export async function whileCollecting<T>(work: Promise<T>): Promise<T> {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const timer = setInterval(collect, EVERY_MS);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
