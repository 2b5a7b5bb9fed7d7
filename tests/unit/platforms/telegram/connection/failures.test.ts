/** What each answer of the Bot API server means for a post: the answers are facts, the outcomes are promises. */

import { TelegramError } from "telegraf";
import { describe, expect, test } from "vitest";
import type { SendResult } from "../../../../../src/domain/subscription.ts";
import {
  NotSentError,
  scrub,
  toFailure,
  toSendResult,
} from "../../../../../src/platforms/telegram/connection/failures.ts";

const settle = (code: number, description: string, parameters?: object): SendResult =>
  toSendResult(toFailure(new TelegramError({ error_code: code, description, ...(parameters ? { parameters } : {}) })));

describe("answers of the server", () => {
  test.each([
    [403, "Forbidden: bot was blocked by the user"],
    [403, "Forbidden: user is deactivated"],
    [403, "Forbidden: bot was kicked from the group chat"],
    [403, "Forbidden: bot was kicked from the supergroup chat"],
    [403, "Forbidden: bot was kicked from the channel chat"],
    [403, "Forbidden: bot is not a member of the group chat"],
    [403, "Forbidden: bot is not a member of the supergroup chat"],
    [403, "Forbidden: bot is not a member of the channel chat"],
    [403, "Forbidden: the group chat was deleted"],
    [403, "Forbidden: bot can't initiate conversation with a user"],
  ])("%i %s: the place is gone", (code, description) => {
    expect(settle(code, description).outcome).toBe("gone");
  });

  // Rights come back, topics are opened again, and Telegram itself errs: one refusal does not end a channel's news.
  test.each([
    [403, "Forbidden: something new"],
    [400, "Bad Request: chat not found"],
    [400, "Bad Request: have no write access to the chat"],
    [400, "Bad Request: need administrator rights in the channel chat"],
    [400, "Bad Request: not enough rights to send text messages to the chat"],
    [400, "Bad Request: TOPIC_CLOSED"],
    [400, "Bad Request: message thread not found"],
  ])("%i %s: the place refuses the bot for now", (code, description) => {
    expect(settle(code, description).outcome).toBe("forbidden");
  });

  test.each([
    [429, "Too Many Requests: retry after 7", { retry_after: 7 }, 7_000],
    [429, "Too Many Requests: retry later", undefined, 5_000],
    [500, "Internal Server Error: restart", undefined, 15_000],
    [502, "Bad Gateway", undefined, 15_000],
    [401, "Unauthorized", undefined, 300_000],
    [400, "Bad Request: group chat was upgraded to a supergroup chat", { migrate_to_chat_id: -1001234567890 }, 10_000],
    [
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
      undefined,
      10_000,
    ],
    [
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      undefined,
      10_000,
    ],
    [409, "Conflict: terminated by setWebhook request", undefined, 10_000],
  ])("%i %s: the post is retried", (code, description, parameters, afterMs) => {
    expect(settle(code, description, parameters)).toMatchObject({ outcome: "retry", afterMs });
  });

  test.each([
    'Bad Request: can\'t parse entities: Unsupported start tag "p" at byte offset 0',
    "Bad Request: message is too long",
    "Bad Request: message caption is too long",
    "Bad Request: message text is empty",
    "Bad Request: text must be non-empty",
    "Bad Request: text is too long",
    "Bad Request: chat_id is empty",
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
    "Bad Request: message can't be edited",
    "Bad Request: reply markup is too long",
  ])("400 %s: this message can never be sent, the place is fine", (description) => {
    expect(settle(400, description).outcome).toBe("refused");
  });

  test("the new id of a group is read from the answer", () => {
    const error = new TelegramError({
      error_code: 400,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: { migrate_to_chat_id: -1001234567890 },
    });
    expect(toFailure(error)).toMatchObject({ kind: "moved", movedTo: -1001234567890 });
  });
});

describe("faults of the network", () => {
  const fault = (message: string, code?: string): Error =>
    Object.assign(new Error(message), code === undefined ? {} : { code });

  test.each([
    ["request failed, reason: getaddrinfo ENOTFOUND api.telegram.org", "ENOTFOUND"],
    ["request failed, reason: getaddrinfo EAI_AGAIN api.telegram.org", "EAI_AGAIN"],
    ["request failed, reason: connect ECONNREFUSED 127.0.0.1:1", "ECONNREFUSED"],
    ["request failed, reason: connect ETIMEDOUT 1.2.3.4:443", "ETIMEDOUT"],
    ["request failed, reason: ", "ETIMEDOUT"],
    ["request failed, reason: certificate has expired", "CERT_HAS_EXPIRED"],
  ])("%s: nothing left, so the post is retried", (message, code) => {
    expect(toSendResult(toFailure(fault(message, code))).outcome).toBe("retry");
  });

  test.each([
    ["request failed, reason: read ECONNRESET", "ECONNRESET"],
    ["request failed, reason: read ETIMEDOUT", "ETIMEDOUT"],
    ["request failed, reason: socket hang up", "ECONNRESET"],
    ["The user aborted a request.", undefined],
    ["invalid json response body at https://api.telegram.org/bot1/sendMessage reason: Unexpected token", undefined],
  ])("%s: it may have arrived", (message, code) => {
    expect(toSendResult(toFailure(fault(message, code))).outcome).toBe("uncertain");
  });

  test("what our own lanes refuse certainly was not sent", () => {
    expect(toSendResult(toFailure(new NotSentError("too much is waiting to be sent", 700)))).toEqual({
      outcome: "retry",
      afterMs: 700,
      isUntried: true,
      reason: "too much is waiting to be sent",
    });
  });

  test("a token in an error never gets into a reason", () => {
    const message =
      "invalid json response body at https://api.telegram.org/bot7000000001:AAEsecret_part-of-token/getMe";
    expect(scrub(message)).not.toContain("AAEsecret");
    expect(toFailure(new Error(message)).reason).not.toContain("AAEsecret");
  });
});
