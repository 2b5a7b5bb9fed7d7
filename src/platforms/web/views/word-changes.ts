/** What became of a sentence, word by word: what was left out of the article's, and what was put in to make it whole. */

export interface WordPiece {
  readonly text: string;
  readonly kind: "kept" | "left-out" | "put-in";
}

/** Longer ones are shown one after the other instead. */
const WORDS_MAX = 300;

const cutWords = (text: string): readonly string[] => text.match(/\s*\S+/g) ?? [];
const toKey = (word: string): string =>
  word
    .trim()
    .replace(/[.,;:!?…]+$/u, "")
    .toLowerCase();

/** Lengths of what two lists have in common from each pair of places on. */
function measureCommon(from: readonly string[], to: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: from.length + 1 }, () => new Array<number>(to.length + 1).fill(0));
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (let b = to.length - 1; b >= 0; b -= 1) {
      const row = lengths[a];
      if (row === undefined) continue;
      const isSame = from[a] === to[b];
      row[b] = isSame ? (lengths[a + 1]?.[b + 1] ?? 0) + 1 : Math.max(lengths[a + 1]?.[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return lengths;
}

/** In order, run together; what is kept is as it is shown. */
export function findWordChanges(original: string, shown: string): readonly WordPiece[] {
  const [from, to] = [cutWords(original), cutWords(shown)];
  if (from.length > WORDS_MAX || to.length > WORDS_MAX) {
    return [
      { text: original, kind: "left-out" },
      { text: shown, kind: "put-in" },
    ];
  }
  const [fromKeys, toKeys] = [from.map(toKey), to.map(toKey)];
  const common = measureCommon(fromKeys, toKeys);
  const pieces: WordPiece[] = [];
  const add = (text: string, kind: WordPiece["kind"]): void => {
    const last = pieces.at(-1);
    if (last?.kind === kind) pieces.splice(-1, 1, { text: last.text + text, kind });
    else pieces.push({ text, kind });
  };
  let [a, b] = [0, 0];
  while (a < from.length || b < to.length) {
    if (a < from.length && b < to.length && fromKeys[a] === toKeys[b]) {
      add(to[b] ?? "", "kept");
      a += 1;
      b += 1;
    } else if (b >= to.length || (a < from.length && (common[a + 1]?.[b] ?? 0) >= (common[a]?.[b + 1] ?? 0))) {
      add(from[a] ?? "", "left-out");
      a += 1;
    } else {
      add(to[b] ?? "", "put-in");
      b += 1;
    }
  }
  return pieces;
}
