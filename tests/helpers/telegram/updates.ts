/** Updates as the server hands them out: kept until confirmed by an offset, one long poll at a time. */

import type { Params } from "./body.ts";
import { conflict } from "./refusal.ts";

export interface Updates {
  /** Queues an update of one kind, if that kind was asked for. */
  push(kind: string, value: unknown): number;
  /** Queues the same update again, as after a lost confirmation. */
  repeat(updateId: number): void;
  /** Waits for updates from the offset on; a second poller ends the first with 409. */
  poll(params: Params, isGone: () => boolean): Promise<readonly unknown[]>;
  /** From now on each update is posted there until it is taken; null goes back to polling. */
  deliverTo(post: ((update: unknown) => Promise<boolean>) | null): void;
  waiting(): number;
  close(): void;
}

interface Update {
  readonly update_id: number;
  readonly [kind: string]: unknown;
}

const NOT_BY_DEFAULT = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

export function createUpdates(): Updates {
  let queue: Update[] = [];
  const all: Update[] = [];
  /** Handed out once more whatever the offset says. */
  const repeated = new Set<Update>();
  let nextId = 1_001;
  let allowed: readonly string[] = [];
  let held: { readonly end: (error: Error | null) => void } | null = null;

  let deliver: ((update: unknown) => Promise<boolean>) | null = null;

  async function deliverAll(): Promise<void> {
    for (const update of [...queue]) {
      const isTaken = deliver !== null && (await deliver(update).catch(() => false));
      if (isTaken) queue = queue.filter((each) => each !== update);
    }
  }

  const isAllowed = (kind: string): boolean =>
    allowed.length === 0 ? !NOT_BY_DEFAULT.has(kind) : allowed.includes(kind);

  return {
    push(kind, value) {
      const update: Update = { update_id: nextId, [kind]: value };
      nextId += 1;
      if (!isAllowed(kind)) return update.update_id;
      queue.push(update);
      all.push(update);
      held?.end(null);
      void deliverAll();
      return update.update_id;
    },
    repeat(updateId) {
      const update = all.find((each) => each.update_id === updateId);
      if (update === undefined) throw new Error(`There was no update ${updateId}.`);
      repeated.add(update);
      queue = [update, ...queue.filter((each) => each !== update)];
      held?.end(null);
    },
    async poll(params, isGone) {
      held?.end(conflict());
      if (params["allowed_updates"] !== undefined) allowed = params["allowed_updates"] as string[];
      const offset = Number(params["offset"] ?? 0);
      const limit = Math.min(100, Number(params["limit"] ?? 100));
      const timeoutMs = Math.min(50, Number(params["timeout"] ?? 0)) * 1000;
      queue = queue.filter((update) => update.update_id >= offset || repeated.has(update));
      if (queue.length === 0 && timeoutMs > 0) {
        await new Promise<void>((resolve, reject) => {
          const timer = setTimeout(() => mine.end(null), timeoutMs);
          const mine = {
            end(error: Error | null) {
              clearTimeout(timer);
              if (held === mine) held = null;
              if (error === null) resolve();
              else reject(error);
            },
          };
          held = mine;
        });
      }
      if (isGone()) return [];
      const handed = queue.slice(0, limit);
      queue = queue.filter((update) => !repeated.has(update) || !handed.includes(update));
      for (const update of handed) repeated.delete(update);
      return handed;
    },
    deliverTo(post) {
      deliver = post;
      void deliverAll();
    },
    waiting: () => queue.length,
    close() {
      held?.end(null);
    },
  };
}
