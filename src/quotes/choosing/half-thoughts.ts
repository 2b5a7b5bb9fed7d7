/** What is only half of what somebody said: it announces, answers a question nobody sees, or goes on with "but". */

import type { Quote } from "../../domain/article.ts";
import type { WorthContext } from "./worth-context.ts";

/** A closing mark, who said it, and the next opening mark before a small letter: the sentence goes on there. */
const GOES_ON = /^["”»“']{0,2},?[^\n"“”«».!?]{3,90},\s*["“«]\s?(\p{Ll}[^"“”«»]{2,60})/u;
const BEHIND_LENGTH = 180;
/** “Ada Moor: We sailed.”: a transcript tells who speaks within the marks. */
const LABEL = /^(?:(?:\p{Lu}[\p{L}.’'-]+ ){1,2}\p{Lu}[\p{L}.’'-]+|\p{Lu}{3,}): (?=\p{Lu})/u;
/** “We sailed. Ada Moor, Hale Ferries.”: what was set large ends in a name and a house. */
const SIGNED = /[.!?]["”’']? \p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2}, \p{Lu}[^.!?,]{2,50}\.?["”]?$/u;

const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** “I would think that helps,” she said, “but who knows?”: what is shown is taken back in the same sentence. */
function isTurned({ end }: Quote, { text, asides }: WorthContext): boolean {
  const next = GOES_ON.exec(text.slice(end, end + BEHIND_LENGTH))?.[1];
  return next !== undefined && asides.turn.test(fold(next));
}

export function isHalfThought(quote: Quote, context: WorthContext): boolean {
  const { announces, answers } = context.asides.quoted;
  const text = fold(quote.text);
  if (announces.test(text) || answers.test(text)) return true;
  return isTurned(quote, context) || LABEL.test(quote.text) || SIGNED.test(quote.text);
}
