/** The page's own files, read once; the HTML gets a fresh nonce and its reader's language at every answer. */

import { readFileSync } from "node:fs";
import type { Say } from "../../domain/say.ts";
import { FILE_BYTES_MAX } from "../../domain/sent-file.ts";
import { ENGLISH } from "../../messages/en/index.ts";
import { isRightToLeft, toLocale } from "../../messages/languages.ts";

const CONTENT_TYPES = {
  "app.js": "text/javascript; charset=utf-8",
  "cards.js": "text/javascript; charset=utf-8",
  "attachment.js": "text/javascript; charset=utf-8",
  "composer.js": "text/javascript; charset=utf-8",
  "draft.js": "text/javascript; charset=utf-8",
  "files.js": "text/javascript; charset=utf-8",
  "following.js": "text/javascript; charset=utf-8",
  "kept.js": "text/javascript; charset=utf-8",
  "replies.js": "text/javascript; charset=utf-8",
  "look.js": "text/javascript; charset=utf-8",
  "welcome.js": "text/javascript; charset=utf-8",
  "texts.js": "text/javascript; charset=utf-8",
  "read.js": "text/javascript; charset=utf-8",
  "keys.js": "text/javascript; charset=utf-8",
  "unread.js": "text/javascript; charset=utf-8",
  "desk.js": "text/javascript; charset=utf-8",
  "search.js": "text/javascript; charset=utf-8",
  "styles/tokens.css": "text/css; charset=utf-8",
  "styles/presses.css": "text/css; charset=utf-8",
  "styles/hues.css": "text/css; charset=utf-8",
  "styles/read-more.css": "text/css; charset=utf-8",
  "styles/desk.css": "text/css; charset=utf-8",
  "styles/read.css": "text/css; charset=utf-8",
  "styles/style.css": "text/css; charset=utf-8",
  "styles/cards.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

const read = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");

export interface PageFiles {
  toHtml(nonce: string, say: Say): string;
  find(name: string): { readonly contentType: string; readonly text: string } | null;
}

const POST_KEYS: ReadonlySet<string> = new Set([
  "post.alsoIn",
  "post.corrected",
  "post.foundVia",
  "post.opinion",
  "post.opinionBy",
  "post.review",
  "post.reviewBy",
  "post.satire",
  "post.humor",
  "post.release",
  "post.paid",
  "post.goneFrom",
  "post.inArticle",
  "post.readArticle",
  "post.translated",
  "post.withdrawn",
  "post.wholeText",
  "read.story",
  "read.inText",
]);
/** What the page's scripts say themselves. */
const PAGE_KEYS = Object.keys(ENGLISH).filter((key) => key.startsWith("web.") || POST_KEYS.has(key));

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function toTexts(say: Say, keys: readonly string[]): string {
  const texts = Object.fromEntries(keys.map((key) => [key, say.find(key) ?? key]));
  return JSON.stringify({ locale: toLocale(say.language), texts });
}

const ROOT = '<html lang="en" dir="ltr">';

const toRoot = ({ language }: Say): string =>
  `<html lang="${language}" dir="${isRightToLeft(language) ? "rtl" : "ltr"}">`;

/** The page may say the messages of the given keys, too. */
export function readPageFiles(moreKeys: readonly string[]): PageFiles {
  const keys = [...PAGE_KEYS, ...moreKeys];
  const html = read("index.html");
  const files = new Map(
    Object.entries(CONTENT_TYPES).map(([name, contentType]) => [name, { contentType, text: read(name) }]),
  );
  return {
    toHtml: (nonce, say) =>
      html.replace(ROOT, toRoot(say)).replace(/\{\{([\w.]+)\}\}/g, (_, name: string) => {
        if (name === "nonce") return nonce;
        if (name === "fileBytesMax") return String(FILE_BYTES_MAX);
        return escapeHtml(name === "texts" ? toTexts(say, keys) : (say.find(name) ?? name));
      }),
    find: (name) => files.get(name) ?? null,
  };
}
