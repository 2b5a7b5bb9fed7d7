import { createServer, request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { toArticleId, toDeliveryId } from "../../src/domain/id.ts";
import { type Answer, type ButtonPress, type Invocation, SILENT_LOG } from "../../src/domain/platform.ts";
import type { Post } from "../../src/domain/post.ts";
import { createWeb, type WebPlatform } from "../../src/platforms/web/platform.ts";
import { readEvents } from "../helpers/events.ts";

const POST: Post = {
  articleId: toArticleId(1),
  headline: "Ferry stops <b>",
  url: "https://harbor.example/ferry",
  outlet: "Harbor Wire",
  agency: null,
  publishedAt: null,
  languageShown: null,
  sentences: ["The ferry will stop."],
  quotes: [],
  imageUrl: null,
  alsoOutlets: [],
  isUpdated: false,
  isFeedSummary: false,
  topics: [],
};
const MAIN = { platform: "web", address: "main" } as const;

let web: WebPlatform;
let invocations: Invocation[];
let presses: ButtonPress[];

const answer: Answer = {
  reply: async (invocation) => {
    invocations.push(invocation);
    return { text: `answer to ${invocation.commandName}` };
  },
  press: async (press) => {
    presses.push(press);
    return { text: "pressed" };
  },
  complete: async ({ typed }) => [{ label: `L ${typed}`, value: typed }],
  left: async () => {},
  moved: async () => {},
};

function createTestWeb(port = 0): WebPlatform {
  return createWeb({
    port,
    commands: COMMANDS,
    log: SILENT_LOG,
    clock: () => new Date(),
    health: async () => ({ ok: false, reasons: ["Database: closed"] }),
    metrics: async () => "pullquote_up 1\n",
  });
}

beforeEach(async () => {
  invocations = [];
  presses = [];
  web = createTestWeb();
  await web.start(answer);
});
afterEach(() => web.stop());

function send(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${web.url()}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

/** fetch does not let a Host header be set. */
function getWithHost(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    httpRequest(web.url(), { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });
}

describe("the page", () => {
  test("is served with a policy that lets nothing from elsewhere in", async () => {
    const response = await fetch(web.url());
    expect(await response.text()).toContain("<title>Pullquote</title>");
    expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await fetch(`${web.url()}page.js`)).status).toBe(200);
    expect((await fetch(`${web.url()}nothing`)).status).toBe(404);
  });

  test("is for this machine only: another name for it is refused", async () => {
    expect(await getWithHost("rebound.example")).toBe(403);
    expect(await getWithHost("localhost:1")).toBe(200);
  });

  test("takes the next port when its own is taken", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const second = createTestWeb(port);
    await second.start(answer);
    expect(Number(new URL(second.url()).port)).toBeGreaterThan(port);
    await second.stop();
    await new Promise((resolve) => taken.close(resolve));
  });
});

describe("commands", () => {
  test("are read as typed and answered", async () => {
    const response = await send("api/command", { room: "main", text: "/search feed:harbor-wire port strike" });
    expect(await response.json()).toMatchObject({ text: "answer to search" });
    expect(invocations[0]).toMatchObject({
      commandName: "search",
      rawOptions: { feed: "harbor-wire", words: "port strike" },
      destination: MAIN,
      actor: { isManager: true },
    });
  });

  test("what is no command is told how commands look", async () => {
    expect(await (await send("api/command", { room: "main", text: "hello" })).json()).toMatchObject({
      text: "Commands begin with a slash, such as /help or /search ferry.",
    });
  });

  test("buttons and completion go to the program", async () => {
    expect(await (await send("api/press", { room: "main", buttonId: "v1:search:1:2" })).json()).toMatchObject({
      text: "pressed",
    });
    expect(presses[0]).toMatchObject({ buttonId: "v1:search:1:2", destination: MAIN });
    expect(
      await (await send("api/complete", { room: "main", command: "subscribe", option: "what", typed: "har" })).json(),
    ).toEqual([{ label: "L har", value: "har" }]);
  });

  test.each([
    ["another site", { room: "main", text: "/help" }, { origin: "https://evil.example" }, 403],
    ["a form", { room: "main", text: "/help" }, { "content-type": "text/plain" }, 415],
    ["a room with a strange name", { room: "../x", text: "/help" }, {}, 400],
    ["nothing", null, {}, 400],
    ["too much", { room: "main", text: "x".repeat(70_000) }, {}, 400],
  ])("from %s are refused", async (_name, body, headers, status) => {
    expect((await send("api/command", body, headers)).status).toBe(status);
    expect(invocations).toEqual([]);
  });
});

describe("posts", () => {
  test("arrive by themselves, once, and edits change them", async () => {
    const events = await readEvents(`${web.url()}events?room=main`);
    expect(await web.send(MAIN, POST, toDeliveryId(7))).toEqual({ outcome: "sent", messageId: "7" });
    expect(await web.send(MAIN, POST, toDeliveryId(7))).toEqual({ outcome: "sent", messageId: "7" });
    expect(await web.edit(MAIN, "7", { ...POST, headline: "Ferry sails" })).toEqual({
      outcome: "sent",
      messageId: "7",
    });
    const first = await events.next();
    expect(first).toMatchObject({ event: "post", data: { id: "7", headline: "Ferry stops <b>" } });
    expect(await events.next()).toMatchObject({ event: "edit", data: { headline: "Ferry sails" } });
    events.close();
  });

  test("that came while nobody looked are shown, from where the reader left off", async () => {
    await web.send(MAIN, POST, toDeliveryId(1));
    await web.send(MAIN, { ...POST, headline: "Second" }, toDeliveryId(2));
    const events = await readEvents(`${web.url()}events?room=main`);
    const first = await events.next();
    await events.next();
    events.close();
    const resumed = await readEvents(`${web.url()}events?room=main`, first.id);
    expect(await resumed.next()).toMatchObject({ data: { headline: "Second" } });
    resumed.close();
  });

  test("stay in their room", async () => {
    const events = await readEvents(`${web.url()}events?room=other`);
    await web.send(MAIN, POST, toDeliveryId(1));
    await web.send({ platform: "web", address: "other" }, { ...POST, headline: "Here" }, toDeliveryId(2));
    expect(await events.next()).toMatchObject({ data: { headline: "Here" } });
    events.close();
  });

  test("to a room that cannot be are not tried again", async () => {
    expect(await web.send({ platform: "web", address: "../x" }, POST, toDeliveryId(1))).toMatchObject({
      outcome: "gone",
    });
    expect(await web.edit(MAIN, "99", POST)).toMatchObject({ outcome: "refused" });
  });
});

test("health, readiness and metrics are served", async () => {
  expect((await fetch(`${web.url()}healthz`)).status).toBe(200);
  const ready = await fetch(`${web.url()}readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ ok: false, reasons: ["Database: closed"] });
  expect(await (await fetch(`${web.url()}metrics`)).text()).toBe("pullquote_up 1\n");
});

test("stopping ends open streams", async () => {
  const events = await readEvents(`${web.url()}events`);
  await web.stop();
  await expect(events.next()).rejects.toThrow();
  expect(web.health()).toBe("The page is not being served.");
});
