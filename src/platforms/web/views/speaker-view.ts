/** One speaker: everything said, over time, by topic and by outlet. */

import type { SpeakerQuestion } from "../reading/questions.ts";
import type { FoundQuoteShape, WholeSpeakerShape } from "../reading/shapes.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./layout.ts";
import {
  drawBars,
  drawChips,
  drawFollowing,
  drawOutlet,
  drawQuote,
  drawTime,
  inLanguage,
  type Scene,
  toLink,
} from "./scene.ts";

const CHIPS_MAX = 12;

/** What a person types for a name; marks in it would end the name. */
export const quoteName = (name: string): string => `"${name.replace(/["“”„‟«»＂]/g, "")}"`;

/** Quotes of one article stand together, under its headline. */
function groupByArticle(quotes: readonly FoundQuoteShape[]): readonly (readonly FoundQuoteShape[])[] {
  const groups = new Map<number, FoundQuoteShape[]>();
  for (const quote of quotes) groups.set(quote.article.id, [...(groups.get(quote.article.id) ?? []), quote]);
  return [...groups.values()];
}

function drawGroup(quotes: readonly FoundQuoteShape[], scene: Scene): Html | null {
  const article = quotes[0]?.article;
  if (article === undefined) return null;
  return html`<article class="said">
${quotes.map((quote) => drawQuote(quote, { language: article.language, hasSpeaker: false }, scene))}
<p class="meta">${drawOutlet(article.outlet)}${article.publishedAt === null ? "" : drawTime(article.publishedAt, scene)}<a class="link" href="${toLink(scene, article.page)}"${inLanguage(article.language)}>${article.headline}</a></p>
</article>`;
}

/** `followed` is the number of what brings this speaker to the room already. */
export function drawSpeaker(
  speaker: WholeSpeakerShape,
  followed: number | null,
  question: SpeakerQuestion,
  scene: Scene,
): View {
  const { say } = scene;
  const { name, page, role, namesakes, total, topics, outlets, weeks, quotes } = speaker;
  const { topic, outlet, week } = question;
  const toHref = (change: Partial<SpeakerQuestion>): string => toLink(scene, page, { topic, outlet, week, ...change });
  const bars = drawBars(weeks, say("read.overTime"));
  return {
    title: name,
    page: null,
    body: html`<div class="columns"><div class="wide">
<div class="opening person">
<h1 dir="auto">${name}</h1>
${role === null ? "" : html`<p class="role" dir="auto">${role}</p>`}
<p class="meta"><span>${say("read.quotes", { count: total })}</span>${drawFollowing(followed, `/subscribe speaker:${quoteName(name)}`, scene)}</p>
</div>
<div class="quotes">${groupByArticle(quotes).map((group) => drawGroup(group, scene))}</div>
${quotes.length > 0 ? "" : html`<p class="empty"><a href="${toLink(scene, page)}">${say("read.showAll")}</a></p>`}
</div><aside class="rail" aria-label="${say("read.filters")}">
${bars === null ? "" : html`<h2>${say("read.overTime")}</h2>${bars}<p class="range"><span>${say.day(new Date(weeks[0]?.value ?? ""))}</span><span>${say.day(new Date(weeks.at(-1)?.value ?? ""))}</span></p>`}
${topics.length === 0 ? "" : html`<h2>${say("read.byTopic")}</h2>${drawChips(topics.slice(0, CHIPS_MAX), topic, (value) => toHref({ topic: value }))}`}
${outlets.length === 0 ? "" : html`<h2>${say("read.byOutlet")}</h2>${drawChips(outlets.slice(0, CHIPS_MAX), outlet, (value) => toHref({ outlet: value }))}`}
${
  namesakes.length === 0
    ? ""
    : html`<h2>${say("read.namesakes")}</h2><ul class="speakers">${namesakes.map((each) => html`<li><a class="link name" href="${toLink(scene, each.page)}" dir="auto">${each.name}</a>${each.role === null ? "" : html`<span class="role"><bdi>${each.role}</bdi></span>`}</li>`)}</ul>`
}
</aside></div>`,
  };
}
