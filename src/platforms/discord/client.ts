/** The discord.js client as this program wants it: little memory, no pings, no long waits, no message twice. */

import {
  Client,
  DefaultRestOptions,
  GatewayIntentBits,
  Options,
  type RateLimitData,
  REST,
  type RESTOptions,
} from "discord.js";

/** The usual wait of a channel is 5 s. Longer ones go back to the outbox, so that no other post waits behind them. */
const RATE_LIMIT_WAIT_MAX_MS = 20_000;
/** Three tries of this stay well within a delivery's lease. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Repeats of a call whose answer was an error of Discord's or none at all. Messages carry a nonce. */
const RETRIES_MAX = 2;
const CACHED_USERS_MAX = 200;

export interface ClientSettings {
  /** The API's address without a version; null for Discord's own. */
  readonly apiUrl: string | null;
  readonly requestTimeoutMs?: number;
}

/**
 * A wait of 0 means an answer 429 without its Retry-After header, which discord.js would repeat without end and
 * without pause.
 */
export function isWaitTooLong(data: Pick<RateLimitData, "retryAfter" | "sublimitTimeout" | "timeToReset">): boolean {
  const waitMs = Math.max(data.timeToReset, data.sublimitTimeout, data.retryAfter);
  return waitMs > RATE_LIMIT_WAIT_MAX_MS || data.retryAfter <= 0;
}

/**
 * Files go as bytes, packed here: discord.js's own HTTP client hands a form to whichever version of undici was loaded
 * first in the process, and another version than its own cannot read it.
 */
const makeRequest: RESTOptions["makeRequest"] = async (url, init) => {
  if (!(init.body instanceof FormData)) return DefaultRestOptions.makeRequest(url, init);
  const form = new Response(init.body);
  const headers = new Headers(init.headers as Record<string, string>);
  headers.set("content-type", form.headers.get("content-type") ?? "");
  const body = new Uint8Array(await form.arrayBuffer());
  return DefaultRestOptions.makeRequest(url, { ...init, body, headers: Object.fromEntries(headers) });
};

function toRestOptions(settings: ClientSettings): Partial<RESTOptions> {
  return {
    // A slash at the end would be doubled in every path.
    api: settings.apiUrl === null ? DefaultRestOptions.api : settings.apiUrl.replace(/\/+$/, ""),
    timeout: settings.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    retries: RETRIES_MAX,
    makeRequest,
    rejectOnRateLimit: isWaitTooLong,
    invalidRequestWarningInterval: 500,
  };
}

export function createClient(settings: ClientSettings): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    shards: "auto",
    allowedMentions: { parse: [] },
    enforceNonce: true,
    rest: toRestOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      GuildInviteManager: 0,
      StageInstanceManager: 0,
      AutoModerationRuleManager: 0,
      ThreadMemberManager: 0,
      DMMessageManager: 0,
      UserManager: { maxSize: CACHED_USERS_MAX, keepOverLimit: (user) => user.id === user.client.user.id },
      // The bot itself is kept: its permissions in a channel are worked out from it.
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
  });
  return client;
}

/** What discord.js remembers of limits, by a clock that may have been put back since. Discord says them anew. */
export function forgetLimits(rest: REST): void {
  rest.handlers.clear();
  rest.globalReset = -1;
}

/** For calls without a nonce, which must not be repeated unasked: making a forum post. */
export function createRestWithoutRetries(settings: ClientSettings, token: string): REST {
  return new REST({ ...toRestOptions(settings), retries: 0 }).setToken(token);
}
