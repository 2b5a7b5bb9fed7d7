/** Reads FEED_ACCESS_FILE: what lets the bot read private feeds. Its values are secret and stand in no message. */

import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { z } from "zod";
import { toMessage } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { FEED_ID_PATTERN } from "../domain/id.ts";
import type { Access } from "../net/request-headers.ts";

/** For one feed of the catalog, or for those whose addresses begin with `key`. */
export interface FeedAccess {
  /** "harbor-wire" or "https://members.example/feeds/". */
  readonly key: string;
  readonly headers: Access["headers"];
  /** Whether pages of the feed's own origin are asked with it, too. */
  readonly isForPages: boolean;
}

/** An access with the one origin it is for. */
export type GrantedAccess = Access & Pick<FeedAccess, "isForPages" | "key">;

const FILE_SUFFIX = "_FILE";
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]{1,100}$/;
/** What an operator may write and a server can read; a line break would begin another header. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]{1,4000}$/;
/** The bot's own, the connection's, and the proxy's. */
const KEPT_NAMES =
  /^(?:host|connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|content-.*|accept|accept-encoding|user-agent|if-.*|range)$/i;

const isAddress = (key: string): boolean => /^https?:\/\/[^\s/?#@]+\/[^\s?#]*$/.test(key) && URL.canParse(key);

const KEY = z
  .string()
  .refine(
    (key) => FEED_ID_PATTERN.test(key) || isAddress(key),
    "expected the id of a feed, or how addresses begin, such as https://members.example/feeds/",
  );
const ENTRY = z.strictObject({
  login: z.string().optional(),
  [`login${FILE_SUFFIX}`]: z.string().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  pages: z.boolean().default(false),
});
const FILE = z.record(KEY, ENTRY);

/** What is wrong, one mistake a line. */
class AccessError extends Error {}

function readValue(value: string | undefined, path: string | undefined, folder: string, name: string): string | null {
  if (value !== undefined && path !== undefined) {
    throw new AccessError(`${name}: expected either ${name} or ${name}${FILE_SUFFIX}, got both`);
  }
  if (path === undefined) return value ?? null;
  try {
    return readFileSync(resolve(folder, path), "utf8").trim();
  } catch {
    throw new AccessError(`${name}${FILE_SUFFIX}: expected a file that can be read, got ${JSON.stringify(path)}`);
  }
}

function readHeaders(given: Readonly<Record<string, string>>, folder: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [written, value] of Object.entries(given)) {
    const isPath = written.endsWith(FILE_SUFFIX);
    const name = isPath ? written.slice(0, -FILE_SUFFIX.length) : written;
    if (!HEADER_NAME.test(name)) throw new AccessError("headers: expected names such as X-Api-Key");
    if (KEPT_NAMES.test(name)) throw new AccessError(`headers: ${name} is not for a feed's access`);
    const read = isPath ? readValue(undefined, value, folder, name) : value;
    if (read === null || !HEADER_VALUE.test(read)) {
      throw new AccessError(`headers: expected one line of Latin letters for ${name}, got something else (not shown)`);
    }
    if (headers[name.toLowerCase()] !== undefined) throw new AccessError(`headers: ${name} is given twice`);
    headers[name.toLowerCase()] = read;
  }
  return headers;
}

function readEntry(key: string, entry: z.output<typeof ENTRY>, folder: string): FeedAccess {
  const headers = readHeaders(entry.headers ?? {}, folder);
  const login = readValue(entry.login, entry[`login${FILE_SUFFIX}`] as string | undefined, folder, "login");
  if (login !== null) {
    if (!/^[^:]*:./.test(login)) throw new AccessError("login: expected user:password, got something else (not shown)");
    if (headers["authorization"] !== undefined) {
      throw new AccessError("expected either a login or a header Authorization, got both");
    }
    headers["authorization"] = `Basic ${Buffer.from(login).toString("base64")}`;
  }
  if (Object.keys(headers).length === 0) throw new AccessError("expected a login or headers, got neither");
  return { key, headers, isForPages: entry.pages };
}

export interface ReadAccess {
  readonly entries: readonly FeedAccess[];
  /** Without any value of the file. */
  readonly problems: readonly string[];
}

/** Every mistake is reported at once. Paths in the file are read from its own folder. */
export function readFeedAccess(path: string): ReadAccess {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    // A parser's message quotes the text around the mistake, which may be a password.
    const what = error instanceof SyntaxError ? "expected JSON" : `the file cannot be read: ${toMessage(error)}`;
    return { entries: [], problems: [what] };
  }
  const parsed = FILE.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const said = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
      return [...issue.path, said].join(": ");
    });
    return { entries: [], problems };
  }
  const problems: string[] = [];
  const entries = Object.entries(parsed.data).flatMap(([key, entry]) => {
    try {
      return [readEntry(key, entry, dirname(path))];
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      problems.push(`${key}: ${error.message}`);
      return [];
    }
  });
  return { entries, problems };
}

/** What stands in the headers and must stand nowhere else: each value, what follows its scheme, and what that encodes. */
export function listAccessSecrets(entries: readonly FeedAccess[]): readonly string[] {
  return entries.flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, value]) => {
      if (name === "cookie") return [value, ...value.split(/;\s*/).map((pair) => pair.slice(pair.indexOf("=") + 1))];
      const [, scheme = "", rest = ""] = /^(\S+)\s+(\S+)$/.exec(value) ?? [];
      if (scheme.toLowerCase() !== "basic") return [value, rest];
      const login = Buffer.from(rest, "base64").toString();
      return [value, rest, login, login.slice(login.indexOf(":") + 1)];
    }),
  );
}

/**
 * The access of a feed of the catalog; by its id before the longest beginning of its address. An id means the address
 * the catalog has: where a feed moved to another origin, nothing is sent after it.
 */
export function findAccess(
  feed: Pick<Feed, "id" | "url">,
  entries: readonly FeedAccess[],
  catalog: readonly Pick<Feed, "id" | "url">[],
): GrantedAccess | null {
  const byId = entries.find(({ key }) => key === feed.id);
  const written = catalog.find(({ id }) => id === feed.id);
  if (byId !== undefined) return written === undefined ? null : { ...byId, origin: new URL(written.url).origin };
  const url = new URL(feed.url).href;
  const begun = entries.filter(({ key }) => isAddress(key) && url.startsWith(new URL(key).href));
  const [longest] = begun.toSorted((a, b) => b.key.length - a.key.length);
  return longest === undefined ? null : { ...longest, origin: new URL(longest.key).origin };
}

const OTHERS = 0o007;

/** Whether everybody on the machine may open the file; where files have no such marks, none does. */
const isOpenToOthers = (path: string): boolean =>
  process.platform !== "win32" && ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0;

/** The feeds of the catalog that one entry is for. */
export const findFeedsOf = <T extends Pick<Feed, "id" | "url">>(
  { key }: Pick<FeedAccess, "key">,
  entries: readonly FeedAccess[],
  catalog: readonly T[],
): readonly T[] => catalog.filter((feed) => findAccess(feed, entries, catalog)?.key === key);

export interface AccessProblem {
  /** That the file lies open; else something in it is of no use. */
  readonly isUnsafe: boolean;
  readonly text: string;
}

/** What an operator should mend though the bot can run with it, in sentences. */
export function findAccessProblems(
  settings: { readonly feedAccessPath: string | null; readonly feedAccess: readonly FeedAccess[] },
  catalog: readonly Pick<Feed, "id" | "url">[],
): readonly AccessProblem[] {
  const { feedAccessPath: path, feedAccess: entries } = settings;
  if (path === null) return [];
  const unused = entries.filter((entry) => findFeedsOf(entry, entries, catalog).length === 0);
  return [
    ...(isOpenToOthers(path)
      ? [{ isUnsafe: true, text: `${path} can be read by everybody on this machine: chmod 600 ${path}.` }]
      : []),
    ...unused.map(({ key }) => ({ isUnsafe: false, text: `${path}: ${key} is the access of no feed in the catalog.` })),
  ];
}
