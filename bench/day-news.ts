/** The news of the played day: what each feed tells and when, its pages, its walls and its corrections. */

import { createRandom } from "../tools/learning/random.ts";

const MINUTE_MS = 60_000;
const WINDOW = 20;
const WALLED_SHARE = 0.05;
const CORRECTED_SHARE = 0.08;
const CORRECTED_AFTER_MINUTES = 25;

export interface Habit {
  readonly name: string;
  readonly everyMinutes: number;
  readonly isUndated?: boolean;
  readonly hasNoGuid?: boolean;
}

export const HABITS: readonly Habit[] = [
  { name: "every 20 minutes", everyMinutes: 20 },
  { name: "half-hourly", everyMinutes: 30 },
  { name: "hourly", everyMinutes: 60 },
  { name: "two-hourly", everyMinutes: 120 },
  { name: "undated", everyMinutes: 45, isUndated: true },
  { name: "without guids", everyMinutes: 60, hasNoGuid: true },
];

export interface Told {
  readonly id: number;
  readonly feed: number;
  readonly atMs: number;
  readonly isWalled: boolean;
  readonly isCorrected: boolean;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export const WALL =
  "<html lang='en'><head><title>Just a moment</title></head><body><h1>Checking your browser</h1><p>Verify you are human by completing the action below. Enable JavaScript and cookies to continue.</p></body></html>";

const SYLLABLES = "ba ko lir mu sen tov ra qui del fa nor zim pel ost gra vin hul jep cas wyd".split(" ");
const THINGS = "bridge school harvest library reservoir clinic market orchard theater bakery tunnel mill archive".split(
  " ",
);
const ACTS = "reopens closes grows burns moves floods wins loses waits celebrates strikes expands".split(" ");

export const habitOf = (feed: number): Habit => HABITS[feed % HABITS.length] as Habit;

/** The entries of so many feeds by time: some before the day, so that the feeds have a rhythm, and those of the day. */
export function tellDay(feedCount: number, startMs: number, endMs: number): readonly Told[] {
  const random = createRandom(20261129);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? "";
  const name = (): string => {
    const lower = Array.from({ length: 3 }, () => pick(SYLLABLES)).join("");
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  };
  const sum = (): number => 3 + Math.floor(random() * 9000);
  const told: Omit<Told, "id">[] = [];
  for (let feed = 0; feed < feedCount; feed += 1) {
    const gapMs = habitOf(feed).everyMinutes * MINUTE_MS;
    let atMs = startMs - (WINDOW - random()) * gapMs;
    while (atMs < endMs) {
      const [who, place, other] = [name(), name(), name()];
      const title = `${name()} ${pick(THINGS)} ${pick(ACTS)} near ${place}`;
      const isNew = atMs > startMs;
      const fate = random();
      told.push({
        feed,
        atMs,
        isWalled: isNew && fate < WALLED_SHARE,
        isCorrected: isNew && fate > 1 - CORRECTED_SHARE,
        title,
        paragraphs: [
          `${title}, and ${place} pays ${sum()} crowns for it, the council of ${other} said after a long evening.`,
          `“We counted ${sum()} lanterns in ${place}, and ${other} will see them all,” said ${who} ${name()}, who leads the work.`,
          `The work of ${who} takes ${sum()} days, and ${name()} follows after that with ${name()} and ${name()}.`,
        ],
      });
      atMs += gapMs * (0.6 + 0.8 * random());
    }
  }
  return told.sort((a, b) => a.atMs - b.atMs).map((each, id) => ({ ...each, id }));
}

const isMended = ({ isCorrected, atMs }: Told, nowMs: number): boolean =>
  isCorrected && nowMs > atMs + CORRECTED_AFTER_MINUTES * MINUTE_MS;

export function toPage(told: Told, nowMs: number): string {
  if (told.isWalled) return WALL;
  const correction = `Correction: the sum was wrong at first and is ${told.id + 20_000} crowns.`;
  const texts = [...(isMended(told, nowMs) ? [correction] : []), ...told.paragraphs];
  const text = texts.map((each) => `<p>${each}</p>`).join("");
  return `<html lang="en"><head><title>${told.title}</title></head><body><article><h1>${told.title}</h1>${text}</article></body></html>`;
}

/** The feed as it stands at a moment; `urlOf` says where an entry's page is. */
export function toRss(feed: number, all: readonly Told[], nowMs: number, urlOf: (told: Told) => string): string {
  const { isUndated = false, hasNoGuid = false } = habitOf(feed);
  const own = all.filter((told) => told.feed === feed && told.atMs <= nowMs);
  const items = own
    .slice(-WINDOW)
    .reverse()
    .map((told) => {
      const date = isUndated ? "" : `<pubDate>${new Date(told.atMs).toUTCString()}</pubDate>`;
      const guid = hasNoGuid ? "" : `<guid isPermaLink="false">n${told.id}</guid>`;
      const text = `${isMended(told, nowMs) ? "Corrected: " : ""}${told.paragraphs[0] ?? ""}`;
      return `<item><title>${told.title}</title><link>${urlOf(told)}</link>${guid}${date}<description>${text}</description></item>`;
    });
  return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>https://quay.example/</link>${items.join("")}</channel></rss>`;
}
