/** The key that lets whoever has a post ask for an article that is not everybody's. */

import type { ArticleRow } from "../tables.ts";

/** Digits of the hash of a text that nobody knows who has not read it. */
const POST_KEY_LENGTH = 16;

export const isPostKey = (text: string): boolean => new RegExp(`^[0-9a-f]{${POST_KEY_LENGTH}}$`).test(text);

export const toPostKey = (row: Pick<ArticleRow, "is_added" | "text_hash">): string | null =>
  row.is_added === 1 ? row.text_hash.slice(0, POST_KEY_LENGTH) : null;
