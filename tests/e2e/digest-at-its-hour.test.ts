/** A digest comes at its hour, with the whole app and a clock that is put forward by hand, on all three platforms. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { DeliveryState } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const ZONE = "Europe/Berlin";

let whole: WholeApp;
let people: readonly Conversation[];
/** Polls go by the clock, so it runs; a jump puts it forward. */
let aheadMs = 0;
const clock = (): Date => new Date(Date.now() + aheadMs);
const toLocalTime = (moment: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, hour: "2-digit", minute: "2-digit" }).format(moment);
let digestAt: Date;

/** What the people read of digests, each platform's in its own way of marking texts. */
const digestsOf = async (person: Conversation): Promise<readonly string[]> =>
  (await person.posts()).filter((text) => text.includes("Daily digest"));

const waitForCounts = (counts: Partial<Record<DeliveryState, number>>) =>
  vi.waitFor(async () => expect(await whole.app.store.outbox.count()).toMatchObject(counts), WAIT);

/** As a reader sees it: what defuses texts, and what marks them, is left out. */
const toPlain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, " ");

beforeAll(async () => {
  whole = await startWholeApp({ clock });
  await whole.waitForFirstPolls();
  const open = createConversations(whole);
  people = [open("web"), open("discord"), open("telegram")];
  digestAt = new Date(Math.floor((clock().getTime() + 3 * HOUR_MS) / MINUTE_MS) * MINUTE_MS);
});
afterAll(() => whole.stop());

test("subscribed to a daily digest, nothing is posted when articles come", async () => {
  for (const person of people) {
    const answer = await person.type(`/subscribe everything digest:daily at:${toLocalTime(digestAt)} zone:${ZONE}`);
    expect(answer?.text()).toContain("Subscribed");
  }
  for (let count = 0; count < 4; count += 1) await whole.publishNext();
  const { waiting } = await whole.app.store.outbox.count();
  // Articles of one story are owed once to each place.
  expect(waiting).toBeGreaterThanOrEqual(2 * people.length);
  await waitForCounts({ pending: 0, claimed: 0, sending: 0 });
  for (const person of people) expect(await person.posts()).toEqual([]);
});

test("at its hour it comes to each place as one post, with the briefs that waited", async () => {
  const owed = await whole.app.store.outbox.findByDestination(
    people[0]?.destination ?? { platform: "web", address: "" },
    10,
  );
  const headlines = await Promise.all(
    owed.map(async ({ articleId }) => (await whole.app.store.articles.get(articleId)).brief.headline),
  );
  expect(headlines.length).toBeGreaterThanOrEqual(2);
  aheadMs += digestAt.getTime() - clock().getTime();
  await waitForCounts({ waiting: 0, gathered: 0, pending: 0, claimed: 0, sending: 0 });
  for (const person of people) {
    const [digest = "", ...others] = await person.posts();
    expect(others).toEqual([]);
    expect(digest).toContain("Daily digest");
    for (const headline of headlines) expect(toPlain(digest)).toContain(toPlain(headline).trim());
  }
});

test("the next day there is none when nothing came", async () => {
  aheadMs += 24 * HOUR_MS;
  // A poll that begins after the jump has seen the new hour pass.
  const since = clock();
  await vi.waitFor(async () => {
    for (const state of await whole.app.store.feeds.listStates())
      expect(state.lastPollAt?.getTime()).toBeGreaterThan(since.getTime());
  }, WAIT);
  for (const person of people) expect(await digestsOf(person)).toHaveLength(1);
});

test("an hour that passed while the bot was down comes once at its start", async () => {
  const { brief } = await whole.publishNext();
  await whole.app.stop();
  // A day may have 25 hours.
  aheadMs += 26 * HOUR_MS;
  await whole.restart();
  await waitForCounts({ waiting: 0, gathered: 0, pending: 0, claimed: 0, sending: 0 });
  // The page shows the digest of before as well, though it keeps nothing itself.
  for (const person of people) {
    const digests = await digestsOf(person);
    expect(digests).toHaveLength(2);
    expect(toPlain(digests[1] ?? "")).toContain(toPlain(brief.headline).trim());
  }
});
