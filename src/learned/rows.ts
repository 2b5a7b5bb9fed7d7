/** Rows of numbers whose columns have names: each measure stands beside its name, and names become places once. */

/** Name of a column -> what is measured there. */
export type Measures<Subject> = Readonly<Record<string, (subject: Subject) => number>>;

export interface RowLayout {
  /** Names in the order of the numbers. */
  readonly names: readonly string[];
  /** Adds columns behind those there are; gives what fills them in a row. */
  add<Subject>(measures: Measures<Subject>, prefix?: string): (row: Float64Array, subject: Subject) => void;
}

export function createRowLayout(): RowLayout {
  const names: string[] = [];
  return {
    names,
    add(measures, prefix = "") {
      const start = names.length;
      for (const name of Object.keys(measures)) {
        const full = prefix === "" ? name : `${prefix}${name[0]?.toUpperCase() ?? ""}${name.slice(1)}`;
        if (names.includes(full)) throw new Error(`Two columns have one name: ${full}`);
        names.push(full);
      }
      const list = Object.values(measures);
      return (row, subject) => {
        for (let index = 0; index < list.length; index++) row[start + index] = list[index]?.(subject) ?? 0;
      };
    },
  };
}

/** The place of a column. Throws when there is none of that name. */
export function placeOf({ names }: RowLayout, name: string): number {
  const place = names.indexOf(name);
  if (place < 0) throw new Error(`No column is named ${name}.`);
  return place;
}
