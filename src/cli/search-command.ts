/** `pullquote search`: the stored briefs from the command line. */

import type { Settings } from "../app/settings.ts";
import { UserError } from "../domain/errors.ts";
import { EMPTY_QUERY } from "../domain/store.ts";
import { toMoment } from "../languages/shared/dates/dates.ts";
import { openStore } from "../store/open.ts";
import { readFeedIds } from "../typed/feed-choice.ts";
import { parseSearch } from "../typed/search-text.ts";
import { findTypedDate } from "../typed/times/day.ts";
import { printSearch } from "./print.ts";

const BRIEFS_MAX = 20;

/** @throws UserError when the text is no date, or one that two days could be. */
export function readSince(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const date = findTypedDate(text);
  if (date === null) {
    throw new UserError("bad-option", `--since: expected a date such as 2026-01-31, got ${JSON.stringify(text)}.`);
  }
  return toMoment(date);
}

export async function runSearch(
  words: string,
  options: { readonly speaker?: string; readonly feed?: string; readonly since?: string; readonly json?: boolean },
  settings: Settings,
  say: (text: string) => void,
): Promise<void> {
  const terms = parseSearch(words);
  if (terms.length === 0 && options.speaker === undefined) {
    throw new UserError("bad-option", "Say what to look for, such as: pullquote search ferry, or --speaker NAME.");
  }
  const store = await openStore(settings.databaseUrl, { isReadOnly: true });
  try {
    const found = await store.articles.search({
      ...EMPTY_QUERY,
      isPerStory: true,
      terms,
      feedIds: readFeedIds(await store.feeds.list(), options.feed),
      speaker: options.speaker ?? null,
      since: readSince(options.since),
      limit: BRIEFS_MAX,
    });
    if (options.json === true) say(JSON.stringify({ total: found.total, briefs: found.briefs }));
    else say(printSearch(found.briefs));
  } finally {
    await store.close();
  }
}
