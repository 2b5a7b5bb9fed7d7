/** Where a line may end: between words, in scripts without spaces between words too, and never where a name or mark is torn. */

/** Opens something: no line ends with it. Closes something: no line begins with it. */
const OPENERS = /[\p{Ps}\p{Pi}¿¡]/u;
const CLOSERS = /[\p{Pe}\p{Pf}!?,.:;…‥%‰℃°、。，．！？；：）」』】》〉〕］｝”’·・ー々〻ゝゞヽヾ؟،؛।॥ๆฯ]/u;
/** Small kana are the second half of a sound. */
const SMALL_KANA = /[ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰ-ㇿ]/u;
/** In Japanese the ending of a word, or the particle behind it; neither opens a line. */
const HIRAGANA = /\p{Script=Hiragana}/u;
const CARRIER = /[\p{Script=Han}\p{Script=Katakana}\p{Nd}ー々]/u;
/** Written without spaces between words. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]/u;
/** A short form before a name: "Dr.", "J.", "St."; the name goes with it. */
const SHORT_FORM = /(?:^|[\s(“„«"'’])\p{Lu}\p{L}{0,3}\.$/u;
const NUMBER = /^[\p{Nd}%]/u;
const NUMBER_END = /\p{Nd}$/u;

/** A stretch that stays together, and whether a space stands between it and the next. */
export interface Piece {
  readonly text: string;
  readonly hasSpace: boolean;
}

/** Between two stretches with a space between them. */
function staysWithNext(before: string, after: string): boolean {
  if (OPENERS.test(before.at(-1) ?? "") && before.length <= 2) return true;
  // French sets a space before high marks, and inside its quotation marks.
  if (/^[!?:;»›%)\]]+[.,]?$/u.test(after) || /^[«‹(]$/u.test(before)) return true;
  if (SHORT_FORM.test(before) && /^\p{Lu}/u.test(after)) return true;
  return NUMBER_END.test(before) && NUMBER.test(after) && after.replace(/\D/g, "").length === 3;
}

/** Within a stretch without spaces. */
function mayPart(before: string, after: string): boolean {
  const last = before.at(-1) ?? "";
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0);
  const lastLetter = [...before].at(-1) ?? "";
  if (CLOSERS.test(first) || SMALL_KANA.test(first) || /\p{M}/u.test(first) || OPENERS.test(last)) return false;
  if (first === "ん" || (HIRAGANA.test(first) && CARRIER.test(lastLetter))) return false;
  if (/[-‐–—]$/u.test(last)) return /[\p{L}\p{N}][-‐–—]+$/u.test(before) && /^\p{L}/u.test(first);
  if (/^[—–]/u.test(first)) return false;
  const isEastern = EASTERN.test(lastLetter) || EASTERN.test(first);
  const isSpaceless = SPACELESS.test(lastLetter) && SPACELESS.test(first);
  if (/^[…—]$/u.test(last) && first === last) return false;
  return isEastern || isSpaceless;
}

/** The smallest parts of a word that may stand on two lines. */
function toParts(word: string, segmenter: Intl.Segmenter): readonly string[] {
  const parts: string[] = [];
  for (const { segment } of segmenter.segment(word)) {
    const before = parts.at(-1);
    if (before !== undefined && !mayPart(before, segment)) parts[parts.length - 1] = before + segment;
    else parts.push(segment);
  }
  return parts;
}

const segmenters = new Map<string, Intl.Segmenter>();
function getSegmenter(language: string, granularity: "word" | "grapheme"): Intl.Segmenter {
  const key = `${language} ${granularity}`;
  const known = segmenters.get(key);
  if (known !== undefined) return known;
  const isTag = /^[a-z]{2,3}$/i.test(language);
  const made = new Intl.Segmenter(isTag ? language : undefined, { granularity });
  segmenters.set(key, made);
  return made;
}

/** Pieces in reading order: put together again, with a space where one stood, they are the text. */
export function breakText(text: string, language: string): readonly Piece[] {
  const segmenter = getSegmenter(language, "word");
  const words = text.split(/[\t\n\r ]+/).filter((word) => word !== "");
  const pieces: Piece[] = [];
  for (const [index, word] of words.entries()) {
    const isLast = index === words.length - 1;
    const parts = /^[\p{Script=Latin}\p{Nd}'’.,]+$/u.test(word) ? [word] : toParts(word, segmenter);
    for (const [place, part] of parts.entries()) {
      pieces.push({ text: part, hasSpace: place === parts.length - 1 && !isLast });
    }
  }
  return join(pieces);
}

function join(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (before?.hasSpace === true && staysWithNext(before.text, piece.text)) {
      joined[joined.length - 1] = { text: `${before.text} ${piece.text}`, hasSpace: piece.hasSpace };
    } else joined.push(piece);
  }
  return joined;
}

/** A word wider than a whole line, such as an address, is parted between letters. */
export const partWord = (word: string, language: string): readonly string[] =>
  [...getSegmenter(language, "grapheme").segment(word)].map(({ segment }) => segment);
