/** Who gets at the page: its password and sessions, other sites, other names, and what is bait. */

import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type Invocation, type Log, SILENT_LOG } from "../../src/domain/platform.ts";
import { createWeb, type WebDependencies, type WebPlatform } from "../../src/platforms/web/platform.ts";

const PASSWORD = "gull-over-the-harbor";
const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

let asked: Invocation[] = [];
let warned: unknown[] = [];

async function open(change: Partial<WebDependencies> = {}): Promise<WebPlatform> {
  asked = [];
  warned = [];
  const log: Log = { ...SILENT_LOG, warn: (facts, event) => void warned.push({ ...facts, event }) };
  const metrics = async () => "up 1\n";
  const web = createWeb({ port: 0, commands: [], log, clock: () => new Date(), metrics, ...change });
  await web.start({
    reply: async (invocation) => {
      asked.push(invocation);
      return { text: "fine" };
    },
    press: async () => ({ text: "" }),
    complete: async () => [],
    async left() {},
    async moved() {},
  });
  closers.push(() => web.stop());
  return web;
}

const logIn = (web: WebPlatform, password: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${web.url()}log-in`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams({ password }),
  });

const command = (web: WebPlatform, body: object | string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${web.url()}api/command`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** A request under any name; fetch would write its own. */
const getAs = (web: WebPlatform, path: string, headers: Readonly<Record<string, string>>): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(new URL(path, web.url()), { headers }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.once("error", reject);
    sent.end();
  });

test("without the password there is a log-in and nothing else", async () => {
  const web = await open({ password: PASSWORD });
  const page = await (await fetch(web.url())).text();
  expect(page).toContain('type="password"');
  for (const path of ["events?room=main", "page/app.js", "api/files/x", "pictures/x"])
    expect((await fetch(`${web.url()}${path}`)).status, path).toBe(401);
  expect((await command(web, { text: "/latest" })).status).toBe(401);
  expect((await command(web, { text: "/latest" }, { cookie: "pullquote-session=AAAA" })).status).toBe(401);
  expect((await fetch(`${web.url()}healthz`)).status).toBe(200);
  expect(asked).toEqual([]);
});

test("the password opens a session that no script reads and no other site sends, until one leaves", async () => {
  const web = await open({ password: PASSWORD });
  const answer = await logIn(web, PASSWORD);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  const cookie = answer.headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
  expect(cookie).not.toContain("Secure");
  const headers = { cookie: cookie.split(";")[0] ?? "" };
  expect((await command(web, { text: "/latest" }, headers)).status).toBe(200);
  expect(await (await fetch(web.url(), { headers })).text()).toContain('id="composer"');
  const secure = await logIn(web, PASSWORD, { "x-forwarded-proto": "https" });
  expect(secure.headers.get("set-cookie")).toContain("Secure");
  await fetch(`${web.url()}log-out`, { method: "POST", redirect: "manual", headers });
  expect((await command(web, { text: "/latest" }, headers)).status).toBe(401);
});

test("guesses are throttled, for the right password, too, until the minute is over", async () => {
  let nowMs = Date.UTC(2026, 10, 29);
  const web = await open({ password: PASSWORD, clock: () => new Date(nowMs) });
  for (let guess = 0; guess < 5; guess += 1) expect((await logIn(web, `guess-number-${guess}`)).status).toBe(401);
  expect((await logIn(web, PASSWORD)).status).toBe(429);
  nowMs += 61_000;
  expect((await logIn(web, PASSWORD)).status).toBe(303);
});

test("another site's form neither logs in nor asks anything, and its pages see no room", async () => {
  const web = await open({ password: PASSWORD });
  const { host } = new URL(web.url());
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }] as const) {
    expect((await logIn(web, PASSWORD, headers as Record<string, string>)).status).toBe(403);
    const open = { cookie: ((await logIn(web, PASSWORD)).headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
    expect((await command(web, { text: "/latest" }, { ...open, ...headers } as Record<string, string>)).status).toBe(
      403,
    );
    expect(await getAs(web, "/events?room=main", { ...open, ...headers })).toBe(403);
  }
  // Behind a proxy the page's own address begins with https.
  expect((await logIn(web, PASSWORD, { origin: `https://${host}` })).status).toBe(303);
});

test("beyond this machine the page needs a password; without one it stays and says so", async () => {
  const kept = await open({ host: "0.0.0.0" });
  expect(warned).toMatchObject([{ event: "page_kept_on_this_machine", host: "0.0.0.0" }]);
  expect(await getAs(kept, "/", { host: "news.example" })).toBe(403);
  const web = await open({ host: "0.0.0.0", password: PASSWORD });
  expect(warned).toEqual([]);
  expect(await getAs(web, "/", { host: "news.example" })).toBe(200);
});

test("how the bot is and its metrics are told under this machine's names or for the password", async () => {
  const web = await open({ password: PASSWORD });
  for (const path of ["/metrics", "/readyz"]) {
    expect(await getAs(web, path, { host: "evil.example" })).toBe(403);
    expect(await getAs(web, path, { host: "bot:8080", authorization: "Bearer not-the-password" })).toBe(403);
    expect(await getAs(web, path, { host: "bot:8080", authorization: `Bearer ${PASSWORD}` })).toBe(200);
    expect(await getAs(web, path, {})).toBe(200);
  }
});

test("a tab's name makes nobody another person", async () => {
  const web = await open();
  for (const client of ["one", "two", "three"]) await command(web, { text: "/latest", client });
  expect(new Set(asked.map(({ actor }) => actor.id)).size).toBe(1);
});

test("JSON that nests without end is refused at once, and a long string with marks is none", async () => {
  const web = await open();
  const startedAt = performance.now();
  expect((await command(web, "[".repeat(2_000_000))).status).toBe(400);
  expect((await command(web, `{"text":"/latest","file":${'{"a":'.repeat(300_000)}`)).status).toBe(400);
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  expect((await command(web, { text: `/search ${'["\\'.repeat(500)}` })).status).toBe(200);
});

test("names of rooms that are only looked at take no place from rooms where something was said", async () => {
  const web = await open();
  await command(web, { text: "/latest", room: "talk" });
  for (let each = 0; each < 60; each += 1) await getAs(web, `/events?room=r${each}`, {});
  const response = await fetch(`${web.url()}events?room=talk`);
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  await reader?.cancel();
  expect(first).toContain("/latest");
});
