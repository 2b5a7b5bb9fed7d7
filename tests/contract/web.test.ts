/** The web platform over real HTTP: events, commands, posts sent once, and everyone else refused. */

import { request } from "node:http";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { toArticleId, toDeliveryId } from "../../src/domain/id.ts";
import { type Answer, type Invocation, SILENT_LOG } from "../../src/domain/platform.ts";
import type { Post, Reply } from "../../src/domain/post.ts";
import { createWeb, type WebDependencies, type WebPlatform } from "../../src/platforms/web/platform.ts";
import type { RoomEvent } from "../../src/platforms/web/shown.ts";
import { defineCommand } from "../../src/typed/define-command.ts";
import { rest, text, words } from "../../src/typed/options/index.ts";

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const MAIN = { platform: "web", address: "main" } as const;
const POST: Post = {
  articleId: toArticleId(1),
  headline: "<script>alert(1)</script> & more",
  url: "https://a.example/news",
  outlet: "Outlet",
  agency: null,
  publishedAt: new Date("2026-11-20T08:00:00Z"),
  languageShown: null,
  sentences: ["One."],
  quotes: [{ text: "Quote", speaker: "Ines Calder", role: "Mayor", url: "https://a.example/news#:~:text=Quote" }],
  imageUrl: null,
  alsoOutlets: [],
  isUpdated: false,
  isFeedSummary: false,
  topics: [],
};
const FILE = { name: "list.json", type: "application/json", size: 2, base64: "e30=" };
const SEARCH = defineCommand({
  name: "search",
  summary: "Search",
  access: "everyone",
  options: {
    words: rest(words({ description: "Words" })),
    days: text({ description: "Days" }),
  },
  examples: [],
  run: async () => ({ text: "" }),
});

function buildAnswer(reply: (invocation: Invocation) => Promise<Reply>): Answer {
  return {
    reply,
    press: async ({ buttonId, actor }) => ({ text: `pressed ${buttonId} as manager: ${actor.isManager}` }),
    complete: async ({ typed }) => [{ label: "Label", value: `${typed}-value` }],
    async left() {},
    async moved() {},
  };
}

async function open(
  reply: (invocation: Invocation) => Promise<Reply> = async () => ({ text: "fine" }),
  more: Partial<WebDependencies> = {},
  health: Pick<Answer, "health"> = {},
): Promise<WebPlatform> {
  const clock = () => new Date("2026-11-20T08:00:00Z");
  const web = createWeb({ port: 0, commands: [SEARCH], log: SILENT_LOG, clock, ...more });
  await web.start({ ...buildAnswer(reply), ...health });
  closers.push(() => web.stop());
  return web;
}

/** Reads events until one is wanted; the stream is closed after the test. */
async function watch(web: WebPlatform, client: string, lastEventId?: string, room = "main") {
  const abort = new AbortController();
  closers.push(() => abort.abort());
  const headers: Record<string, string> = lastEventId === undefined ? {} : { "Last-Event-ID": lastEventId };
  const response = await fetch(`${web.url()}events?room=${room}&client=${client}`, {
    headers,
    signal: abort.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  const frames: { readonly id: string | null; readonly name: string; readonly data: string }[] = [];
  const next = async () => {
    for (;;) {
      const end = buffer.indexOf("\n\n");
      if (end >= 0) {
        const lines = buffer.slice(0, end).split("\n");
        buffer = buffer.slice(end + 2);
        const read = (name: string) =>
          lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? null;
        const data = read("data");
        if (data === null) continue;
        const frame = { id: read("id"), name: read("event") ?? "message", data };
        frames.push(frame);
        return frame;
      }
      const chunk = await reader?.read();
      if (chunk === undefined || chunk.done) throw new Error("The stream ended.");
      buffer += chunk.value;
    }
  };
  return {
    status: response.status,
    async until(type: RoomEvent["type"] | "ready") {
      for (;;) {
        const frame = await next();
        if (frame.name === "ready" && type === "ready") return { frames, event: null, id: frame.id };
        if (frame.name === "reset" || frame.name === "ready") continue;
        const event = JSON.parse(frame.data) as RoomEvent;
        if (event.type === type) return { frames, event, id: frame.id };
      }
    },
  };
}

const say = (web: WebPlatform, body: unknown, headers: Record<string, string> = {}, path = "api/command") =>
  fetch(`${web.url()}${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** fetch sets the Host header itself; this lets a test lie about it. */
function getAs(web: WebPlatform, host: string, path = "/"): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(web.url());
    request({ host: "127.0.0.1", port, path, headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

test("a post sent twice under one delivery id is shown once", async () => {
  const web = await open();
  const first = await web.send(MAIN, POST, toDeliveryId(5));
  expect(first).toEqual({ outcome: "sent", messageId: "5" });
  expect(await web.send(MAIN, POST, toDeliveryId(5))).toEqual(first);
  const { frames } = await (await watch(web, "tab")).until("ready");
  expect(frames.filter((frame) => frame.name === "post")).toHaveLength(1);
});

test("posts arrive by themselves, and an edit changes the one shown", async () => {
  const web = await open();
  const tab = await watch(web, "tab");
  await tab.until("ready");
  await web.send(MAIN, POST, toDeliveryId(1));
  expect((await tab.until("post")).event).toMatchObject({ key: "1", headline: POST.headline });
  const edited = { ...POST, headline: "Corrected", isUpdated: true };
  expect(await web.edit(MAIN, "1", edited)).toEqual({ outcome: "sent", messageId: "1" });
  expect((await tab.until("edit")).event).toMatchObject({ key: "1", headline: "Corrected" });
  expect(await web.edit(MAIN, "9", edited)).toMatchObject({ outcome: "refused" });
});

test("a tab that lost its connection gets what it missed, once", async () => {
  const web = await open();
  await web.send(MAIN, POST, toDeliveryId(1));
  const { id } = await (await watch(web, "tab")).until("post");
  await web.send(MAIN, POST, toDeliveryId(2));
  const { frames } = await (await watch(web, "tab", id ?? "")).until("ready");
  expect(frames.map((frame) => frame.name)).toEqual(["post", "ready"]);
  expect(JSON.parse(frames[0]?.data ?? "")).toMatchObject({ key: "2" });
});

test("a typed command is read, shown, and answered in the room", async () => {
  const asked: Invocation[] = [];
  const web = await open(async (invocation) => {
    asked.push(invocation);
    await invocation.onProgress?.("looking");
    return { text: "two found", posts: [POST], buttons: [[{ kind: "action", label: "Next", id: "v1:search:1:2" }]] };
  });
  const tab = await watch(web, "tab");
  expect((await say(web, { room: "main", client: "tab", text: "/search days:7 high tide" })).status).toBe(200);
  expect((await tab.until("line")).event).toMatchObject({ text: "/search days:7 high tide" });
  expect((await tab.until("progress")).event).toMatchObject({ text: "looking" });
  expect((await tab.until("reply")).event).toMatchObject({ reply: { text: "two found", isPrivate: false } });
  expect(asked[0]).toMatchObject({
    commandName: "search",
    rawOptions: { days: "7", words: "high tide" },
    destination: MAIN,
    actor: { isManager: true },
  });
});

test("a private answer reaches the asking tab alone", async () => {
  const web = await open(async () => ({ text: "secret", isPrivate: true }));
  await say(web, { room: "main", client: "mine", text: "/search x" });
  expect((await (await watch(web, "mine")).until("reply")).event).toMatchObject({ reply: { text: "secret" } });
  const { frames } = await (await watch(web, "other")).until("ready");
  expect(frames.map((frame) => frame.data).join()).not.toContain("secret");
});

test("a fault behind a command is answered in words and hides its cause", async () => {
  const web = await open(async () => {
    throw new Error("password=hunter2");
  });
  await say(web, { room: "main", client: "tab", text: "/search x" });
  const { event } = await (await watch(web, "tab")).until("reply");
  expect(JSON.stringify(event)).toContain("Something went wrong");
  expect(JSON.stringify(event)).not.toContain("hunter2");
});

test("a button press and a completion reach the program", async () => {
  const web = await open();
  const tab = await watch(web, "tab");
  await say(web, { room: "main", client: "tab", buttonId: "v1:search:1:2", label: "Next" }, {}, "api/press");
  expect((await tab.until("reply")).event).toMatchObject({ reply: { text: "pressed v1:search:1:2 as manager: true" } });
  const suggestions = await (await say(web, { room: "main", line: "/se" }, {}, "api/suggest")).json();
  expect(suggestions).toEqual([{ label: "/search", detail: "Search the briefs carried so far", line: "/search " }]);
});

test("a file is fetched by its link and saved, never opened", async () => {
  const file = { name: 'feeds"\r\n.opml', contentType: "text/html", text: "<opml/>" };
  const web = await open(async () => ({ text: "", file }));
  await say(web, { room: "main", client: "tab", text: "/search x" });
  const { event } = await (await watch(web, "tab")).until("reply");
  const link = event?.type === "reply" ? event.reply.file?.url : null;
  const response = await fetch(new URL(link ?? "", web.url()));
  expect(response.headers.get("content-disposition")).toBe('attachment; filename="feeds_.opml"');
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await response.text()).toBe("<opml/>");
});

test("the page is strict about what may run and names its nonce afresh", async () => {
  const web = await open();
  const [first, second] = [await fetch(web.url()), await fetch(web.url())];
  const policy = first.headers.get("content-security-policy") ?? "";
  const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe");
  expect(second.headers.get("content-security-policy")).not.toBe(policy);
  const html = await first.text();
  expect(html).toContain(`nonce="${nonce}"`);
  expect(html).not.toMatch(/https?:\/\/|{{/);
  for (const [, path] of html.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)) {
    expect((await fetch(new URL(path ?? "", web.url()))).status).toBe(200);
  }
});

test("a foreign name pointed at this machine is refused", async () => {
  const web = await open();
  expect(await getAs(web, "evil.example")).toBe(403);
  expect(await getAs(web, "evil.example", "/events?client=x")).toBe(403);
  expect(await getAs(web, "localhost:1")).toBe(200);
});

test.each([
  ["from another site", { room: "main", client: "x", text: "/search" }, { Origin: "https://evil.example" }, 403],
  ["that is a form", { room: "main", client: "x", text: "/search" }, { "Content-Type": "text/plain" }, 415],
  ["that is no JSON", "{", {}, 400],
  ["to a room that cannot be", { room: "../etc", client: "x", text: "/search" }, {}, 400],
  ["with a line too long", { room: "main", client: "x", text: "x".repeat(4097) }, {}, 400],
  ["too big to read", { room: "main", client: "x", text: "x".repeat(40_000) }, {}, 400],
  [
    "longer than any file makes it",
    { room: "main", client: "x", text: "/search", file: "x".repeat(2_800_000) },
    {},
    413,
  ],
  ["with a file that is no base64", { text: "/search", file: { name: "a", type: "", size: 1, base64: "-" } }, {}, 400],
  ["with a name beyond reason", { text: "/search", file: { ...FILE, name: "x".repeat(300) } }, {}, 400],
])("a request %s changes nothing", async (_what, body, headers, status) => {
  const web = await open();
  expect((await say(web, body, headers as Record<string, string>)).status).toBe(status);
  const { frames } = await (await watch(web, "x")).until("ready");
  expect(frames.filter((frame) => !["reset", "ready"].includes(frame.name))).toEqual([]);
});

test("probes answer: alive, ready or not with reasons, metrics", async () => {
  const health = async () => ({ ok: false, reasons: ["the database does not answer"] });
  const web = await open(undefined, { metrics: async () => "up 1\n" }, { health });
  expect((await fetch(`${web.url()}healthz`)).status).toBe(200);
  const ready = await fetch(`${web.url()}readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ok: false, reasons: ["the database does not answer"] });
  expect(await (await fetch(`${web.url()}metrics`)).text()).toBe("up 1\n");
});

test("a port that is taken leads to the next one, and the log says so", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  closers.push(() => new Promise((resolve) => taken.close(resolve)));
  const address = taken.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const warnings: string[] = [];
  const log = { ...SILENT_LOG, warn: (_facts: unknown, event: string) => warnings.push(event) };
  const web = await open(undefined, { port, log });
  expect(Number(new URL(web.url()).port)).toBeGreaterThan(port);
  expect(warnings).toContain("port_taken");
  const hopeless = createWeb({ port, portTriesMax: 1, commands: [], log: SILENT_LOG, clock: () => new Date() });
  await expect(hopeless.start(buildAnswer(async () => ({ text: "" })))).rejects.toThrow(
    `Port ${port} is taken or not allowed. Set WEB_PORT to a free port.`,
  );
});

test("stop ends open pages, is safe twice, and later sends are retried", async () => {
  const web = await open();
  const tab = await watch(web, "tab");
  await tab.until("ready");
  expect(web.health()).toBeNull();
  await web.stop();
  await web.stop();
  await expect(tab.until("post")).rejects.toThrow();
  expect(web.health()).toBe("The page is not being served.");
  expect(await web.send(MAIN, POST, toDeliveryId(1))).toMatchObject({ outcome: "retry" });
});

test("posts stay in their room", async () => {
  const web = await open();
  const tab = await watch(web, "tab", undefined, "other");
  await web.send(MAIN, POST, toDeliveryId(1));
  await web.send({ platform: "web", address: "other" }, POST, toDeliveryId(2));
  expect((await tab.until("post")).event).toMatchObject({ key: "2" });
});

test("what is no command is told how commands look", async () => {
  const web = await open();
  const reply = await (await say(web, { room: "main", text: "hello" })).json();
  expect(reply).toMatchObject({
    text: "Commands begin with a slash, such as /latest or /search ferry. /help lists them all.",
  });
});

test("an address no room can have is gone", async () => {
  const web = await open();
  const result = await web.send({ platform: "web", address: "No Such" }, POST, toDeliveryId(1));
  expect(result).toMatchObject({ outcome: "gone" });
});
