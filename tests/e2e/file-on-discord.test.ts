/** The program as it is started, in a process of its own: what is loaded first there decides which HTTP client sends files. */

import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { startDiscordEmulator } from "../helpers/discord/emulator.ts";
import { startCommand } from "../helpers/processes/command-line.ts";
import { WAIT } from "../helpers/wait.ts";

test("the running program answers /export on Discord with the file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pullquote-run-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const discord = await startDiscordEmulator();
  onTestFinished(() => discord.close());
  const guildId = discord.addGuild("Harbor watchers");
  const channelId = discord.addChannel(guildId);
  const personId = discord.addPerson({ isManager: true });
  const feedsFile = join(folder, "feeds.json");
  await writeFile(feedsFile, JSON.stringify({ feeds: [] }));

  const child = startCommand(["run"], {
    environment: {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: `sqlite:${join(folder, "run.sqlite")}`,
      FEEDS_FILE: feedsFile,
      WEB_PORT: "0",
    },
  });
  child.stdout.resume();
  child.stderr.resume();
  onTestFinished(async () => {
    const ended = once(child, "close");
    child.kill("SIGTERM");
    await ended;
  });
  await vi.waitFor(() => expect(discord.store.commands).not.toEqual([]), WAIT);

  await discord.runCommand(channelId, personId, "subscribe", { what: "everything" });
  const reply = await discord.runCommand(channelId, personId, "export");
  expect(reply.files.map((file) => file.name)).toEqual(["subscriptions.json"]);
});
