/** Asking the bot as a person would: typed text in, a Reply out, through the whole of answer.ts. */

import { COMMANDS } from "../../commands/index.ts";
import { createAnswer } from "../../src/answers/answer.ts";
import type { FeedDependencies } from "../../src/answers/find-feeds.ts";
import { READING_TASKS } from "../../src/answers/reading-tasks.ts";
import { createServices } from "../../src/answers/services.ts";
import type { DrawCard } from "../../src/domain/cards/card.ts";
import type { CommandServices } from "../../src/domain/command.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import type { Button, Reply } from "../../src/domain/post.ts";
import type { Store } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import type { Download } from "../../src/net/download.ts";
import { readArguments, readTypedCommand } from "../../src/typed/typed-command.ts";
import { NOW } from "./build.ts";

export const WEB_MAIN: Destination = { platform: "web", address: "main" };

const NO_NETWORK: Download = async () => ({
  status: "failed",
  kind: "network",
  httpStatus: null,
  retryAfterMs: null,
  reason: "There is no network here.",
});

const EMPTY_FEED = '<rss version="2.0"><channel><title>News</title></channel></rss>';

/** A server that answers everything alike. */
export const serving =
  (text: string): Download =>
  async (url) =>
    toFresh(url, text);

/** A list of feeds, which is asked for first, and feeds with nothing in them. */
export function servingList(text: string): Download {
  let list: string | null = null;
  return async (url) => {
    list ??= url;
    return toFresh(url, url === list ? text : EMPTY_FEED);
  };
}

const toFresh = (url: string, text: string): Awaited<ReturnType<Download>> => ({
  status: "fresh",
  url,
  body: Buffer.from(text),
  contentType: "application/json",
  etag: null,
  lastModified: null,
  permanentUrl: null,
  hints: { maxAgeMs: null, retryAfterMs: null },
  xRobotsTag: null,
  tdmReservation: null,
  link: null,
});

export interface AskOptions {
  readonly store: Store;
  readonly destination?: Destination;
  readonly isManager?: boolean;
  readonly actorId?: string;
  readonly now?: Date;
  readonly download?: Download;
  /** Why the bot may not go to an address; it may go anywhere where absent. */
  readonly findBlock?: FeedDependencies["findBlock"];
  /** What sites let the bot read; no page is read in a feed's place where absent. */
  readonly leave?: FeedDependencies["leave"];
  readonly subscriptionsMax?: number;
  readonly serverSubscriptionsMax?: number;
  readonly server?: string;
  readonly linkTo?: CommandServices["linkTo"];
  readonly drawCard?: DrawCard;
  /** The person's interface. */
  readonly locale?: string;
}

export function createTestAnswer(options: AskOptions) {
  const clock = () => options.now ?? NOW;
  const services = createServices({
    store: options.store,
    download: options.download ?? NO_NETWORK,
    readFor: () => ({
      reading: READING_TASKS,
      readPage: READING_TASKS.readPage,
      makeBrief: READING_TASKS.briefOf,
    }),
    clock,
    leave: options.leave,
    findBlock: options.findBlock,
    commands: COMMANDS,
    ...(options.linkTo === undefined ? {} : { linkTo: options.linkTo }),
    ...(options.drawCard === undefined ? {} : { drawCard: options.drawCard }),
    settings: {
      subscriptionsPerChannelMax: options.subscriptionsMax ?? 50,
      subscriptionsPerServerMax: options.serverSubscriptionsMax ?? 500,
    },
  });
  return createAnswer({ services, log: SILENT_LOG, clock });
}

const actorOf = (options: AskOptions) => ({
  id: options.actorId ?? "person",
  isManager: options.isManager ?? true,
  locale: options.locale ?? null,
});

/** What is answered, without the name of the language it is in. */
export async function ask(line: string, options: AskOptions): Promise<Reply> {
  const typed = readTypedCommand(line, null);
  if (typed === null) throw new Error(`${line} is no command`);
  const command = COMMANDS.find((each) => each.name === typed.name);
  const { language: _, ...reply } = await createTestAnswer(options).reply({
    commandName: typed.name,
    rawOptions: command === undefined ? {} : readArguments(command, typed.rest),
    destination: options.destination ?? WEB_MAIN,
    server: options.server ?? null,
    actor: actorOf(options),
  });
  return reply;
}

/** Presses the button of a reply that has this label. */
export async function press(reply: Reply, label: string, options: AskOptions): Promise<Reply> {
  const button = (reply.buttons ?? [])
    .flat()
    .find((each): each is Extract<Button, { kind: "action" }> => each.kind === "action" && each.label === label);
  if (button === undefined) throw new Error(`The reply has no button ${label}`);
  return pressId(button.id, options);
}

export async function pressId(buttonId: string, options: AskOptions): Promise<Reply> {
  const { language: _, ...reply } = await createTestAnswer(options).press({
    buttonId,
    destination: options.destination ?? WEB_MAIN,
    server: options.server ?? null,
    actor: actorOf(options),
  });
  return reply;
}

export async function complete(
  commandName: string,
  optionName: string,
  typed: string,
  options: AskOptions,
): Promise<readonly string[]> {
  const choices = await createTestAnswer(options).complete({
    commandName,
    optionName,
    typed,
    destination: options.destination ?? WEB_MAIN,
  });
  return choices.map((choice) => choice.value);
}
