/** How long the event loop stood still while something ran. */

/** Gives the longest time between two turns of the event loop. */
export function watchGaps(): () => number {
  let [last, longest] = [performance.now(), 0];
  const note = (): void => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  };
  const timer = setInterval(note, 1);
  return () => {
    note();
    clearInterval(timer);
    return longest;
  };
}
