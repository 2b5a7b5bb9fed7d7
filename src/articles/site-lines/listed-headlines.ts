/** Finds the headlines of other articles that a page lists above its text: links to other pages before the first paragraph. */

import type { Block } from "../page/blocks.ts";
import { createLinkTest } from "../page/links.ts";
import { isProse } from "../page/places.ts";

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
