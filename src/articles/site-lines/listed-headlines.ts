/** Finds the headlines of other articles that a page lists above its text: links to other pages before the first paragraph. */

import type { Block } from "../page/blocks.ts";
import { isProse } from "../page/places.ts";
import type { PageElement } from "../page/tree.ts";

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
function findLink(element: PageElement): PageElement | null {
  let up = 0;
  for (let each: PageElement | null = element; each !== null && up < LINK_LEVELS; each = each.parent, up++)
    if (each.tag === "a") return each;
  return findInner(element);
}

/** Tells a line that is a link to another page; one within the page belongs to the article's table of contents. */
function createLinkTest(): (block: Block) => boolean {
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

/**
 * Numbers of such lines, whatever holds them: a rail beside the text, or the text's own element. A linked heading right
 * above a chosen line heads that, unless one of its kind stands before it. Nothing is found where more is chosen above
 * the first paragraph than in paragraphs: there the lines are the article.
 */
export function findListedHeadlines(
  blocks: readonly Block[],
  isChosen: (block: Block, number: number) => boolean,
): ReadonlySet<number> {
  const chosen = blocks.map(isChosen);
  const first = blocks.findIndex((block, number) => chosen[number] === true && isProse(block));
  let lengthAbove = 0;
  let proseLength = 0;
  blocks.forEach((block, number) => {
    if (chosen[number] !== true) return;
    if (number < first) lengthAbove += block.length;
    else if (isProse(block)) proseLength += block.length;
  });
  const listed = new Set<number>();
  if (lengthAbove > proseLength) return listed;
  const leadsElsewhere = createLinkTest();
  for (let number = 0; number < first; number++) {
    const [before, block, after] = [blocks[number - 1], blocks[number], blocks[number + 1]];
    if (block === undefined || after === undefined || !leadsElsewhere(block)) continue;
    const { tag } = block.element;
    const isHeading =
      /^h[2-6]$/.test(tag) && before?.element.tag !== tag && chosen[number + 1] === true && !leadsElsewhere(after);
    if (!isHeading) listed.add(number);
  }
  return listed;
}
