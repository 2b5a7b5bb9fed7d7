/** A platform whose token one process at a time may use: this one stands by until the token's seat is its own. */

import { toMessage } from "../domain/errors.ts";
import type { Answer, Duty, Log, Platform } from "../domain/platform.ts";
import type { SeatGroup } from "../domain/processes/process-store.ts";
import type { SendResult } from "../domain/subscription.ts";

const RETRY_MS = 5_000;
/** After a start that failed: another process may have better luck with it meanwhile. */
const REST_MS = 30_000;
const NO_DUTY: Duty = { answers: false, sends: false };

export interface OwnedPlatform extends Platform {
  /** What it would have: both sides of the token, or else either. */
  seats(): readonly SeatGroup[];
  /** What this process holds now. */
  follow(held: ReadonlySet<string>): void;
}

export interface OwnedOptions {
  /** Stands for the token. */
  readonly key: string;
  /** What this process is to do there. */
  readonly wished: Duty;
  /** Begins nothing yet. */
  readonly create: (duty: Duty) => Promise<Platform>;
  readonly log: Log;
  readonly now?: () => number;
}

const isSame = (a: Duty, b: Duty): boolean => a.answers === b.answers && a.sends === b.sends;
const isIdle = (duty: Duty): boolean => isSame(duty, NO_DUTY);

export async function createOwnedPlatform({
  key,
  wished,
  create,
  log,
  now = () => performance.now(),
}: OwnedOptions): Promise<OwnedPlatform> {
  /** Also while it stands by: it says how large a digest may be, and where posts are seen. */
  let current = await create(wished);
  const { name, tellsLeaving } = current;
  const seat = (side: keyof Duty): string => `${name}:${key}:${side}`;
  let answer: Answer | null = null;
  let duty = NO_DUTY;
  /** What the last turn leads to. */
  let aim = NO_DUTY;
  let turns: Promise<void> = Promise.resolve();
  let restUntil = Number.NEGATIVE_INFINITY;
  let isStopped = false;

  async function change(next: Duty): Promise<void> {
    if (isStopped || answer === null || isSame(next, duty)) return;
    const before = duty;
    duty = NO_DUTY;
    if (!isIdle(before)) {
      await current.stop();
      if (!isStopped) current = await create(isIdle(next) ? wished : next);
    } else if (!isSame(next, wished)) current = await create(next);
    if (isStopped || isIdle(next)) return;
    try {
      await current.start(answer);
      duty = next;
      log.info({ platform: name, ...next }, "token_owned");
    } catch (error) {
      await current.stop();
      current = await create(wished);
      throw error;
    }
  }

  function turn(next: Duty): Promise<void> {
    aim = next;
    const changed = turns.then(() => change(next));
    turns = changed.catch((error: unknown) => {
      // The next beat tries again, unless another process does.
      log.error({ platform: name, reason: toMessage(error) }, "platform_not_started");
      restUntil = now() + REST_MS;
      aim = NO_DUTY;
    });
    return changed;
  }

  const whileSending = (send: () => Promise<SendResult>): Promise<SendResult> =>
    duty.sends
      ? send()
      : Promise.resolve({
          outcome: "retry",
          afterMs: RETRY_MS,
          reason: "another process sends there now",
          isUntried: true,
        });

  const owned: OwnedPlatform = {
    name,
    ...(tellsLeaving === undefined ? {} : { tellsLeaving }),
    seats() {
      if (now() < restUntil) return [];
      const sides = (["answers", "sends"] as const).filter((side) => wished[side]).map(seat);
      return sides.length < 2 ? [sides] : [sides, ...sides.map((each) => [each])];
    },
    follow(held) {
      const next = { answers: held.has(seat("answers")), sends: held.has(seat("sends")) };
      if (isStopped || isSame(next, aim)) return;
      if (answer === null) aim = next;
      else turn(next).catch(() => {});
    },
    async start(given) {
      answer = given;
      if (!isIdle(aim)) return turn(aim);
      log.info({ platform: name }, "standing_by");
    },
    send: (...given) => whileSending(() => current.send(...given)),
    edit: (...given) => whileSending(() => current.edit(...given)),
    say: (...given) => whileSending(() => current.say(...given)),
    ...(current.crosspost === undefined
      ? {}
      : {
          crosspost: (destination, messageId) =>
            whileSending(async () => {
              const result = current.crosspost?.(destination, messageId);
              return result ?? { outcome: "refused", reason: "nobody follows channels there" };
            }),
        }),
    fitsDigest: (...given) => current.fitsDigest(...given),
    linkTo: (...given) => current.linkTo(...given),
    invite: () => current.invite?.() ?? null,
    isSending: () => duty.sends,
    isStandingBy: () => isIdle(aim),
    health: () => (isIdle(aim) ? null : current.health()),
    async stop() {
      isStopped = true;
      duty = NO_DUTY;
      await current.stop();
    },
  };
  return owned;
}
