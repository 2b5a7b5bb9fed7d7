/** What pure work gave for the words of texts, found by their characters: a word known already is not cut out of its text again. */

const SLOTS_MIN = 1 << 10;
/** At most so many words stand in so many slots, so that few share one. */
const SLOTS_PER_WORD = 2;
/** Another one in each process: nobody can write words that all fall into one slot. */
const HASH_BASE = Math.floor(Math.random() * 2 ** 32) | 0;
const HASH_FACTOR = 0x01000193;

interface Table<Value> {
  /** By slot, one more than the place of its word; 0 for none. As many as a power of two. */
  slots: Int32Array;
  words: string[];
  hashes: number[];
  values: Value[];
}

const emptyTable = <Value>(): Table<Value> => ({
  slots: new Int32Array(SLOTS_MIN),
  words: [],
  hashes: [],
  values: [],
});

function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_BASE;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}

function isWordAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(start + at)) return false;
  return true;
}

/** The first free slot of a hash. */
function freeSlot(slots: Int32Array, hash: number): number {
  let slot = hash & (slots.length - 1);
  while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
  return slot;
}

function grow<Value>(table: Table<Value>): void {
  table.slots = new Int32Array(table.slots.length * 2);
  table.hashes.forEach((hash, place) => {
    table.slots[freeSlot(table.slots, hash)] = place + 1;
  });
}

/** Gives what `make` makes of the word that stands in a text; when so many are kept, all are let go at once. */
export function rememberWords<Value>(
  wordsMax: number,
  make: (word: string) => Value,
): (text: string, start: number, end: number) => Value {
  let table = emptyTable<Value>();
  return (text, start, end) => {
    const hash = hashOf(text, start, end);
    const last = table.slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const place = (table.slots[slot] ?? 0) - 1;
      if (place < 0) break;
      if (table.hashes[place] === hash && isWordAt(table.words[place] ?? "", text, start, end))
        return table.values[place] as Value;
    }
    const word = text.slice(start, end);
    const value = make(word);
    if (table.words.length >= wordsMax) table = emptyTable();
    if (table.words.length * SLOTS_PER_WORD >= table.slots.length) grow(table);
    table.slots[freeSlot(table.slots, hash)] = table.words.push(word);
    table.hashes.push(hash);
    table.values.push(value);
    return value;
  };
}
