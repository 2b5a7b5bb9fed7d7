/** `pullquote doctor`: checks settings, database, catalog and tokens, and says what to mend. */

import { COMMANDS } from "../../commands/index.ts";
import { type Settings, TABLE } from "../app/settings.ts";
import { toMessage } from "../domain/errors.ts";
import { type Answer, type Invocation, SILENT_LOG } from "../domain/platform.ts";
import type { Reply } from "../domain/post.ts";
import { NO_FILES } from "../domain/sent-file.ts";
import { loadCatalog } from "../feeds/load.ts";
import { findLanguage } from "../messages/languages.ts";
import { sayIn } from "../messages/say.ts";
import { createPlatforms } from "../platforms/index.ts";
import { openStore } from "../store/open.ts";
import { checkAccess } from "./check-access.ts";

const CONNECT_MS_MAX = 20_000;
const SECRET_HEADER = "x-telegram-bot-api-secret-token";

const beingChecked = async ({ actor }: Pick<Invocation, "actor">): Promise<Reply> => {
  const say = sayIn(findLanguage(actor.locale) ?? "en");
  return { text: say("reply.checking"), language: say.language, isPrivate: true };
};

const NO_ANSWER: Answer = {
  reply: beingChecked,
  press: beingChecked,
  complete: async () => [],
  left: async () => {},
  moved: async () => {},
};

async function withDeadline<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms / 1000} seconds. Check the network.`)), ms);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}

/** What Telegram posts must come through the proxy to this bot, which refuses what has not the secret. */
export async function checkWebhook(url: string): Promise<string> {
  const refused = 401;
  const headers = { "content-type": "application/json", [SECRET_HEADER]: "a-question-of-the-doctor" };
  const response = await fetch(url, { method: "POST", headers, body: "{}", redirect: "manual" });
  if (response.status === refused) return "what is posted there reaches the bot.";
  throw new Error(
    `TELEGRAM_WEBHOOK_URL answers ${response.status}: let the proxy pass it on to TELEGRAM_WEBHOOK_HOST and TELEGRAM_WEBHOOK_PORT.`,
  );
}

/** True when all is well. */
export async function runDoctor(settings: Settings, say: (line: string) => void): Promise<boolean> {
  let isWell = true;
  async function check(what: string, run: () => Promise<string>): Promise<void> {
    try {
      say(`ok      ${what}: ${await run()}`);
    } catch (error) {
      isWell = false;
      say(`MEND    ${what}: ${toMessage(error)}`);
    }
  }
  say("ok      settings: every value has the right form.");
  if (settings.contactUrl === TABLE.contactUrl.fallback)
    say("note    contact: set CONTACT_URL to a page about your bot; sites that wonder who polls them look there.");
  await check("feeds", async () => `${(await loadCatalog(settings.feedsPath)).length} feeds in ${settings.feedsPath}.`);
  if (settings.feedAccessPath !== null) {
    const catalog = await loadCatalog(settings.feedsPath).catch(() => []);
    for (const { mark, text } of await checkAccess(settings, catalog)) {
      isWell &&= mark !== "MEND";
      say(`${mark.padEnd(7)} private feeds: ${text}`);
    }
  }
  await check("database", async () => {
    const store = await openStore(settings.databaseUrl);
    try {
      const trouble = (await store.check()) ?? (await store.checkWhole());
      if (trouble !== null) throw new Error(trouble);
      return `${store.engine} answers; ${await store.articles.count()} articles.`;
    } finally {
      await store.close();
    }
  });
  if (settings.discordToken === null && settings.telegramToken === null) {
    say("note    platforms: neither DISCORD_TOKEN nor TELEGRAM_TOKEN is set; the bot runs with its web page alone.");
  }
  const memory = new Map<string, string>();
  const platforms = await createPlatforms(
    { ...settings, webPort: 0 },
    {
      commands: COMMANDS,
      log: SILENT_LOG,
      clock: () => new Date(),
      notes: {
        get: async (name) => memory.get(name) ?? null,
        set: async (name, value) => void memory.set(name, value),
      },
      metrics: async () => "",
      recall: async () => [],
      fetchFile: NO_FILES,
    },
  );
  for (const platform of platforms.values()) {
    await check(platform.name, async () => {
      try {
        await withDeadline(platform.start(NO_ANSWER), CONNECT_MS_MAX);
        const trouble = platform.health();
        if (trouble !== null) throw new Error(trouble);
        const webhook = platform.name === "telegram" ? settings.telegramWebhook : null;
        const invite = platform.invite?.() ?? null;
        const connected = invite === null ? "connected." : `connected. Let it in at ${invite}`;
        return webhook === null
          ? connected
          : `${connected}; ${await withDeadline(checkWebhook(webhook.url), CONNECT_MS_MAX)}`;
      } finally {
        await platform.stop();
      }
    });
  }
  return isWell;
}
