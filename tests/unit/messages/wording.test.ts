import { expect, test } from "vitest";
import { toFeedId, toSubscriptionId } from "../../../src/domain/id.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { describeSubscription, toCount, toDay } from "../../../src/messages/wording.ts";

test("counts and days", () => {
  expect(toCount(1, "post")).toBe("1 post");
  expect(toCount(0, "post")).toBe("0 posts");
  expect(toDay(new Date("2026-11-21T23:59:00Z"))).toBe("21 Nov 2026");
});

test("a subscription is described by everything that narrows it", () => {
  const subscription = {
    id: toSubscriptionId(1),
    number: 1,
    destination: { platform: "web", address: "main" } as const,
    filter: {
      ...EMPTY_FILTER,
      feedIds: [toFeedId("harbor-wire")],
      words: ["ferry"],
      excludedWords: ["football"],
      speakers: ["Ada Lindqvist"],
      languages: ["en"],
    },
    display: DEFAULT_DISPLAY,
    createdAt: new Date(0),
    pausedReason: null,
  };
  expect(describeSubscription(subscription, [], sayIn("en"))).toBe(
    "harbor-wire, with “ferry”, without “football”, quoting Ada Lindqvist, in English",
  );
  expect(describeSubscription({ ...subscription, filter: EMPTY_FILTER }, [], sayIn("en"))).toBe("all feeds");
});
