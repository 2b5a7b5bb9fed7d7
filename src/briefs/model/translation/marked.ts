/** What stands in quotation marks, of whatever kind, in a text and in its translation. */

export interface Marked {
  /** With its marks, as it stands. */
  readonly whole: string;
  readonly words: string;
  readonly end: number;
}

const APART = "(?<![\\p{L}\\p{N}])";
const CLOSED = "(?![\\p{L}\\p{N}])";
const MARKED = new RegExp(
  [
    "“([^“”]+)”",
    "„([^„“”]+)[“”]",
    "”([^“”„]+)”",
    "«([^«»]+)»",
    "»([^«»]+)«",
    '"([^"]+)"',
    `${APART}‘(\\S|\\S.*?\\S)’${CLOSED}`,
    `${APART}'(\\S|\\S.*?\\S)'${CLOSED}`,
  ].join("|"),
  "gu",
);

export const findMarked = (text: string): readonly Marked[] =>
  [...text.matchAll(MARKED)].map(({ 0: whole, index, ...groups }) => ({
    whole,
    words: (Object.values(groups).find((group): group is string => typeof group === "string") ?? "").trim(),
    end: index + whole.length,
  }));

const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Behind what somebody said stands how it was said: „Wir bleiben“ (“We stay”). */
export function addOriginals(original: string, translated: string): string {
  const said = findMarked(original);
  let text = "";
  let from = 0;
  findMarked(translated).forEach(({ words, end }, index) => {
    const own = said[index];
    text += translated.slice(from, end);
    if (own !== undefined && bare(own.words) !== bare(words)) text += ` (${own.whole})`;
    from = end;
  });
  return text + translated.slice(from);
}
