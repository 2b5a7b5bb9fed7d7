/**
 * Prints every figure of page extraction on gold data, with the errors by kind.
 * `node --import tsx tools/articles/score-extraction.ts DIR [--errors N] [--set NAME]`; DIR holds `<set>.jsonl` (or .gz) with
 * `{id, url, html, articleBody, title?, authors?, date?}` and the benchmark's `metric.mjs`.
 */

import { toComparable } from "../../src/articles/clean.ts";
import { extractArticle } from "../../src/articles/extract.ts";
import { loadMetric, type Match } from "./extraction-metric.ts";
import { readRows, SETS } from "./extraction-samples.ts";

const HOUR_MS = 3_600_000;
/** Widest offset of a time zone: a date in the page's zone may be the next day in another. */
const SLACK_MS = 14 * HOUR_MS;

const toNames = (text: string | null | undefined): readonly string[] =>
  (text ?? "")
    .split(/,|;|\band\b|&/)
    .map((name) => toComparable(name.normalize("NFD").replace(/\p{M}/gu, "")))
    .filter((name) => name !== "")
    .sort();

function judgeDate(date: Date | null, gold: string): "right" | "missing" | "wrong" {
  if (date === null) return "missing";
  const start = Date.parse(`${gold.slice(0, 10)}T00:00:00Z`);
  const isNear = date.getTime() >= start - SLACK_MS && date.getTime() < start + 24 * HOUR_MS + SLACK_MS;
  return isNear ? "right" : "wrong";
}

function judgeNames(byline: string | null, gold: string): "right" | "missing" | "wrong" {
  if (byline === null) return "missing";
  return toNames(byline).join("|") === toNames(gold).join("|") ? "right" : "wrong";
}

const percent = (count: number, total: number): string => `${((100 * count) / Math.max(1, total)).toFixed(1)}%`;

/** Where the F1 of a page below 0.9 is lost. */
function toKind([, extra, lost]: Match): string {
  if (lost > 0.5) return "most of the text lost";
  if (extra > 0.5) return "more foreign text than the gold's";
  if (extra > 3 * lost) return "some foreign text";
  if (lost > 3 * extra) return "some text lost";
  return "both";
}

const [folder = ".", ...rest] = process.argv.slice(2);
const errorsMax = Number(rest[rest.indexOf("--errors") + 1] ?? 0) || 0;
const only = rest.includes("--set") ? rest[rest.indexOf("--set") + 1] : undefined;
const metric = await loadMetric(folder);

for (const name of SETS.filter((each) => only === undefined || each === only)) {
  const rows = readRows(folder, name);
  const gold: Record<string, { articleBody: string }> = {};
  const predicted: Record<string, { articleBody: string }> = {};
  const tallies = { title: 0, titles: 0, date: new Map<string, number>(), byline: new Map<string, number>() };
  const misses: string[] = [];
  const startedAt = performance.now();
  for (const row of rows) {
    gold[row.id] = { articleBody: row.articleBody };
    try {
      const article = extractArticle(row.html, row.url ?? null);
      predicted[row.id] = { articleBody: article.text };
      if (row.title != null) {
        tallies.titles++;
        if (toComparable(article.title) === toComparable(row.title)) tallies.title++;
        else misses.push(`title   ${row.url}: gold ${row.title} / ${article.title}`);
      }
      if (row.date != null) {
        const verdict = judgeDate(article.publishedAt, row.date);
        tallies.date.set(verdict, (tallies.date.get(verdict) ?? 0) + 1);
        if (verdict !== "right")
          misses.push(`date    ${row.url}: gold ${row.date} / ${article.publishedAt?.toISOString() ?? "-"}`);
      }
      if (row.authors != null) {
        const verdict = judgeNames(article.byline, row.authors);
        tallies.byline.set(verdict, (tallies.byline.get(verdict) ?? 0) + 1);
        if (verdict !== "right") misses.push(`byline  ${row.url}: gold ${row.authors} / ${article.byline ?? "-"}`);
      }
    } catch (error) {
      predicted[row.id] = { articleBody: "" };
      misses.push(`failed  ${row.url}: ${String(error)}`);
    }
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const result = metric.evaluate(gold, predicted);
  console.log(
    `${name}: ${rows.length} pages, F1 ${result.f1.toFixed(4)}, precision ${result.precision.toFixed(4)}, recall ${result.recall.toFixed(4)}, empty ${result.empty}, under 0.5 ${result.bad}, ${(rows.length / seconds).toFixed(0)} pages/s`,
  );
  const showTally = (what: string, tally: ReadonlyMap<string, number>): void => {
    const total = [...tally.values()].reduce((sum, count) => sum + count, 0);
    if (total > 0)
      console.log(
        `  ${what}: right ${percent(tally.get("right") ?? 0, total)}, missing ${percent(tally.get("missing") ?? 0, total)}, wrong ${percent(tally.get("wrong") ?? 0, total)} of ${total}`,
      );
  };
  if (tallies.titles > 0) console.log(`  title: right ${percent(tallies.title, tallies.titles)} of ${tallies.titles}`);
  showTally("date", tallies.date);
  showTally("all authors", tallies.byline);
  const kinds = new Map<string, number>();
  const pages = rows.flatMap((row, index) => {
    const match = result.rows[index];
    if (match === undefined) return [];
    const score = metric.pageF1(match);
    if (score < 0.9) kinds.set(toKind(match), (kinds.get(toKind(match)) ?? 0) + 1);
    return [{ score, row, kind: toKind(match) }];
  });
  console.log(
    `  pages under 0.9: ${[...kinds]
      .sort((a, b) => b[1] - a[1])
      .map(([kind, count]) => `${count} ${kind}`)
      .join(", ")}`,
  );
  if (errorsMax > 0) {
    for (const { score, row, kind } of pages.sort((a, b) => a.score - b.score).slice(0, errorsMax))
      console.log(`  ${score.toFixed(3)} ${kind} ${row.url}`);
    for (const kind of ["failed", "date", "byline", "title"]) {
      for (const miss of misses.filter((each) => each.startsWith(kind)).slice(0, errorsMax))
        console.log(`  ${miss.slice(0, 260)}`);
    }
  }
}
