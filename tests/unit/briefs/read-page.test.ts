/** The briefs shown in the documentation are the ones the program makes. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { writeSamplePage } from "../../../tools/briefs/sample-briefs.ts";

test("docs/briefs-read.md shows ten briefs as they come out; `npm run --silent samples -- --page` writes it", async () => {
  const page = readFileSync(new URL("../../../docs/briefs-read.md", import.meta.url), "utf8");
  expect(page).toBe(await writeSamplePage());
  expect(page.match(/^## /gm)).toHaveLength(10);
});
