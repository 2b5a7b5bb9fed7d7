/** Asks hubs to tell of news, answers their questions, and takes a signed call for what it is: a reason to poll now. */

import { toMessage } from "../domain/errors.ts";
import type { Feed, FeedState } from "../domain/feed.ts";
import type { CallbackAnswer, CallbackRequest, HttpCallback } from "../domain/http-callback.ts";
import { FEED_ID_PATTERN, type FeedId, toFeedId } from "../domain/id.ts";
import type { Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import {
  chooseRequest,
  findHub,
  isSameText,
  isSigned,
  LEASE_WANTED_MS,
  type Lease,
  readLease,
  verifyIntent,
} from "../feeds/websub.ts";
import type { SendForm } from "../net/download.ts";

const PREFIX = "/websub/";
/** As long as a feed may be; hubs send what is new as a feed of its own. */
const BODY_BYTES_MAX = 5_000_000;
/** However often a hub calls. */
const POLLS_APART_MS = 60_000;

export interface WebSubDependencies {
  readonly store: Pick<Store, "feeds" | "notes">;
  readonly sendFormFor: (feed: Feed) => SendForm;
  /** Where the page's port is reached from outside, such as https://bot.example. */
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly log: Log;
  /** A feed is due now. */
  readonly onPing: () => void;
}

export interface WebSub extends HttpCallback {
  /** Called after a poll that went well: asks the feed's hub for a lease, or to renew it, when it is time. Never rejects. */
  consider(feed: Feed, state: FeedState): Promise<void>;
}

const NOTHING: CallbackAnswer = { status: 404, text: "There is nothing here." };
const TAKEN: CallbackAnswer = { status: 202, text: "" };

const toNote = (id: FeedId): string => `websub:${id}`;

export function createWebSub({ store, sendFormFor, publicUrl, clock, log, onPing }: WebSubDependencies): WebSub {
  const base = publicUrl.replace(/\/+$/, "");

  const find = async (id: FeedId): Promise<Lease | null> => readLease(await store.notes.get(toNote(id)));
  const save = (id: FeedId, lease: Lease): Promise<void> => store.notes.set(toNote(id), JSON.stringify(lease), clock());

  async function ask(feed: Feed, state: FeedState): Promise<void> {
    const hub = findHub(state, feed.url);
    if (hub === null) return;
    const lease = chooseRequest(hub, await find(feed.id), clock().getTime());
    if (lease === null) return;
    // Saved first: a hub may ask back before it answers.
    await save(feed.id, lease);
    const answer = await sendFormFor(feed)(lease.hubUrl, {
      "hub.mode": "subscribe",
      "hub.topic": lease.topicUrl,
      "hub.callback": `${base}${PREFIX}${feed.id}/${lease.token}`,
      "hub.secret": lease.secret,
      "hub.lease_seconds": String(LEASE_WANTED_MS / 1000),
    });
    const facts = { feedId: feed.id, hub: new URL(lease.hubUrl).host };
    if (answer.status === "failed") log.warn({ ...facts, reason: answer.reason }, "hub_not_asked");
    else if (answer.httpStatus >= 300) log.warn({ ...facts, httpStatus: answer.httpStatus }, "hub_refused");
    else log.info(facts, "hub_asked");
  }

  /** The feed and its lease by the address called; null for any address that was not given to a hub. */
  async function findCalled(path: string): Promise<{ readonly id: FeedId; readonly lease: Lease } | null> {
    const [name = "", token = "", ...rest] = path.slice(PREFIX.length).split("/");
    if (rest.length > 0 || !FEED_ID_PATTERN.test(name)) return null;
    const id = toFeedId(name);
    const lease = await find(id);
    return lease !== null && isSameText(token, lease.token) ? { id, lease } : null;
  }

  async function answerQuestion(id: FeedId, lease: Lease, query: URLSearchParams): Promise<CallbackAnswer> {
    if (query.get("hub.mode") === "denied" && query.get("hub.topic") === lease.topicUrl) {
      await save(id, { ...lease, requestedAt: clock().getTime(), verifiedAt: null, leaseUntil: null });
      log.warn({ feedId: id }, "hub_denied");
      return { status: 200, text: "" };
    }
    const verified = verifyIntent(lease, query, clock().getTime());
    if (verified === null) return NOTHING;
    await save(id, verified.lease);
    log.info({ feedId: id, until: new Date(verified.lease.leaseUntil ?? 0).toISOString() }, "hub_verified");
    return { status: 200, text: verified.challenge };
  }

  /** What the hub sent is not read: the feed itself is asked, as at any poll. */
  async function takePing(id: FeedId): Promise<void> {
    const { lastPollAt, failureCount } = await store.feeds.getState(id);
    // A server in trouble, or one that asked for patience, is left alone all the same.
    if (failureCount > 0) return;
    const soonest = (lastPollAt?.getTime() ?? 0) + POLLS_APART_MS;
    await store.feeds.hasten(id, new Date(Math.max(clock().getTime(), soonest)));
    log.info({ feedId: id }, "hub_called");
    onPing();
  }

  return {
    prefix: PREFIX,

    async consider(feed, state) {
      try {
        await ask(feed, state);
      } catch (error) {
        log.error({ feedId: feed.id, reason: toMessage(error) }, "hub_fault");
      }
    },

    async answer({ method, path, query, headers, readBody }: CallbackRequest) {
      const called = await findCalled(path);
      if (called === null) return NOTHING;
      const { id, lease } = called;
      if (method === "GET") return answerQuestion(id, lease, query);
      if (method !== "POST") return { status: 405, text: "Only GET and POST are answered." };
      const body = await readBody(BODY_BYTES_MAX);
      if (body === null) return { status: 413, text: "This is too long." };
      const signature = headers["x-hub-signature"];
      // The standard asks for a friendly answer, so that nobody can try signatures.
      if (!isSigned(body, typeof signature === "string" ? signature : null, lease.secret)) {
        log.warn({ feedId: id }, "hub_call_not_signed");
      } else if ((await store.feeds.find(id)) !== null) await takePing(id);
      return TAKEN;
    },
  };
}
