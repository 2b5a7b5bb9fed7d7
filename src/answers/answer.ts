/** One invocation -> one Reply: finds the command, checks access and options, words failures. */

import {
  ACTION_BUTTON_PATTERN,
  type Command,
  type PressRequest,
  type ServiceName,
  type StorePart,
} from "../domain/command.ts";
import { toMessage, UserError } from "../domain/errors.ts";
import type { Actor, Answer, ButtonPress, Invocation, Log } from "../domain/platform.ts";
import type { Reply } from "../domain/post.ts";
import type { Say, Wording } from "../domain/say.ts";
import { type Destination, toDestinationKey } from "../domain/subscription.ts";
import { findChannelLanguage } from "../messages/channel-language.ts";
import { findLanguage } from "../messages/languages.ts";
import { sayIn } from "../messages/say.ts";
import { findNearCommands } from "../typed/near-names.ts";
import type { Asked } from "../typed/plain/plain-words.ts";
import { readOptions } from "../typed/read-options.ts";
import { completeOption } from "./complete-option.ts";
import { HEARING, hear, OFFER, readOffer } from "./hear.ts";
import { createLimiter, createUnderWay } from "./limiter.ts";
import { createPlaces } from "./place-changes.ts";
import type { Services } from "./services.ts";

const COMMANDS_PER_MINUTE_MAX = 30;
/** Under way at once, for one person and in one channel: a slow page takes its time. */
const UNDER_WAY_MAX = { person: 4, channel: 8 };

export interface AnswerDependencies {
  readonly services: Services;
  readonly log: Log;
  readonly clock: () => Date;
  /** Spoken where neither the channel nor the person has said another: the setting LANGUAGE. English when absent. */
  readonly language?: string;
  readonly commandsPerMinuteMax?: number | undefined;
}

/** So many of the parts, by name. The types promise the others, and no command that names what it needs asks for them. */
const pick = <T extends object>(whole: T, names: readonly (keyof T)[]): T =>
  Object.fromEntries(names.map((name) => [name, whole[name]])) as T;

/** What one answer is worded with: for the one who asked, or for everybody in the channel. */
interface Voices {
  readonly toOne: Say;
  readonly toAll: Say;
}

/** Always answers: what goes wrong comes back as a sentence, and is logged when it is not the person's doing. */
export function createAnswer(dependencies: AnswerDependencies): Answer {
  const { services, log, clock, language = "en", commandsPerMinuteMax = COMMANDS_PER_MINUTE_MAX } = dependencies;
  const ownVoice = sayIn(findLanguage(language) ?? "en");
  const commands = new Map<string, Command>(services.commands.map((command) => [command.name, command]));
  const limiter = createLimiter({ max: commandsPerMinuteMax, windowMs: 60_000, keysMax: 10_000, clock });

  const places = createPlaces({ store: services.store, log, clock });
  const ofPeople = createUnderWay(UNDER_WAY_MAX.person);
  const ofChannels = createUnderWay(UNDER_WAY_MAX.channel);

  /** Does it when neither the person nor the channel has too much under way. */
  async function inTurn<T>(actor: Actor, destination: Destination, work: () => Promise<T>): Promise<T> {
    const keys = [
      [ofPeople, `${destination.platform}:${actor.throttleId ?? actor.id}`],
      [ofChannels, toDestinationKey(destination)],
    ] as const;
    const begun: (() => void)[] = [];
    try {
      for (const [underWay, key] of keys) {
        const end = underWay.begin(key);
        if (end === null) throw new UserError("limit", (say) => say("answer.underWay"));
        begun.push(end);
      }
      return await work();
    } finally {
      for (const end of begun) end();
    }
  }

  function countUse(actor: Actor, destination: Destination): void {
    if (limiter.take(`${destination.platform}:${actor.throttleId ?? actor.id}`)) return;
    throw new UserError("limit", (say) => say("answer.tooMany"));
  }

  function findAllowed(name: string, actor: Actor, destination: Destination): Command {
    const command = commands.get(name);
    if (command === undefined) {
      const near = findNearCommands(name, [...commands.keys()]).map((each) => `/${each}`);
      throw new UserError("not-found", (say) =>
        near.length === 0
          ? say("answer.noCommand", { command: `/${name}` })
          : say("answer.noCommandNear", { command: `/${name}`, near: say.list(near, "or") }),
      );
    }
    if (command.access === "managers" && !actor.isManager) {
      throw new UserError("forbidden", (say) => say("answer.managersOnly", { command: `/${name}` }));
    }
    countUse(actor, destination);
    return command;
  }

  /** The channel's own language; where it has none, the person's for what only they see, and the setting's for the rest. */
  async function findVoices(destination: Destination, locale: string | null, isPrivate: boolean): Promise<Voices> {
    let own = null;
    try {
      own = await findChannelLanguage(services.store.notes, destination);
    } catch (error) {
      // An answer in another language is better than none.
      log.warn({ destination: toDestinationKey(destination), reason: toMessage(error) }, "language_not_found");
    }
    const personal = findLanguage(locale);
    const toOne = own ?? personal;
    const toAll = isPrivate ? toOne : own;
    return { toOne: toOne === null ? ownVoice : sayIn(toOne), toAll: toAll === null ? ownVoice : sayIn(toAll) };
  }

  /** Commands everyone may use answer the one who asked; what changes a channel is told to all of it. */
  const chooseVoice = (command: Command, { toOne, toAll }: Voices): Say =>
    command.access === "everyone" ? toOne : toAll;

  /** A command is handed what it says it needs, and nothing else. */
  function toRequest(
    { needs }: Pick<Command, "needs">,
    say: Say,
    {
      destination,
      server = null,
      actor,
      onProgress = async () => {},
    }: Pick<Invocation, "destination" | "server" | "actor" | "onProgress">,
  ): PressRequest<StorePart, ServiceName> {
    const own = services.forChannel({
      destination,
      server,
      personId: actor.throttleId ?? actor.id,
      keeperId: actor.isPlace === true ? null : actor.id,
    });
    return {
      ...pick(own, needs?.services ?? []),
      store: pick(own.store, needs?.store ?? []),
      say,
      // The setting may name a language the bot does not speak: then posts are still meant for its readers.
      language: say === ownVoice ? language : say.language,
      destination,
      server,
      actor,
      now: clock(),
      onProgress,
    };
  }

  async function guarded(
    name: string,
    { destination, actor, isPrivate = false }: Pick<ButtonPress, "destination" | "actor" | "isPrivate">,
    run: (voices: Voices) => Promise<Reply>,
  ): Promise<Reply> {
    const startedAt = performance.now();
    const voices = await findVoices(destination, actor.locale, isPrivate);
    const sorry = (wording: Wording): Reply => ({
      text: wording(voices.toOne),
      language: voices.toOne.language,
      isPrivate: true,
    });
    try {
      const reply = await run(voices);
      log.info(
        {
          command: name,
          destination: toDestinationKey(destination),
          durationMs: Math.round(performance.now() - startedAt),
        },
        "command_answered",
      );
      return reply;
    } catch (error) {
      if (error instanceof UserError) {
        return { ...sorry(error.wording), ...(error.code === "forbidden" ? { isRefusal: true } : {}) };
      }
      log.error(
        {
          command: name,
          destination: toDestinationKey(destination),
          reason: toMessage(error),
          stack: error instanceof Error ? error.stack : null,
        },
        "command_failed",
      );
      return sorry((say) => say("answer.fault"));
    }
  }

  async function runCommand(invocation: Invocation, voices: Voices): Promise<Reply> {
    const { commandName, rawOptions, destination, actor } = invocation;
    const command = findAllowed(commandName, actor, destination);
    const options = readOptions(command, rawOptions, clock());
    const say = chooseVoice(command, voices);
    const reply = await command.run({ ...toRequest(command, say, invocation), options });
    // A command used there is a sign that the bot is let in; the answer has said how things stood.
    await places.readmit(destination);
    return { language: say.language, ...reply };
  }

  return {
    reply: (invocation) =>
      guarded(invocation.commandName, invocation, (voices) =>
        inTurn(invocation.actor, invocation.destination, () => runCommand(invocation, voices)),
      ),

    press: (buttonPress) =>
      guarded("button", buttonPress, (voices) =>
        inTurn(buttonPress.actor, buttonPress.destination, async () => {
          const { buttonId, destination, actor } = buttonPress;
          const [, name = "", rest = ""] = ACTION_BUTTON_PATTERN.exec(buttonId) ?? [];
          if (name === OFFER) {
            const { store } = toRequest(HEARING, voices.toOne, buttonPress);
            return runCommand({ ...buttonPress, ...(await readOffer(rest, store.notes)) }, voices);
          }
          const command = findAllowed(name === "" ? "help" : name, actor, destination);
          if (name === "" || command.press === undefined) {
            throw new UserError("not-found", (say) => say("answer.oldButton"));
          }
          const say = chooseVoice(command, voices);
          return { language: say.language, ...(await command.press(rest, toRequest(command, say, buttonPress))) };
        }),
      ),

    async draft({ commandName, typed, destination, actor }) {
      const command = commands.get(commandName);
      if (command?.draft === undefined || (command.access === "managers" && !actor.isManager)) return null;
      try {
        const { toOne: say } = await findVoices(destination, actor.locale, true);
        return {
          language: say.language,
          ...(await command.draft(typed, toRequest(command, say, { destination, actor }))),
        };
      } catch (error) {
        log.error({ command: commandName, reason: toMessage(error) }, "draft_failed");
        return null;
      }
    },

    async complete(query) {
      try {
        return await completeOption(commands.get(query.commandName)?.options[query.optionName], query.typed, {
          store: services.forChannel({ destination: query.destination }).store,
          destination: query.destination,
          say: (await findVoices(query.destination, query.locale ?? null, true)).toOne,
        });
      } catch (error) {
        log.error({ command: query.commandName, reason: toMessage(error) }, "completion_failed");
        return [];
      }
    },

    chooseLanguage: async (destination, locale) => (await findVoices(destination, locale, true)).toOne.language,

    hear: (heard) =>
      guarded("hear", heard, (voices) =>
        inTurn(heard.actor, heard.destination, async () => {
          const { text, ...rest } = heard;
          const say = voices.toOne;
          const { store } = toRequest(HEARING, say, rest);
          const run = (asked: Asked): Promise<Reply> => runCommand({ ...rest, ...asked }, voices);
          return {
            language: say.language,
            ...(await hear(text, { commands: services.commands, store, say, run, now: clock() })),
          };
        }),
      ),

    ...places,
  };
}
