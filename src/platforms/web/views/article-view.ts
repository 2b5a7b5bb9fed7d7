/** One article: its brief beside its text, each sentence and quote marked where it stands, and what was changed in it. */

import { frameQuote } from "../../../messages/quote-marks.ts";
import type { ArticleShape } from "../reading/shapes.ts";
import { type Html, html } from "./html.ts";
import type { View } from "./layout.ts";
import { drawMarkedText, type Mark } from "./marked-text.ts";
import { drawNamed, drawOutlet, drawTime, inLanguage, inLine, type Scene, toLink } from "./scene.ts";
import { findWordChanges } from "./word-changes.ts";

type SentenceMark = ArticleShape["marks"]["sentences"][number];
type QuoteMark = ArticleShape["marks"]["quotes"][number];

function toMarks({ marks }: ArticleShape): readonly Mark[] {
  const sentences = marks.sentences.map(({ start, end }, index) => ({
    start,
    end,
    className: "in-brief",
    id: `sentence-${index + 1}`,
  }));
  const quotes = marks.quotes.flatMap(({ start, end, isKey, speaker, cue }, index): readonly Mark[] => [
    {
      start,
      end,
      className: isKey ? "said key" : "said",
      id: `quote-${index + 1}`,
      ...(speaker === null ? {} : { title: speaker.name }),
    },
    ...(speaker === null ? [] : [{ start: speaker.start, end: speaker.end, className: "who", title: speaker.name }]),
    ...(cue === null ? [] : [{ ...cue, className: "cue" }]),
  ]);
  return [...quotes, ...sentences];
}

/** As the article has it, with what was left out struck and what was put in set apart. */
function drawChanges({ text, start, end }: SentenceMark, article: ArticleShape, { say }: Scene): Html {
  const pieces = findWordChanges(article.text.slice(start, end), text);
  const [isCut, isFilled] = [
    pieces.some(({ kind }) => kind === "left-out"),
    pieces.some(({ kind }) => kind === "put-in"),
  ];
  const why = isFilled ? (isCut ? "read.changedBoth" : "read.changedFilled") : "read.changedCut";
  return html`<details class="changes"><summary>${say(why)}</summary><p${inLanguage(article.language)}>${pieces.map(
    ({ text: piece, kind }) =>
      kind === "kept" ? piece : kind === "left-out" ? html`<del>${piece}</del>` : html`<ins>${piece}</ins>`,
  )}</p></details>`;
}

const drawSentence = (sentence: SentenceMark, index: number, article: ArticleShape, scene: Scene): Html =>
  html`<li><a class="jump" href="#sentence-${index + 1}" aria-label="${scene.say("read.inText")}">↳</a><span${inLanguage(article.language)}>${sentence.text}</span>${sentence.isEdited ? drawChanges(sentence, article, scene) : ""}</li>`;

function drawQuoteLine({ text, speaker, isKey }: QuoteMark, index: number, article: ArticleShape, scene: Scene): Html {
  const who =
    speaker === null ? html`<span class="soft">${scene.say("quotes.unnamed")}</span>` : drawNamed(speaker, scene);
  return html`<li><a class="jump" href="#quote-${index + 1}" aria-label="${scene.say("read.inText")}">↳</a><q${inLanguage(article.language)}${isKey ? html` class="key"` : ""}>${frameQuote(text, article.language)}</q><span class="by">${who}</span></li>`;
}

function drawEditions({ editions, id }: ArticleShape, scene: Scene): Html | null {
  if (editions.length < 2) return null;
  return html`<h2>${scene.say("read.editions")}</h2><ol class="editions">${editions.map((edition) =>
    edition.id === id
      ? html`<li aria-current="true">${drawTime(edition.fetchedAt, scene)} <bdi>${edition.headline}</bdi></li>`
      : html`<li>${drawTime(edition.fetchedAt, scene)} <a href="${toLink(scene, edition.page)}"><bdi>${edition.headline}</bdi></a></li>`,
  )}</ol>`;
}

export function drawArticle(article: ArticleShape, scene: Scene): View {
  const { say } = scene;
  const { marks, editions, id } = article;
  const newest = editions.find((edition) => edition.isCurrent);
  const isOld = newest !== undefined && newest.id !== id;
  const published = article.publishedAt === null ? null : drawTime(article.publishedAt, scene);
  return {
    title: article.headline,
    page: null,
    body: html`<div class="opening">
<p class="meta">${inLine([
      drawOutlet(article.outlet),
      article.agency === null ? null : html`<bdi>${article.agency}</bdi>`,
      article.form === null ? null : say(`post.${article.form}`),
      article.byline === null ? null : html`<bdi>${article.byline}</bdi>`,
      published,
      article.foundVia === null ? null : html`<bdi>${say("post.foundVia", { feed: article.foundVia })}</bdi>`,
      html`<a class="quiet" href="${toLink(scene, article.story)}">${say("read.story")}</a>`,
    ])}</p>
<h1${inLanguage(article.language)}>${article.title}</h1>
${isOld ? html`<p class="note"><a href="${toLink(scene, newest.page)}">${say("read.newerEdition")}</a></p>` : ""}
${article.isFeedSummary ? html`<p class="note">${say("web.fromFeed")}</p>` : ""}
${article.url === null ? "" : html`<p class="links"><a class="button" href="${article.url}" target="_blank" rel="noopener noreferrer">${say("read.readAt", { outlet: article.outlet })}</a></p>`}
</div>
<div class="columns facing"><section class="of-brief" aria-labelledby="brief"><h2 class="kicker" id="brief">${say("read.brief")}</h2>
<ol class="sentences">${marks.sentences.map((sentence, index) => drawSentence(sentence, index, article, scene))}</ol>
${marks.quotes.length === 0 ? "" : html`<h2>${say("read.quotes", { count: marks.quotes.length })}</h2><ol class="said-list">${marks.quotes.map((quote, index) => drawQuoteLine(quote, index, article, scene))}</ol>`}
${drawEditions(article, scene)}
</section>
<section class="of-text" aria-labelledby="text"><h2 class="kicker" id="text">${say("read.articleText")}</h2>
<p class="legend"><mark class="in-brief">${say("read.markBrief")}</mark> <mark class="said key">${say("read.markKey")}</mark> <mark class="said">${say("read.markQuote")}</mark> <mark class="who">${say("read.markWho")}</mark></p>
<div class="text"${inLanguage(article.language)}>${drawMarkedText(article.text, toMarks(article))}</div>
</section></div>`,
  };
}
