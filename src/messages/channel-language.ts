/** The language a channel was given by those who manage it, and into what its posts are translated, kept as notes; and which language is spoken where. */

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

/** Into what a channel has its posts translated: its own language whatever that is, one that was named, or nothing. */
export type TranslationChoice = Language | "channel" | "off";

const toTranslationNote = (destination: Destination): string => `translation:${toDestinationKey(destination)}`;

export function readTranslationChoice(value: unknown): TranslationChoice | null {
  if (value === "channel" || value === "off") return value;
  return typeof value === "string" ? findLanguage(value) : null;
}

async function findOwnTranslation(
  notes: Pick<NoteStore, "get">,
  destination: Destination,
): Promise<TranslationChoice | null> {
  const value = await notes.get(toTranslationNote(destination));
  return value === null ? null : readTranslationChoice(JSON.parse(value));
}

/** Its own choice, or that of the whole it is a part of; null where nobody has chosen. */
export async function findTranslation(
  notes: Pick<NoteStore, "get">,
  destination: Destination,
): Promise<TranslationChoice | null> {
  const own = await findOwnTranslation(notes, destination);
  const [whole = ""] = destination.address.split("/");
  return own !== null || whole === destination.address
    ? own
    : findOwnTranslation(notes, { ...destination, address: whole });
}

export async function saveTranslation(
  notes: Pick<NoteStore, "set">,
  destination: Destination,
  choice: TranslationChoice,
  now: Date,
): Promise<void> {
  await notes.set(toTranslationNote(destination), JSON.stringify(choice), now);
}

/** The place has a new address and keeps its language, and its translations. */
export async function moveChannelLanguage(
  notes: Pick<NoteStore, "get" | "set">,
  from: Destination,
  to: Destination,
  now: Date,
): Promise<void> {
  const language = await findOwnLanguage(notes, from);
  if (language !== null) await saveChannelLanguage(notes, to, language, now);
  const translation = await findOwnTranslation(notes, from);
  if (translation !== null) await saveTranslation(notes, to, translation, now);
}
