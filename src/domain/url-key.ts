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
const TRACKING_FOR_SURE =
  /^(?:utm_.*|mtm_.*|pk_.*|hsa_.*|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|ref_src|srsltid|feedtype|feedname)$/i;
/** Those that mostly do; some sites name the entry by one of them. */
const TRACKING_MOSTLY =
  /^(?:at_.*|ns_mchannel|ns_source|ns_campaign|ns_linkname|ns_fee|cmpid|cmp|ito|ocid|wt_mc|xtor|ftag|smid|partner)$/i;
/** Who visits, not what is visited. */
const SESSION =
  /^(?:jsessionid|phpsessid|aspsessionid\w{0,20}|(?:php|asp)?sess(?:ion)?_?id|cfid|cftoken|oscsid|zenid)$/i;
const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sessionid|sid)=[^/?#;]{0,200}/gi;

/** `sid` and `s` are also short names of what is read; a session is long, with letters and digits. */
const isSession = (name: string, value: string): boolean =>
  SESSION.test(name) || (/^s(?:id)?$/i.test(name) && /^(?=.{0,64}\d)(?=.{0,64}[a-z])[a-z0-9]{16,64}$/i.test(value));

function toWebUrl(given: string): URL | null {
  if (!URL.canParse(given)) return null;
  const url = new URL(given);
  return url.protocol === "http:" || url.protocol === "https:" ? url : null;
}

/** Without sessions, names and passwords, default port and trailing slash, and without the parameters told. */
function toPlainAddress(url: URL, isDropped: (name: string) => boolean): string {
  const kept = [...url.searchParams].filter(([name, value]) => !isDropped(name) && !isSession(name, value));
  if (kept.length < [...url.searchParams].length) url.search = new URLSearchParams(kept).toString();
  if (url.search === "") url.search = "";
  url.username = "";
  url.password = "";
  if (url.pathname.includes(";")) url.pathname = url.pathname.replace(SESSION_IN_PATH, "") || "/";
  if (url.pathname.length > 1) url.pathname = url.pathname.replace(/\/{1,10}$/, "") || "/";
  return url.href;
}

/** A fragment that is a route ("#!/news/1") is the page's name on some sites. */
const toRoute = (fragment: string): string => (fragment.startsWith("#!") ? fragment.replace(/:~:.*$/, "") : "");

/** One address for one page: no fragment, tracking, session, default port or trailing slash. What is no URL stays. */
export function canonicalUrl(given: string): string {
  const url = toWebUrl(given);
  if (url === null) return URL.canParse(given) ? new URL(given).href : given.trim();
  url.hash = toRoute(url.hash);
  return toPlainAddress(url, (name) => TRACKING_FOR_SURE.test(name) || TRACKING_MOSTLY.test(name));
}

/** The page's address with what may name one entry of several there: a fragment, or an id in `partner` and its like. */
export function toExactUrl(given: string): string {
  const url = toWebUrl(given);
  if (url === null) return canonicalUrl(given);
  url.hash = url.hash.replace(/:~:.*$/, "");
  return toPlainAddress(url, (name) => TRACKING_FOR_SURE.test(name));
}

/** http and https, with and without "www.", are one page for telling entries and articles apart. */
export const toPageKey = (url: string): string =>
  canonicalUrl(url)
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");

/** `example.org` of `www.example.org`, `example.co.uk` of `news.example.co.uk`; an address of numbers is its own site. */
function toSite(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (/^[\d.]+$/.test(host) || host.includes(":")) return host;
  const labels = host.split(".");
  const [country = "", kind = ""] = labels.slice(-2).reverse();
  // Under many countries' names anybody registers a third one: co.uk, com.au, org.br, ne.jp.
  const isShared = country.length === 2 && /^(?:ac|co|com|edu|gob|gov|gouv|net|ne|or|org)$/.test(kind);
  return labels.slice(isShared ? -3 : -2).join(".");
}

/** Whether two addresses are of one owner, as far as their names tell. False when one is no address. */
export function isSameSite(one: string, other: string): boolean {
  if (!URL.canParse(one) || !URL.canParse(other)) return false;
  const [a, b] = [new URL(one), new URL(other)];
  // On this machine, and under an address of numbers, ports are what tells servers apart.
  const withPort = ({ hostname, port }: URL): string => (/^[\d.:[\]]+$/.test(hostname) ? `${hostname}:${port}` : "");
  return toSite(a.hostname) === toSite(b.hostname) && withPort(a) === withPort(b);
}
