/** A sentence as words to be compared: each with what denies, weakens, counts or ties it, and where its clause begins. */

import { hasEnding, toKey } from "./claim-keys.ts";
import type { Reader } from "./claim-reader.ts";
import { prepare, readQuoted, toRaws } from "./claim-text.ts";

export interface ClaimWord {
  readonly raw: string;
  readonly low: string;
  /** What is compared: the stem of the base form, or the word that stands for its group. */
  readonly key: string;
  readonly kind: "number" | "time" | "word";
  readonly isName: boolean;
  readonly isPossessive: boolean;
  readonly isReporting: boolean;
  readonly isVerb: boolean;
  readonly isPast: boolean;
  readonly isParticiple: boolean;
  /** Words before it that change what is said of it: "not", "may", "most", "if". */
  readonly operators: ReadonlySet<string>;
  /** The preposition or subordinator right before it. */
  readonly link: string | null;
  readonly hasBe: boolean;
  readonly hasHave: boolean;
  /** Pronouns of the subject or object that stand between it and the word before. */
  readonly pronouns: readonly string[];
  /** The word that opens its clause, when one does: "who", "while", "that". */
  readonly opener: string | null;
  readonly isRelative: boolean;
  readonly isCoordinated: boolean;
  /** Marks between it and the word before. */
  readonly marks: string;
  /** Clauses are counted by subordinators, semicolons and quotation marks; parts also by commas and "and". */
  readonly clause: number;
  readonly part: number;
  readonly isQuoted: boolean;
  /** Tells how something is done. */
  readonly isAdverb: boolean;
}

export interface ClaimSentence {
  readonly text: string;
  readonly words: readonly ClaimWord[];
  /** Every operator of the sentence, also those behind its last word. */
  readonly operators: ReadonlySet<string>;
  /** The mark of a quotation that goes on behind it; empty where none does. */
  readonly quotation: string;
}

const YEAR = /^(?:19|20)\d\d$/;

/** What has been met since the last word that counts. */
const createBefore = () => ({
  operators: new Set<string>(),
  link: null as string | null,
  hasBe: false,
  hasHave: false,
  pronouns: [] as string[],
  opener: null as string | null,
  isRelative: false,
  isCoordinated: false,
  marks: "",
});

/** What stands before a comma or a mark belongs to the word before it: "they told nobody,” Iver said". */
function leaveBehind(before: ReturnType<typeof createBefore>, found: ClaimWord[], marks = ""): void {
  const last = found.at(-1);
  if (last === undefined) {
    // “Nobody was on it,” Holt said: nothing is denied of Holt, and the quotation itself is compared to the letter.
    if (/[”»"]/.test(marks)) Object.assign(before, { ...createBefore(), marks: before.marks });
    return;
  }
  if (before.operators.size > 0)
    found[found.length - 1] = { ...last, operators: new Set([...last.operators, ...before.operators]) };
  before.operators = new Set();
  before.pronouns = [];
  before.link = null;
}

const isStrongMark = (marks: string): boolean => /[;:“”"«»„()—–]| - /.test(marks);

export function readSentence(text: string, reader: Reader, opening = ""): ClaimSentence {
  const { words, lexicon, small } = reader;
  const plain = prepare(text, words);
  const raws = toRaws(plain, words, reader.language);
  let quotation = opening;
  const found: ClaimWord[] = [];
  const all = new Set<string>();
  const scaleAt = (at: number): number | null => words?.scales.get(raws[at]?.text.toLowerCase() ?? "") ?? null;
  let before = createBefore();
  let [clause, part] = [0, 0];
  for (let index = 0; index < raws.length; index++) {
    const raw = raws[index] ?? { text: "", marks: "", isPossessive: false };
    const low = raw.text.toLowerCase();
    const bare = low.replace(/'s$/, "");
    before.marks += raw.marks;
    quotation = readQuoted(raw.marks, quotation);
    if (/[,;:“”"«»()]/.test(raw.marks)) leaveBehind(before, found, raw.marks);
    if (found.length > 0 || index > 0) {
      if (isStrongMark(raw.marks)) [clause, part] = [clause + 1, part + 1];
      else if (raw.marks.includes(",")) part++;
    }
    const next = raws[index + 1]?.text.toLowerCase() ?? "";
    const isNumberAt = (at: number): boolean => {
      const text = raws[at]?.text.toLowerCase() ?? "";
      return /^\d/.test(text) || words?.numbers.has(text) === true || words?.scales.has(text) === true;
    };
    // "under a million", but "under the park".
    const isCounted = lexicon?.words.get(next)?.class === "determiner" && isNumberAt(index + 2);
    const isBeforeNumber = isNumberAt(index + 1) || isCounted;
    const meant = (isBeforeNumber ? words?.beforeNumbers.get(low) : undefined) ?? low;
    // "on 2 May": what is written as a name is no small word.
    const isMonth =
      index > 0 && /^\p{Lu}\p{Ll}+$/u.test(raw.text) && words?.operators.has(low) === true && /^ $/.test(raw.marks);
    const operator = isMonth ? undefined : words?.operators.get(meant);
    const wordClass = lexicon?.words.get(low)?.class;
    let isSmall = true;
    if (operator !== undefined) {
      before.operators.add(operator);
      all.add(operator);
      if (words?.subordinators.has(low)) [clause, part] = [clause + 1, part + 1];
    } else if (words?.be.has(low)) before.hasBe = true;
    else if (words?.have.has(low)) before.hasHave = true;
    else if (words?.subordinators.has(low)) {
      before.opener = low;
      before.isRelative = words.relatives.has(low);
      before.link = low;
      [clause, part] = [clause + 1, part + 1];
    } else if (words?.coordinators.has(low)) {
      before.isCoordinated = true;
      part++;
    } else if (lexicon?.pronouns.has(low)) before.pronouns.push(low);
    else if (wordClass === "preposition") {
      // "most of the cracks": the quantity stands for the preposition too.
      // "sent off the goalkeeper": what belongs to the verb opens no phrase.
      const isOfVerb = words?.particles.has(low) === true && found.at(-1)?.isVerb === true && raw.marks.trim() === "";
      const isOfQuantity = before.operators.size > 0 && words?.partitives.has(low) === true;
      if (!isOfVerb && !isOfQuantity) before.link = low;
    } else isSmall = false;
    if (bare !== low && operator === undefined && !lexicon?.pronouns.has(low)) isSmall = false;
    if (isSmall) continue;
    if (words === null && small.has(low)) {
      // Nobody has written down what this language's small words do, so each of them has to stay.
      if (wordClass !== "determiner" && wordClass !== "reporting") before.operators.add(low);
      if (wordClass !== "reporting") continue;
    }
    if (words?.small.has(low) || wordClass === "determiner" || (low.length < 2 && !/\d/.test(low))) continue;
    const value = /^\d/.test(low) ? toValue(low) : (words?.numbers.get(low) ?? null);
    let scaled = value;
    if (value !== null) {
      for (let scale = scaleAt(index + 1); scale !== null; scale = scaleAt(index + 1)) {
        scaled = (scaled ?? 1) * scale;
        index++;
      }
      const suffix = raws[index + 1];
      if (suffix !== undefined && suffix.marks === "" && words?.ordinals.has(suffix.text) === true) index++;
    }
    const form = words?.verbs.get(bare);
    const isTime =
      wordClass === "time" || words?.times.has(low) === true || isMonth || (value !== null && YEAR.test(low));
    const isRegularPast = form === undefined && hasEnding(low, words?.pastEndings ?? []);
    found.push({
      raw: raw.text,
      low: bare,
      key: scaled === null ? toKey(bare, reader) : `#${Math.round(scaled * 1000) / 1000}`,
      kind: isTime ? "time" : value !== null ? "number" : "word",
      isName:
        value === null &&
        !isTime &&
        wordClass !== "title" &&
        wordClass !== "role" &&
        /^\p{Lu}/u.test(raw.text) &&
        (index > 0 || wordClass === undefined),
      isPossessive: bare !== low || raw.isPossessive,
      isReporting: wordClass === "reporting" || wordClass === "source" || words?.credits.has(low) === true,
      isVerb:
        wordClass === "reporting" ||
        wordClass === "framing" ||
        wordClass === "source" ||
        form !== undefined ||
        isRegularPast ||
        before.hasBe ||
        before.hasHave,
      isPast: form?.isPast ?? isRegularPast,
      isParticiple: form?.isParticiple ?? isRegularPast,
      ...before,
      clause,
      part,
      isQuoted: quotation !== "",
      isAdverb: /^\p{L}+$/u.test(bare) && hasEnding(bare, words?.adverbEndings ?? []),
    });
    before = createBefore();
  }
  leaveBehind(before, found);
  return {
    text,
    words: markDates(found, words?.timeOpeners),
    operators: all,
    quotation: readQuoted(/[^\p{L}\p{N}]*$/u.exec(plain)?.[0] ?? "", quotation),
  };
}

function toValue(text: string): number {
  const bare = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(text) ? text.replace(/[.,]/g, "") : text.replace(",", ".");
  return Number.parseFloat(bare);
}

/** "14 September": the number belongs to the month; "last winter": one time. */
function markDates(words: readonly ClaimWord[], openers: ReadonlySet<string> = new Set()): readonly ClaimWord[] {
  return words.map((word, index) => {
    const next = words[index + 1];
    if (openers.has(word.low) && next?.kind === "time" && next.marks.trim() === "" && next.link === null)
      return { ...word, kind: "time" as const };
    if (word.kind !== "number") return word;
    const near = [words[index - 1], words[index + 1]];
    const isDate = near.some((other) => other?.kind === "time" && other.isName === false && /^\p{Lu}/u.test(other.raw));
    return isDate ? { ...word, kind: "time" as const } : word;
  });
}

/** Words that come and go without changing who did what. */
export const isLoose = (word: ClaimWord): boolean => word.kind === "time" || word.isAdverb;
