/** One invocation -> one Reply: finds the command, checks access and options, words failures. */

import {
  ACTION_BUTTON_PATTERN,
  type Command,
  type CommandServices,
  type Option,
  readOptions,
} from "./domain/command.ts";
import { toMessage, UserError } from "./domain/errors.ts";
import { completeFeeds, listTopics } from "./domain/feed-choice.ts";
import { fold } from "./domain/fold.ts";
import type { Actor, Answer, Choice, CompletionQuery, Log } from "./domain/platform.ts";
import type { Reply } from "./domain/post.ts";
import { type Destination, toDestinationKey } from "./domain/subscription.ts";
import { describeSubscription } from "./domain/wording.ts";
import { createLimiter } from "./limiter.ts";

const CHOICES_MAX = 25;
const COMMANDS_PER_MINUTE_MAX = 30;

export interface AnswerDependencies {
  readonly services: CommandServices;
  readonly log: Log;
  readonly clock: () => Date;
}

const sorry = (text: string): Reply => ({ text, isPrivate: true });

async function completeOption(
  option: Option | undefined,
  query: CompletionQuery,
  { store }: CommandServices,
): Promise<readonly Choice[]> {
  if (option?.type !== "text" || option.completes === undefined) return [];
  const typed = query.typed.slice(0, 100);
  switch (option.completes) {
    case "feed": {
      const feeds = await store.feeds.list();
      return completeFeeds(feeds, typed, CHOICES_MAX).map((feed) => ({ label: feed.title, value: feed.id }));
    }
    case "topic":
      return listTopics(await store.feeds.list())
        .filter((topic) => fold(topic).startsWith(fold(typed)))
        .map((topic) => ({ label: topic, value: topic }));
    case "speaker":
      return (await store.articles.findSpeakers(typed, CHOICES_MAX)).map((name) => ({ label: name, value: name }));
    case "subscription": {
      const [feeds, standing] = await Promise.all([
        store.feeds.list(),
        store.subscriptions.findByDestination(query.destination),
      ]);
      return standing.map((each) => ({
        label: `${each.id}. ${describeSubscription(each, feeds)}`,
        value: String(each.id),
      }));
    }
  }
}

/** Always answers: what goes wrong comes back as a sentence, and is logged when it is not the person's doing. */
export function createAnswer({ services, log, clock }: AnswerDependencies): Answer {
  const commands = new Map<string, Command>(services.commands.map((command) => [command.name, command]));
  const limiter = createLimiter({ perMinuteMax: COMMANDS_PER_MINUTE_MAX, keysMax: 10_000, clock });

  function findAllowed(name: string, actor: Actor, destination: Destination): Command {
    const command = commands.get(name);
    if (command === undefined) throw new UserError("not-found", `There is no command /${name}. /help lists them.`);
    if (command.access === "managers" && !actor.isManager) {
      throw new UserError("forbidden", `/${name} changes this channel, so only those who manage it may use it.`);
    }
    if (!limiter.take(`${destination.platform}:${actor.id}`)) {
      throw new UserError("limit", "That was a lot of commands in a minute. Please wait a little.");
    }
    return command;
  }

  async function guarded(name: string, destination: Destination, run: () => Promise<Reply>): Promise<Reply> {
    const startedAt = performance.now();
    try {
      const reply = await run();
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
      if (error instanceof UserError) return sorry(error.message);
      log.error(
        {
          command: name,
          destination: toDestinationKey(destination),
          reason: toMessage(error),
          stack: error instanceof Error ? error.stack : null,
        },
        "command_failed",
      );
      return sorry("Something went wrong here, and it has been written down. Please try again in a minute.");
    }
  }

  return {
    reply: ({ commandName, rawOptions, destination, actor, onProgress }) =>
      guarded(commandName, destination, async () => {
        const command = findAllowed(commandName, actor, destination);
        const options = readOptions(command, rawOptions);
        return command.run({
          ...services,
          options,
          destination,
          actor,
          now: clock(),
          onProgress: onProgress ?? (async () => {}),
        });
      }),

    press: ({ buttonId, destination, actor }) =>
      guarded("button", destination, async () => {
        const [, name = "", rest = ""] = ACTION_BUTTON_PATTERN.exec(buttonId) ?? [];
        const command = findAllowed(name === "" ? "help" : name, actor, destination);
        if (name === "" || command.press === undefined) {
          throw new UserError("not-found", "This button is old. Please use the command again.");
        }
        return command.press(rest, { ...services, destination, actor, now: clock(), onProgress: async () => {} });
      }),

    async complete(query) {
      try {
        const choices = await completeOption(
          commands.get(query.commandName)?.options[query.optionName],
          query,
          services,
        );
        return choices.slice(0, CHOICES_MAX);
      } catch (error) {
        log.error({ command: query.commandName, reason: toMessage(error) }, "completion_failed");
        return [];
      }
    },

    async left(destinations) {
      for (const destination of destinations) {
        try {
          const count = await services.store.subscriptions.pauseDestination(destination, "gone: the bot was removed");
          log.info({ destination: toDestinationKey(destination), count }, "destination_left");
        } catch (error) {
          log.error(
            { destination: toDestinationKey(destination), reason: toMessage(error) },
            "destination_leave_failed",
          );
        }
      }
    },

    async joined(destinations) {
      for (const destination of destinations) {
        try {
          const count = await services.store.subscriptions.resumeDestination(destination);
          if (count > 0) log.info({ destination: toDestinationKey(destination), count }, "destination_joined");
        } catch (error) {
          log.error(
            { destination: toDestinationKey(destination), reason: toMessage(error) },
            "destination_join_failed",
          );
        }
      }
    },

    async moved(from, to) {
      try {
        await services.store.subscriptions.moveDestination(from, to);
        log.info({ destination: toDestinationKey(from), to: toDestinationKey(to) }, "destination_moved");
      } catch (error) {
        log.error({ destination: toDestinationKey(from), reason: toMessage(error) }, "destination_move_failed");
      }
    },
  };
}
