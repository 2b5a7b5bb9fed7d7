/** The look of posts a channel was given by those who manage it, kept as a note. */

import type { NoteStore } from "../domain/note-store.ts";
import { findTemplate, type PostTemplate } from "../domain/post-template.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";

const toNote = (destination: Destination): string => `template:${toDestinationKey(destination)}`;

async function findOwn(notes: Pick<NoteStore, "get">, destination: Destination): Promise<PostTemplate | null> {
  const value = await notes.get(toNote(destination));
  const text: unknown = value === null ? null : JSON.parse(value);
  return typeof text === "string" ? findTemplate(text) : null;
}

/** Its own; a part of a place (a Telegram topic, `chat/topic`) has that of the whole unless it was given one. */
export async function findChannelTemplate(
  notes: Pick<NoteStore, "get">,
  destination: Destination,
): Promise<PostTemplate | null> {
  const own = await findOwn(notes, destination);
  const [whole = ""] = destination.address.split("/");
  return own !== null || whole === destination.address ? own : findOwn(notes, { ...destination, address: whole });
}

/** Null takes it away again. */
export async function saveChannelTemplate(
  notes: Pick<NoteStore, "set">,
  destination: Destination,
  template: Pick<PostTemplate, "text"> | null,
  now: Date,
): Promise<void> {
  await notes.set(toNote(destination), JSON.stringify(template?.text ?? null), now);
}

/** The place has a new address and keeps its look. */
export async function moveChannelTemplate(
  notes: Pick<NoteStore, "get" | "set">,
  from: Destination,
  to: Destination,
  now: Date,
): Promise<void> {
  const template = await findOwn(notes, from);
  if (template !== null) await saveChannelTemplate(notes, to, template, now);
}
