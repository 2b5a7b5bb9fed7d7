/** Writes raised and lowered numbers so that they stay what they are: ten to the sixth is never 106. */

import type { PageElement, PageText } from "./elements.ts";

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const LOWERED = "₀₁₂₃₄₅₆₇₈₉";
const SIGNS: Readonly<Record<string, readonly [string, string]>> = {
  "+": ["⁺", "₊"],
  "-": ["⁻", "₋"],
  "−": ["⁻", "₋"],
  "(": ["⁽", "₍"],
  ")": ["⁾", "₎"],
};
/** A number, with its sign and its point. */
const NUMBER = /^\s*[+−-]?\d{1,6}(?:[.,]\d{1,4})?\s*$/;
/** "2", "[2]", "a, b", "*": what leads to a note. */
const NOTE = /^\s*[[(]?\s*(?:\d{1,3}|[a-z]|[*†‡§]{1,3}|note \d{1,3})(?:\s*[,–-]\s*(?:\d{1,3}|[a-z]))*\s*[\])]?\s*$/i;
const BRACKETED = /^\s*\[\s*(?:\d{1,3}|[a-z])\s*\]\s*$/i;
const NOTE_NAME =
  /(?:^|[\s_-])(?:reference|footnote|fn(?:ref)?|noteref|note-ref|cite(?:_?ref|_?note)?|endnote|footnotes?-ref)(?:[\s_-]|\d|$)/i;

function textIn(node: PageElement | PageText): string {
  return node.kind === "text" ? node.text : node.children.map(textIn).join("");
}

function leadsToNote(element: PageElement): boolean {
  const { class: classes = "", id = "", role = "", href } = element.attributes;
  if (NOTE_NAME.test(classes) || NOTE_NAME.test(id) || role === "doc-noteref") return true;
  if (element.tag === "a" && href?.includes("#") === true) return true;
  return element.children.some((child) => child.kind === "element" && leadsToNote(child));
}

const isInLink = ({ parent }: PageElement): boolean =>
  parent !== null && parent.tag === "a" && parent.attributes["href"]?.includes("#") === true;

/** Looks for children of one element in their order, each from where the one before was found. */
type Places = Map<PageElement, number>;

/** The character right before an element, on its line. */
function before(element: PageElement, places: Places): string {
  const { parent } = element;
  if (parent === null) return "";
  const place = parent.children.indexOf(element, places.get(parent) ?? 0);
  places.set(parent, Math.max(0, place));
  for (let at = place - 1; at >= 0; at--) {
    const node = parent.children[at];
    const text = node === undefined ? "" : textIn(node);
    if (text !== "") return text.slice(-1);
  }
  return /^(?:a|b|i|em|span|strong|font|small|nobr)$/.test(parent.tag) ? before(parent, places) : "";
}

/** "2" raised is "²"; null where there is no such character. */
function shift(text: string, isRaised: boolean): string | null {
  let shifted = "";
  for (const character of text.trim()) {
    const digit = /\d/.test(character) ? (isRaised ? RAISED : LOWERED)[Number(character)] : null;
    const sign = SIGNS[character]?.[isRaised ? 0 : 1] ?? (/[.,]/.test(character) ? "·" : undefined);
    const next = digit ?? sign;
    if (next === undefined) return null;
    shifted += next;
  }
  return shifted;
}

const replaceText = (element: PageElement, text: string): void => {
  const node: PageText = { kind: "text", text, block: -1, isFirst: false };
  element.children.splice(0, element.children.length, node);
};

/** Changes the tree: marks of notes go, numbers at a number or a unit are written raised or lowered. */
export function writeRaised(elements: readonly PageElement[]): void {
  const places: Places = new Map();
  for (const element of elements) {
    if (element.tag !== "sup" && element.tag !== "sub") continue;
    const text = textIn(element);
    const isRaised = element.tag === "sup";
    if (isRaised && NOTE.test(text) && (leadsToNote(element) || isInLink(element) || BRACKETED.test(text))) {
      replaceText(element, "");
      continue;
    }
    if (!NUMBER.test(text)) continue;
    // "CO" and a lowered 2 read on as CO2, as everybody writes it; at a digit the two would make another number.
    const last = before(element, places);
    const isNumber = isRaised ? last !== "" && !/\s/.test(last) : /[\d⁰¹²³⁴-⁹/⁄]/.test(last);
    const shifted = isNumber ? shift(text, isRaised) : null;
    if (shifted !== null) replaceText(element, shifted);
  }
}
