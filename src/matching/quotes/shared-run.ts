/** Quotes that cannot be the same words, told apart before any word of them is read: thousands are compared on one page. */

/** What the words of a quote have in common with every quote that they are a part of. */
export interface QuoteRun {
  readonly text: string;
  /** A long row of plain letters; empty where there is none to go by. */
  readonly run: string;
}

/** Shorter words are in most quotes. */
const RUN = /[a-z]{6,}/;

export function readRun(quote: string): QuoteRun {
  const text = quote.normalize("NFKC").toLowerCase().replaceAll("ß", "ss");
  // What nobody sees may stand within a word.
  return { text, run: /\p{Cf}/u.test(text) ? "" : (RUN.exec(text)?.[0] ?? "") };
}

/** False only where neither can be the other, cut or in another order. */
export const mayBeSame = (a: QuoteRun, b: QuoteRun): boolean =>
  a.run === "" || b.run === "" || a.text.includes(b.run) || b.text.includes(a.run);
