import { expect, test } from "vitest";
import { createLog, createScrubber } from "../../../src/app/log.ts";

const TELEGRAM_TOKEN = `123456789:${"A1b2-C3d4_".repeat(4).slice(0, 35)}`;

test("known secrets are scrubbed wherever they stand", () => {
  const scrub = createScrubber(["hunter2hunter2", null, ""]);
  expect(scrub('{"url":"https://x/hunter2hunter2/y"}')).toBe('{"url":"https://x/[secret]/y"}');
});

test("token-like texts are scrubbed though nobody named them", () => {
  const scrub = createScrubber([]);
  expect(scrub(`invalid json at https://api.example/bot${TELEGRAM_TOKEN}/getMe`)).not.toContain("A1b2");
  expect(scrub(`Bot ${"a".repeat(24)}.${"b".repeat(6)}.${"c".repeat(38)}`)).toBe("Bot [token]");
});

test("a log line is JSON with level, time and event, and no secret", () => {
  const lines: string[] = [];
  const log = createLog({
    level: "info",
    secrets: ["hunter2hunter2"],
    destination: {
      write: (line: string) => {
        lines.push(line);
      },
    },
  });
  log.info({ feedId: "harbor", reason: "hunter2hunter2 was refused" }, "poll_failed");
  log.debug({}, "unseen");
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({
    level: "info",
    event: "poll_failed",
    feedId: "harbor",
    reason: "[secret] was refused",
  });
});
