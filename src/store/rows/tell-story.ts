/** A corrected article and the posts of its story: other outlets' posts tell who has the same words. */

import { toStoryId } from "../../domain/id.ts";
import type { Publication } from "../../domain/store.ts";
import type { Database } from "../dialects/dialect.ts";
import { oweEdits } from "../edits.ts";
import { findStoryArticles } from "../stories.ts";

/** Whoever has the same words tells who else has them: what is said anew, or no more, changes the others' posts. */
export async function tellStory(
  database: Database,
  articleId: number,
  previous: { readonly id: number; readonly story_id: number | null },
  { article, quotes, now }: Publication,
): Promise<void> {
  if (previous.story_id === null) return;
  const rows = await database.selectFrom("quotes").select("quote").where("article_id", "=", previous.id).execute();
  const toText = ({ quote }: { readonly quote: string }): string => (JSON.parse(quote) as { text: string }).text;
  const before = new Set(rows.map(toText));
  const isChanged =
    quotes.some(({ text }) => !before.has(text)) || [...before].some((text) => !article.text.includes(text));
  if (!isChanged) return;
  const others = await findStoryArticles(database, toStoryId(previous.story_id), articleId);
  const otherOutlets = others.filter(({ outlet }) => outlet !== article.outlet);
  await oweEdits(
    database,
    otherOutlets.map(({ id }) => id),
    now,
  );
}
