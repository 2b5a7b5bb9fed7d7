/** The page's own files, read once; the HTML gets a fresh nonce at every answer. */

import { readFileSync } from "node:fs";

const CONTENT_TYPES = {
  "app.js": "text/javascript; charset=utf-8",
  "cards.js": "text/javascript; charset=utf-8",
  "composer.js": "text/javascript; charset=utf-8",
  "style.css": "text/css; charset=utf-8",
  "cards.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

const read = (name: string): string => readFileSync(new URL(`./page/${name}`, import.meta.url), "utf8");

export interface PageFiles {
  toHtml(nonce: string): string;
  find(name: string): { readonly contentType: string; readonly text: string } | null;
}

export function readPageFiles(): PageFiles {
  const html = read("index.html");
  const files = new Map(
    Object.entries(CONTENT_TYPES).map(([name, contentType]) => [name, { contentType, text: read(name) }]),
  );
  return {
    toHtml: (nonce) => html.replaceAll("{{nonce}}", nonce),
    find: (name) => files.get(name) ?? null,
  };
}
