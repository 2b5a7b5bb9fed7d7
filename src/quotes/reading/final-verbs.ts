/** Ties a verb that stands last to its subject before the quotation: Ada Moor, “…” dedi; “…” diyen Ada Moor. */

import { classAt, classSet, type Item, type Mention } from "../../languages/reading.ts";

/** Places of heads and of first words -> mentions. */
interface Places {
  readonly byLast: ReadonlyMap<number, number>;
  readonly byFirst: ReadonlyMap<number, number>;
}

interface FinalLink {
  readonly verb: number;
  readonly mention: number;
  readonly kind: "after" | "before" | "list";
}

/** Words between the quotation and its verb: “…” diye konuştu. */
const BETWEEN_MAX = 4;
const SUBJECT_REACH = 40;

const BEYOND_QUOTE = classSet("stop", "break", "capital", "open");
const BEHIND_SUBJECT = classSet("comma", "quotation", "auxiliary", "dash");
const BEFORE_OBJECT = classSet("preposition", "reporting");

/** The quotation right before a verb, a few small words between; -1 when there is none. */
function quoteBefore(items: readonly Item[], verb: number): number {
  for (let index = verb - 1; index >= 0 && verb - index <= BETWEEN_MAX; index--) {
    const itemClass = classAt(items, index);
    if (itemClass === "quotation") return index;
    if (BEYOND_QUOTE.has(itemClass)) return -1;
  }
  return -1;
}

/** Whether a phrase stands as a subject does: before a comma, a quotation or a small word, not with an ending of its own. */
function isSubject(items: readonly Item[], { first, last }: Mention): boolean {
  const word = items[last]?.word ?? "";
  return (
    BEHIND_SUBJECT.has(classAt(items, last + 1)) && !word.includes("'") && !BEFORE_OBJECT.has(classAt(items, first - 1))
  );
}

/** The one phrase of the sentence that can be the subject; the first where it goes on with “and”; -1 for several. */
function subjectBefore(items: readonly Item[], mentions: readonly Mention[], index: Places, quote: number): number {
  let found = -1;
  const sentence = items[quote]?.sentence;
  for (let at = quote - 1; at >= 0 && quote - at <= SUBJECT_REACH && items[at]?.sentence === sentence; at--) {
    const place = index.byLast.get(at);
    const mention = mentions[place ?? -1];
    if (place === undefined || mention === undefined) continue;
    if (!["name", "role", "title", "pronoun"].includes(mention.kind) || !isSubject(items, mention)) continue;
    const isNamed = mention.kind === "name" || mention.kind === "pronoun";
    const known = mentions[found];
    if (known === undefined) found = place;
    // The nearest name counts; another name before it puts both in doubt.
    else if (isNamed && (known.kind === "name" || known.kind === "pronoun")) return -1;
    else if (isNamed) found = place;
  }
  const mention = mentions[found];
  if (mention === undefined || classAt(items, mention.first - 1) !== "conjunction") return found;
  return index.byLast.get(mention.first - 2) ?? -1;
}

/** The link of a verb behind its quotation; null when it has none there. */
export function linkFinal(
  items: readonly Item[],
  mentions: readonly Mention[],
  index: Places,
  verb: number,
): FinalLink | null {
  const quote = quoteBefore(items, verb);
  if (quote < 0) return null;
  const behind = index.byFirst.get(verb + 1);
  const isBehind = behind !== undefined && mentions[behind]?.kind === "name" && items[verb]?.isParticiple === true;
  if (isBehind) return { verb, mention: behind, kind: "after" };
  const mention = subjectBefore(items, mentions, index, quote);
  if (mention < 0) return null;
  const isList = classAt(items, (mentions[mention]?.last ?? 0) + 1) === "conjunction";
  return { verb, mention, kind: isList ? "list" : "before" };
}
