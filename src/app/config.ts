/** Environment -> typed settings; every mistake is reported at once. */

import { z } from "zod";
import { SECRET_NAMES, SETTINGS } from "./settings.ts";

/** All mistakes in the settings, one a line, each naming the setting, what was expected and what came. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings need mending (see README, Settings):\n${problems.map((each) => `  ${each}`).join("\n")}`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

/** Where Telegram posts updates to, and where the bot takes them. */
export interface TelegramWebhook {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly secretToken: string;
}

export interface Settings {
  readonly discordToken: string | null;
  readonly discordApiUrl: string | null;
  readonly telegramToken: string | null;
  readonly telegramApiUrl: string | null;
  readonly telegramInDoubt: "resend" | "skip";
  /** Null: updates are polled for. */
  readonly telegramWebhook: TelegramWebhook | null;
  readonly hasTelegramRichPosts: boolean;
  readonly hasTelegramEphemeralReplies: boolean;
  readonly databaseUrl: string;
  readonly feedsPath: string;
  readonly webHost: string;
  readonly webPort: number;
  readonly isWebOn: boolean;
  /** Null: feeds are polled only, no hub is asked. */
  readonly publicUrl: string | null;
  readonly contactUrl: string;
  readonly language: string;
  readonly summarizer: "extractive" | "model";
  readonly modelUrl: string | null;
  readonly modelName: string | null;
  readonly modelKey: string | null;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "silent";
  readonly allowedHosts: readonly string[];
  readonly pollConcurrency: number;
  readonly deliveryConcurrency: number;
  readonly retentionDays: number;
  readonly subscriptionsPerChannelMax: number;
  readonly subscriptionsPerServerMax: number;
}

const orNull = z.string().transform((text) => (text === "" ? null : text));

const httpUrl = z
  .string()
  .refine((text) => text === "" || /^https?:\/\/[^\s/]+/.test(text), "expected an http(s) URL")
  .pipe(orNull);

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `expected a whole number from ${min} to ${max}`,
    )
    .transform(Number);

const oneOf = <T extends string>(...values: readonly [T, ...T[]]) =>
  z.enum(values, { error: `expected ${values.join(" or ")}` });

const SCHEMA = z.object({
  DISCORD_TOKEN: z
    .string()
    .refine(
      (text) => text === "" || /^[\w.-]{20,200}$/.test(text),
      "expected a bot token from the Discord developer portal",
    )
    .pipe(orNull),
  DISCORD_API_URL: httpUrl,
  TELEGRAM_TOKEN: z
    .string()
    .refine(
      (text) => text === "" || /^\d{1,20}:[\w-]{10,100}$/.test(text),
      "expected a token from @BotFather, such as 123456:ABC…",
    )
    .pipe(orNull),
  TELEGRAM_API_URL: httpUrl,
  TELEGRAM_IN_DOUBT: oneOf("resend", "skip"),
  TELEGRAM_WEBHOOK_URL: httpUrl,
  TELEGRAM_WEBHOOK_HOST: z.string().min(1, "expected an address such as 127.0.0.1"),
  TELEGRAM_WEBHOOK_PORT: wholeNumber(1, 65_535),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .refine(
      (text) => text === "" || /^[\w-]{16,256}$/.test(text),
      "expected 16 to 256 of A-Z, a-z, 0-9, _ and -, such as 32 random letters",
    )
    .pipe(orNull),
  TELEGRAM_RICH_POSTS: oneOf("on", "off"),
  TELEGRAM_EPHEMERAL_REPLIES: oneOf("on", "off"),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^(sqlite:.+|postgres(ql)?:\/\/.+)/.test(text),
      "expected sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME",
    ),
  FEEDS_FILE: z.string().min(1, "expected a path"),
  WEB: oneOf("on", "off"),
  WEB_HOST: z.string().min(1, "expected an address such as 127.0.0.1"),
  WEB_PORT: wholeNumber(0, 65_535),
  PUBLIC_URL: httpUrl,
  CONTACT_URL: z.string().refine((text) => /^https?:\/\/[^\s/]+/.test(text), "expected an http(s) URL"),
  LANGUAGE: z.string().regex(/^[a-z]{2,3}$/, "expected a language tag such as en"),
  SUMMARIZER: oneOf("extractive", "model"),
  MODEL_URL: httpUrl,
  MODEL_NAME: orNull,
  MODEL_KEY: orNull,
  LOG_LEVEL: oneOf("debug", "info", "warn", "error", "silent"),
  ALLOWED_HOSTS: z
    .string()
    .transform((text) =>
      text
        .split(",")
        .map((each) => each.trim())
        .filter((each) => each !== ""),
    )
    .refine(
      (hosts) => hosts.every((each) => /^[^\s:/]+:\d{1,5}$|^\[[0-9a-f:]+\]:\d{1,5}$/i.test(each)),
      "expected host:port, separated by commas",
    ),
  POLL_CONCURRENCY: wholeNumber(1, 64),
  DELIVERY_CONCURRENCY: wholeNumber(1, 64),
  RETENTION_DAYS: wholeNumber(1, 3650),
  SUBSCRIPTIONS_MAX: wholeNumber(1, 500),
  SERVER_SUBSCRIPTIONS_MAX: wholeNumber(1, 10_000),
});

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

function toWebhook(value: z.infer<typeof SCHEMA>): TelegramWebhook | null {
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secretToken } = value;
  if (url === null || secretToken === null) return null;
  return { url, host: value.TELEGRAM_WEBHOOK_HOST, port: value.TELEGRAM_WEBHOOK_PORT, secretToken };
}

/**
 * Reads the settings; blank values count as absent.
 * @throws SettingsError with every mistake found.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const raw = Object.fromEntries(
    SETTINGS.map(({ name, fallback }) => [name, environment[name]?.trim() || fallback] as const),
  );
  const read = SCHEMA.safeParse(raw);
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        return `${name}: ${issue.message}, got ${shown(name, raw[name] ?? "")}.`;
      });
  problems.push(...findContradictions(raw));
  if (!read.success || problems.length > 0) throw new SettingsError(problems);
  const value = read.data;
  return {
    discordToken: value.DISCORD_TOKEN,
    discordApiUrl: value.DISCORD_API_URL,
    telegramToken: value.TELEGRAM_TOKEN,
    telegramApiUrl: value.TELEGRAM_API_URL,
    telegramInDoubt: value.TELEGRAM_IN_DOUBT,
    telegramWebhook: toWebhook(value),
    hasTelegramRichPosts: value.TELEGRAM_RICH_POSTS === "on",
    hasTelegramEphemeralReplies: value.TELEGRAM_EPHEMERAL_REPLIES === "on",
    databaseUrl: value.DATABASE_URL,
    feedsPath: value.FEEDS_FILE,
    webHost: value.WEB_HOST,
    webPort: value.WEB_PORT,
    isWebOn: value.WEB === "on",
    publicUrl: value.PUBLIC_URL,
    contactUrl: value.CONTACT_URL,
    language: value.LANGUAGE,
    summarizer: value.SUMMARIZER,
    modelUrl: value.MODEL_URL,
    modelName: value.MODEL_NAME,
    modelKey: value.MODEL_KEY,
    logLevel: value.LOG_LEVEL,
    allowedHosts: value.ALLOWED_HOSTS,
    pollConcurrency: value.POLL_CONCURRENCY,
    deliveryConcurrency: value.DELIVERY_CONCURRENCY,
    retentionDays: value.RETENTION_DAYS,
    subscriptionsPerChannelMax: value.SUBSCRIPTIONS_MAX,
    subscriptionsPerServerMax: value.SERVER_SUBSCRIPTIONS_MAX,
  };
}
