/** What may be taken off or mended in a sentence without changing what it claims, as edits with their source offsets. */

import type { Sentence, Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { findNameGender, isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { toListed } from "../../languages/shared/words.ts";
import { withoutQuotes } from "../extractive/quotation.ts";

export type EditKind = "dateline" | "connective" | "caption" | "aside" | "quotation" | "name" | "pronoun" | "date";

/** The source from start to end is shown as `text`; an insertion has an empty span. */
export interface Edit extends Span {
  readonly kind: EditKind;
  readonly text: string;
}

const HEAD_LENGTH_MAX = 90;
const LEAD_IN_LENGTH_MAX = 80;
const NAME_LENGTH_MAX = 25;
const AGENCY_NAMES =
  "CNN|AP|Reuters|AFP|PTI|IANS|ANI|dpa|UPI|EFE|ANSA|ITAR-TASS|TASS|Xinhua|Mashable|CBS|NBC|ABC|BBC|CNN Student News|The Hollywood Reporter|Financial Times|EW\\.com|RollingStone\\.com|CNNMoney|Bloomberg|Belga|ATS|NTB|TT|KUNA|MENA";
/** Agencies, and their desks: "CNN Business". */
const AGENCY_TAIL = `[(\\[](?:${AGENCY_NAMES})(?: \\p{Lu}\\p{L}{2,15}){0,2}[)\\]][ \\u00a0]*(?:[-–—]{1,3}|:)?[ \\u00a0]*`;
const PLACE_WORDS =
  "(?:\\p{Lu}[\\p{L}.'’/-]{0,24}|\\d{1,2}|of|the|de|la|on)(?:,? (?:\\p{Lu}[\\p{L}.'’/-]{0,24}|\\d{1,2}|of|the|de|la|on)){0,6}";
/** "WASHINGTON (Reuters) - ", "(CNN)", "Kabul, Afghanistan (AP) —": a place is written in capital words. */
const AGENCY_DATELINE = new RegExp(`^(?:${PLACE_WORDS},? )?${AGENCY_TAIL}(?=["“„«‘']?[\\p{Lu}\\d])`, "u");
/** The same in a text without capitals, where a place is a few words. */
const LOW_DATELINE = new RegExp(`^(?:[\\p{Ll}.'’-]{2,20}(?:,? [\\p{Ll}.'’-]{2,20}){0,3},? )?${AGENCY_TAIL}`, "iu");
/** "(Lisbon) The mayor …": only when a sentence follows. */
const BRACKET_DATELINE = /^\(\p{Lu}[\p{L} .,'’-]{1,30}\)[ \u00a0]*(?:[-–—]{1,2}[ \u00a0]*)?(?=["“„«]?\p{Lu})/u;
/** "NEW DELHI, Aug 3 (PTI): " and "MUMBAI: ". */
const CAPITAL_DATELINE =
  /^\p{Lu}[\p{Lu}.'’ -]{2,30}(?:[,/] ?[\p{L}.'’ ]{2,24}){0,2}(?:,? \d{1,2})?(?: \([\p{L} .'’-]{2,30}\))?(?:[ \u00a0]?(?:--|[–—―-])[ \u00a0]+|: )(?=["“„«]?\p{Lu})/u;
/** "Lyon — The mayor …": a place and a dash. */
const PLACE_DATELINE =
  /^\p{Lu}[\p{L}'’-]{2,20}(?:[ ,]{1,2}\p{Lu}[\p{L}'’.-]{1,20}){0,2} ?(?:--|[—―])[ \u00a0]*(?=["“„«]?\p{Lu})/u;
/** "Lyon – The mayor …": a shorter dash behind a place everybody knows. */
const KNOWN_DATELINE = /^(\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,2}) [-–][ \u00a0](?=["“„«]?\p{Lu})/u;
/** "Cantalar.- La alcaldesa …": a place, a stop and a dash. */
const PLACE_STOP =
  /^\p{Lu}[\p{L}'’]{2,20}(?:,? (?:\p{Lu}[\p{L}'’]{2,20}|\p{Ll}{2,3})){0,5}(?: \([\p{L} .]{2,20}\))?\.[ \u00a0]?[-–—―]{1,2}[ \u00a0]*(?=["“„«¿¡]?\p{Lu})/u;
const PLACE_COLON = /^\p{Lu}[\p{L}'’-]{2,16}(?: \p{Lu}[\p{L}'’-]{2,16})?: (?=["“„«]?\p{Lu})/u;
/** "Lisbon, Lisboa, Portugal: Getting there": a place with what it lies in. */
const PLACES_COLON =
  /^\p{Lu}[\p{L}'’-]{2,20}(?:, \p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’-]{1,20})?){1,2}: (?=["“„«]?\p{Lu})/u;
/** "Varen, NH – With the new pier", "Varen, Mass. - With": a place, what it lies in cut short, and a dash. */
const PLACES_DASH =
  /^\p{Lu}[\p{L}'’.-]{1,20}(?: \p{Lu}[\p{L}'’.-]{1,20}){0,3}, (?:\p{Lu}{2}|(?:\p{Lu}\.){2}|\p{Lu}\p{L}{1,5}\.) (?:[-–—]|--) (?=["“„«]?\p{Lu})/u;
/** "[The Lantern=Ada Moor] The council": the paper and who wrote it. */
const PAPER_DATELINE = /^\[[^[\]\n=]{2,30}=[^[\]\n=]{2,40}\][ \u00a0]*(?=["“„«‘]?\p{L})/u;
/** "HaleTidings.example - The mayor …": the site's own address. */
const SITE_DATELINE = /^\p{Lu}[\p{L}\d]{2,24}\.\p{L}{2,7} [-–—] (?=["“„«]?\p{Lu})/u;
/** "19:42 Both sides have left": the time of an entry of a live report. */
const ENTRY_TIME =
  /^\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: (?:GMT|BST|UTC|CES?T|ES?T|Uhr(?=[ \u00a0]?[-–—:|])))?[ \u00a0]?[-–—:|]?[ \u00a0]+(?!Uhr(?!\p{L}))(?=["“„«]?\p{Lu}\p{Ll})/u;
/** "(Ostrel vs Varen Updates) The pier": a link that stood between two sentences. */
const LINK_LABEL =
  /^\((?:[\p{L}\d'’.-]{1,20} ){1,8}(?:Updates|Highlights|Score|Scorecard|Coverage|Live|News|Photos|Pictures|Video|Videos|Gallery|Blog)\)[ \u00a0]+(?=["“„«]?\p{Lu})/u;
/** "ON THE NEW PIERThe mayor said": a heading in capitals, glued to the sentence below it. */
const GLUED_HEADING = /^\p{Lu}{2,}(?:[ ’'-]\p{Lu}+){1,7}(?=\p{Lu}\p{Ll}{2,} )/u;
const CAPTION_NOTE =
  / ?\((?:pictured|file photo|photo|left|right|above|below|centre|center|both pictured|all pictured|pictured (?:left|right|above|below|together|here|with [\p{L} ]{1,30})|(?:above|below|far)? ?(?:left|right)|see (?:below|above|video|picture))\)/giu;

/** "San" and "Rio" may be anybody's, and half a town's. */
const isPersonal = (word: string): boolean => ["male", "female"].includes(findNameGender(word) ?? "");

/** "Ada Moor: Nets are hard", "Moor: Nets are hard": whose words they are, not where they were written. */
function isSaidBy(label: string, whole: string): boolean {
  const name = label.replace(/:\s*$/u, "").toLowerCase();
  if (isPlaceName(name)) return false;
  const words = name.split(" ");
  if (words.length > 1) return isPersonal(words[0] ?? "");
  const low = whole.toLowerCase();
  for (let at = low.indexOf(` ${words[0]}`); at >= 0; at = low.indexOf(` ${words[0]}`, at + 1)) {
    const before = /\p{L}+$/u.exec(whole.slice(Math.max(0, at - NAME_LENGTH_MAX), at))?.[0] ?? "";
    if (/^\p{Lu}/u.test(before) && isPersonal(before.toLowerCase())) return true;
  }
  return false;
}

const LINE_LABEL = /(?<=^|\n)(\p{Lu}[\p{L}'’-]{2,16}(?: [\p{L}'’-]{2,16})?): (?=["“„«]?\p{Lu})/gu;

/** "Aries: A stranger …" above "Taurus: Your boss …": each line says of whom it is, and no place is known by that name. */
function isOneOfLabels(label: string, whole: string): boolean {
  const name = label.replace(/:\s*$/u, "");
  if (isPlaceName(name.toLowerCase())) return false;
  const labels = new Set(Array.from(whole.matchAll(LINE_LABEL), (match) => match[1]));
  return labels.size > 1 && labels.has(name);
}

/** Length of a dateline or agency tag at the head of a sentence; 0 when there is none. `whole` is the article's text. */
export function datelineLength(text: string, isFirst: boolean, whole = text): number {
  const head = text.slice(0, HEAD_LENGTH_MAX + 20);
  const time =
    (ENTRY_TIME.exec(head) ?? PAPER_DATELINE.exec(head) ?? LINK_LABEL.exec(head) ?? GLUED_HEADING.exec(head))?.[0]
      .length ?? 0;
  if (time > 0) return time;
  // Further down only an agency in brackets is one.
  if (!isFirst && !/[([]/.test(head)) return 0;
  if (!/\p{Lu}/u.test(head)) {
    const length = LOW_DATELINE.exec(head)?.[0].length ?? 0;
    return text.length - length > 15 ? length : 0;
  }
  const patterns = isFirst
    ? [
        AGENCY_DATELINE,
        BRACKET_DATELINE,
        CAPITAL_DATELINE,
        PLACE_DATELINE,
        PLACE_STOP,
        PLACE_COLON,
        PLACES_COLON,
        PLACES_DASH,
        SITE_DATELINE,
      ]
    : [AGENCY_DATELINE];
  const known = isFirst ? KNOWN_DATELINE.exec(head) : null;
  if (known !== null && isPlaceName((known[1] ?? "").toLowerCase())) return known[0].length;
  for (const pattern of patterns) {
    const found = pattern.exec(head)?.[0] ?? "";
    const { length } = found;
    if (length === 0 || length > HEAD_LENGTH_MAX || text.length - length <= 15) continue;
    const isLabel = /^[^,:]+:\s*$/u.test(found) && (isSaidBy(found, whole) || isOneOfLabels(found, whole));
    return isLabel ? 0 : length;
  }
  return 0;
}

/** The connective that opens a text and can be taken off with its comma; 0 when there is none. */
export function connectiveLength(text: string, language: string): number {
  const phrases = findLanguage(language).asides;
  const low = toListed(text.slice(0, 40));
  const leadIn = phrases.leadIn.exec(text.slice(0, LEAD_IN_LENGTH_MAX))?.[0].length ?? 0;
  if (leadIn > 0) return leadIn;
  for (const word of phrases.connectives) {
    if (low.charCodeAt(0) !== word.charCodeAt(0) || !low.startsWith(word)) continue;
    const after = low.slice(word.length);
    if (after.startsWith(", ")) return word.length + 2;
    if (after.startsWith(" ") && !phrases.commaOnly.has(word)) {
      // "And if", "But for" would leave half a thought; "But not all" needs what it answers.
      return phrases.halves.test(after) ? 0 : word.length + 1;
    }
  }
  return 0;
}

const INNER_BEFORE = /^[^,;:–—"“”«»]{3,80}$/u;

/** "The council, however, voted": what answers another sentence, behind the subject of this one. */
export function findInnerConnective(text: string, { start, end }: Span, language: string): Edit | null {
  const sentence = text.slice(start, end);
  const match = findLanguage(language).asides.innerConnective.exec(sentence);
  if (match === null || !INNER_BEFORE.test(sentence.slice(0, match.index))) return null;
  return { kind: "connective", start: start + match.index, end: start + match.index + match[0].length, text: "" };
}

/** Edits that any sentence gets before it is judged: datelines, connectives, notes to pictures. */
export function findTrims(text: string, span: Span, language: string, isFirst: boolean): readonly Edit[] {
  const edits: Edit[] = [];
  let { start } = span;
  const dateline = datelineLength(text.slice(start, span.end), isFirst, text);
  // "HALDEN - Two residents died on a busy street here": where is told by the dateline alone.
  if (dateline > 0 && !findLanguage(language).asides.here.test(withoutQuotes(text.slice(start + dateline, span.end)))) {
    edits.push({ kind: "dateline", start, end: start + dateline, text: "" });
    start += dateline;
  }
  const connective = connectiveLength(text.slice(start, span.end), language);
  if (connective > 0) {
    const at = start + connective;
    const first = text.slice(at, at + 1);
    // The next word begins the sentence now.
    edits.push({ kind: "connective", start, end: at + 1, text: first.toLocaleUpperCase(findLanguage(language).tag) });
    start = at + 1;
  }
  const rest = text.slice(start, span.end);
  if (!rest.includes("(")) return edits;
  for (const match of rest.matchAll(CAPTION_NOTE))
    edits.push({ kind: "caption", start: start + match.index, end: start + match.index + match[0].length, text: "" });
  return edits;
}

/** A sentence with its edits applied. An edit at the head moves the start, so an only-trimmed head stays verbatim. */
export function toSentence(text: string, span: Span, edits: readonly Edit[]): Sentence {
  let { start } = span;
  if (edits.length === 0) return { start, end: span.end, text: text.slice(start, span.end), edited: false };
  const rest = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  while (rest[0] !== undefined && rest[0].start === start && rest[0].text === "" && rest[0].end > start) {
    start = rest[0].end;
    rest.shift();
  }
  let shown = "";
  let position = start;
  for (const edit of rest) {
    if (edit.start < position) continue;
    shown += text.slice(position, edit.start) + edit.text;
    position = edit.end;
  }
  shown += text.slice(position, span.end);
  return { start, end: span.end, text: shown, edited: edits.length > 0 };
}
