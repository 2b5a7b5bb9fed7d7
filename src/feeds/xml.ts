/** A lenient reading of XML into a small tree: what a feed meant, however it was damaged. Linear, with limits. */

import { Parser } from "htmlparser2";
import { decodeEntities } from "./plain-text.ts";

/** Deeper nesting ends the reading: htmlparser2 gets slow with depth, and no feed means it. */
const DEPTH_MAX = 1000;
/** The same where nothing is kept: before the feed begins, and among elements that were never closed. */
const RAW_DEPTH_MAX = 10_000;
const ELEMENTS_MAX = 300_000;
/** Items of one document; the rest is left unread. Feeds list the newest first. */
const ITEMS_MAX = 3000;

/** Which vocabulary an element belongs to; `core` is RSS of any version or no namespace at all. */
export type Space = "core" | "atom" | "dc" | "content" | "media" | "itunes" | "sy" | "rdf" | "xhtml" | "other";

export interface XmlElement {
  /** Local name in lower case. */
  readonly name: string;
  readonly space: Space;
  /** Names in lower case with their prefix, values decoded. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
  /** True when an end tag, or something that implies one, was met. */
  isClosed: boolean;
}

/** Namespaces by their address without scheme, `www.` and trailing `/` or `#`. */
const SPACES: Readonly<Record<string, Space>> = {
  "w3.org/2005/atom": "atom",
  "purl.org/atom/ns": "atom",
  "purl.org/dc/elements/1.1": "dc",
  "purl.org/dc/elements/1.0": "dc",
  "purl.org/dc/terms": "dc",
  "purl.org/rss/1.0/modules/content": "content",
  "search.yahoo.com/mrss": "media",
  "itunes.com/dtds/podcast-1.0.dtd": "itunes",
  "purl.org/rss/1.0/modules/syndication": "sy",
  "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
  "w3.org/1999/xhtml": "xhtml",
  "purl.org/rss/1.0": "core",
  "purl.org/net/rss1.1": "core",
  "my.netscape.com/rdf/simple/0.9": "core",
  "channel.netscape.com/rdf/simple/0.9": "core",
  "backend.userland.com/rss2": "core",
  "blogs.law.harvard.edu/tech/rss": "core",
};

/** What a prefix means when nobody declared it. */
const PREFIXES: Readonly<Record<string, Space>> = {
  atom: "atom",
  atom10: "atom",
  a10: "atom",
  a: "atom",
  dc: "dc",
  dcterms: "dc",
  content: "content",
  media: "media",
  itunes: "itunes",
  sy: "sy",
  rdf: "rdf",
  xhtml: "xhtml",
  rss: "core",
};

const ROOTS: ReadonlySet<string> = new Set(["rss", "rdf", "feed"]);
const CONTAINERS: ReadonlySet<string> = new Set(["rss", "rdf", "feed", "channel"]);
const ITEM_NAMES: ReadonlySet<string> = new Set(["item", "entry"]);

const isItem = (element: XmlElement): boolean =>
  ITEM_NAMES.has(element.name) && (element.space === "core" || element.space === "atom");

function toSpace(address: string): Space | null {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/#]$/, "");
  if (plain.startsWith("purl.org/atom/ns")) return "atom";
  return Object.hasOwn(SPACES, plain) ? (SPACES[plain] ?? null) : null;
}

type Scope = ReadonlyMap<string, Space | null>;

function readScope(outer: Scope, attributes: ReadonlyMap<string, string>): Scope {
  let scope: Map<string, Space | null> | null = null;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    scope ??= new Map(outer);
    scope.set(name === "xmlns" ? "" : name.slice(6), toSpace(value));
  }
  return scope ?? outer;
}

function resolveSpace(prefix: string, scope: Scope): Space {
  const declared = scope.get(prefix);
  if (declared !== undefined && declared !== null) return declared;
  if (prefix === "") return "core";
  return Object.hasOwn(PREFIXES, prefix) ? (PREFIXES[prefix] ?? "other") : "other";
}

/** Thrown inside the parser's callbacks to end the reading; what was read so far is kept. */
const STOP = Symbol("stop");

/** The first rss, rdf or feed element; null when there is none. Whatever stands before it is skipped. */
export function readXml(text: string): XmlElement | null {
  let root: XmlElement | null = null;
  const stack: { readonly element: XmlElement; readonly scope: Scope }[] = [];
  let elementCount = 0;
  let itemCount = 0;
  let isCdata = false;
  /** Of all that is open, before the root, too. */
  let depth = 0;

  const closeTo = (length: number): void => {
    while (stack.length > length) {
      const last = stack.pop();
      if (last !== undefined) last.element.isClosed = true;
    }
  };

  const parser = new Parser(
    {
      onopentag(tag, rawAttributes) {
        depth += 1;
        if (depth > RAW_DEPTH_MAX) throw STOP;
        const colon = tag.indexOf(":");
        const name = tag.slice(colon + 1);
        if (root !== null && stack.length === 0) return;
        if (root === null && !ROOTS.has(name)) return;
        const attributes = new Map<string, string>();
        for (const key in rawAttributes) attributes.set(key, decodeEntities(rawAttributes[key] ?? ""));
        const outer = stack.at(-1)?.scope ?? new Map<string, Space | null>();
        const scope = readScope(outer, attributes);
        const named = resolveSpace(colon > 0 ? tag.slice(0, colon) : "", scope);
        // Some RSS declares Atom as its default namespace and means RSS all the same.
        const isRssAllTheSame = named === "atom" && colon === -1 && root !== null && root.name !== "feed";
        const space = isRssAllTheSame ? "core" : named;
        const element: XmlElement = { name, space, attributes, children: [], isClosed: false };
        if (isItem(element)) {
          itemCount += 1;
          if (itemCount > ITEMS_MAX) throw STOP;
          // An item inside an item, or inside a title that was never closed, begins beside it.
          const container = stack.findLastIndex((each) => CONTAINERS.has(each.element.name));
          if (container !== -1) closeTo(container + 1);
        }
        elementCount += 1;
        if (stack.length >= DEPTH_MAX || elementCount > ELEMENTS_MAX) throw STOP;
        stack.at(-1)?.element.children.push(element);
        root ??= element;
        stack.push({ element, scope });
      },
      ontext(data) {
        stack.at(-1)?.element.children.push(isCdata ? data : decodeEntities(data));
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
      onclosetag(tag, isImplied) {
        depth -= 1;
        // At the end of the text htmlparser2 closes what is open; that is no end tag.
        if (isImplied && isEnded) return;
        const name = tag.slice(tag.indexOf(":") + 1);
        const index = stack.findLastIndex((each) => each.element.name === name);
        if (index !== -1) closeTo(index);
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  let isEnded = false;
  try {
    parser.write(text);
    isEnded = true;
    parser.end();
  } catch (error) {
    if (error !== STOP) throw error;
    if (root === null)
      throw new Error(
        `The document nests more than ${RAW_DEPTH_MAX} elements before any feed begins; none is expected.`,
      );
  }
  return root;
}

/** The end of the text came after the parts that matter, so that nothing half is shown. */
function isWhole(item: XmlElement): boolean {
  const has = (name: string): boolean =>
    item.children.some((child) => typeof child !== "string" && child.name === name && child.isClosed);
  return has("title") && has("link");
}

/** Every item of the document in its order. One that the end of the text cut before its title and link is left out. */
export function findItems(root: XmlElement): readonly XmlElement[] {
  const items: XmlElement[] = [];
  const walk = (element: XmlElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (isItem(child)) items.push(child);
      else if (CONTAINERS.has(child.name) || child.name === "items") walk(child);
    }
  };
  walk(root);
  const last = items.at(-1);
  return last === undefined || last.isClosed || isWhole(last) ? items : items.slice(0, -1);
}

export function findChildren(element: XmlElement, name: string, ...spaces: readonly Space[]): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== "string" && child.name === name && spaces.includes(child.space),
  );
}

/** The text of an element and everything in it. */
export function toText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : toText(child))).join("");
}

const VOID_NAMES: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "source", "wbr", "embed", "col", "area"]);

const escapeHtml = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** What stands inside an element as HTML. */
export function toInnerHtml(element: XmlElement): string {
  const hasElements = element.children.some((child) => typeof child !== "string");
  if (!hasElements) return element.children.join("");
  // Markup both as elements and escaped: a template wrapped unescaped tags around escaped text.
  const isMixed = element.children.some((child) => typeof child === "string" && /<\/?[a-z]/i.test(child));
  const parts: string[] = [];
  const write = (child: XmlElement | string): void => {
    if (typeof child === "string") {
      parts.push(isMixed ? child : escapeHtml(child));
      return;
    }
    const attributes = [...child.attributes]
      .filter(([name]) => !name.startsWith("xmlns") && !name.includes(":"))
      .map(([name, value]) => ` ${name}="${escapeHtml(value).replace(/"/g, "&quot;")}"`)
      .join("");
    parts.push(`<${child.name}${attributes}>`);
    if (VOID_NAMES.has(child.name) && child.children.length === 0) return;
    child.children.forEach(write);
    parts.push(`</${child.name}>`);
  };
  element.children.forEach(write);
  return parts.join("");
}
