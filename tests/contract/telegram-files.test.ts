/** The ways a file comes to /import on Telegram: under a caption, in answer to it, in groups, channels and from afar. */

import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Subscription } from "../../src/domain/subscription.ts";
import { toHeldFile } from "../helpers/sent-file.ts";
import { BOT } from "../helpers/telegram/emulator.ts";
import { badRequest } from "../helpers/telegram/refusal.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const LIST = toHeldFile(
  "list.json",
  JSON.stringify({ pullquote: 1, subscriptions: [{ words: ["ferry"] }] }),
  "application/json",
);
const OWNER = 501;
const MEMBER = 502;
const ADDED = "Subscriptions added: 1 of 1.";

let whole: WholeApp;
beforeAll(async () => {
  whole = await startWholeApp();
});
afterAll(() => whole.stop());

const standing = (address: number): Promise<readonly Subscription[]> =>
  whole.app.store.subscriptions.findByDestination({ platform: "telegram", address: String(address) });
const untilTaken = (address: number): Promise<void> =>
  vi.waitFor(async () => expect(await standing(address)).toHaveLength(1), WAIT);
const addGroup = (): number =>
  whole.telegram.addChat({
    type: "supergroup",
    members: { [OWNER]: { status: "creator" }, [MEMBER]: { status: "member" } },
  });

test("in a group its caption may name the bot, and those who do not manage it are refused", async () => {
  const group = addGroup();
  const refused = await whole.telegram.type(group, MEMBER, `/import@${BOT.username}`, { file: LIST });
  expect(refused.text).toContain("only those who manage");
  expect(await standing(group)).toEqual([]);
  const taken = await whole.telegram.type(group, OWNER, `/import@${BOT.username}`, { file: LIST });
  expect(taken.text).toBe(ADDED);
  expect(await standing(group)).toHaveLength(1);
});

test("another bot's command in a caption is left to it", async () => {
  const group = addGroup();
  whole.telegram.send(group, OWNER, LIST, "/import@another_bot");
  whole.telegram.send(group, OWNER, LIST, "/importance of lists");
  const answer = await whole.telegram.type(group, OWNER, "/subscriptions");
  expect(answer.text).toContain("no subscriptions");
  expect(whole.telegram.posts(group)).toHaveLength(1);
});

test("/import in answer to a message takes that message's file", async () => {
  const group = addGroup();
  const file = whole.telegram.send(group, MEMBER, LIST);
  const taken = await whole.telegram.type(group, OWNER, `/import@${BOT.username}`, { replyTo: file });
  expect(taken.text).toBe(ADDED);
});

test("a photo, which Telegram makes of a picture by itself, is no file", async () => {
  const photo = await whole.telegram.type(OWNER, OWNER, "/import", { file: LIST, isPhoto: true });
  expect(photo.text).toContain("Send a file of subscriptions along with /import");
});

test("a file that Telegram no longer has is asked for once more", async () => {
  const chat = 601;
  const file = whole.telegram.send(chat, chat, LIST);
  for (const upload of whole.telegram.world.uploads.values()) upload.isGone = true;
  expect((await whole.telegram.type(chat, chat, "/import", { replyTo: file })).text).toContain("Send it once more");
  expect((await whole.telegram.type(chat, chat, "/import", { file: LIST })).text).toBe(ADDED);
});

test("what getFile refuses is told apart from a server that fails", async () => {
  const refusal = badRequest("file is too big");
  whole.telegram.fault({ method: "getFile", kind: "refusal", refusal });
  expect((await whole.telegram.type(602, 602, "/import", { file: LIST })).text).toContain("at most 2 MB");
  whole.telegram.fault({ method: "getFile", kind: "status", status: 502, times: 3 });
  expect((await whole.telegram.type(603, 603, "/import", { file: LIST })).text).toContain("could not be fetched");
  whole.telegram.clearFaults();
});

test("a channel takes the file posted in it, and the one sent from its owner's private chat", async () => {
  const members = { [OWNER]: { status: "administrator", can_post_messages: true } } as const;
  const posted = whole.telegram.addChat({ type: "channel", username: "harbor_posted", members });
  whole.telegram.send(posted, OWNER, LIST, "/import");
  await untilTaken(posted);
  const managed = whole.telegram.addChat({ type: "channel", username: "harbor_managed", members });
  const answer = await whole.telegram.type(OWNER, OWNER, "/import @harbor_managed", { file: LIST });
  expect(answer.text).toContain(ADDED);
  expect(await standing(managed)).toHaveLength(1);
  const other = whole.telegram.addChat({ type: "channel", username: "harbor_other", members: {} });
  const refused = await whole.telegram.type(OWNER, OWNER, "/import @harbor_other", { file: LIST });
  expect(refused.text).not.toContain(ADDED);
  expect(await standing(other)).toEqual([]);
});
