/** The way out: straight, with every address checked here, or through the operator's proxy, which looks names up itself. */

import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, type Dispatcher, ProxyAgent } from "undici";
import { type AllowedHosts, BlockedError, toHostKey } from "./address.ts";
import { type ConnectSettings, createConnector } from "./connect.ts";

const HEADERS_TIMEOUT_MS = 15_000;
const BODY_GAP_TIMEOUT_MS = 15_000;

/** As the environment names them; null where a request goes straight. */
export interface ProxySettings {
  /** For https addresses. */
  readonly httpsProxy: string | null;
  /** For http addresses, and for https ones where no other is named. */
  readonly httpProxy: string | null;
  /** "example.org" with all below it, "10.0.0.0/8", each perhaps with ":port"; "*" is everything. */
  readonly noProxy: readonly string[];
}

export const STRAIGHT: ProxySettings = { httpsProxy: null, httpProxy: null, noProxy: [] };

/** Names that no public registry gives out: only a network of one's own answers to them. */
const INSIDE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|corp|home|private|home\.arpa)$/;

const toPlainHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

/** A range such as 10.0.0.0/8, or one address. */
function isWithin(host: string, range: string): boolean {
  if (isIP(host) === 0) return false;
  const address = ipaddr.process(host);
  if (isIP(range) !== 0) return address.toString() === ipaddr.process(range).toString();
  if (!ipaddr.isValidCIDR(range)) return false;
  const parsed = ipaddr.parseCIDR(range);
  return address.kind() === parsed[0].kind() && address.match(parsed);
}

function isNamedBy(entry: string, host: string, port: string): boolean {
  const given = entry.trim().toLowerCase();
  if (given === "*" || isWithin(host, given)) return true;
  const [, bracketed, plain, wantedPort] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(given) ?? [];
  if (wantedPort !== undefined && wantedPort !== port) return false;
  const name = (bracketed ?? plain ?? "").replace(/^\*?\./, "");
  return name !== "" && (host === name || host.endsWith(`.${name}`) || isWithin(host, name));
}

/** This machine is never asked of a proxy, which would ask itself. */
function isThisMachine(host: string): boolean {
  if (isIP(host) !== 0) return ipaddr.process(host).range() === "loopback";
  return host === "localhost" || host.endsWith(".localhost");
}

/** The proxy an address goes through, null for none. */
export function findProxy(url: URL, { httpsProxy, httpProxy, noProxy }: ProxySettings): string | null {
  const host = toPlainHost(url);
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  if (isThisMachine(host) || noProxy.some((entry) => isNamedBy(entry, host, port))) return null;
  return url.protocol === "https:" ? (httpsProxy ?? httpProxy) : httpProxy;
}

/**
 * Throws for a name that means the house itself. What any other name stands for only the proxy sees; it has to refuse
 * addresses inside. Literal addresses were judged with the URL.
 */
function checkName(url: URL, allowed: AllowedHosts): void {
  if (allowed.has(toHostKey(url.hostname, url.port, url.protocol))) return;
  const host = toPlainHost(url);
  if (isIP(host) === 0 && (!host.includes(".") || INSIDE_NAME.test(host))) {
    throw new BlockedError("The address lies in a private or local network.");
  }
}

export interface Ways {
  /** Throws BlockedError for what may not be asked of a proxy. */
  find(url: URL): Dispatcher;
  close(): Promise<void>;
}

export function createWays(
  connect: ConnectSettings,
  { proxy, connections }: { readonly proxy: ProxySettings; readonly connections: number },
): Ways {
  const limits = {
    connections,
    pipelining: 1,
    headersTimeout: HEADERS_TIMEOUT_MS,
    bodyTimeout: BODY_GAP_TIMEOUT_MS,
  };
  const straight = new Agent({ connect: createConnector(connect), ...limits });
  const proxies = new Map<string, ProxyAgent>();
  return {
    find(url) {
      const uri = findProxy(url, proxy);
      if (uri === null) return straight;
      checkName(url, connect.allowed);
      const known = proxies.get(uri);
      // Many proxies open tunnels to port 443 alone; what is not encrypted is asked of them as it stands.
      const agent =
        known ?? new ProxyAgent({ uri, proxyTunnel: false, proxyTls: { timeout: connect.timeoutMs }, ...limits });
      proxies.set(uri, agent);
      return agent;
    },
    async close() {
      await Promise.all([straight, ...proxies.values()].map((each) => each.destroy()));
    },
  };
}
