/** Opens connections only to public addresses: the last check, made on the address really called. */

import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type AllowedHosts, BlockedError, isPublicAddress, toHostKey } from "./address.ts";

const PRIVATE_SENTENCE = "The address lies in a private or local network.";

/**
 * A name with one non-public address among its answers is refused whole, and the socket is opened to an address of
 * that same answer, so that a name cannot change its mind between check and call.
 */
function guardLookup(lookup: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, "", 0);
      const addresses = Array.isArray(found) ? found : [];
      const [first] = addresses;
      if (first === undefined) return callback(new BlockedError("The name has no address."), "", 0);
      if (!addresses.every((each) => isPublicAddress(each.address))) {
        return callback(new BlockedError(PRIVATE_SENTENCE), "", 0);
      }
      if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

export interface ConnectSettings {
  readonly allowed: AllowedHosts;
  readonly timeoutMs: number;
  /** The resolver; the system's own unless a test plays another. */
  readonly lookup?: LookupFunction;
}

export function createConnector({
  allowed,
  timeoutMs,
  lookup = systemLookup,
}: ConnectSettings): buildConnector.connector {
  const openFree = buildConnector({ timeout: timeoutMs, lookup });
  const openGuarded = buildConnector({ timeout: timeoutMs, lookup: guardLookup(lookup) });
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/g, "");
    if (allowed.has(toHostKey(options.hostname, options.port, options.protocol))) {
      openFree(options, callback);
      return;
    }
    // A literal address never reaches lookup (nodejs/undici#2019).
    if (isIP(host) !== 0 && !isPublicAddress(host)) {
      callback(new BlockedError(PRIVATE_SENTENCE), null);
      return;
    }
    openGuarded(options, (...result) => {
      const [error, socket] = result;
      if (error === null && socket !== null && !isPublicAddress(socket.remoteAddress ?? "")) {
        socket.destroy();
        callback(new BlockedError(PRIVATE_SENTENCE), null);
        return;
      }
      callback(...result);
    });
  };
}
