/** A Telegram group's whole life with the whole app: joined, subscribed, posted to, searched in, moved, removed from. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { BOT } from "../helpers/telegram/emulator.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ADMIN = 501;
const MEMBER = 502;
const WAIT = { timeout: 20_000, interval: 50 };

let whole: WholeApp;
let groupId: number;

beforeAll(async () => {
  whole = await startWholeApp();
  await vi.waitFor(async () => {
    for (const state of await whole.app.store.feeds.listStates()) expect(state.lastSuccessAt).not.toBeNull();
  }, WAIT);
});

afterAll(async () => {
  await whole.stop();
});

async function publish(): Promise<string> {
  const url = whole.newsroom.publishNext() ?? "";
  await vi.waitFor(async () => expect(await whole.app.store.articles.findByUrl(url)).not.toBeNull(), WAIT);
  return url;
}

const subscriptionsOf = (address: string) =>
  whole.app.store.subscriptions.findByDestination({ platform: "telegram", address });

const postsWith = (chatId: number, url: string) =>
  whole.telegram.posts(chatId).filter((message) => message.entities.some((entity) => entity.url === url));

test("added to a group, the bot says how to begin", async () => {
  groupId = whole.telegram.addChat({ type: "group", bot: null, members: { [ADMIN]: { status: "administrator" } } });
  whole.telegram.setBot(groupId, { status: "member" }, ADMIN);
  const greeting = await whole.telegram.until("the greeting", () => whole.telegram.posts(groupId)[0]);
  expect(greeting.text).toContain("/subscribe everything");
});

test("a member may not subscribe the group, an administrator may", async () => {
  const refused = await whole.telegram.type(groupId, MEMBER, "/subscribe everything");
  expect(refused.text).toContain("only those who manage it");
  expect(await subscriptionsOf(String(groupId))).toEqual([]);
  const done = await whole.telegram.type(groupId, ADMIN, "/subscribe everything");
  expect(done.text).toContain("Subscribed to all feeds");
  expect(await subscriptionsOf(String(groupId))).toHaveLength(1);
});

test("news comes by itself, once", async () => {
  const url = await publish();
  await vi.waitFor(() => expect(postsWith(groupId, url)).toHaveLength(1), WAIT);
});

test("search in the group has pages that change in place", async () => {
  for (let count = 0; count < 9; count += 1) await publish();
  const isPage = (text: string) => /brief/.test(text) && text.includes("about");
  const page = await whole.telegram.type(groupId, MEMBER, "/search the", { where: (each) => isPage(each.text) });
  const first = page.text;
  const [next] = page.buttons.flat().slice(-1);
  expect(next?.callback_data).toMatch(/^v1:search:/);
  await whole.telegram.press(page, next?.text ?? "", MEMBER);
  await whole.telegram.until("the second page", () => page.text !== first);
  expect(page.text).toContain("page 2");
});

test("the group becomes a supergroup: its subscription goes along, and news goes on there", async () => {
  await vi.waitFor(async () => expect((await whole.app.store.outbox.count()).pending).toBe(0), WAIT);
  const oldId = groupId;
  groupId = whole.telegram.migrate(oldId);
  await vi.waitFor(async () => expect(await subscriptionsOf(String(groupId))).toHaveLength(1), WAIT);
  expect(await subscriptionsOf(String(oldId))).toEqual([]);
  const url = await publish();
  await vi.waitFor(() => expect(postsWith(groupId, url)).toHaveLength(1), WAIT);
});

test("removed from the group, the bot sends nothing more and says why in its books", async () => {
  whole.telegram.setBot(groupId, { status: "kicked" }, ADMIN);
  await vi.waitFor(async () => {
    expect((await subscriptionsOf(String(groupId)))[0]?.pausedReason).toMatch(/^gone: /);
  }, WAIT);
  const url = await publish();
  expect(postsWith(groupId, url)).toEqual([]);
  expect(whole.telegram.world.chats.get(groupId)?.members.get(BOT.id)?.status).toBe("kicked");
});
