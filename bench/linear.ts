/**
 * How the work of everything that reads outside text grows with its length: inputs made to be slow are doubled, and the
 * processor time of the last doublings gives the exponent; 1 is linear, 2 is quadratic.
 *
 *   node --import tsx bench/linear.ts [--only WORD] [--length N]
 *
 * `--only` keeps the readers and kinds whose names hold a word; `--length` is the longest text (200,000, as articles are
 * cut to). Prints what is over 1.2, the slowest, and one line in the end.
 */

import { parseTransfer } from "../src/answers/transfer.ts";
import { extractArticle } from "../src/articles/extract.ts";
import { readPastedText } from "../src/articles/pasted/read-pasted.ts";
import { createBrief } from "../src/briefs/create-brief.ts";
import { createExtractiveSummarizer } from "../src/briefs/extractive/summarize.ts";
import { parseOpml } from "../src/feeds/opml.ts";
import { parseFeed } from "../src/feeds/parse.ts";
import { splitSentences } from "../src/languages/shared/sentences.ts";
import { judge, toFoldedText } from "../src/matching/filter.ts";
import { judgeRobots } from "../src/net/robots.ts";
import { findQuotes } from "../src/quotes/find-quotes.ts";
import { toFingerprint } from "../src/stories/fingerprint.ts";
import { parseSearch } from "../src/typed/search-text.ts";
import { DOCUMENTS, TEXTS } from "./linear-inputs.ts";

type Make = (length: number) => string;
interface Reader {
  readonly name: string;
  readonly kinds: Readonly<Record<string, Make>>;
  read(text: string): unknown;
}

const EXPONENT_MAX = 1.2;
const LENGTH_FIRST = 12_500;
/** Below this a time says nothing; above it no longer text is needed. */
const MS_MIN = 15;
const MS_ENOUGH = 1_500;
const ROUNDS = 3;
const SLOWEST_SHOWN = 12;

const readFlag = (flag: string): string | null => {
  const at = process.argv.indexOf(flag);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
};
const only = readFlag("--only");
const lengthMax = Number(readFlag("--length") ?? 200_000);

/** What languages' own marks and words are read in; else English. */
const LANGUAGE_OF: Readonly<Record<string, string>> = {
  Chinese: "zh",
  Japanese: "ja",
  Arabic: "ar",
  Turkish: "tr",
  German: "de",
  Russian: "ru",
  chevrons: "fr",
  "low marks": "de",
  "dash speech": "sv",
};
let language = "en";

const summarizer = createExtractiveSummarizer();
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const articleOf = (text: string) => ({ ...readPastedText("Ferry", "Ferry"), text, language });
const BUDGET = { sentencesMax: 3, wordsMax: 60, quotesMax: 3, summarizer };
const FILTER = {
  feedIds: [],
  topics: [],
  languages: [],
  authors: [],
  categories: [],
  excludedWords: ["pier 9"],
  words: ["ferry"],
  speakers: [],
};
const toRss = (inside: string): string => `<rss version="2.0"><channel><title>Hale</title>${inside}</channel></rss>`;

const READERS: readonly Reader[] = [
  { name: "splitSentences", kinds: TEXTS, read: (text) => splitSentences(text, language) },
  { name: "findQuotes", kinds: TEXTS, read: (text) => findQuotes(text, { language, title: "Ferry" }) },
  {
    name: "createBrief",
    kinds: TEXTS,
    read: (text) => createBrief(articleOf(text), { ...BUDGET, quotes: findQuotes(text, { language, title: "Ferry" }) }),
  },
  { name: "readPastedText", kinds: TEXTS, read: (text) => readPastedText(text) },
  {
    name: "toFingerprint",
    kinds: TEXTS,
    read: (text) => toFingerprint({ title: text.slice(0, 80), text, at: new Date(0), language }),
  },
  {
    name: "extractArticle",
    kinds: TEXTS,
    read: (text) => extractArticle(`<html><body><article><h1>Ferry</h1><p>${text}</p></article></body></html>`, null),
  },
  {
    name: "parseFeed",
    kinds: { ...TEXTS, ...DOCUMENTS.feed },
    read: (text) =>
      parseFeed(
        encode(
          toRss(text.startsWith("<item") ? text : `<item><title>A</title><description>${text}</description></item>`),
        ),
        null,
        "https://hale.example/feed",
      ),
  },
  {
    name: "parseFeed of JSON",
    kinds: DOCUMENTS.jsonFeed,
    read: (text) => parseFeed(encode(text), "application/json", "https://hale.example/feed"),
  },
  { name: "parseOpml", kinds: DOCUMENTS.opml, read: (text) => parseOpml(`<opml><body>${text}</body></opml>`) },
  {
    name: "judgeRobots",
    kinds: DOCUMENTS.robots,
    read: (text) =>
      judgeRobots(
        `User-agent: *\n${text}`,
        "https://hale.example/robots.txt",
        "Pullquote",
        `https://hale.example/${"ab".repeat(40)}`,
      ),
  },
  { name: "parseTransfer", kinds: DOCUMENTS.transfer, read: (text) => parseTransfer(text, "import.unreadable") },
  { name: "parseSearch", kinds: DOCUMENTS.words, read: parseSearch },
  {
    name: "filter",
    kinds: TEXTS,
    read: (text) => {
      const brief = { headline: "Ferry", sentences: [], quotes: [], summarizer: "extractive" };
      const matchable = { feedId: "hale", topics: [], language, brief, text, quotes: [] };
      return judge(FILTER as never, matchable as never, toFoldedText(matchable));
    },
  },
];

async function timeOnce(reader: Reader, text: string): Promise<number> {
  const before = process.cpuUsage();
  try {
    await reader.read(text);
  } catch {
    // Refusing is an answer, too, if it is a quick one.
  }
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

async function timeBest(reader: Reader, text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && (round === 0 || best < MS_ENOUGH); round++)
    best = Math.min(best, await timeOnce(reader, text));
  return best;
}

interface Row {
  readonly reader: string;
  readonly kind: string;
  readonly length: number;
  readonly ms: number;
  /** Null where even the longest text is read too fast to tell. */
  readonly exponent: number | null;
}

async function measure(reader: Reader, kind: string, make: Make): Promise<Row> {
  language = LANGUAGE_OF[kind] ?? "en";
  const times: number[] = [];
  let length = LENGTH_FIRST;
  for (; ; length *= 2) {
    times.push(await timeBest(reader, make(length)));
    if (length * 2 > lengthMax || (times.at(-1) ?? 0) > MS_ENOUGH) break;
  }
  const ms = times.at(-1) ?? 0;
  // Over as many doublings as take long enough to be told from noise.
  const steps = times.slice(0, -1).filter((time) => time >= MS_MIN / 4).length;
  const from = times[times.length - 1 - Math.min(2, steps)] ?? ms;
  const exponent = ms < MS_MIN || steps === 0 ? null : Math.log2(ms / from) / Math.min(2, steps);
  return { reader: reader.name, kind, length, ms, exponent };
}

const print = ({ reader, kind, length, ms, exponent }: Row): void =>
  console.log(
    `${reader.padEnd(20)} ${kind.padEnd(26)} ${String(length).padStart(8)} ${ms.toFixed(0).padStart(8)} ms  ${exponent === null ? "quick" : exponent.toFixed(2)}`,
  );

const rows: Row[] = [];
for (const reader of READERS) {
  // What is read at the first call is not the text's.
  for (const make of Object.values(reader.kinds)) await timeOnce(reader, make(2_000));
  for (const [kind, make] of Object.entries(reader.kinds)) {
    if (only !== null && !`${reader.name} ${kind}`.includes(only)) continue;
    const found = await measure(reader, kind, make);
    // A second look: another program's load may have fallen on the longest text alone.
    const isDoubtful = (found.exponent ?? 0) > EXPONENT_MAX;
    const again = isDoubtful ? await measure(reader, kind, make) : found;
    const row = (again.exponent ?? 0) < (found.exponent ?? 0) ? again : found;
    rows.push(row);
    if ((row.exponent ?? 0) > EXPONENT_MAX) print(row);
  }
}
const over = rows.filter(({ exponent }) => (exponent ?? 0) > EXPONENT_MAX);
console.log("\nthe slowest:");
for (const row of [...rows].sort((one, two) => two.ms - one.ms).slice(0, SLOWEST_SHOWN)) print(row);
const highest = Math.max(0, ...rows.map(({ exponent }) => exponent ?? 0));
console.log(
  `\nlinear: ${rows.length} inputs of ${new Set(rows.map(({ kind }) => kind)).size} kinds, highest exponent ${highest.toFixed(2)}, ${over.length} over ${EXPONENT_MAX}, slowest ${Math.max(...rows.map(({ ms }) => ms)).toFixed(0)} ms`,
);
if (over.length > 0) process.exitCode = 1;
