/** WebSub (W3C Recommendation of 2018): which hub tells of a feed's news, and what a hub's calls must hold to be believed. */

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { FeedHints, FeedState } from "../domain/feed.ts";
import { readMemory } from "./memory.ts";

/** Asked for; hubs may grant another time. */
export const LEASE_WANTED_MS = 10 * 24 * 60 * 60 * 1000;
const LEASE_MS_MIN = 5 * 60 * 1000;
const LEASE_MS_MAX = 30 * 24 * 60 * 60 * 1000;
/** A hub that has not answered is asked again after so long. */
const RETRY_MS = 24 * 60 * 60 * 1000;
const CHALLENGE_PATTERN = /^[\x21-\x7e]{1,1000}$/;
const LINK_LENGTH_MAX = 10_000;
const URL_LENGTH_MAX = 2_000;
const SECRET_BYTES = 32;

export interface Hub {
  readonly hubUrl: string;
  /** What the hub knows the feed by: its own "self". */
  readonly topicUrl: string;
}

const LEASE = z.object({
  hubUrl: z.string(),
  topicUrl: z.string(),
  /** Unguessable part of the address the hub calls. */
  token: z.string(),
  /** Shared with the hub, which signs what it sends. */
  secret: z.string(),
  requestedAt: z.number(),
  /** When the hub last asked whether this is wanted; null while it has not. */
  verifiedAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
});

/** A subscription at a hub. Times are milliseconds since 1970. */
export type Lease = Readonly<z.infer<typeof LEASE>>;

/** Null for what another version wrote, which then is asked for anew. */
export function readLease(json: string | null): Lease | null {
  if (json === null) return null;
  try {
    return LEASE.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

/** `<https://hub.example/>; rel="hub", <https://…>; rel="self"`: the first of each; relative ones are resolved. */
export function readHubLinks(link: string | null, url: string): Pick<FeedHints, "hubUrl" | "selfUrl"> {
  const found: { hub?: string; self?: string } = {};
  const pattern =
    /<([^<>\s]{1,2000})>((?:\s{0,20};\s{0,20}[\w*-]{1,40}\s{0,20}=\s{0,20}(?:"[^"]{0,500}"|[^\s",;]{0,500})){0,10})/g;
  for (const [, target = "", parameters = ""] of (link ?? "").slice(0, LINK_LENGTH_MAX).matchAll(pattern)) {
    const rels = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters);
    for (const rel of (rels?.[1] ?? rels?.[2] ?? "").toLowerCase().split(/\s+/)) {
      if ((rel === "hub" || rel === "self") && found[rel] === undefined && URL.canParse(target, url)) {
        found[rel] = new URL(target, url).href;
      }
    }
  }
  return { hubUrl: found.hub ?? null, selfUrl: found.self ?? null };
}

const isWeb = (url: string): boolean => url.length <= URL_LENGTH_MAX && /^https?:\/\//i.test(url);

/** What the feed last said of its hub; null when it has none. */
export function findHub(state: FeedState, feedUrl: string): Hub | null {
  const { hubUrl, selfUrl } = readMemory(state.memory);
  if (hubUrl === null || !isWeb(hubUrl)) return null;
  return { hubUrl, topicUrl: selfUrl !== null && isWeb(selfUrl) ? selfUrl : feedUrl };
}

/** The lease to be asked for now; null when there is no need. The address and the secret outlive a renewal. Pure but for chance. */
export function chooseRequest(hub: Hub, known: Lease | null, now: number): Lease | null {
  const isSame = known !== null && known.hubUrl === hub.hubUrl && known.topicUrl === hub.topicUrl;
  if (!isSame) {
    const [token, secret] = [randomBytes(SECRET_BYTES), randomBytes(SECRET_BYTES)];
    return {
      ...hub,
      token: token.toString("base64url"),
      secret: secret.toString("hex"),
      requestedAt: now,
      verifiedAt: null,
      leaseUntil: null,
    };
  }
  const { verifiedAt, leaseUntil, requestedAt } = known;
  // Half of the lease is left when it is renewed.
  if (verifiedAt !== null && leaseUntil !== null && now < verifiedAt + (leaseUntil - verifiedAt) / 2) return null;
  const isUnanswered = verifiedAt === null || verifiedAt < requestedAt;
  return isUnanswered && now - requestedAt < RETRY_MS ? null : { ...known, requestedAt: now };
}

/** The hub's question whether this was asked for: the lease as granted, and what to answer; null when it was not. */
export function verifyIntent(
  known: Lease,
  query: URLSearchParams,
  now: number,
): { readonly lease: Lease; readonly challenge: string } | null {
  const challenge = query.get("hub.challenge") ?? "";
  if (query.get("hub.mode") !== "subscribe" || query.get("hub.topic") !== known.topicUrl) return null;
  if (!CHALLENGE_PATTERN.test(challenge)) return null;
  // A hub asks only after it was asked, or again while it keeps the lease.
  if (now - known.requestedAt > RETRY_MS && (known.leaseUntil ?? 0) < now) return null;
  const seconds = /^\d{1,9}$/.exec(query.get("hub.lease_seconds") ?? "")?.[0];
  const leaseMs = seconds === undefined ? LEASE_WANTED_MS : Number(seconds) * 1000;
  const leaseUntil = now + Math.min(LEASE_MS_MAX, Math.max(LEASE_MS_MIN, leaseMs));
  return { lease: { ...known, verifiedAt: now, leaseUntil }, challenge };
}

export function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given, "utf8"), Buffer.from(expected, "utf8")];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** `X-Hub-Signature: sha256=…` over the body as it came. */
export function isSigned(body: Uint8Array, header: string | null, secret: string): boolean {
  const match = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(header?.trim() ?? "");
  const [, method, signature] = match ?? [];
  if (method === undefined || signature === undefined) return false;
  return isSameText(signature.toLowerCase(), createHmac(method.toLowerCase(), secret).update(body).digest("hex"));
}
