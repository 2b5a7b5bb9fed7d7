/** Links to the place of a quote in its article, by a text fragment (https://wicg.github.io/scroll-to-text-fragment/). */

const WHOLE_WORDS_MAX = 12;
const EDGE_WORDS = 5;
const EDGE_LENGTH_MAX = 120;

/** Commas part the directive's terms, hyphens mark its context, ampersands join directives: all must be encoded. */
function encodeTerm(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The first or last words that stand in one line; browsers do not match across blocks. */
function edge(words: readonly string[], side: "first" | "last"): string {
  const chosen = side === "first" ? words.slice(0, EDGE_WORDS) : words.slice(-EDGE_WORDS);
  while (chosen.length > 1 && chosen.join(" ").length > EDGE_LENGTH_MAX) {
    if (side === "first") chosen.pop();
    else chosen.shift();
  }
  return chosen.join(" ");
}

/** Terms as the browser wants them: the whole text when short, else its first and last words. */
function toTerms(quote: string): readonly string[] {
  const lines = quote
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const first = (lines[0] ?? "").split(/\s+/).filter((word) => word !== "");
  const last = (lines.at(-1) ?? "").split(/\s+/).filter((word) => word !== "");
  if (lines.length <= 1 && first.length <= WHOLE_WORDS_MAX && quote.trim().length <= EDGE_LENGTH_MAX)
    return [first.join(" ")];
  const letters = [...quote.trim()];
  // Chinese and Japanese have no blanks to cut at.
  if (first.length <= 1 && last.length <= 1) {
    return letters.length <= EDGE_WORDS * 4
      ? [quote.trim()]
      : [letters.slice(0, EDGE_WORDS * 2).join(""), letters.slice(-EDGE_WORDS * 2).join("")];
  }
  return [edge(first, "first"), edge(last, "last")];
}

/** The article's address with the directive; an address that has a fragment keeps it. */
export function toTextFragmentUrl(url: string, quote: string): string {
  const terms = toTerms(quote).filter((term) => term !== "");
  if (terms.length === 0) return url;
  const directive = `:~:text=${terms.map(encodeTerm).join(",")}`;
  const hash = url.indexOf("#");
  if (hash < 0) return `${url}#${directive}`;
  const [fragment = ""] = url.slice(hash + 1).split(":~:");
  return `${url.slice(0, hash)}#${fragment}${directive}`;
}
