/** Reads feeds.json, the catalog; every mistake in it is reported at once with its line. */

import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Feed, FeedState } from "../domain/feed.ts";
import { FEED_ID_PATTERN, type FeedId, toFeedId } from "../domain/id.ts";
import { wasAt } from "./schedule.ts";

const FEEDS_MAX = 20_000;
const URL_PATTERN = /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/;
const httpUrl = z.string().max(2000).regex(URL_PATTERN, "expected an http or https URL");

/** Letters, digits and marks of any script, with single signs between them; a comma would part two. */
const NAME_PATTERN = /^[\p{L}\p{N}](?:[\p{L}\p{N}]|\p{M}|(?:\u200c|\u200d|[ '’&+._/-])(?=[\p{L}\p{N}]|\p{M})){0,39}$/u;
const names = z
  .array(
    z
      .string()
      .regex(NAME_PATTERN, "expected a name of letters, such as world")
      // Only what is checked here, not in the schema: capitals have no pattern.
      .refine((name) => name === name.toLowerCase(), "expected small letters"),
  )
  .max(10)
  .default([]);

/** One feed as written in feeds.json. feeds.schema.json is made of this; a test compares the two. */
const CATALOG_FEED = z.strictObject({
  id: z.string().regex(FEED_ID_PATTERN, "expected 2 to 64 of a-z, 0-9 and hyphens").meta({
    description: "Short name used in commands: 2 to 64 of a-z, 0-9 and hyphens.",
  }),
  title: z.string().min(1).max(100).meta({ description: "Name of the outlet as shown in posts." }),
  url: httpUrl.meta({ description: "Address of the RSS, Atom, RDF or JSON feed." }),
  homepage: httpUrl.nullable().default(null).meta({ description: "Address of the site." }),
  topics: names.meta({ description: "Topics one can subscribe to, in any script: world, business, actualité, 政治." }),
  region: z.string().min(2).max(40).nullable().default(null).meta({ description: "Where the outlet is at home." }),
  regions: names.meta({ description: "Places one can subscribe to, apart from the topics: germany, europe, 東京." }),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/, "expected a language such as en")
    .meta({ description: "Language of the feed: a BCP 47 primary tag such as en." }),
  pollMinutesMin: z.int().min(2).max(1440).optional().meta({
    description: "Least minutes between two polls of it, in place of POLL_MINUTES_MIN.",
  }),
});

export const CATALOG_SCHEMA = z.strictObject({
  $schema: z.string().optional(),
  feeds: z.array(CATALOG_FEED).max(FEEDS_MAX),
});

/** What is wrong with the catalog, one mistake a line. */
export class CatalogError extends Error {
  readonly problems: readonly string[];
  constructor(path: string, problems: readonly string[]) {
    super(`${path} needs mending:\n${problems.map((each) => `  ${each}`).join("\n")}`);
    this.name = "CatalogError";
    this.problems = problems;
  }
}

/** Line on which the feed at this index begins: found by its opening brace at the right depth. */
function findLines(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === "\n") line += 1;
    if (isInString) {
      if (char === "\\") index += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === "{" || char === "[") {
      depth += 1;
      if (char === "{" && depth === 3) lines.push(line);
    } else if (char === "}" || char === "]") depth -= 1;
  }
  return lines;
}

function toLine(text: string, error: unknown): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined ? "" : `line ${text.slice(0, Number(position)).split("\n").length}: `;
}

/** Parses the text of a catalog. Throws CatalogError with every mistake. Pure. */
export function parseCatalog(text: string, path: string): readonly Feed[] {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    throw new CatalogError(path, [
      `${toLine(text, error)}expected JSON: ${error instanceof Error ? error.message : ""}`,
    ]);
  }
  const lines = findLines(text);
  const idOf = (index: number): string => {
    const id = (value as { feeds?: { id?: unknown }[] }).feeds?.[index]?.id;
    return typeof id === "string" ? ` (${id.slice(0, 64)})` : "";
  };
  const describe = (index: number): string => `line ${lines[index] ?? "?"}, feed ${index + 1}${idOf(index)}`;
  const problems: string[] = [];
  const parsed = CATALOG_SCHEMA.safeParse(value);
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const [top, index, ...rest] = issue.path;
      const isFeed = top === "feeds" && typeof index === "number";
      const place = isFeed
        ? `${describe(index)}${rest.length === 0 ? "" : `: ${rest.join(".")}`}`
        : issue.path.join(".");
      problems.push(`${place === "" ? "" : `${place}: `}${issue.message}`);
    }
  }
  const given = (value as { feeds?: unknown } | null)?.feeds;
  problems.push(...findDoubles(Array.isArray(given) ? given : [], describe));
  if (problems.length > 0 || !parsed.success) throw new CatalogError(path, problems);
  return parsed.data.feeds.map((feed) => ({ ...feed, id: toFeedId(feed.id), origin: "catalog" }));
}

function findDoubles(feeds: readonly unknown[], describe: (index: number) => string): readonly string[] {
  const problems: string[] = [];
  for (const field of ["id", "url"] as const) {
    const first = new Map<string, number>();
    feeds.forEach((feed, index) => {
      const value = (feed as Record<string, unknown> | null)?.[field];
      if (typeof value !== "string") return;
      const earlier = first.get(value);
      if (earlier === undefined) first.set(value, index);
      else problems.push(`${describe(index)}: ${field} is that of feed ${earlier + 1} again`);
    });
  }
  return problems;
}

/**
 * The catalog as it is to be saved: a feed that moved keeps the address it moved to, so that a restart does not send the
 * bot back to the old one. An address that is new in the catalog counts.
 */
export function keepMoves(catalog: readonly Feed[], stored: readonly Feed[], states: readonly FeedState[]): Feed[] {
  const urls = new Map<FeedId, string>(stored.map(({ id, url }) => [id, url]));
  const stateOf = new Map<FeedId, FeedState>(states.map((state) => [state.feedId, state]));
  return catalog.map((feed) => {
    const state = stateOf.get(feed.id);
    return state !== undefined && wasAt(state, feed.url) ? { ...feed, url: urls.get(feed.id) ?? feed.url } : feed;
  });
}

export async function loadCatalog(path: string): Promise<readonly Feed[]> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    throw new CatalogError(path, [
      `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    ]);
  }
  return parseCatalog(text, path);
}
