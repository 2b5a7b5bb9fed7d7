/** One key for all forms in which people write the address of one feed, site or page. */

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

/** Query parameters that say where a reader came from, not what is read. */
const PAGE_TRACKING =
  /^(?:utm_.*|at_.*|mtm_.*|pk_.*|hsa_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee|cmpid|cmp|ito|ocid|ref_src|srsltid|wt_mc|xtor|ftag|smid|partner|feedtype|feedname)$/i;

/** One address for one page: no fragment, tracking, default port or trailing slash. What is no URL stays as it is. */
export function canonicalUrl(given: string): string {
  if (!URL.canParse(given)) return given.trim();
  const url = new URL(given);
  if (url.protocol !== "http:" && url.protocol !== "https:") return url.href;
  // A fragment that is a route ("#!/news/1") is the page's name on some sites.
  url.hash = url.hash.startsWith("#!") ? url.hash.replace(/:~:.*$/, "") : "";
  const kept = [...url.searchParams].filter(([name]) => !PAGE_TRACKING.test(name));
  if (kept.length < [...url.searchParams].length) url.search = new URLSearchParams(kept).toString();
  if (url.search === "") url.search = "";
  url.username = "";
  url.password = "";
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/{1,10}$/, "") || "/";
  return url.href;
}

/** http and https, with and without "www.", are one page for telling entries and articles apart. */
export const toPageKey = (url: string): string =>
  canonicalUrl(url)
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");
