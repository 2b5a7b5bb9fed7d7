/** Posts, commands and a plain Answer for tests of the Discord platform. */

import type { Command } from "../../../src/domain/command.ts";
import type { ArticleId } from "../../../src/domain/id.ts";
import type { Answer, ButtonPress, CompletionQuery, Invocation } from "../../../src/domain/platform.ts";
import type { Post, PostQuote, Reply } from "../../../src/domain/post.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { defineCommand } from "../../../src/typed/define-command.ts";
import { boolean, choice, feed, integer, required, rest, text } from "../../../src/typed/options/index.ts";

export function buildQuote(change: Partial<PostQuote> = {}): PostQuote {
  return {
    text: "We will rebuild the pier before the winter storms",
    speaker: "Ilse Maren",
    role: "harbor master",
    url: "https://harborwire.example/pier#:~:text=We%20will%20rebuild",
    ...change,
  };
}

export function buildPost(change: Partial<Post> = {}): Post {
  return {
    articleId: 7 as ArticleId,
    headline: "Brinmouth votes to rebuild its storm-damaged pier",
    url: "https://harborwire.example/pier",
    outlet: "Harbor Wire",
    agency: null,
    publishedAt: new Date("2026-11-20T10:00:00Z"),
    languageShown: null,
    sentences: ["The town council voted on Friday to rebuild the pier.", "Work begins in March."],
    quotes: [buildQuote()],
    imageUrl: null,
    alsoOutlets: [],
    isUpdated: false,
    isFeedSummary: false,
    topics: [],
    ...change,
  };
}

const never = (): Promise<Reply> => Promise.reject(new Error("commands are answered by the fake"));

export const SAMPLE_COMMANDS: readonly Command[] = [
  defineCommand({
    name: "subscribe",
    summary: "Post news in this channel",
    access: "managers",
    options: {
      words: text({ description: "Only with these words" }),
      feed: required(feed({ description: "The feed", lengthMax: 200 })),
    },
    examples: ["/subscribe harbor-wire"],
    run: never,
  }),
  defineCommand({
    name: "search",
    summary: "Search the stories carried so far",
    access: "everyone",
    options: {
      words: required(rest(text({ description: "Words to look for" }))),
      days: integer({ description: "How many days back", min: 1, max: 365 }),
      exact: boolean({ description: "These very words" }),
      order: choice({ description: "What comes first", choices: ["newest", "best"] }),
    },
    examples: ["/search pier"],
    run: never,
  }),
  defineCommand({
    name: "subscriptions",
    summary: "What this channel is subscribed to",
    access: "everyone",
    options: {},
    examples: ["/subscriptions"],
    run: never,
  }),
] as unknown as readonly Command[];

export interface FakeAnswer extends Answer {
  readonly invocations: Invocation[];
  readonly presses: ButtonPress[];
  readonly queries: CompletionQuery[];
  readonly departed: Destination[];
  readonly arrived: Destination[];
}

/** Answers as told, and remembers what was asked. */
export function createFakeAnswer(change: Partial<Answer> = {}): FakeAnswer {
  const invocations: Invocation[] = [];
  const presses: ButtonPress[] = [];
  const queries: CompletionQuery[] = [];
  const departed: Destination[] = [];
  const arrived: Destination[] = [];
  const inner: Answer = {
    reply: (invocation) => Promise.resolve({ text: `You used ${invocation.commandName}.`, isPrivate: true }),
    press: (press) => Promise.resolve({ text: `You pressed ${press.buttonId}.` }),
    complete: (query) => Promise.resolve([{ label: `${query.typed} wire`, value: `${query.typed}-wire` }]),
    left: () => Promise.resolve(),
    moved: () => Promise.resolve(),
    ...change,
  };
  return {
    invocations,
    presses,
    queries,
    departed,
    arrived,
    joined(destinations) {
      arrived.push(...destinations);
      return Promise.resolve();
    },
    reply(invocation) {
      invocations.push(invocation);
      return inner.reply(invocation);
    },
    press(press) {
      presses.push(press);
      return inner.press(press);
    },
    complete(query) {
      queries.push(query);
      return inner.complete(query);
    },
    left(destinations) {
      departed.push(...destinations);
      return inner.left(destinations);
    },
    moved: inner.moved,
    ...(inner.listSenders === undefined ? {} : { listSenders: inner.listSenders }),
  };
}
