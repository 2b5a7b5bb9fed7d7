/** What is only half of what somebody said: it announces, answers a question nobody sees, or goes on with "but". */

import type { Quote } from "../../domain/article.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toListed } from "../../languages/shared/words.ts";
import type { WorthContext } from "./worth-context.ts";

/** A closing mark, who said it, and the next opening mark before a small letter: the sentence goes on there. */
const GOES_ON = quicken(/^["”»“']{0,2},?([^\n"“”«»„.!?]{3,90}),\s*["“«„]\s?(\p{Ll}[^"“”«»]{2,60})/u);
/** “We sailed,” she said, adding, “we were glad”: another sentence is told. */
const lastWord = (text: string): string => text.split(/[\s,]+/u).at(-1) ?? "";
const BEHIND_LENGTH = 180;
/** “Ada Moor: We sailed.”: a transcript tells who speaks within the marks. */
const LABEL = quicken(/^(?:(?:\p{Lu}[\p{L}.’'-]+ ){1,2}\p{Lu}[\p{L}.’'-]+|\p{Lu}{3,}): (?=\p{Lu})/u);
/** “We sailed. Ada Moor, Hale Ferries.”: what was set large ends in a name and a house. */
const SIGNED = quicken(/[.!?]["”’']? \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}, \p{Lu}[^.!?,]{2,50}\.?["”]?$/u);

/**
 * “We mended most of the boats,” she said, “and the rest will follow”: what is shown is half a sentence, and “but”
 * would take it back.
 */
function goesOn({ text: own, end }: Quote, { text, asides }: WorthContext): boolean {
  const [, between = "", next] = GOES_ON.exec(text.slice(end, end + BEHIND_LENGTH)) ?? [];
  if (next === undefined) return false;
  if (asides.turn.test(toListed(next))) return true;
  return !/[.!?…]["”»’']*$/u.test(own) && !(asides.cuts?.participle.test(lastWord(between)) ?? false);
}

export function isHalfThought(quote: Quote, context: WorthContext): boolean {
  const { announces, answers } = context.asides.quoted;
  const text = toListed(quote.text);
  if (announces.test(text) || answers.test(text)) return true;
  return goesOn(quote, context) || LABEL.test(quote.text) || SIGNED.test(quote.text);
}
