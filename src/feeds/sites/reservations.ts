/** A site's reservations of text and data mining as one file for all its pages (W3C TDMRep: `/.well-known/tdmrep.json`). */

import { z } from "zod";
import { createBoundedMap } from "../../domain/bounded-map.ts";
import type { Download } from "../../net/download.ts";
import { parseJson } from "../../net/json.ts";

const FILE_BYTES_MAX = 200 * 1024;
const TIMEOUT_MS = 10_000;
const RULES_MAX = 500;
const PATTERN_LENGTH_MAX = 500;
const KEPT_MS = 24 * 60 * 60 * 1000;
/** After a server's failure the question is asked again sooner. */
const KEPT_AFTER_FAILURE_MS = 60 * 60 * 1000;
const SITES_MAX = 2000;

/** What cannot be read reserves nothing. */
const RULE = z
  .object({ location: z.string().max(PATTERN_LENGTH_MAX), "tdm-reservation": z.number() })
  .catch({ location: "", "tdm-reservation": 0 });

interface Rule {
  readonly parts: readonly string[];
  readonly isWhole: boolean;
  readonly length: number;
  readonly isReserved: boolean;
}

/** A place as robots.txt writes them: a star for anything, `$` for the end. */
function toRule(location: string, isReserved: boolean): Rule {
  const isWhole = location.endsWith("$");
  const pattern = isWhole ? location.slice(0, -1) : location;
  return { parts: pattern.split("*"), isWhole, length: location.length, isReserved };
}

function isWithin(path: string, { parts: [first = "", ...rest], isWhole }: Rule): boolean {
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = rest.at(-1);
  return !isWhole || at === path.length || (last !== undefined && path.endsWith(last));
}

function readRules(body: Uint8Array): readonly Rule[] {
  try {
    const given = parseJson(new TextDecoder().decode(body));
    const rules = z
      .array(z.unknown())
      .parse(given)
      .slice(0, RULES_MAX)
      .map((each) => RULE.parse(each));
    const placed = rules.filter(({ location }) => location !== "");
    return placed.map((rule) => toRule(rule.location, rule["tdm-reservation"] === 1));
  } catch {
    return [];
  }
}

export interface Reservations {
  /** True when the site reserves the page from text mining by its file, or its server is in trouble. */
  isReserved(url: string): Promise<boolean>;
}

export function createReservations(download: Download, clock: () => Date): Reservations {
  const sites = createBoundedMap<string, { rules: Promise<readonly Rule[] | null>; until: number }>(SITES_MAX);

  /** Null while the server is in trouble. No file (4xx) reserves nothing, nor does one that cannot be read. */
  async function ask(origin: string): Promise<readonly Rule[] | null> {
    const downloaded = await download(`${origin}/.well-known/tdmrep.json`, {
      accept: "page",
      bytesMax: FILE_BYTES_MAX,
      timeoutMs: TIMEOUT_MS,
    });
    if (downloaded.status === "fresh") return readRules(downloaded.body);
    const status = downloaded.status === "failed" ? downloaded.httpStatus : null;
    return status !== null && status >= 400 && status < 500 && status !== 429 ? [] : null;
  }

  return {
    async isReserved(given) {
      if (!URL.canParse(given)) return true;
      const { origin, pathname, search } = new URL(given);
      const now = clock().getTime();
      let kept = sites.get(origin);
      if (kept === undefined || kept.until <= now) {
        kept = { rules: ask(origin), until: now + KEPT_MS };
        sites.set(origin, kept);
      }
      let rules: readonly Rule[] | null;
      try {
        rules = await kept.rules;
      } catch (error) {
        sites.delete(origin);
        throw error;
      }
      if (rules === null) {
        kept.until = Math.min(kept.until, now + KEPT_AFTER_FAILURE_MS);
        return true;
      }
      const fitting = rules.filter((rule) => isWithin(pathname + search, rule));
      const nearest = fitting.toSorted((a, b) => b.length - a.length)[0];
      return nearest?.isReserved ?? false;
    },
  };
}
