/** Digests on every platform: whole within the limits, shortened by meaning beyond, and hostile texts made harmless. */

import { describe, expect, test } from "vitest";
import { type Digest, shortenDigest } from "../../../src/domain/digest.ts";
import { keepIsolates } from "../../../src/messages/direction.ts";
import * as discord from "../../../src/platforms/discord/render-digest.ts";
import * as telegram from "../../../src/platforms/telegram/posts/render-digest.ts";
import * as web from "../../../src/platforms/web/render-digest.ts";
import type { ShownEntry } from "../../../src/platforms/web/shown.ts";
import { buildDigest, buildEntry, listUrls } from "../../helpers/build-digest.ts";
import { checkMessage, findPings } from "../../helpers/discord/rules.ts";
import { readShown } from "../../helpers/discord/shown.ts";
import type { JsonObject } from "../../helpers/discord/store.ts";
import { DISCORD_PIECES, makeHostileTexts, TELEGRAM_PIECES } from "../../helpers/hostile.ts";
import { fc } from "../../helpers/property.ts";
import { serveText } from "../../helpers/telegram/text.ts";

const RUNS = 100;
const COUNT = 1_000;
const DIGESTS = 250;
const SEED = 20_261_128;
/** As many as a digest shows. */
const ENTRIES = 20;
const ROLE = "223344556677889900";

/** Pieces that mean something to a platform, to Unicode, or to a careless escaper. */
const PIECES = [
  "@everyone",
  "<@&123456789012345678>",
  `<@&${ROLE}>`,
  "<@123456789012345678>",
  "<t:0:R>",
  ":100:",
  "https://evil.example/",
  "[x](https://evil.example)",
  "](",
  ")",
  "**",
  "__",
  "||",
  "```",
  "> ",
  "# ",
  "\\",
  "\n",
  "\u2028",
  "\0",
  "\u202E",
  "\u2066",
  "\u2068",
  "\u2069",
  "\u200B",
  "\uFEFF",
  "\uD83D",
  "👩‍👩‍👧",
  "עברית",
  "漢字",
  "@harbor_master",
  "#tag",
  "/start",
  "t.me/evil",
  "<b>",
  "</blockquote>",
  "<a href='x'>",
  "&lt;",
  "&",
  '"',
  "word ",
  " ",
  "x".repeat(400),
] as const;

const hostileText = fc.oneof(
  { weight: 8, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 20 }).map((pieces) => pieces.join("")) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES).map((piece) => piece.repeat(Math.ceil(10_000 / piece.length))) },
);
const quote = fc.record({
  text: hostileText,
  speaker: fc.option(hostileText),
  role: fc.option(hostileText),
  url: fc.oneof(hostileText, fc.constant("https://harborwire.example/a#:~:text=b")),
});
const entry = fc
  .record({ headline: hostileText, outlet: hostileText, quote: fc.option(quote), number: fc.nat({ max: 9_999 }) })
  .map(({ number, ...part }) => buildEntry(number, part));
const group = fc.record({ topic: fc.option(hostileText), entries: fc.array(entry, { minLength: 1, maxLength: 4 }) });
const digest: fc.Arbitrary<Digest> = fc.record({
  heading: hostileText.map((text) => `Daily digest ${text}`),
  title: fc.option(hostileText),
  groups: fc.array(group, { minLength: 1, maxLength: 6 }),
  moreCount: fc.constantFrom(0, 7),
  language: fc.constantFrom("en" as const, "ar" as const),
});

const OWN_MARKS = new Set(["quote", "link", "bold", "underline"]);

/** The links shown. */
function checkDiscord(given: Digest, isPlain: boolean): readonly string[] {
  const body = discord.renderDigest(given, { isPlain, mentionRoleId: ROLE }) as unknown as JsonObject & {
    readonly content?: string;
    readonly embeds: readonly { title?: string; description?: string; author?: { name: string } }[];
  };
  checkMessage(body, 0, "message");
  expect(findPings(body)).toEqual([ROLE]);
  const content = (body.content ?? "").replace(`<@&${ROLE}>`, "");
  const texts = [content, ...body.embeds.flatMap((embed) => [embed.title ?? "", embed.description ?? ""])];
  const links: string[] = [];
  for (const text of texts) {
    expect(text.isWellFormed()).toBe(true);
    expect(text).toBe(keepIsolates(text));
    for (const mark of readShown(text).marks) {
      expect(OWN_MARKS).toContain(mark.kind);
      if (mark.kind === "link") links.push(mark.value);
    }
  }
  expect(links[0]).toBe(listUrls(given)[0]);
  expect(JSON.stringify(body.embeds)).not.toMatch(/@(?:everyone|here)/i);
  return links;
}

function checkTelegram(given: Digest): { readonly links: readonly (string | undefined)[]; readonly headlines: number } {
  const served = serveText(telegram.renderDigest(given).html, "HTML");
  // The commands that find the rest are ours.
  const more = served.text.slice(served.text.lastIndexOf("\n"));
  const found = served.found.map(({ offset, length }) => served.text.slice(offset, offset + length));
  expect(found.filter((each) => !(["/latest", "/search"].includes(each) && more.includes(each)))).toEqual([]);
  expect(served.droppedLinks).toEqual([]);
  const links = served.entities.map((each) => each.url);
  expect(links).toContain(listUrls(given)[0]);
  return { links, headlines: served.text.split("\n").filter((each) => each.startsWith("• ")).length };
}

function checkPage(given: Digest): readonly ShownEntry[] {
  const shown = web.renderDigest(given);
  expect(web.measureDigest(shown)).toBeLessThanOrEqual(web.DIGEST_LENGTH_MAX);
  const entries = shown.groups.flatMap((each) => each.entries);
  expect(entries[0]?.url).toBe(listUrls(given)[0]);
  for (const url of entries.flatMap((each) => [each.url, each.quote?.url ?? null])) {
    if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/);
  }
  const words = [shown.heading, ...entries.flatMap((each) => [each.headline, each.outlet, each.quote?.text ?? ""])];
  expect(words.join("")).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
  return entries;
}

describe(`${RUNS} hostile digests`, () => {
  test("on Discord ping the role asked for and nobody else, with the first link and whole markup", () => {
    fc.assert(
      fc.property(digest, fc.boolean(), (given, isPlain) => void checkDiscord(given, isPlain)),
      { numRuns: RUNS },
    );
  });

  test("on Telegram are taken by the server, and nothing in them becomes a mention, a tag or a command", () => {
    fc.assert(
      fc.property(digest, (given) => void checkTelegram({ ...given, moreCount: 0 })),
      { numRuns: RUNS },
    );
  });

  test("on the page are plain text with links that may be clicked, within the length", () => {
    fc.assert(
      fc.property(digest, (given) => void checkPage(given)),
      { numRuns: RUNS },
    );
  });
});

describe(`${DIGESTS} full digests of ${COUNT} hostile texts, seed ${SEED}`, () => {
  const texts = makeHostileTexts([...new Set([...DISCORD_PIECES, ...TELEGRAM_PIECES])], COUNT, SEED);
  /** Every text at several places, beside others; links as feeds have them, and some that are none. */
  const digests = Array.from({ length: DIGESTS }, (_, index): Digest => {
    const text = (offset: number): string => texts[(index * (COUNT / DIGESTS) + offset) % COUNT] ?? "";
    const entries = Array.from({ length: ENTRIES }, (_, number) =>
      buildEntry(number + 1, {
        headline: text(number),
        outlet: text(number + 1),
        quote: {
          text: text(number + 2),
          speaker: number % 3 === 2 ? null : text(number + 3),
          role: number % 2 === 0 ? null : text(number + 4),
          url:
            number % 5 === 4 ? text(number + 5) : `https://harborwire.example/news/${number + 1}?a=<b>&c=(d)#:~:text=e`,
        },
      }),
    );
    const third = Math.ceil(ENTRIES / 3);
    const groups = [text(6), text(7), null].map((topic, place) => ({
      topic,
      entries: entries.slice(place * third, (place + 1) * third),
    }));
    return {
      heading: `Daily digest ${text(8)}`,
      title: text(9),
      groups,
      moreCount: index % 2 === 0 ? 0 : 7,
      language: "en",
    };
  });
  /** Briefs may be left out from the end, and are then counted; none that is shown loses its link. */
  function checkLinks(given: Digest, shown: readonly (string | null | undefined)[]): void {
    const all = listUrls(given);
    const kept = all.filter((url) => shown.includes(url));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(all.slice(0, kept.length));
  }

  test.each([["with embeds", false] as const, ["without", true] as const])("on Discord %s", (_name, isPlain) => {
    for (const given of digests) checkLinks(given, checkDiscord(given, isPlain));
  });

  test("on Telegram", () => {
    for (const given of digests) {
      const { links, headlines } = checkTelegram(given);
      checkLinks(given, links);
      expect(headlines).toBe(listUrls(given).filter((url) => links.includes(url)).length);
    }
  });

  test("on the page", () => {
    for (const given of digests) {
      const entries = checkPage(given);
      expect(entries.map((each) => each.url)).toEqual(listUrls(given).slice(0, entries.length));
      expect(entries.length).toBeGreaterThan(0);
    }
  });
});

describe.each([
  ["Discord", discord.fitsDigest],
  ["Discord without embeds", discord.fitsPlainDigest],
  ["Telegram", telegram.fitsDigest],
  ["the page", web.fitsDigest],
] as const)("%s", (_, fits) => {
  test("holds a handful of briefs in one message, and not hundreds", () => {
    expect(fits(buildDigest(5))).toBe(true);
    expect(fits(buildDigest(300))).toBe(false);
  });

  test("with one brief less, what fitted fits still", () => {
    const most = Array.from({ length: 100 }, (_each, index) => index + 1).findLast((count) => fits(buildDigest(count)));
    for (let count = most ?? 0; count > 0; count -= 1) expect(fits(buildDigest(count))).toBe(true);
  });
});

test("what fits is shown whole on each platform", () => {
  const given = buildDigest(6, { title: "Morning", moreCount: 3 });
  const onDiscord = JSON.stringify(discord.renderDigest(given));
  const onTelegram = telegram.renderDigest(given).html;
  const onPage = JSON.stringify(web.renderDigest(given));
  for (const shown of [onDiscord, onTelegram, onPage]) {
    for (const url of listUrls(given)) expect(shown).toContain(url);
    for (const text of [
      "Morning",
      "Daily digest, 24 Nov 2026",
      "Local",
      "Other news",
      "and 3 more briefs",
      "pier 6 open",
    ])
      expect(shown).toContain(text);
  }
});

test("beyond a message quotes go first, from the end, then whole briefs, which are counted", () => {
  const given = buildDigest(2);
  const withoutQuotes = shortenDigest(shortenDigest(given) as Digest);
  expect(withoutQuotes?.groups.flatMap((each) => each.entries.map((one) => one.quote))).toEqual([null, null]);
  expect(shortenDigest(given)?.groups[0]?.entries[0]?.quote).not.toBeNull();
  const shorter = shortenDigest(withoutQuotes as Digest);
  expect(shorter).toMatchObject({ moreCount: 1, groups: [{ topic: "local" }] });
  expect(shortenDigest(shorter as Digest)).toBeNull();
});

test("on Telegram the first briefs are open and the others folded", () => {
  const { html } = telegram.renderDigest(buildDigest(8));
  const [open = "", folded = ""] = html.split("<blockquote expandable>");
  expect(open.match(/• /g)).toHaveLength(5);
  expect(folded.match(/• /g)).toHaveLength(3);
});

test("a digest too long for plain text on Discord keeps its headlines before its quotes", () => {
  const { content = "" } = discord.renderDigest(buildDigest(40), { isPlain: true });
  expect(content.match(/\]\(https:\/\/harborwire\.example\/news\/\d+\)/g)?.length).toBeGreaterThan(8);
  expect(content).toContain("more brief");
});
