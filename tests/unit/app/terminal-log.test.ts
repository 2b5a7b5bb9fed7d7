/** What somebody sees who runs the bot in a terminal. */

import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "../../../src/app/log.ts";
import { createTerminalStream } from "../../../src/app/terminal-log.ts";

test("a line on a terminal has time, level, event and fields in plain words, no JSON and no secret", () => {
  const output = new PassThrough();
  const destination = createTerminalStream(output);
  const log = createLog({ level: "info", secrets: ["hunter2hunter2"], destination });
  log.warn({ feedId: "harbor", reason: "hunter2hunter2 was refused" }, "poll_failed");
  const line = String(output.read());
  expect(line).toMatch(
    /^\[\d\d:\d\d:\d\d\] WARN: poll_failed \{"feedId":"harbor","reason":"\[secret\] was refused"\}\n$/,
  );
});
