/** Whether a translation measures and pays in what its original does: percent, units and currencies, by the names the platform knows. */

import { findLanguage } from "../../../languages/index.ts";

interface Line {
  readonly original: string;
  readonly translated: string;
}

interface Languages {
  readonly from: string;
  readonly to: string;
}

const UNITS = [
  ...["percent", "kilometer", "meter", "centimeter", "mile", "yard", "foot", "inch", "hectare", "acre"],
  ...["kilogram", "gram", "ounce", "liter", "gallon"],
];
/** What several countries' money is called alike is in the names of all of them: "dollars". */
const CURRENCIES: Readonly<Record<string, { readonly sign: string; readonly codes: readonly string[] }>> = {
  dollar: { sign: "$", codes: ["USD", "CAD", "AUD"] },
  euro: { sign: "€", codes: ["EUR"] },
  sterling: { sign: "£", codes: ["GBP", "EGP", "SDG"] },
  ruble: { sign: "₽", codes: ["RUB", "BYN"] },
};
const COUNTS = [1, 1.5, 2, 5, 21];
/** Forms shorter than this have no ending but their own. */
const ENDED_LENGTH_MIN = 4;
const ENDING_LENGTH_MAX = 4;
const PERCENT = "percent";

/** Words by what they measure, in lower case. */
type Words = ReadonlyMap<string, readonly string[]>;

const toWords = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
/** "per cento" is "percento". */
const toPairs = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index]}${word}`);

function listUnit(language: string, unit: string): readonly string[] {
  const own = unit === PERCENT ? (findLanguage(language).translated?.percent ?? []) : [];
  const names = (["long", "short"] as const).flatMap((unitDisplay) => {
    const format = new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay });
    return COUNTS.flatMap((count) => format.formatToParts(count).filter(({ type }) => type === "unit"));
  });
  // "pour cent", "engelske mil": what it is stands last.
  return [...own, ...names.flatMap(({ value }) => toWords(value).at(-1) ?? [])];
}

function listCurrency(language: string, codes: readonly string[]): readonly string[] {
  const named = codes.map((currency) => {
    const format = new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "name" });
    const names = COUNTS.flatMap((count) => format.formatToParts(count).filter(({ type }) => type === "currency"));
    return names.flatMap(({ value }) => toWords(value));
  });
  const [first = [], ...others] = named;
  return first.filter((word) => others.every((words) => words.includes(word)));
}

const known = new Map<string, Words>();

function listWords(language: string): Words {
  const found = known.get(language);
  if (found !== undefined) return found;
  const listed = new Map<string, readonly string[]>([
    ...UNITS.map((unit) => [unit, [...new Set(listUnit(language, unit))]] as const),
    ...Object.entries(CURRENCIES).map(
      ([name, { codes }]) => [name, [...new Set(listCurrency(language, codes))]] as const,
    ),
  ]);
  known.set(language, listed);
  return listed;
}

/** "Prozentpunkte", "proc.": a longer form, or a shorter one. */
const isFormOf = (word: string, form: string): boolean =>
  word === form ||
  (form.length >= ENDED_LENGTH_MIN &&
    word.startsWith(form.slice(0, -1)) &&
    word.length - form.length <= ENDING_LENGTH_MAX) ||
  (word.length >= ENDED_LENGTH_MIN && form.startsWith(word));

const SIGNED: readonly (readonly [string, string])[] = [
  ...Object.entries(CURRENCIES).map(([name, { sign }]) => [name, sign] as const),
  [PERCENT, "%"],
  [PERCENT, "٪"],
];

/** What is named anywhere in a text, and what stands right behind a figure. */
function findMeasures(
  text: string,
  language: string,
): { readonly near: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const words = listWords(language);
  const find = (list: readonly string[]): readonly string[] =>
    [...words].flatMap(([name, forms]) =>
      list.some((word) => forms.some((form) => isFormOf(word, form))) ? [name] : [],
    );
  const signed = SIGNED.flatMap(([name, sign]) => (text.includes(sign) ? [name] : []));
  const behind = [...text.toLowerCase().matchAll(/\d[\s-]{0,2}([\p{L}\p{M}]+)(?:\s+([\p{L}\p{M}]+))?/gu)];
  const near = behind.flatMap(([, first = "", second = ""]) => [first, second, `${first}${second}`]);
  const named = toWords(text);
  return {
    near: new Set([...signed, ...find(near)]),
    all: new Set([...signed, ...find([...named, ...toPairs(named)])]),
  };
}

/** What is measured or paid in something else, by the name of what was lost; null for none. */
export function findOtherMeasure({ original, translated }: Line, { from, to }: Languages): string | null {
  const said = findMeasures(original, from);
  const given = findMeasures(translated, to);
  const lost = [...said.near].filter((name) => !given.all.has(name));
  const added = [...given.near].filter((name) => !said.all.has(name));
  if (lost.includes(PERCENT) || added.includes(PERCENT)) return PERCENT;
  return lost.length > 0 && added.length > 0 ? (lost[0] ?? null) : null;
}

const FIGURE = "\\d+(?:[.,]\\d+)*";
/** "7 to 4", "from 5 to 7", "3–5": two figures with a mark or a short word between them. */
const PAIRED = new RegExp(`(?<![\\d.,])(${FIGURE})(?=(?:\\s?[-–—:]\\s?|\\s\\p{L}{1,5}\\s)(${FIGURE})(?![\\d]))`, "gu");

const listPairs = (text: string): readonly string[] =>
  [...text.matchAll(PAIRED)].map(([, first = "", second = ""]) => `${first} ${second}`);

/** Two figures that stand together and have changed places: "7 to 4" is not "4 zu 7". */
export function findSwapped({ original, translated }: Line): string | null {
  const said = listPairs(original);
  const given = listPairs(translated);
  const swap = (pair: string): string => pair.split(" ").reverse().join(" ");
  return given.find((pair) => swap(pair) !== pair && said.includes(swap(pair)) && !said.includes(pair)) ?? null;
}
