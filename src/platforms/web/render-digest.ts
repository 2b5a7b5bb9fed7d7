/** A digest as the page shows it: plain text, links checked, within the length of a post times the briefs in it. */

import { type Digest, shortenDigest } from "../../domain/digest.ts";
import { toGroupName, toMore } from "../../messages/post-lines.ts";
import {
  HEADLINE_LENGTH_MAX,
  measureQuote,
  NAME_LENGTH_MAX,
  shorten,
  shortenName,
  toSafeUrl,
  toShownQuote,
} from "./render.ts";
import type { ShownDigest } from "./shown.ts";

/** UTF-16 units of everything one reads in a digest: a page has room for more than a message. */
export const DIGEST_LENGTH_MAX = 12_000;

function show(digest: Digest): ShownDigest {
  return {
    heading: shorten(digest.heading, NAME_LENGTH_MAX),
    title: shortenName(digest.title),
    groups: digest.groups.map((group) => ({
      topic: toGroupName(group, digest, (name) => shorten(name, NAME_LENGTH_MAX)),
      entries: group.entries.map(({ headline, url, outlet, quote }) => ({
        headline: shorten(headline, HEADLINE_LENGTH_MAX),
        url: toSafeUrl(url),
        outlet: shorten(outlet, NAME_LENGTH_MAX),
        quote: quote === null ? null : toShownQuote(quote),
      })),
    })),
    more: toMore(digest),
  };
}

export function measureDigest({ heading, title, groups, more }: ShownDigest): number {
  const entries = groups.flatMap((group) => group.entries);
  const own = heading.length + (title?.length ?? 0) + more.length;
  const names = groups.reduce((sum, group) => sum + group.topic.length, own);
  return entries.reduce(
    (sum, { headline, outlet, quote }) =>
      sum + headline.length + outlet.length + (quote === null ? 0 : measureQuote(quote)),
    names,
  );
}

const fits = (shown: ShownDigest): boolean => measureDigest(shown) <= DIGEST_LENGTH_MAX;

export const fitsDigest = (digest: Digest): boolean => fits(show(digest));

/** The digest or, where it is too long, as much of it as fits. */
export function renderDigest(digest: Digest): ShownDigest {
  let shown = show(digest);
  for (let next = shortenDigest(digest); next !== null && !fits(shown); next = shortenDigest(next)) shown = show(next);
  return shown;
}
