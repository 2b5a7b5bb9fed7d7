/** Reads a text as a line of items (words, punctuation, whole quotations, paragraph ends) with what each one is. */

import type { Speech } from "../../languages/language.ts";
import { classSet, type Item, type ItemClass } from "../../languages/reading.ts";
import { DIGIT, isSpaceAt, isWordAt, kindAt, MARK, SPACE, UPPER } from "../marks/characters.ts";
import type { Stretch } from "../marks/stretch.ts";
import { invertedLength, wordEnd } from "./word-end.ts";

const MODIFYING = classSet(
  "plain",
  "time",
  "number",
  "capital",
  "common",
  "role",
  "quantifier",
  "title",
  "ly",
  "document",
);
const OWNING = classSet("determiner", "otherPronoun", "quantifier", "possessive");

const DASHES = "-–—―";
const TITLE_LENGTH_MAX = 32;

function classOfSign(char: string): ItemClass {
  if (".!?…。！？؟۔".includes(char)) return "stop";
  if (",;،؛，；、".includes(char)) return "comma";
  if (":：".includes(char)) return "colon";
  if (DASHES.includes(char)) return "dash";
  if ("([{（".includes(char)) return "open";
  if (")]}）".includes(char)) return "close";
  return "sign";
}

function classOfUnknown(word: string, isUpper: boolean): ItemClass {
  if (isUpper) return "capital";
  if (word.endsWith("ed")) return "ed";
  if (word.endsWith("ing")) return "ing";
  if (word.endsWith("ly")) return "ly";
  return "plain";
}

/** Classes that a capital in mid-sentence turns into part of a name: "Will Smith", "Rose Call". */
const NAMEABLE = classSet(
  "reporting",
  "framing",
  "relative",
  "complementizer",
  "conjunction",
  "preposition",
  "auxiliary",
  "quantifier",
  "common",
  "otherPronoun",
  "document",
  "role",
  "plain",
  "ly",
  "ing",
  "ed",
);

/** "the report", "an early tweet": a word that is a verb elsewhere is a noun after a determiner. */
function isNounHere(items: readonly Item[], word: string, lexicon: Speech): boolean {
  if (!lexicon.documents.has(word) && !lexicon.cueNouns.has(word)) return false;
  const last = items.at(-1)?.class ?? "break";
  if (last === "determiner" || last === "otherPronoun" || last === "possessive" || last === "quantifier") return true;
  return MODIFYING.has(last) && OWNING.has(items.at(-2)?.class ?? "break");
}

/** The items of a text. One pass; each unit is looked at a fixed number of times. */
export function readItems(
  text: string,
  stretches: readonly Stretch[],
  lexicon: Speech | null,
  isShared = false,
): readonly Item[] {
  const items: Item[] = [];
  let sentence = 0;
  let paragraph = 0;
  let isSentenceStart = true;
  let index = 0;
  let next = 0;
  const hasCapitalNouns = lexicon?.hasCapitalNouns === true;
  const push = (start: number, end: number, itemClass: ItemClass, word: string): void => {
    const plain = { lemma: "", isUpper: false, isParticiple: false, quote: -1 };
    items.push({ start, end, class: itemClass, word, ...plain, sentence, paragraph });
  };
  while (index < text.length) {
    const stretch = stretches[next];
    if (stretch !== undefined && index >= stretch.open) {
      if (index > stretch.open) {
        next++;
        continue;
      }
      const { open: start, close: end } = stretch;
      const isUpper = isTitle(text, stretch);
      items.push({
        start,
        end,
        class: "quotation",
        word: "",
        lemma: "",
        isUpper,
        isParticiple: false,
        sentence,
        paragraph,
        quote: next,
      });
      index = isShared ? skipTrailing(text, end) : end;
      next++;
      const last = text[stretch.end - 1] ?? "";
      const isEnded = ".!?…".includes(last) || ".".includes(text[stretch.close] ?? " ");
      isSentenceStart = false;
      if (isEnded && endsSentence(text, stretch.close, last, lexicon)) {
        sentence++;
        isSentenceStart = true;
      }
      continue;
    }
    const kind = kindAt(text, index);
    if (kind === SPACE) {
      if (text[index] === "\n") {
        if (items.length > 0 && items.at(-1)?.class !== "break") {
          push(index, index + 1, "break", "");
          sentence++;
          paragraph++;
        }
        isSentenceStart = true;
      }
      index++;
      continue;
    }
    if (!isWordAt(text, index)) {
      const char = text[index] ?? "";
      if (kind === MARK) {
        const isPossessive = (char === "'" || char === "’") && isWordAt(text, index - 1);
        if (isPossessive) {
          const end = text[index + 1]?.toLowerCase() === "s" ? index + 2 : index + 1;
          push(index, end, "possessive", "");
          index = end;
          continue;
        }
        index++;
        continue;
      }
      if (char === "-" && isWordAt(text, index - 1)) {
        const inverted = invertedLength(text, index, lexicon);
        if (inverted > 0) {
          index += inverted;
          continue;
        }
      }
      const itemClass = classOfSign(char);
      let end = index + 1;
      if (itemClass === "stop" || itemClass === "dash") while (text[end] === char && end - index < 8) end++;
      push(index, end, itemClass, char);
      if (itemClass === "stop") {
        // „am 20. Juli“ goes on.
        const isDay = hasCapitalNouns && items.at(-2)?.class === "number" && index - (items.at(-2)?.start ?? 0) <= 2;
        const isLost = hasCapitalNouns && kindAt(text, end) === UPPER;
        const isEnd =
          char !== "…" && (isSpaceAt(text, end) || kindAt(text, end) === MARK || "。！？".includes(char) || isLost);
        if (isEnd && !isDay) {
          sentence++;
          isSentenceStart = true;
        }
      }
      index = end;
      continue;
    }
    const limit = stretch === undefined ? text.length : stretch.open;
    const end = Math.min(wordEnd(text, index, lexicon), Math.max(limit, index + 1));
    const raw = text.slice(index, end);
    const word = raw.toLowerCase().replace("’", "'");
    const isUpper = kind === UPPER;
    const known = lexicon?.words.get(word);
    let itemClass: ItemClass = kind === DIGIT ? "number" : (known?.class ?? classOfUnknown(word, isUpper));
    if (known !== undefined && isUpper && !isSentenceStart && !hasCapitalNouns && NAMEABLE.has(known.class)) {
      itemClass = "capital";
    }
    // „Julio Ventura“: where months are small, one with a capital is a name.
    if (isShared && itemClass === "time" && isUpper && !isSentenceStart) itemClass = "capital";
    if ((itemClass === "reporting" || itemClass === "framing") && lexicon !== null && isNounHere(items, word, lexicon))
      itemClass = "document";
    const isReporting = known !== undefined && itemClass === known.class;
    const lemma = isReporting ? known.lemma : "";
    const isParticiple = isReporting && known.isParticiple;
    items.push({
      start: index,
      end,
      class: itemClass,
      word,
      lemma,
      isUpper,
      isParticiple,
      sentence,
      paragraph,
      quote: -1,
    });
    isSentenceStart = false;
    index = end;
  }
  return items;
}

/** The comma and the dash that other languages put behind a quotation stand inside it in English, where weights come from. */
function skipTrailing(text: string, close: number): number {
  let index = close;
  for (let count = 0; count < 6 && ",،，—–- \u00a0".includes(text[index] ?? "x"); count++) index++;
  return index;
}

/** A few words, the first and the last with a capital, no sign at the end: the name of a newspaper, it may be. */
function isTitle(text: string, stretch: Stretch): boolean {
  if (stretch.end - stretch.start > TITLE_LENGTH_MAX || kindAt(text, stretch.start) !== UPPER) return false;
  let last = stretch.end;
  while (last > stretch.start && isWordAt(text, last - 1)) last--;
  return last < stretch.end && kindAt(text, last) === UPPER;
}

/** After a quotation that ends like a sentence: "?”" and "!”" may still be followed by "he said". */
function endsSentence(text: string, close: number, last: string, lexicon: Speech | null): boolean {
  let index = close;
  while (index < text.length && text[index] !== "\n" && isSpaceAt(text, index)) index++;
  const kind = kindAt(text, index);
  if (kind !== UPPER) return kind === MARK || text[index] === "\n" || index >= text.length;
  // Where nouns have capitals, „…!“, sagte Hale goes on in lower case.
  if (last === "." || lexicon?.hasCapitalNouns === true) return true;
  // Up to six words without a sign, one of them reporting, say who asked.
  let end = index;
  for (let count = 0; count < 6; count++) {
    const stop = wordEnd(text, end, lexicon);
    if (stop === end) return true;
    const word = lexicon?.words.get(text.slice(end, stop).toLowerCase());
    if (word?.class === "reporting" || word?.class === "framing") return false;
    end = stop;
    while (text[end] === " " || text[end] === "\u00a0") end++;
  }
  return true;
}
