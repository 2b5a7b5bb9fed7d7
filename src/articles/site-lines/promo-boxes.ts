/** Finds the small boxes between an article's paragraphs in which a page tells of other articles: "More from Tarnby". */

import type { Block } from "../page/blocks.ts";
import type { PageElement } from "../page/tree.ts";
import { isRail, opensLikeRail } from "./site-phrases.ts";

const HEADING = /^h[2-6]$/;
const OUTER_TAGS = new Set(["#root", "html", "body", "main", "article"]);
/** Lines below the heading: a box with more is a part of something. */
const LINES_MAX = 4;
const LENGTH_MAX = 600;
const PROMO_NAME =
  /(?:^|[\s_-])(?:promos?|promotions?|promoted|related|teasers?|recirc|recirculation|recommended|recommendations?|also-?read|read-?(?:more|next|also)|more-?(?:from|on|stories)|sponsor(?:ed)?|advert(?:isement)?)(?:$|[\s_-])/i;

const isNamedPromo = (element: PageElement): boolean =>
  PROMO_NAME.test(`${element.attributes["class"] ?? ""} ${element.attributes["id"] ?? ""}`);

/** Whether an element holds a block. */
function holds(element: PageElement, block: Block | undefined): boolean {
  for (let each = block?.element ?? null; each !== null; each = each.parent) if (each === element) return true;
  return false;
}

const sum = (lengths: readonly number[]): number => lengths.reduce((total, length) => total + length, 0);

/** Numbers of the blocks of such boxes, their headings among them. */
export function findPromoBoxes(
  blocks: readonly Block[],
  isChosen: (block: Block, number: number) => boolean,
): ReadonlySet<number> {
  const found = new Set<number>();
  const lengths = blocks.map((block, number) => (isChosen(block, number) ? block.length : 0));
  const whole = sum(lengths);
  blocks.forEach((heading, number) => {
    if (!HEADING.test(heading.element.tag) || (!isRail(heading.text) && !opensLikeRail(heading.text))) return;
    const box = heading.element.parent;
    if (box === null || OUTER_TAGS.has(box.tag) || holds(box, blocks[number - 1])) return;
    if (!isRail(heading.text) && !isNamedPromo(box)) return;
    let end = number + 1;
    while (end < blocks.length && end - number <= LINES_MAX + 1 && holds(box, blocks[end])) end++;
    const lines = blocks.slice(number + 1, end);
    if (lines.length === 0 || lines.length > LINES_MAX) return;
    if (sum(lines.map(({ length }) => length)) > LENGTH_MAX) return;
    // What is half of the text is the article, however it is headed.
    if (2 * sum(lengths.slice(number, end)) >= whole) return;
    for (let each = number; each < end; each++) found.add(each);
  });
  return found;
}
