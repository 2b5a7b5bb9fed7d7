/** Everything that reads text from outside, in a worker thread: a hostile text costs that thread some seconds, nothing more. */

import type { Reading } from "../answers/reading-tasks.ts";
import type { Asker } from "../answers/services.ts";
import { createWorkerPool, type TaskTurn } from "../net/worker-pool.ts";

/** One reads some thirty pages a second; the network is slower than that, and a second would not fit into 512 MB. */
const WORKERS = 1;
/** The largest page that is downloaded, 5 MB of paragraphs, takes 2 s on a quiet machine and some times that on a crowded one. */
const TIMEOUT_MS = 10_000;
/** What people ask for holds up the news while it is read. */
const PEOPLE_TIMEOUT_MS = 6_000;
/** The thread takes some 100 MB more than its heap's old part, and the bot itself 150 (docs/architecture.md). */
const MEMORY_MB_MAX = 112;
/** Reading done for one person, and for one channel, within ten minutes: a page takes a tenth of a second. */
const PERSON_MS_MAX = 30_000;
const CHANNEL_MS_MAX = 90_000;
const OWN_FILE = new URL(`./reading-worker.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

export interface ReadingTask {
  readonly name: keyof Reading;
  readonly given: readonly unknown[];
}

export interface Reader {
  /** Sites share the time evenly. */
  readonly ofNews: Reading;
  /** As much time as the news have, shared evenly among people and among channels. */
  forPerson(asker: Asker): Reading;
  /** Ends the thread; what is under way is rejected. */
  close(): Promise<void>;
}

/** The site a task is about; tasks name it as an argument or in one. */
function findSite(given: readonly unknown[]): string {
  const urls = given.map((each) => (typeof each === "object" && each !== null && "url" in each ? each.url : each));
  const url = urls.find((each): each is string => typeof each === "string" && URL.canParse(each));
  return url === undefined ? "" : new URL(url).host;
}

/** Threads start with the first task. A task that is stopped rejects with WorkStoppedError. */
export function createReader({
  workers = WORKERS,
  timeoutMs = TIMEOUT_MS,
  peopleTimeoutMs = PEOPLE_TIMEOUT_MS,
  memoryMbMax = MEMORY_MB_MAX,
  file = OWN_FILE,
} = {}): Reader {
  const pool = createWorkerPool<ReadingTask, unknown>({
    file,
    size: workers,
    timeoutMs,
    memoryMbMax,
  });

  function toReading(toTurn: (given: readonly unknown[]) => TaskTurn): Reading {
    const inThread =
      <Name extends keyof Reading>(name: Name) =>
      (...given: Parameters<Reading[Name]>): ReturnType<Reading[Name]> =>
        pool.run({ name, given }, toTurn(given)) as ReturnType<Reading[Name]>;
    return {
      parseFeed: inThread("parseFeed"),
      findLinksIn: inThread("findLinksIn"),
      // What else a download holds stays here.
      readSite: ({ body, contentType, url, xRobotsTag, tdmReservation }) =>
        inThread("readSite")({ body, contentType, url, xRobotsTag, tdmReservation }),
      readPage: ({ body, contentType, url, xRobotsTag, tdmReservation }) =>
        inThread("readPage")({ body, contentType, url, xRobotsTag, tdmReservation }),
      readOwnText: inThread("readOwnText"),
      findQuotes: inThread("findQuotes"),
      briefOf: inThread("briefOf"),
      judgeRobots: inThread("judgeRobots"),
      readTransfer: inThread("readTransfer"),
    };
  }

  return {
    ofNews: toReading((given) => ({ lane: 0, askers: [{ key: `site:${findSite(given)}` }] })),
    forPerson: ({ person, channel }) =>
      toReading(() => ({
        lane: 1,
        timeoutMs: peopleTimeoutMs,
        askers: [
          { key: `person:${person}`, workMsMax: PERSON_MS_MAX },
          { key: `channel:${channel}`, workMsMax: CHANNEL_MS_MAX },
        ],
      })),
    close: () => pool.close(),
  };
}
