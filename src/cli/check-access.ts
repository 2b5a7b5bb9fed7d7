/** The doctor's visit of private feeds: which have an access, and whether it opens them. */

import { findAccess, findAccessProblems } from "../app/feed-access.ts";
import type { Settings } from "../app/settings.ts";
import type { Feed } from "../domain/feed.ts";
import { createDownload } from "../net/download.ts";

export interface AccessFinding {
  readonly mark: "ok" | "note" | "MEND";
  /** Names feeds and hosts, no value. */
  readonly text: string;
}

/** Every feed that has an access is asked for once with it. */
export async function checkAccess(settings: Settings, catalog: readonly Feed[]): Promise<readonly AccessFinding[]> {
  const findings: AccessFinding[] = [];
  const tell = (mark: AccessFinding["mark"], text: string): void => void findings.push({ mark, text });
  // Secrets of containers are often mounted so; nobody else may be there to read them.
  for (const { isUnsafe, text } of findAccessProblems(settings, catalog)) tell(isUnsafe ? "note" : "MEND", text);
  const { allowedHosts, contactUrl, feedAccess } = settings;
  const net = createDownload({ userAgent: `Pullquote/0.1 (+${contactUrl})`, allowedHosts, proxy: settings });
  try {
    for (const feed of catalog) {
      const access = findAccess(feed, feedAccess, catalog);
      if (access === null) continue;
      const downloaded = await net.download(feed.url, { accept: "feed", access });
      const isPlain = access.origin.startsWith("http:");
      const plainly = isPlain ? " What is sent is not encrypted; use an https address." : "";
      if (downloaded.status !== "failed") {
        tell("ok", `${feed.id} is read with its access${access.isForPages ? ", its pages too" : ""}.${plainly}`);
        continue;
      }
      const isRefused = downloaded.httpStatus === 401 || downloaded.httpStatus === 403;
      const what = isRefused ? ` Mend "${access.key}" in FEED_ACCESS_FILE.` : "";
      tell("MEND", `${feed.id}: ${downloaded.reason}${what}`);
    }
  } finally {
    await net.close();
  }
  return findings;
}
