/** What a request says of itself: who asks, for what kind of answer, and what an operator gave for a private feed. */

export const ACCEPT = {
  feed: "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.5, */*;q=0.1",
  page: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1",
  picture: "image/avif, image/webp, image/jpeg, image/png, image/gif",
} as const;

/** What lets the bot read a private feed: headers for one origin, sent nowhere else. */
export interface Access {
  /** "https://members.example" */
  readonly origin: string;
  /** Names in small letters; their values are secret. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Wish {
  readonly accept?: keyof typeof ACCEPT;
  readonly etag?: string | null;
  readonly lastModified?: string | null;
}

/** Cookies of the way stand behind those an operator gave. */
function joinCookies(given: string | undefined, ofTheWay: string | null): Record<string, string> {
  const cookie = [given, ofTheWay].filter((each) => each !== undefined && each !== null).join("; ");
  return cookie === "" ? {} : { cookie };
}

export function toHeaders(
  wish: Wish,
  { userAgent, cookie, access }: { userAgent: string; cookie: string | null; access: Access["headers"] },
): Record<string, string> {
  return {
    ...access,
    ...joinCookies(access["cookie"], cookie),
    "user-agent": userAgent,
    accept: ACCEPT[wish.accept ?? "page"],
    "accept-encoding": "gzip, br",
    ...(wish.etag ? { "if-none-match": wish.etag } : {}),
    ...(wish.lastModified ? { "if-modified-since": wish.lastModified } : {}),
  };
}
