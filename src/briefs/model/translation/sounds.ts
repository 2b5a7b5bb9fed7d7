/** How a name sounds, roughly, in whatever letters: so that Линдквист is known for Lindqvist. */

/** Letters of other alphabets by the Latin ones nearest to them; vowels and soft signs say nothing. */
const CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  [..."бbвvгgґgдdжsзsкkлlмmнnпbрrсsтtфvхhцsчsшsщsйиыіеэєаяоёуюїьъ".matchAll(/([бвгґджзклмнпрстфхцчшщ])([a-z])/gu)].map(
    ([, letter = "", sound = ""]) => [letter, sound],
  ),
);
const ARABIC: Readonly<Record<string, string>> = Object.fromEntries(
  [..."بbتtثsجgحhخhدdذdرrزsسsشsصsضdطtظdعغgفvقkكkلlمmنnهhپbچsڤvگg".matchAll(/(\p{Script=Arabic})([a-z])/gu)].map(
    ([, letter = "", sound = ""]) => [letter, sound],
  ),
);
/** Pairs first: letters that are written in many ways and sound alike. */
const LATIN: readonly (readonly [RegExp, string])[] = [
  [/tsch|sch|tch|sh|ch|zh|cz|sz|rz|dj|ts|tz/g, "s"],
  [/ph/g, "v"],
  [/kh/g, "h"],
  [/ck|qu|q|c/g, "k"],
  [/x/g, "ks"],
  [/[fw]/g, "v"],
  [/p/g, "b"],
  [/[zj]/g, "s"],
];

/** The consonants of a word, in classes; what is silent in some languages is left out. A soft g sounds as in "Geneva". */
export function toSound(word: string, hasSoftG = false): string {
  let text = word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/^ال/u, "");
  if (hasSoftG) text = text.replace(/g(?=[eiy])/g, "s");
  for (const [pattern, sound] of LATIN) text = text.replace(pattern, sound);
  return (
    [...text]
      .map((letter) => CYRILLIC[letter] ?? ARABIC[letter] ?? (/[bdgklmnrstv]/.test(letter) ? letter : ""))
      .join("")
      // Silent in some languages.
      .replaceAll("h", "")
      .replaceAll("g", "k")
      .replaceAll("d", "t")
      .replace(/(.)\1+/g, "$1")
  );
}

const SOUND_LENGTH_MIN = 2;
const ENDING_LENGTH_MAX = 2;

/** True where one may be the other's name in other letters, or in another case. */
export const soundsLike = (one: string, other: string): boolean =>
  [false, true].some((soft) => [false, true].some((hard) => isAlike(toSound(one, soft), toSound(other, hard))));

function isAlike(one: string, other: string): boolean {
  const [short = "", long = ""] = [one, other].sort((a, b) => a.length - b.length);
  if (short.length < SOUND_LENGTH_MIN) return short === long;
  if (long.startsWith(short) && long.length - short.length <= ENDING_LENGTH_MAX) return true;
  if (Math.abs(long.length - short.length) > 1 || short.length < 4) return false;
  // One sound more, less or other.
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const rest = long.length === short.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
