/**
 * Scores the grounding check: generated alterations must be caught, faithful sentences must pass, and people's votes are met.
 *
 *   node --import tsx tools/briefs/score-grounding.ts FOLDER
 *
 * FOLDER holds the development sets. Alterations are made of single sentences of the articles, lightly shortened.
 */

import { readPastedText } from "../../src/articles/pasted/read-pasted.ts";
import { readUnits } from "../../src/briefs/extractive/units.ts";
import { checkGrounding } from "../../src/briefs/model/grounding.ts";
import { createRandom } from "../learning/random.ts";
import { type Row, readRows } from "./summary-samples.ts";

const folder = process.argv[2] ?? ".";
const random = createRandom(11);
const pick = <T>(values: readonly T[]): T | undefined => values[Math.floor(random() * values.length)];
const NAME = /(?<=[a-z,] )(\p{Lu}[\p{Ll}’'-]{2,}(?: \p{Lu}[\p{Ll}’'-]{2,})+)/gu;

type Alter = (sentence: string, article: string) => string | null;
const ALTERATIONS: Readonly<Record<string, Alter>> = {
  number: (sentence) => {
    const match = /\b\d[\d,.]*\d|\b\d\b/.exec(sentence);
    if (match === null) return null;
    const digit = Number(match[0][0]);
    return (
      sentence.slice(0, match.index) +
      ((digit % 9) + 1) +
      match[0].slice(1) +
      sentence.slice(match.index + match[0].length)
    );
  },
  "invented name": (sentence) => {
    const match = [...sentence.matchAll(NAME)][0];
    return match === undefined ? null : sentence.replace(match[0], "Orlan Veskari");
  },
  "swapped name": (sentence, article) => {
    const match = [...sentence.matchAll(NAME)][0];
    const others = [...article.matchAll(NAME)]
      .map((each) => each[0])
      .filter(
        (name) =>
          !sentence.includes(name) && match !== undefined && !name.split(" ").some((word) => match[0].includes(word)),
      );
    const other = pick(others);
    return match === undefined || other === undefined ? null : sentence.replace(match[0], other);
  },
  negation: (sentence) => {
    if (/\b(?:not|never)\b/.test(sentence)) return sentence.replace(/ (?:not|never)\b/, "");
    const altered = sentence.replace(/\b(is|are|was|were|will|has|have|had|would|could|can) (?!not)/, "$1 not ");
    return altered === sentence ? null : altered;
  },
  day: (sentence) => {
    const match = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.exec(sentence);
    if (match === null) return null;
    const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"].filter(
      (day) => day !== match[0],
    );
    return sentence.replace(match[0], pick(days) ?? "Monday");
  },
  quotation: (sentence) => {
    const match = /["“]([^"“”]{25,})["”]/.exec(sentence)?.[1];
    if (match === undefined) return null;
    const words = match.split(" ");
    const at = 1 + Math.floor(random() * (words.length - 2));
    words.splice(at, 1, "certainly");
    return sentence.replace(match, words.join(" "));
  },
  "speaker swap": (sentence, article) => {
    const match =
      /["”] ((?:\p{Lu}[\p{L}.’'-]+ ?){1,3})(?=said|told|added|says)/u.exec(sentence) ??
      /^((?:\p{Lu}[\p{L}.’'-]+ ){1,3})(?=said|told|added|says)/u.exec(sentence);
    const name = match?.[1]?.trim();
    if (name === undefined || /^(?:He|She|They|It|The)$/.test(name)) return null;
    const others = [...article.matchAll(NAME)]
      .map((each) => each[0])
      .filter((each) => !sentence.includes(each) && !each.split(" ").some((word) => name.includes(word)));
    const other = pick(others);
    return other === undefined ? null : sentence.replace(name, other);
  },
};

/** A faithful shortening, as a careful model would write it: without a bracket, an opening phrase, a tail that credits nobody. */
function shorten(sentence: string): string {
  const bare = sentence
    .replace(/ \([^()]*\)/, "")
    .replace(/^(?:On \w+day|Meanwhile|However|In a statement), (\w)/, (_whole, letter: string) => letter.toUpperCase());
  const parts = bare.split(", ");
  const isCredit = /\b(?:said|says|told|according|reported|added|announced|wrote|claimed|warned)\b/.test(
    parts.slice(2).join(" "),
  );
  return parts.length > 3 && !/["“”]/.test(bare) && !isCredit ? `${parts.slice(0, 2).join(", ")}.` : bare;
}

const counts: Record<string, { total: number; caught: number }> = {};
const note = (name: string, isCaught: boolean): void => {
  const entry = counts[name] ?? { total: 0, caught: 0 };
  counts[name] = { total: entry.total + 1, caught: entry.caught + (isCaught ? 1 : 0) };
};
const missed: string[] = [];
const refused: string[] = [];

for (const set of ["cnn-val", "inshorts"]) {
  for (const row of readRows(folder, set).slice(0, 220)) {
    const article = readPastedText(row.text, row.title ?? null);
    const units = readUnits(article).filter(
      (unit) => !unit.faults.isBroken && unit.wordCount >= 8 && unit.wordCount <= 50 && unit.index < 12,
    );
    for (const unit of [pick(units), pick(units)]) {
      if (unit === undefined) continue;
      const sentence = shorten(unit.sentence.text);
      const verdict = checkGrounding(sentence, article);
      note("faithful", !verdict.isGrounded);
      if (!verdict.isGrounded)
        refused.push(`${verdict.problems[0]?.kind} ${verdict.problems[0]?.detail} | ${sentence}`);
      for (const [name, alter] of Object.entries(ALTERATIONS)) {
        const altered = alter(sentence, article.text);
        if (altered === null || altered === sentence) continue;
        const isCaught = !checkGrounding(altered, article).isGrounded;
        note(name, isCaught);
        note("altered, all", isCaught);
        if (!isCaught) missed.push(`${name}: ${altered}  <  ${sentence}`);
      }
    }
    note(`human summaries (${set})`, !checkGrounding(row.reference.replaceAll("\n", " "), article).isGrounded);
  }
}
for (const [name, { total, caught }] of Object.entries(counts))
  console.log(`${name.padEnd(28)} flagged ${((100 * caught) / total).toFixed(1)}% of ${total}`);

interface Vote extends Omit<Row, "text"> {
  readonly set: string;
  readonly article: string;
  readonly sentence?: string;
  readonly summary?: string;
  readonly faithful: boolean | number;
}
const votes = readRows(folder, "faith-qags") as unknown as readonly Vote[];
for (const set of new Set(votes.map((vote) => vote.set))) {
  let [caught, falsely, unfaithful, total] = [0, 0, 0, 0];
  for (const vote of votes.filter((each) => each.set === set)) {
    const isFlagged = !checkGrounding(vote.sentence ?? vote.summary ?? "", { text: vote.article }).isGrounded;
    total++;
    if (!vote.faithful) unfaithful++;
    if (isFlagged && !vote.faithful) caught++;
    if (isFlagged && vote.faithful) falsely++;
  }
  console.log(
    `faith-qags ${set}: precision ${(caught / Math.max(1, caught + falsely)).toFixed(2)} recall ${(caught / Math.max(1, unfaithful)).toFixed(2)} (${total} sentences, ${unfaithful} unfaithful)`,
  );
}
if (process.argv.includes("--errors"))
  console.log([...missed.slice(0, 40), "---- refused", ...refused.slice(0, 60)].join("\n"));
