/** Digests on every platform: whole within the limits, shortened by meaning beyond, and hostile texts made harmless. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Digest, shortenDigest } from "../../../src/domain/digest.ts";
import { keepIsolates } from "../../../src/domain/messages/direction.ts";
import * as discord from "../../../src/platforms/discord/render-digest.ts";
import * as telegram from "../../../src/platforms/telegram/render-digest.ts";
import * as web from "../../../src/platforms/web/render-digest.ts";
import { buildDigest, buildEntry, listUrls } from "../../helpers/build-digest.ts";
import { checkMessage, findPings } from "../../helpers/discord/rules.ts";
import { readShown } from "../../helpers/discord/shown.ts";
import type { JsonObject } from "../../helpers/discord/store.ts";
import { serveText } from "../../helpers/telegram/text.ts";

const RUNS = 100;
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

function checkDiscord(given: Digest, isPlain: boolean): void {
  const body = discord.renderDigest(given, { isPlain, mentionRoleId: ROLE }) as unknown as JsonObject & {
    readonly content?: string;
    readonly embeds: readonly { title?: string; description?: string; author?: { name: string } }[];
  };
  checkMessage(body, 0, false);
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
}

describe(`${RUNS} hostile digests`, { timeout: 120_000 }, () => {
  test("on Discord ping the role asked for and nobody else, with the first link and whole markup", () => {
    fc.assert(
      fc.property(digest, fc.boolean(), (given, isPlain) => checkDiscord(given, isPlain)),
      { numRuns: RUNS },
    );
  });

  test("on Telegram are taken by the server, and nothing in them becomes a mention, a tag or a command", () => {
    fc.assert(
      fc.property(digest, (given) => {
        // The commands that find the rest are ours.
        const served = serveText(telegram.renderDigest({ ...given, moreCount: 0 }).html, "HTML");
        const more = served.text.slice(served.text.lastIndexOf("\n"));
        const found = served.found.map(({ offset, length }) => served.text.slice(offset, offset + length));
        expect(found.filter((each) => !(["/latest", "/search"].includes(each) && more.includes(each)))).toEqual([]);
        expect(served.droppedLinks).toEqual([]);
        expect(served.entities.map((each) => each.url)).toContain(listUrls(given)[0]);
      }),
      { numRuns: RUNS },
    );
  });

  test("on the page are plain text with links that may be clicked, within the length", () => {
    fc.assert(
      fc.property(digest, (given) => {
        const shown = web.renderDigest(given);
        expect(web.measureDigest(shown)).toBeLessThanOrEqual(web.DIGEST_LENGTH_MAX);
        const entries = shown.groups.flatMap((each) => each.entries);
        expect(entries[0]?.url).toBe(listUrls(given)[0]);
        for (const url of entries.flatMap((each) => [each.url, each.quote?.url ?? null])) {
          if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/);
        }
        const words = [
          shown.heading,
          ...entries.flatMap((each) => [each.headline, each.outlet, each.quote?.text ?? ""]),
        ];
        expect(words.join("")).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
      }),
      { numRuns: RUNS },
    );
  });
});

describe.each([
  ["Discord", discord.fitsDigest],
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
