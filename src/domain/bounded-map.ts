/** A map that holds so many keys and no more: the one set longest ago gives way. */

export interface BoundedMap<Key, Value> {
  get(key: Key): Value | undefined;
  has(key: Key): boolean;
  /** Makes the key the newest, also when it was there. */
  set(key: Key, value: Value): void;
  delete(key: Key): void;
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
    keys: () => map.keys(),
  };
}
