/** What a model's text never holds, whatever the article says: links, markup, mentions, hidden or look-alike characters. */

/** Controls, marks that turn the writing direction, blanks without width, tags, private use. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u115f\u1160\u3164\u2028\u2029]/u;
/** Letters of two alphabets in one word: а Cyrillic letter in a Latin word looks the same and reads as another. */
const MIXED =
  /(?=[\p{L}\p{M}]*\p{sc=Latin})(?=[\p{L}\p{M}]*[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}\p{sc=Coptic}])[\p{L}\p{M}]{2,}/u;
/** A scheme, two slashes, or a word with an ending like a domain's, written out or not. */
const LINK =
  /\w:\/\/|\/\/|www\.|(?:mailto|tel|tg|javascript|data):|[\p{L}\p{N}-]{2,}\.\p{L}{2,}|\s(?:dot|\[dot\]|\(dot\))\s/iu;
const MENTION = /@|<[#&!]/u;
const MARKUP = /\]\s*[([]|[<>`|\\*_~{}^]|^\s*(?:#|>|-\s|\d+\.\s)/mu;
/** Typographic marks that a model may use though the article does not. */
const PLAIN = /[\x20-\x7e\n“”„‘’«»‹›…–—−·•€£$¥%°½¼¾ ]/u;

export interface UnsafeText {
  readonly kind: "link" | "hidden" | "letters" | "markup";
  readonly detail: string;
}

const isNoJoiner = (text: string): boolean => !/[\u200c\u200d]/u.test(text);

/** The first unsafe thing in a text, or null. The article's own letters are the only ones beyond plain ones that may stand in it. */
export function findUnsafeText(text: string, article: string): UnsafeText | null {
  // Joiners are letters' helpers in Persian and Hindi; elsewhere they hide words.
  const shown = /[\p{sc=Arabic}\p{sc=Devanagari}]/u.test(text) ? text.replace(/[\u200c\u200d]/gu, "") : text;
  if (HIDDEN.test(shown.replace(/[\n\u00ad]/gu, "")) || !isNoJoiner(shown))
    return { kind: "hidden", detail: "The text holds characters nobody sees." };
  if (LINK.test(text)) return { kind: "link", detail: "The text holds an address." };
  if (MENTION.test(text)) return { kind: "link", detail: "The text calls somebody." };
  if (MARKUP.test(text)) return { kind: "markup", detail: "The text holds markup." };
  if (MIXED.test(text)) return { kind: "letters", detail: "A word mixes two alphabets." };
  const bracket = (text.match(/\[[^\]]*\]|[[\]]/g) ?? []).find((part) => !article.includes(part));
  if (bracket !== undefined) return { kind: "markup", detail: "The text holds markup." };
  const letters = new Set(article);
  const foreign = [...text].find((letter) => !PLAIN.test(letter) && !letters.has(letter));
  return foreign === undefined ? null : { kind: "letters", detail: `“${foreign}” does not stand in the article.` };
}
