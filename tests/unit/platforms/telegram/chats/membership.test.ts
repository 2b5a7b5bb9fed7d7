/** Whom the bot greets: those it was added to, and not a group that only changed its kind. */

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Answer } from "../../../../../src/domain/platform.ts";
import { SILENT_LOG } from "../../../../../src/domain/platform.ts";
import type { IncomingMembership, IncomingMessage } from "../../../../../src/platforms/telegram/chats/incoming.ts";
import { createMembership, type Membership } from "../../../../../src/platforms/telegram/chats/membership.ts";

const GROUP = -500;
const SUPERGROUP = -100500;

let greeted: unknown[];
let moved: unknown[];
let membership: Membership;

beforeEach(() => {
  vi.useFakeTimers();
  [greeted, moved] = [[], []];
  const answer: Answer = {
    reply: async () => ({ text: "" }),
    press: async () => ({ text: "" }),
    complete: async () => [],
    left: async () => {},
    moved: async (...places) => void moved.push(places),
  };
  const client = {
    call: async (_method: string, params: Readonly<Record<string, unknown>>) => void greeted.push(params["chat_id"]),
  };
  const dependencies = { client, answer, rights: { forget: () => {} }, log: SILENT_LOG };
  membership = createMembership(dependencies as unknown as Parameters<typeof createMembership>[0]);
});
afterEach(() => vi.useRealTimers());

const joins = (id: number, type: string): Promise<void> =>
  membership.onChange({
    chat: { id, type },
    from: { id: 7 },
    old_chat_member: { status: "left" },
    new_chat_member: { status: "member" },
  } as unknown as IncomingMembership);
const says = (id: number, more: object): Promise<boolean> =>
  membership.onMigration({ message_id: 1, chat: { id, type: "supergroup" }, ...more } as unknown as IncomingMessage);

test.each(["group", "supergroup"])("a %s the bot was added to is greeted, once", async (type) => {
  await joins(SUPERGROUP, type);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(greeted).toEqual([SUPERGROUP]);
});

test.each([
  [
    "before the move is told",
    [() => joins(SUPERGROUP, "supergroup"), () => says(GROUP, { migrate_to_chat_id: SUPERGROUP })],
  ],
  ["after it", [() => says(SUPERGROUP, { migrate_from_chat_id: GROUP }), () => joins(SUPERGROUP, "supergroup")]],
] as const)("a group upgraded to a supergroup is not greeted again: joined %s", async (_, steps) => {
  for (const step of steps) await step();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(greeted).toEqual([]);
  expect(moved).toHaveLength(1);
});
