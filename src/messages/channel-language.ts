/** The language a channel was given by those who manage it, kept as a note; and which language is spoken where. */

import type { NoteStore } from "../domain/note-store.ts";
import type { Language } from "../domain/say.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";
import { findLanguage } from "./languages.ts";

const toNote = (destination: Destination): string => `language:${toDestinationKey(destination)}`;

/** Null when it was given none. */
export async function findOwnLanguage(
  notes: Pick<NoteStore, "get">,
  destination: Destination,
): Promise<Language | null> {
  const value = await notes.get(toNote(destination));
  return value === null ? null : findLanguage(String(JSON.parse(value)));
}

/** Its own; a part of a place (a Telegram topic, `chat/topic`) has that of the whole unless it was given one. */
export async function findChannelLanguage(
  notes: Pick<NoteStore, "get">,
  destination: Destination,
): Promise<Language | null> {
  const own = await findOwnLanguage(notes, destination);
  const [whole = ""] = destination.address.split("/");
  return own !== null || whole === destination.address
    ? own
    : findOwnLanguage(notes, { ...destination, address: whole });
}

/** Null takes it away again. */
export async function saveChannelLanguage(
  notes: Pick<NoteStore, "set">,
  destination: Destination,
  language: Language | null,
  now: Date,
): Promise<void> {
  await notes.set(toNote(destination), JSON.stringify(language), now);
}

/** The place has a new address and keeps its language. */
export async function moveChannelLanguage(
  notes: Pick<NoteStore, "get" | "set">,
  from: Destination,
  to: Destination,
  now: Date,
): Promise<void> {
  const language = await findOwnLanguage(notes, from);
  if (language !== null) await saveChannelLanguage(notes, to, language, now);
}
