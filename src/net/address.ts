/** Which addresses the bot may call: the public Internet only, and what the administrator allowed by name. */

import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Ports of web servers; any other would let a feed knock at what is no web server. */
const PORTS: ReadonlySet<string> = new Set(["80", "443", "8080", "8443"]);
const URL_LENGTH_MAX = 4000;

/** Public by their number, and answered only inside a cloud: Azure's wire server, which gives out a machine's secrets. */
const INSIDE_CLOUDS: ReadonlySet<string> = new Set(["168.63.129.16"]);

/** The address is refused by rule; the message is a sentence without the address's secrets. */
export class BlockedError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BlockedError";
  }
}

const unbracket = (host: string): string => host.replace(/^\[|\]$/g, "").replace(/%.*$/, "");

/** True for addresses anyone on the Internet can call; false for private, local, reserved and made-up ones. */
export function isPublicAddress(address: string): boolean {
  const plain = unbracket(address);
  if (isIP(plain) === 0) return false;
  const parsed = ipaddr.process(plain);
  if (parsed.range() !== "unicast" || INSIDE_CLOUDS.has(parsed.toString())) return false;
  // Only 2000::/3 is given out; ipaddr.js takes ::7f00:1, an old form of 127.0.0.1, for unicast.
  return parsed.kind() === "ipv4" || ((parsed as ipaddr.IPv6).parts[0] ?? 0) >> 13 === 1;
}

/** "host:port" as written in ALLOWED_HOSTS, the port always given. */
export function toHostKey(hostname: string, port: string, protocol: string): string {
  const number = port === "" ? (protocol === "https:" ? "443" : "80") : port;
  return `${unbracket(hostname).toLowerCase()}:${number}`;
}

export type AllowedHosts = ReadonlySet<string>;

/** Entries are "host:port", or "host" for both usual ports; IPv6 hosts stand in brackets. */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  return new Set(
    entries.flatMap((entry) => {
      const match = /^(\[[^\]]+\]|[^:]+)(?::(\d{1,5}))?$/.exec(entry.trim());
      if (match === null) return [];
      const host = unbracket(match[1] ?? "").toLowerCase();
      return match[2] === undefined ? [`${host}:80`, `${host}:443`] : [`${host}:${Number(match[2])}`];
    }),
  );
}

const toBlockedPort = (port: string): BlockedError =>
  new BlockedError(`Port ${port} is not allowed. Sites are read at the ports ${[...PORTS].join(", ")}.`);

/** Throws BlockedError when a URL may not be called, as far as the URL itself tells. Names are checked on connecting. */
export function checkUrl(given: string, allowed: AllowedHosts): URL {
  if (given.length > URL_LENGTH_MAX) throw new BlockedError(`The address is longer than ${URL_LENGTH_MAX} characters.`);
  if (!URL.canParse(given)) throw new BlockedError("The address is no URL.");
  const url = new URL(given);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new BlockedError(`Only http and https addresses are read, not ${url.protocol}.`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new BlockedError("Addresses with a user name or password are not read.");
  }
  if (allowed.has(toHostKey(url.hostname, url.port, url.protocol))) return url;
  if (url.port !== "" && !PORTS.has(url.port)) throw toBlockedPort(url.port);
  const host = unbracket(url.hostname);
  // "http:///." is a URL to the standard, of a host called ".".
  if (/^\.*$/.test(host)) throw new BlockedError("The address names no host.");
  if (isIP(host) !== 0 && !isPublicAddress(host)) {
    throw new BlockedError("The address lies in a private or local network.");
  }
  return url;
}
