/** Texts and searches at random, the same for the same seed: words of several scripts among what breaks search engines. */

export type Random = () => number;

/** Numbers from 0 to below 1 (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  "pier ferry tide harbor council mayor Łódź Zürich straße naïve Ærø ıssız Δήμος λόγος ёлка город мэр 北京 北京大学 大阪市 東京タワー がっこう 서울에서 हिन्दी किताब مُحَمَّد שָׁלוֹם ไทยแลนด์ 1,500 e-mail O’Brien don't C++ 3.14 a b x";
const ODD = [
  "\0",
  "\uD800",
  "\uDC00",
  "🚢",
  '"',
  "“",
  "”",
  "«",
  "'",
  "''",
  "\\",
  "*",
  ":",
  ":*",
  "(",
  ")",
  "-",
  "--",
  "!",
  "&",
  "|",
  "<->",
  "<1>",
  "^",
  "+",
  "{",
  "}",
  "[",
  "]",
  "%",
  "_",
  ";",
  "--",
  "$1",
  "?",
  "AND",
  "OR",
  "NOT",
  "NEAR",
  "NEAR(a b, 2)",
  "title:",
  "brief :",
  "\u200B",
  "\u202E",
  "\u0301",
  "\uFEFF",
  "\uE000",
  "ﬁ",
  "½",
  "²",
  "\n",
  "\t",
  "\u3000",
  "・",
  "ー",
];

const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error("Expected a list that is not empty.");
  return found;
};

const KNOWN = WORDS.split(" ");

export function makeText(random: Random): string {
  const parts = Array.from({ length: 5 + Math.floor(random() * 40) }, () =>
    random() < 0.85 ? pick(random, KNOWN) : pick(random, ODD),
  );
  return parts.join(random() < 0.9 ? " " : "").slice(0, 2_000);
}

export function makeQuery(random: Random): string {
  const oddness = random();
  const parts = Array.from({ length: 1 + Math.floor(random() ** 2 * 12) }, () => {
    const part = random() < oddness ? pick(random, ODD) : pick(random, KNOWN);
    const form = random();
    if (form < 0.1) return `-${part}`;
    if (form < 0.2) return `"${part} ${pick(random, KNOWN)}"`;
    if (form < 0.25) return `-"${part}`;
    return part;
  });
  const query = parts.join(random() < 0.8 ? " " : "");
  return random() < 0.02 ? query.repeat(40) : query;
}
