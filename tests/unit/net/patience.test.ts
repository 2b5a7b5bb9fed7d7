/** News do not wait for pages of a server that takes connections and never answers. */

import { expect, test } from "vitest";
import type { Downloaded, DownloadRequest } from "../../../src/net/download.ts";
import { createPatience } from "../../../src/net/patience.ts";

const MINUTE_MS = 60_000;
const LATE = { status: "failed", kind: "timeout", httpStatus: null, retryAfterMs: null, reason: "late" } as const;
const GONE = { ...LATE, kind: "http", httpStatus: 404, reason: "gone" } as const;
const PAGE = { accept: "page" } as const;

function build() {
  let time = 0;
  let answer: Downloaded = LATE;
  const asked: (number | undefined)[] = [];
  const download = createPatience(
    async (_url: string, request?: DownloadRequest) => {
      asked.push(request?.timeoutMs);
      return answer;
    },
    () => time,
  );
  return {
    asked,
    pass(ms: number) {
      time += ms;
    },
    answerWith(given: Downloaded) {
      answer = given;
    },
    read: async (host: string, request: DownloadRequest = PAGE) =>
      (await download(`https://${host}/a`, request)) as typeof LATE,
  };
}

test("after the first page that never came the next are waited for less, and after the third none is asked for", async () => {
  const { asked, read } = build();
  for (let count = 0; count < 3; count += 1) await read("quay.example");
  expect(asked).toEqual([undefined, 10_000, 10_000]);
  expect((await read("quay.example")).reason).toMatch(/left alone/);
  expect(asked).toHaveLength(3);
});

test("after ten minutes one page is waited for as long as at first; then the rest is twice as long", async () => {
  const { asked, read, pass } = build();
  for (let count = 0; count < 3; count += 1) await read("quay.example");
  pass(10 * MINUTE_MS);
  await read("quay.example");
  expect(asked.slice(3)).toEqual([undefined]);
  pass(19 * MINUTE_MS);
  await read("quay.example");
  expect(asked).toHaveLength(4);
  pass(MINUTE_MS);
  await read("quay.example");
  expect(asked).toHaveLength(5);
});

test("any answer, also that there is no such page, gives the host its whole time back", async () => {
  const { asked, read, answerWith } = build();
  await read("quay.example");
  await read("quay.example");
  answerWith(GONE);
  await read("quay.example");
  answerWith(LATE);
  await read("quay.example");
  expect(asked).toEqual([undefined, 10_000, 10_000, undefined]);
});

test("other hosts, and feeds of the same one, are asked as ever", async () => {
  const { asked, read } = build();
  for (let count = 0; count < 5; count += 1) await read("quay.example");
  await read("hill.example");
  await read("quay.example", { accept: "feed" });
  expect(asked.slice(3)).toEqual([undefined, undefined]);
});
