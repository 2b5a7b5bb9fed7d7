/** What comes while other work is under way is done together, in the order it came: one transaction serves many. */

import { takeTurn } from "../rows/turns.ts";

export type Outcome<Result> = { readonly result: Result } | { readonly error: unknown };

export interface Gathering<Item, Result> {
  /** Resolves with an outcome for each, in their order; never rejects. */
  work(items: readonly Item[]): Promise<readonly Outcome<Result>[]>;
  /** Those that share a key are not done together: the second has to see the first. */
  listKeys(item: Item): readonly string[];
  /** What is done together weighs so much at most; one that is heavier is done alone. */
  weigh(item: Item): number;
  readonly weightMax: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  settle(outcome: Outcome<Result>): void;
}

/** One group at a time. Whoever comes while nobody is served is served at once. */
export function createGathering<Item, Result>({
  work,
  listKeys,
  weigh,
  weightMax,
}: Gathering<Item, Result>): (item: Item) => Promise<Result> {
  const waiting: Waiting<Item, Result>[] = [];
  let isServing = false;

  function takeGroup(): readonly Waiting<Item, Result>[] {
    const keys = new Set<string>();
    let weight = 0;
    const end = waiting.findIndex(({ item }, index) => {
      weight += weigh(item);
      const own = listKeys(item);
      if (index > 0 && (weight > weightMax || own.some((key) => keys.has(key)))) return true;
      for (const key of own) keys.add(key);
      return false;
    });
    return waiting.splice(0, end === -1 ? waiting.length : end);
  }

  async function serve(): Promise<void> {
    isServing = true;
    while (waiting.length > 0) {
      const group = takeGroup();
      const outcomes = await work(group.map(({ item }) => item));
      for (const [index, { settle }] of group.entries()) {
        settle(outcomes[index] ?? { error: new Error("Expected an outcome for each.") });
      }
      // An engine that answers at once would let nobody else in.
      await takeTurn();
    }
    isServing = false;
  }

  return (item) =>
    new Promise<Result>((resolve, reject) => {
      const settle = (outcome: Outcome<Result>): void =>
        "error" in outcome ? reject(outcome.error) : resolve(outcome.result);
      waiting.push({ item, settle });
      if (!isServing) void serve();
    });
}
