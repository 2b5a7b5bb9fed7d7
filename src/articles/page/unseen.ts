/** Takes out of a page's tree what its reader does not see: hidden elements, tips that pop up, struck-out words. */

import { countSolid } from "../clean.ts";
import type { PageElement, PageText } from "./elements.ts";
import { createStyleTest, readStyle } from "./style-rules.ts";

const STRUCK_TAGS = new Set(["del", "s", "strike"]);
/** Never taken for hidden: they hold the page. */
const OUTER_TAGS = new Set(["#root", "html", "head", "body", "meta", "link", "title", "main"]);
const MAIN_TAGS = new Set(["h1", "main", "article"]);
/** Classes that libraries give to what only a screen reader reads, or a wider screen shows. */
const HIDDEN_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|a11y-hidden|element-invisible|tooltip-?text|d-none|hidden)(?:\s|$)/i;
const SHOWN_ELSEWHERE =
  /(?:^|\s)(?:(?:sm|md|lg|x{1,2}l):|d-(?:sm|md|lg|x{1,2}l)-|(?:sr-only|visually-hidden)-focusable)/i;
const READER_CLASS = /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader)/i;

const isElement = (node: PageElement | PageText): node is PageElement => node.kind === "element";

const hasHiddenClass = (element: PageElement): boolean => {
  const classes = element.attributes["class"] ?? "";
  return HIDDEN_CLASS.test(classes) && !SHOWN_ELSEWHERE.test(classes);
};

/** A letter drawn large is kept from screen readers, which are told the whole word beside it: it is seen all the same. */
function isDrawn({ parent }: PageElement): boolean {
  if (parent === null) return false;
  if (parent.attributes["aria-label"] !== undefined) return true;
  return parent.children.some((each) => isElement(each) && READER_CLASS.test(each.attributes["class"] ?? ""));
}

function isMarkedHidden(element: PageElement): boolean {
  const { tag, attributes } = element;
  return (
    attributes["hidden"] !== undefined ||
    attributes["popover"] !== undefined ||
    attributes["role"] === "tooltip" ||
    (tag === "dialog" && attributes["open"] === undefined) ||
    (attributes["aria-hidden"] === "true" && !isDrawn(element)) ||
    hasHiddenClass(element)
  );
}

const UNFOLDED_LEVELS = 2;
const OVERLAY = /modal|dialog|pop-?up|tooltip|overlay/i;

/** Ids of what buttons on the page unfold: answers below questions, the rest of a text. */
function listUnfoldable(elements: readonly PageElement[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { attributes } of elements) {
    const isButton = attributes["aria-expanded"] !== undefined || attributes["role"] === "button";
    const named = [attributes["aria-controls"], attributes["data-target"], attributes["data-bs-target"]];
    if (isButton && attributes["href"]?.startsWith("#") === true) named.push(attributes["href"]);
    for (const names of named) for (const id of (names ?? "").split(/\s+/)) ids.add(id.replace(/^#/, ""));
  }
  ids.delete("");
  return ids;
}

function isUnfoldable(element: PageElement, ids: ReadonlySet<string>): boolean {
  const { id = "", role = "", class: classes = "" } = element.attributes;
  if (element.tag === "dialog" || OVERLAY.test(`${id} ${role} ${classes}`)) return false;
  if (role === "tabpanel") return true;
  let up = 0;
  for (let each: PageElement | null = element; each !== null && up <= UNFOLDED_LEVELS; each = each.parent, up++)
    if (ids.has(each.attributes["id"] ?? "")) return true;
  return false;
}

/** Solid characters inside every element, by its index plus one, and whether it holds what pages have one of. */
function measure(elements: readonly PageElement[]): { lengths: Int32Array; mains: Uint8Array } {
  const lengths = new Int32Array(elements.length + 1);
  const mains = new Uint8Array(elements.length + 1);
  for (let index = elements.length - 1; index >= 0; index--) {
    const element = elements[index];
    if (element === undefined) continue;
    for (const child of element.children)
      if (!isElement(child)) lengths[index + 1] = (lengths[index + 1] ?? 0) + countSolid(child.text);
    const isMain = MAIN_TAGS.has(element.tag) || (element.attributes["itemprop"] ?? "").includes("articleBody");
    if (isMain) mains[index + 1] = 1;
    const outer = (element.parent?.index ?? -1) + 1;
    lengths[outer] = (lengths[outer] ?? 0) + (lengths[index + 1] ?? 0);
    if (mains[index + 1] === 1) mains[outer] = 1;
  }
  return { lengths, mains };
}

/**
 * Changes the tree. An element that holds most of the page's text, with its headline or main part, is left: pages hide
 * their article until scripts have run, and a browser without them shows nothing at all.
 */
export function removeUnseen(root: PageElement, elements: readonly PageElement[], sheets: readonly string[]): void {
  const styleOf = createStyleTest(sheets);
  const unfoldable = listUnfoldable(elements);
  const isUnseen = (element: PageElement): boolean => {
    if (OUTER_TAGS.has(element.tag)) return false;
    if (STRUCK_TAGS.has(element.tag)) return true;
    const own = element.attributes["style"];
    const [inline, shared] = [readStyle(own), styleOf(element)];
    if (inline.isStruck || shared.isStruck) return true;
    const isOverruled = /display\s*:|visibility\s*:\s*visible/i.test(own ?? "");
    const isHidden = isMarkedHidden(element) || inline.isHidden || (shared.isHidden && !isOverruled);
    return isHidden && !isUnfoldable(element, unfoldable);
  };
  const unseen = new Set(elements.filter(isUnseen));
  if (unseen.size === 0) return;
  const { lengths, mains } = measure(elements);
  const lengthOf = ({ index }: PageElement): number => lengths[index + 1] ?? 0;
  let seenLength = lengths[0] ?? 0;
  const outermost: PageElement[] = [];
  const collect = (element: PageElement): void => {
    for (const child of element.children) {
      if (!isElement(child)) continue;
      if (!unseen.has(child)) collect(child);
      else {
        outermost.push(child);
        seenLength -= lengthOf(child);
      }
    }
  };
  collect(root);
  const isKept = (element: PageElement): boolean =>
    lengthOf(element) > seenLength && (mains[element.index + 1] === 1 || seenLength === 0);
  for (const element of outermost) if (isKept(element)) unseen.delete(element);
  const prune = (element: PageElement): void => {
    if (element.children.some((child) => isElement(child) && unseen.has(child))) {
      const kept = element.children.filter((child) => !isElement(child) || !unseen.has(child));
      element.children.splice(0, element.children.length, ...kept);
    }
    for (const child of element.children) if (isElement(child)) prune(child);
  };
  prune(root);
}
