/** One story: how it grew, who said what, and what each outlet made of it, side by side. */

import { toSpeakerPage } from "../page-paths.ts";
import type { StoryQuestion } from "../reading/questions.ts";
import type { BriefShape, WholeStoryShape } from "../reading/shapes.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./layout.ts";
import {
  drawAvatar,
  drawOutlet,
  drawQuote,
  drawTime,
  inLanguage,
  inLine,
  type Params,
  type Scene,
  toLink,
} from "./scene.ts";

type Said = WholeStoryShape["said"][number];

/** In the order in which they were first quoted; what nobody is named for stands last. */
function groupBySpeaker(said: readonly Said[]): readonly (readonly [string | null, readonly Said[]])[] {
  const groups = new Map<string | null, Said[]>();
  for (const quote of said) groups.set(quote.speaker, [...(groups.get(quote.speaker) ?? []), quote]);
  return [...groups].sort(([a], [b]) => Number(a === null) - Number(b === null));
}

/** Who carries the words; where outlets name different people, whom each of them names. */
function drawOutlets({ outlet, alsoIn, namedBy }: Said, scene: Scene): readonly Html[] {
  if (namedBy.length > 0) {
    const unnamed = scene.say("quotes.unnamed");
    return namedBy.map((each) => html`<span><bdi>${each.outlet}</bdi>: <bdi>${each.speaker ?? unnamed}</bdi></span>`);
  }
  const own = html`<bdi>${outlet}</bdi>`;
  return alsoIn.length === 0
    ? [own]
    : [own, html`<span>${scene.say("post.alsoIn", { outlets: scene.say.series(alsoIn) })}</span>`];
}

function drawSpeaker([speaker, said]: readonly [string | null, readonly Said[]], scene: Scene): Html {
  const { say } = scene;
  const role = said.find((quote) => quote.role !== null)?.role ?? null;
  const heading =
    speaker === null
      ? html`<h3 class="soft">${say("quotes.unnamed")}</h3>`
      : html`<h3 dir="auto"><a class="link" href="${toLink(scene, toSpeakerPage(speaker))}">${speaker}</a>${role === null ? "" : html`<span class="role">${role}</span>`}</h3>`;
  return html`<div class="voice">${heading}${said.map((quote) =>
    drawQuote(quote, { language: quote.language, hasSpeaker: false, more: drawOutlets(quote, scene) }, scene),
  )}</div>`;
}

function drawGrowth({ articles }: WholeStoryShape, scene: Scene): Html {
  return html`<ol class="growth">${articles.map(
    (member) =>
      html`<li><span class="when">${drawTime(member.at, scene)}</span>${drawAvatar(member.outlet)}<span><bdi class="by">${member.outlet}</bdi><a class="link" href="${toLink(scene, member.page)}"${inLanguage(member.language)}>${member.headline}</a>${member.isUpdated ? html` <span class="badge">${scene.say("web.updated")}</span>` : ""}</span></li>`,
  )}</ol>`;
}

function drawBrief(brief: BriefShape, scene: Scene): Html {
  const { say } = scene;
  return html`<article class="brief">
<p class="meta">${inLine([drawOutlet(brief.outlet), drawTime(brief.publishedAt ?? brief.fetchedAt, scene)])}</p>
<h3><a href="${toLink(scene, brief.page)}"${inLanguage(brief.language)}>${brief.headline}</a></h3>
<p${inLanguage(brief.language)}>${brief.sentences.join(" ")}</p>
<p class="links">${inLine([
    html`<a class="quiet" href="${toLink(scene, brief.page)}">${say("read.inText")}</a>`,
    brief.url === null
      ? null
      : html`<a class="quiet" href="${brief.url}" target="_blank" rel="noopener noreferrer">${say("read.readAt", { outlet: brief.outlet })}</a>`,
  ])}</p></article>`;
}

/** What is asked of a story beyond its address; nothing where it is the usual. */
export const toAsked = ({ quotes }: StoryQuestion): Params => ({ quotes: quotes === "all" ? quotes : null });

/** Says that what stands there is a selection, where it is one; a press shows the rest. */
function drawSelection({ hasMoreQuotes, page }: WholeStoryShape, { quotes }: StoryQuestion, scene: Scene): Html | null {
  const { say } = scene;
  if (quotes === "all") {
    return html`<p class="soft">${say("read.allQuotes")} <a class="quiet" href="${toLink(scene, page)}#said">${say("read.showKeyQuotes")}</a></p>`;
  }
  if (!hasMoreQuotes) return null;
  return html`<p class="soft">${say("read.keyQuotes")} <a class="quiet" href="${toLink(scene, page, { quotes: "all" })}#said">${say("read.showAllQuotes")}</a></p>`;
}

export function drawStory(story: WholeStoryShape, question: StoryQuestion, scene: Scene): View {
  const { say } = scene;
  const { lead, outlets, said, briefs, articles } = story;
  const topics = [...new Set(briefs.flatMap((brief) => brief.topics))];
  return {
    title: lead.headline,
    page: null,
    body: html`<div class="columns"><div class="wide">
<div class="opening">
<p class="meta">${inLine([
      outlets.length === 1 ? drawOutlet(lead.outlet) : say("read.outlets", { count: outlets.length }),
      drawTime(lead.publishedAt ?? lead.fetchedAt, scene),
      ...topics.map((topic) => html`<a class="quiet" href="${toLink(scene, "/news", { topic })}">#${topic}</a>`),
    ])}</p>
<h1${inLanguage(lead.language)}>${lead.headline}</h1>
${lead.picture === null ? "" : html`<img class="large" src="${lead.picture}" alt="" width="720" height="405">`}
<p class="lead"${inLanguage(lead.language)}>${lead.sentences.join(" ")}</p>
<p class="links"><a class="button" href="${toLink(scene, lead.page)}">${say("read.inText")}</a>${
      lead.url === null
        ? ""
        : html` <a class="button" href="${lead.url}" target="_blank" rel="noopener noreferrer">${say("read.readAt", { outlet: lead.outlet })}</a>`
    }</p>
</div>
${
  said.length === 0 && !story.hasMoreQuotes
    ? ""
    : html`<section aria-labelledby="said"><h2 id="said">${say("read.whoSaidWhat")}</h2>${drawSelection(story, question, scene)}<div class="voices">${groupBySpeaker(said).map((group) => drawSpeaker(group, scene))}</div></section>`
}
${
  briefs.length < 2
    ? ""
    : html`<section aria-labelledby="beside"><h2 id="beside">${say("read.sideBySide")}</h2><div class="beside">${briefs.map((brief) => drawBrief(brief, scene))}</div></section>`
}
</div><aside class="rail" aria-labelledby="grew"><h2 id="grew">${say("read.howItGrew")}</h2>${drawGrowth(story, scene)}${articles.length > 1 ? "" : html`<p class="soft">${say("read.onlyOutlet")}</p>`}</aside></div>`,
  };
}
