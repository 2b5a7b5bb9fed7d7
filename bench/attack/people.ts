/** What people type and press: code in words, commands without the right to, other channels' feeds, and forged buttons. */

import { COMMANDS } from "../../commands/index.ts";
import { forAll, startCounting, type Tally, thin } from "./tally.ts";
import type { Target } from "./target.ts";

const FAULT = /Something went wrong/;
const INJECTIONS = [
  "' OR '1'='1",
  "'; DROP TABLE articles; --",
  '" OR ""="',
  "1; ATTACH DATABASE 'other.sqlite' AS x",
  "') UNION SELECT name FROM sqlite_master --",
  "x' AND 1=randomblob(1000000000) --",
  "NEAR(a b, 5)",
  "a* OR b*",
  "title:secret",
  "{title}:x",
  "a NOT b",
  '"unclosed',
  "((((",
  "))))",
  "^a",
  "a AND",
  "OR",
  "*",
  "-",
  "--",
  "%",
  "_",
  "\\",
  "\\x00",
  "\u0000",
  "\ud800",
  "NULL",
  "0x27",
  "'||(select 1)||'",
  "$1",
  "?1",
  ":name",
  "@name",
  "{{7*7}}",
  `$${"{7*7}"}`,
  "<%= 7*7 %>",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "`id`",
  "$(id)",
  "| id",
  "; id",
  "\r\nSet-Cookie: a=b",
  "a\u202eb",
  "\u{1F600}".repeat(200),
  "feed:' OR 1=1 --",
  "speaker:') --",
  "topic:x' --",
  "language:' OR 1",
  "since:2020-01-01' --",
  "days:1e309",
  "days:-1",
  "days:99999999999999999999",
  "count:NaN",
  "page:'",
];

export async function attackWords(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("code in words");
  const lines = INJECTIONS.flatMap((words) =>
    ["/search", "/quotes", "/latest", "/feeds", "/why", "/subscribe everything words:", "/mute", "/unsubscribe"].map(
      (command) => `${command} ${words}`,
    ),
  );
  await forAll(thin(lines, isShort, 20), async (line) => {
    const text = await target.ask(line);
    counting.attack(line, text !== "" && !FAULT.test(text));
  });
  counting.attack("the tables are there afterwards", (await target.ask("/feeds")).includes(target.outletFeed.title));
  return counting.end();
}

/** Every command only managers may use, by somebody who is none, in a group and in a server. */
export async function attackRights(target: Target): Promise<Tally> {
  const counting = startCounting("commands without the right to");
  const { telegram, discord } = target;
  const [manager, member] = [target.newPerson(), target.newPerson()];
  // Telegram takes twenty messages a minute in a group: each command has its own.
  const openGroup = async (): Promise<number> => {
    const group = telegram.addChat({
      type: "supergroup",
      title: "Harbor",
      members: { [manager]: { status: "administrator" }, [member]: { status: "member" } },
    });
    await telegram.type(group, manager, "/subscribe everything");
    return group;
  };
  const guild = discord.addGuild("Harbor");
  const channel = discord.addChannel(guild, { name: "news" });
  const guest = discord.addPerson({ isManager: false });
  for (const command of COMMANDS.filter(({ access }) => access === "managers")) {
    const group = await openGroup();
    for (const example of [`/${command.name}`, ...command.examples]) {
      const { text } = await telegram.type(group, member, example);
      counting.attack(`${example} in a group`, /only those who manage|managers|administrator/i.test(text));
    }
    // Discord's own rights keep the command from the guest; a forged call is answered by ours.
    const answer = await discord.runCommand(channel, guest, command.name, {}).then(
      (reply) => JSON.stringify(reply),
      (error: unknown) => String(error),
    );
    counting.attack(`/${command.name} in a server`, /manage|not offered|asks for|refuses/i.test(answer));
    const standing = await telegram.type(group, manager, "/subscriptions");
    counting.attack(`the subscription stands after /${command.name}`, /^1 subscription/.test(standing.text));
  }
  return counting.end();
}

const SECRET = "HUSH-4711";
const TRACE = /HUSH-4711|Quorrick|Vannick|yard closes/i;

/** One person's feed with a secret in its address, and everybody else, with every command. */
export async function attackStrangersFeed(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("other channels' feeds");
  const page = target.put("/minutes/7", {
    body: `<html lang="en"><title>Quorrick yard closes on Friday</title><article><h1>Quorrick yard closes on Friday</h1><p>${"The board of Quorrick decided on Monday to close the old yard on Friday, as the minutes say. ".repeat(3)}</p><p>“Tell nobody before Friday,” said chair Omar Vannick.</p></article></html>`,
  });
  const feed = target.put("/minutes", {
    type: "application/rss+xml",
    body: `<rss version="2.0"><channel><title>Quorrick board minutes</title><item><guid>7</guid><title>Quorrick yard closes on Friday</title><link>${page}</link><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`,
  });
  const owner = target.newPerson();
  await target.ask(`/subscribe ${feed}?key=${SECRET}`, owner);
  await waitFor(async () => TRACE.test(await target.ask("/latest", owner)));
  const stranger = target.newPerson();
  await target.ask("/subscribe everything", stranger);
  const lines = [
    "/feeds",
    "/feeds quorrick",
    "/latest",
    "/latest quorrick",
    "/search yard",
    "/search closes friday",
    "/quotes Vannick",
    "/quotes about:yard",
    "/why yard closes",
    `/why ${page}`,
    "/mute yard closes",
    "/subscriptions",
    "/subscribe Quorrick board minutes",
    "/search yard speaker:Vannick",
    "/why #1",
    "/mute #1",
    // A file and a line about it: whatever is asked next would take the second for its answer.
    "/export",
  ];
  const guild = target.discord.addGuild("Elsewhere");
  const channel = target.discord.addChannel(guild, { name: "news" });
  const person = target.discord.addPerson({ isManager: true });
  for (const line of thin(lines, isShort, 4)) {
    // What was typed may be said back.
    const typed = line.split(" ").slice(1).join(" ");
    const isKept = (text: string): boolean =>
      !TRACE.test(
        typed.split(/[ :]/).reduce((rest, word) => (word.length > 3 ? rest.replaceAll(word, "") : rest), text),
      );
    counting.attack(`${line} on Telegram`, isKept(await target.ask(line, stranger)));
    counting.attack(`${line} on the page`, isKept((await target.askWeb(line)).text));
    const [name = "", ...rest] = line.slice(1).split(" ");
    const option = Object.keys(COMMANDS.find((each) => each.name === name)?.options ?? {})[0];
    if (rest.length > 0 && option !== undefined && !line.includes(":")) {
      const reply = await target.discord.runCommand(channel, person, name, { [option]: rest.join(" ") }).then(
        (shown) => JSON.stringify([shown.content, shown.embeds, shown.files]),
        () => "",
      );
      counting.attack(`${line} on Discord`, isKept(reply));
    }
  }
  for (const { name, options } of COMMANDS) {
    for (const option of thin(Object.keys(options), isShort, 3)) {
      for (const typed of ["quo", "vann", "yard"]) {
        const choices = await target.discord.complete(channel, person, name, option, typed).catch(() => []);
        counting.attack(`${name} ${option} ${typed} completed`, !TRACE.test(JSON.stringify(choices)));
      }
    }
  }
  const posts = target.telegram
    .posts(stranger)
    .map(({ raw }) => raw)
    .join("\n");
  counting.attack("posted to those who follow everything", !/<a href="[^"]*minutes/.test(posts));
  return counting.end();
}

/** Buttons nobody was shown, with numbers counted up. */
export async function attackButtons(target: Target, isShort: boolean): Promise<Tally> {
  const counting = startCounting("forged buttons");
  const owner = target.newPerson();
  await target.ask("/search yard", owner);
  await target.ask("/quotes Vannick", owner);
  const forger = target.newPerson();
  await target.ask("/help", forger);
  const message = target.telegram.posts(forger).at(-1);
  if (message === undefined) throw new Error("The bot has not answered.");
  const ids = COMMANDS.flatMap(({ name }) =>
    [
      "1:1",
      "1:2",
      "2:1",
      "article:1",
      "article:1-0000000000000000",
      "feed:1:0",
      "undo:1",
      "999999999999:1",
      "__proto__",
      "",
      "1:-1",
      "'",
    ].map((rest) => `v1:${name}:${rest}`),
  );
  const odd = ["v1:", "v2:search:1:1", "v1:nothing:1", "x".repeat(64), "v1:subscribe:remove:1"];
  for (const data of thin([...ids, ...odd], isShort, 12)) {
    const seen = target.telegram.posts(forger).length;
    const answer = await target.telegram
      .tap(message, "forged", { userId: forger, data })
      .catch((error: unknown) => ({ text: String(error) }));
    const said = [
      answer.text,
      ...target.telegram
        .posts(forger)
        .slice(seen)
        .map(({ text }) => text),
      message.text,
    ].join("\n");
    counting.attack(data, !TRACE.test(said) && !FAULT.test(said));
  }
  return counting.end();
}

/** What comes about in the bot's own time. */
export async function waitFor(isSo: () => Promise<boolean> | boolean, timeoutMs = 60_000): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    if (await isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
