/** Makes a language of its room: what the room says, and what `shared` says where the room is silent. */

import { remember } from "../../domain/bounded-map.ts";
import { readForms, type ToForm } from "../forms.ts";
import type { DateWords, Language, Marks, Speech, SpeechRules, TextWords } from "../language.ts";
import { readAsides } from "./asides.ts";
import { type ClaimWords, readClaimWords } from "./claims.ts";
import { readDatesFile } from "./dates/dates-file.ts";
import { type Naming, readNaming } from "./naming.ts";
import { quickenAll } from "./patterns/quicken.ts";
import { readNotes, readSiteLines, readWalls } from "./site-lines.ts";
import { toSpeech } from "./speech.ts";
import { readStaged } from "./staged.ts";
import { NO_TEXT_WORDS, readTextFile } from "./text-file.ts";
import { readTranslatedWords, type TranslatedWords } from "./translated.ts";
import { readWordsFile } from "./words-file.ts";

/** What a room's index.ts tells. */
export interface Room {
  readonly tag: string;
  readonly marks?: Partial<Marks>;
  /** For a language without a text.json: "3. března". */
  readonly hasOrdinalPoints?: boolean;
  readonly stem?: (folded: string) => string;
  /** For a room whose forms follow rules that no forms.json can tell. */
  readonly toForm?: ToForm;
  /** Given when words.json has reporting verbs: the rules that differ from the shared ones, which may be none. */
  readonly speech?: Partial<SpeechRules>;
}

/** Words whose forms are kept: a text's words are mostly those of the texts before it. */
const FORMS_MAX = 10_000;

const SHARED_MARKS: Marks = { hasInwardChevrons: false, hasLowOpeners: false, hasDashSpeech: false };

/** Calls `make` when first asked and keeps what it gave, its patterns quickened. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: quickenAll(make()) };
    return made.value;
  };
}

/** Endings differ, beginnings carry over: the first letters stand for the word. */
function toStem(folded: string): string {
  return folded.slice(0, folded.length > 8 ? folded.length - 2 : folded.length > 5 ? folded.length - 1 : folded.length);
}

/** What is told of no word: each is its own form. */
const asItIs: ToForm = (folded) => folded;

export function createLanguage(room: Room): Language {
  const { tag, marks, hasOrdinalPoints = false, stem = toStem, speech: rules } = room;
  const speech = once((): Speech | null => (rules === undefined ? null : toSpeech(readWordsFile(tag), rules)));
  const asides = once(() => readAsides(tag));
  const siteLines = once(() => ({
    ...readSiteLines(tag),
    walls: readWalls(tag),
    notes: readNotes(tag),
    staged: readStaged(tag),
  }));
  // Whoever is told how people speak has a room with all its files.
  const dates = once((): DateWords | null => (rules === undefined ? null : readDatesFile(tag)));
  const noText = hasOrdinalPoints ? { ...NO_TEXT_WORDS, hasOrdinalPoints } : NO_TEXT_WORDS;
  const text = once((): TextWords => (rules === undefined ? noText : readTextFile(tag)));
  const claims = once((): ClaimWords | null => readClaimWords(tag));
  const translated = once((): TranslatedWords | null => readTranslatedWords(tag));
  const naming = once((): Naming | null => readNaming(tag));
  const toForm = once((): ToForm => {
    const made = room.toForm ?? (rules === undefined ? null : readForms(tag));
    return made === null ? asItIs : remember(FORMS_MAX, made);
  });
  return {
    tag,
    stem,
    get toForm() {
      return toForm();
    },
    get text() {
      return text();
    },
    marks: { ...SHARED_MARKS, ...marks },
    get asides() {
      return asides();
    },
    get siteLines() {
      return siteLines();
    },
    get claims() {
      return claims();
    },
    get translated() {
      return translated();
    },
    get naming() {
      return naming();
    },
    get dates() {
      return dates();
    },
    get speech() {
      return speech();
    },
  };
}
