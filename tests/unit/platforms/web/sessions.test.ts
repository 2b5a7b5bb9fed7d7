/** Who sends the page's password with a request, as programs write it. */

import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { createSessions } from "../../../../src/platforms/web/sessions.ts";
import { NOW } from "../../../helpers/build.ts";

const PASSWORD = "Möwe à la cité";

/** Node reads each byte of a header as one letter. */
const asHeader = (bytes: Buffer): string => bytes.toString("latin1");
const toRequest = (authorization: string): IncomingMessage =>
  ({ headers: { authorization }, socket: { remoteAddress: "192.0.2.7" } }) as IncomingMessage;

test.each([
  ["Bearer, UTF-8", asHeader(Buffer.from(`Bearer ${PASSWORD}`, "utf8")), true],
  ["Bearer, Latin-1", asHeader(Buffer.from(`Bearer ${PASSWORD}`, "latin1")), true],
  ["Basic, UTF-8", `Basic ${Buffer.from(`anna:${PASSWORD}`, "utf8").toString("base64")}`, true],
  ["Basic, Latin-1", `Basic ${Buffer.from(`anna:${PASSWORD}`, "latin1").toString("base64")}`, true],
  ["another password", `Bearer ${PASSWORD.slice(0, -1)}`, false],
  ["none", "Bearer ", false],
])("a password with letters beyond ASCII opened by Basic alone: %s", (_, authorization, isRight) => {
  const sessions = createSessions(PASSWORD, () => NOW);
  expect(sessions.isBearer(toRequest(authorization))).toBe(isRight);
});
