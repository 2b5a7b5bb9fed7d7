/** OPML, the file in which feed readers exchange their lists. */

import { Parser } from "htmlparser2";
import type { Feed } from "../domain/feed.ts";
import { decodeEntities, removeControls, toPlainText } from "./plain-text.ts";
import { resolveUrl } from "./read-links.ts";

const OUTLINES_MAX = 5000;
const TEXT_LENGTH_MAX = 5_000_000;
/** Folders whose names count. */
const FOLDERS_MAX = 50;
/** Deeper nesting ends the reading: htmlparser2 gets slow with depth, and no list means it. */
const DEPTH_MAX = 1000;
const STOP = new Error("stop");
const TITLE_LENGTH_MAX = 100;

export interface Outline {
  readonly title: string;
  readonly url: string;
  readonly homepage: string | null;
  /** True for a site without a feed, as our own lists have it: other readers know no such thing. */
  readonly isPage?: true;
  /** The folders it lies in and its categories, as topics. */
  readonly topics: readonly string[];
}

const TOPIC_LENGTH_MAX = 32;

/** "Business & Money" to "business-money", "Actualité" to "actualité"; null when no letter is left of it. */
function toTopic(text: string): string | null {
  const topic = text
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .slice(0, TOPIC_LENGTH_MAX)
    .toWellFormed()
    .replace(/^[^\p{L}]+|[^\p{L}\p{M}\p{N}]+$/gu, "");
  return /\p{L}/u.test(topic) ? topic : null;
}

export interface OpmlList {
  readonly outlines: readonly Outline[];
  /** How many name something else than a feed on the web, or are too many. */
  readonly leftCount: number;
}

export const parseOpml = (text: string): readonly Outline[] => readOpml(text).outlines;

/**
 * Throws an Error with a sentence when the text is no OPML or longer than 5 million characters. Outlines without a feed are
 * folders; their names become topics. At most 5,000 feeds, each address once.
 */
export function readOpml(text: string): OpmlList {
  const outlines: Outline[] = [];
  const met = new Set<string>();
  const folders: (string | null)[] = [];
  let isOpml = false;
  let leftCount = 0;
  let depth = 0;
  if (text.length > TEXT_LENGTH_MAX) throw new Error(`The file is longer than ${TEXT_LENGTH_MAX / 1e6} MB.`);
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > DEPTH_MAX) throw STOP;
        if (name === "opml") isOpml = true;
        if (!isOpml || name !== "outline") return;
        const get = (key: string): string => decodeEntities(attributes[key] ?? "").trim();
        const url = resolveUrl(get("xmlurl"), null);
        const title = toPlainText(get("title") || get("text"), TITLE_LENGTH_MAX);
        if (folders.length < FOLDERS_MAX) folders.push(url === "" ? title : null);
        if (met.has(url)) return;
        if (!/^https?:/.test(url) || outlines.length >= OUTLINES_MAX) {
          if (get("xmlurl") !== "") leftCount += 1;
          return;
        }
        met.add(url);
        const names = [...folders, ...get("category").split(/[,/]/)];
        const topics = names.map((each) => toTopic(each ?? "")).filter((topic) => topic !== null);
        const homepage = resolveUrl(get("htmlurl"), null);
        outlines.push({
          title: title || new URL(url).hostname,
          url,
          homepage: /^https?:/.test(homepage) ? homepage : null,
          ...(get("ispage") === "true" ? { isPage: true as const } : {}),
          topics: [...new Set(topics)].slice(0, 10),
        });
      },
      onclosetag(name) {
        depth -= 1;
        if (name === "outline") folders.pop();
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.end(text);
  } catch (error) {
    if (error !== STOP) throw error;
  }
  if (!isOpml) throw new Error("The file is no OPML: it has no opml element.");
  return { outlines, leftCount };
}

const escapeAttribute = (text: string): string =>
  removeControls(text)
    .toWellFormed()
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\s+/g, " ");

export function toOpml(
  feeds: readonly Pick<Feed, "title" | "url" | "homepage" | "topics" | "regions" | "isPage">[],
): string {
  const outlines = feeds.map((feed) => {
    const attributes = [
      ["type", "rss"],
      ["text", feed.title],
      ["title", feed.title],
      ["xmlUrl", feed.url],
      ["htmlUrl", feed.homepage ?? ""],
      ["isPage", feed.isPage === true ? "true" : ""],
      ["category", [...feed.topics, ...(feed.regions ?? [])].join(",")],
    ] as const;
    const written = attributes
      .filter(([, value]) => value !== "")
      .map(([name, value]) => `${name}="${escapeAttribute(value)}"`);
    return `    <outline ${written.join(" ")}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    "  <head><title>Pullquote feeds</title></head>",
    "  <body>",
    ...outlines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}
