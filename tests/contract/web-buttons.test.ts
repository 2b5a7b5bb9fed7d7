/** Buttons under the page's posts: as sent, edited and recalled, and what others in the room see of a press. */

import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { toDeliveryId } from "../../src/domain/id.ts";
import { type RecalledPost, SILENT_LOG } from "../../src/domain/platform.ts";
import { createWeb, type WebPlatform } from "../../src/platforms/web/platform.ts";
import { type EventReader, readEvents, type StreamEvent } from "../helpers/events.ts";
import { buildPost, createFakeAnswer, NOW } from "../helpers/telegram/fakes.ts";

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const MAIN = { platform: "web", address: "main" } as const;
const ROW = [
  { kind: "action", label: "Search similar", id: "v1:search:article:7" },
  { kind: "action", label: "More quotes", id: "v1:quotes:article:7" },
  { kind: "action", label: "Quote card", id: "v1:card:article:7" },
  { kind: "action", label: "Mute this story", id: "v1:mute:article:7" },
  { kind: "action", label: "Follow Ada Lindqvist", id: "v1:follow:article:7:speaker" },
  { kind: "link", label: "Read the article", url: "https://harborwire.example/ferry-stops" },
];

async function open(recalled: readonly RecalledPost[] = []): Promise<WebPlatform> {
  const web = createWeb({
    port: 0,
    commands: COMMANDS,
    log: SILENT_LOG,
    clock: () => NOW,
    recall: async () => recalled,
  });
  await web.start(createFakeAnswer(undefined, ({ buttonId }) => ({ text: `Pressed ${buttonId}.`, isPrivate: true })));
  closers.push(() => web.stop());
  return web;
}

async function watch(web: WebPlatform, client: string): Promise<EventReader> {
  const events = await readEvents(`${web.url()}events?client=${client}`);
  closers.push(() => events.close());
  return events;
}

/** What happened up to the first event of that kind, which is the last of them. */
async function readUntil(events: EventReader, kind: string): Promise<readonly StreamEvent[]> {
  const read: StreamEvent[] = [];
  while (read.at(-1)?.event !== kind) read.push(await events.next());
  return read;
}

const press = (web: WebPlatform, client: string, buttonId: string) =>
  fetch(`${web.url()}api/press`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client, buttonId, label: "More quotes" }),
  });

test("a post has its row of buttons, also when edited and when recalled after a restart; a compact one has none", async () => {
  const post = buildPost();
  const toRecalled = (messageId: string, isCompact: boolean): RecalledPost => ({
    destination: MAIN,
    messageId,
    post,
    isCompact,
    sentAt: NOW,
  });
  const web = await open([toRecalled("1", false), toRecalled("2", true)]);
  await web.send(MAIN, post, toDeliveryId(3));
  await web.edit(MAIN, "3", buildPost({ isUpdated: true }));
  const events = await readUntil(await watch(web, "ana"), "ready");
  const rows = events.filter(({ event }) => event === "post" || event === "edit").map(({ data }) => data);
  expect(rows).toMatchObject([{ buttons: ROW }, { buttons: [] }, { buttons: ROW }, { buttons: ROW, isUpdated: true }]);
});

test("a link that may not be clicked is no button", async () => {
  const web = await open();
  await web.send(MAIN, buildPost({ url: "javascript:alert(1)" }), toDeliveryId(1));
  const [event] = (await readUntil(await watch(web, "ana"), "post")).slice(-1);
  expect(event?.data).toMatchObject({ buttons: ROW.slice(0, -1) });
});

test.each([
  ["ar", "كتم هذه القصة"],
  ["de", "Geschichte abstellen"],
])("the page has the labels in its reader's language: %s", async (language, label) => {
  const web = await open();
  await web.send(MAIN, buildPost(), toDeliveryId(1));
  const [event] = (await readUntil(await watch(web, "ana"), "post")).slice(-1);
  expect(event?.data).toMatchObject({ buttons: ROW.map(() => ({ labelKey: expect.any(String) })) });
  const page = await (await fetch(web.url(), { headers: { "accept-language": language } })).text();
  for (const { labelKey } of (event?.data as { buttons: { labelKey: string }[] } | undefined)?.buttons ?? []) {
    expect(page).toContain(`&quot;${labelKey}&quot;:&quot;`);
  }
  expect(page).toContain(label);
});

test("a line whose answer was another’s stood without one: both are told to who asked alone, in all of their tabs", async () => {
  const web = await open();
  const [ana, ben] = [await watch(web, "ana"), await watch(web, "ben")];
  await web.send(MAIN, buildPost(), toDeliveryId(1));
  await press(web, "ana", "v1:quotes:article:7");
  await web.send(MAIN, buildPost(), toDeliveryId(2));
  const kinds = async (events: EventReader) => {
    const shown = await readUntil(events, "post");
    const more = await readUntil(events, "post");
    return [...shown, ...more].map(({ event }) => event).filter((kind) => !/^(?:reset|ready)$/.test(kind));
  };
  expect(await kinds(ana)).toEqual(["post", "line", "reply", "post"]);
  expect(await kinds(ben)).toEqual(["post", "post"]);
  const later = await readUntil(await watch(web, "ana"), "ready");
  expect(later.map(({ event }) => event)).toEqual(["reset", "post", "line", "reply", "post", "ready"]);
});
