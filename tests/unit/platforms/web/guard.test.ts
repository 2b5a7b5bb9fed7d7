/** Whom the page's server answers. */

import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { isLoopbackHost, isSameOrigin } from "../../../../src/platforms/web/guard.ts";

test.each([
  ["localhost:8080", true],
  ["127.0.0.1", true],
  ["[::1]:8080", true],
  ["evil.example", false],
  ["localhost.evil.example", false],
  ["127.0.0.1.evil.example:8080", false],
  ["evil.example:8080@localhost", false],
  [undefined, false],
])("host %s is ours: %s", (host, expected) => {
  expect(isLoopbackHost(host)).toBe(expected);
});

test.each([
  [{ host: "localhost:1", origin: "http://localhost:1" }, true],
  [{ host: "localhost:1" }, true],
  [{ host: "localhost:1", origin: "http://localhost:2" }, false],
  [{ host: "localhost:1", origin: "https://evil.example" }, false],
  [{ host: "localhost:1", origin: "null" }, false],
  [{ host: "localhost:1", "sec-fetch-site": "cross-site" }, false],
  [{ host: "localhost:1", "sec-fetch-site": "same-site" }, false],
])("a POST with %j is the page's own: %s", (headers, expected) => {
  expect(isSameOrigin({ headers } as unknown as IncomingMessage)).toBe(expected);
});
