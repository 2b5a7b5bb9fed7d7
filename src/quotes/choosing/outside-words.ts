/** What the sentence of a quote says outside its marks and the quote is false without: a condition, that it is hearsay. */

import type { Quote } from "../../domain/article.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import type { WorthContext } from "./worth-context.ts";

const LEAD_LENGTH = 300;
const TAIL_LENGTH = 200;
const OPENING = /["“„«‘]$/u;
/** Where the sentence before one ends. */
const STOP = quicken(/\n|[.!?…]["”»’)]*\s+(?=["“„«‘(]?[\p{Lu}\d]|$)/u);
const INNER = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^“”„]*[“”]/gu;

const WORD_BEHIND = quicken(/^[^\p{L}]*\p{L}+(?: \p{L}+)?/u);
const WORD_BEFORE = quicken(/\p{L}+[^\p{L}]*$/u);

/** Where the last word of speech in a text ends; 0 when it has none. */
function lastEnd(speech: RegExp, text: string): number {
  let end = 0;
  for (let match = speech.exec(text); match !== null; match = speech.exec(text.slice(end)))
    end += match.index + Math.max(1, match[0].length);
  return end;
}

/** The words of its sentence before a quote, other quotations apart. */
function toLead({ start }: Quote, text: string): string {
  const before = text.slice(Math.max(0, start - LEAD_LENGTH), start).replace(OPENING, "");
  return (before.split(STOP).at(-1) ?? "").replace(INNER, " ");
}

/** The words of its sentence behind a quote, up to the next one. */
function toTail({ end }: Quote, text: string): string {
  const behind = text.slice(end, end + TAIL_LENGTH).replace(/^[,.]?["”»“’]/u, "");
  // “We go home.” If the rain stops, …: the sentence has ended within the marks.
  if (/[.!?…]["”»“]?$/u.test(text.slice(0, end + 1).slice(-2)) && /^\s*(?:\p{Lu}|\n)/u.test(behind)) return "";
  return behind.split(/["“„«‘]|\n|[.!?…](?=\s|$)/u, 1)[0] ?? "";
}

/** "Without the gate, “the town is lost,” she said", "“We go home,” he said, if the rain stops". */
function isConditioned(lead: string, tail: string, { asides }: WorthContext): boolean {
  const { conditions, limits, speech } = asides.outside;
  // "Asked if it would rain, he said “…”" holds nothing back: a condition opens the sentence, stands behind who speaks
  // and a comma, or has nobody who speaks between it and the words.
  const opens = (part: string): boolean => conditions.exec(part.trimStart())?.index === 0;
  const nearest = lead.slice(lastEnd(speech, lead));
  if (opens(lead) || conditions.test(nearest) || tail.split(",").slice(1).some(opens)) return true;
  // A limit that opens the sentence is the quote's where nobody is told to speak before it.
  const [opening = ""] = lead.split(",", 1);
  return limits.test(opening) && /,\s*$/u.test(lead) && !speech.test(lead);
}

/** "Another reportedly said “…”": nobody knows whether it was said. Beside another verb it is of something else. */
function isHearsay(lead: string, tail: string, { asides }: WorthContext): boolean {
  const { hearsay, speech } = asides.outside;
  return [lead, tail].some((part) => {
    const match = hearsay.exec(part);
    if (match === null) return false;
    const behind = WORD_BEHIND.exec(part.slice(match.index + match[0].length))?.[0] ?? "";
    const before = WORD_BEFORE.exec(part.slice(0, match.index))?.[0] ?? "";
    return speech.test(behind) || speech.test(before);
  });
}

/** "another", "a third": a word that tells nobody who speaks. */
function isNobody({ speaker }: Quote, { speech }: WorthContext): boolean {
  if (speaker === null || speaker.kind !== "unnamed" || speech === null) return false;
  const words = speaker.name.toLowerCase().match(/[\p{L}\p{M}’'-]+/gu) ?? [];
  return words.every((word) => {
    const found = speech.words.get(word)?.class;
    return found === "quantifier" || found === "determiner" || found === "otherPronoun" || found === "common";
  });
}

export function isFalseAlone(quote: Quote, context: WorthContext): boolean {
  const lead = toLead(quote, context.text);
  const tail = toTail(quote, context.text);
  return isNobody(quote, context) || isConditioned(lead, tail, context) || isHearsay(lead, tail, context);
}
