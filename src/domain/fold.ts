/** The one folding of text to words: the same for search, filters and names, so that they agree on what is equal. */

/** Letters that have no decomposition but are typed without their stroke or ligature. */
const REPLACED: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
};

/** Accents and points one may leave out. The vowel signs of Hindi or Thai and the voicing of kana are letters to readers. */
const MARKS =
  /(?![\u3099\u309A])(?=[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}])\p{M}|[\p{Cf}ـ]/gu;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
export const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** A run parted into what is searched in pairs and what is not. */
export const CJK_RUNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]+/gu;

/** Lower case, without accents: "Łódź" and "lodz" are the same. NUL and lone surrogates are gone. */
export function fold(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\0", " ")
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/[łøđðħıßæœþς]/g, (letter) => REPLACED[letter] ?? letter)
    .normalize("NFC");
}

/** Overlapping pairs, because Chinese and Japanese are written without spaces: 北京市 is 北京 and 京市. */
function toBigrams(run: string): readonly string[] {
  const letters = [...run];
  if (letters.length < 2) return [run];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ""}${letter}`);
}

/** Runs of letters and digits, folded, in order; East Asian runs as overlapping pairs. */
export function foldWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const [run] of fold(text).matchAll(RUN)) {
    if (!CJK.test(run)) words.push(run);
    else for (const [part] of run.matchAll(CJK_RUNS)) words.push(...(CJK.test(part) ? toBigrams(part) : [part]));
  }
  return words;
}
