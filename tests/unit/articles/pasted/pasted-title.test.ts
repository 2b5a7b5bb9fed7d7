/** The headline among the lines of a pasted page, and how often each line is looked at for it. */

import { expect, test } from "vitest";
import type { Line } from "../../../../src/articles/pasted/pasted-lines.ts";
import { findTitle } from "../../../../src/articles/pasted/pasted-title.ts";

test("a page of short lines without end is looked through once, not once for each line", () => {
  let looks = 0;
  const lines = Array.from({ length: 5_000 }, (_, index): Line => {
    const text = `Ferry ${index} leaves on time`;
    return {
      text,
      get kind() {
        looks++;
        return "short" as const;
      },
    };
  });
  findTitle(lines, new Set());
  expect(looks).toBeLessThan(lines.length * 30);
});

test("a headline that stands alone is chosen before those of a list", () => {
  const short = (text: string): Line => ({ text, kind: "short" });
  const body: Line = { text: "The ferry to Varen left the pier at noon with nobody aboard.", kind: "body" };
  const list = [
    "The ferry to Hale is late again",
    "The pier of Hale gets a new roof",
    "The mayor opens the pier of Hale",
  ];
  const lines = [...list.map(short), { text: "Rail", kind: "rail" as const }, body, body];
  expect(findTitle([short("The ferry to Varen left empty"), body, body], new Set())).toBe(0);
  expect(
    findTitle([...lines.slice(0, 3), short("Varen"), short("The ferry to Varen left empty"), body], new Set()),
  ).toBe(4);
});
