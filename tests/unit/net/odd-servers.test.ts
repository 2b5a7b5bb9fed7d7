/** Servers that break the rules of HTTP: what can be read is read, and what cannot is a failure in words, never a fault. */

import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { createDownload } from "../../../src/net/download.ts";

const OK = "HTTP/1.1 200 OK\r\n";
const ANSWERS: Readonly<Record<string, string>> = {
  "/minus": `${OK}Content-Length: -1\r\n\r\n<rss/>`,
  "/header": `${OK}No Header At All\r\nContent-Length: 6\r\n\r\n<rss/>`,
  "/status": "HTTP/1.1 fine\r\nContent-Length: 6\r\n\r\n<rss/>",
  "/chunks": `${OK}Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss/>`,
  "/greeting": "Good day to you.\r\n",
  "/none": `${OK}Content-Length: 6\r\nContent-Encoding: none\r\n\r\n<rss/>`,
  "/charset": `${OK}Content-Length: 6\r\nContent-Encoding: UTF-8\r\n\r\n<rss/>`,
  "/accent": "HTTP/1.1 302 Found\r\nLocation: /entrée\r\nContent-Length: 0\r\n\r\n",
  "/entr%C3%A9e": `${OK}Content-Length: 6\r\n\r\n<rss/>`,
  "/challenge": "HTTP/1.1 403 Forbidden\r\ncf-mitigated: challenge\r\nContent-Length: 2\r\n\r\nno",
};
const SENDS_ON =
  "HTTP/1.1 302 Found\r\nSet-Cookie: met=1; Path=/; HttpOnly\r\nLocation: /cookie\r\nContent-Length: 0\r\n\r\n";

let server: Server;
let base: string;
let net: ReturnType<typeof createDownload>;
const asked: string[] = [];

beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      const request = data.toString("latin1");
      asked.push(request);
      const path = request.split(" ")[1] ?? "";
      const isMet = /^cookie: met=1\r$/im.test(request);
      socket.end((path === "/cookie" ? (isMet ? ANSWERS["/none"] : SENDS_ON) : ANSWERS[path]) ?? "");
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  base = `http://${host}`;
  net = createDownload({ userAgent: "Pullquote/1", allowedHosts: [host] });
});
afterAll(async () => {
  await net.close();
  server.close();
});

test.each(["/minus", "/header", "/status", "/chunks", "/greeting"])("%s is a failure in words", async (path) => {
  expect(await net.download(`${base}${path}`, { accept: "feed" })).toMatchObject({
    status: "failed",
    kind: "network",
    reason: "127.0.0.1 answers in a way that is no HTTP.",
  });
});

test.each(["/none", "/charset", "/accent", "/cookie"])("%s is read all the same", async (path) => {
  const answer = await net.download(`${base}${path}`, { accept: "feed" });
  expect(answer.status === "fresh" ? Buffer.from(answer.body).toString() : answer).toBe("<rss/>");
});

test("a cookie goes back only on the way it came", async () => {
  asked.length = 0;
  await net.download(`${base}/cookie`);
  await net.download(`${base}/none`);
  expect(asked.map((request) => /^cookie:/im.test(request))).toEqual([false, true, false]);
});

test("a check for robots in the place of a feed is told, with what to do", async () => {
  const answer = await net.download(`${base}/challenge`, { accept: "feed" });
  expect(answer).toMatchObject({
    status: "failed",
    reason: expect.stringContaining("a check for robots. Ask the site"),
  });
  const page = `<!DOCTYPE html><html><body><script src="/cdn-cgi/challenge-platform/h/b"></script></body></html>`;
  await expect(parseFeed(Buffer.from(page), "text/html", base)).rejects.toThrow("a check for robots. Ask it to let");
});
