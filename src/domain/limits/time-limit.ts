/** Work within a time, and until somebody stops it: its signal fires whatever memory is cleaned up meanwhile. */

/**
 * For `AbortSignal.any([…, AbortSignal.timeout(ms)])`, which on Node 20 may never fire: nothing holds the timer's signal,
 * so that it is collected with the garbage and whatever waited for it waits for ever. The others' dependents also pile up
 * in a signal that lives as long as the program.
 */
export async function withTimeLimit<T>(
  timeoutMs: number,
  outer: AbortSignal | null,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(outer?.reason);
  const timer = setTimeout(
    () => controller.abort(new DOMException(`no answer within ${timeoutMs} ms`, "TimeoutError")),
    timeoutMs,
  );
  outer?.addEventListener("abort", stop, { once: true });
  if (outer?.aborted === true) stop();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
  }
}
