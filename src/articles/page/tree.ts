/** Page to a light tree of elements and texts: one bounded pass that skips scripts and flattens absurd nesting. */

import { Parser } from "htmlparser2";
import { findLanguage } from "../../languages/index.ts";
import type { PageElement, PageText } from "./elements.ts";
import { writeRaised } from "./raised-text.ts";
import { removeUnseen } from "./unseen.ts";

/** Characters of one page; longer pages are refused. */
export const HTML_LENGTH_MAX = 12_000_000;
/** Elements of one page. The largest of 2,384 real pages had 10,110. */
export const ELEMENTS_MAX = 120_000;
/** Pieces of text of one page. One ends at every tag, reference (`&amp;`) and `<` that opens none: some megabytes of these fill the heap. */
export const TEXTS_MAX = 3 * ELEMENTS_MAX;
/** Nesting kept; deeper elements are read as if they stood in the last one kept. The deepest real page had 138. */
const DEPTH_MAX = 256;
/** Nesting at which a page is refused: the tokenizer's own stack gets slow. */
export const RAW_DEPTH_MAX = 2_000;
const ATTRIBUTE_LENGTH_MAX = 2_000;
const ATTRIBUTES_MAX = 40;
/** Characters of structured data kept, and of style sheets. */
const JSON_LD_LENGTH_MAX = 2_000_000;
const STYLES_LENGTH_MAX = 1_000_000;

export type ArticleErrorCode = "too-large" | "too-deep" | "no-text" | "wall";

/** The page cannot be read; the message is a sentence that says why. */
export class ArticleError extends Error {
  readonly code: ArticleErrorCode;
  constructor(code: ArticleErrorCode, message: string) {
    super(message);
    this.name = "ArticleError";
    this.code = code;
  }
}

export type { PageElement, PageText } from "./elements.ts";

export interface Page {
  readonly root: PageElement;
  /** Every element in document order. */
  readonly elements: readonly PageElement[];
  /** The text of every script of structured data. */
  readonly jsonLd: readonly string[];
}

/** Elements whose content is no text of the page; `rt` and `rp` say how the word beside them is read, and would double it. */
const SKIPPED = new Set(
  "script style noscript template svg math canvas iframe object embed applet video audio map select datalist option textarea noframes head-style portal rt rp rtc".split(
    " ",
  ),
);

/** Elements that start on a line of their own. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul amp-accordion amp-sidebar".split(
    " ",
  ),
);

/** Breaks inside a cell that do not make its table a layout table. */
const CELL_BLOCKS = new Set(["p", "div", "center"]);

/** The attributes themselves, or a shortened copy where a page has too many or too long ones. */
function keepAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let count = 0;
  let isWithin = true;
  for (const name in attributes)
    if (++count > ATTRIBUTES_MAX || (attributes[name] ?? "").length > ATTRIBUTE_LENGTH_MAX) isWithin = false;
  if (isWithin) return attributes;
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(attributes).slice(0, ATTRIBUTES_MAX))
    kept[name] = value.slice(0, ATTRIBUTE_LENGTH_MAX);
  return kept;
}

const toText = (text: string): PageText => ({ kind: "text", text, block: -1, isFirst: false });
const OPENING_MARK = /^\s*["“„«»‘'「『]/;

/** The marks that a browser draws around <q>; none where the page has written them itself. */
function addMarks(quotation: PageElement, language: string): void {
  const text = textOf(quotation);
  if (text.trim() === "" || OPENING_MARK.test(text)) return;
  let isInner = false;
  for (let outer = quotation.parent; outer !== null; outer = outer.parent) if (outer.tag === "q") isInner = true;
  const [open, close] = isInner ? ["‘", "’"] : findLanguage(language).marks.hasLowOpeners ? ["„", "“"] : ["“", "”"];
  quotation.children.unshift(toText(open));
  quotation.children.push(toText(close));
}

/** Throws an ArticleError on a page beyond the limits; everything else is read as a browser shows it, however broken. */
export function parsePage(html: string): Page {
  if (html.length > HTML_LENGTH_MAX)
    throw new ArticleError("too-large", `The page has more than ${HTML_LENGTH_MAX} characters.`);
  const root: PageElement = {
    kind: "element",
    tag: "#root",
    attributes: {},
    parent: null,
    depth: 0,
    index: -1,
    children: [],
    hasBlock: false,
  };
  const elements: PageElement[] = [];
  let textCount = 0;
  const jsonLd: string[] = [];
  let jsonLdLength = 0;
  const sheets: string[] = [];
  let sheet = "";
  let sheetsLength = 0;
  let isSheet = false;
  let current = root;
  let rawDepth = 0;
  /** Raw depths at which elements were not entered; they close without effect. */
  let flattened = 0;
  let skippedDepth = 0;
  let isJsonLd = false;
  let script = "";
  const cells: PageElement[] = [];

  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++rawDepth > RAW_DEPTH_MAX)
          throw new ArticleError("too-deep", `The page nests more than ${RAW_DEPTH_MAX} elements.`);
        if (skippedDepth > 0) {
          skippedDepth++;
          return;
        }
        if (SKIPPED.has(tag)) {
          skippedDepth = 1;
          isJsonLd = tag === "script" && /ld\+json/i.test(attributes["type"] ?? "");
          isSheet = tag === "style" && !/print|speech/i.test(attributes["media"] ?? "");
          script = "";
          sheet = "";
          return;
        }
        if (elements.length >= ELEMENTS_MAX)
          throw new ArticleError("too-large", `The page has more than ${ELEMENTS_MAX} elements.`);
        if (current.depth >= DEPTH_MAX) {
          flattened++;
          return;
        }
        const element: PageElement = {
          kind: "element",
          tag,
          attributes: keepAttributes(attributes),
          parent: current,
          depth: current.depth + 1,
          index: elements.length,
          children: [],
          hasBlock: false,
        };
        if (BLOCK_TAGS.has(tag) && !CELL_BLOCKS.has(tag)) {
          const cell = cells.at(-1);
          if (cell !== undefined && tag !== "td" && tag !== "th" && tag !== "tr") cell.hasBlock = true;
        }
        if (tag === "td" || tag === "th") cells.push(element);
        current.children.push(element);
        elements.push(element);
        current = element;
      },
      ontext(text) {
        if (skippedDepth > 0) {
          if (isJsonLd && jsonLdLength + script.length + text.length <= JSON_LD_LENGTH_MAX) script += text;
          if (isSheet && sheetsLength + sheet.length + text.length <= STYLES_LENGTH_MAX) sheet += text;
          return;
        }
        if (++textCount > TEXTS_MAX)
          throw new ArticleError("too-large", `The page has more than ${TEXTS_MAX} pieces of text.`);
        current.children.push(toText(text));
      },
      onclosetag() {
        rawDepth--;
        if (skippedDepth > 0) {
          if (--skippedDepth > 0) return;
          if (isJsonLd) {
            jsonLd.push(script);
            jsonLdLength += script.length;
          }
          if (isSheet) {
            sheets.push(sheet);
            sheetsLength += sheet.length;
          }
          isJsonLd = false;
          isSheet = false;
          return;
        }
        if (flattened > 0) {
          flattened--;
          return;
        }
        if (cells.at(-1) === current) cells.pop();
        if (current.tag === "q") addMarks(current, elements[0]?.attributes["lang"] ?? "");
        current = current.parent ?? root;
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  removeUnseen(root, elements, sheets);
  writeRaised(elements);
  return { root, elements, jsonLd };
}

/** Text inside an element, on one line; stops after `lengthMax` characters. */
export function textOf(element: PageElement, lengthMax = 2_000): string {
  let text = "";
  const visit = (node: PageElement | PageText): void => {
    if (text.length >= lengthMax) return;
    if (node.kind === "text") text += node.text;
    else {
      if (BLOCK_TAGS.has(node.tag) || node.tag === "br") text += " ";
      for (const child of node.children) visit(child);
      if (BLOCK_TAGS.has(node.tag)) text += " ";
    }
  };
  visit(element);
  return text.slice(0, lengthMax);
}
