/** Maps that hold so many keys and no more: one whose oldest key gives way, and one of answers that can be worked out again. */

/** The key set longest ago gives way. */
export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  /** Makes the key the newest, also when it was there. */
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  readonly size: number;
  /** Oldest first. */
  keys(): IterableIterator<Key>;
}

/** What values may take together, where they differ much. */
export interface Weight<Value> {
  readonly weightMax: number;
  /** The same at each time for the same value. */
  readonly weigh: (value: Value) => number;
}

const WEIGHTLESS: Weight<unknown> = { weightMax: 0, weigh: () => 0 };

export function createBoundedMap<Key, Value>(
  keysMax: number,
  { weightMax, weigh }: Weight<Value> = WEIGHTLESS,
): BoundedMap<Key, Value> {
  const map = new Map<Key, Value>();
  let weight = 0;
  function remove(key: Key): void {
    const value = map.get(key);
    if (value !== undefined) weight -= weigh(value);
    map.delete(key);
  }
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set(key, value) {
      remove(key);
      map.set(key, value);
      weight += weigh(value);
      for (const oldest of map.keys()) {
        if (map.size <= keysMax && weight <= weightMax) break;
        remove(oldest);
      }
    },
    delete: remove,
    get size() {
      return map.size;
    },
    keys: () => map.keys(),
  };
}

/**
 * Keeps what pure work gave for each key. When so many keys are kept, all are let go at once: a bounded map would keep
 * the newest, but looks for the oldest at every new key, 80 µs among 60,000, more than most of this work takes.
 */
export function remember<Key, Value extends object | string | null>(
  keysMax: number,
  make: (key: Key) => Value,
): (key: Key) => Value {
  const kept = new Map<Key, Value>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (kept.size >= keysMax) kept.clear();
    kept.set(key, made);
    return made;
  };
}
