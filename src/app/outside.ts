/** What reaches outside the process, and what reads outside text in threads of its own: built together, closed together. */

import { keepCards } from "../answers/cards.ts";
import { createFetchPicture } from "../answers/fetch-picture.ts";
import { createFetchFile, listPlatformHosts } from "../answers/fetch-sent-file.ts";
import type { Feed } from "../domain/feed.ts";
import type { Log } from "../domain/platform.ts";
import { createReservations } from "../feeds/sites/reservations.ts";
import { createDownload, type Download, type SendForm } from "../net/download.ts";
import { createPatience } from "../net/patience.ts";
import { createRobots } from "../net/robots.ts";
import type { Reach } from "../news/pipeline.ts";
import { createDrawer } from "./cards/drawer.ts";
import { findAccess, findAccessProblems } from "./feed-access.ts";
import { createReader } from "./reader.ts";
import type { Settings } from "./settings.ts";

/** A host that answers a person with "too often" is asked for people again after so long. */
const PEOPLE_HOLD_MS_MAX = 10 * 60_000;

interface OutsideOptions {
  /** As the file has it: where an access is for. */
  readonly catalog?: readonly Feed[] | undefined;
  readonly log: Log;
  readonly clock: () => Date;
  /** How long the file somebody sent may take to be fetched. */
  readonly fileTimeoutMs?: number | undefined;
  /** The file of the thread that reads. */
  readonly readingFile?: URL | undefined;
  /** The file of the process that draws. */
  readonly drawingFile?: URL | undefined;
}

export function createOutside(settings: Settings, options: OutsideOptions) {
  const { catalog = [], log, clock, fileTimeoutMs, readingFile, drawingFile } = options;
  const drawer = createDrawer({ log, file: drawingFile });
  const userAgent = `Pullquote/0.1 (+${settings.contactUrl})`;
  const { allowedHosts, allowedHostsTyped, feedAccess } = settings;
  const usual = { userAgent, clock, proxy: settings };
  for (const { text } of findAccessProblems(settings, catalog)) log.warn({ reason: text }, "feed_access_problem");
  const ofCatalog = createDownload({ ...usual, allowedHosts });
  // Feeds that people added, and their pages: as polite towards each host together with those of the catalog as alone.
  const ofAdded = createDownload({ ...usual, allowedHosts: allowedHostsTyped, gate: ofCatalog.gate });
  // Apart from the news: what a person asks for keeps no host from them, however long it wishes to be left alone.
  const ofPeople = createDownload({
    ...usual,
    allowedHosts: allowedHostsTyped,
    hostConcurrencyMax: 1,
    holdMsMax: PEOPLE_HOLD_MS_MAX,
  });
  // Any page may name a picture anywhere, so that the administrator's own hosts are not asked for any.
  const pictures = createDownload({ ...usual, allowedHosts: allowedHostsTyped, holdMsMax: PEOPLE_HOLD_MS_MAX });
  // Apart from what people and feeds can have asked: a private API server is open to the platforms' files alone.
  const files = createDownload({
    ...usual,
    allowedHosts: listPlatformHosts([settings.discordApiUrl, settings.telegramApiUrl]),
  });
  const {
    ofNews,
    forPerson,
    close: closeReader,
  } = createReader(readingFile === undefined ? {} : { file: readingFile });
  let isEnding = false;
  const toReach = (reach: Download): Reach & Required<Pick<Reach, "isReserved">> => {
    const patient = createPatience(reach, () => performance.now());
    // What the end breaks off says nothing of the server, and is no reason to make do with the feed's own text.
    const download: Download = async (url, request) => {
      const downloaded = await patient(url, request);
      if (isEnding) throw new Error("The bot is stopping.");
      return downloaded;
    };
    const { mayRead } = createRobots({ download, userAgent: "Pullquote", clock, judge: ofNews.judgeRobots });
    return { download, mayRead, isReserved: createReservations(download, clock).isReserved };
  };
  const [reachOfCatalog, reachOfAdded] = [toReach(ofCatalog.download), toReach(ofAdded.download)];
  /** A feed with an access shares the host's politeness and robots.txt, and sends it with its own requests alone. */
  function reachOfPrivate(feed: Feed): Reach {
    const access = findAccess(feed, feedAccess, catalog);
    if (access === null) return reachOfCatalog;
    const download: Download = (url, request = {}) =>
      reachOfCatalog.download(url, request.accept === "feed" || access.isForPages ? { ...request, access } : request);
    return { ...reachOfCatalog, download };
  }
  const isOfCatalog = ({ origin }: Feed): boolean => origin === "catalog";
  return {
    ofCatalog: reachOfCatalog,
    /** Private hosts that the administrator opened for feeds are open to those of the catalog alone. */
    reachOf: (feed: Feed): Reach => (isOfCatalog(feed) ? reachOfPrivate(feed) : reachOfAdded),
    sendFormFor: (feed: Feed): SendForm => (isOfCatalog(feed) ? ofCatalog.sendForm : ofAdded.sendForm),
    downloadForPeople: ofPeople.download,
    findBlockForPeople: ofPeople.findBlock,
    /** What sites let the bot read, as it is asked for people. */
    leaveForPeople: {
      ...createRobots({ download: ofPeople.download, userAgent: "Pullquote", clock, judge: ofNews.judgeRobots }),
      ...createReservations(ofPeople.download, clock),
    },
    ofNews,
    forPerson,
    fetchFile: createFetchFile({
      download: files.download,
      log,
      ...(fileTimeoutMs === undefined ? {} : { timeoutMs: fileTimeoutMs }),
    }),
    fetchPicture: createFetchPicture({ download: pictures.download, clock }),
    drawCard: keepCards(drawer.draw),
    /** Breaks off what is under way. */
    async close(): Promise<void> {
      isEnding = true;
      drawer.close();
      const nets = [ofCatalog, ofAdded, ofPeople, pictures, files];
      await Promise.all([...nets.map((net) => net.close()), closeReader()]);
    },
  };
}
