/** Environment -> typed settings; every mistake is reported at once. */

import { z } from "zod";

/** All mistakes in the settings, one a line, each naming the setting, what was expected and what came. */
export class SettingsError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The settings need mending (see README, Settings):\n${problems.map((each) => `  ${each}`).join("\n")}`);
    this.name = "SettingsError";
    this.problems = problems;
  }
}

export interface Settings {
  readonly discordToken: string | null;
  readonly discordApiUrl: string | null;
  readonly telegramToken: string | null;
  readonly telegramApiUrl: string | null;
  readonly telegramInDoubt: "resend" | "skip";
  readonly databaseUrl: string;
  readonly feedsPath: string;
  readonly webHost: string;
  readonly webPort: number;
  readonly isWebOn: boolean;
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
}

interface SettingDefinition {
  readonly name: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** Every setting, in the order of the README's table; a test compares the two. */
export const SETTINGS: readonly SettingDefinition[] = [
  { name: "DISCORD_TOKEN", fallback: "", meaning: "Bot token from the Discord developer portal. Empty: no Discord." },
  { name: "TELEGRAM_TOKEN", fallback: "", meaning: "Bot token from @BotFather. Empty: no Telegram." },
  {
    name: "DATABASE_URL",
    fallback: "sqlite:data/pullquote.sqlite",
    meaning: "`sqlite:PATH` or `postgres://USER:PASSWORD@HOST/NAME`.",
  },
  { name: "FEEDS_FILE", fallback: "feeds.json", meaning: "The catalog of feeds." },
  {
    name: "CONTACT_URL",
    fallback: "https://pullquote.example/contact",
    meaning: "A page about your bot; sent to sites in the User-Agent.",
  },
  { name: "LANGUAGE", fallback: "en", meaning: "The channels' language; briefs in others say so." },
  { name: "WEB", fallback: "on", meaning: "`on` or `off`: the local chat page." },
  { name: "WEB_HOST", fallback: "127.0.0.1", meaning: "Address the page is served on." },
  { name: "WEB_PORT", fallback: "8080", meaning: "Port of the page; when taken, the next free one." },
  {
    name: "SUMMARIZER",
    fallback: "extractive",
    meaning: "`extractive` (offline) or `model` (an OpenAI-compatible server).",
  },
  { name: "MODEL_URL", fallback: "", meaning: "Base URL of the model server, for `SUMMARIZER=model`." },
  { name: "MODEL_NAME", fallback: "", meaning: "Name of the model." },
  { name: "MODEL_KEY", fallback: "", meaning: "Its key, if it wants one." },
  { name: "POLL_CONCURRENCY", fallback: "16", meaning: "Feeds polled side by side, 1 to 64." },
  { name: "DELIVERY_CONCURRENCY", fallback: "8", meaning: "Channels posted to side by side, 1 to 64." },
  { name: "RETENTION_DAYS", fallback: "90", meaning: "Days an article is kept and can be searched, 1 to 3650." },
  { name: "SUBSCRIPTIONS_MAX", fallback: "50", meaning: "Subscriptions one channel may have, 1 to 500." },
  { name: "ALLOWED_HOSTS", fallback: "", meaning: "Private hosts feeds may be on, `host:port` separated by commas." },
  { name: "LOG_LEVEL", fallback: "info", meaning: "`debug`, `info`, `warn`, `error` or `silent`." },
  { name: "DISCORD_API_URL", fallback: "", meaning: "Another Discord API, for tests." },
  { name: "TELEGRAM_API_URL", fallback: "", meaning: "Another Bot API server." },
  {
    name: "TELEGRAM_IN_DOUBT",
    fallback: "resend",
    meaning: "A send whose answer was lost: `resend` (nothing lost) or `skip` (never double).",
  },
];

/** These may also be given as NAME_FILE: a path to a file that holds the value, as container secrets are. */
export const SECRET_NAMES: readonly string[] = ["DISCORD_TOKEN", "TELEGRAM_TOKEN", "DATABASE_URL", "MODEL_KEY"];

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
});

/** What came, safe to print: secrets are never shown. */
function shown(name: string, value: string): string {
  return SECRET_NAMES.includes(name)
    ? `something else (${value.length} characters, not shown)`
    : JSON.stringify(value.slice(0, 80));
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
  if (raw["SUMMARIZER"] === "model") {
    if (raw["MODEL_URL"] === "")
      problems.push("MODEL_URL: expected the model server's URL because SUMMARIZER is model, got nothing.");
    if (raw["MODEL_NAME"] === "")
      problems.push("MODEL_NAME: expected the model's name because SUMMARIZER is model, got nothing.");
  }
  if (!read.success || problems.length > 0) throw new SettingsError(problems);
  const value = read.data;
  return {
    discordToken: value.DISCORD_TOKEN,
    discordApiUrl: value.DISCORD_API_URL,
    telegramToken: value.TELEGRAM_TOKEN,
    telegramApiUrl: value.TELEGRAM_API_URL,
    telegramInDoubt: value.TELEGRAM_IN_DOUBT,
    databaseUrl: value.DATABASE_URL,
    feedsPath: value.FEEDS_FILE,
    webHost: value.WEB_HOST,
    webPort: value.WEB_PORT,
    isWebOn: value.WEB === "on",
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
  };
}
