import { expect, test } from "vitest";
import { readSettings, SettingsError } from "../../../src/app/read-settings.ts";
import { SETTINGS } from "../../../src/app/settings.ts";

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

test("an empty environment gives the bot with its web page alone, on SQLite", () => {
  const settings = readSettings({});
  expect(settings.discordToken).toBeNull();
  expect(settings.telegramToken).toBeNull();
  expect(settings.databaseUrl).toBe("sqlite:data/pullquote.sqlite");
  expect(settings.isWebOn).toBe(true);
  expect(settings.webHost).toBe("127.0.0.1");
});

test("every mistake is reported at once, with the setting, what was expected and what came", () => {
  expect(problemsOf({ WEB_PORT: "99999", DATABASE_URL: "mysql://x", LOG_LEVEL: "loud" })).toEqual([
    "DATABASE_URL: expected sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME, got something else (9 characters, not shown).",
    'WEB_PORT: expected a whole number from 0 to 65535, got "99999".',
    'LOG_LEVEL: expected debug or info or warn or error or silent, got "loud".',
  ]);
});

test("a wrong token is never printed", () => {
  const [problem = ""] = problemsOf({ TELEGRAM_TOKEN: "not a token" });
  expect(problem).toContain("TELEGRAM_TOKEN: expected a token from @BotFather");
  expect(problem).not.toContain("not a token");
});

test("a model summarizer needs a server and a name", () => {
  expect(problemsOf({ SUMMARIZER: "model" })).toHaveLength(2);
  expect(problemsOf({ SUMMARIZER: "model", MODEL_URL: "http://127.0.0.1:11434/v1", MODEL_NAME: "small" })).toEqual([]);
});

test("blank values count as absent", () => {
  expect(readSettings({ WEB_PORT: " ", DISCORD_TOKEN: "" }).webPort).toBe(8080);
});

test("private hosts are listed with their ports", () => {
  expect(readSettings({ ALLOWED_HOSTS: "127.0.0.1:8081, feeds.internal:80" }).allowedHosts).toEqual([
    "127.0.0.1:8081",
    "feeds.internal:80",
  ]);
  expect(problemsOf({ ALLOWED_HOSTS: "feeds.internal" })).toHaveLength(1);
});

test("every setting has a meaning for the README", () => {
  for (const setting of SETTINGS) expect(setting.meaning).toMatch(/\.$/);
});

const WEBHOOK = {
  TELEGRAM_WEBHOOK_URL: "https://bot.example/telegram",
  TELEGRAM_WEBHOOK_SECRET: "a-secret-of-some-length",
};

test("a webhook needs an https address and a secret, which is never printed", () => {
  expect(readSettings({}).telegramWebhook).toBeNull();
  expect(readSettings(WEBHOOK).telegramWebhook).toEqual({
    url: WEBHOOK.TELEGRAM_WEBHOOK_URL,
    host: "127.0.0.1",
    port: 8443,
    secretToken: WEBHOOK.TELEGRAM_WEBHOOK_SECRET,
  });
  expect(problemsOf({ ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: "" })).toEqual([
    "TELEGRAM_WEBHOOK_SECRET: expected a secret because TELEGRAM_WEBHOOK_URL is set, got nothing.",
  ]);
  expect(problemsOf({ ...WEBHOOK, TELEGRAM_WEBHOOK_URL: "http://bot.example/telegram" })).toEqual([
    'TELEGRAM_WEBHOOK_URL: expected an https URL, for Telegram posts to no other, got "http://bot.example/telegram".',
  ]);
  const [problem = ""] = problemsOf({ ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: "a secret with spaces" });
  expect(problem).toContain("TELEGRAM_WEBHOOK_SECRET: expected 16 to 256");
  expect(problem).not.toContain("a secret with");
});

test("a Bot API server of one's own may post within the house", () => {
  const settings = {
    ...WEBHOOK,
    TELEGRAM_WEBHOOK_URL: "http://10.0.0.2/telegram",
    TELEGRAM_API_URL: "http://10.0.0.1",
  };
  expect(readSettings(settings).telegramWebhook?.url).toBe("http://10.0.0.2/telegram");
});
