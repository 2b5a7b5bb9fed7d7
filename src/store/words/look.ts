/** What the index cannot decide is looked for in the articles themselves, by the matcher that filters use. */

import { hasPhraseIn, indexDocument } from "../../matching/document.ts";
import { hasPhrase, indexText } from "../../matching/indexed-text.ts";
import type { Phrase } from "../../matching/phrases.ts";
import type { Database } from "../dialects/dialect.ts";
import type { WordQuery } from "../query.ts";
import { readTopics } from "../tables.ts";

const ROWS_AT_ONCE = 100;

export const isFound = (texts: readonly string[], language: string, phrase: Phrase): boolean =>
  texts.some((text) => hasPhrase(indexText(text, language), phrase));

/** Those of the candidates that have what is looked for, in their order. */
export async function keepFound<Candidate extends { readonly id: number }>(
  database: Database,
  candidates: readonly Candidate[],
  { included, excluded }: WordQuery["looked"],
): Promise<readonly Candidate[]> {
  if (included.length + excluded.length === 0) return candidates;
  const kept = new Set<number>();
  for (let start = 0; start < candidates.length; start += ROWS_AT_ONCE) {
    const rows = await database
      .selectFrom("articles")
      .select(["id", "title", "headline", "text", "language", "byline", "categories"])
      .where(
        "id",
        "in",
        candidates.slice(start, start + ROWS_AT_ONCE).map(({ id }) => id),
      )
      .execute();
    for (const { id, title, headline, ...row } of rows) {
      const document = indexDocument({ ...row, titles: [headline, title], categories: readTopics(row.categories) });
      const isHere = included.every((phrase) => hasPhraseIn(document, phrase));
      if (isHere && !excluded.some((phrase) => hasPhraseIn(document, phrase))) kept.add(id);
    }
  }
  return candidates.filter(({ id }) => kept.has(id));
}
