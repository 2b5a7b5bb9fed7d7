/** The news as cards of stories: picture, what happened, who said what, and each outlet's headline beside the others'. */

import type { Say } from "../../../domain/say.ts";
import { toSpeakerPage } from "../page-paths.ts";
import type { NewsQuestion } from "../reading/questions.ts";
import type { Count, NewsShape, StoryShape } from "../reading/shapes.ts";
import { attribute, flag, type Html, html } from "./html.ts";
import type { View } from "./layout.ts";
import {
  drawChips,
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

const QUOTES_MAX = 2;
const SENTENCES_MAX = 2;
const OUTLETS_MAX = 4;
const TOPICS_MAX = 12;

/** Changes when the story grows: what was read before is unread then. */
const toKey = ({ id, articles }: StoryShape): string => `${id}.${Math.max(...articles.map((each) => each.id))}`;

function drawOutlets({ articles, lead, page }: StoryShape, scene: Scene): Html | null {
  if (articles.length < 2) return null;
  const others = articles.filter(({ id }) => id !== lead.id).toReversed();
  const rest = others.length - OUTLETS_MAX;
  return html`<ul class="outlets">${others
    .slice(0, OUTLETS_MAX)
    .map(
      (member) =>
        html`<li>${drawOutlet(member.outlet)}<a class="link" href="${toLink(scene, member.page)}"${inLanguage(member.language)}>${member.headline}</a></li>`,
    )}${rest > 0 ? html`<li><a class="quiet" href="${toLink(scene, page)}">${scene.say("read.moreOutlets", { count: rest })}</a></li>` : ""}</ul>`;
}

function drawStory(story: StoryShape, scene: Scene): Html {
  const { lead, outlets, page } = story;
  const { say } = scene;
  const at = lead.publishedAt ?? lead.fetchedAt;
  return html`<article class="story" data-story="${toKey(story)}" tabindex="-1" aria-labelledby="story-${story.id}">
${lead.picture === null ? "" : html`<img class="picture" src="${lead.picture}" alt="" loading="lazy" width="176" height="132">`}
<p class="meta">${inLine([
    drawOutlet(lead.outlet),
    lead.agency === null ? null : html`<bdi>${lead.agency}</bdi>`,
    lead.form === null ? null : say(`post.${lead.form}`),
    drawTime(at, scene),
    outlets.length > 1 ? say("read.outlets", { count: outlets.length }) : null,
    lead.isUpdated ? html`<span class="badge">${say("web.updated")}</span>` : null,
  ])}</p>
<h2 id="story-${story.id}"><a href="${toLink(scene, page)}"${inLanguage(lead.language)}>${lead.headline}</a></h2>
<p class="summary"${inLanguage(lead.language)}>${lead.sentences.slice(0, SENTENCES_MAX).join(" ")}</p>
${lead.quotes.slice(0, QUOTES_MAX).map((quote) => drawQuote(quote, { language: lead.language }, scene))}
${drawOutlets(story, scene)}
</article>`;
}

function drawSelect(name: string, label: string, counts: readonly Count[], chosen: string | undefined, say: Say): Html {
  const known = chosen === undefined || counts.some(({ value }) => value === chosen);
  const options = known ? counts : [...counts, { value: chosen, label: chosen, count: 0 }];
  return html`<label><span>${label}</span><select name="${name}"><option value="">${say("read.all")}</option>${options.map(
    ({ value, label }) => html`<option value="${value}"${flag("selected", value === chosen)}>${label}</option>`,
  )}</select></label>`;
}

function drawFilters(news: NewsShape, question: NewsQuestion, scene: Scene): Html {
  const { say } = scene;
  const { facets } = news;
  const languages = facets.languages.map((each) => ({ ...each, label: say.languageName(each.value) }));
  const feeds = facets.feeds.map((each) => nameCount(each, say));
  const days = facets.days.map((each) => ({ ...each, label: say.day(new Date(each.value)) }));
  return html`<form class="filters" action="/news" aria-label="${say("read.filters")}">
${question.topic === undefined ? "" : html`<input type="hidden" name="topic" value="${question.topic}">`}
${scene.room === "main" ? "" : html`<input type="hidden" name="room" value="${scene.room}">`}
${drawSelect("feed", say("read.feed"), feeds, question.feed, say)}
${drawSelect("language", say("read.language"), languages, question.language, say)}
${drawSelect("day", say("read.day"), days, question.day, say)}
<button class="button" type="submit">${say("read.show")}</button>
</form>`;
}

const drawSpeakers = (
  speakers: readonly { readonly name: string; readonly role: string | null }[],
  scene: Scene,
): Html =>
  html`<ul class="speakers">${speakers.map(
    ({ name, role }) =>
      html`<li><a class="link name" href="${toLink(scene, toSpeakerPage(name))}" dir="auto">${name}</a>${role === null ? "" : html`<span class="role"><bdi>${role}</bdi></span>`}</li>`,
  )}</ul>`;

export interface NewsView {
  readonly news: NewsShape;
  readonly question: NewsQuestion;
  readonly speakers: readonly { readonly name: string; readonly role: string | null }[];
}

export function drawNews({ news, question, speakers }: NewsView, scene: Scene): View {
  const { say } = scene;
  const { topic, feed, language, day, limit } = question;
  const toHref = (change: { readonly topic?: string | undefined; readonly page?: number }): string =>
    toLink(scene, "/news", { topic, feed, language, day, limit, ...change });
  const isPast = news.page > 1;
  const isNarrowed = isPast || [topic, feed, language, day].some((each) => each !== undefined);
  return {
    title: say("read.news"),
    page: "news",
    body: html`<div class="columns"><div class="wide">
<div class="head"><h1>${say("read.news")}</h1><button class="button strong" id="fresh" type="button" data-text="${say("read.newStories", { number: "#" })}" hidden></button></div>
${drawChips(news.facets.topics.slice(0, TOPICS_MAX), topic, (value) => toHref({ topic: value }))}
${drawFilters(news, question, scene)}
<div class="stories" id="stories"${attribute("data-api", toLink(scene, "/api/news", { topic, feed, language, day }))}${attribute("data-unread", say("read.unread"))}>
${news.stories.map((story) => drawStory(story, scene))}
${news.stories.length > 0 ? "" : html`<div class="empty"><h2>${say(isPast ? "read.gone" : "read.noNews")}</h2><p>${isNarrowed ? html`<a href="${isPast ? toHref({}) : toLink(scene, "/news")}">${say(isPast ? "read.news" : "read.showAll")}</a>` : say("read.noNewsMore")}</p></div>`}
</div>
${drawPages(news.page, news.pages, (page) => toHref({ page }), scene)}
</div><aside class="rail" aria-label="${say("read.mostQuoted")}">
${speakers.length === 0 ? "" : html`<h2>${say("read.mostQuoted")}</h2>${drawSpeakers(speakers, scene)}`}
</aside></div>`,
  };
}
