/** Quotations that are paragraphs of their own: who leads in to one with a colon, and who only stands above one. */

import { classAt, classSet, type Link, type Mention } from "../../languages/reading.ts";
import type { Entities } from "../names/entities.ts";
import { isFirstName, OFFICES } from "../names/evidence.ts";
import type { QuoteView } from "../reading/quote-view.ts";
import type { ReadText } from "../reading/read-text.ts";
import { canSpeak } from "./can-speak.ts";

const SUBJECTS: ReadonlySet<Link["kind"]> = new Set(["before", "apposition", "phrase", "bracket"]);
const PEOPLE: ReadonlySet<string> = new Set(["name", "role", "title"]);
/** "says:", "told the Tidings on Monday:". */
const VERB_REACH = 8;
const OPENS = classSet("stop", "break", "comma");
const BEYOND = classSet("stop", "break", "quotation", "conjunction", "dash");

interface Leading {
  readonly mention: number;
  readonly verb: number;
}

/** "As Ada Moor, a pilot, says: ¶ “…”": the subject of the verb before the colon that ends the paragraph above; or null. */
export function leadingIn(read: ReadText, view: QuoteView): Leading | null {
  if (read.clauses !== null || !read.speech.weights.isOwn) return null;
  if (!view.isParagraphStart || view.touchAfter >= 0 || classAt(read.items, view.at - 2) !== "colon") return null;
  const colon = view.at - 2;
  for (let verb = colon - 1; verb >= 0 && colon - verb <= VERB_REACH; verb--) {
    const itemClass = classAt(read.items, verb);
    if (BEYOND.has(itemClass)) return null;
    if (itemClass !== "reporting") continue;
    const link = read.linksAt.get(verb)?.find((each) => SUBJECTS.has(each.kind));
    const kind = read.mentions[link?.mention ?? -1]?.kind ?? "";
    return link !== undefined && PEOPLE.has(kind) && canSpeak(read, link.mention)
      ? { mention: link.mention, verb }
      : null;
  }
  return null;
}

/** “…” [The council] disagreed.: who only acts in the sentence behind a quotation that has ended. */
export function isOnlyNext(read: ReadText, view: QuoteView, index: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined || mention.first < view.at || read.clauses !== null || !read.speech.weights.isOwn)
    return false;
  if ((read.items[mention.first]?.sentence ?? 0) === view.sentence) return false;
  return (read.linksOf.get(index) ?? []).every((link) => link.kind === "joined");
}

/** "While in Varen, [Ada Moor] spoke out on the trend. ¶ “…”": a person of whom the last sentence above tells. */
function isActingAbove(read: ReadText, view: QuoteView, mention: Mention): boolean {
  const isPerson =
    isFirstName(read, read.items[mention.first]?.word ?? "") || OFFICES.has(classAt(read.items, mention.first - 1));
  const isOpened = mention.first === 0 || OPENS.has(classAt(read.items, mention.first - 1));
  const last = read.items[view.at - 2];
  return isPerson && isOpened && last !== undefined && read.items[mention.last]?.sentence === last.sentence;
}

const QUOTATION_REACH = 8;

function isBesideQuotation(read: ReadText, at: number): boolean {
  const paragraph = read.items[at]?.paragraph;
  return read.items
    .slice(Math.max(0, at - QUOTATION_REACH), at + QUOTATION_REACH)
    .some((item) => item.class === "quotation" && item.paragraph === paragraph);
}

/** "That search engines", "AI-generated": no names, and no nouns that could speak. */
function isNobody(read: ReadText, index: number, mention: Mention): boolean {
  // "“…,” the rowers said.": who was quoted right there.
  const links = read.linksOf.get(index) ?? [];
  const hasSpoken = links.some(({ kind, verb }) => SUBJECTS.has(kind) && isBesideQuotation(read, verb));
  if (mention.kind === "noun") return !canSpeak(read, index) && !hasSpoken;
  const head = read.items[mention.last];
  return mention.kind === "name" && /^\p{Lu}.*-\p{Ll}{5,}$/u.test(read.text.slice(head?.start ?? 0, head?.end ?? 0));
}

/** A name in another paragraph than a quotation that is all of its own, when nothing anywhere reports what it says. */
export function isFarAndSilent(read: ReadText, entities: Entities, view: QuoteView, index: number): boolean {
  const mention = read.mentions[index];
  if (mention === undefined || read.clauses !== null || !read.speech.weights.isOwn) return false;
  if (!view.isParagraphStart || !view.isParagraphEnd) return false;
  if (read.items[mention.last]?.paragraph === view.paragraph) return false;
  if (isNobody(read, index, mention)) return true;
  if (mention.kind !== "name") return false;
  return entities.reportedCount(index) === 0 && !isActingAbove(read, view, mention);
}
