/** Asks Readability which blocks it would keep: one strong opinion among the features of a block. */

import { Readability } from "@mozilla/readability";
import JSDOMParser from "@mozilla/readability/JSDOMParser.js";
import type { Block } from "../page/blocks.ts";
import type { Page, PageElement, PageText } from "../page/tree.ts";

/** Elements with text beyond which Readability is not asked: it is quadratic in places. */
const ELEMENTS_MAX = 25_000;
/** Characters of text beyond which Readability is not asked. */
const TEXT_LENGTH_MAX = 3_000_000;

/** A block's number, written into its text as two private-use characters, survives everything Readability does. */
const MARK_FIRST = 0xe000;
const MARK_BASE = 3_000;
const MARK_PATTERN = /([\uE000-\uEBB7])([\uEBB8-\uF76F])/g;

function toMark(index: number): string {
  return String.fromCharCode(MARK_FIRST + Math.floor(index / MARK_BASE), MARK_FIRST + MARK_BASE + (index % MARK_BASE));
}

const ESCAPED = /[\uE000-\uF8FF&<]/;
const escapeText = (text: string): string =>
  ESCAPED.test(text)
    ? text
        .replace(/[\uE000-\uF8FF]/g, "")
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
    : text;
const escapeAttribute = (text: string): string => escapeText(text).replace(/"/g, "&quot;");

const KEPT_ATTRIBUTES = ["class", "id", "role", "itemprop", "aria-hidden", "aria-modal", "hidden", "rel"];
const VOID_TAGS = new Set(["br", "hr", "img", "input"]);
const DROPPED_TAGS = new Set([
  "head",
  "meta",
  "link",
  "base",
  "source",
  "track",
  "wbr",
  "area",
  "col",
  "param",
  "command",
  "keygen",
  "frame",
]);
const NAME_PATTERN = /^[a-z][a-z0-9-]*$/;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** Named nothing, these only style a text: without them Readability sees the same in fewer steps. */
const UNWRAPPED_TAGS = new Set(
  "span b i em strong font u small big s strike tt sup sub mark abbr acronym cite ins del time label bdi bdo nobr".split(
    " ",
  ),
);
const isNamed = ({ class: classes, id, role, hidden }: PageElement["attributes"]): boolean =>
  classes !== undefined || id !== undefined || role !== undefined || hidden !== undefined;

/**
 * Well-formed HTML of what Readability looks at: half the time of a full DOM, and the same blocks on 150 pages. An
 * element without text or picture is left out.
 */
function toHtml(page: Page, title: string): string {
  const parts: string[] = [`<!doctype html><html><head><title>${escapeText(title)}</title></head><body>`];
  /** Whether the node leaves anything to see. */
  const visit = (node: PageElement | PageText): boolean => {
    if (node.kind === "text") {
      if (node.isFirst) parts.push(toMark(node.block));
      parts.push(node.block < 0 ? " " : escapeText(node.text));
      return node.block >= 0;
    }
    const { tag, attributes } = node;
    if (DROPPED_TAGS.has(tag)) {
      let isSeen = false;
      for (const child of node.children)
        if (child.kind === "element" && child.tag === "body") isSeen = visit(child) || isSeen;
      return isSeen;
    }
    const isVoid = VOID_TAGS.has(tag);
    const isKept =
      tag !== "html" &&
      tag !== "body" &&
      (UNWRAPPED_TAGS.has(tag) ? isNamed(attributes) || attributes["style"] !== undefined : NAME_PATTERN.test(tag));
    const start = parts.length;
    if (isKept) {
      parts.push("<", tag);
      for (const name of KEPT_ATTRIBUTES) {
        const value = attributes[name];
        if (value !== undefined) parts.push(" ", name, '="', escapeAttribute(value), '"');
      }
      const style = attributes["style"];
      if (style !== undefined && HIDDEN_STYLE.test(style)) parts.push(' style="display:none"');
      if (tag === "a") parts.push((attributes["href"] ?? "").startsWith("#") ? ' href="#x"' : ' href="/x"');
      if (tag === "img") parts.push(' src="/x.jpg"');
      parts.push(isVoid ? "/>" : ">");
    }
    if (isVoid) return true;
    let isSeen = false;
    for (const child of node.children) isSeen = visit(child) || isSeen;
    if (isKept && isSeen) parts.push("</", tag, ">");
    if (isKept && !isSeen) parts.length = start;
    return isSeen;
  };
  for (const child of page.root.children) visit(child);
  parts.push("</body></html>");
  return parts.join("");
}

/** Numbers of the blocks Readability keeps; empty when it finds nothing or was not asked. */
export function findReadable(page: Page, blocks: readonly Block[], title: string): ReadonlySet<number> {
  const kept = new Set<number>();
  const textLength = blocks.reduce((sum, block) => sum + block.length, 0);
  if (page.elements.length > ELEMENTS_MAX || textLength > TEXT_LENGTH_MAX || blocks.length > MARK_BASE * MARK_BASE)
    return kept;
  let content: string | null | undefined;
  try {
    content = new Readability<string>(new JSDOMParser().parse(toHtml(page, title)) as never, {
      disableJSONLD: true,
      keepClasses: true,
      serializer: (node) => node.textContent ?? "",
    }).parse()?.content;
  } catch {
    // A page on which it fails is judged by the other features.
    return kept;
  }
  for (const match of (content ?? "").matchAll(MARK_PATTERN)) {
    const high = (match[1] ?? "").charCodeAt(0) - MARK_FIRST;
    const low = (match[2] ?? "").charCodeAt(0) - MARK_FIRST - MARK_BASE;
    kept.add(high * MARK_BASE + low);
  }
  return kept;
}
