/** Answers the page's API and its feeds: read-only, bounded, one room's view of what is stored. */

import type { IncomingMessage, ServerResponse } from "node:http";
import type { Archive } from "../../../domain/reading/archive.ts";
import type { Desk } from "../../../domain/reading/desk-report.ts";
import type { Say } from "../../../domain/say.ts";
import type { Destination } from "../../../domain/subscription.ts";
import { nameSearch } from "../../../typed/search-text.ts";
import type { PagePictures } from "../pictures.ts";
import type { Allowance } from "./allowance.ts";
import { findEndpoint } from "./endpoints.ts";
import { toOpenApi } from "./openapi.ts";
import { feedQuestion, roomQuestion, type SearchQuestion, wordFault } from "./questions.ts";
import { readSearch } from "./read-search.ts";
import { SYNDICATION_FORMATS, SYNDICATION_TYPES, type SyndicationFormat, toSyndication } from "./syndication.ts";
import type { Reader } from "./to-shapes.ts";

export interface ReadingDependencies {
  readonly openArchive: (destination: Destination) => Archive;
  readonly desk: Desk | null;
  readonly pictures: Pick<PagePictures, "toPath">;
  readonly allowance: Allowance;
  readonly clock: () => Date;
  /** What may be typed in the chat. */
  readonly commandNames: readonly string[];
}

/** One request to read, by somebody who may. */
export interface Reading {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly person: string;
  readonly say: Say;
}

const FEED_PATTERN = /^\/feeds\/search\.(\w{1,8})$/;
const FEED_ITEMS_MAX = 50;

/** The paths a program may ask for with the password itself instead of a session. */
export const isForPrograms = (path: string): boolean =>
  FEED_PATTERN.test(path) || path === "/api/openapi.json" || findEndpoint(path) !== null;

export function send(response: ServerResponse, status: number, contentType: string, text: string): void {
  response.writeHead(status, {
    "Content-Type": `${contentType}; charset=utf-8`,
    "Content-Length": Buffer.byteLength(text),
  });
  response.end(text);
}
const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, "application/json", JSON.stringify(value));

export function createReader({ openArchive, pictures, clock }: ReadingDependencies, room: string, say: Say): Reader {
  return {
    archive: openArchive({ platform: "web", address: room }),
    toPicturePath: pictures.toPath,
    language: say.language,
    now: clock(),
  };
}

/** As the reader of the feed reached this server. */
export function toBaseUrl({ headers }: IncomingMessage): string {
  const scheme = headers["x-forwarded-proto"] === "https" ? "https" : "http";
  const base = `${scheme}://${headers.host ?? "localhost"}/`;
  return URL.canParse(base) ? base : "http://localhost/";
}

export function nameQuestion({ q, speaker, topic, language }: Omit<SearchQuestion, "page">, say: Say): string {
  const parts = [
    q === "" ? null : nameSearch(q, say),
    speaker,
    topic,
    language === undefined ? null : say.languageName(language),
  ];
  return parts.filter((part) => part !== null && part !== undefined).join(" · ");
}

async function sendFeed(format: SyndicationFormat, reading: Reading, dependencies: ReadingDependencies): Promise<void> {
  const { request, response, query, say, path } = reading;
  const { data: question, error } = feedQuestion.safeParse({ limit: FEED_ITEMS_MAX, ...Object.fromEntries(query) });
  if (error !== undefined) return sendJson(response, 400, { error: wordFault(feedQuestion, error) });
  const { results } = await readSearch({ ...question, page: 1 }, createReader(dependencies, question.room, say));
  const baseUrl = toBaseUrl(request);
  const asked = query.size === 0 ? "" : `?${query}`;
  const named = nameQuestion(question, say);
  const items = results.toSorted((a, b) => (b.publishedAt ?? b.fetchedAt).localeCompare(a.publishedAt ?? a.fetchedAt));
  const text = toSyndication(format, {
    title: named === "" ? "Pullquote" : `Pullquote: ${named}`,
    pageUrl: new URL(`/search${asked}`, baseUrl).href,
    selfUrl: new URL(`${path}${asked}`, baseUrl).href,
    baseUrl,
    language: say.language,
    items,
    now: dependencies.clock(),
  });
  send(response, 200, SYNDICATION_TYPES[format], text);
}

async function answer(reading: Reading, dependencies: ReadingDependencies): Promise<void> {
  const { response, path, query, say } = reading;
  if (path === "/api/openapi.json") return sendJson(response, 200, toOpenApi());
  const format = SYNDICATION_FORMATS.find((each) => each === FEED_PATTERN.exec(path)?.[1]);
  if (format !== undefined) return sendFeed(format, reading, dependencies);
  const found = findEndpoint(path);
  if (found === null) return sendJson(response, 404, { error: "There is nothing here." });
  const asked = Object.fromEntries(query);
  const run = found.endpoint.ask(asked);
  if (typeof run === "string") return sendJson(response, 400, { error: run });
  const { room } = roomQuestion.parse(asked);
  const value = await run(createReader(dependencies, room, say), found.named);
  if (value === null) return sendJson(response, 404, { error: "There is none that this room sees." });
  sendJson(response, 200, value);
}

/** Runs a reading when the person has not read too often; else says how long to wait. */
export async function inTurn(
  { person, response }: Reading,
  allowance: Allowance,
  work: () => Promise<void>,
): Promise<void> {
  const turn = allowance.take(person);
  if (typeof turn === "number") {
    response.setHeader("Retry-After", String(turn));
    return sendJson(response, 429, { error: "Too often. Try again in a moment." });
  }
  try {
    await work();
  } finally {
    turn();
  }
}

/** Of paths for programs. */
export const answerApi = (reading: Reading, dependencies: ReadingDependencies): Promise<void> =>
  inTurn(reading, dependencies.allowance, () => answer(reading, dependencies));
