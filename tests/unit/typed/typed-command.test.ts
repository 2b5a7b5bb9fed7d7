/** What a typed line says: the command, its options, and where the value of each ends. */

import { expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { search } from "../../../commands/search.ts";
import { subscribe } from "../../../commands/subscribe.ts";
import { readArguments, readTypedCommand } from "../../../src/typed/typed-command.ts";

function readLine(line: string): unknown {
  const typed = readTypedCommand(line, null);
  const command = COMMANDS.find((each) => each.name === typed?.name);
  if (typed === null || command === undefined) throw new Error(`${line} is no command`);
  return readArguments(command, typed.rest);
}

test.each([
  ["/search ferry", { name: "search", rest: "ferry" }],
  ["/Search@TheBot ferry days:7", { name: "search", rest: "ferry days:7" }],
  ["  /help  ", { name: "help", rest: "" }],
  ["/search@other_bot ferry", null],
  ["hello /search", null],
  ["/sea-rch x", null],
  ["//", null],
])("%s is read", (text, expected) => {
  expect(readTypedCommand(text, "thebot")).toEqual(expected);
});

test.each([
  ["feed:harbor-wire days:7 port strike", { feed: "harbor-wire", days: "7", words: "port strike" }],
  ["re:invent", { words: "re:invent" }],
  ['"port authority" -football', { words: '"port authority" -football' }],
  ['speaker:"Ada Lindqvist" ferry', { speaker: "Ada Lindqvist", words: "ferry" }],
  ["FEED:x", { feed: "x" }],
  ["", {}],
])("arguments of /search %s", (rest, expected) => {
  expect(readArguments(search, rest)).toEqual(expected);
});

test("an unbalanced quotation mark loses nothing", () => {
  expect(readArguments(subscribe, 'everything words:"ferry, port')).toEqual({
    what: "everything",
    words: '"ferry, port',
  });
});

test.each<readonly [string, Readonly<Record<string, string>>]>([
  // /subscribe: every value goes on
  ["/subscribe harbor-wire", { what: "harbor-wire" }],
  ["/subscribe Harbor Wire", { what: "Harbor Wire" }],
  ['/subscribe "Harbor Wire"', { what: "Harbor Wire" }],
  ["/subscribe speaker:Nera Moreau", { speaker: "Nera Moreau" }],
  ["/subscribe speaker: Nera Moreau", { speaker: "Nera Moreau" }],
  ["/subscribe speaker : Nera Moreau", { speaker: "Nera Moreau" }],
  ["/subscribe Speaker:Nera Moreau, Ada Lindqvist", { speaker: "Nera Moreau, Ada Lindqvist" }],
  ["/subscribe speaker:prime minister", { speaker: "prime minister" }],
  ["/subscribe speaker:“Nera Moreau”", { speaker: "Nera Moreau" }],
  ["/subscribe speaker:« Nera Moreau » harbor-wire", { speaker: "Nera Moreau", what: "harbor-wire" }],
  ["/subscribe speaker:„Nera Moreau“ words:ferry", { speaker: "Nera Moreau", words: "ferry" }],
  ["/subscribe everything words: ferry", { what: "everything", words: "ferry" }],
  [
    "/subscribe everything words:ferry, harbor toll without:football",
    {
      what: "everything",
      words: "ferry, harbor toll",
      without: "football",
    },
  ],
  ["/subscribe everything words:ferry , harbor", { what: "everything", words: "ferry , harbor" }],
  ['/subscribe everything words:"port authority", ferry', { what: "everything", words: '"port authority", ferry' }],
  ["/subscribe words:ferry everything", { what: "everything", words: "ferry" }],
  ["/subscribe speaker:Nera Moreau everything", { what: "everything", speaker: "Nera Moreau" }],
  ["/subscribe words:everything", { words: "everything" }],
  ['/subscribe words:"port authority" harbor-wire', { what: "harbor-wire", words: '"port authority"' }],
  ["/subscribe everything words:", { what: "everything", words: "" }],
  ["/subscribe everything words: without:football", { what: "everything", words: "", without: "football" }],
  // values that say themselves where they end
  [
    "/subscribe digest:daily at:07:30 zone:Europe/Berlin harbor-wire",
    {
      digest: "daily",
      at: "07:30",
      zone: "Europe/Berlin",
      what: "harbor-wire",
    },
  ],
  ["/subscribe digest: weekly harbor wire", { digest: "weekly", what: "harbor wire" }],
  ["/subscribe quiet:22:00-07:00 harbor wire", { quiet: "22:00-07:00", what: "harbor wire" }],
  ["/subscribe quiet:22:00 - 07:00 harbor wire", { quiet: "22:00 - 07:00", what: "harbor wire" }],
  ["/subscribe quiet:22:00 to 07:00", { quiet: "22:00 to 07:00" }],
  ["/subscribe language:de, en harbor-wire", { language: "de, en", what: "harbor-wire" }],
  ["/subscribe role:<@&123> harbor-wire", { role: "<@&123>", what: "harbor-wire" }],
  [
    "/subscribe silent:yes compact:no quotes:2 harbor-wire",
    {
      silent: "yes",
      compact: "no",
      quotes: "2",
      what: "harbor-wire",
    },
  ],
  ["/subscribe everything title:Tide watch: the harbor", { what: "everything", title: "Tide watch: the harbor" }],
  // addresses
  ["/subscribe https://news.example/feed?topic:x=1&words:y", { what: "https://news.example/feed?topic:x=1&words:y" }],
  [
    "/subscribe https://news.example:8080/feed words:port authority",
    {
      what: "https://news.example:8080/feed",
      words: "port authority",
    },
  ],
  // newlines, other scripts, marks of direction
  [
    "/subscribe everything\nwords:port authority\nwithout:football",
    {
      what: "everything",
      words: "port authority",
      without: "football",
    },
  ],
  ["/subscribe speaker:محمد علي", { speaker: "محمد علي" }],
  ["/subscribe everything words:عبّارة، ميناء كبير", { what: "everything", words: "عبّارة، ميناء كبير" }],
  ["/subscribe everything \u200fwords:ميناء", { what: "everything", words: "ميناء" }],
  ["\u2066/subscribe everything words:ferry\u2069", { what: "everything", words: "ferry" }],
  ["/subscribe speaker：Нера Моро", { speaker: "Нера Моро" }],
  // /edit
  ["/edit 6 words:port authority", { which: "6", words: "port authority" }],
  ["/edit 6 title:Tide watch", { which: "6", title: "Tide watch" }],
  ["/edit #6 speaker:Nera Moreau quotes:2", { which: "#6", speaker: "Nera Moreau", quotes: "2" }],
  ["/edit digest:off 6", { which: "6", digest: "off" }],
  ["/edit quiet:off 6", { which: "6", quiet: "off" }],
  ["/edit 6 at:half past seven", { which: "6", at: "half past seven" }],
  // /quotes, /latest, /feeds
  ["/quotes minister", { speaker: "minister" }],
  ["/quotes Nera Moreau", { speaker: "Nera Moreau" }],
  ["/quotes about:harbor toll", { about: "harbor toll" }],
  ["/quotes lindqvist about:harbor toll", { speaker: "lindqvist", about: "harbor toll" }],
  ["/quotes about:harbor toll speaker:Nera Moreau", { about: "harbor toll", speaker: "Nera Moreau" }],
  ['/quotes about:"harbor toll"', { about: '"harbor toll"' }],
  ['/quotes "Nera Moreau"', { speaker: "Nera Moreau" }],
  ["/latest Harbor Wire count:2", { feed: "Harbor Wire", count: "2" }],
  ["/latest count:2 Harbor Wire", { feed: "Harbor Wire", count: "2" }],
  ["/latest topic:city hall", { topic: "city hall" }],
  ["/feeds topic:city hall", { topic: "city hall" }],
  // /search: words to look for may follow
  ["/search ferry", { words: "ferry" }],
  ["/search words: harbor", { words: "harbor" }],
  ["/search words:harbor toll days:7", { words: "harbor toll", days: "7" }],
  ["/search words:ferry days:7 harbor", { words: "ferry harbor", days: "7" }],
  ['/search words:"port authority"', { words: '"port authority"' }],
  ['/search "port authority" -football days:7', { words: '"port authority" -football', days: "7" }],
  ['/search -"port authority" ferry', { words: '-"port authority" ferry' }],
  ["/search ferry days:7", { words: "ferry", days: "7" }],
  ["/search ferry days: 7", { words: "ferry", days: "7" }],
  ["/search days:7 ferry strike", { words: "ferry strike", days: "7" }],
  ["/search speaker:minister harbor", { speaker: "minister", words: "harbor" }],
  ["/search speaker:Nera Moreau", { speaker: "Nera Moreau" }],
  ["/search speaker:Nera Moreau harbor toll", { speaker: "Nera Moreau", words: "harbor toll" }],
  ["/search speaker:Ursula von der Leyen tariffs", { speaker: "Ursula von der Leyen", words: "tariffs" }],
  ["/search speaker:Moreau in Berlin", { speaker: "Moreau", words: "in Berlin" }],
  ['/search speaker:"the minister" harbor', { speaker: "the minister", words: "harbor" }],
  ["/search harbor speaker:the minister", { speaker: "the minister", words: "harbor" }],
  ["/search feed:Harbor Wire strike", { feed: "Harbor Wire", words: "strike" }],
  ["/search since:2026-11-01 until:2026-11-20 ferry", { since: "2026-11-01", until: "2026-11-20", words: "ferry" }],
  ["/search language:de Hafen", { language: "de", words: "Hafen" }],
  ["/search foo:bar harbor", { words: "foo:bar harbor" }],
  ["/search ratio 3:2 days:7", { words: "ratio 3:2", days: "7" }],
  ['/search 5" gun days:7', { words: '5" gun', days: "7" }],
  ["/search harbor\ndays:7", { words: "harbor", days: "7" }],
  ["/search speaker:محمد ميناء", { speaker: "محمد", words: "ميناء" }],
  // one option alone takes all
  ["/why Ferry: toll at 07:30 days:7", { what: "Ferry: toll at 07:30 days:7" }],
  ['/why "port authority" ferry', { what: '"port authority" ferry' }],
  ["/brief https://news.example/a:b?words:c", { url: "https://news.example/a:b?words:c" }],
  ["/mute what: ferry engine", { what: "ferry engine" }],
  ["/unsubscribe all", { which: "all" }],
  ["/help subscribe", { command: "subscribe" }],
  ["/language de", { language: "de" }],
  ["/export opml", { format: "opml" }],
])("%j says %j", (line, expected) => {
  expect(readLine(line)).toEqual(expected);
});

test("of a very long value no word is lost", () => {
  const words = Array.from({ length: 1500 }, (_, index) => `w${index}`);
  expect(readArguments(subscribe, `everything zone:${words.join(" ")}`)).toEqual({
    what: "everything",
    zone: words.join(" "),
  });
});

test("two topics typed one after the other were one topic: the first was lost", () => {
  expect(readLine("/subscribe topic:world topic:science")).toEqual({ topic: "world, science" });
  expect(readLine('/subscribe everything words:"a, b" words:c')).toEqual({ what: "everything", words: '"a, b", c' });
  expect(readLine("/subscribe everything quotes:1 quotes:2")).toEqual({ what: "everything", quotes: "2" });
});
