/** What is dear to ask is asked so seldom that it takes a hundredth of the time at most. */

const PAUSES_PER_ASKING = 100;

/** The answer to a question; the last one where it is young for what it took. */
export function askSeldom<Answer>(
  ask: () => Promise<Answer>,
  now = (): number => performance.now(),
): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; readonly until: number } | null = null;
  return () => {
    if (last !== null && now() < last.until) return last.answer;
    const start = now();
    const answer = ask();
    // Those who ask meanwhile wait for the same.
    last = { answer, until: Number.POSITIVE_INFINITY };
    const settle = (until: number): void => {
      if (last?.answer === answer) last = { answer, until };
    };
    answer.then(
      () => settle(now() + (now() - start) * PAUSES_PER_ASKING),
      () => settle(start),
    );
    return answer;
  };
}
