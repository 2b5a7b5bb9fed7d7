/** /subscribe and /unsubscribe to words that name nothing exactly: what may be meant is offered, nothing is done. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { isSlip } from "../../../src/typed/near-names.ts";
import { ask, complete, press, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  const kestrel = { id: toFeedId("kestrel-daily"), title: "Kestrel Daily", url: "http://127.0.0.1:9/kestrel" };
  await store.feeds.save([buildFeed(), buildFeed({ ...kestrel, topics: ["world"] })], NOW);
});
afterEach(() => store.close());

const standing = async () => (await store.subscriptions.findByDestination(WEB_MAIN)).map(({ filter }) => filter);
const labels = async (line: string) => ((await ask(line, { store })).buttons ?? []).flat().map(({ label }) => label);

describe("/subscribe", () => {
  test.each(["kestrel", "kestrell", "kesterl daily", "Kestrel Dayly"])("%s: Kestrel Daily is offered", async (name) => {
    expect((await labels(`/subscribe ${name}`))[0]).toBe("Kestrel Daily");
    expect(await standing()).toEqual([]);
    await press(await ask(`/subscribe ${name} quotes:1`, { store }), "Kestrel Daily", { store });
    expect(await standing()).toMatchObject([{ feedIds: ["kestrel-daily"] }]);
  });

  test("a bare word is offered as a word and as somebody who speaks", async () => {
    expect(await labels("/subscribe harbor bridge")).toEqual([
      "News with “harbor bridge”",
      "Follow what harbor bridge says",
    ]);
    const reply = await ask("/subscribe harbor bridge without:football", { store });
    expect(reply.text).toContain("There is no feed or topic called “harbor bridge”");
    await press(reply, "News with “harbor bridge”", { store });
    await press(reply, "Follow what harbor bridge says", { store });
    expect(await standing()).toMatchObject([
      { words: ["harbor bridge"], excludedWords: ["football"], speakers: [] },
      { words: [], excludedWords: ["football"], speakers: ["harbor bridge"] },
    ]);
  });

  test("a topic among the words is offered first", async () => {
    expect((await labels("/subscribe world news"))[0]).toBe("news on world");
  });

  test("alone it names words: and speaker:, and before anything is typed some of each kind are offered", async () => {
    expect((await ask("/subscribe", { store })).text).toMatch(/words:ferry .* speaker:minister/);
    const choices = await complete("subscribe", "what", "", { store });
    expect(choices.slice(0, 6)).toEqual(expect.arrayContaining(["everything", "world", "kestrel-daily"]));
    expect(new Set(choices).size).toBe(choices.length);
  });
});

test("the sample after a subscription was in a language nobody in the room reads, where another was there", async () => {
  const publish = (name: string, language: string, minute: number) => {
    const url = `http://127.0.0.1:9/${name}`;
    const at = new Date(NOW.getTime() - minute * 60_000);
    const article = buildArticle({ url, canonicalUrl: url, title: name, language, publishedAt: at, fetchedAt: at });
    return store.articles.publish(buildPublication({ article, topics: ["world"] }));
  };
  const english = await publish("Ferry stops", "en", 9);
  await publish("船が止まる", "ja", 3);
  expect((await ask("/subscribe world", { store })).text).toContain("as a sample");
  expect(await store.outbox.findOwed(english, WEB_MAIN)).toMatchObject({ isSameArticle: true });
});

describe("/unsubscribe", () => {
  test("alone it asks which, with a button for each", async () => {
    expect((await ask("/unsubscribe", { store })).text).toContain("This channel has no subscriptions");
    await ask("/subscribe world", { store });
    await ask("/subscribe kestrel-daily", { store });
    const reply = await ask("/unsubscribe", { store });
    expect(reply.text).toContain("Which one shall end?");
    await press(reply, "2. Kestrel Daily", { store });
    expect(await standing()).toMatchObject([{ topics: ["world"] }]);
  });

  test("/unsubscribe all ended several at once, with no question", async () => {
    await ask("/subscribe world", { store });
    await ask("/subscribe kestrel-daily", { store });
    const asked = await ask("/unsubscribe all", { store });
    expect(asked.text).toContain("Nothing has ended yet");
    expect(asked.lists?.[0]?.items.map(({ text }) => text)).toEqual(["1. news on world", "2. Kestrel Daily"]);
    expect(await standing()).toHaveLength(2);
    await ask("/subscribe everything", { store });
    expect((await press(asked, "End all (2)", { store })).text).toContain("This button is old");
    const refused = await press(await ask("/unsubscribe all", { store }), "End all (3)", { store, isManager: false });
    expect(refused.text).toContain("only those who manage");
    expect(await standing()).toHaveLength(3);
    const done = await press(await ask("/unsubscribe all", { store }), "End all (3)", { store });
    expect(done.text).toBe("Ended 3 subscriptions.");
    expect(await standing()).toEqual([]);
  });
});

test.each([
  ["kestrel", "kestral", true],
  ["kestrel", "kestrels", true],
  ["kestrel", "ksetrel", true],
  ["kestrel", "castle", false],
  ["port", "post", false],
  ["kestrel", "kestrel", true],
])("%s for %s is a slip: %s", (typed, meant, isOne) => {
  expect(isSlip(typed, meant)).toBe(isOne);
});

test.each([
  ["/subscripe everything", "/subscribe"],
  ["/serach ferry", "/search"],
  ["/sub everything", "/subscribe or /subscriptions"],
  ["/qoutes", "/quotes"],
])("%s: no command was named that may be meant", async (line, near) => {
  expect((await ask(line, { store })).text).toContain(`Did you mean ${near}?`);
});

test("what is near to no command is told as before", async () => {
  expect((await ask("/weather", { store })).text).toBe("There is no command /weather. /help lists them.");
});
