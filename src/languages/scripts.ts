/** Scripts that one language alone is written in, so that its letters tell it. */

interface Script {
  readonly letters: RegExp;
  readonly tag: string;
  /** Share of a text's letters that settles it. */
  readonly shareMin: number;
}

const SHARE = 0.3;
/** Kana are fewer than the kanji around them. */
const KANA_SHARE = 0.08;

/** In the order they are tried: Han letters stand in Japanese too. */
const SCRIPTS: readonly Script[] = [
  { letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, tag: "ja", shareMin: KANA_SHARE },
  { letters: /\p{Script=Hangul}/gu, tag: "ko", shareMin: SHARE },
  { letters: /\p{Script=Han}/gu, tag: "zh", shareMin: SHARE },
  { letters: /\p{Script=Thai}/gu, tag: "th", shareMin: SHARE },
  { letters: /\p{Script=Hebrew}/gu, tag: "he", shareMin: SHARE },
  { letters: /\p{Script=Greek}/gu, tag: "el", shareMin: SHARE },
];

/** The tag of the language whose letters a text is written in; null when they are shared by many. */
export function findTagByScript(text: string): string | null {
  const letterCount = text.match(/\p{L}/gu)?.length ?? 0;
  if (letterCount === 0) return null;
  const found = SCRIPTS.find(({ letters, shareMin }) => (text.match(letters)?.length ?? 0) / letterCount >= shareMin);
  return found?.tag ?? null;
}
