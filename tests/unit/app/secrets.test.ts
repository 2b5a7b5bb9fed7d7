/** What is secret in the settings stands in no log line and no error, however it is written there. */

import { expect, test } from "vitest";
import { createScrubber } from "../../../src/app/log.ts";
import { readSettings } from "../../../src/app/read-settings.ts";
import { listSecrets } from "../../../src/app/secrets.ts";

const scrubFor = (environment: Readonly<Record<string, string>>): ((line: string) => string) =>
  createScrubber(listSecrets(readSettings(environment)));

test("the password of the database is scrubbed, encoded and decoded, and its name stays", () => {
  const scrub = scrubFor({ DATABASE_URL: "postgres://news:s3cr%2Ft-w0rd@db.example/news" });
  const line = scrub("cannot reach postgres://news:s3cr%2Ft-w0rd@db.example/news with s3cr/t-w0rd");
  expect(line).toBe("cannot reach postgres://news:[secret]@db.example/news with [secret]");
});

test("a database file is no secret", () => {
  expect(scrubFor({ DATABASE_URL: "sqlite:data/pullquote.sqlite" })("data/pullquote.sqlite")).toContain("pullquote");
});

test("the webhook's secret, a password in its address and the page's password are scrubbed", () => {
  const scrub = scrubFor({
    TELEGRAM_WEBHOOK_URL: "https://proxy:hunter2hunter2@bot.example/hook",
    TELEGRAM_WEBHOOK_SECRET: "A-long-webhook-secret",
    WEB_PASSWORD: "correct-horse-battery",
  });
  const line = scrub("A-long-webhook-secret hunter2hunter2 correct-horse-battery");
  expect(line).toBe("[secret] [secret] [secret]");
});

test("a secret with marks is scrubbed as JSON writes it", () => {
  const key = 'k"e\\y-of-the-model';
  const scrub = scrubFor({ MODEL_KEY: key });
  expect(scrub(JSON.stringify({ reason: `refused ${key}` }))).toBe('{"reason":"refused [secret]"}');
});
