import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Publication, Store } from "../../../src/domain/store.ts";
import { createStoryLine } from "../../../src/news/publish-in-story.ts";
import { buildNumberedPublication, buildRecipient, later, toWebRoom } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";
import { WAIT } from "../../helpers/wait.ts";

const FIRE =
  "The old paper mill in Hollin Ford burned to the ground on Tuesday night, and 240 people had to leave their houses because of the smoke, fire chief Berit Almqvist said. The mill had made paper for 118 years.";
const HOUR_MS = 3_600_000;

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

const tell = (feed: string, now = later(0), text = FIRE): Publication =>
  buildNumberedPublication({
    article: { feedId: toFeedId(feed), outlet: feed, text, title: "Paper mill burns down" },
    recipients: [buildRecipient("a")],
    now,
  });
const owedCount = async () => (await store.outbox.findByDestination(toWebRoom("a"), 20)).length;

test("two outlets that tell of one event at the same time are posted once", async () => {
  const line = createStoryLine(store);
  await Promise.all(["harbor", "hill", "tide"].map((feed) => line.publish(tell(feed))));
  expect(await owedCount()).toBe(1);
});

test("after a restart the stories of the last days are known", async () => {
  const first = await createStoryLine(store).publish(tell("harbor"));
  await createStoryLine(store).publish(tell("hill", later(HOUR_MS)));
  expect((await store.articles.get(first)).alsoOutlets).toEqual(["hill"]);
  expect(await owedCount()).toBe(1);
});

test("what another process published is known", async () => {
  const [here, there] = [createStoryLine(store), createStoryLine(store)];
  await here.publish(tell("kelm", later(0), "Nothing of note happened in Kelm."));
  await there.publish(tell("harbor", later(1)));
  await here.publish(tell("hill", later(2)));
  expect(await owedCount()).toBe(2);
});

test("an article that cannot be published does not hold up the next", async () => {
  const line = createStoryLine(store);
  const broken = { ...tell("harbor"), now: new Date(Number.NaN) };
  await expect(line.publish(broken)).rejects.toThrow();
  await line.publish(tell("hill"));
  expect(await owedCount()).toBe(1);
});

test("a page dated into the future is compared as of when it was read", async () => {
  const line = createStoryLine(store);
  await line.publish(tell("harbor"));
  const future = tell("hill");
  await line.publish({ ...future, article: { ...future.article, publishedAt: later(200 * HOUR_MS) } });
  expect(await owedCount()).toBe(1);
});

test("articles are handed to the store while others are being stored, and only one of an event that is waits", async () => {
  const handed: string[] = [];
  const gate: { open(): void } = { open: () => {} };
  const opened = new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  const articles: Store["articles"] = {
    ...store.articles,
    async publish(publication) {
      handed.push(publication.article.outlet);
      await opened;
      return store.articles.publish(publication);
    },
  };
  const line = createStoryLine({ ...store, articles });
  const kelm = tell(
    "kelm",
    later(0),
    "Nothing of note happened in Kelm, where the council met for an hour and went home.",
  );
  const given = [
    tell("harbor"),
    { ...kelm, article: { ...kelm.article, title: "A quiet evening" } },
    tell("hill"),
    tell("tide"),
  ];
  const published = Promise.all(given.map((each) => line.publish(each)));
  await vi.waitFor(() => expect(handed).toEqual(["harbor", "kelm"]), WAIT);
  gate.open();
  const [first] = await published;
  if (first === undefined) throw new Error("Expected an article.");
  expect(handed).toEqual(["harbor", "kelm", "hill", "tide"]);
  expect((await store.articles.get(first)).alsoOutlets).toEqual(["hill", "tide"]);
});

test("what could not be stored is no story: the next of its event begins one", async () => {
  const line = createStoryLine(store);
  const broken = { ...tell("harbor"), article: { ...tell("harbor").article, basis: null as never } };
  const [failed, stored] = await Promise.allSettled([line.publish(broken), line.publish(tell("hill"))]);
  expect([failed.status, stored.status]).toEqual(["rejected", "fulfilled"]);
  expect(await owedCount()).toBe(1);
});
