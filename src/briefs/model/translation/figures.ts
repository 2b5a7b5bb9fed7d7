/** Whether a translation has the numbers of its original, in figures or in words. */

import { findLanguage } from "../../../languages/index.ts";
import { toPlain } from "../../../languages/shared/dates/date-words.ts";
import type { TranslatedWords } from "../../../languages/shared/translated.ts";

/** In figures: "1.200" may be a thousand two hundred or a bit more than one, "5m" five million or five meters. */
type Figure = readonly number[];

interface Spelled {
  readonly value: number;
  readonly isSure: boolean;
}

interface Numbers {
  readonly figures: readonly Figure[];
  readonly spelled: readonly Spelled[];
}

const TOKEN =
  /\d{1,3}(?:[.,'’\u00a0\u202f\u066c ]\d{3})+(?!\d)(?:[.,\u066b]\d{1,2}(?!\d))?|\d+(?:[.,:\u066b]\d+)*|\p{L}[\p{L}\p{M}'’-]*/gu;
const GROUPED = /^\d{1,3}(?:[^\d]\d{3})+$/u;

const round = (value: number): number => Math.round(value * 1e6) / 1e6;

function readFigure(token: string): Figure {
  const marks = token.match(/[^\d]/gu) ?? [];
  const last = marks.at(-1);
  if (last === undefined) return [Number(token)];
  const decimal = `${token.slice(0, token.lastIndexOf(last)).replace(/[^\d]/gu, "")}.${token.slice(token.lastIndexOf(last) + 1)}`;
  if (!GROUPED.test(token)) return [round(Number(decimal))];
  const whole = Number(token.replace(/[^\d]/gu, ""));
  return marks.length === 1 && /[.,]/.test(last) ? [whole, round(Number(decimal))] : [whole];
}

/** "twenty-five" is one number; "two-storey" has one in it, which other languages write as one word. */
function readSpelled(word: string, { findNumber }: TranslatedWords): Spelled | null {
  const whole = findNumber(word);
  if (whole !== null || !word.includes("-")) return whole;
  const [first = null, second = null, ...others] = word.split("-").map(findNumber);
  if (first === null) return null;
  const isTens = first.value >= 20 && first.value < 100 && second !== null && second.value < 10 && others.length === 0;
  return isTens ? { value: first.value + second.value, isSure: true } : { ...first, isSure: false };
}

function readNumbers(text: string, words: TranslatedWords): Numbers {
  const tokens = toPlain(text).toLowerCase().match(TOKEN) ?? [];
  const figures: Figure[] = [];
  const spelled: Spelled[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const isFigure = /^\d/.test(token);
    const word = isFigure ? null : readSpelled(token, words);
    let values: Figure = isFigure ? readFigure(token) : word === null ? [] : [word.value];
    let scale = words.findScale(tokens[at + (values.length === 0 ? 0 : 1)] ?? "");
    if (values.length === 0) {
      // "A million": what is one is not said in all languages.
      if (scale !== null) spelled.push({ value: scale.value, isSure: false });
      continue;
    }
    for (; scale !== null; scale = words.findScale(tokens[at + 1] ?? "")) {
      const { value, isSure } = scale;
      const scaled = values.map((each) => round(each * value));
      values = isSure ? scaled : [...values, ...scaled];
      at += 1;
    }
    if (isFigure) figures.push(values);
    else spelled.push({ value: values.at(-1) ?? 0, isSure: word?.isSure === true });
  }
  return { figures, spelled };
}

/** Takes each of one list out of the other once; gives back what is left of both. */
function pair<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  isSame: (one: One, other: Other) => boolean,
): readonly [readonly One[], readonly Other[]] {
  const left = [...others];
  const missing = ones.filter((one) => {
    const at = left.findIndex((other) => isSame(one, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [missing, left];
}

const toText = (value: number): string => String(value);

/** The first number that only one of both has; null when they have the same. */
export function findOtherNumber(
  { original, translated }: { readonly original: string; readonly translated: string },
  { from, to }: { readonly from: string; readonly to: string },
): string | null {
  const [fromWords, toWords] = [findLanguage(from).translated, findLanguage(to).translated];
  if (fromWords === null || toWords === null) return "every number";
  const said = readNumbers(original, fromWords);
  const given = readNumbers(translated, toWords);
  const [lost, added] = pair(said.figures, given.figures, (one, other) => one.some((each) => other.includes(each)));
  const isSpelledSo = (figure: Figure, { value }: Spelled): boolean => figure.includes(value);
  const [stillLost, restGiven] = pair(lost, given.spelled, isSpelledSo);
  const [stillAdded, restSaid] = pair(added, said.spelled, isSpelledSo);
  const wrong = [...stillLost, ...stillAdded].find((figure) => !figure.includes(1));
  if (wrong !== undefined) return toText(wrong[0] ?? 0);
  const [unsaid, ungiven] = pair(restSaid, restGiven, (one, other) => one.value === other.value);
  const isMissed =
    (words: TranslatedWords) =>
    ({ value, isSure }: Spelled): boolean =>
      isSure && words.sureNumbers.has(value);
  const other = unsaid.find(isMissed(toWords)) ?? ungiven.find(isMissed(fromWords));
  return other === undefined ? null : toText(other.value);
}
