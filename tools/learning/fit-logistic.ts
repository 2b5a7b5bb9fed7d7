/** Fits a weighted sum of a row's numbers by logistic regression: Newton's steps, few rows, few numbers. */

const ROUNDS = 12;
const DIGITS = 4;

/** Solves a small system of equations; each row holds its right side last. */
function solve(rows: number[][]): readonly number[] {
  const size = rows.length;
  for (let place = 0; place < size; place++) {
    let pivot = place;
    for (let row = place; row < size; row++)
      if (Math.abs(rows[row]?.[place] ?? 0) > Math.abs(rows[pivot]?.[place] ?? 0)) pivot = row;
    const [one = [], two = []] = [rows[place], rows[pivot]];
    rows[place] = two;
    rows[pivot] = one;
    rows.forEach((row, at) => {
      if (at === place) return;
      const factor = (row[place] ?? 0) / (two[place] ?? 1);
      for (let column = place; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (two[column] ?? 0);
    });
  }
  return rows.map((row, place) => (row[size] ?? 0) / (row[place] ?? 1));
}

/** Weights by name; `ridge` keeps them small. */
export function fitLogistic(
  rows: readonly Float64Array[],
  targets: readonly number[],
  names: readonly string[],
  ridge: number,
): { readonly bias: number; readonly weights: Readonly<Record<string, number>> } {
  const size = names.length + 1;
  let weights = new Float64Array(size);
  // The bias is the weight of a number that is always 1.
  const numberAt = (row: Float64Array, place: number): number => (place === 0 ? 1 : (row[place - 1] ?? 0));
  for (let round = 0; round < ROUNDS; round++) {
    const system = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0));
    rows.forEach((row, at) => {
      let sum = 0;
      for (let place = 0; place < size; place++) sum += (weights[place] ?? 0) * numberAt(row, place);
      const share = 1 / (1 + Math.exp(-sum));
      const slope = share * (1 - share);
      system.forEach((line, one) => {
        const value = numberAt(row, one);
        for (let two = 0; two < size; two++) line[two] = (line[two] ?? 0) + slope * value * numberAt(row, two);
        line[size] = (line[size] ?? 0) + ((targets[at] ?? 0) - share) * value;
      });
    });
    system.forEach((line, place) => {
      const cost = place === 0 ? 1e-6 : ridge;
      line[place] = (line[place] ?? 0) + cost;
      line[size] = (line[size] ?? 0) - cost * (weights[place] ?? 0);
    });
    const step = solve(system);
    weights = weights.map((weight, place) => weight + (step[place] ?? 0));
  }
  const round = (value: number): number => Number(value.toFixed(DIGITS));
  return {
    bias: round(weights[0] ?? 0),
    weights: Object.fromEntries(names.map((name, at) => [name, round(weights[at + 1] ?? 0)])),
  };
}
