/** Builds what is shown from JSON. Data becomes text nodes only; markup in it stays visible as text. */

import { createLook } from "./look.js";
import { locale, say } from "./texts.js";

/** An element with attributes and children; a string child becomes a text node. */
export function create(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

const ownRoom = () => (new URLSearchParams(location.search).get("room") ?? "main").toLowerCase();

/** A page of what is stored, as this room sees it. */
const inRoom = (path) => (ownRoom() === "main" ? path : `${path}?${new URLSearchParams({ room: ownRoom() })}`);

/** Only http and https become links; the server has checked already, this is the second lock. */
export function createLink(url, attributes, ...children) {
  const [, room, anchor] = /^\/\?room=([a-z0-9-]+)(#post-\d+)$/.exec(url ?? "") ?? [];
  if (room !== undefined) return create("a", { ...attributes, href: room === ownRoom() ? anchor : url }, ...children);
  if (/^\/(?:story|article|speaker)\/[^/?#]+$/.test(url ?? ""))
    return create("a", { ...attributes, href: inRoom(url) }, ...children);
  if (url === null || !/^https?:\/\//i.test(url)) return create("span", attributes, ...children);
  return create("a", { ...attributes, href: url, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

const AGE_STEPS = [
  [60, 1, "second"],
  [3600, 60, "minute"],
  [86_400, 3600, "hour"],
  [2_592_000, 86_400, "day"],
];
const ages = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

function toAge(iso, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
  if (seconds < 45) return say("web.justNow");
  for (const [limit, size, unit] of AGE_STEPS) {
    if (seconds < limit) return ages.format(-Math.max(1, Math.floor(seconds / size)), unit);
  }
  return new Date(iso).toLocaleDateString(locale, { dateStyle: "medium" });
}

export function createTime(iso) {
  const title = new Date(iso).toLocaleString(locale, { dateStyle: "full", timeStyle: "short" });
  return create("time", { datetime: iso, title, class: "age" }, toAge(iso));
}

export function refreshAges(root) {
  for (const element of root.querySelectorAll("time.age")) element.textContent = toAge(element.dateTime);
}

/** The same outlet always gets the same hue. */
function toHue(text) {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.codePointAt(0)) % 9973;
  return (hash * 47) % 360;
}

function toLanguageName(tag) {
  try {
    return new Intl.DisplayNames(locale, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

const toTranslated = ({ from, by }) => say("post.translated", { language: toLanguageName(from), model: by });

const toSeries = (parts) => new Intl.ListFormat(locale, { type: "unit", style: "short" }).format(parts);

function createQuote(quote) {
  const caption = create("figcaption", { dir: "auto" });
  const parts = [];
  if (quote.speaker !== null) {
    parts.push(["— ", create("strong", {}, quote.speaker), quote.role === null ? "" : `, ${quote.role}`]);
  }
  if (quote.alsoIn !== undefined) parts.push([say("post.alsoIn", { outlets: toSeries(quote.alsoIn) })]);
  if (quote.goneFrom !== undefined) parts.push([say("post.goneFrom", { outlets: toSeries(quote.goneFrom) })]);
  if (quote.fate !== undefined) parts.push([say(quote.fate === "corrected" ? "post.corrected" : "post.withdrawn")]);
  if (quote.url !== null && quote.fate === undefined) {
    const label = say("web.seeQuote");
    parts.push([
      createLink(quote.url, { class: "in-article", title: label, "aria-label": label }, say("post.inArticle")),
    ]);
  }
  for (const [index, part] of parts.entries()) caption.append(...(index === 0 ? part : [" · ", ...part]));
  const words = quote.fate === undefined ? quote.text : create("s", {}, quote.text);
  const said = create("blockquote", { dir: "auto" }, quote.translation ?? words);
  // What was said in its own words, below what a model made of it.
  const own =
    quote.translation === undefined ? [] : [create("blockquote", { class: "in-own-words", dir: "auto" }, words)];
  return create("figure", { class: "quote" }, said, ...own, caption);
}

export function createButtons(row, onPress, attributes = {}) {
  const buttons = row.map((given) => {
    const button = given.labelKey === undefined ? given : { ...given, label: say(given.labelKey, given.labelValues) };
    if (button.kind === "link") return createLink(button.url, { class: "button", dir: "auto" }, button.label);
    const element = create("button", { type: "button", class: "button", dir: "auto" }, button.label);
    element.addEventListener("click", () => onPress(button, element));
    return element;
  });
  return create("div", { class: "buttons", ...attributes }, ...buttons);
}

/** Only from the page's own server, which looked at it; one that does not come leaves no gap. */
function createPicture({ picture, isPictureLarge }) {
  if (picture === null || !/^\/picture\/[\w-]+\.[\w-]+$/.test(picture)) return null;
  const look = { class: isPictureLarge ? "picture large" : "picture", loading: "lazy", decoding: "async" };
  const element = create("img", { src: picture, alt: "", referrerpolicy: "no-referrer", ...look });
  element.addEventListener("error", () => element.remove());
  return element;
}

/** "opinion by Ada Moor" of what is no news; null for news. */
function toForm({ form, author }) {
  if (form === null) return null;
  return author === null ? say(`post.${form}`) : say(`post.${form}By`, { author });
}

/** A post that came by itself has buttons under it; one shown in a reply has none. */
export function createPost(post, onPress) {
  const card = create("article", { class: "card" });
  card.style.setProperty("--hue", String(toHue(post.outlet)));
  const meta = create("div", { class: "meta" }, create("strong", { dir: "auto" }, post.outlet));
  const add = (child) => meta.append(create("span", { class: "dot", "aria-hidden": "true" }, "·"), child);
  if (post.agency !== null) add(create("span", { dir: "auto" }, post.agency));
  const form = toForm(post);
  if (form !== null) add(create("span", { dir: "auto" }, form));
  if (post.foundVia !== null) add(create("span", { dir: "auto" }, say("post.foundVia", { feed: post.foundVia })));
  if (post.publishedAt !== null) add(createTime(post.publishedAt));
  if (post.language !== null) meta.append(create("span", { class: "badge" }, toLanguageName(post.language)));
  if (post.translated !== undefined) add(create("span", { dir: "auto" }, toTranslated(post.translated)));
  if (post.isUpdated) meta.append(create("span", { class: "badge strong" }, say("web.updated")));
  const head = create(
    "header",
    {},
    create("span", { class: "avatar", "aria-hidden": "true" }, post.initials ?? ""),
    meta,
  );
  if (post.title !== null) card.append(create("p", { class: "own-title", dir: "auto" }, post.title));
  const title = create("h2", { dir: "auto" }, createLink(post.url, {}, post.headline));
  const picture = createPicture(post);
  if (Array.isArray(post.layout)) return addButtons(createOwnLook(card, post, picture), post, onPress);
  if (picture === null) card.append(head, title);
  else if (post.isPictureLarge) card.append(head, picture, title);
  else card.append(picture, head, title);
  if (post.sentences.length > 0) card.append(create("p", { class: "summary", dir: "auto" }, post.sentences.join(" ")));
  card.append(...post.quotes.map(createQuote));
  card.append(...createFold(post));
  const notes = [];
  if (post.isFeedSummary) notes.push(say("web.fromFeed"));
  if (post.isShortened) notes.push(say("web.shortened"));
  if (post.alsoOutlets.length > 0) notes.push(say("web.also", { outlets: toSeries(post.alsoOutlets) }));
  if (notes.length > 0) card.append(create("p", { class: "notes", dir: "auto" }, notes.join(" ")));
  if (post.topics.length > 0) {
    card.append(
      create("p", { class: "topics", dir: "auto" }, ...post.topics.map((topic) => create("span", {}, topic))),
    );
  }
  return addButtons(card, post, onPress);
}

/** The whole article, where a channel has it under its posts. */
function createFold({ wholeText, language }) {
  if (!(wholeText?.length > 0)) return [];
  const lang = language === null ? {} : { lang: language };
  const paragraphs = wholeText.map((text) => create("p", { dir: "auto", ...lang }, text));
  return [create("details", { class: "whole" }, create("summary", {}, say("post.wholeText")), ...paragraphs)];
}

/** From what came here to where it is shown with its story, and with each sentence's place in the article. */
function createPages({ articleId }) {
  return create(
    "p",
    { class: "pages" },
    createLink(`/story/${articleId}`, { class: "quiet" }, say("read.story")),
    createLink(`/article/${articleId}`, { class: "quiet" }, say("read.inText")),
  );
}

function addButtons(card, post, onPress) {
  if (Number.isInteger(post.articleId)) card.append(createPages(post));
  if (post.buttons?.length > 0) {
    card.append(createButtons(post.buttons, onPress, { role: "group", "aria-label": post.headline }));
  }
  return card;
}

/** In the channel's own look, whose lines say what stands where. */
function createOwnLook(card, post, picture) {
  card.classList.add("own-look");
  if (post.title !== null) card.append(create("p", { class: "own-title", dir: "auto" }, post.title));
  if (picture !== null) card.append(picture);
  const facts = [
    post.agency,
    toForm(post),
    post.foundVia === null ? null : say("post.foundVia", { feed: post.foundVia }),
    post.language === null ? null : toLanguageName(post.language),
    post.translated === undefined ? null : toTranslated(post.translated),
    post.isUpdated ? say("web.updated") : null,
    post.isFeedSummary ? say("web.fromFeed") : null,
  ].filter((fact) => fact !== null);
  const parts = {
    headline: () => [create("strong", { class: "headline" }, createLink(post.url, {}, post.headline))],
    summary: () => [create("span", { class: "summary" }, post.sentences.join(" "))],
    quotes: () => post.quotes.map(createQuote),
    outlet: () => [create("strong", {}, post.outlet), ...facts.map((fact) => ` · ${fact}`)],
    age: () => (post.publishedAt === null ? [] : [createTime(post.publishedAt)]),
    tags: () => [create("span", { class: "tags" }, post.topics.map((topic) => `#${topic}`).join(" "))],
    also: () => [say("web.also", { outlets: toSeries(post.alsoOutlets) })],
    link: () => [createLink(post.url, {}, say("post.readArticle"))],
  };
  card.append(...createLook(post.layout, parts), ...createFold(post));
  return card;
}

function createEntry(entry) {
  const head = create("p", { class: "entry-head", dir: "auto" }, createLink(entry.url, {}, entry.headline));
  if (entry.outlet !== "") head.append(create("span", { class: "outlet" }, ` · ${entry.outlet}`));
  return create("li", {}, head, entry.quote === null ? null : createQuote(entry.quote));
}

export function createDigest(digest) {
  const card = create("article", { class: "card digest" });
  card.style.setProperty("--hue", String(toHue(digest.title ?? digest.heading)));
  if (digest.title !== null) card.append(create("p", { class: "own-title", dir: "auto" }, digest.title));
  card.append(create("h2", { dir: "auto" }, digest.heading));
  for (const { topic, entries } of digest.groups) {
    if (topic !== "") card.append(create("h3", { dir: "auto" }, topic));
    card.append(create("ul", {}, ...entries.map(createEntry)));
  }
  if (digest.more !== "") card.append(create("p", { class: "notes", dir: "auto" }, digest.more));
  return card;
}
