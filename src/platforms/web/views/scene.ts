/** What every view is drawn with, and the small things all of them show: times, outlets, quotes, links. */

import type { Say } from "../../../domain/say.ts";
import { toCreditAround } from "../../../messages/post-lines.ts";
import { frameQuote } from "../../../messages/quote-marks.ts";
import { toInitials } from "../initials.ts";
import { toSpeakerPage } from "../page-paths.ts";
import { PER_PAGE } from "../reading/questions.ts";
import type { Count, QuoteShape } from "../reading/shapes.ts";
import { DEFAULT_ROOM } from "../rooms.ts";
import { attribute, type Html, html, type Part } from "./html.ts";

export interface Scene {
  readonly say: Say;
  readonly room: string;
  readonly now: Date;
  readonly nonce: string;
}

export type Params = Readonly<Record<string, string | number | undefined | null>>;

const isUsual = (name: string, value: string | number): boolean =>
  (name === "page" && Number(value) === 1) || (name === "limit" && Number(value) === PER_PAGE);

/** A path with what is asked there; the room goes along where it is not the main one. */
export function toLink({ room }: Pick<Scene, "room">, path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...params, room: room === DEFAULT_ROOM ? null : room })) {
    if (value !== null && value !== undefined && value !== "" && !isUsual(name, value)) query.set(name, String(value));
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Of texts in an article's language, so that they are set and spoken as such. */
export const inLanguage = (language: string): Html =>
  html`${attribute("lang", language === "und" ? null : language)} dir="auto"`;

export function drawTime(iso: string, { say, now }: Scene): Html {
  const date = new Date(iso);
  return html`<time datetime="${iso}" title="${say.moment(date, "UTC")} UTC">${say.age(date, now)}</time>`;
}

/** A feed to narrow by; a site that is read from its page is told as such. */
export const nameCount = (count: Count, say: Say): Count =>
  count.isPage === true ? { ...count, label: say("feed.page", { feed: count.label }) } : count;

const HUES = 12;
/** The same outlet always gets the same hue. */
export function toHue(text: string): number {
  let hash = 7;
  for (const letter of text) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return hash % HUES;
}

export const drawAvatar = (outlet: string): Html =>
  html`<span class="avatar hue-${toHue(outlet)}" aria-hidden="true">${toInitials(outlet)}</span>`;

export const drawOutlet = (outlet: string): Html =>
  html`<span class="outlet">${drawAvatar(outlet)}<bdi>${outlet}</bdi></span>`;

/** Parts in a line, a point between them. */
export function inLine(parts: readonly Part[]): Part {
  const shown = parts.filter((part) => part !== null && part !== false && part !== undefined && part !== "");
  return shown.map((part, index) => (index === 0 ? part : html`<span class="dot" aria-hidden="true">·</span>${part}`));
}

export interface QuotePlace {
  readonly language: string;
  /** What is told after the speaker: outlet, day, link. */
  readonly more?: readonly Part[];
  readonly hasSpeaker?: boolean;
}

/** Who else carries the words, and who has taken them back. */
const drawStanding = ({ alsoIn = [], goneFrom = [] }: QuoteShape, { say }: Scene): readonly Part[] => [
  alsoIn.length === 0 ? null : html`<span>${say("post.alsoIn", { outlets: say.series(alsoIn) })}</span>`,
  goneFrom.length === 0 ? null : html`<span>${say("post.goneFrom", { outlets: say.series(goneFrom) })}</span>`,
];

/** Name and role run the way the name does, also on a page that is read the other way. */
export const drawNamed = (
  { name, role }: { readonly name: string; readonly role: string | null },
  scene: Scene,
): Html => {
  const { before, behind } = toCreditAround(role, undefined, scene.say("comma"));
  return html`<bdi>${before}<a class="link name" href="${toLink(scene, toSpeakerPage(name))}">${name}</a>${behind}</bdi>`;
};

export function drawQuote(
  quote: QuoteShape,
  { language, more = [], hasSpeaker = true }: QuotePlace,
  scene: Scene,
): Html {
  const { text, speaker, role, url } = quote;
  const who =
    !hasSpeaker || speaker === null
      ? null
      : html`<span class="speaker">${drawNamed({ name: speaker, role }, scene)}</span>`;
  const source =
    url === null
      ? null
      : html`<a class="quiet" href="${url}" target="_blank" rel="noopener noreferrer" title="${scene.say("web.seeQuote")}">${scene.say("post.inArticle")}</a>`;
  const standing = more.length > 0 ? more : drawStanding(quote, scene);
  return html`<figure class="quote"><blockquote${inLanguage(language)}>${frameQuote(text, language)}</blockquote><figcaption>${inLine([who, ...standing, source])}</figcaption></figure>`;
}

/** Words beside a count, each narrowing what is shown; the chosen one takes itself away again. */
export function drawChips(
  counts: readonly Count[],
  chosen: string | undefined,
  toHref: (value: string | undefined) => string,
): Html {
  const known = chosen === undefined || counts.some(({ value }) => value === chosen);
  const all = known ? counts : [{ value: chosen, label: chosen, count: 0 }, ...counts];
  return html`<ul class="chips">${all.map(({ value, label, count }) =>
    value === chosen
      ? html`<li><a class="chip chosen" href="${toHref(undefined)}" aria-current="true"><bdi>${label}</bdi> <span aria-hidden="true">×</span></a></li>`
      : html`<li><a class="chip" href="${toHref(value)}"><bdi>${label}</bdi>${count === 0 ? "" : html` <span class="count">${count}</span>`}</a></li>`,
  )}</ul>`;
}

export function drawPages(page: number, pages: number, toHref: (page: number) => string, { say }: Scene): Html | null {
  if (pages <= 1) return null;
  return html`<nav class="pages" aria-label="${say("read.pages")}">
${page > 1 ? html`<a class="button" rel="prev" href="${toHref(Math.min(page - 1, pages))}">${say("read.newer")}</a>` : html`<span></span>`}
<span class="count">${say("read.pageOf", { page: say.number(page), pages: say.number(pages) })}</span>
${page < pages ? html`<a class="button" rel="next" href="${toHref(page + 1)}">${say("read.older")}</a>` : html`<span></span>`}
</nav>`;
}

/** A press sends this line to the bot in this room, and the answer is told beside it. */
export function drawFollow(line: string, label: string): Html {
  return html`<span class="follow"><button class="button strong" type="button" data-line="${line}" hidden>${label}</button><span class="told" role="status"></span></span>`;
}

/** Whether the room follows already, and the press that changes it; drawn anew after each press. */
export function drawFollowing(followed: number | null, line: string, { say }: Scene): Html {
  const [press, label, told] =
    followed === null
      ? [line, say("read.follow"), ""]
      : [`/unsubscribe ${followed}`, say("follow.end"), say("read.followed")];
  return html`<span class="follow" id="following"><button class="button strong" type="button" data-line="${press}" hidden>${label}</button><span class="told" role="status">${told}</span></span>`;
}

/** Bars of counts over time; what it shows is told in words to those who do not see it. */
export function drawBars(counts: readonly Count[], label: string): Html | null {
  if (counts.length < 2) return null;
  const max = Math.max(...counts.map(({ count }) => count), 1);
  const [width, height, gap] = [counts.length * 10, 48, 2];
  const bars = counts.map(({ label: name, count }, index) => {
    const size = count === 0 ? 1 : Math.max(3, Math.round((count / max) * height));
    return html`<rect x="${index * 10}" y="${height - size}" width="${10 - gap}" height="${size}" rx="1.5"${count === 0 ? html` class="none"` : ""}><title>${name}: ${count}</title></rect>`;
  });
  return html`<svg class="bars" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">${bars}</svg>`;
}
