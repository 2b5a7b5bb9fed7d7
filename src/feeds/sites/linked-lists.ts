/** Lists of articles in a page's structured data (schema.org in JSON-LD): an ItemList, or the articles themselves. */

import { z } from "zod";
import { toPageKey } from "../../domain/url-key.ts";
import { readDate } from "../../languages/shared/dates/dates.ts";
import { parseJson } from "../../net/json.ts";
import { toPlainText } from "../plain-text.ts";
import { resolveUrl } from "../read-links.ts";
import { areHeadlines, isOwnArticle, LISTED_MIN, type ListedLink, TITLE_LENGTH_MAX } from "./site-entry.ts";

const LENGTH_MAX = 2_000_000;
const NODES_MAX = 5_000;
const DEPTH_MAX = 10;

const NODE = z.record(z.string(), z.unknown());
type Node = z.infer<typeof NODE>;

const ARTICLE_TYPE = /(?:Article|Posting|Report|Review|WebPage)$/;
const LIST_TYPE = /(?:^|\/)(?:ItemList|Collection)$/;
/** Where a node keeps others that may be lists or articles. */
const WITHIN: readonly string[] = [
  "@graph",
  "mainEntity",
  "hasPart",
  "blogPost",
  "blogPosts",
  "itemListElement",
  "item",
  "itemListElements",
];

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function toNode(value: unknown): Node | null {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (NODE.safeParse(value).data ?? null)
    : null;
}

const hasType = (node: Node, pattern: RegExp): boolean =>
  listOf(node["@type"]).some((type) => typeof type === "string" && pattern.test(type));

/** The first text among these members, or their `@id`. */
function textOf(node: Node, ...names: readonly string[]): string {
  for (const name of names) {
    for (const value of listOf(node[name])) {
      const text = typeof value === "string" ? value : toNode(value)?.["@id"];
      if (typeof text === "string" && text.trim() !== "") return text.trim();
    }
  }
  return "";
}

function readScript(text: string): unknown {
  const bare = text
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*$/, "");
  try {
    return parseJson(bare.trim());
  } catch {
    return null;
  }
}

/** What of a node is a link to an article, by what it says itself. */
function toLink(node: Node, pageUrl: string): ListedLink {
  const date = textOf(node, "datePublished", "dateCreated");
  return {
    url: resolveUrl(textOf(node, "url", "mainEntityOfPage", "@id"), pageUrl),
    title: toPlainText(textOf(node, "headline", "name"), TITLE_LENGTH_MAX),
    publishedAt: readDate(date, { language: null }),
  };
}

/** A member of a list: its address, a ListItem around one, or the article itself. Null for a thing of another kind. */
function toMember(value: unknown, pageUrl: string): ListedLink | null {
  if (typeof value === "string") return { url: resolveUrl(value, pageUrl), title: "", publishedAt: null };
  const node = toNode(value);
  if (node === null) return null;
  const item = node["item"];
  if (typeof item === "string") return { ...toLink(node, pageUrl), url: resolveUrl(item, pageUrl) };
  const inner = toNode(item);
  if (inner === null)
    return hasType(node, /(?:^|\/)ListItem$/) || hasType(node, ARTICLE_TYPE) ? toLink(node, pageUrl) : null;
  if (inner["@type"] !== undefined && !hasType(inner, ARTICLE_TYPE)) return null;
  const [outside, inside] = [toLink(node, pageUrl), toLink(inner, pageUrl)];
  return { url: inside.url || outside.url, title: inside.title || outside.title, publishedAt: inside.publishedAt };
}

export interface LinkedLists {
  /** Lists that stand for themselves, and all articles that are told of together. */
  readonly lists: readonly (readonly ListedLink[])[];
  /** True when the data is about an article that is this page. */
  readonly isArticle: boolean;
}

/** `isSideList`: whether a name is that of a list which is no news, such as what is read most. */
export function findLinkedLists(
  scripts: readonly string[],
  pageUrl: string,
  isSideList: (name: string) => boolean,
): LinkedLists {
  const lists: (readonly ListedLink[])[] = [];
  const articles: ListedLink[] = [];
  let isArticle = false;
  let count = 0;
  const isOwn = ({ url }: ListedLink): boolean => url !== "" && isOwnArticle(url, pageUrl);
  const visit = (value: unknown, depth: number): void => {
    if (depth > DEPTH_MAX || count >= NODES_MAX) return;
    if (Array.isArray(value)) {
      for (const each of value) visit(each, depth + 1);
      return;
    }
    const node = toNode(value);
    if (node === null) return;
    count += 1;
    if (hasType(node, LIST_TYPE) && node["itemListElement"] !== undefined) {
      if (isSideList(textOf(node, "name"))) return;
      const members = listOf(node["itemListElement"]).slice(0, NODES_MAX);
      count += members.length;
      lists.push(members.flatMap((each) => toMember(each, pageUrl) ?? []).filter(isOwn));
      return;
    }
    // Trails of sections, and what a site calls its parts, are lists of another kind.
    if (hasType(node, /(?:BreadcrumbList|SiteNavigationElement)$/)) return;
    if (hasType(node, /(?:Article|Posting|Report)$/)) {
      const link = toLink(node, pageUrl);
      if (link.url !== "" && toPageKey(link.url) === toPageKey(pageUrl)) isArticle = true;
      else if (isOwn(link)) articles.push(link);
    }
    for (const name of WITHIN) visit(node[name], depth + 1);
  };
  let length = 0;
  for (const script of scripts) {
    length += script.length;
    if (length > LENGTH_MAX) break;
    visit(readScript(script), 0);
  }
  const whole = [...lists, articles].filter((list) => list.length >= LISTED_MIN && areHeadlines(list));
  return { lists: whole, isArticle };
}
