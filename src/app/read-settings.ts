/** Environment -> typed settings; every mistake is reported at once. */

import { z } from "zod";
import { readFeedAccess } from "./feed-access.ts";
import type { Setting } from "./setting-kinds.ts";
import { type Row, SECRET_NAMES, SETTINGS, type Settings, TABLE, type TelegramWebhook } from "./settings.ts";

/** All mistakes in the settings, one a line, each naming the setting, what was expected and what came. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings need mending (see README, Settings):\n${problems.map((each) => `  ${each}`).join("\n")}`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

type Raw = Readonly<Record<string, string>>;

/** Settings that only make sense together. */
function findContradictions(raw: Raw): readonly string[] {
  const problems: string[] = [];
  if (raw["SUMMARIZER"] === "model") {
    if (raw["MODEL_URL"] === "")
      problems.push("MODEL_URL: expected the model server's URL because SUMMARIZER is model, got nothing.");
    if (raw["MODEL_NAME"] === "")
      problems.push("MODEL_NAME: expected the model's name because SUMMARIZER is model, got nothing.");
  }
  if (raw["PUBLIC_URL"] !== "" && raw["WEB"] === "off")
    problems.push("PUBLIC_URL: expected WEB to be on, for hubs call at the page's port, got off.");
  const webhook = raw["TELEGRAM_WEBHOOK_URL"] ?? "";
  if (webhook !== "") {
    if (raw["TELEGRAM_WEBHOOK_SECRET"] === "")
      problems.push("TELEGRAM_WEBHOOK_SECRET: expected a secret because TELEGRAM_WEBHOOK_URL is set, got nothing.");
    // A Bot API server of one's own may post within the house.
    if (!webhook.startsWith("https://") && raw["TELEGRAM_API_URL"] === "")
      problems.push(
        `TELEGRAM_WEBHOOK_URL: expected an https URL, for Telegram posts to no other, got ${shown("", webhook)}.`,
      );
  }
  return problems;
}

/** What came, safe to print: secrets are never shown. */
function shown(name: string, value: string): string {
  return SECRET_NAMES.includes(name)
    ? `something else (${value.length} characters, not shown)`
    : JSON.stringify(value.slice(0, 80));
}

function toWebhook(
  url: string | null,
  secretToken: string | null,
  { host, port }: Pick<TelegramWebhook, "host" | "port">,
): TelegramWebhook | null {
  return url === null || secretToken === null ? null : { url, host, port, secretToken };
}

const SCHEMA = z.object(
  Object.fromEntries(Object.entries(TABLE).map(([key, { kind }]) => [key, kind])) as {
    readonly [Key in Row]: (typeof TABLE)[Key]["kind"];
  },
);

/**
 * Reads the settings; blank values count as absent.
 * @throws SettingsError with every mistake found.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const textOf = ({ name, fallback }: Setting): string => environment[name]?.trim() || fallback;
  const read = SCHEMA.safeParse(Object.fromEntries(Object.entries(TABLE).map(([key, row]) => [key, textOf(row)])));
  const problems = (read.error?.issues ?? []).map(({ path, message }) => {
    const row = TABLE[path[0] as Row];
    return `${row.name}: ${message}, got ${shown(row.name, textOf(row))}.`;
  });
  problems.push(...findContradictions(Object.fromEntries(SETTINGS.map((row) => [row.name, textOf(row)]))));
  const accessPath = textOf(TABLE.feedAccessPath);
  const access = accessPath === "" ? { entries: [], problems: [] } : readFeedAccess(accessPath);
  problems.push(...access.problems.map((each) => `FEED_ACCESS_FILE: ${accessPath}: ${each}.`));
  if (!read.success || problems.length > 0) throw new SettingsError(problems);
  const {
    telegramWebhookUrl: url,
    telegramWebhookSecret,
    telegramWebhookHost: host,
    telegramWebhookPort: port,
  } = read.data;
  const telegramWebhook = toWebhook(url, telegramWebhookSecret, { host, port });
  return { ...read.data, telegramWebhook, feedAccess: access.entries };
}
