/** What a person means who types no command: words of one's own are read where they are certain, and never act. */

import type { Command } from "../../domain/command.ts";
import type { RawValues } from "../../domain/platform.ts";
import type { Language } from "../../domain/say.ts";
import { FIRST_LANGUAGE } from "../../messages/languages.ts";
import { unwrapAddress } from "../addresses.ts";
import { withoutUnseen } from "../invisible.ts";
import { findSpokenLanguage } from "../spoken-language.ts";
import { isRefusal, isRefused, toRefusal } from "./refusals.ts";
import {
  afterPhrase,
  createVoice,
  EDGES,
  ELISION,
  guessLanguage,
  hasPhrase,
  isSurelyIn,
  toContent,
  toKey,
  toName,
  type Voice,
} from "./voice.ts";

/** A command as if it had been typed. */
export interface Asked {
  readonly commandName: string;
  readonly rawOptions: RawValues;
}

export type PlainMeaning =
  | { readonly kind: "asked"; readonly asked: Asked; readonly words: string }
  /** Something shall come from now on: what, as it was typed, without small words around it, and in its telling words. */
  | {
      readonly kind: "wish";
      readonly isFollowed: boolean;
      /** Whoever asks has not decided. */
      readonly isQuestion: boolean;
      readonly forms: readonly string[];
    }
  /** Something shall not come, or all but that: the words for it can be looked for, and are no wish. */
  | { readonly kind: "refused"; readonly words: string }
  | { readonly kind: "address"; readonly url: string }
  /** Nothing certain: the words that could be looked for, none when empty. */
  | { readonly kind: "words"; readonly words: string };

/** What is longer is no question to a bot. */
const TEXT_LENGTH_MAX = 300;
/** "why is nothing coming" has hardly a word of its own; "why did nothing happen at the harbor bridge" has. */
const NOTHING_WORDS_MAX = 2;
const ADDRESS = /^(?:https?:\/\/\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}(?:\/\S*)?)$/iu;
/** What commands of other bots begin with. */
const OTHER_SIGN = /^[!./\\]{1,2}(?=\p{L})/u;
const ask = (commandName: string, rawOptions: RawValues = {}, words = ""): PlainMeaning => ({
  kind: "asked",
  asked: { commandName, rawOptions },
  words,
});

/** "what did Ines Calder say about the harbor": who, and about what. Null where nobody is asked about saying. */
function readSaid(text: string, voice: Voice): PlainMeaning | null {
  const { words } = voice;
  const tokens = text.split(/\s+/).map((token) => token.replace(EDGES, ""));
  const isOneOf = (list: readonly string[]) => {
    const keys = new Set(list.map(toKey));
    return (token: string): boolean => keys.has(toKey(token));
  };
  if (!tokens.some(isOneOf(words.say)) || !tokens.some(isOneOf(words.question))) return null;
  const parting = tokens.findIndex((token, index) => index > 0 && isOneOf(words.about)(token));
  const end = parting === -1 ? tokens.length : parting;
  const who = toName(tokens.slice(0, end).join(" "), voice);
  const about = toContent(tokens.slice(end).join(" "), voice);
  if (who === "" && about === "") return null;
  return ask(
    "quotes",
    { ...(who === "" ? {} : { speaker: who }), ...(about === "" ? {} : { about }) },
    [who, about].filter((each) => each !== "").join(" "),
  );
}

function toWish(typed: string, isFollowed: boolean, voice: Voice): PlainMeaning {
  if (isRefused(typed, voice)) return { kind: "refused", words: toRefusal(typed, voice) };
  const feed = new Set(voice.words.feed.map(toKey));
  const content = toContent(typed, voice);
  const named = content
    .split(" ")
    .filter((word) => !feed.has(toKey(word)))
    .join(" ");
  const forms = [typed, toName(typed, voice), content, named].filter((each) => each !== "");
  return { kind: "wish", isFollowed, isQuestion: false, forms: [...new Set(forms)] };
}

/** "can you follow …?", "how do I follow …": by its mark, or its first word. */
function isAsked(text: string, { words }: Voice): boolean {
  const first = toKey(text.split(/\s+/)[0] ?? "");
  return /[?؟]\s*$/.test(text) || words.question.some((word) => toKey(word) === first);
}

/** Without what ends a sentence; the dots of an address are none. */
const toLine = (text: string): string =>
  text
    .replace(/[?!.…؟]+(?=\s|$)|[¿¡]/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** "please can you follow …" asks for what follows. */
function skipPolite(text: string, { words }: Voice): string {
  let line = text;
  for (let rest = afterPhrase(line, words.polite); rest !== null; rest = afterPhrase(line, words.polite)) line = rest;
  return line;
}

/** "why did the storm story not come", "why no football news": of what is missing. Null where it asks for the news. */
function readMissing(line: string, voice: Voice): PlainMeaning | null {
  const { words } = voice;
  const rest = afterPhrase(line, words.why);
  if (rest === null) return null;
  const idle = new Set([...words.negation, ...words.arrive, ...words.here, ...words.nothing].map(toKey));
  const tokens = rest.split(" ");
  const hasAny = (list: readonly string[]): boolean => tokens.some((token) => hasPhrase(toKey(token), list));
  if (!hasAny(words.negation) || !hasAny([...words.arrive, ...words.news])) return null;
  const what = toContent(tokens.filter((token) => !idle.has(toKey(token))).join(" "), voice);
  return what === "" ? ask("why") : ask("why", { what }, what);
}

/** What is known by all of its words together; null for anything else. */
function readWhole(text: string, voice: Voice, commands: readonly Pick<Command, "name">[]): PlainMeaning | null {
  const { words } = voice;
  const key = toKey(toLine(text));
  const isWhole = (phrases: readonly string[]): boolean => phrases.some((phrase) => toKey(phrase) === key);
  if (isWhole(words.help)) return ask("help");
  if (isWhole(words.latest)) return ask("latest");
  if (isWhole(words.top)) return ask("top");
  if (isWhole(words.forget)) return ask("forget", { what: "me" });
  if (isWhole(words.greetings)) return { kind: "words", words: "" };
  if (isWhole([...words.unsubscribe, ...words.stop])) return ask("unsubscribe");
  const missing = readMissing(toLine(text), voice);
  if (missing !== null) return missing;
  const isOfNothing = hasPhrase(key, words.why) && hasPhrase(key, words.nothing);
  if (isOfNothing && toContent(toLine(text), voice).split(" ").length <= NOTHING_WORDS_MAX) return ask("why");
  const named = commands.find(({ name }) => name === key);
  return named === undefined ? null : ask(named.name);
}

/** Whoever only asks whether is told what there is to choose. */
function readTranslate(text: string, { words }: Voice, isQuestion: boolean): PlainMeaning | null {
  const named = afterPhrase(toLine(text), words.translate);
  const language = named === null ? null : findSpokenLanguage(named);
  if (language === null) return null;
  return ask("translate", isQuestion ? {} : { to: language });
}

function readWords(text: string, voice: Voice): PlainMeaning {
  const { words } = voice;
  const line = toLine(text);
  const translated = readTranslate(text, voice, isAsked(text, voice));
  if (translated !== null) return translated;
  const ended = afterPhrase(line, words.unsubscribe);
  if (ended !== null) return ask("unsubscribe", {}, toContent(ended, voice));
  const followed = afterPhrase(line, words.follow);
  if (followed !== null) return toWish(followed, true, voice);
  const about = afterPhrase(line, words.quotesAbout);
  const subject = about === null ? "" : toContent(about, voice);
  if (subject !== "") return ask("quotes", { about: subject }, subject);
  const by = afterPhrase(line, words.quotesBy);
  const speaker = by === null ? "" : toName(by, voice);
  if (speaker !== "") return ask("quotes", { speaker }, speaker);
  const said = readSaid(line, voice);
  if (said !== null) return said;
  const wished = afterPhrase(line, words.subscribe);
  if (wished !== null) return toWish(wished, false, voice);
  if (afterPhrase(line, words.refused) !== null) return { kind: "refused", words: toRefusal(line, voice) };
  const sought = afterPhrase(line, words.search);
  const content = toContent(sought ?? line, voice);
  if (content !== "" && (sought !== null || isAsked(text, voice))) return ask("search", { words: content }, content);
  return isRefusal(line, voice)
    ? { kind: "refused", words: toRefusal(line, voice) }
    : { kind: "words", words: content };
}

/** What is certain of it; for the rest the words there are to look for. `spoken` is what the bot speaks there. */
export function readPlainWords(
  typed: string,
  spoken: Language,
  commands: readonly Pick<Command, "name">[],
): PlainMeaning {
  const text = withoutUnseen(typed).trim().replace(/\s+/g, " ");
  const address = unwrapAddress(text);
  if (ADDRESS.test(address))
    return { kind: "address", url: /^https?:/i.test(address) ? address : `https://${address}` };
  const line = text.slice(0, TEXT_LENGTH_MAX).replace(OTHER_SIGN, "").replace(ELISION, "$1' ");
  const tokens = line.split(" ").map((token) => token.replace(EDGES, ""));
  const voices = [...new Set([guessLanguage(tokens, spoken), spoken, FIRST_LANGUAGE])].map(createVoice);
  for (const voice of voices) {
    const whole = readWhole(line, voice, commands) ?? readWhole(skipPolite(line, voice), voice, commands);
    if (whole !== null) return whole;
  }
  const read = voices.map((voice) => readWords(skipPolite(line, voice), voice));
  const own = voices.findIndex((voice, index) => index > 0 || voices.length === 1 || isSurelyIn(tokens, voice));
  const isDone = ({ kind }: PlainMeaning): boolean => kind !== "words" && kind !== "refused";
  // Small words of refusal are others in other languages: only where it is likeliest of all are they taken for such.
  const likeliest = read.find(isDone) ?? (read[0]?.kind === "refused" ? read[0] : read[own]);
  const found: PlainMeaning =
    likeliest?.kind === "refused" && likeliest !== read[0]
      ? { ...likeliest, kind: "words" }
      : (likeliest ?? { kind: "words", words: "" });
  return found.kind === "wish" ? { ...found, isQuestion: voices.some((voice) => isAsked(line, voice)) } : found;
}
