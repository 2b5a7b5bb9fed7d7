/** What an outlet may be called: a name belongs to the outlet of the catalog that has it, whoever else writes it. */

import type { Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import { isSameSite } from "../domain/url-key.ts";

type Known = Pick<Feed, "homepage" | "origin" | "title" | "url">;

const toPlain = (name: string): string =>
  (fold(name).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word !== "the").join(" ");

/** The name; the host instead where a page or a feed of another site calls itself as an outlet of the catalog does. */
export function toHonestName(name: string, url: string, feeds: readonly Known[]): string {
  if (!URL.canParse(url)) return name;
  const plain = ` ${toPlain(name)} `;
  const namesakes = feeds.filter(({ origin, title }) => {
    const known = toPlain(title);
    return origin === "catalog" && known !== "" && plain === ` ${known} `;
  });
  const isOwn = namesakes.some((feed) => isSameSite(url, feed.url) || isSameSite(url, feed.homepage ?? feed.url));
  return namesakes.length === 0 || isOwn ? name : new URL(url).hostname.replace(/^www\./, "");
}
