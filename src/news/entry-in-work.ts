/** Which entry is being read is written down first, so that one that ends the whole process is known when it starts again. */

import { z } from "zod";
import type { FeedId } from "../domain/id.ts";
import type { NoteStore } from "../domain/note-store.ts";

/** Entries of a feed that are remembered to have ended the bot. */
const REMEMBERED_MAX = 20;

const workSchema = z.object({
  /** The key of the entry being read; null when none is. */
  current: z.string().nullable(),
  /** Those during which the bot ended, newest last, one for each time. */
  ended: z.array(z.string()),
  /** The run of the bot that reads the current one. */
  run: z.string().optional(),
});
type Work = z.infer<typeof workSchema>;

const NO_WORK: Work = { current: null, ended: [] };

const toName = (feedId: FeedId): string => `reading ${feedId}`;

async function readWork(notes: NoteStore, feedId: FeedId): Promise<Work> {
  const saved = await notes.get(toName(feedId));
  return saved === null || saved === "" ? NO_WORK : workSchema.parse(JSON.parse(saved));
}

const saveWork = (notes: NoteStore, feedId: FeedId, work: Work, now: Date): Promise<void> =>
  notes.set(toName(feedId), JSON.stringify(work), now);

/**
 * Writes down that the entry is read from now on. Resolves with how often the bot ended while it was. What this very run
 * began and could not end, for want of a database, ended nothing.
 */
export async function beginEntry(
  notes: NoteStore,
  feedId: FeedId,
  key: string,
  now: Date,
  run?: string,
): Promise<number> {
  const work = await readWork(notes, feedId);
  const { current, ended } = work;
  const hasEnded = current !== null && (run === undefined || work.run !== run);
  const all = (hasEnded ? [...ended, current] : ended).slice(-REMEMBERED_MAX);
  await saveWork(notes, feedId, { current: key, ended: all, ...(run === undefined ? {} : { run }) }, now);
  return all.filter((each) => each === key).length;
}

/** Writes down that the entry was read, well or not, and the bot lives. */
export async function endEntry(notes: NoteStore, feedId: FeedId, key: string, now: Date): Promise<void> {
  const { ended } = await readWork(notes, feedId);
  await saveWork(notes, feedId, { current: null, ended: ended.filter((each) => each !== key) }, now);
}
