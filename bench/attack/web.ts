/** Other sites and other names at the web page's door. */

import { request } from "node:http";
import { startCounting, type Tally } from "./tally.ts";
import type { Target } from "./target.ts";

const FOREIGN_HOSTS = [
  "evil.example",
  "evil.example:80",
  "127.0.0.1.evil.example",
  "localhost.evil.example",
  "169.254.169.254",
  "127.0.0.1@evil.example",
  "127.0.0.1:8080:80",
  "[::2]",
  "localhost:99999999",
];
const FOREIGN_PAGES = [
  { origin: "https://evil.example" },
  { origin: "null" },
  { origin: "http://localhost.evil.example" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "same-site" },
  { origin: "http://127.0.0.1:1", "sec-fetch-site": "cross-site" },
];

function send(
  target: Target,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string,
): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(new URL(path, target.webUrl), { method, headers }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    sent.once("error", () => resolve(0));
    sent.end(body);
  });
}

export async function attackWeb(target: Target): Promise<Tally> {
  const counting = startCounting("other sites at the page's door");
  const json = { "content-type": "application/json" };
  const command = JSON.stringify({ text: "/subscribe everything", room: "forged" });
  const isRefused = (status: number): boolean => status === 0 || status >= 400;
  for (const host of FOREIGN_HOSTS) {
    for (const path of ["/", "/events?room=main", "/metrics", "/readyz", "/page/app.js", "/api/files/x"])
      counting.attack(`GET ${path} as ${host}`, isRefused(await send(target, "GET", path, { host })));
    counting.attack(
      `a command as ${host}`,
      isRefused(await send(target, "POST", "/api/command", { ...json, host }, command)),
    );
  }
  for (const headers of FOREIGN_PAGES) {
    for (const path of ["/api/command", "/api/press", "/api/suggest"])
      counting.attack(
        `${path} of ${JSON.stringify(headers)}`,
        isRefused(await send(target, "POST", path, { ...json, ...headers } as Record<string, string>, command)),
      );
    counting.attack(
      `a stream of ${JSON.stringify(headers)}`,
      isRefused(await send(target, "GET", "/events?room=main", headers as Record<string, string>)),
    );
  }
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=a"])
    counting.attack(
      `a form of ${type}`,
      isRefused(await send(target, "POST", "/api/command", { "content-type": type }, command)),
    );
  for (const path of [
    "/page/../../package.json",
    "/page/%2e%2e/%2e%2e/package.json",
    "/page/..%2f..%2f.env",
    "//evil.example/",
    "/api/files/../../.env",
    "/page/app.js%00.html",
    "/page/__proto__",
  ])
    counting.attack(`GET ${path}`, isRefused(await send(target, "GET", path, {})));
  for (const method of ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS"])
    counting.attack(`${method} /api/command`, isRefused(await send(target, method, "/api/command", json)));
  // Sixty names of rooms, and then the forged subscription is looked for where it would stand.
  for (let index = 0; index < 60; index += 1) await send(target, "GET", `/events?room=r${index}`, {});
  const { text } = await target.askWeb("/subscriptions", { room: "forged" });
  counting.attack("nothing was subscribed", !/everything/i.test(text));
  return counting.end();
}
