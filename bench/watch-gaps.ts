/** How long the event loop stood still while something ran. */

const readWallMs = (): number => performance.now();

/** What this process had of the processors: beside other programs a standstill is longer by the clock than its work is. */
export function readCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Gives the longest time between two turns of the event loop. */
export function watchGaps(readMs = readWallMs): () => number {
  let [last, longest] = [readMs(), 0];
  const note = (): void => {
    longest = Math.max(longest, readMs() - last);
    last = readMs();
  };
  const timer = setInterval(note, 1);
  return () => {
    note();
    clearInterval(timer);
    return longest;
  };
}
