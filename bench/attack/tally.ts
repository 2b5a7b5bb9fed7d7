/** What a group of attacks came to: how many were tried, and which got through. */

export interface Tally {
  readonly name: string;
  readonly tried: number;
  readonly through: readonly string[];
}

export interface Counting {
  /** Counts an attack; false when it got through. */
  attack(what: string, isHeld: boolean): void;
  end(): Tally;
}

export function startCounting(name: string): Counting {
  const through: string[] = [];
  let tried = 0;
  return {
    attack(what, isHeld) {
      tried += 1;
      if (!isHeld) through.push(what.slice(0, 200));
    },
    end: () => ({ name, tried, through }),
  };
}

/** All of a list, some at a time. */
export async function forAll<T>(list: readonly T[], work: (each: T) => Promise<void>, atOnce = 4): Promise<void> {
  const left = [...list];
  const next = async (): Promise<void> => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

/** Every so manieth of a list, so that a short run has some of each kind. */
export const thin = <T>(list: readonly T[], isShort: boolean, step = 8): readonly T[] =>
  isShort ? list.filter((_, index) => index % step === 0) : list;
