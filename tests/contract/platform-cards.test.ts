/** Cards of quotes on every platform: chosen, drawn, looked at by those who do not see them, shared by those who may. */

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { StoredBrief } from "../../src/domain/article.ts";
import { PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { lookAtPicture } from "../../src/net/picture-bytes.ts";
import { createConversations, type Shown, type ShownPicture } from "../helpers/conversation.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 8;

let whole: WholeApp;
let open: ReturnType<typeof createConversations>;
/** One with several quotes, the first of which has a speaker. */
let stored: StoredBrief;

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
  const { briefs } = await whole.app.store.articles.latest({ feedIds: [], topics: [], limit: ARTICLES, offset: 0 });
  const found = briefs.find(({ brief }) => brief.quotes.length > 1 && brief.quotes[0]?.speaker?.kind === "person");
  if (found === undefined) throw new Error("No article has two quotes.");
  stored = found;
});
afterAll(async () => {
  const folder = process.env["PULLQUOTE_CALLS_DIR"];
  if (folder !== undefined) {
    await whole.discord.saveCalls(join(folder, "discord-cards.json"));
    whole.telegram.saveCalls(join(folder, "telegram-cards.jsonl"));
  }
  await whole.stop();
});

async function getPicture(shown: Shown): Promise<ShownPicture> {
  const picture = await vi.waitFor(async () => {
    const found = await shown.picture();
    if (found === null) throw new Error(`There is no picture: ${shown.text()}`);
    return found;
  }, WAIT);
  return picture;
}

describe.each(PLATFORM_NAMES)("on %s", (platform) => {
  test("a quote is chosen and comes as a picture, with its words and speaker for those who do not see it", async () => {
    const who = open(platform);
    const menu = await who.type(`/card ${stored.article.url}`);
    const [first] = stored.brief.quotes;
    expect(menu?.text()).toContain("Which quote of");
    expect(menu?.text()).toContain(first?.speaker?.name ?? "?");
    expect(menu?.buttons()).toContain("2");
    const light = await getPicture(await who.press("1"));
    expect(lookAtPicture(light.bytes)).toEqual({ contentType: "image/png", width: 1200, height: 675 });
    expect(light.alt).toContain(first?.text.replace(/,$/, "") ?? "?");
    expect(light.alt).toContain(first?.speaker?.name ?? "?");
    expect(light.alt).toContain(stored.article.outlet);
    const dark = await getPicture(await who.press("Dark"));
    expect(dark.alt).toBe(light.alt);
    expect(Buffer.from(dark.bytes).equals(Buffer.from(light.bytes))).toBe(false);
  });

  test("an article that is not there, and none named, are answered in words", async () => {
    const who = open(platform);
    expect((await who.type("/card"))?.text()).toContain("Name an article");
    expect((await who.type("/card zeppelin quarrel"))?.text()).toMatch(/zeppelin/);
  });
});

test("on Discord who manages the channel shares a card with all, and nobody else is offered to", async () => {
  const manager = open("discord");
  await manager.type(`/card ${stored.article.url}`);
  const shown = await manager.press("1");
  const { alt } = await getPicture(shown);
  await manager.press("Share here");
  const shared = await vi.waitFor(() => {
    const messages = whole.discord.messages(manager.destination.address);
    const message = messages.find(({ files, flags }) => files.length > 0 && (flags & 64) === 0);
    if (message === undefined) throw new Error("Nobody else sees it.");
    return message;
  }, WAIT);
  expect(shared.files[0]?.description).toBe(alt);
  expect(shared.content).toContain(stored.brief.headline.slice(0, 20));
  const member = open("discord", { isManager: false });
  await member.type(`/card ${stored.article.url}`);
  expect((await member.press("1")).buttons()).not.toContain("Share here");
});

test("on the page a card has an address of its own, and one that is no card's has none", async () => {
  const who = open("web");
  await who.type(`/card ${stored.article.url}`);
  await getPicture(await who.press("1"));
  for (const path of ["card/999999/0a1b2c3d-light.png", `card/${stored.article.id}/0a1b2c3d-light.png`, "card/x"]) {
    expect((await fetch(`${whole.app.webUrl()}${path}`)).status).toBe(404);
  }
});
