/** A page as a tree of its elements, within bounds: just enough to see which of its parts look alike. */

import { Parser } from "htmlparser2";
import { decodeEntities, removeControls } from "../plain-text.ts";

const ELEMENTS_MAX = 80_000;
/** Deeper nesting ends the reading: htmlparser2 gets slow with depth, and no list means it. */
const DEPTH_MAX = 400;
const LENGTH_MAX = 5_000_000;
const ATTRIBUTE_LENGTH_MAX = 2_000;
const STOP = new Error("stop");

export interface PageElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: PageElement | null;
  readonly children: (PageElement | string)[];
}

/** What is never words for readers. */
const WORDLESS: ReadonlySet<string> = new Set(["style", "noscript", "template", "svg", "iframe", "select", "option"]);

/** The elements in their order; those beyond the bounds are missing. Scripts are kept, as structured data is one. */
export function readPageTree(html: string): readonly PageElement[] {
  const elements: PageElement[] = [];
  const open: PageElement[] = [];
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (elements.length >= ELEMENTS_MAX || open.length >= DEPTH_MAX) throw STOP;
        const parent = open.at(-1) ?? null;
        const element = { tag, attributes, parent, children: [] };
        parent?.children.push(element);
        elements.push(element);
        open.push(element);
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
      onclosetag() {
        open.pop();
      },
    },
    { decodeEntities: false },
  );
  try {
    parser.end(html.slice(0, LENGTH_MAX));
  } catch (error) {
    if (error !== STOP) throw error;
  }
  return elements;
}

export const attributeOf = ({ attributes }: PageElement, name: string): string =>
  decodeEntities((attributes[name] ?? "").slice(0, ATTRIBUTE_LENGTH_MAX)).trim();

/** The element and all above it, up to the page's own. */
export function* ancestorsOf(element: PageElement): Generator<PageElement> {
  for (let each: PageElement | null = element; each !== null; each = each.parent) yield each;
}

/** The elements below it in their order, as many as are wanted. */
export function descendantsOf(element: PageElement, countMax: number): readonly PageElement[] {
  const found: PageElement[] = [];
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined && found.length <= countMax; next = waiting.pop()) {
    found.push(next);
    for (const child of next.children.slice(0, countMax).reverse()) if (typeof child !== "string") waiting.push(child);
  }
  return found.slice(1);
}

/** Its words on one line. */
export function textOf(element: PageElement, lengthMax: number): string {
  const parts: string[] = [];
  let length = 0;
  const waiting: (PageElement | string)[] = [...element.children].reverse();
  while (waiting.length > 0 && length < lengthMax * 2) {
    const next = waiting.pop();
    if (next === undefined) break;
    if (typeof next === "string") {
      parts.push(next);
      length += next.length;
    } else if (!WORDLESS.has(next.tag) && next.tag !== "script") {
      parts.push(" ");
      for (const child of [...next.children].reverse()) waiting.push(child);
    }
  }
  const line = removeControls(decodeEntities(parts.join("")))
    .toWellFormed()
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= lengthMax
    ? line
    : `${line
        .slice(0, lengthMax - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

/** The words of an element alone, none of those below it; for scripts and short labels. */
export const ownTextOf = ({ children }: PageElement): string =>
  children.filter((child) => typeof child === "string").join("");
