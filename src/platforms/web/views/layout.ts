/** The frame of every reading view: head, bar with search, main, keys. */

import { isRightToLeft } from "../../../messages/languages.ts";
import { attribute, type Html, html, type Part } from "./html.ts";
import { type Scene, toLink } from "./scene.ts";

export interface View {
  readonly title: string;
  /** Which of the pages the bar marks. */
  readonly page: "news" | "search" | "desk" | null;
  readonly body: Part;
  readonly scripts?: readonly string[];
  /** Feeds of what is shown, by their types. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[];
  /** In the search field of the bar; null where the page has a search field of its own. */
  readonly search?: string | null;
}

const STYLES = ["tokens.css", "presses.css", "hues.css", "read.css", "read-more.css", "desk.css"];
const KEYS = [
  ["j", "read.keyNext"],
  ["k", "read.keyPrevious"],
  ["Enter", "read.keyOpen"],
  ["m", "read.keyMark"],
  ["/", "read.keySearch"],
  ["?", "read.keyHelp"],
] as const;

function drawBar({ page, search }: View, scene: Scene, hasDesk: boolean): Html {
  const { say } = scene;
  const link = (name: View["page"] | "chat", path: string, label: string): Html =>
    html`<a href="${toLink(scene, path)}"${attribute("aria-current", name === page ? "page" : null)}>${label}</a>`;
  return html`<header class="top"><div class="inner">
<a class="brand" href="${toLink(scene, "/news")}"><img src="/page/icon.svg" alt="" width="24" height="24">Pullquote</a>
<nav aria-label="${say("read.places")}">
${link("news", "/news", say("read.news"))}
${link("search", "/search", say("read.search"))}
${link("chat", "/", say("read.chat"))}
${hasDesk ? link("desk", "/desk", say("read.desk")) : ""}
</nav>
${search === null ? "" : html`<form class="find" role="search" action="/search"><input type="search" name="q" value="${search ?? ""}" maxlength="256" dir="auto" placeholder="${say("read.searchNews")}" aria-label="${say("read.searchNews")}" data-search>${scene.room === "main" ? "" : html`<input type="hidden" name="room" value="${scene.room}">`}</form>`}
</div></header>`;
}

const drawKeys = ({ say }: Scene): Html =>
  html`<dialog id="keys" aria-labelledby="keys-title"><h2 class="keys-title" id="keys-title">${say("read.keys")}</h2><dl>${KEYS.map(
    ([key, name]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${say(name)}</dd></div>`,
  )}</dl><form method="dialog"><button class="button">${say("read.close")}</button></form></dialog>`;

export function drawPage(view: View, scene: Scene, hasDesk: boolean): string {
  const { say, nonce, room } = scene;
  const { title, body, scripts = [], alternates = [] } = view;
  return html`<!doctype html>
<html lang="${say.language}" dir="${isRightToLeft(say.language) ? "rtl" : "ltr"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<title>${title === "" ? "" : `${title} · `}Pullquote</title>
<link rel="icon" href="/page/icon.svg" type="image/svg+xml">
${STYLES.map((name) => html`<link rel="stylesheet" href="/page/styles/${name}" nonce="${nonce}">`)}
${alternates.map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}" title="${title}">`)}
${["read.js", ...scripts].map((name) => html`<script type="module" src="/page/${name}" nonce="${nonce}"></script>`)}
</head>
<body data-room="${room}" data-fault="${say("web.notReached")}">
<a class="skip" href="#main">${say("read.skip")}</a>
${drawBar(view, scene, hasDesk)}
<main id="main" tabindex="-1">${body}</main>
${drawKeys(scene)}
</body>
</html>`.html;
}
