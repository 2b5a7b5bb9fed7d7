/** Features of linear models by name: templates, the values their parts can take, and the writers that fill them in. */

/** A template whose values are words or paths rather than a few fixed parts. */
export const WORDS = "words";

/** What each part of a value can be, or WORDS. */
export type Parts = readonly (readonly string[])[] | typeof WORDS;
export type Templates = Readonly<Record<string, Parts>>;

/** Takes the features of one thing to be scored. A slot is one value of one template: "side before|name". */
export interface Sink {
  add(slot: number): void;
  addWord(template: number, word: string): void;
}

/** One number a part: its place in the part's list. */
type Places<Lists extends readonly (readonly string[])[]> = { readonly [Part in keyof Lists]: number };

/** One writer a template: the place of each part in its list, in the template's order. */
export type Writers<T extends Templates> = {
  readonly [Name in keyof T]: T[Name] extends infer Lists extends readonly (readonly string[])[]
    ? (sink: Sink, ...places: Places<Lists>) => void
    : (sink: Sink, word: string) => void;
};

/** "0", "1", … as the values of a part that counts. */
export const numbers = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => String(index));

export const yesNo = ["no", "yes"] as const;
/** Place in `yesNo`. */
export const flag = (value: boolean): number => (value ? 1 : 0);

/** The first place whose limit the value does not exceed; behind all of them when it exceeds each. */
export function bucket(value: number, limits: readonly number[]): number {
  let index = 0;
  while (index < limits.length && value > (limits[index] ?? 0)) index++;
  return index;
}

const PARTS_MAX = 5;
const sizeOf = (parts: readonly (readonly string[])[]): number => parts.reduce((size, part) => size * part.length, 1);

/** Where each template's slots begin, by template name; words have none. The last number is how many there are. */
export function layOut(templates: Templates): { readonly starts: ReadonlyMap<string, number>; readonly count: number } {
  const starts = new Map<string, number>();
  let count = 0;
  for (const [name, parts] of Object.entries(templates)) {
    starts.set(name, count);
    if (parts !== WORDS) count += sizeOf(parts);
  }
  return { starts, count };
}

/** Writers whose names and sizes are looked up here, once, and not for each feature. */
export function createWriters<T extends Templates>(templates: T): Writers<T> {
  const { starts } = layOut(templates);
  const writers = Object.entries(templates).map(([name, parts], template) => {
    if (parts === WORDS) return [name, (sink: Sink, word: string) => sink.addWord(template, word)];
    if (parts.length > PARTS_MAX) throw new Error(`The feature "${name}" has more than ${PARTS_MAX} parts.`);
    const start = starts.get(name) ?? 0;
    const [, second = 1, third = 1, fourth = 1, fifth = 1] = parts.map((part) => part.length);
    return [
      name,
      (sink: Sink, one: number, two = 0, three = 0, four = 0, five = 0) =>
        sink.add(start + (((one * second + two) * third + three) * fourth + four) * fifth + five),
    ];
  });
  return Object.fromEntries(writers) as Writers<T>;
}

/** Writes a feature's value as its parts: "before|name". */
export function spellValue(parts: readonly (readonly string[])[], value: number): string {
  const spelled: string[] = [];
  let rest = value;
  for (const part of [...parts].reverse()) {
    spelled.unshift(part[rest % part.length] ?? "?");
    rest = Math.floor(rest / part.length);
  }
  return spelled.join("|");
}

/** Reads "before|name" back; -1 when a part is unknown or missing. */
export function readValue(parts: readonly (readonly string[])[], spelled: string): number {
  const words = spelled.split("|");
  if (words.length !== parts.length) return -1;
  let value = 0;
  for (const [index, part] of parts.entries()) {
    const place = part.indexOf(words[index] ?? "");
    if (place < 0) return -1;
    value = value * part.length + place;
  }
  return value;
}
