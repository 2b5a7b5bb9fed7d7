/** What is said around a post or a digest, in its readers' words and without markup: each platform only marks it up. */

import { type Digest, type DigestGroup, toTopicName } from "../domain/digest.ts";
import type { Post, PostQuote } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";
import { sayIn } from "./say.ts";

/** Other outlets that are named; more are counted. */
export const ALSO_OUTLETS_MAX = 5;

/** Beside a quote there is room for fewer. */
export const QUOTE_OUTLETS_MAX = 3;

/** Makes a foreign text fit to be shown: one line, of a length, escaped; empty when nothing is left of it. */
export type Shape = (text: string) => string;

const asIs: Shape = (text) => text;
const isSaid = (text: string): boolean => text.trim() !== "";

/** What is said around a post is said to its readers. */
export const sayFor = (post: Pick<Post, "language">): Say => sayIn(post.language ?? "en");

/** "found via Harbor Links": whose feed led to another site's page; empty where it is the site's own. */
export function toFoundVia(post: Post, shape: Shape = asIs): string {
  const feed = shape(post.foundVia ?? "");
  return isSaid(feed) ? sayFor(post)("post.foundVia", { feed }) : "";
}

/** "opinion by Ada Moor": what is somebody's view is told as such; empty for news. */
export function toForm(
  { form, author = "", language }: Pick<Post, "form" | "author" | "language">,
  shape: Shape = asIs,
): string {
  if (form === undefined) return "";
  const say = sayFor(language === undefined ? {} : { language });
  // Whoever signs what is not meant to be believed may be a joke, too; what a house tells of itself is not its writer's.
  if (form !== "opinion" && form !== "review") return say(`post.${form}`);
  const named = shape(author);
  if (form === "review") return isSaid(named) ? say("post.reviewBy", { author: named }) : say("post.review");
  return isSaid(named) ? say("post.opinionBy", { author: named }) : say("post.opinion");
}

/** "translated from French by MODEL"; empty where it is not. */
export function toTranslated(post: Post, shape: Shape = asIs): string {
  if (post.translated === undefined) return "";
  const { from, by } = post.translated;
  const say = sayFor(post);
  return say("post.translated", { language: shape(say.languageName(from)), model: shape(by) });
}

/** What a reader should know of the text: whose opinion it is, who led to it, its language when that is not the channel's, that it was updated. */
export function toFacts(post: Post, shape: Shape = asIs): readonly string[] {
  const say = sayFor(post);
  const language = post.languageShown === null ? "" : shape(say.languageName(post.languageShown));
  return [
    toForm(post, shape),
    toFoundVia(post, shape),
    language,
    toTranslated(post, shape),
    post.isUpdated ? say("post.updated") : "",
  ].filter(isSaid);
}

/** That the feed's own summary stands in for the page; empty when it does not. */
export const toBasis = (post: Post): string => (post.isFeedSummary ? sayFor(post)("post.fromFeed") : "");

/** Other outlets with the same story; empty when there are none. */
export function toAlso(post: Post, shape: Shape = asIs): string {
  const named = post.alsoOutlets.map(shape).filter(isSaid);
  if (named.length === 0) return "";
  const say = sayFor(post);
  const outlets = say.series(named.slice(0, ALSO_OUTLETS_MAX));
  const count = named.length - ALSO_OUTLETS_MAX;
  return count > 0 ? say("post.alsoMore", { outlets, count }) : say("post.also", { outlets });
}

/** Titles in short, as they stand before a name, and the party or place in brackets behind it. */
const SHORT_TITLES = /^(?<titles>\p{Lu}\p{Ll}{1,5}\.(?: \p{Lu}\p{Ll}{1,5}\.){0,2})(?: (?<party>\([^()]{1,24}\)))?$/u;

export interface Credit {
  /** "Sen. ", or nothing. */
  readonly before: string;
  /** ", harbor master", " (R-Varen)", or nothing. */
  readonly behind: string;
}

/**
 * What stands around a speaker's name. A title in short stands before it, where nobody would write it behind. Each
 * piece of the role goes through `shape`, which may escape or shorten it.
 */
export function toCreditAround(role: string | null, shape: Shape = asIs, comma = ", "): Credit {
  if (role === null || role.trim() === "") return { before: "", behind: "" };
  const { titles, party } = SHORT_TITLES.exec(role.trim())?.groups ?? {};
  if (titles === undefined) return { before: "", behind: `${comma}${shape(role)}` };
  return { before: `${shape(titles)} `, behind: party === undefined ? "" : ` ${shape(party)}` };
}

/** The same as text, with the name in it. */
export function toCreditLine(name: string, role: string | null, shape: Shape = asIs): string {
  const { before, behind } = toCreditAround(role, shape);
  return `${before}${shape(name)}${behind}`;
}

/** "Ada Lindqvist, harbor master"; empty when the article does not say who. */
export function toCredit({ speaker, role }: PostQuote, shape: Shape = asIs): string {
  return speaker !== null && isSaid(shape(speaker)) ? toCreditLine(speaker, role, shape) : "";
}

/** "also in The Harbor Wire": who else has the same words from the same speaker; empty where nobody has. */
export function toAlsoIn({ alsoIn = [] }: PostQuote, say: Say, shape: Shape = asIs): string {
  const named = alsoIn.map(shape).filter(isSaid).slice(0, QUOTE_OUTLETS_MAX);
  return named.length === 0 ? "" : say("post.alsoIn", { outlets: say.series(named) });
}

/** "no longer in the article", "no longer in The Harbor Wire"; empty for a quote that stands wherever it stood. */
export function toFate({ fate, goneFrom = [] }: PostQuote, say: Say, shape: Shape = asIs): string {
  if (fate !== undefined) return say(fate === "corrected" ? "post.corrected" : "post.withdrawn");
  const named = goneFrom.map(shape).filter(isSaid).slice(0, QUOTE_OUTLETS_MAX);
  return named.length === 0 ? "" : say("post.goneFrom", { outlets: say.series(named) });
}

/** What stands above a group of a digest; empty for the only one, when it has no topic. */
export function toGroupName({ topic }: DigestGroup, { groups, language }: Digest, shape: Shape = asIs): string {
  if (topic !== null) return shape(toTopicName(topic));
  return groups.length === 1 ? "" : sayIn(language)("digest.otherNews");
}

/** How many briefs are not shown, and how to find them; empty when all are. */
export const toMore = ({ moreCount, language }: Digest): string =>
  moreCount === 0 ? "" : sayIn(language)("digest.more", { count: moreCount });
