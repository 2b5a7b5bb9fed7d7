/** Sentences that say half of something else: "For years boats were banned", which "But not any more!" takes back. */

import { findLanguage } from "../../languages/index.ts";
import { toListed } from "../../languages/shared/words.ts";
import type { Unit } from "../unit.ts";

/** So short, a sentence that turns has nothing of its own to tell. */
const TURN_WORDS_MAX = 8;
const HEAD_LENGTH = 60;
/** A rundown stands at the head; what is looked at below it for the news. */
const BELOW_UNITS = 4;
/** "Varen Today: the pier opens; a ferry sinks." */
const RUNDOWN = /^\p{Lu}[\p{L}\p{N}'’&. -]{2,30}: [^;]{20,}; [^;]{20,}/u;

const lowHead = (text: string): string => toListed(text.slice(0, HEAD_LENGTH));

/** Whether the sentence, as the article has it, takes back the one before: short, or about the same "they". */
function isTurn(unit: Unit, text: string, language: string): boolean {
  const { turn, pronouns, quoted } = findLanguage(language).asides;
  const head = lowHead(text.slice(unit.start, unit.end));
  const match = turn.exec(head);
  if (match === null) return false;
  if (unit.wordCount <= TURN_WORDS_MAX && !/["“”«»]/.test(head)) return true;
  const next = /^,? (\p{L}+)/u.exec(head.slice(match[0].length))?.[1] ?? "";
  return pronouns.has(next) || (quoted.demonstratives.has(next) && !quoted.unsure.has(next));
}

/** Units that the next sentence of their paragraph takes back; the first of all is the news, whatever follows. */
export function findTurned(units: readonly Unit[], text: string, language: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const unit of units) {
    const before = units[unit.index - 1];
    if (before === undefined || before.index === 0 || before.paragraph !== unit.paragraph) continue;
    if (isTurn(unit, text, language)) found.add(before.index);
  }
  return found;
}

/** Units that the next sentence of the article turns: "But six of its posts are rotten." */
export function findLimited(units: readonly Unit[], text: string, language: string): ReadonlySet<number> {
  const { turn } = findLanguage(language).asides;
  const turns = units.filter(({ start, end }) => turn.test(lowHead(text.slice(start, end))));
  return new Set(turns.map(({ index }) => index - 1));
}

/** Whether the page opens with what a show tells besides, under its name: others of the first sentences tell more of the headline. */
export function isRundown(unit: Unit, units: readonly Unit[], text: string, titleStems: readonly string[]): boolean {
  if (unit.index > 0 || !RUNDOWN.test(text.slice(unit.start, unit.end))) return false;
  const stems = new Set(titleStems);
  const share = ({ content }: Unit): number => content.filter((stem) => stems.has(stem)).length;
  return units.slice(1, BELOW_UNITS).some((below) => share(below) > share(unit));
}
