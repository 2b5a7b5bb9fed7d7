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

export function createBoundedMap<Key, Value>(keysMax: number): BoundedMap<Key, Value> {
  const map = new Map<Key, Value>();
  return {
    get: (key) => map.get(key),
    has: (key) => map.has(key),
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      for (const oldest of map.keys()) {
        if (map.size <= keysMax) break;
        map.delete(oldest);
      }
    },
    delete: (key) => void map.delete(key),
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
