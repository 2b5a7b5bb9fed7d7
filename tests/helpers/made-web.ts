/** A web of made pages, changed while a test runs: what is not there answers 404, and what is asked is written down. */

import type { Download, FreshDownload } from "../../src/net/download.ts";

export interface MadeWeb {
  readonly pages: Map<string, string>;
  readonly asked: string[];
  readonly download: Download;
}

export function createMadeWeb(given: Readonly<Record<string, string>>, headers: Partial<FreshDownload> = {}): MadeWeb {
  const pages = new Map(Object.entries(given));
  const asked: string[] = [];
  const download: Download = async (url) => {
    asked.push(url);
    const text = pages.get(url);
    if (text === undefined) {
      return { status: "failed", kind: "http", httpStatus: 404, retryAfterMs: null, reason: "Not here." };
    }
    return {
      status: "fresh",
      url,
      permanentUrl: null,
      body: Buffer.from(text),
      contentType: null,
      etag: null,
      lastModified: null,
      hints: { maxAgeMs: null, retryAfterMs: null },
      xRobotsTag: null,
      tdmReservation: null,
      link: null,
      ...headers,
    };
  };
  return { pages, asked, download };
}
