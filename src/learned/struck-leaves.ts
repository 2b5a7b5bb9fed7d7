/** Scores many rows by the same small trees at once: what a row's columns rule out is struck from each tree's leaves. */

/** [feature, limit, below, above]: below when the feature is at most the limit, else above; a number is a leaf. */
export type Tree = number | readonly [feature: string, limit: number, below: Tree, above: Tree];

/** One bit a leaf. */
const LEAVES_MAX = 32;
/** Columns that change in fewer of the rows are looked at only where they do. */
const RARE_CHANGES_SHARE = 0.25;

/** The branches of all trees, column by column, in order of their limits. */
interface Branches {
  /** Where the branches of each column begin; the last number is how many there are. */
  readonly starts: Int32Array;
  readonly limits: Float64Array;
  readonly trees: Int32Array;
  /** The leaves that remain for a row above the limit, and those above it. */
  readonly masks: Int32Array;
  readonly aboves: Int32Array;
}

/** Strikes the leaves that a row with this value cannot reach. */
function strike(left: Int32Array, { starts, limits, trees, masks }: Branches, column: number, value: number): void {
  const end = starts[column + 1] ?? 0;
  for (let at = starts[column] ?? 0; at < end && !(value <= (limits[at] ?? 0)); at++) {
    const tree = trees[at] ?? 0;
    left[tree] = (left[tree] ?? 0) & (masks[at] ?? 0);
  }
}

/** Lists in `kept` the branches that still part the leaves that are left. */
function keepParting(kept: Branches, { starts, limits, trees, masks, aboves }: Branches, left: Int32Array): void {
  let count = 0;
  for (let column = 0; column + 1 < starts.length; column++) {
    const end = starts[column + 1] ?? 0;
    for (let at = starts[column] ?? 0; at < end; at++) {
      const tree = trees[at] ?? 0;
      const bits = left[tree] ?? 0;
      if ((bits & (aboves[at] ?? 0)) === 0 || (bits & ~(masks[at] ?? 0)) === 0) continue;
      kept.limits[count] = limits[at] ?? 0;
      kept.trees[count] = tree;
      kept.masks[count++] = masks[at] ?? 0;
    }
    kept.starts[column + 1] = count;
  }
}

/** Columns by how often they change from one row to the next: never, seldom, often. */
function sortColumns(rows: Float64Array, width: number): readonly [number[], number[], number[]] {
  const count = rows.length / width;
  const sorted: [number[], number[], number[]] = [[], [], []];
  for (let column = 0; column < width; column++) {
    let changes = 0;
    for (let at = column + width; at < rows.length; at += width) if (rows[at] !== rows[at - width]) changes++;
    sorted[changes === 0 ? 0 : changes < count * RARE_CHANGES_SHARE ? 1 : 2].push(column);
  }
  return sorted;
}

/**
 * Gives the scores of rows that lie one behind the other, each as many columns wide as there are names. Throws when a
 * tree has too many leaves.
 */
export function createRowsScorer(
  base: number,
  trees: readonly Tree[],
  names: readonly string[],
): (rows: Float64Array) => Float64Array {
  const worths: number[] = [];
  const found: { column: number; limit: number; tree: number; mask: number; above: number }[] = [];
  const firstLeaves = Int32Array.from(trees, (root, tree) => {
    const first = worths.length;
    /** Lists the branches; gives the leaves below one, the leftmost in the lowest bit. */
    const list = (node: Tree): number => {
      if (typeof node === "number") return 1 << (worths.push(node) - 1 - first);
      const [name, limit, below, above] = node;
      const struck = list(below);
      const rest = list(above);
      found.push({ column: names.indexOf(name), limit, tree, mask: ~struck, above: rest });
      return struck | rest;
    };
    list(root);
    if (worths.length - first > LEAVES_MAX) throw new Error(`A tree has more than ${LEAVES_MAX} leaves.`);
    return first;
  });
  found.sort((one, two) => one.column - two.column || one.limit - two.limit);
  const branches: Branches = {
    starts: Int32Array.from({ length: names.length + 1 }, (_, column) =>
      found.reduce((count, each) => (each.column < column ? count + 1 : count), 0),
    ),
    limits: Float64Array.from(found, ({ limit }) => limit),
    trees: Int32Array.from(found, ({ tree }) => tree),
    masks: Int32Array.from(found, ({ mask }) => mask),
    aboves: Int32Array.from(found, ({ above }) => above),
  };
  const parting: Branches = {
    starts: branches.starts.slice(),
    limits: branches.limits.slice(),
    trees: branches.trees.slice(),
    masks: branches.masks.slice(),
    aboves: branches.aboves,
  };
  const leaves = Float64Array.from(worths);
  const width = names.length;
  const leftOfAll = new Int32Array(trees.length);
  const leftOfLike = new Int32Array(trees.length);
  const left = new Int32Array(trees.length);
  return (rows) => {
    const scores = new Float64Array(rows.length / width);
    const [fixed, rare, often] = sortColumns(rows, width);
    leftOfAll.fill(-1);
    for (const column of fixed) strike(leftOfAll, branches, column, rows[column] ?? 0);
    keepParting(parting, branches, leftOfAll);
    for (let row = 0; row < scores.length; row++) {
      const at = row * width;
      if (row === 0 || rare.some((column) => rows[at + column] !== rows[at + column - width])) {
        leftOfLike.set(leftOfAll);
        for (const column of rare) strike(leftOfLike, parting, column, rows[at + column] ?? 0);
      }
      left.set(leftOfLike);
      for (const column of often) strike(left, parting, column, rows[at + column] ?? 0);
      let sum = base;
      for (let tree = 0; tree < left.length; tree++) {
        const bits = left[tree] ?? 0;
        // The leftmost leaf that is left is the row's.
        sum += leaves[(firstLeaves[tree] ?? 0) + 31 - Math.clz32(bits & -bits)] ?? 0;
      }
      scores[row] = sum;
    }
    return scores;
  };
}
