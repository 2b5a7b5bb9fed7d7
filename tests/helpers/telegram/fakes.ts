/** A program for the platform to talk to: commands, an Answer that records what it was asked, and sample posts. */

import type { Command } from "../../../src/domain/command.ts";
import { toArticleId } from "../../../src/domain/id.ts";
import type { Answer, ButtonPress, Invocation, Log } from "../../../src/domain/platform.ts";
import type { Post, Reply } from "../../../src/domain/post.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { defineCommand } from "../../../src/typed/define-command.ts";
import { integer, rest, text, withDefault } from "../../../src/typed/options/index.ts";

const run = async (): Promise<Reply> => ({ text: "" });

export const COMMANDS: readonly Command[] = [
  defineCommand({
    name: "subscribe",
    summary: "Send briefs to this channel",
    access: "managers",
    options: {
      what: rest(text({ description: "What to send" })),
      words: text({ description: "Only with these words" }),
    },
    examples: ["/subscribe everything"],
    run,
  }),
  defineCommand({
    name: "search",
    summary: "Search the briefs",
    access: "everyone",
    options: {
      words: rest(text({ description: "Words" })),
      feed: text({ description: "Only this feed" }),
      days: withDefault(integer({ description: "Days back", min: 1, max: 365 }), 90),
    },
    examples: ["/search ferry"],
    run,
  }),
  defineCommand({ name: "subscriptions", summary: "List them", access: "everyone", options: {}, examples: [], run }),
  defineCommand({
    name: "brief",
    summary: "A brief of any page",
    access: "everyone",
    options: { url: rest(text({ description: "Address", lengthMax: 2000 })) },
    examples: [],
    run,
  }),
  defineCommand({ name: "help", summary: "Show what there is", access: "everyone", options: {}, examples: [], run }),
  defineCommand({ name: "latest", summary: "The newest briefs", access: "everyone", options: {}, examples: [], run }),
];

export interface FakeAnswer extends Answer {
  readonly invocations: Invocation[];
  readonly presses: ButtonPress[];
  readonly gone: Destination[];
  readonly back: Destination[];
  readonly moves: (readonly [from: string, to: string])[];
}

/** Replies with what the given function says; a text by default. */
export function createFakeAnswer(
  toReply: (invocation: Invocation) => Reply | Promise<Reply> = ({ commandName }) => ({ text: `Did ${commandName}.` }),
  toPressed: (press: ButtonPress) => Reply | Promise<Reply> = ({ buttonId }) => ({ text: `Pressed ${buttonId}.` }),
): FakeAnswer {
  const invocations: Invocation[] = [];
  const presses: ButtonPress[] = [];
  const gone: Destination[] = [];
  const back: Destination[] = [];
  const moves: (readonly [string, string])[] = [];
  return {
    invocations,
    presses,
    gone,
    back,
    moves,
    async reply(invocation) {
      invocations.push(invocation);
      return toReply(invocation);
    },
    async press(press) {
      presses.push(press);
      return toPressed(press);
    },
    complete: async () => [],
    async left(destinations) {
      gone.push(...destinations);
    },
    async joined(destinations) {
      back.push(...destinations);
    },
    async moved(from, to) {
      moves.push([from.address, to.address]);
    },
  };
}

export interface RecordingLog extends Log {
  readonly entries: (readonly [level: string, event: string, facts: Readonly<Record<string, unknown>>])[];
}

export function createRecordingLog(): RecordingLog {
  const entries: (readonly [string, string, Readonly<Record<string, unknown>>])[] = [];
  const write = (level: string) => (facts: Readonly<Record<string, unknown>>, event: string) => {
    entries.push([level, event, facts]);
  };
  return { entries, debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

export const NOW = new Date("2026-11-23T12:00:00Z");

export function buildPost(parts: Partial<Post> = {}): Post {
  return {
    articleId: toArticleId(7),
    headline: "Ferry to Lindmere stops for the winter",
    url: "https://harborwire.example/ferry-stops",
    outlet: "Harbor Wire",
    agency: null,
    publishedAt: new Date("2026-11-23T09:00:00Z"),
    languageShown: null,
    sentences: ["The ferry to Lindmere will stop on Friday.", "It carried 40,000 people last year."],
    quotes: [
      {
        text: "We have no choice this winter",
        speaker: "Ada Lindqvist",
        role: "harbor master",
        url: "https://harborwire.example/ferry-stops#:~:text=We%20have%20no%20choice",
      },
    ],
    imageUrl: null,
    alsoOutlets: [],
    isUpdated: false,
    isFeedSummary: false,
    topics: [],
    ...parts,
  };
}
