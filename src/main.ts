#!/usr/bin/env node
/** The command line; the only reader of process.env. Each command loads only the parts it needs. */

import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import { createLog, createScrubber } from "./app/log.ts";
import { readSettings, SettingsError } from "./app/read-settings.ts";
import { listSecrets } from "./app/secrets.ts";
import { SECRET_NAMES, type Settings } from "./app/settings.ts";
import type { Terminal } from "./cli/documents.ts";
import type { Summarizer } from "./domain/article.ts";
import { toMessage } from "./domain/errors.ts";
import type { Log } from "./domain/platform.ts";

const STOP_MS_MAX = 4_800;

/** NAME_FILE holds the value of NAME, as container secrets do. */
function readSecretFiles(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const added: Record<string, string> = {};
  for (const name of SECRET_NAMES) {
    const path = environment[`${name}_FILE`];
    if (path !== undefined && path !== "" && !environment[name]) {
      if (!existsSync(path))
        throw new SettingsError([`${name}_FILE: expected a file that can be read, got ${JSON.stringify(path)}.`]);
      added[name] = readFileSync(path, "utf8").trim();
    }
  }
  return { ...environment, ...added };
}

/** As other programs do, which write them either way. */
const PROXY_NAMES = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"];
const readProxyNames = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(PROXY_NAMES.map((name) => [name, environment[name] || environment[name.toLowerCase()]]));

/** The catalog that comes with the bot, for when it is started from another folder. */
const OWN_CATALOG = fileURLToPath(
  new URL(import.meta.url.includes("/dist/") ? "../../feeds.json" : "../feeds.json", import.meta.url),
);

/** Takes secrets out of what is printed; as good as it can be from the first line on. */
let scrub = createScrubber([]);

function loadSettings(given: Readonly<Record<string, string>> = {}): Settings {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const settings = readSettings({ ...readSecretFiles({ ...process.env, ...readProxyNames(process.env) }), ...given });
  scrub = createScrubber(listSecrets(settings));
  const isOwn = !process.env["FEEDS_FILE"] && !existsSync(settings.feedsPath);
  return isOwn ? { ...settings, feedsPath: OWN_CATALOG } : settings;
}

async function loadLog(settings: Settings, level = settings.logLevel): Promise<Log> {
  const secrets = listSecrets(settings);
  if (!process.stderr.isTTY) return createLog({ level, secrets });
  const { createTerminalStream } = await import("./app/terminal-log.ts");
  return createLog({ level, secrets, destination: createTerminalStream() });
}

/** Stops once on SIGINT or SIGTERM; a second signal, or too long a stop, ends the process at once. */
function stopOnSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_MS_MAX).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ reason: toMessage(error) }, "stop_failed");
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  process.on("unhandledRejection", (error) => log.error({ reason: toMessage(error) }, "unhandled_rejection"));
}

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

async function runBot({ roles }: { readonly roles?: string }): Promise<void> {
  const settings = loadSettings(roles === undefined ? {} : { ROLES: roles });
  const log = await loadLog(settings);
  const { createApp } = await import("./app/app.ts");
  const app = await createApp(settings, { log });
  stopOnSignal(app.stop, log);
  try {
    await app.start();
  } catch (error) {
    await app.stop();
    throw error;
  }
  const platforms = [
    settings.discordToken === null ? null : "Discord",
    settings.telegramToken === null ? null : "Telegram",
  ].filter((name) => name !== null);
  if (platforms.length > 0) say(`Pullquote is running on ${platforms.join(" and ")}.`);
  else say("Pullquote is running with its web page alone: neither DISCORD_TOKEN nor TELEGRAM_TOKEN is set.");
  for (const { platform, url } of app.invites())
    say(`Let it into a ${platform === "discord" ? "server" : "chat"} at ${url}`);
  const url = app.webUrl();
  if (url !== null) say(`The page is at ${url}`);
}

async function runDemo(): Promise<void> {
  const settings = { ...loadSettings(), discordToken: null, telegramToken: null };
  const log = await loadLog(settings, "warn");
  const { startDemo } = await import("./cli/demo.ts");
  const demo = await startDemo(settings, log, say);
  stopOnSignal(demo.stop, log);
}

/** Runs a command that needs the network, and closes it afterwards. */
async function withTerminal(run: (terminal: Terminal, settings: Settings) => Promise<number>): Promise<void> {
  const settings = loadSettings();
  const { createDownload } = await import("./net/download.ts");
  const net = createDownload({
    userAgent: `Pullquote/0.1 (+${settings.contactUrl})`,
    allowedHosts: settings.allowedHosts,
    proxy: settings,
  });
  try {
    const failedCount = await run({ stdin: process.stdin, stdout: process.stdout, download: net.download }, settings);
    if (failedCount > 0) process.exitCode = 1;
  } finally {
    await net.close();
  }
}

function toCount(text: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

async function loadSummarizer(settings: Settings): Promise<Summarizer> {
  const { createSummarizer } = await import("./briefs/index.ts");
  return createSummarizer(settings.summarizer, settings);
}

function readVersion(): string {
  const own = new URL(import.meta.url.includes("/dist/") ? "../../package.json" : "../package.json", import.meta.url);
  return (JSON.parse(readFileSync(own, "utf8")) as { version: string }).version;
}

function createProgram(): Command {
  const program = new Command("pullquote")
    .description("Short news briefs with verbatim, attributed quotes, in your chat.")
    .version(readVersion(), "-v, --version", "print the version")
    .showHelpAfterError();
  program
    .command("run", { isDefault: true })
    .description("run the bot")
    .option("--roles <list>", "what this process does, such as poll,read (ROLES)")
    .action(runBot);
  program.command("demo").description("run the bot on the sample newsroom, on this machine only").action(runDemo);
  program
    .command("brief")
    .argument("[file]", "a file, a URL, or - for standard input", "-")
    .description("make one article's brief")
    .option("--json", "print one JSON value")
    .option("--jsonl", "read one JSON document a line from standard input")
    .option("--sentences <n>", "sentences at most", toCount)
    .option("--quotes <n>", "key quotes at most", toCount)
    .option("--words <n>", "words at most", toCount)
    .action((where: string, options) =>
      withTerminal(async (terminal, settings) => {
        const { runBrief } = await import("./cli/documents.ts");
        return runBrief(where, options, terminal, await loadSummarizer(settings));
      }),
    );
  program
    .command("quotes")
    .argument("[file]", "a file, a URL, or - for standard input", "-")
    .description("find every quote and who said it")
    .option("--json", "print one JSON value")
    .option("--jsonl", "read one JSON document a line from standard input")
    .option("--indirect", "indirect speech, too, with --json or --jsonl")
    .action((where: string, options) =>
      withTerminal(async (terminal) => (await import("./cli/documents.ts")).runQuotes(where, options, terminal)),
    );
  program
    .command("extract")
    .argument("[file]", "a file, a URL, or - for standard input", "-")
    .description("read a page's article")
    .option("--json", "print one JSON value")
    .option("--jsonl", "read one JSON document a line from standard input")
    .action((where: string, options) =>
      withTerminal(async (terminal) => (await import("./cli/documents.ts")).runExtract(where, options, terminal)),
    );
  program
    .command("entries")
    .argument("[file]", "a file, a URL, or - for standard input", "-")
    .description("read a feed's entries")
    .option("--json", "print one JSON value")
    .option("--content-type <type>", "the Content-Type it was served with")
    .option("--url <url>", "the address it was served at")
    .action((where: string, options) =>
      withTerminal(async (terminal) => (await import("./cli/documents.ts")).runEntries(where, options, terminal)),
    );
  program
    .command("search")
    .argument("[words...]", "what to look for")
    .description("search the stored briefs")
    .option("--speaker <name>", "only briefs that quote this person")
    .option("--feed <id>", "only this feed")
    .option("--since <date>", "only since this date, such as 2026-01-31")
    .option("--json", "print one JSON value")
    .action(async (words: readonly string[], options) => {
      const { runSearch } = await import("./cli/search-command.ts");
      await runSearch(words.join(" "), options, loadSettings(), say);
    });
  const feeds = program.command("feeds").description("the catalog of feeds");
  feeds
    .command("check")
    .description("validate the catalog and visit each feed")
    .option("--json", "print one JSON value")
    .action((options) =>
      withTerminal(async (terminal, settings) => {
        const { runFeedsCheck } = await import("./cli/catalog-commands.ts");
        return runFeedsCheck(settings, options, terminal);
      }),
    );
  feeds
    .command("import")
    .argument("<file>", "an OPML file")
    .description("add the feeds of an OPML file")
    .action(async (path: string) =>
      (await import("./cli/catalog-commands.ts")).runFeedsImport(path, loadSettings(), say),
    );
  feeds
    .command("export")
    .argument("<file>", "an OPML file to write")
    .description("write all feeds as OPML")
    .action(async (path: string) =>
      (await import("./cli/catalog-commands.ts")).runFeedsExport(path, loadSettings(), say),
    );
  feeds
    .command("promote")
    .argument("<feed>", "the id or the address of a feed that people added")
    .description("make a feed that people added everybody's")
    .action(async (feed: string) =>
      (await import("./cli/catalog-commands.ts")).runFeedsPromote(feed, loadSettings(), say),
    );
  program
    .command("backup")
    .argument("<file>", "a new file")
    .description("write the whole database into a file, while the bot runs")
    .action(async (path: string) =>
      (await import("./cli/database-commands.ts")).runBackup(path, loadSettings().databaseUrl, say),
    );
  program
    .command("restore")
    .argument("<file>", "a file of backup")
    .description("fill an empty database from a backup")
    .action(async (path: string) =>
      (await import("./cli/database-commands.ts")).runRestore(path, loadSettings().databaseUrl, say),
    );
  program
    .command("move")
    .argument("<url>", "an empty database, as in DATABASE_URL")
    .description("copy the whole database into another one, of either engine")
    .action(async (url: string) =>
      (await import("./cli/database-commands.ts")).runMove(url, loadSettings().databaseUrl, say),
    );
  program
    .command("migrate")
    .description("bring the schema of the database up to date; every start does so, too")
    .action(async () => (await import("./cli/database-commands.ts")).runMigrate(loadSettings().databaseUrl, say));
  program
    .command("doctor")
    .description("check settings, database, tokens and permissions")
    .action(async () => {
      const { runDoctor } = await import("./cli/doctor.ts");
      process.exitCode = (await runDoctor(loadSettings(), say)) ? 0 : 1;
    });
  return program;
}

try {
  await createProgram().parseAsync();
} catch (error) {
  const { toEnglish } = await import("./messages/say.ts");
  process.stderr.write(`${scrub(toEnglish(error))}\n`);
  process.exitCode = 1;
}
