/** Words without a slash, asked of the whole program: what is certain is done, what changes a room waits for a press. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { type AskOptions, createTestAnswer, press, WEB_MAIN } from "../../helpers/ask.ts";
import { buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save(
    [
      buildFeed(),
      buildFeed({
        id: toFeedId("kestrel-daily"),
        title: "Kestrel Daily",
        topics: ["world"],
        url: "http://127.0.0.1:9/kestrel",
      }),
    ],
    NOW,
  );
  await store.articles.publish(buildPublication());
});
afterEach(() => store.close());

async function tell(text: string, options: Partial<AskOptions> = {}) {
  const { isManager = true, locale = null, destination = WEB_MAIN } = options;
  const reply = await createTestAnswer({ store, ...options }).hear?.({
    text,
    destination,
    actor: { id: "person", isManager, locale },
    isPrivate: true,
  });
  if (reply === undefined) throw new Error("Nobody listens");
  return reply;
}

const labels = ({ buttons = [] }: Awaited<ReturnType<typeof tell>>) => buttons.flat().map(({ label }) => label);
const standing = async () => (await store.subscriptions.findByDestination(WEB_MAIN)).map(({ filter }) => filter);

describe("what is certain and changes nothing is answered at once", () => {
  test("“who said what about the ferry” was told that commands begin with a slash", async () => {
    const reply = await tell("who said what about the ferry?");
    expect(reply.text).toBe("Quotes about “ferry”:");
    expect(reply.lists?.[0]?.items.length).toBeGreaterThan(0);
  });

  test("what nothing is found for can be looked for elsewhere by one press", async () => {
    const reply = await tell("who said what about the zeppelin?");
    expect(reply.text).toContain("No quotes about “zeppelin”");
    expect(labels(reply)).toEqual(["Search news for “zeppelin”", "Follow news with “zeppelin”", "All I can do"]);
    expect((await press(reply, "Search news for “zeppelin”", { store })).text).toContain("Nothing about “zeppelin”");
  });

  test("help and why are found by their own words", async () => {
    expect((await tell("help")).text).toContain("What you can type");
    expect((await tell("why is nothing coming")).text).toContain("This channel has no subscriptions");
  });
});

describe("a name or a word alone", () => {
  test("“Ada Lindqvist” alone was not understood, though she is quoted", async () => {
    const reply = await tell("Ada Lindqvist");
    expect(reply.text).toBe("Quotes by Ada Lindqvist:");
    expect(labels(reply)).toEqual([
      "Follow what Ada Lindqvist says",
      "Search news for “Ada Lindqvist”",
      "Follow news with “Ada Lindqvist”",
    ]);
  });

  test("one word is looked for at once, with what else can be done with it", async () => {
    const reply = await tell("ferry");
    expect(reply.lists?.[0]?.items.length).toBeGreaterThan(0);
    expect(labels(reply)).toEqual(["Quotes about “ferry”", "Follow news with “ferry”"]);
  });

  test("“hello” and “thanks” say what can be asked", async () => {
    for (const text of ["hello", "Thanks!"]) expect((await tell(text)).text).toBe(sayIn("en")("plain.unclear"));
  });

  test("a feed is found by a word of its title, and “unfollow …” shows what is called so", async () => {
    expect(labels(await tell("subscribe to the kestrel feed"))[0]).toBe("Kestrel Daily");
    await tell("subscribe to Kestrel Daily");
    await tell("follow Ada Lindqvist");
    expect(labels(await tell("unfollow Ada Lindqvist"))).toEqual([expect.stringContaining("Ada Lindqvist")]);
    expect(labels(await tell("unfollow"))).toHaveLength(2);
    expect(await standing()).toHaveLength(2);
  });
});

describe("what changes the room waits for a press", () => {
  test("somebody quoted by exactly that name is followed at once, an exact topic is subscribed to", async () => {
    expect((await tell("follow ada lindqvist")).text).toContain(
      "quoting Ada Lindqvist (number 1). /unsubscribe 1 ends it",
    );
    expect((await tell("subscribe to world")).text).toContain("Subscribed to news on world");
    expect((await tell("subscribe to everything")).text).toContain("Subscribed to all feeds");
  });

  test("“subscribe to world news” names no topic exactly: nothing is subscribed to before the press", async () => {
    const reply = await tell("subscribe to world news");
    expect(labels(reply)).toEqual(["news on world", "Follow news with “world”", "Search news for “world”"]);
    expect(await standing()).toEqual([]);
    expect((await press(reply, "news on world", { store })).text).toContain("Subscribed to news on world");
    expect(await standing()).toMatchObject([{ topics: ["world"] }]);
  });

  test("“follow everything?” was taken for a wish, though it only asks", async () => {
    const asked = [
      "follow everything?",
      "subscribe to world?",
      "can you follow ada lindqvist?",
      "how do I follow everything",
    ];
    for (const text of asked) await tell(text);
    expect(await standing()).toEqual([]);
    const reply = await tell("follow everything?");
    await press(reply, labels(reply)[0] ?? "", { store });
    expect(await standing()).toHaveLength(1);
  });

  test("“follow kestrell” names a feed with a slip, which is offered", async () => {
    const reply = await tell("follow kestrell");
    expect(labels(reply)).toContain("Kestrel Daily");
    await press(reply, "Kestrel Daily", { store });
    expect(await standing()).toMatchObject([{ feedIds: ["kestrel-daily"] }]);
  });

  test("words of which nothing is certain, and an address, come back with what can be pressed", async () => {
    expect(labels(await tell("ferry tickets"))).toEqual([
      "Search news for “ferry tickets”",
      "Quotes about “ferry tickets”",
      "Follow news with “ferry tickets”",
      "All I can do",
    ]);
    expect(labels(await tell("https://kestrel.example/harbor"))).toEqual([
      "A brief of it",
      "Subscribe to its news",
      "Why it came or did not",
    ]);
    expect(labels(await tell("…"))).toEqual(["Show the newest", "Why nothing came", "All I can do"]);
    expect(await standing()).toEqual([]);
  });

  test("whoever may not manage a channel is refused after the press as after the command", async () => {
    const reply = await tell("follow zeppelin", { isManager: false });
    const refused = await press(reply, "Follow news with “zeppelin”", { store, isManager: false });
    expect(refused.text).toContain("only those who manage");
    expect(await standing()).toEqual([]);
  });
});

test("a button of another person's words is not theirs, and one of long ago says so", async () => {
  const reply = await tell("ferry tickets");
  const other = await press(reply, "All I can do", { store, actorId: "somebody else" });
  expect(other.text).toContain("belongs to the one who asked");
  const old = await createTestAnswer({ store }).press({
    buttonId: "v1:ask:999",
    destination: WEB_MAIN,
    actor: { id: "person", isManager: true, locale: null },
  });
  expect(old.text).toContain("This button is old");
});

test("the answer is in the reader's language", async () => {
  const reply = await tell("Hafen Straßenbahn", { locale: "de" });
  expect(reply.text).toBe(sayIn("de")("plain.which"));
  expect(labels(reply)[0]).toContain("Nachrichten zu „Hafen Straßenbahn“ suchen");
});

describe("what shall not come was offered as a wish for it", () => {
  test.each([
    ["subscribe to everything except world", "en"],
    ["no more world", "en"],
    ["do not follow Ines Calder", "en"],
    ["I don't want any world news", "en"],
    ["folge nicht Ines Calder", "de"],
    ["alles außer world", "de"],
    ["je ne veux pas de world", "fr"],
    ["quiero todo menos world", "es"],
    ["quero tudo menos world", "pt"],
    ["все новости кроме world", "ru"],
    ["не надсилай world", "uk"],
    ["لا أريد world", "ar"],
  ])("%s", async (text, locale) => {
    const reply = await tell(text, { locale });
    expect(reply.text).toBe(sayIn(locale as "en")("plain.negated"));
    expect(labels(reply)[0]).toBe(sayIn(locale as "en")("desk.subscriptions"));
    expect(labels(reply)).toHaveLength(2);
    expect(await standing()).toEqual([]);
  });

  test("a negation in what is looked for, or in a question, is none of a wish", async () => {
    expect((await tell("harbor bridge not repaired")).text).toBe(sayIn("en")("plain.which"));
    expect((await tell("notícias no Brasil", { locale: "pt" })).text).not.toBe(sayIn("pt")("plain.negated"));
    expect((await tell("search for storms without rain")).text).toContain("storms rain");
  });
});

test("“forget me” and “!help” were words to look for", async () => {
  expect(labels(await tell("forget me"))).toEqual([sayIn("en")("forget.meButton")]);
  expect((await tell("!help")).text).toContain("What you can type");
});
