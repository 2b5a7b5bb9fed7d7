/** Search as one types: what matches with its hits marked, what to narrow it by, and how to follow it. */

import { foldWords } from "../../../domain/fold.ts";
import type { SearchTerm } from "../../../domain/store.ts";
import { isNone } from "../../../typed/none.ts";
import { parseSearch } from "../../../typed/search-text.ts";
import type { SearchQuestion } from "../reading/questions.ts";
import type { Count, SearchShape } from "../reading/shapes.ts";
import { SYNDICATION_FORMATS, SYNDICATION_TYPES } from "../reading/syndication.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./layout.ts";
import {
  drawChips,
  drawFollow,
  drawOutlet,
  drawPages,
  drawQuote,
  drawTime,
  inLanguage,
  inLine,
  nameCount,
  type Scene,
  toLink,
} from "./scene.ts";
import { quoteName } from "./speaker-view.ts";

const CHIPS_MAX = 10;
const FORMAT_NAMES = { rss: "RSS", atom: "Atom", json: "JSON" } as const;

type Result = SearchShape["results"][number];

/** One word as it is: anything else in it would part it in two, or name an option. */
const PLAIN_WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*\*?$/u;
/** Commas part what is wished, a colon may name an option, marks are written around it. */
const PARTED = /[,،:："“”„‟«»＂]/;

const isSayable = (text: string): boolean => !PARTED.test(text) && !isNone(text);
const isSayableTerm = ({ text, field = "text", isPhrase }: SearchTerm): boolean =>
  field === "text" && isSayable(text) && (isPhrase || PLAIN_WORD.test(text));

/**
 * What the bot is told to follow a search; null where a subscription would bring something else: it takes its words one
 * after another, and has no wish for several words here and there, an author or a last day. The search as a feed has all.
 */
export function toFollowLine({ q, topic, feed, language, speaker, until }: SearchQuestion): string | null {
  const terms = parseSearch(q);
  const write = (term: SearchTerm): string => (term.isPhrase ? quoteName(term.text) : term.text);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const names = [topic, speaker].filter((name) => name !== undefined);
  if (wanted.length > 1 || until !== undefined) return null;
  if (!terms.every(isSayableTerm) || !names.every(isSayable)) return null;
  const unwanted = terms.filter(({ isExcluded }) => isExcluded);
  const wishes = [
    feed,
    wanted.length === 0 ? null : `words:${wanted.map(write).join(" ")}`,
    unwanted.length === 0 ? null : `without:${unwanted.map(write).join(", ")}`,
    topic === undefined ? null : `topic:${topic}`,
    language === undefined ? null : `language:${language}`,
    speaker === undefined ? null : `speaker:${quoteName(speaker)}`,
  ].filter((wish) => wish !== null && wish !== undefined);
  return wishes.length === 0 ? null : `/subscribe ${wishes.join(" ")}`;
}

/** A subscription takes whole words of a name; as one types, only the beginning is there. */
function isWholeName(asked: string, { facets, results }: SearchShape): boolean {
  const quotes = results.flatMap((result) => result.quotes);
  const names = [...facets.speakers.map(({ value }) => value), ...quotes.map((q) => `${q.speaker} ${q.role}`)];
  const known = names.map((name) => new Set(foldWords(name)));
  return known.some((words) => foldWords(asked).every((word) => words.has(word)));
}

function drawMarked(text: string, spans: Result["hits"]): readonly Html[] {
  const pieces: Html[] = [];
  let end = 0;
  for (const span of spans) {
    pieces.push(html`${text.slice(end, span.start)}<mark class="hit">${text.slice(span.start, span.end)}</mark>`);
    end = span.end;
  }
  return [...pieces, html`${text.slice(end)}`];
}

function drawResult(result: Result, hasSpeaker: boolean, scene: Scene): Html {
  const { language, headline, outlets } = result;
  const [quote] = result.quotes;
  return html`<article class="result" tabindex="-1">
<p class="meta">${inLine([
    drawOutlet(result.outlet),
    drawTime(result.publishedAt ?? result.fetchedAt, scene),
    outlets.length > 1 ? scene.say("read.outlets", { count: outlets.length }) : null,
  ])}</p>
<h2><a href="${toLink(scene, result.story)}"${inLanguage(language)}>${drawMarked(headline, result.headlineHits)}</a></h2>
<p class="summary"${inLanguage(language)}>${drawMarked(result.snippet, result.hits)}</p>
${hasSpeaker && quote !== undefined ? drawQuote(quote, { language }, scene) : ""}
</article>`;
}

function drawFacet(
  name: string,
  counts: readonly Count[],
  chosen: string | undefined,
  toHref: (value: string | undefined) => string,
): Html | null {
  if (counts.length === 0 && chosen === undefined) return null;
  return html`<h2>${name}</h2>${drawChips(counts.slice(0, CHIPS_MAX), chosen, toHref)}`;
}

function drawForm(question: SearchQuestion, scene: Scene): Html {
  const { say, room } = scene;
  const kept = {
    topic: question.topic,
    feed: question.feed,
    language: question.language,
    room: room === "main" ? undefined : room,
  };
  return html`<form class="asking" id="asking" role="search" action="/search">
<label class="words"><span>${say("read.searchNews")}</span><input type="search" name="q" value="${question.q}" maxlength="256" dir="auto" autocomplete="off" data-search></label>
<label><span>${say("read.speaker")}</span><input type="search" name="speaker" value="${question.speaker ?? ""}" maxlength="100" dir="auto" autocomplete="off"></label>
<label><span>${say("read.since")}</span><input type="date" name="since" value="${question.since ?? ""}"></label>
<label><span>${say("read.until")}</span><input type="date" name="until" value="${question.until ?? ""}"></label>
${Object.entries(kept).map(([name, value]) => (value === undefined ? "" : html`<input type="hidden" name="${name}" value="${value}">`))}
<button class="button" type="submit">${say("read.search")}</button>
</form>`;
}

export function drawSearch(found: SearchShape, question: SearchQuestion, scene: Scene): View {
  const { say } = scene;
  const { q, topic, feed, language, speaker, since, until, limit } = question;
  const asked = { q, topic, feed, language, speaker, since, until };
  const toHref = (change: Partial<SearchQuestion>): string => toLink(scene, "/search", { ...asked, limit, ...change });
  const { facets, results, total } = found;
  const line = speaker === undefined || isWholeName(speaker, found) ? toFollowLine(question) : null;
  const feeds = SYNDICATION_FORMATS.map((format) => ({
    name: FORMAT_NAMES[format],
    type: SYNDICATION_TYPES[format],
    href: toLink(scene, `/feeds/search.${format}`, asked),
  }));
  const languages = facets.languages.map((each) => ({ ...each, label: say.languageName(each.value) }));
  return {
    title: q === "" ? say("read.search") : q,
    page: "search",
    search: null,
    scripts: ["search.js"],
    alternates: total === 0 ? [] : feeds,
    body: html`<h1 class="unseen">${say("read.search")}</h1>
${drawForm(question, scene)}
<div class="columns" id="found"><div class="wide">
<div class="tally"><p role="status" id="tally">${say(total >= 500 ? "read.foundMany" : "read.found", { count: total })}</p><a class="quiet to-filters" href="#narrow">${say("read.filters")}</a>
${total === 0 ? "" : html`<p class="links">${line === null ? "" : drawFollow(line, say("read.follow"))}<span class="as-feed">${say("read.asFeed")} ${feeds.map(({ name, type, href }) => html`<a class="quiet" type="${type}" href="${href}">${name}</a> `)}</span></p>`}</div>
<div class="results">${results.map((result) => drawResult(result, speaker !== undefined, scene))}</div>
${results.length > 0 ? "" : html`<div class="empty"><p>${say(found.page > 1 ? "read.gone" : "read.nothingFound")}</p></div>`}
${drawPages(found.page, found.pages, (page) => toHref({ page }), scene)}
</div><aside class="rail" id="narrow" aria-label="${say("read.filters")}">
${drawFacet(say("read.topic"), facets.topics, topic, (value) => toHref({ topic: value }))}
${drawFacet(say("read.speaker"), facets.speakers, speaker, (value) => toHref({ speaker: value }))}
${drawFacet(
  say("read.feed"),
  facets.feeds.map((each) => nameCount(each, say)),
  feed,
  (value) => toHref({ feed: value }),
)}
${drawFacet(say("read.language"), languages, language, (value) => toHref({ language: value }))}
</aside></div>`,
  };
}
