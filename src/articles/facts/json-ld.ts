/** Reads the structured data of a page (schema.org in JSON-LD) for what it says of its article. */

import { z } from "zod";
import { parseJson } from "../../net/json.ts";
import { isAboutPage, type PageIdentity } from "./page-identity.ts";

const NODES_MAX = 2_000;
const DEPTH_MAX = 8;
const AUTHORS_MAX = 20;

/** What a page's structured data says of its article; null or empty where it is silent. */
export interface LinkedArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly publisher: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  readonly body: string | null;
  readonly imageUrl: string | null;
  /** The section it stands in and its keywords. */
  readonly sections: readonly string[];
  readonly language: string | null;
  readonly url: string | null;
  readonly isAccessibleForFree: boolean | null;
}

const NodeSchema = z.record(z.string(), z.unknown());
type Node = z.infer<typeof NodeSchema>;

const ARTICLE_TYPES = /(?:Article|BlogPosting|Posting|Report|Blog|Review)$/;
/** What schema.org's types of articles say as a section does. */
const FORMS = [
  ["Opinion", /^(?:https?:\/\/schema\.org\/)?OpinionNewsArticle$/],
  ["Review", /^(?:https?:\/\/schema\.org\/)?(?:Critic)?Review(?:NewsArticle)?$/],
] as const;
const PAGE_TYPES = /(?:WebPage|ItemPage|Recipe|VideoObject|PodcastEpisode|Event)$/;

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const toNode = (value: unknown): Node | null => {
  const parsed = NodeSchema.safeParse(value);
  return parsed.success && !Array.isArray(value) ? parsed.data : null;
};

function toText(value: unknown): string | null {
  for (const each of listOf(value)) {
    if (typeof each === "string" && each.trim() !== "") return each.trim();
    if (typeof each === "number") return String(each);
    const node = toNode(each);
    const inner = node?.["@value"] ?? node?.["name"];
    if (typeof inner === "string" && inner.trim() !== "") return inner.trim();
  }
  return null;
}

/** "a, b" as two; the names of things where it lists things. */
const toTexts = (value: unknown): readonly string[] =>
  (toText(value) ?? "").split(/[,;]/).flatMap((text) => text.trim() || []);

function hasType(node: Node, pattern: RegExp): boolean {
  return listOf(node["@type"]).some((type) => typeof type === "string" && pattern.test(type));
}

/** Structured data as it is found: with comments around it, raw line breaks inside strings, trailing commas. */
function readJson(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*;?\s*$/, "")
    .trim()
    .replace(/;$/, "");
  try {
    return parseJson(text);
  } catch {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: raw control characters are what breaks such JSON.
      return parseJson(text.replace(/[\u0000-\u001F]+/g, " ").replace(/,(\s?[}\]])/g, "$1"));
    } catch {
      return null;
    }
  }
}

function collectNodes(scripts: readonly string[]): readonly Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEPTH_MAX || nodes.length >= NODES_MAX) return;
    if (Array.isArray(value)) {
      for (const each of value) visit(each, depth + 1);
      return;
    }
    const node = toNode(value);
    if (node === null) return;
    nodes.push(node);
    for (const key of [
      "@graph",
      "mainEntity",
      "mainEntityOfPage",
      "subjectOf",
      "itemReviewed",
      "review",
      "liveBlogUpdate",
    ]) {
      if (node[key] !== undefined && (key !== "liveBlogUpdate" || depth < 2)) visit(node[key], depth + 1);
    }
  };
  for (const script of scripts) visit(readJson(script), 0);
  return nodes;
}

function namesOf(value: unknown, byId: ReadonlyMap<string, Node>): readonly string[] {
  const names: string[] = [];
  for (const each of listOf(value).slice(0, AUTHORS_MAX)) {
    if (typeof each === "string") names.push(each);
    else {
      const node = toNode(each);
      const id = node?.["@id"];
      const target = node?.["name"] === undefined && typeof id === "string" ? byId.get(id) : node;
      for (const name of listOf(target?.["name"])) {
        if (typeof name === "string") names.push(name);
        else if (Array.isArray(name)) names.push(...name.filter((part) => typeof part === "string"));
      }
    }
  }
  return names;
}

function imageOf(value: unknown, byId: ReadonlyMap<string, Node>): string | null {
  for (const each of listOf(value)) {
    if (typeof each === "string") return each;
    const node = toNode(each);
    const id = node?.["@id"];
    const target = node?.["url"] === undefined && typeof id === "string" ? (byId.get(id) ?? node) : node;
    const url = toText(target?.["url"] ?? target?.["contentUrl"]);
    if (url !== null) return url;
  }
  return null;
}

function readFree(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const text = toText(value)
    ?.toLowerCase()
    .replace(/^https?:\/\/schema\.org\//, "");
  return text === "false" ? false : text === "true" ? true : null;
}

/** What an object calls itself: its addresses and its headlines. */
function identify(node: Node): { readonly urls: readonly string[]; readonly headlines: readonly string[] } {
  const page = node["mainEntityOfPage"];
  const ids = [node["url"], node["@id"], page, toNode(page)?.["@id"], toNode(page)?.["url"]];
  const names = [node["headline"], node["alternativeHeadline"], node["name"]];
  const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
  return { urls: ids.flatMap(listOf).filter(isText), headlines: names.flatMap(listOf).filter(isText) };
}

/**
 * The page's own article among its structured data; null when there is none. Pages carry objects about other articles,
 * too: only one about this address or this headline counts.
 */
export function findLinkedArticle(scripts: readonly string[], page: PageIdentity): LinkedArticle | null {
  const all = collectNodes(scripts);
  const isDescribed = (node: Node): boolean => hasType(node, ARTICLE_TYPES) || hasType(node, PAGE_TYPES);
  const nodes = all.filter((node) => !isDescribed(node) || isAboutPage(identify(node), page));
  const byId = new Map<string, Node>();
  for (const node of nodes) {
    const id = node["@id"];
    if (typeof id === "string" && Object.keys(node).length > 1) byId.set(id, { ...byId.get(id), ...node });
  }
  const describes = (node: Node): boolean =>
    node["headline"] !== undefined || node["articleBody"] !== undefined || node["datePublished"] !== undefined;
  const article =
    nodes.find((node) => hasType(node, ARTICLE_TYPES) && node["headline"] !== undefined) ??
    nodes.find((node) => hasType(node, ARTICLE_TYPES) && describes(node)) ??
    nodes.find((node) => hasType(node, PAGE_TYPES) && node["datePublished"] !== undefined);
  if (article === undefined) return null;
  const isArticle = hasType(article, ARTICLE_TYPES);
  const authors = namesOf(article["author"], byId);
  return {
    headline: toText(article["headline"]) ?? (isArticle ? toText(article["name"]) : null),
    authors: authors.length > 0 ? authors : namesOf(article["creator"], byId),
    publisher: namesOf(article["publisher"], byId)[0] ?? null,
    publishedAt: toText(article["datePublished"]) ?? toText(article["dateCreated"]),
    modifiedAt: toText(article["dateModified"]),
    body: toText(article["articleBody"]),
    imageUrl: imageOf(article["image"], byId) ?? imageOf(article["thumbnailUrl"], byId),
    sections: [
      ...FORMS.flatMap(([name, type]) => (hasType(article, type) ? [name] : [])),
      ...[article["articleSection"], article["keywords"]].flatMap(listOf).flatMap(toTexts),
    ],
    language: toText(article["inLanguage"]),
    url:
      toText(article["url"]) ?? (typeof article["mainEntityOfPage"] === "string" ? article["mainEntityOfPage"] : null),
    isAccessibleForFree: readFree(article["isAccessibleForFree"]),
  };
}
