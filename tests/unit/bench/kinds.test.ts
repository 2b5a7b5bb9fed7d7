/** The kinds of inputs of bench/kinds, some of each: the bench tries hundreds. */

import { expect, test } from "vitest";
import { FEED_KINDS } from "../../../bench/kinds/feeds.ts";
import { PAGE_KINDS } from "../../../bench/kinds/pages.ts";
import { QUOTE_KINDS } from "../../../bench/kinds/quotes.ts";
import { createRandom } from "../../../tools/learning/random.ts";

const COUNT = 6;

test.each([...FEED_KINDS, ...PAGE_KINDS, ...QUOTE_KINDS])("$name", async ({ tryOne }) => {
  const random = createRandom(7);
  for (let count = 0; count < COUNT; count += 1) expect(await tryOne(random)).toBeNull();
});
