/** Tells which lines of a page are links, and where they lead. */

import type { Block } from "./blocks.ts";
import type { PageElement } from "./tree.ts";

const LINK_SHARE_MIN = 0.8;
/** Elements around a line in which its link may stand. */
const LINK_LEVELS = 5;

/** The first link inside an element. */
function findInner(element: PageElement): PageElement | null {
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    const found = child.tag === "a" ? child : findInner(child);
    if (found !== null) return found;
  }
  return null;
}

/** The link that an element stands in, or else the first one in it. */
export function findLink(element: PageElement): PageElement | null {
  let up = 0;
  for (let each: PageElement | null = element; each !== null && up < LINK_LEVELS; each = each.parent, up++)
    if (each.tag === "a") return each;
  return findInner(element);
}

/** Tells a line that is a link to another page; one within the page belongs to the article's table of contents. */
export function createLinkTest(): (block: Block) => boolean {
  // One element may hold thousands of lines: its link is looked for once.
  const known = new Map<PageElement, boolean>();
  return ({ element, length, linkLength }) => {
    if (length === 0 || linkLength / length <= LINK_SHARE_MIN) return false;
    const answer = known.get(element);
    if (answer !== undefined) return answer;
    const address = findLink(element)?.attributes["href"];
    const leadsElsewhere = address !== undefined && !address.includes("#");
    known.set(element, leadsElsewhere);
    return leadsElsewhere;
  };
}
