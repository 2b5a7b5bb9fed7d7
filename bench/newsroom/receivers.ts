/** Discord and Telegram as one meets them over a line: emulators behind a delay, with a note of what arrives and when. */

import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startDiscordEmulator } from "../../tests/helpers/discord/emulator.ts";
import { startTelegramEmulator } from "../../tests/helpers/telegram/emulator.ts";
import { readMark } from "./outlets.ts";

const CHANNELS_PER_GUILD = 400;
const FIRST_PERSON = 10_000;

export type ReceiverName = "discord" | "telegram";

export interface Arrival {
  readonly platform: ReceiverName;
  readonly number: number;
  readonly atMs: number;
}

export interface Receivers {
  readonly environment: Readonly<Record<string, string>>;
  readonly arrivals: readonly Arrival[];
  /** Answers 429 so far. */
  refusedCount(): number;
  /** Addresses of new channels and private chats. */
  addChannels(count: number): readonly string[];
  addChats(count: number): readonly string[];
  close(): Promise<void>;
}

const POSTING: Readonly<Record<ReceiverName, RegExp>> = {
  discord: /\/channels\/\d+\/messages$/,
  telegram: /\/send(?:Message|Photo|RichMessage)$/,
};

interface Relay {
  readonly url: string;
  readonly server: Server;
}

/** Passes everything on; posts after a delay, as on a line with a latency. */
async function openRelay(
  target: string,
  path: RegExp,
  latencyMs: number,
  { onPost, onRefused }: { readonly onPost: (body: string) => void; readonly onRefused: () => void },
): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const body = Buffer.concat(chunks);
      const isPost = incoming.method === "POST" && path.test((incoming.url ?? "").split("?")[0] ?? "");
      if (isPost) onPost(body.toString("utf8"));
      const { url, method, headers } = incoming;
      const pass = (): void => {
        const onward = request({ hostname, port, path: url, method, headers }, (given) => {
          if (given.statusCode === 429) onRefused();
          answer.writeHead(given.statusCode ?? 500, given.headers);
          given.pipe(answer);
        });
        onward.on("error", () => answer.destroy());
        onward.end(body);
      };
      if (isPost && latencyMs > 0) setTimeout(pass, latencyMs);
      else pass();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

export async function openReceivers(latencyMs: number): Promise<Receivers> {
  const [discord, telegram] = await Promise.all([startDiscordEmulator(), startTelegramEmulator()]);
  const arrivals: Arrival[] = [];
  let refusedCount = 0;
  const open = (platform: ReceiverName, target: string): Promise<Relay> =>
    openRelay(target, POSTING[platform], latencyMs, {
      onPost(body) {
        const number = readMark(body);
        if (number !== null) arrivals.push({ platform, number, atMs: performance.now() });
      },
      onRefused() {
        refusedCount += 1;
      },
    });
  const relays = await Promise.all([open("discord", discord.apiUrl), open("telegram", telegram.url)]);
  const [toDiscord, toTelegram] = relays;
  const discordPath = new URL(discord.apiUrl).pathname.replace(/\/$/, "");
  let [channelCount, guild, person] = [0, "", FIRST_PERSON];
  return {
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: `${toDiscord.url}${discordPath}`,
      TELEGRAM_TOKEN: telegram.token,
      TELEGRAM_API_URL: toTelegram.url,
    },
    arrivals,
    refusedCount: () => refusedCount,
    addChannels: (count) =>
      Array.from({ length: count }, () => {
        if (channelCount % CHANNELS_PER_GUILD === 0) guild = discord.addGuild(`Server ${channelCount}`);
        channelCount += 1;
        return discord.addChannel(guild, { name: `news-${channelCount}` });
      }),
    addChats: (count) =>
      Array.from({ length: count }, () => {
        const id = person;
        person += 1;
        const nobody = { title: undefined, username: undefined, isForum: false, movedTo: null, refusal: null };
        telegram.world.chats.set(id, { id, type: "private", members: new Map(), topics: new Map(), ...nobody });
        return String(id);
      }),
    async close() {
      for (const { server } of relays) {
        server.closeAllConnections();
        server.close();
      }
      await Promise.all([discord.close(), telegram.stop()]);
    },
  };
}
