/** Pictures for the page: only what is one, of a size, once, and kept for a while. */

import { expect, test } from "vitest";
import { createFetchPicture } from "../../../src/answers/fetch-picture.ts";
import type { Download, DownloadRequest } from "../../../src/net/download.ts";
import { buildJpeg, buildPng } from "../../helpers/pictures.ts";

const URL_OF = (name: string): string => `https://quayside.example/${name}.jpg`;

function open(body: Uint8Array | null, contentType: string | null = "image/jpeg") {
  const asked: string[] = [];
  const requests: (DownloadRequest | undefined)[] = [];
  let nowMs = 0;
  const download = (async (url: string, request?: DownloadRequest) => {
    asked.push(url);
    requests.push(request);
    await Promise.resolve();
    if (body === null)
      return { status: "failed", kind: "http", httpStatus: 404, retryAfterMs: null, reason: "HTTP 404" };
    return { status: "fresh", url, body, contentType };
  }) as unknown as Download;
  const fetchPicture = createFetchPicture({ download, clock: () => new Date(nowMs) });
  return { fetchPicture, asked, requests, wait: (ms: number) => (nowMs += ms) };
}

test("a picture comes with the kind its bytes tell, not the one its server names", async () => {
  const { fetchPicture, requests } = open(buildPng(640, 360), "image/jpeg");
  expect(await fetchPicture(URL_OF("quay"))).toEqual({ contentType: "image/png", bytes: buildPng(640, 360) });
  expect(requests[0]).toMatchObject({ accept: "picture", bytesMax: 2_000_000, timeoutMs: 10_000 });
});

test.each([
  ["a page in a picture's place", buildJpeg(640, 360), "text/html; charset=utf-8"],
  ["a drawing", Buffer.from("<svg onload='x()'/>".padEnd(60)), "image/svg+xml"],
  ["a drawing called a JPEG", Buffer.from("<svg onload='x()'/>".padEnd(60)), "image/jpeg"],
  ["a picture called a drawing", buildJpeg(640, 360), "image/svg+xml"],
  ["a pixel", buildPng(1, 1), "image/png"],
  ["a banner", buildPng(970, 90), "image/png"],
  ["a picture no browser should unpack", buildPng(30_000, 30_000), "image/png"],
])("%s is not shown", async (_, body, contentType) => {
  expect(await open(body, contentType).fetchPicture(URL_OF("quay"))).toBeNull();
});

test.each(["https://quayside.example/logo.png", "file:///etc/passwd", "https://quayside.example/a.svg", "no address"])(
  "%s is not even asked for",
  async (url) => {
    const { fetchPicture, asked } = open(buildJpeg(640, 360));
    expect(await fetchPicture(url)).toBeNull();
    expect(asked).toEqual([]);
  },
);

test("one that is asked for by many at once, and again later, is fetched once", async () => {
  const { fetchPicture, asked } = open(buildJpeg(640, 360));
  await Promise.all([1, 2, 3].map(() => fetchPicture(URL_OF("quay"))));
  await fetchPicture(URL_OF("quay"));
  expect(asked).toHaveLength(1);
});

test("an address without a picture is left alone for ten minutes", async () => {
  const { fetchPicture, asked, wait } = open(null);
  await fetchPicture(URL_OF("quay"));
  await fetchPicture(URL_OF("quay"));
  expect(asked).toHaveLength(1);
  wait(600_000);
  await fetchPicture(URL_OF("quay"));
  expect(asked).toHaveLength(2);
});

test("of many large ones the oldest are let go", async () => {
  const { fetchPicture, asked } = open(Buffer.concat([buildJpeg(640, 360), Buffer.alloc(1_900_000)]));
  for (let n = 0; n < 10; n += 1) await fetchPicture(URL_OF(`quay${n}`));
  await fetchPicture(URL_OF("quay9"));
  expect(asked).toHaveLength(10);
  await fetchPicture(URL_OF("quay0"));
  expect(asked).toHaveLength(11);
});
