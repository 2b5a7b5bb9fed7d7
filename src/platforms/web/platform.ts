/** The embedded default platform: a local chat page where one types commands and watches posts arrive. */

import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FindCard } from "../../domain/cards/card.ts";
import type { Command } from "../../domain/command.ts";
import { type Digest, isDigest } from "../../domain/digest.ts";
import { toMessage } from "../../domain/errors.ts";
import type { FetchPicture } from "../../domain/pictures/picture-file.ts";
import { type Duty, FULL_DUTY, type Log, type Platform, type RecalledPost } from "../../domain/platform.ts";
import type { Post } from "../../domain/post.ts";
import type { SharedRooms } from "../../domain/processes/process-store.ts";
import type { Archive } from "../../domain/reading/archive.ts";
import type { Desk } from "../../domain/reading/desk-report.ts";
import type { Destination, SendResult } from "../../domain/subscription.ts";
import { listPostButtonLabels, toPostButtons } from "../../messages/post-buttons.ts";
import { isLoopbackAddress } from "./guard.ts";
import { readPageFiles } from "./page-files.ts";
import { createPagePictures, type PagePictures } from "./pictures.ts";
import { createAllowance } from "./reading/allowance.ts";
import { renderButtons, renderPost, renderReply, toAnchor } from "./render.ts";
import { fitsDigest, renderDigest } from "./render-digest.ts";
import { createRoomSharing, NOT_SHARED } from "./room-sharing.ts";
import { createRooms, ROOM_PATTERN } from "./rooms.ts";
import { createRoutes, type Probes } from "./routes.ts";
import { createSessions } from "./sessions.ts";
import type { ShownArrival } from "./shown.ts";
import { createTalk, type Talk } from "./web-conversation.ts";

export interface WebDependencies extends Probes {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  /** Asked for before anything is shown. Without one the page is served to this machine only, whatever the host. */
  readonly password?: string | null;
  readonly commands: readonly Command[];
  /** Pictures are shown when it is given, by way of this server. */
  readonly fetchPicture?: FetchPicture;
  /** What is stored, as a room may read it; there is nothing to read and no API when absent. */
  readonly openArchive?: (destination: Destination) => Archive;
  readonly findCard?: FindCard;
  /** What those who run the bot see of it: all who may open the page. */
  readonly desk?: Desk;
  readonly log: Log;
  readonly clock: () => Date;
  /** Posts of earlier runs, oldest first, to fill the rooms with at the start. */
  readonly recall?: () => Promise<readonly RecalledPost[]>;
  /** Other processes show the same rooms when it is given. */
  readonly shared?: SharedRooms;
  /** Without answers nothing is served: what is sent is shown by other processes. */
  readonly duty?: Duty;
  /** Ports tried from the given one on, when it is taken. */
  readonly portTriesMax?: number;
}

const HOST = "127.0.0.1";
const PORT_TRIES_MAX = 20;
const PORT_MAX = 65_535;
const RETRY_MS = 5_000;
const STOP_TIMEOUT_MS = 3_000;
const SHARE_TIMEOUT_MS = 500;
const REQUEST_TIMEOUT_MS = 10_000;
const NOT_OPEN: SendResult = { outcome: "retry", afterMs: RETRY_MS, reason: "The page is not being served." };
const NOT_SHARED_YET: SendResult = { outcome: "retry", afterMs: RETRY_MS, reason: "Other pages do not show it yet." };
const sent = (messageId: string): SendResult => ({ outcome: "sent", messageId });

function listen(server: Server, port: number, host: string): Promise<"listening" | "taken"> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve("taken");
      else reject(error);
    };
    server.once("error", onError);
    server.listen(port, host, () => {
      server.off("error", onError);
      resolve("listening");
    });
  });
}

const waitAtMost = (work: Promise<void>, timeoutMs: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, timeoutMs);
    void work.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });

export interface WebPlatform extends Platform {
  /** Where the page is, with a slash at its end. */
  url(): string;
}

export function createWeb(dependencies: WebDependencies): WebPlatform {
  const { log, clock, commands, openArchive } = dependencies;
  const wishedHost = dependencies.host ?? HOST;
  const password = dependencies.password ?? null;
  const isAllowed = password !== null || isLoopbackAddress(wishedHost);
  const host = isAllowed ? wishedHost : HOST;
  const sessions = createSessions(password, dependencies.clock);
  const { shared, duty = FULL_DUTY } = dependencies;
  const run = randomBytes(4).toString("hex");
  const sharing = shared === undefined ? NOT_SHARED : createRoomSharing(shared, { log, clock });
  const rooms = createRooms(run, sharing.tell);
  let pictures: PagePictures = createPagePictures(dependencies.fetchPicture);
  let isOpen = false;
  const streams = new Set<() => void>();
  let server: Server | null = null;
  let talk: Talk | null = null;

  const showPost = (post: Post, isCompact?: boolean): ShownArrival => ({
    ...renderPost(post, isCompact, pictures.toPath),
    buttons: toPostButtons(commands, post, isCompact).flatMap((button) =>
      renderButtons([button]).map((shown) => ({
        ...shown,
        labelKey: button.labelKey,
        ...(button.labelValues === undefined ? {} : { labelValues: button.labelValues }),
      })),
    ),
  });
  const show = (post: Post | Digest, isCompact?: boolean) =>
    isDigest(post)
      ? { ...renderDigest(post), type: "digest" as const }
      : { ...showPost(post, isCompact), type: "post" as const };

  const url = (): string => {
    const address = server?.address() as AddressInfo | null | undefined;
    const name = host === "0.0.0.0" || host === "::" ? HOST : host.includes(":") ? `[${host}]` : host;
    return `http://${name}:${address?.port ?? dependencies.port}/`;
  };

  const listenSomewhere = async (started: Server): Promise<void> => {
    const first = dependencies.port;
    const last = first === 0 ? 0 : Math.min(PORT_MAX, first + (dependencies.portTriesMax ?? PORT_TRIES_MAX) - 1);
    for (let port = first; port <= last; port += 1) {
      if ((await listen(started, port, host)) === "listening") return;
      if (port < last) log.warn({ platform: "web", port, nextPort: port + 1 }, "port_taken");
    }
    const ports = first === last ? `Port ${first} is` : `Ports ${first} to ${last} are`;
    throw new Error(`${ports} taken or not allowed. Set WEB_PORT to a free port.`);
  };

  const refuseAddress = (address: string): SendResult | null =>
    ROOM_PATTERN.test(address)
      ? null
      : { outcome: "gone", reason: `There can be no room called ${address.slice(0, 40)}.` };

  /** A page without its past is better than none, so a failure is only logged. */
  const fillRooms = async (): Promise<void> => {
    try {
      const notes = await sharing.load();
      const isNoted = new Set(notes.map(({ room, event }) => ("key" in event ? `${room} ${event.key}` : room)));
      for (const { destination, messageId: key, post, isCompact, sentAt } of (await dependencies.recall?.()) ?? []) {
        const { address } = destination;
        if (refuseAddress(address) !== null || isNoted.has(`${address} ${key}`)) continue;
        rooms.take(address, { ...show(post, isCompact), key, isSilent: true, at: sentAt.toISOString() });
      }
      for (const { room, event, onlyFor } of notes) rooms.take(room, event, onlyFor);
    } catch (error) {
      log.error({ platform: "web", error: toMessage(error) }, "posts_not_recalled");
    }
  };

  /** Its pages show the same pictures under the same paths. */
  const sharePictures = async ({ log: roomLog }: SharedRooms): Promise<void> => {
    const secret = await roomLog.getSecret(randomBytes(32).toString("hex"), clock());
    pictures = createPagePictures(dependencies.fetchPicture, Buffer.from(secret, "hex"));
  };

  return {
    name: "web",
    url,
    async start(answer) {
      if (shared !== undefined) await sharePictures(shared);
      await fillRooms();
      sharing.start(rooms);
      isOpen = true;
      if (!duty.answers) return;
      const begun = createTalk({
        rooms,
        run,
        commands,
        answer,
        log,
        clock,
        toPicturePath: pictures.toPath,
        ...(shared === undefined ? {} : { shared: shared.log }),
      });
      const route = createRoutes({
        files: readPageFiles(listPostButtonLabels(commands)),
        rooms,
        talk: begun,
        pictures,
        reading:
          openArchive === undefined
            ? null
            : {
                openArchive,
                desk: dependencies.desk ?? null,
                pictures,
                allowance: createAllowance(clock),
                clock,
                commandNames: commands.map(({ name }) => name),
              },
        findCard: dependencies.findCard ?? null,
        probes: dependencies,
        sessions,
        hasPassword: password !== null,
        checkHealth: async () => (await answer.health?.()) ?? { ok: true, reasons: [] },
        streams,
      });
      const started = createServer({ requestTimeout: REQUEST_TIMEOUT_MS }, (request, response) => {
        route(request, response).catch((error: unknown) => {
          log.error({ platform: "web", error: toMessage(error) }, "request_failed");
          if (response.headersSent) response.destroy();
          else response.writeHead(500).end();
        });
      });
      await listenSomewhere(started);
      server = started;
      talk = begun;
      if (!isAllowed) {
        const reason = "WEB_HOST opens the page beyond this machine, which needs WEB_PASSWORD.";
        log.warn({ platform: "web", host: wishedHost, reason }, "page_kept_on_this_machine");
      } else if (!isLoopbackAddress(host)) log.info({ platform: "web", host }, "page_open_beyond_this_machine");
      log.info({ platform: "web", url: url() }, "page_open");
    },
    async send(destination, post, deliveryId, options = {}) {
      const refusal = refuseAddress(destination.address);
      if (refusal !== null) return refusal;
      if (!isOpen) return NOT_OPEN;
      const key = String(deliveryId);
      if (rooms.hasPost(destination.address, key)) return (await sharing.flush()) ? sent(key) : NOT_SHARED_YET;
      const isAdded = rooms.add(destination.address, {
        ...show(post, options.isCompact),
        key,
        isSilent: options.isSilent === true,
        at: clock().toISOString(),
      });
      if (!isAdded) return { outcome: "retry", afterMs: RETRY_MS, reason: "There is no place for one more room." };
      return (await sharing.flush()) ? sent(key) : NOT_SHARED_YET;
    },
    async edit(destination, messageId, post, options = {}) {
      const refusal = refuseAddress(destination.address);
      if (refusal !== null) return refusal;
      if (!rooms.hasPost(destination.address, messageId)) {
        return { outcome: "refused", reason: "The post is not on the page any more." };
      }
      rooms.add(destination.address, { ...showPost(post, options.isCompact), type: "edit", key: messageId });
      return { outcome: "sent", messageId };
    },
    async say(destination, reply, key) {
      const refusal = refuseAddress(destination.address);
      if (refusal !== null) return refusal;
      if (!isOpen) return NOT_OPEN;
      const said = {
        type: "notice",
        key,
        reply: renderReply(reply, null, pictures.toPath),
        at: clock().toISOString(),
      } as const;
      if (rooms.hasNotice(destination.address, key) || rooms.add(destination.address, said)) {
        return (await sharing.flush()) ? sent(key) : NOT_SHARED_YET;
      }
      return { outcome: "retry", afterMs: RETRY_MS, reason: "There is no place for one more room." };
    },
    fitsDigest,
    emptyPlace({ address }) {
      rooms.empty(address);
      talk?.forgetFiles(address);
    },
    linkTo: ({ address }, messageId) => (rooms.hasPost(address, messageId) ? toAnchor(address, messageId) : null),
    async stop() {
      const [stopping, talking] = [server, talk];
      server = null;
      talk = null;
      isOpen = false;
      await waitAtMost(sharing.stop(), SHARE_TIMEOUT_MS);
      if (stopping === null) return;
      const closed = new Promise<void>((resolve) => stopping.close(() => resolve()));
      if (talking !== null) await waitAtMost(talking.settled(), STOP_TIMEOUT_MS);
      for (const close of streams) close();
      stopping.closeAllConnections();
      await closed;
    },
    health: () => (server?.listening === true || (isOpen && !duty.answers) ? null : "The page is not being served."),
  };
}
