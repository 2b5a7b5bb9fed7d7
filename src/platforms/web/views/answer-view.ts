/** Answers the reading views: news, story, article, speaker, search, each under an address that stays. */

import { randomBytes } from "node:crypto";
import type { Desk } from "../../../domain/reading/desk-report.ts";
import { setStrictHeaders } from "../guard.ts";
import { toStoryPage } from "../page-paths.ts";
import { createReader, inTurn, type Reading, type ReadingDependencies, send } from "../reading/answer-api.ts";
import { decodePart } from "../reading/endpoints.ts";
import {
  deskQuestion,
  newsQuestion,
  readKindly,
  roomQuestion,
  searchQuestion,
  speakerQuestion,
  storyQuestion,
} from "../reading/questions.ts";
import { readArticle } from "../reading/read-article.ts";
import { readNews, readStory } from "../reading/read-news.ts";
import { readSearch } from "../reading/read-search.ts";
import { readSpeaker, readSpeakers } from "../reading/read-speaker.ts";
import type { Reader } from "../reading/to-shapes.ts";
import { drawArticle } from "./article-view.ts";
import { drawDesk } from "./desk-view.ts";
import { html } from "./html.ts";
import { drawPage, type View } from "./layout.ts";
import { drawNews } from "./news-view.ts";
import { type Scene, toLink } from "./scene.ts";
import { drawSearch } from "./search-view.ts";
import { drawSpeaker } from "./speaker-view.ts";
import { drawStory, toAsked } from "./story-view.ts";

const VIEW_PATTERN = /^\/(?:news|search|desk|(story|article|speaker)\/([^/]{1,600}))$/;
const SPEAKERS_MAX = 12;
const HTML = "text/html";

export const isView = (path: string): boolean => VIEW_PATTERN.test(path);

/** A view, another address to go to, or null for what is not there. */
type Outcome = View | { readonly location: string } | null;

interface Asked {
  readonly kind: string;
  readonly named: string;
  readonly query: Readonly<Record<string, string>>;
  readonly reader: Reader;
  readonly scene: Scene;
  readonly desk: Desk | null;
}

async function drawList({ kind, query, reader, scene, desk }: Asked): Promise<Outcome> {
  if (kind === "desk") {
    const isWhole = readKindly(deskQuestion, query).feeds === "all";
    return desk === null ? null : drawDesk(await desk.report({ isWhole }), scene);
  }
  if (kind === "search") {
    const question = readKindly(searchQuestion, query);
    return drawSearch(await readSearch(question, reader), question, scene);
  }
  const question = readKindly(newsQuestion, query);
  const [news, { speakers }] = await Promise.all([
    readNews(question, reader),
    readSpeakers({ room: scene.room, begins: "", limit: SPEAKERS_MAX }, reader),
  ]);
  return drawNews({ news, question, speakers }, scene);
}

async function drawOne({ kind, named, query, reader, scene }: Asked): Promise<Outcome> {
  if (kind === "article") {
    const article = await readArticle(named, reader);
    return article === null ? null : drawArticle(article, scene);
  }
  if (kind === "speaker") {
    const question = readKindly(speakerQuestion, query);
    const speaker = await readSpeaker(named, question, reader);
    if (speaker === null) return null;
    return drawSpeaker(speaker, await reader.archive.findFollowing(speaker.name), question, scene);
  }
  const question = readKindly(storyQuestion, query);
  const asked = await readStory(named, question, reader);
  // Where no quote is a key quote, all that was said is shown at once.
  const hasNoKeyQuote = asked !== null && asked.said.length === 0 && asked.hasMoreQuotes;
  const story = hasNoKeyQuote ? await readStory(named, { ...question, quotes: "all" }, reader) : asked;
  if (story === null) return null;
  // It has joined another, or is asked for by one of its articles.
  if (toStoryPage(story.id) !== `/story/${named}`) return { location: toLink(scene, story.page, toAsked(question)) };
  return drawStory(story, question, scene);
}

/** A command of the chat typed as an address leads to the chat, with the command in its line. */
function drawGone({ say, ...scene }: Scene, command: string | null = null): View {
  const [why, label, href] =
    command === null
      ? [say("read.goneMore"), say("read.news"), toLink(scene, "/news")]
      : [say("read.goneCommand"), command, toLink(scene, "/", { line: command })];
  return {
    title: say("read.gone"),
    page: null,
    body: html`<div class="empty"><h1>${say("read.gone")}</h1><p>${why}</p><p><a class="button" href="${href}"><bdi>${label}</bdi></a></p></div>`,
  };
}

/** Forms ask this server alone. */
function allowForms(reading: Pick<Reading, "response">, nonce: string): void {
  setStrictHeaders(reading.response, nonce);
  const policy = String(reading.response.getHeader("Content-Security-Policy"));
  reading.response.setHeader("Content-Security-Policy", policy.replace("form-action 'none'", "form-action 'self'"));
}

export function sendView(view: View, status: number, reading: Reading, scene: Scene, hasDesk: boolean): void {
  allowForms(reading, scene.nonce);
  send(reading.response, status, HTML, drawPage(view, scene, hasDesk));
}

export function createScene({ query, say }: Pick<Reading, "query" | "say">, now: Date): Scene {
  const room = roomQuestion.safeParse(Object.fromEntries(query)).data?.room ?? roomQuestion.parse({}).room;
  return { say, room, now, nonce: randomBytes(16).toString("base64") };
}

async function answer(reading: Reading, dependencies: ReadingDependencies): Promise<void> {
  const { path, query, say, response } = reading;
  const scene = createScene(reading, dependencies.clock());
  const [, one, part = ""] = VIEW_PATTERN.exec(path) ?? [];
  const named = decodePart(part);
  const asked: Asked = {
    kind: one ?? path.slice(1),
    named: named ?? "",
    query: { ...Object.fromEntries(query), room: scene.room },
    reader: createReader(dependencies, scene.room, say),
    scene,
    desk: dependencies.desk,
  };
  const outcome = named === null ? null : await (one === undefined ? drawList(asked) : drawOne(asked));
  if (outcome !== null && "location" in outcome) {
    response.writeHead(302, { Location: outcome.location });
    response.end();
    return;
  }
  sendView(outcome ?? drawGone(scene), outcome === null ? 404 : 200, reading, scene, dependencies.desk !== null);
}

/** A browser at an address where nothing is gets a page with a way on. */
export function showGone(reading: Reading, dependencies: ReadingDependencies): void {
  const scene = createScene(reading, dependencies.clock());
  const [, name = ""] = /^\/([a-z]+)\/?$/.exec(reading.path) ?? [];
  const command = dependencies.commandNames.includes(name) ? `/${name}` : null;
  sendView(drawGone(scene, command), 404, reading, scene, dependencies.desk !== null);
}

export const answerView = (reading: Reading, dependencies: ReadingDependencies): Promise<void> =>
  inTurn(reading, dependencies.allowance, () => answer(reading, dependencies));
