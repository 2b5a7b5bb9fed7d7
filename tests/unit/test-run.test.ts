/** The test run itself: what it says at its end is what happened in it. */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

test("a run with failed contract tests does not end with code 0", () => {
  const helper = fileURLToPath(new URL("../helpers/postgres-package.ts", import.meta.url));
  // As vitest does: the code is set, and the process ends when nothing is left to do.
  const program = `const { importEmbeddedPostgres } = await import(${JSON.stringify(helper)});
    await importEmbeddedPostgres();
    process.exitCode = 3;`;
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(status).toBe(3);
});
