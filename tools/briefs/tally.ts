/** Adds up what is measured of many summaries: ROUGE, length, defects by kind, how many sentences are copied. */

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ExtractedArticle, Sentence } from "../../src/domain/article.ts";
import { countWords } from "../../src/languages/shared/words.ts";
import type { Rouge, Row } from "./summary-samples.ts";

export type FindDefects = (row: Row, summary: readonly string[]) => Readonly<Record<string, number>>;

/** Not held against a summary: edits are listed elsewhere, and a day is dated when the article's date is known. */
const NOT_COUNTED: ReadonlySet<string> = new Set(["notVerbatim", "leadPronoun", "relativeTime"]);

export async function loadDefects(folder: string): Promise<FindDefects> {
  const module = (await import(pathToFileURL(join(folder, "defects.mjs")).href)) as { readonly defects: FindDefects };
  return module.defects;
}

/** The kinds of defect found in one summary. */
export function defectKinds(find: FindDefects, row: Row, summary: readonly string[]): readonly string[] {
  const found = find(row, summary);
  return Object.keys(found).filter((kind) => (found[kind] ?? 0) > 0 && !NOT_COUNTED.has(kind));
}

export interface Tally {
  readonly count: number;
  add(row: Row, article: ExtractedArticle, sentences: readonly Sentence[]): void;
  addTexts(row: Row, summary: readonly string[]): void;
  print(): string;
}

export function createTally(rouge: Rouge, find: FindDefects): Tally {
  const sums = { r1: 0, r2: 0, rl: 0, words: 0, defective: 0, copied: 0, edited: 0, neither: 0 };
  const kinds = new Map<string, number>();
  let count = 0;
  const percent = (value: number): string => ((100 * value) / Math.max(1, count)).toFixed(1);
  const addTexts = (row: Row, summary: readonly string[]): void => {
    const isEnglish = row.lang === "en";
    const options = { stem: isEnglish, unicode: !isEnglish };
    const score =
      row.references === undefined
        ? rouge.score(row.reference, summary, options)
        : rouge.scoreMulti(row.references, summary, options);
    count++;
    sums.r1 += score.r1.f;
    sums.r2 += score.r2.f;
    sums.rl += score.rlsum.f;
    sums.words += countWords(summary.join(" "));
    // The detector knows English only.
    const found = isEnglish ? defectKinds(find, row, summary) : [];
    if (found.length > 0) sums.defective++;
    for (const kind of found) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  };
  return {
    get count() {
      return count;
    },
    add(row, article, sentences) {
      addTexts(
        row,
        sentences.map(({ text }) => text),
      );
      for (const { edited, start, end, text } of sentences) {
        if (edited) sums.edited++;
        else if (article.text.slice(start, end) === text) sums.copied++;
        else sums.neither++;
      }
    },
    addTexts,
    print() {
      const shares = [...kinds]
        .sort((a, b) => b[1] - a[1])
        .map(([kind, found]) => `${kind} ${percent(found)}`)
        .join(", ");
      const sentences =
        sums.copied + sums.edited + sums.neither === 0
          ? ""
          : `; ${sums.copied} sentences copied, ${sums.edited} trimmed or mended, ${sums.neither} neither`;
      return (
        `${percent(sums.r1)}/${percent(sums.r2)}/${percent(sums.rl)} (${(sums.words / Math.max(1, count)).toFixed(1)} words, n ${count})` +
        `  defects ${percent(sums.defective)}%${shares === "" ? "" : ` (${shares})`}${sentences}`
      );
    },
  };
}
