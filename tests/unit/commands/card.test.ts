/** /card and its button: which quote, what is told where there is no card, and who may share one. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createFindCard, keepCards } from "../../../src/answers/cards.ts";
import type { Card, CardResult, DrawCard } from "../../../src/domain/cards/card.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { saveChannelTemplate } from "../../../src/messages/channel-template.ts";
import { toShortLink } from "../../../src/messages/compose-card.ts";
import { ask, press, pressId, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const TEXT =
  "“We wait for the ferry,” said Adaeze Moreau, the harbor master, on Monday. “Nobody sails before May,” she said.";
const URL = "https://harborwire.example/ferry/1";

const drawn: Card[] = [];
const draws: DrawCard = async (card) => {
  drawn.push(card);
  return { outcome: "drawn", bytes: Buffer.from(card.text), width: 1200, height: 675, text: card.text };
};
const answers =
  (result: CardResult): DrawCard =>
  async () =>
    result;

let store: Store;
let id = 0;
beforeAll(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  const article = buildArticle({ url: URL, canonicalUrl: URL, title: "The ferry waits for its engine", text: TEXT });
  const quote = (text: string, name: string | null) => {
    const start = TEXT.indexOf(text);
    const at = name === null ? -1 : TEXT.indexOf(name);
    const speaker =
      name === null
        ? null
        : { mention: name, start: at, end: at + name.length, name, role: "harbor master", kind: "person" as const };
    return { text, start, end: start + text.length, type: "direct" as const, speaker, cue: null, group: start };
  };
  const quotes = [quote("We wait for the ferry,", "Adaeze Moreau"), quote("Nobody sails before May,", null)];
  const publication = buildPublication({ article, now: NOW });
  await store.articles.publish({
    ...publication,
    quotes,
    brief: { ...publication.brief, headline: article.title, quotes: quotes.slice(0, 1) },
  });
  id = (await store.articles.findByUrl(URL))?.article.id ?? 0;
});
afterAll(() => store.close());

const DISCORD = { destination: { platform: "discord", address: "1001" }, server: "g-1" } as const;
const idsOf = (reply: Reply): readonly string[] =>
  (reply.buttons ?? []).flat().flatMap((button) => (button.kind === "action" ? [button.id] : []));

describe("a card", () => {
  test("of several quotes is chosen by number, those of the brief first, and each is said by whom", async () => {
    const menu = await ask(`/card ${URL}`, { store, drawCard: draws });
    expect(menu.lists?.[0]?.items.map(({ text, detail }) => [text, detail])).toEqual([
      ["1. “We wait for the ferry”", "— Adaeze Moreau, harbor master"],
      ["2. “Nobody sails before May”", "— speaker not named"],
    ]);
    const shown = await press(menu, "2", { store, drawCard: draws });
    expect(shown.picture?.alt).toBe("“Nobody sails before May” — speaker not named (Harbor Wire, 20 Nov 2026)");
    expect(drawn.at(-1)).toMatchObject({ speaker: null, role: null, unnamed: "speaker not named" });
    expect((await press(shown, "Dark", { store, drawCard: draws })).picture?.path).toMatch(/-dark\.png$/);
    expect((await press(shown, "Other quotes", { store, drawCard: draws })).lists).toHaveLength(1);
  });

  test("of words that only one quote says, which one was asked all the same", async () => {
    const shown = await ask("/card sails before", { store, drawCard: draws });
    expect(shown.picture?.alt).toContain("“Nobody sails before May”");
    expect((await ask("/card ferry engine", { store, drawCard: draws })).lists?.[0]?.items).toHaveLength(2);
  });

  test("has no role where the channel's own look has none", async () => {
    await saveChannelTemplate(store.notes, WEB_MAIN, { text: "{quotes:no-role}\n{outlet}" }, NOW);
    const menu = await ask(`/card ${URL}`, { store, drawCard: draws });
    expect((await press(menu, "1", { store, drawCard: draws })).picture?.alt).toContain("— Adaeze Moreau (");
    await saveChannelTemplate(store.notes, WEB_MAIN, null, NOW);
  });

  test("is for those who pressed; who manages a Discord server may share it, and a forged press may not", async () => {
    const asManager = { store, drawCard: draws, ...DISCORD };
    const shown = await press(await ask(`/card ${URL}`, asManager), "1", asManager);
    expect(shown.isPrivate).toBe(true);
    const shared = await press(shown, "Share here", asManager);
    expect(shared.toAll?.picture?.alt).toBe(shown.picture?.alt);
    expect(shared.toAll?.buttons?.flat()).toEqual([{ kind: "link", label: "Read the article", url: URL }]);
    const shareId = idsOf(shown).find((each) => each.includes(":share:")) ?? "";
    const forged = await pressId(shareId, { ...asManager, isManager: false });
    expect(forged.isRefusal).toBe(true);
    expect(forged.toAll).toBeUndefined();
  });

  test("ids of its buttons fit Telegram's 64 bytes, with a key too", async () => {
    const shown = await press(await ask(`/card ${URL}`, { store, drawCard: draws, ...DISCORD }), "1", {
      store,
      drawCard: draws,
      ...DISCORD,
    });
    for (const each of idsOf(shown)) expect(each.length + "-0123456789abcdef".length + 6).toBeLessThanOrEqual(64);
  });

  test("there is none of words that stand in the article no longer", async () => {
    const gone = await pressId(`v1:card:show:${id}:00000000:light`, { store, drawCard: draws });
    expect(gone.text).toContain("stand in the article no longer");
    expect(gone.picture).toBeUndefined();
  });

  test.each([
    [{ outcome: "not-installed" }, /npm ci/],
    [{ outcome: "too-long" }, /too long for a card/],
    [{ outcome: "busy" }, /Try again in a few minutes/],
    [
      { outcome: "no-letters", letters: "ა", packages: ["@fontsource-variable/noto-sans-georgian"] },
      /npm install @font/,
    ],
    [{ outcome: "no-letters", letters: "🦑", packages: [] }, /No font here has these letters.*🦑$/],
  ] as const)("that cannot be drawn is answered with what to do: %j", async (result, sentence) => {
    const menu = await ask(`/card ${URL}`, { store, drawCard: answers(result) });
    const told = await press(menu, "1", { store, drawCard: answers(result) });
    expect(told.text).toMatch(sentence);
    expect(told.picture).toBeUndefined();
  });

  test("is drawn once however many ask, and anew when it failed", async () => {
    let count = 0;
    const draw = keepCards(async (card, asker) => {
      count += 1;
      return count === 1 ? { outcome: "busy" } : draws(card, asker);
    });
    const card = drawn[0] ?? ({} as Card);
    const asker = { person: "p", channel: "c" };
    expect((await draw(card, asker)).outcome).toBe("busy");
    await Promise.all([draw(card, asker), draw(card, asker)]);
    await draw(card, asker);
    expect(count).toBe(2);
  });
});

test("by its address a card is found where its article may be seen, and nowhere is there one of other words", async () => {
  const findCard = createFindCard(store, { draw: draws, language: "en" });
  const menu = await ask(`/card ${URL}`, { store, drawCard: draws });
  const [, quoteKey = ""] = /:([0-9a-f]{8}):light$/.exec(idsOf(menu)[0] ?? "") ?? [];
  const asked = { destination: WEB_MAIN, person: "p", article: String(id), quoteKey, look: "dark" } as const;
  expect((await findCard(asked))?.outcome).toBe("drawn");
  expect(await findCard({ ...asked, quoteKey: "00000000" })).toBeNull();
  expect(await findCard({ ...asked, article: "99999" })).toBeNull();
});

test.each([
  ["https://www.harborwire.example/ferry/", "harborwire.example/ferry"],
  ["https://harborwire.example/a/very/long/path/to/the/ferry", "harborwire.example"],
  ["https://harborwire.example/?id=7", "harborwire.example"],
])("the small link of %s is %s", (url, link) => {
  expect(toShortLink(url)).toBe(link);
});
