/** A search typed with options as in the chat, `harbor days:7 feed:tide`, read as the chat reads it. */

import { UserError } from "../../../domain/errors.ts";
import type { Feed } from "../../../domain/feed.ts";
import type { OptionDraft, Options } from "../../../domain/option.ts";
import type { RawValue } from "../../../domain/platform.ts";
import type { BriefQuery } from "../../../domain/store.ts";
import { readLanguages } from "../../../typed/article-languages.ts";
import { findTopics, readFeedIds } from "../../../typed/feed-choice.ts";
import { day, feed, integer, languages, rest, speaker, topics, words } from "../../../typed/options/index.ts";
import { readArguments } from "../../../typed/typed-command.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const OPTIONS = {
  words: rest(words()),
  speaker: speaker(),
  feed: feed(),
  topic: topics(),
  language: languages(),
  days: integer({ min: 1, max: 365 }),
  since: day(),
  until: day(),
};
const describe = (option: OptionDraft) => ({ description: "", ...option });
const COMMAND = {
  options: Object.fromEntries(Object.entries(OPTIONS).map(([name, each]) => [name, describe(each)])) as Options,
};

type Narrowed = Partial<Pick<BriefQuery, "feedIds" | "topics" | "languages" | "speaker" | "since" | "until">>;
type Read = (raw: RawValue, known: { readonly feeds: readonly Feed[]; readonly now: Date }) => Narrowed;

const READERS: Readonly<Record<string, Read>> = {
  speaker: (raw, { now }) => ({ speaker: OPTIONS.speaker.read(raw, "speaker", now) }),
  feed: (raw, { feeds, now }) => ({ feedIds: readFeedIds(feeds, OPTIONS.feed.read(raw, "feed", now)) }),
  topic: (raw, { feeds, now }) => {
    const typed = OPTIONS.topic.read(raw, "topic", now);
    return { topics: findTopics(feeds, typed) ?? [typed.toLowerCase()] };
  },
  language: (raw, { now }) => ({ languages: readLanguages(OPTIONS.language.read(raw, "language", now)) }),
  days: (raw, { now }) => ({ since: new Date(now.getTime() - OPTIONS.days.read(raw, "days", now) * DAY_MS) }),
  since: (raw, { now }) => ({ since: OPTIONS.since.read(raw, "since", now).start }),
  until: (raw, { now }) => ({ until: OPTIONS.until.read(raw, "until", now).end }),
};

export interface TypedSearch {
  readonly words: string;
  readonly narrowed: Narrowed;
}

/** What is none, such as a feed that does not exist, stays a word: then nothing is found, not everything. */
export function readTypedSearch(q: string, feeds: readonly Feed[], now: Date): TypedSearch {
  const { words: bare = "", ...options } = readArguments(COMMAND, q);
  const left: string[] = [];
  let narrowed: Narrowed = {};
  for (const [name, raw] of Object.entries(options)) {
    try {
      narrowed = { ...narrowed, ...(raw === undefined ? {} : READERS[name]?.(raw, { feeds, now })) };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      left.push(`"${name}:${String(raw).replaceAll('"', "")}"`);
    }
  }
  if (Object.keys(narrowed).length === 0) return { words: q, narrowed };
  return { words: [String(bare), ...left].join(" ").trim(), narrowed };
}
