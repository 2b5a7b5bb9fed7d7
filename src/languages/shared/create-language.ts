/** Makes a language of its room: what the room says, and what `shared` says where the room is silent. */

import type { DateWords, Language, Marks, Speech, SpeechRules } from "../language.ts";
import { readDatesFile } from "./dates-file.ts";
import { readSiteLines } from "./site-lines.ts";
import { toSpeech } from "./speech.ts";
import { readWordsFile } from "./words-file.ts";

/** What a room's index.ts tells. */
export interface Room {
  readonly tag: string;
  readonly marks?: Partial<Marks>;
  /** Given when words.json has reporting verbs: the rules that differ from the shared ones, which may be none. */
  readonly speech?: Partial<SpeechRules>;
}

const SHARED_MARKS: Marks = { hasInwardChevrons: false, hasLowOpeners: false };

/** Calls `make` when first asked and keeps what it gave. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export function createLanguage({ tag, marks, speech: rules }: Room): Language {
  const speech = once((): Speech | null => (rules === undefined ? null : toSpeech(readWordsFile(tag), rules)));
  const siteLines = once(() => readSiteLines(tag));
  // Whoever is told how people speak has a room with all its files.
  const dates = once((): DateWords | null => (rules === undefined ? null : readDatesFile(tag)));
  return {
    tag,
    marks: { ...SHARED_MARKS, ...marks },
    get siteLines() {
      return siteLines();
    },
    get dates() {
      return dates();
    },
    get speech() {
      return speech();
    },
  };
}
