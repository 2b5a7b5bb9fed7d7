/** The table of settings: name, what is taken when it is not set, and what it means, as the README shows it. */

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
  {
    name: "LANGUAGE",
    fallback: "en",
    meaning: "Spoken where neither channel nor person asks for another; briefs in others say so.",
  },
  { name: "WEB", fallback: "on", meaning: "`on` or `off`: the local chat page." },
  { name: "WEB_HOST", fallback: "127.0.0.1", meaning: "Address the page is served on." },
  { name: "WEB_PORT", fallback: "8080", meaning: "Port of the page; when taken, the next free one." },
  {
    name: "PUBLIC_URL",
    fallback: "",
    meaning: "Where a proxy passes `/websub/` on to the page's port; hubs then tell of news at once (WebSub).",
  },
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
  {
    name: "SERVER_SUBSCRIPTIONS_MAX",
    fallback: "500",
    meaning: "Subscriptions all channels of a server, or topics of a chat, may have together, 1 to 10000.",
  },
  { name: "ALLOWED_HOSTS", fallback: "", meaning: "Private hosts feeds may be on, `host:port` separated by commas." },
  { name: "LOG_LEVEL", fallback: "info", meaning: "`debug`, `info`, `warn`, `error` or `silent`." },
  { name: "DISCORD_API_URL", fallback: "", meaning: "Another Discord API, for tests." },
  { name: "TELEGRAM_API_URL", fallback: "", meaning: "Another Bot API server." },
  {
    name: "TELEGRAM_IN_DOUBT",
    fallback: "resend",
    meaning: "A send whose answer was lost: `resend` (nothing lost) or `skip` (never double).",
  },
  {
    name: "TELEGRAM_WEBHOOK_URL",
    fallback: "",
    meaning: "Public https address Telegram posts updates to; a proxy passes them on. Empty: the bot polls.",
  },
  { name: "TELEGRAM_WEBHOOK_HOST", fallback: "127.0.0.1", meaning: "Address the bot takes those updates on." },
  { name: "TELEGRAM_WEBHOOK_PORT", fallback: "8443", meaning: "Port the bot takes those updates on." },
  {
    name: "TELEGRAM_WEBHOOK_SECRET",
    fallback: "",
    meaning: "Proves that it is Telegram who posts: 16 to 256 letters, digits, `_` and `-`.",
  },
  {
    name: "TELEGRAM_RICH_POSTS",
    fallback: "off",
    meaning: "`on`: posts as rich messages, which new apps show better and old ones worse.",
  },
  {
    name: "TELEGRAM_EPHEMERAL_REPLIES",
    fallback: "off",
    meaning: "`on`: private answers in groups are shown only to the one who asked, where the app can.",
  },
];

/** These may also be given as NAME_FILE: a path to a file that holds the value, as container secrets are. */
export const SECRET_NAMES: readonly string[] = [
  "DISCORD_TOKEN",
  "TELEGRAM_TOKEN",
  "TELEGRAM_WEBHOOK_SECRET",
  "DATABASE_URL",
  "MODEL_KEY",
];
