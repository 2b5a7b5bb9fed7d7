/** Kinds of feeds: dates, titles and links in all their forms, and which entries of two polls are news. */

import type { Entry } from "../../src/domain/feed.ts";
import { chooseNew, entryKeys } from "../../src/feeds/entry-key.ts";
import { parseFeed } from "../../src/feeds/parse.ts";
import type { Kind } from "./kind.ts";
import { pick, type Random, toCount, toNews } from "./words.ts";

const SITE = "https://quay.example";
const toEscaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

async function readOne(item: string): Promise<Entry | undefined> {
  const xml = `<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Post</title><link>${SITE}/</link><item>${item}</item></channel></rss>`;
  const parsed = await parseFeed(new TextEncoder().encode(xml), "application/rss+xml", `${SITE}/feed`);
  return parsed.entries[0];
}

const MONTHS: Readonly<Record<string, readonly string[]>> = {
  fr: "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.".split(" "),
  es: "ene. feb. mar. abr. may. jun. jul. ago. sep. oct. nov. dic.".split(" "),
  it: "gen feb mar apr mag giu lug ago set ott nov dic".split(" "),
  de: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
  uk: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня".split(" "),
  da: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  no: "januar februar mars april mai juni juli august september oktober november desember".split(" "),
  ko: Array.from({ length: 12 }, (_, month) => `${month + 1}월`),
};
const TUESDAY: Readonly<Record<string, string>> = { fr: "mar.", es: "mar.", it: "mar" };
const two = (count: number): string => String(count).padStart(2, "0");

/** Entries of two polls; answers with the titles that were news at the second. */
function pollTwice(first: readonly Entry[], second: readonly Entry[]): readonly string[] {
  const now = new Date("2026-11-24T12:00:00Z");
  const seen = new Set(entryKeys(first).flatMap(({ keys }) => keys));
  const later = new Date(now.getTime() + 3_600_000);
  const { fresh } = chooseNew(entryKeys(second), { seen, isFirstPoll: false, now: later, freshMax: 50 });
  return fresh.map(({ entry }) => entry.title);
}

/** Entries of the last hours, newest first, each with its own words. */
function toEntries(
  random: Random,
  count: number,
  part: (index: number, entry: Entry) => Partial<Entry>,
): readonly Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const { headline, paragraphs } = toNews(random);
    const entry: Entry = {
      guid: `id-${index}`,
      url: `${SITE}/news/${index}`,
      title: `${headline} (${count - index})`,
      byline: null,
      publishedAt: new Date(Date.parse("2026-11-24T11:30:07Z") - index * toCount(random, 9, 40) * 60_000),
      html: `<p>${paragraphs[0]} ${count - index}</p>`,
    };
    return { ...entry, ...part(index, entry) };
  });
}

const said = (told: readonly string[], wanted: readonly string[]): string | null =>
  told.length === wanted.length && wanted.every((title) => told.includes(title))
    ? null
    : `${told.length} told, ${wanted.length} wanted: ${told.join(" / ")}`;

/** A window of which some stood there at the poll before; `change` is what the feed does to the old ones. */
const withOld =
  (part: (index: number, entry: Entry) => Partial<Entry>, change: (random: Random, entry: Entry) => Partial<Entry>) =>
  async (random: Random): Promise<string | null> => {
    const count = toCount(random, 6, 25);
    const whole = toEntries(random, count, part);
    const newCount = toCount(random, 1, 4);
    const old = whole.slice(newCount);
    const told = pollTwice(old, [
      ...whole.slice(0, newCount),
      ...old.map((entry) => ({ ...entry, ...change(random, entry) })),
    ]);
    return said(
      told,
      whole.slice(0, newCount).map(({ title }) => title),
    );
  };

export const FEED_KINDS: readonly Kind[] = [
  {
    name: "dates in other languages",
    tryOne: async (random) => {
      const language = pick(random, Object.keys(MONTHS));
      const [month, year] = [toCount(random, 0, 11), toCount(random, 2019, 2026)];
      const tuesdays = Array.from({ length: 28 }, (_, day) => day + 1).filter(
        (day) => new Date(Date.UTC(year, month, day)).getUTCDay() === 2,
      );
      const day = pick(random, tuesdays);
      const [hour, minute] = [toCount(random, 0, 23), toCount(random, 0, 59)];
      const weekday = TUESDAY[language];
      const name = MONTHS[language]?.[month] ?? "";
      const date =
        language === "ko"
          ? `${year}년 ${name} ${day}일`
          : `${weekday === undefined ? "" : `${weekday}, `}${day} ${name} ${year}`;
      const entry = await readOne(
        `<title>Pier</title><link>${SITE}/a</link><pubDate>${date} ${two(hour)}:${two(minute)}:00 +0000</pubDate>`,
      );
      const wanted = new Date(Date.UTC(year, month, day, hour, minute)).toISOString();
      return entry?.publishedAt?.toISOString() === wanted
        ? null
        : `${date}: ${entry?.publishedAt?.toISOString()}, wanted ${wanted}`;
    },
  },
  {
    name: "a year of two digits",
    tryOne: async (random) => {
      const [day, year] = [toCount(random, 1, 28), toCount(random, 19, 26)];
      const entry = await readOne(
        `<title>Pier</title><link>${SITE}/a</link><pubDate>${two(day)} Sep ${year} 10:00:00 GMT</pubDate>`,
      );
      const wanted = `20${year}-09-${two(day)}T10:00:00.000Z`;
      return entry?.publishedAt?.toISOString() === wanted
        ? null
        : `${entry?.publishedAt?.toISOString()}, wanted ${wanted}`;
    },
  },
  {
    name: "a title that is about markup",
    tryOne: async (random) => {
      const tag = pick(random, ["img", "blink", "table", "div", "marquee"]);
      const title = pick(random, [
        `The <${tag}> tag turns ${toCount(random, 20, 40)}`,
        `Why <${tag}> was never loved`,
        `5 < ${toCount(random, 6, 90)} & other truths`,
      ]);
      const entry = await readOne(`<title>${toEscaped(title)}</title><link>${SITE}/a</link>`);
      return entry?.title === title ? null : `${title} -> ${entry?.title}`;
    },
  },
  {
    name: "links: none, escaped twice, an enclosure",
    tryOne: async (random) => {
      const id = toCount(random, 1, 9999);
      const [item, wanted] = pick(random, [
        [
          `<title>Pier ${id}</title><guid isPermaLink="false">n${id}</guid><description>The pier of Brume closed on Monday.</description>`,
          "",
        ],
        [`<title>Pier</title><link>${SITE}/a?id=${id}&amp;amp;page=2</link>`, `${SITE}/a?id=${id}&page=2`],
        [
          `<title>Pier</title><link rel="enclosure" href="${SITE}/${id}.mp3"/><link>${SITE}/a/${id}</link>`,
          `${SITE}/a/${id}`,
        ],
        [`<title>Pier</title><guid isPermaLink="true">${SITE}/g/${id}</guid>`, `${SITE}/g/${id}`],
      ] as const);
      const entry = await readOne(item);
      return entry !== undefined && entry.url === wanted ? null : `${item} -> ${entry?.url}`;
    },
  },
  {
    name: "new among old",
    tryOne: withOld(
      () => ({}),
      () => ({}),
    ),
  },
  {
    name: "a window that is all new",
    tryOne: async (random) => {
      const whole = toEntries(random, toCount(random, 4, 20), (index) => ({
        guid: `b-${index}`,
        url: `${SITE}/b/${index}`,
      }));
      const before = toEntries(random, 10, (index, { title }) => ({
        title: `${title} before`,
        publishedAt: new Date(Date.parse("2026-11-23T20:00:00Z") - index * 3_600_000),
      }));
      return said(
        pollTwice(before, whole),
        whole.map(({ title }) => title),
      );
    },
  },
  {
    name: "one address",
    tryOne: withOld(
      () => ({ url: `${SITE}/status` }),
      () => ({}),
    ),
  },
  {
    name: "session ids",
    tryOne: withOld(
      (index) => ({ guid: null, url: `${SITE}/n/${index}?sid=first` }),
      (random, entry) => ({ url: entry.url.replace("first", `s${toCount(random, 1, 1e9)}`) }),
    ),
  },
  {
    name: "an address by where it was clicked",
    tryOne: withOld(
      (index) => ({ guid: null, url: `${SITE}/n/${index}?utm_source=a` }),
      (random, entry) => ({
        url: entry.url.replace(
          "utm_source=a",
          `${pick(random, ["partner", "cmp", "ocid", "ito", "smid", "at_medium"])}=b`,
        ),
      }),
    ),
  },
  {
    name: "moved to another host",
    tryOne: withOld(
      () => ({}),
      (_random, entry) => ({ url: entry.url.replace("quay.example", "pier.example"), guid: `urn:${entry.guid}` }),
    ),
  },
  {
    name: "corrected headlines",
    tryOne: withOld(
      () => ({}),
      (random, { title }) => (random() < 0.4 ? { title: `${title}, corrected` } : {}),
    ),
  },
  {
    name: "dated anew",
    tryOne: withOld(
      () => ({}),
      () => ({ publishedAt: new Date("2026-11-24T12:30:00Z") }),
    ),
  },
  {
    name: "same title on the same day",
    tryOne: async (random) => {
      const title = pick(random, ["High water warning", "Fire brigade called out", "Road closed", "Match report"]);
      const whole = toEntries(random, toCount(random, 3, 9), () => ({ title }));
      return said(pollTwice(whole.slice(1), whole), [title]);
    },
  },
];
