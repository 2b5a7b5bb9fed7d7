/** Search from any chat shows a person what is theirs, and nobody else what one of them added. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { COMMANDS } from "../../../../../commands/index.ts";
import { toFeedId } from "../../../../../src/domain/id.ts";
import { SILENT_LOG } from "../../../../../src/domain/platform.ts";
import type { Store } from "../../../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../../../src/domain/subscription.ts";
import { createInline } from "../../../../../src/platforms/telegram/chats/inline.ts";
import { createTestAnswer } from "../../../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../../../helpers/build.ts";
import { openMemoryStore } from "../../../../helpers/test-store.ts";

const OWNER = 777;
const STRANGER = 888;
const FEED = { ...buildFeed(), id: toFeedId("yard-minutes"), title: "Tarnock yard minutes", origin: "added" as const };
const QUERIES = ["", "dock", "Tarnock", "do*", "dock feed:yard-minutes", '"dock closes" in:title'];

interface Sent {
  readonly results?: unknown;
  readonly is_personal?: unknown;
}

let store: Store;

async function ask(person: number, query: string): Promise<Sent> {
  let sent: Sent = {};
  const inline = createInline({
    commands: COMMANDS,
    answer: createTestAnswer({ store }),
    log: SILENT_LOG,
    client: {
      call: async (_method, params) => {
        sent = { ...params };
        return true;
      },
    },
  });
  await inline.onQuery({ id: "q", from: { id: person }, query, offset: "" });
  return sent;
}

beforeAll(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed(), FEED], NOW);
  const destination = { platform: "telegram", address: String(OWNER) } as const;
  await store.subscriptions.add(buildSubscription({ destination, filter: { ...EMPTY_FILTER, feedIds: [FEED.id] } }));
  const url = "https://yard.example/4";
  const article = buildArticle({
    feedId: FEED.id,
    url,
    canonicalUrl: url,
    title: "Tarnock dock closes in May",
    outlet: FEED.title,
  });
  await store.articles.publish(buildPublication({ article, isAdded: true }));
});
afterAll(() => store.close());

test.each(QUERIES)("“%s” shows nobody else what a person's own feed brought", async (query) => {
  expect(JSON.stringify((await ask(STRANGER, query)).results)).not.toMatch(/Tarnock|yard\.example/);
});

test("shows it to that person alone: the answer is kept for nobody else", async () => {
  const sent = await ask(OWNER, "dock");
  expect(JSON.stringify(sent.results)).toContain("Tarnock dock closes in May");
  expect(sent.is_personal).toBe(true);
});
