/** One key for all forms in which people write the address of one feed or site. */

const TRACKING = /^utm_/i;

/**
 * The scheme, "www.", letter case of the host, a last slash, fragments and marks of campaigns tell no two feeds apart:
 * `http://www.News.example/feed/#top` is `news.example/feed`. What is no address stays as it is.
 */
export function toUrlKey(url: string): string {
  const typed = url.trim();
  if (!URL.canParse(typed)) return typed;
  const { host, pathname, searchParams, search } = new URL(typed);
  const isTracked = [...searchParams.keys()].some((name) => TRACKING.test(name));
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = isTracked ? new URLSearchParams(kept).toString() : search.slice(1);
  // A host may end with a dot, and ports that schemes imply are gone already.
  const site = host.replace(/\.(?=:|$)/, "").replace(/^www\./, "");
  return `${site}${pathname.replace(/\/+$/, "")}${query === "" ? "" : `?${query}`}`;
}
