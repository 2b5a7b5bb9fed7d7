/** Whatever servers answer: hints are bounded numbers, and bodies are unpacked or refused with the documented errors. */

import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { EncodingError, TooLargeError, unpack } from "../../../src/net/body.ts";
import { readCacheHints, readRetryAfter } from "../../../src/net/hints.ts";
import { fc } from "../../helpers/property.ts";

const NOW = new Date("2026-11-23T12:00:00Z");
const BYTES_MAX = 10_000;

test("any headers give a wait that is a number of milliseconds, or none", () => {
  const value = fc.oneof(
    fc.string({ maxLength: 40, unit: "binary" }),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.integer().map(String),
    fc.constantFrom(
      "max-age=",
      "max-age=99999999999999",
      "no-cache",
      "0",
      "-1",
      "Mon, 23 Nov 2026 12:00:00",
      "public, max-age=60",
    ),
  );
  const headers = fc.dictionary(
    fc.constantFrom("retry-after", "cache-control", "expires", "date", "age"),
    fc.oneof(value, fc.array(value, { maxLength: 3 })),
  );
  fc.assert(
    fc.property(headers, (given) => {
      const { maxAgeMs, retryAfterMs } = readCacheHints(given, NOW);
      for (const each of [maxAgeMs, retryAfterMs, readRetryAfter(given, NOW)]) {
        expect(each === null || (Number.isFinite(each) && each >= 0), JSON.stringify(given)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test("any body under any label is unpacked within its budget, or refused", async () => {
  const label = fc.oneof(
    fc.constantFrom("gzip", "x-gzip", "br", "deflate", "identity", "gzip, br", "", "GZIP", "zstd"),
    fc.string({ maxLength: 10 }),
    fc.constant(null),
  );
  const pack = fc.constantFrom(
    (bytes: Uint8Array) => Buffer.from(bytes),
    gzipSync,
    brotliCompressSync,
    deflateSync,
    deflateRawSync,
    (bytes: Uint8Array) => gzipSync(bytes).subarray(0, 15),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 300 }),
      fc.nat(200),
      pack,
      label,
      async (bytes, times, packed, name) => {
        const body = packed(Buffer.concat(Array.from({ length: times + 1 }, () => bytes)));
        try {
          const unpacked = await unpack(body, name, BYTES_MAX);
          expect(unpacked.length).toBeLessThanOrEqual(Math.max(BYTES_MAX, body.length));
        } catch (error) {
          expect(error instanceof TooLargeError || error instanceof EncodingError, String(error)).toBe(true);
        }
      },
    ),
    { numRuns: 400 },
  );
});
