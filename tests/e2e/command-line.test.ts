import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStore } from "../../src/store/open.ts";
import { buildFeed, buildPublication, NOW } from "../helpers/build.ts";
import { startDiscordEmulator } from "../helpers/discord/emulator.ts";
import { readEvents, type StreamEvent } from "../helpers/events.ts";
import { runCommand, startCommand } from "../helpers/processes/command-line.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";

const PASTED = `Monday, November 23, 2026

Harbor ferry stops for a week after engine fire

Must read

Nora Falk
"Coffee lover. Sea person. Always late."

(Port Halden) The ferry to Sandry Island will not sail for a week after a fire in its engine room, the harbor office said on Friday.

“We cannot sail with one engine,” harbor master Ada Lindqvist told reporters. “The fire destroyed the only spare engine that we have on the island, and a new one will take a week.”

See also  Island school reopens after storm

About 300 people cross each day, and the office said it would hire two smaller boats until the engine is repaired.

Latest article`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "pullquote-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface BriefLine {
  readonly id: string;
  readonly headline: string;
  readonly article: { readonly text: string; readonly publishedAt: string | null; readonly language: string };
  readonly sentences: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly edited: boolean;
  }[];
  readonly quotes: readonly {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly speaker: { readonly name: string } | null;
  }[];
}

describe("brief", () => {
  test("of a pasted page holds headline, summary and quotes, and none of the page's noise", async () => {
    const path = join(folder, "article.txt");
    await writeFile(path, PASTED);
    const { code, stdout } = await runCommand(["brief", path]);
    expect(code).toBe(0);
    expect(stdout).toContain("Harbor ferry stops for a week after engine fire");
    expect(stdout.replace(/\s+/g, " ")).toContain("Ada Lindqvist");
    for (const noise of ["Must read", "Coffee lover", "See also", "Latest article", "(Port Halden)", "2026"]) {
      expect(stdout).not.toContain(noise);
    }
  });

  test("reads and writes one JSON document a line, in order, and goes on after a bad line", async () => {
    const lines = [
      JSON.stringify({ id: "a", text: PASTED }),
      "not json",
      JSON.stringify({ id: "b" }),
      JSON.stringify({ id: "c", text: "Just one line." }),
    ];
    const { code, stdout } = await runCommand(["brief", "--jsonl", "--sentences", "2", "--quotes", "1"], {
      input: lines.join("\n"),
    });
    expect(code).toBe(1);
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as BriefLine & { error?: string });
    expect(answers.map((answer) => answer.id)).toEqual(["a", null, "b", "c"]);
    expect(answers[1]?.error).toBeTypeOf("string");
    expect(answers[2]?.error).toContain("expected text or html");
    const [first] = answers;
    expect(first?.sentences.length).toBeLessThanOrEqual(2);
    expect(first?.quotes).toHaveLength(1);
    expect(first?.article.publishedAt).toBeNull();
    for (const each of [...(first?.quotes ?? []), ...(first?.sentences.filter((sentence) => !sentence.edited) ?? [])]) {
      expect(first?.article.text.slice(each.start, each.end)).toBe(each.text);
    }
  });
});

test("a file that is no text is refused with a sentence", async () => {
  const path = join(folder, "picture.jpg");
  await writeFile(path, Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)));
  const { code, stderr } = await runCommand(["brief", path]);
  expect(code).toBe(1);
  expect(stderr).toContain("This is no text.");
});

test("quotes --jsonl uses the text exactly as given", async () => {
  const text = "  “We will wait,” said  Mara Tollan, the mayor.\r\n\tNobody else spoke. ";
  const { code, stdout } = await runCommand(["quotes", "--jsonl"], {
    input: JSON.stringify({ id: 7, text, language: "en" }),
  });
  expect(code).toBe(0);
  const { id, quotes } = JSON.parse(stdout) as {
    id: number;
    quotes: {
      text: string;
      start: number;
      end: number;
      type: string;
      group: number;
      speaker: { mention: string; start: number; end: number; kind: string };
    }[];
  };
  expect(id).toBe(7);
  const [quote] = quotes;
  expect(quote).toMatchObject({ type: "direct", speaker: { kind: "person" } });
  expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);
  expect(text.slice(quote?.speaker.start, quote?.speaker.end)).toBe(quote?.speaker.mention);
});

test("quotes --indirect gives indirect speech beside the quotes, in order", async () => {
  const text = "The mayor said that the bridge would reopen on Friday. “It is safe,” Mara Tollan added.";
  const { stdout } = await runCommand(["quotes", "--jsonl", "--indirect"], {
    input: JSON.stringify({ id: 1, text, language: "en" }),
  });
  const { quotes } = JSON.parse(stdout) as { quotes: { type: string; text: string; start: number; end: number }[] };
  expect(quotes.map((quote) => quote.type)).toEqual(["indirect", "direct"]);
  for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
});

test("extract reads a page from standard input", async () => {
  const paragraphs = Array.from(
    { length: 6 },
    (_, index) => `<p>Paragraph ${index} of the story has quite a few words in it, so that it is taken for text.</p>`,
  );
  const html = `<html lang="en"><head><title>A story | Glen Post</title></head><body><nav>Menu</nav><article><h1>A story</h1>${paragraphs.join("")}</article></body></html>`;
  const { code, stdout } = await runCommand(["extract", "-", "--json"], { input: html });
  expect(code).toBe(0);
  const article = JSON.parse(stdout) as Record<string, unknown>;
  expect(Object.keys(article)).toEqual(
    expect.arrayContaining([
      "title",
      "byline",
      "outlet",
      "agency",
      "publishedAt",
      "language",
      "canonicalUrl",
      "imageUrl",
      "text",
    ]),
  );
  expect(article["title"]).toBe("A story");
  expect(article["text"]).toContain("Paragraph 5");
  expect(article["text"]).not.toContain("Menu");
});

test("entries reads a feed in the charset its server named", async () => {
  const path = join(folder, "feed.xml");
  await writeFile(
    path,
    Buffer.from(
      `<rss version="2.0"><channel><title>Caf\xe9</title><item><title>Z\xfcrich</title><link>/1</link></item></channel></rss>`,
      "latin1",
    ),
  );
  const { code, stdout } = await runCommand([
    "entries",
    path,
    "--json",
    "--content-type",
    "text/xml; charset=iso-8859-1",
    "--url",
    "https://feed.example/x",
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    title: "Café",
    entries: [{ title: "Zürich", url: "https://feed.example/1" }],
  });
});

test("search finds stored briefs by words and by speaker", async () => {
  const databaseUrl = `sqlite:${join(folder, "search.sqlite")}`;
  const store = await openStore(databaseUrl);
  await store.feeds.save([buildFeed()], NOW);
  await store.articles.publish(buildPublication());
  await store.close();
  const search = (...words: readonly string[]) =>
    runCommand(["search", ...words], { environment: { DATABASE_URL: databaseUrl } });
  const [byWord, bySpeaker, none, wrong] = await Promise.all([
    search("engine"),
    search("--speaker", "lindqvist", "--json"),
    search("zeppelin"),
    search("x", "--since", "yesterday"),
  ]);
  expect(byWord.stdout).toContain("Ferry to Port Halden stops for a week");
  expect(JSON.parse(bySpeaker.stdout)).toMatchObject({ total: 1 });
  expect(none.stdout).toContain("Nothing found.");
  expect(wrong).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('expected a date such as 2026-01-31, got "yesterday"'),
  });
});

test("wrong settings end the program with every mistake listed", async () => {
  const ended = await runCommand(["run"], { environment: { WEB_PORT: "high", SUMMARIZER: "magic" }, folder });
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain('WEB_PORT: expected a whole number from 0 to 65535, got "high".');
  expect(ended.stderr).toContain('SUMMARIZER: expected extractive or model, got "magic".');
});

test("two wrong tokens are both told at once", async () => {
  const [telegram, discord] = await Promise.all([startTelegramEmulator(), startDiscordEmulator()]);
  const environment = {
    TELEGRAM_TOKEN: "123456:wrong-token-of-some-length",
    TELEGRAM_API_URL: telegram.url,
    DISCORD_TOKEN: "wrong-token-of-some-length",
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, "both-refused.sqlite")}`,
    WEB_PORT: "0",
  };
  const ended = await runCommand(["run"], { environment, folder });
  await Promise.all([telegram.stop(), discord.close()]);
  expect(ended.code).toBe(1);
  expect(ended.stderr).toContain("TELEGRAM_TOKEN: Telegram does not accept this token.");
  expect(ended.stderr).toContain("DISCORD_TOKEN: Discord refuses it.");
});

test("a token the platform refuses ends the program with a sentence, though the page was already up", async () => {
  const telegram = await startTelegramEmulator();
  const environment = {
    TELEGRAM_TOKEN: "123456:wrong-token-of-some-length",
    TELEGRAM_API_URL: telegram.url,
    DATABASE_URL: `sqlite:${join(folder, "refused.sqlite")}`,
    WEB_PORT: "0",
  };
  const ended = await runCommand(["run"], { environment, folder });
  await telegram.stop();
  expect(ended.code).toBe(1);
  expect(ended.stderr).toMatch(/Telegram/);
  expect(ended.stderr).not.toContain("wrong-token");
});

test("doctor says what to mend", async () => {
  const environment = {
    DATABASE_URL: `sqlite:${join(folder, "doctor.sqlite")}`,
    FEEDS_FILE: join(folder, "none.json"),
  };
  const ended = await runCommand(["doctor"], { environment });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/MEND {4}feeds: .*none\.json/);
  expect(ended.stdout).toMatch(/ok {6}database: sqlite answers/);
  expect(ended.stdout).toMatch(/ok {6}web: connected/);
});

test("doctor says where to let the bot in, and that sites have nobody to turn to yet", async () => {
  const [telegram, discord] = await Promise.all([startTelegramEmulator(), startDiscordEmulator()]);
  const environment = {
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.url,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, "doctor-invites.sqlite")}`,
    WEB: "off",
  };
  const ended = await runCommand(["doctor"], { environment });
  await Promise.all([telegram.stop(), discord.close()]);
  expect(ended.stdout).toMatch(/ok {6}discord: connected\. .*https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+/);
  expect(ended.stdout).toMatch(/ok {6}telegram: connected\. .*https:\/\/t\.me\/\w+\?startgroup=true/);
  expect(ended.stdout).toMatch(/note {4}contact: set CONTACT_URL/);
});

test("--version prints the package's own version alone", async () => {
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  expect((await runCommand(["--version"])).stdout).toBe(`${version}\n`);
});

test("the demo says where to look, takes another port when its own is taken, posts, and stops on a signal", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const child = startCommand(["demo"], { environment: { WEB_PORT: String(port) }, folder });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  while (!/Stop with/.test(said)) await once(child.stdout, "data");
  const url = /Open {2}(\S+)/.exec(said)?.[1] ?? "";
  expect(Number(new URL(url).port)).toBeGreaterThan(port);
  expect(said).toContain(`Port ${port} is taken`);
  const events = await readEvents(`${url}events`);
  const posts: StreamEvent[] = [];
  while (posts.length < 2) {
    const event = await events.next();
    if (event.event === "post") posts.push(event);
  }
  for (const post of posts) {
    expect(post).toMatchObject({
      data: { headline: expect.any(String), url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:/) },
    });
  }
  events.close();
  child.kill("SIGTERM");
  const [code] = (await once(child, "close")) as [number | null];
  expect(code).toBe(0);
  await new Promise((resolve) => taken.close(resolve));
});
