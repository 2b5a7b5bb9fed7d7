/** Reads the sample articles: front matter, a body in blocks, and quotes marked with who says them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findPackageRoot } from "./root.ts";

export interface SampleQuote {
  /** Verbatim, without the outer marks. */
  readonly text: string;
  /** Fullest name in the article; null when the article does not say who. */
  readonly speaker: string | null;
}

/** One block of a body. "text" kinds belong to the article; the others are the site's own noise or furniture. */
export type Block =
  | { readonly kind: "paragraph" | "heading" | "blockquote"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "time"; readonly time: string; readonly text: string }
  | { readonly kind: "see" | "more" | "ad" | "pull" | "caption" | "credit" | "newsletter"; readonly text: string };

export interface SampleArticle {
  readonly id: string;
  readonly outletId: string;
  readonly language: string;
  readonly title: string;
  readonly byline: string | null;
  /** The author box's self-description, when the page has one. */
  readonly bio: string | null;
  readonly agency: string | null;
  readonly topics: readonly string[];
  /** What the feed says of it. */
  readonly summary: string;
  /** What kind of mess this article is an example of. */
  readonly mess: string;
  /** "broken" pages carry no text: the feed's summary has to stand in. */
  readonly page: "whole" | "broken";
  /** As the server labels the page; the bytes are in it too. */
  readonly charset: "utf-8" | "iso-8859-1" | "windows-1251";
  readonly blocks: readonly Block[];
  /** The article's own paragraphs, parted by a blank line. */
  readonly text: string;
  readonly quotes: readonly SampleQuote[];
}

const CHARSETS = ["utf-8", "iso-8859-1", "windows-1251"] as const;
const NOISE_KINDS = ["see", "more", "ad", "pull", "caption", "credit", "newsletter"] as const;
const QUOTE_MARKUP = /\{([^{}|]{1,80})\|([^{}]{1,2000})\}/g;
const LINK_MARKUP = /\[([^[\]]{1,200})\]\(([^()\s]{1,200})\)/g;

/** Takes the marking of quotes away; links stay for the page to make. */
const dropQuoteMarkup = (text: string): string => text.replace(QUOTE_MARKUP, "$2");
const dropLinkMarkup = (text: string): string => text.replace(LINK_MARKUP, "$1");

function readBlock(source: string): Block {
  const text = source.replace(/\s*\n\s*/g, " ").trim();
  const directive = /^@([a-z]+)(?:\s+(.*))?$/.exec(text);
  if (directive !== null) {
    const [, name = "", rest = ""] = directive;
    if (name === "time") {
      const [time = "", ...words] = rest.split(" ");
      return { kind: "time", time, text: dropQuoteMarkup(words.join(" ")) };
    }
    const kind = NOISE_KINDS.find((each) => each === name);
    if (kind === undefined) throw new Error(`Expected one of @time, @${NOISE_KINDS.join(", @")}; got @${name}.`);
    return { kind, text: dropQuoteMarkup(rest) };
  }
  if (text.startsWith("## ")) return { kind: "heading", text: text.slice(3) };
  if (text.startsWith("> ")) return { kind: "blockquote", text: dropQuoteMarkup(text.slice(2)) };
  if (source.startsWith("- ")) {
    const items = source.split(/\n(?=- )/).map((item) => dropQuoteMarkup(item.slice(2).replace(/\s+/g, " ").trim()));
    return { kind: "list", items };
  }
  return { kind: "paragraph", text: dropQuoteMarkup(text) };
}

function toText(block: Block): string | null {
  switch (block.kind) {
    case "paragraph":
    case "heading":
    case "blockquote":
      return dropLinkMarkup(block.text);
    case "list":
      return dropLinkMarkup(block.items.join("\n\n"));
    case "time":
      return dropLinkMarkup(block.text);
    default:
      return null;
  }
}

/** Parses one file. Throws with the file's name and what is wrong in it. */
export function parseSample(name: string, source: string): SampleArticle {
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source.replaceAll("\r\n", "\n"));
  if (parts?.[1] === undefined || parts[2] === undefined)
    throw new Error(`${name}: expected front matter between ---.`);
  const fields = new Map<string, string>();
  for (const line of parts[1].split("\n")) {
    const colon = line.indexOf(":");
    if (colon < 1) throw new Error(`${name}: expected "key: value", got ${JSON.stringify(line)}.`);
    fields.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  const get = (key: string): string => {
    const value = fields.get(key);
    if (value === undefined || value === "") throw new Error(`${name}: ${key} is missing.`);
    return value;
  };
  const charset = CHARSETS.find((each) => each === (fields.get("charset") ?? "utf-8"));
  if (charset === undefined) throw new Error(`${name}: charset must be one of ${CHARSETS.join(", ")}.`);
  const body = parts[2].trim();
  const sources = body === "" ? [] : body.split(/\n\s*\n/);
  const blocks = sources.map((each) => readBlock(each.trim()));
  const ownSources = sources.filter((each) => !each.trim().startsWith("@") || each.trim().startsWith("@time"));
  const quotes = ownSources.flatMap((each) =>
    [...each.replace(/\s*\n\s*/g, " ").matchAll(QUOTE_MARKUP)].map(([, speaker = "?", text = ""]) => ({
      text: dropLinkMarkup(text),
      speaker: speaker === "?" ? null : speaker,
    })),
  );
  return {
    id: name.replace(/^\d+-/, "").replace(/\.md$/, ""),
    outletId: get("outlet"),
    language: get("language"),
    title: get("title"),
    byline: fields.get("byline") ?? null,
    bio: fields.get("bio") ?? null,
    agency: fields.get("agency") ?? null,
    topics: get("topics").split(/,\s*/),
    summary: get("summary"),
    mess: get("mess"),
    page: fields.get("page") === "broken" ? "broken" : "whole",
    charset,
    blocks,
    text: blocks
      .map(toText)
      .filter((each) => each !== null)
      .join("\n\n"),
    quotes,
  };
}

/** All sample articles in the order in which they are published: that of their file names. */
export function readSamples(folder: string = join(findPackageRoot(), "samples", "newsroom")): readonly SampleArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => parseSample(name, readFileSync(join(folder, name), "utf8")));
}
