import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { describe, expect, test } from "vitest";
import { isWaitTooLong } from "../../../../src/platforms/discord/client.ts";
import { findFailure, toSendResult } from "../../../../src/platforms/discord/failures.ts";
import { describeStartFailure } from "../../../../src/platforms/discord/start-failure.ts";

const REQUEST = { body: null, files: undefined };
const apiError = (status: number, code: number | undefined): DiscordAPIError =>
  new DiscordAPIError({ code: code ?? 0, message: "said" }, code as number, status, "POST", "/x", REQUEST);
const withCode = (code: string): Error => Object.assign(new Error("network"), { code });
const abort = (): Error => Object.assign(new Error("aborted"), { name: "AbortError" });
const rateLimit = (retryAfter: number): RateLimitError =>
  new RateLimitError({
    retryAfter,
    timeToReset: 0,
    sublimitTimeout: 0,
    limit: 5,
    method: "POST",
    hash: "h",
    url: "/x",
    route: "/x",
    majorParameter: "1",
    global: false,
    scope: "user",
  });

test.each([
  ["Unknown Channel", apiError(404, 10003), "gone"],
  ["Unknown Guild", apiError(404, 10004), "gone"],
  ["no direct messages", apiError(403, 50007), "forbidden"],
  ["Missing Access", apiError(403, 50001), "forbidden"],
  ["Missing Permissions", apiError(403, 50013), "forbidden"],
  ["an unknown 403 of Discord's", apiError(403, 12345), "forbidden"],
  ["our payload", apiError(400, 50035), "malformed"],
  ["our empty message", apiError(400, 50006), "malformed"],
  ["AutoMod", apiError(400, 200000), "refused"],
  ["an archived thread", apiError(400, 50083), "archived"],
  ["a deleted message", apiError(404, 10008), "missing-message"],
  ["a late interaction", apiError(404, 10062), "expired"],
  ["a second acknowledgment", apiError(400, 40060), "expired"],
  ["a message published already", apiError(400, 40033), "expired"],
  ["an interaction token after 15 minutes", apiError(401, 50027), "expired"],
  ["a bad token", apiError(401, 0), "unauthorized"],
  ["a forgotten token", new Error("Expected token to be set for this request, but none was present"), "unauthorized"],
  ["a page of Cloudflare's", apiError(403, undefined), "blocked"],
  ["an overload", apiError(503, 130000), "busy"],
  ["an error of Discord's", new HTTPError(502, "Bad Gateway", "POST", "/x", REQUEST), "lost"],
  ["a timeout", abort(), "lost"],
  ["a cut connection", withCode("UND_ERR_SOCKET"), "lost"],
  ["a connect timeout", withCode("UND_ERR_CONNECT_TIMEOUT"), "lost"],
  ["a reset deeper down", new TypeError("fetch failed", { cause: withCode("ECONNRESET") }), "lost"],
  ["a name not found", withCode("ENOTFOUND"), "lost"],
  ["a long wait", rateLimit(60_000), "rate-limited"],
])("%s is read as such", (_, error, kind) => {
  expect(findFailure(error)).toMatchObject({
    kind,
    reason: expect.stringMatching(/^(?:the|this|Discord(?:'s)?) .*[^.]$/),
  });
});

test("a fault of our own is none of Discord's failures", () => {
  expect(findFailure(new TypeError("x is not a function"))).toBeNull();
  expect(findFailure("text")).toBeNull();
});

describe("the result of a send", () => {
  const resultOf = (error: unknown, history = { lostCount: 1 }) => {
    const failure = findFailure(error);
    if (failure === null) throw new Error("no failure");
    return toSendResult(failure, history);
  };

  test("waits as long as Discord says", () => {
    expect(resultOf(rateLimit(90_000))).toMatchObject({ outcome: "retry", afterMs: 90_000 });
  });

  test("a right that is missing is a refusal for now: it may be given back", () => {
    expect(resultOf(apiError(403, 50013))).toMatchObject({ outcome: "forbidden" });
  });

  test("never waits longer than five minutes for a lost answer", () => {
    expect(resultOf(abort(), { lostCount: 1000 })).toMatchObject({ afterMs: 300_000 });
  });

  test("never repeats what Discord does not accept, and leaves the channel alone", () => {
    expect(resultOf(apiError(400, 50035))).toMatchObject({ outcome: "refused" });
  });
});

test.each([
  [5000, false],
  [20_000, false],
  [20_001, true],
  [3_600_000, true],
  [0, true],
])("a wait of %i ms goes back to the outbox: %s", (retryAfter, isLong) => {
  expect(isWaitTooLong({ retryAfter, timeToReset: retryAfter, sublimitTimeout: 0 })).toBe(isLong);
});

test.each([
  [Object.assign(new Error("closed"), { code: 4004 }), "DISCORD_TOKEN"],
  [Object.assign(new Error("closed"), { code: 4014 }), "Guilds"],
  [new Error("Used disallowed intents"), "Guilds"],
  [apiError(401, 0), "DISCORD_TOKEN"],
  [withCode("ECONNREFUSED"), "cannot be reached"],
  [new HTTPError(503, "", "GET", "/gateway/bot", REQUEST), "error 503"],
  [new Error("Not enough sessions remaining"), "Not enough sessions remaining"],
])("a start that failed with %s says what to mend", (error, text) => {
  expect(describeStartFailure(error)).toContain(text);
});
