/** Takes boxes off a page's tree that ask for consent: they stand over the article and are none of it. */

import { cleanLine, countSolid } from "../clean.ts";
import { isConsentLine, isWallTitle } from "../site-lines/wall-phrases.ts";
import type { Page, PageElement } from "./tree.ts";
import { BLOCK_TAGS, textOf } from "./tree.ts";

/** How the makers of such boxes, and sites, name them. */
const BOX_NAME =
  /onetrust|ot-sdk|cookie-?_?(?:banner|bar|box|consent|notice|law|popup|modal|message|overlay|wall|info|alert|disclaimer|manager|prefs)|cookiebot|cybot|cookieconsent|(?:^|[\s_-])(?:consent|gdpr|ccpa|rgpd|dsgvo|cmp)(?:[\s_-]|$)|consent-?_?(?:banner|box|modal|popup|manager|overlay|layer|wall|dialog)|didomi|usercentrics|sp_message|qc-cmp|truste|fc-consent|iubenda|osano|cmplz|complianz|borlabs|termly|klaro|axeptio|tarteaucitron|evidon|privacy-?_?(?:banner|popup|modal|overlay|manager|prompt|wall|layer)/i;
const OUTER_TAGS = new Set(["#root", "html", "head", "body", "main", "article"]);
const MAIN_TAGS = new Set(["main", "article"]);
const DIALOG_ROLE = /^(?:alert)?dialog$/;
/** Characters of a box, and of one that nothing but its words gives away. */
const BOX_LENGTH_MAX = 6_000;
const UNNAMED_LENGTH_MAX = 2_500;
/** Share of an element's text outside the one child that asks for consent: then that child is the box. */
const OUTSIDE_MIN = 0.3;
/** Share of a box's text that asks for consent; the rest are buttons and what is said besides. */
const CONSENT_SHARE_MIN = 0.25;
const LINE_LENGTH_MAX = 1_000;

const isElement = (node: { readonly kind: string }): node is PageElement => node.kind === "element";

/** Solid characters of consent lines and of all text inside every element, and which hold the article or its headline. */
function measure(page: Page): { asked: Int32Array; lengths: Int32Array; mains: Uint8Array } {
  const size = page.elements.length + 1;
  const [asked, lengths, mains] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)];
  const add = (numbers: Int32Array | Uint8Array, index: number, value: number): void => {
    numbers[index + 1] = (numbers[index + 1] ?? 0) + value;
  };
  for (let index = page.elements.length - 1; index >= 0; index--) {
    const element = page.elements[index];
    if (element === undefined) continue;
    let own = 0;
    let hasBlock = false;
    for (const child of element.children) {
      if (!isElement(child)) own += countSolid(child.text);
      else if (BLOCK_TAGS.has(child.tag)) hasBlock = true;
    }
    add(lengths, index, own);
    const length = lengths[index + 1] ?? 0;
    const isLine = BLOCK_TAGS.has(element.tag) && !hasBlock && length > 20 && length < LINE_LENGTH_MAX;
    if (isLine && isConsentLine(cleanLine(textOf(element)))) asked[index + 1] = length;
    const isHeadline = element.tag === "h1" && !isWallTitle(cleanLine(textOf(element)));
    if (MAIN_TAGS.has(element.tag) || isHeadline) mains[index + 1] = 1;
    const outer = element.parent?.index ?? -1;
    add(lengths, outer, length);
    add(asked, outer, asked[index + 1] ?? 0);
    if (mains[index + 1] === 1) mains[outer + 1] = 1;
  }
  return { asked, lengths, mains };
}

const hasButton = ({ tag, attributes, children }: PageElement): boolean =>
  tag === "button" || attributes["role"] === "button" || children.some((child) => isElement(child) && hasButton(child));

/** Changes the tree. */
export function removeConsentBoxes(page: Page): void {
  const { asked, lengths, mains } = measure(page);
  const total = lengths[0] ?? 0;
  const isBoxed = (element: PageElement): boolean => {
    const length = lengths[element.index + 1] ?? 0;
    return !OUTER_TAGS.has(element.tag) && mains[element.index + 1] !== 1 && length <= BOX_LENGTH_MAX;
  };
  const isNamed = ({ tag, attributes }: PageElement): boolean =>
    tag === "dialog" ||
    attributes["aria-modal"] === "true" ||
    DIALOG_ROLE.test(attributes["role"] ?? "") ||
    BOX_NAME.test(`${attributes["id"] ?? ""} ${attributes["class"] ?? ""}`);
  const hasInnerBox = (element: PageElement, length: number, asking: number): boolean =>
    asking > 0 &&
    element.children.some(
      (child) =>
        isElement(child) &&
        (child.children.some(isElement) || !hasButton(element)) &&
        (asked[child.index + 1] ?? 0) === asking &&
        length - (lengths[child.index + 1] ?? 0) > OUTSIDE_MIN * length,
    );
  const isBox = (element: PageElement): boolean => {
    if (!isBoxed(element)) return false;
    const length = lengths[element.index + 1] ?? 0;
    const asking = asked[element.index + 1] ?? 0;
    const share = asking / Math.max(1, length);
    if (!isNamed(element) && hasInnerBox(element, length, asking)) return false;
    if (isNamed(element)) return length < total / 2 || share > 0;
    return share >= CONSENT_SHARE_MIN && length <= UNNAMED_LENGTH_MAX;
  };
  const prune = (element: PageElement): void => {
    const kept = element.children.filter((child) => !isElement(child) || !isBox(child));
    if (kept.length < element.children.length) element.children.splice(0, element.children.length, ...kept);
    for (const child of kept) if (isElement(child)) prune(child);
  };
  // Without article in it there may be nothing but the box: then the page is a wall, which is told elsewhere.
  prune(page.root);
}
