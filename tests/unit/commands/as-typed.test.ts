/** What people type and paste in their own ways: lists, numbers, addresses, times. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Download } from "../../../src/net/download.ts";
import { type AskOptions, ask, press, serving, WEB_MAIN } from "../../helpers/ask.ts";
import { buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  const named = (id: string, title: string, topics: readonly string[]) =>
    buildFeed({ id: toFeedId(id), title, topics, url: `http://127.0.0.1:9/${id}` });
  await store.feeds.save(
    [
      buildFeed({ topics: ["local"] }),
      named("kestrel-daily", "Kestrel Daily", ["world"]),
      named("rock-and-roll", "Rock and Roll", ["music"]),
    ],
    NOW,
  );
});
afterEach(() => store.close());

const say = async (line: string, options: Partial<AskOptions> = {}) => (await ask(line, { store, ...options })).text;
const labels = async (line: string) => ((await ask(line, { store })).buttons ?? []).flat().map(({ label }) => label);
const standing = () => store.subscriptions.findByDestination(WEB_MAIN);
const filters = async () => (await standing()).map(({ filter }) => filter);

describe("several feeds in one line were neither subscribed to nor offered", () => {
  test.each([
    "harbor-wire, kestrel-daily",
    "Harbor Wire and Kestrel Daily",
    "Harbor Wire, and Kestrel Daily",
    "Harbor Wire et Kestrel Daily",
    "Harbor Wire und Kestrel Daily",
    "Harbor Wire & Kestrel Daily",
  ])("%s", async (names) => {
    await say(`/subscribe ${names}`);
    expect(await filters()).toMatchObject([{ feedIds: ["harbor-wire", "kestrel-daily"], topics: [] }]);
  });

  test("a name with “and” in it stays one", async () => {
    await say("/subscribe Rock and Roll, Kestrel Daily");
    expect(await filters()).toMatchObject([{ feedIds: ["rock-and-roll", "kestrel-daily"] }]);
    await say("/subscribe rock and roll");
    expect((await filters())[1]).toMatchObject({ feedIds: ["rock-and-roll"] });
  });

  test("topics, too", async () => {
    await say("/subscribe local and world");
    expect(await filters()).toMatchObject([{ feedIds: [], topics: ["local", "world"] }]);
    expect(await say("/subscribe everything topic:local und world")).toContain("number 1");
  });

  test("a feed and a topic are each offered, for in one they would let pass what is of both only", async () => {
    expect(await labels("/subscribe Kestrel Daily, local")).toEqual(["Kestrel Daily", "news on local"]);
    expect(await filters()).toEqual([]);
  });

  test("those there are are offered where one is not", async () => {
    expect((await labels("/subscribe harbor-wire, bugle"))[0]).toBe("Harbor Wire");
    expect(await filters()).toEqual([]);
  });
});

describe("addresses", () => {
  const download: Download = (url) =>
    serving(`<rss><channel><title>${new URL(url).hostname}</title></channel></rss>`)(url);

  test.each(["<https://a.example/rss>", "[A](https://a.example/rss)", "https:\u2060//a.\u2060example/rss"])(
    "%j was offered as words",
    async (address) => {
      await say(`/subscribe ${address}`, { download });
      expect((await store.feeds.list()).some(({ url }) => url === "https://a.example/rss")).toBe(true);
      expect(await filters()).toMatchObject([{ words: [], speakers: [] }]);
    },
  );

  test("two are one subscription", async () => {
    await say("/subscribe https://a.example/rss https://b.example/rss", { download });
    expect((await filters()).map(({ feedIds }) => feedIds.length)).toEqual([2]);
    const many = Array.from({ length: 6 }, (_, index) => `https://${index}.example/rss`).join(" ");
    expect(await say(`/subscribe ${many}`, { download })).toBe("Give at most 5 addresses at once.");
  });

  test("/brief reads one of them at a time, in marks too", async () => {
    expect(await say("/brief https://a.example/x https://b.example/y")).toMatch(/^\/brief reads one article at a time/);
    expect(await say("/brief ‹https://a.example/x›")).toContain("There is no network here.");
  });
});

test("what nobody sees made a second subscription of the same words", async () => {
  await say("/subscribe words:harbor.example");
  await say("/subscribe words:harbor.\u2060example");
  await say("/subscribe words:har\u200bbor.exam\ufeffple");
  expect((await filters()).map(({ words }) => words)).toEqual([["harbor.example"]]);
});

test.each([
  ["language:en de", ["en", "de"]],
  ["language:English and German", ["en", "de"]],
  ["language:English, German and French", ["en", "de", "fr"]],
  ["language:deutsch und français", ["de", "fr"]],
])("%s was taken for one language and a feed", async (wish, languages) => {
  await say(`/subscribe everything ${wish}`);
  expect(await filters()).toMatchObject([{ languages, feedIds: [], words: [] }]);
});

test("a topic behind a language is still one", async () => {
  await say("/subscribe language:en local");
  expect(await filters()).toMatchObject([{ languages: ["en"], topics: ["local"] }]);
});

describe("a number of a subscription", () => {
  beforeEach(async () => {
    for (const words of ["a1", "b1", "c1", "d1"]) await say(`/subscribe everything words:${words}`);
  });
  const left = async () => (await standing()).map(({ number }) => number);

  test.each(["1.", "#1", "№1", "№ 1", "１", "١", "number:1", "number 1", "Nr. 1", "numéro 1", "1)"])(
    "%s was no subscription",
    async (typed) => {
      expect(await say(`/edit ${typed} quotes:1`)).toMatch(/^Subscription 1 is now/);
      await say(`/unsubscribe ${typed}`);
      expect(await left()).toEqual([2, 3, 4]);
    },
  );

  test.each(["1,2", "1 2", "1, 2", "#1 #2", "1 and 2", "1 und 2", "1. 2."])("%s ends both", async (typed) => {
    await say(`/unsubscribe ${typed}`);
    expect(await left()).toEqual([3, 4]);
  });

  test("of several one that is not there ends none", async () => {
    expect(await say("/unsubscribe 1,9")).toContain("9");
    expect(await left()).toEqual([1, 2, 3, 4]);
  });

  test.each(["everything", "all", "alles", "все"])("%s asks whether all are meant", async (typed) => {
    expect(await labels(`/unsubscribe ${typed}`)).toEqual(["End all (4)"]);
  });

  test("“everything” may be one of them: which is asked", async () => {
    await say("/subscribe everything");
    expect(await labels("/unsubscribe everything")).toHaveLength(5);
  });

  test("/edit with a feed was told that no change was named", async () => {
    expect(await say("/edit 1 kestrel-daily digest:daily")).toContain("a subscription keeps its feeds");
    expect(await say("/edit 1 kestrel-daily")).toContain("a subscription keeps its feeds");
    expect(await say("/edit 1 ferry")).toContain("Say what to change");
    expect((await standing())[0]?.display.rhythm).toBe("each");
  });
});

test.each(["all", "news", "alles", "новости"])("/subscribe %s: everything is offered first", async (typed) => {
  expect((await labels(`/subscribe ${typed}`))[0]).toBe("all feeds");
});

test.each([
  ["/start", "/help"],
  ["/settings", "/subscriptions"],
  ["/stop", "/unsubscribe"],
])("%s was only no command", async (line, near) => {
  expect(await say(line)).toContain(`Did you mean ${near}?`);
});

test("a wish for all but something was offered as a wish for it", async () => {
  const reply = await ask("/subscribe everything except world", { store });
  expect(reply.text).toContain("should not come");
  expect(reply.buttons ?? []).toEqual([]);
});

test("/feeds and /latest know topics, and /latest how many", async () => {
  expect((await ask("/feeds world", { store })).lists?.[0]?.items.map(({ text }) => text)).toEqual(["Kestrel Daily"]);
  await store.articles.publish(buildPublication());
  expect((await ask("/latest local", { store })).posts).toHaveLength(1);
  expect(await say("/latest world")).toContain("No briefs yet");
  expect((await ask("/latest 5", { store })).posts).toHaveLength(1);
  expect((await ask("/latest 5 local", { store })).posts).toHaveLength(1);
  expect(await say("/latest 50")).toBe("The option count must be a whole number from 1 to 20.");
  expect(await say("/latest bugle")).toContain("bugle");
});

test.each(["français", "fr (français)", "French", "fr-CA", "französisch"])(
  "/language %s was refused",
  async (typed) => {
    expect(await say(`/language ${typed}`)).not.toContain("must be one of");
    expect(await labels("/subscribe world ferry")).toContain("l’actualité sur world");
  },
);

test("a zone of hours is shown as it was typed", async () => {
  expect(await say("/subscribe everything digest:daily at:noon zone:UTC+2")).toContain("12:00 (UTC+2)");
  expect((await standing())[0]?.display.timeZone).toBe("Etc/GMT-2");
  await press(await ask("/subscribe kestrel at:24:00", { store }), "Kestrel Daily", { store });
  expect((await standing())[1]?.display.digestAt).toBe("00:00");
});
