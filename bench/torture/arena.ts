/** One arena: emulators, outlets and a database, the program in one process or several, and people who have subscribed. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { type DiscordEmulator, startDiscordEmulator } from "../../tests/helpers/discord/emulator.ts";
import { runOnServer } from "../../tests/helpers/postgres.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../../tests/helpers/telegram/emulator.ts";
import { discordPlace, type Place, readPage, telegramPlace, type Watch, watchPlaces } from "./arrivals.ts";
import { type Row, readEnds, toPostKey } from "./outbox.ts";
import { FEEDS, type Outlets, openOutlets, type Written } from "./outlets.ts";
import { type Program, startProgram } from "./program.ts";

const PERSON = 501;
const LOOK_MS = 100;
/** For what does not come: a machine ten times slower than one's own has it all the same. */
const PATIENCE_MS = 300_000;
const URGE_MS = 500;
/** Nothing else happens here while the database is waited for. */
const ASK_MS_MAX = 200;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves with whether it came true in time. */
export async function waitFor(isSo: () => Promise<boolean> | boolean, timeoutMs: number): Promise<boolean> {
  for (const end = performance.now() + timeoutMs; performance.now() < end; await sleep(LOOK_MS))
    if (await isSo()) return true;
  return false;
}

export interface Arena {
  readonly discord: DiscordEmulator;
  readonly telegram: TelegramEmulator;
  readonly outlets: Outlets;
  readonly places: readonly Place[];
  readonly watch: Watch;
  /** How often each article stood on the page at once, at most, as far as was looked: it shows the newest only. */
  readonly shown: ReadonlyMap<string, number>;
  readonly databaseUrl: string;
  readonly patienceMs: number;
  readonly programs: readonly Program[];
  /** The one that sends, or the only one. */
  owner(): Program;
  /** Starts as many as are missing; one that dies meanwhile is started again by the next call. */
  revive(): Promise<void>;
  ask(statement: string): Promise<readonly Row[]>;
  /** Publishes so many articles, which are then polled without delay. */
  publish(count: number): Promise<readonly Written[]>;
  /** Each of these stands everywhere, or never will, as the outbox says; and nothing is under way. */
  isOut(written: readonly Written[]): Promise<boolean>;
  /** Has feeds polled that have had their turn, twice a second at most: one that was in work as news came has not seen it. */
  urge(): Promise<void>;
  lookAtPage(): Promise<void>;
  /** Resolves with whether that came to be in time; starts what has died. */
  drain(written: readonly Written[], timeoutMs: number): Promise<boolean>;
  close(): Promise<void>;
}

export interface ArenaOptions {
  readonly folder: string;
  /** A database of its own; a file below the folder when absent. */
  readonly databaseUrl?: string;
  readonly processes: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** How long anything is waited for; five minutes when absent. */
  readonly patienceMs?: number;
  /** What is to be tried again is due at once: as if the time of the back-off had gone by. */
  readonly isHasty?: boolean;
}

async function askSqlite(path: string, statement: string): Promise<readonly Row[]> {
  const database = new Sqlite(path, { timeout: ASK_MS_MAX });
  try {
    const prepared = database.prepare(statement);
    if (prepared.reader) return prepared.all() as Row[];
    prepared.run();
    return [];
  } finally {
    database.close();
  }
}

export async function openArena(options: ArenaOptions): Promise<Arena> {
  const { folder, processes, patienceMs = PATIENCE_MS } = options;
  mkdirSync(folder, { recursive: true });
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(folder, "bot.sqlite")}`;
  const [discord, telegram, outlets] = await Promise.all([
    startDiscordEmulator({ messageLimit: { count: 500, windowMs: 5_000 } }),
    startTelegramEmulator(),
    openOutlets(folder),
  ]);
  const environment = {
    DATABASE_URL: databaseUrl,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.url,
    FEEDS_FILE: outlets.feedsPath,
    ALLOWED_HOSTS: outlets.news.host,
    POLL_FEEDS: "all",
    ...options.environment,
  };
  const programs: Program[] = [];
  const running = (): readonly Program[] => programs.filter((each) => each.isRunning());
  const ask = (statement: string): Promise<readonly Row[]> =>
    databaseUrl.startsWith("sqlite:")
      ? askSqlite(databaseUrl.slice("sqlite:".length), statement)
      : runOnServer(databaseUrl, statement);
  const count = async (statement: string): Promise<number> => Number((await ask(statement))[0]?.["count"]);
  // An hour has gone by since a feed was in work when a process died; the database may be away.
  const hasten = (): Promise<unknown> =>
    ask(
      "update feed_states set next_poll_at = case when lease_until is null then 0 else next_poll_at end, orphaned_at = null",
    ).catch(() => undefined);

  let urgedAt = 0;
  async function urge(): Promise<void> {
    if (performance.now() - urgedAt < URGE_MS) return;
    urgedAt = performance.now();
    await hasten();
    if (options.isHasty !== true) return;
    const now = Date.now();
    await ask(`update deliveries set due_at = ${now} where state = 'pending' and due_at > ${now}`).catch(
      () => undefined,
    );
  }

  async function revive(): Promise<void> {
    while (running().length < processes) {
      const program = startProgram(folder, environment);
      programs.push(program);
      const isUp = await Promise.race([program.started, sleep(patienceMs).then(() => false)]);
      if (isUp) continue;
      if (program.isRunning()) throw new Error(`It did not start: ${program.lines.slice(-3).join(" ")}`);
      return;
    }
  }

  for (let index = 0; index < processes; index += 1) await revive();
  if (running().length < processes) throw new Error(`It did not start: ${programs[0]?.lines.slice(-3).join(" ")}`);
  const isRead = "select count(*) as count from feed_states where last_success_at is not null";
  outlets.write(FEEDS);
  await hasten();
  await waitFor(async () => (await count(isRead)) === FEEDS, patienceMs);

  const guild = discord.addGuild();
  const channels = [
    { id: discord.addChannel(guild, { name: "harbor" }), isForum: false },
    { id: discord.addChannel(guild, { name: "quay", type: "announcement" }), isForum: false },
    { id: discord.addChannel(guild, { name: "pier", type: "forum" }), isForum: true },
  ];
  const command = discord.addChannel(guild, { name: "talk" });
  const person = discord.addPerson();
  for (const { id } of channels)
    await discord.runCommand(command, person, "subscribe", { what: "everything", channel: id });
  const members = { [PERSON]: { status: "creator" as const } };
  const group = telegram.addChat({ type: "supergroup", members, bot: { status: "administrator" } });
  for (const chatId of [PERSON, group]) await telegram.type(chatId, PERSON, "/subscribe everything");
  const page = running()[0]?.url() ?? "";
  const body = JSON.stringify({ room: "main", text: "/subscribe everything" });
  await fetch(`${page}api/command`, { method: "POST", headers: { "content-type": "application/json" }, body });

  const places = [
    ...channels.map(({ id, isForum }) => discordPlace(discord, id, isForum)),
    ...[PERSON, group].map((chatId) => telegramPlace(telegram, chatId)),
  ];
  const watch = watchPlaces(places);
  const isOpen = "select count(*) as count from deliveries where state in ('pending', 'claimed', 'sending', 'waiting')";
  const isDone = async (): Promise<boolean> => (await count(isOpen).catch(() => 1)) === 0;
  await waitFor(isDone, patienceMs);

  async function isOut(written: readonly Written[]): Promise<boolean> {
    const missing = written.flatMap(({ mark }) =>
      watch.listMissing(mark).map(({ address }) => toPostKey(address, mark)),
    );
    if (missing.length === 0) return isDone();
    const ends = await readEnds(ask).catch(() => null);
    return ends !== null && missing.every((key) => ends.uncertain.has(key) || ends.failed.has(key)) && (await isDone());
  }

  const owner = (): Program => running().findLast((each) => each.ownsTokens()) ?? (running()[0] as Program);
  const shown = new Map<string, number>();
  const noteShown = (marks: readonly string[]): void => {
    for (const mark of marks)
      shown.set(mark, Math.max(shown.get(mark) ?? 0, marks.filter((other) => other === mark).length));
  };
  return {
    discord,
    telegram,
    outlets,
    places,
    watch,
    shown,
    databaseUrl,
    patienceMs,
    programs,
    owner,
    revive,
    ask,
    isOut,
    async publish(many) {
      const written = outlets.write(many);
      await hasten();
      return written;
    },
    urge,
    async lookAtPage() {
      // Whoever shows it may be dying at this moment.
      let marks: readonly string[] | null = null;
      await waitFor(async () => {
        if (running().length < processes) await revive();
        marks = await readPage(owner().url()).catch(() => null);
        return marks !== null;
      }, patienceMs);
      noteShown(marks ?? []);
    },
    async drain(written, timeoutMs) {
      return waitFor(async () => {
        if (running().length < processes) await revive();
        if (await isOut(written)) return true;
        await urge();
        return false;
      }, timeoutMs);
    },
    async close() {
      watch.stop();
      for (const program of running()) program.kill();
      await Promise.all(programs.map(({ ended }) => ended));
      await Promise.all([discord.close(), telegram.stop(), outlets.news.close()]);
    },
  };
}
