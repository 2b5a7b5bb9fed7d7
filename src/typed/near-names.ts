/** What somebody may have meant who named no feed and no topic: those that are called nearly so. */

import type { Feed } from "../domain/feed.ts";
import { foldWords } from "../domain/fold.ts";
import { completeFeeds, listRegions, listTopics } from "./feed-choice.ts";

export interface NearNames {
  readonly topics: readonly string[];
  readonly feeds: readonly Feed[];
}

const NEAR_MAX = 3;
/** Shorter words are near to too many others. */
const SLIP_LETTERS_MIN = 5;

/** One letter too many, too few, another, or two that changed places. */
export function isSlip(typed: string, meant: string): boolean {
  const [a, b] = [[...typed], [...meant]];
  if (Math.min(a.length, b.length) < SLIP_LETTERS_MIN || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

function findSlips(feeds: readonly Feed[], typed: string): readonly Feed[] {
  const words = foldWords(typed);
  return feeds.filter(({ title }) => {
    const titled = foldWords(title);
    return words.length > 0 && words.every((word) => titled.some((each) => each === word || isSlip(word, each)));
  });
}

/** Topics that stand among its words, feeds whose name it begins, and those named with a slip. */
export function findNearNames(feeds: readonly Feed[], typed: string): NearNames {
  const words = foldWords(typed);
  const names = [...new Set([...listTopics(feeds), ...listRegions(feeds)])];
  const topics = names.filter((name) => {
    const named = foldWords(name);
    const isAmong = named.length > 0 && named.every((each) => words.includes(each));
    return isAmong || (words.length === 1 && named.some((each) => isSlip(words[0] ?? "", each)));
  });
  const begun = completeFeeds(feeds, typed, NEAR_MAX);
  return {
    topics: topics.slice(0, NEAR_MAX),
    feeds: [...new Set([...begun, ...findSlips(feeds, typed)])].slice(0, NEAR_MAX),
  };
}

/** Shorter beginnings are those of too many. */
const BEGINNING_LETTERS_MIN = 3;

/** Commands by the names other bots have for the like. */
const CALLED_ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  help: ["start", "menu", "commands"],
  subscriptions: ["settings", "setting", "config", "list", "status"],
  subscribe: ["add", "track", "addfeed"],
  unsubscribe: ["stop", "remove", "delete", "del", "end", "cancel", "unsub", "unfollow", "leave"],
  latest: ["news", "newest", "recent", "headlines"],
  search: ["find", "query", "lookup"],
  brief: ["summary", "summarize"],
  language: ["lang", "locale"],
};

/** Commands that what was typed begins, that are called so but for a slip, or that are called so elsewhere. */
export function findNearCommands(typed: string, names: readonly string[]): readonly string[] {
  const meant = names.filter((name) => CALLED_ELSEWHERE[name]?.includes(typed));
  if (meant.length > 0) return meant;
  const isBegun = (name: string): boolean => typed.length >= BEGINNING_LETTERS_MIN && name.startsWith(typed);
  return names.filter((name) => isBegun(name) || isSlip(typed, name)).slice(0, NEAR_MAX);
}
