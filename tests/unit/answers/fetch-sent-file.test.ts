/** Files people sent, fetched from a real server on loopback. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { createFetchFile, listPlatformHosts } from "../../../src/answers/fetch-sent-file.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { FetchFile } from "../../../src/domain/sent-file.ts";
import { createDownload } from "../../../src/net/download.ts";
import { createFiles } from "../../../src/platforms/discord/files.ts";
import { type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

let own: NewsServer;
let other: NewsServer;
let net: ReturnType<typeof createDownload>;
let fetchFile: FetchFile;

beforeAll(async () => {
  own = await startNewsServer({ "/list": "text" });
  other = await startNewsServer({ "/list": "elsewhere" });
  own.set("/away", { status: 302, headers: { location: `${other.url}/list` } });
  // Even where the other server may be asked, its files are not this platform's.
  net = createDownload({ userAgent: "Test", allowedHosts: [own.host, other.host] });
  fetchFile = createFetchFile({ download: net.download, log: SILENT_LOG });
});
afterAll(async () => {
  await net.close();
  await Promise.all([own.close(), other.close()]);
});

test("a file is fetched from its platform", async () => {
  expect(Buffer.from(await fetchFile(`${own.url}/list`, [own.url])).toString()).toBe("text");
});

test.each([
  ["lies elsewhere", () => `${other.url}/list`],
  ["is sent on to elsewhere", () => `${own.url}/away`],
])("a file that %s is not fetched", async (_name, url) => {
  await expect(fetchFile(url(), [own.url])).rejects.toMatchObject({ code: "unavailable" });
  expect(other.requests).toEqual([]);
});

test("Discord's files are fetched from its own hosts, and from a private one only where it is the API's", async () => {
  const attachment = { name: "list.json", contentType: null, size: 4, url: `${own.url}/list` };
  const given = attachment as unknown as Parameters<ReturnType<typeof createFiles>>[0];
  await expect(createFiles(fetchFile, null)(given).read()).rejects.toMatchObject({ code: "unavailable" });
  const bytes = await createFiles(fetchFile, `${own.url}/api`)(given).read();
  expect(Buffer.from(bytes).toString()).toBe("text");
  const asked: string[] = [];
  const note: FetchFile = async (_url, origins) => {
    asked.push(...origins);
    return new Uint8Array();
  };
  await createFiles(note, null)(given).read();
  expect(asked).toEqual(["https://cdn.discordapp.com", "https://media.discordapp.net"]);
});

test("the hosts of the interfaces are those that are set", () => {
  expect(listPlatformHosts([null, "http://127.0.0.1:8081/bots/", "https://api.example"])).toEqual([
    "127.0.0.1:8081",
    "api.example",
  ]);
});
