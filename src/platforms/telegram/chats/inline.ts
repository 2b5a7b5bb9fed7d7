/** Search from any chat: `@thebot words` offers briefs to send there, with the options of /search. */

import { createHash } from "node:crypto";
import type { Command } from "../../../domain/command.ts";
import type { Answer, Log } from "../../../domain/platform.ts";
import type { Reply } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { sayIn } from "../../../messages/say.ts";
import { readArguments } from "../../../typed/typed-command.ts";
import type { Client } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { join, line, link, type Piece } from "../posts/markup.ts";
import { choosePreview, type LinkPreview, NO_PREVIEW, renderPost } from "../posts/render.ts";
import { cut, toLine } from "../posts/text-lines.ts";
import { toStartPayload } from "./deep-link.ts";
import type { IncomingInlineQuery } from "./incoming.ts";

const RESULTS_MAX = 50;
const TITLE_LENGTH_MAX = 120;
const DESCRIPTION_LENGTH_MAX = 160;
const QUERY_LENGTH_MAX = 200;
const CACHE_SECONDS = 60;

export interface InlineDependencies {
  readonly commands: readonly Command[];
  readonly client: Pick<Client, "call">;
  readonly answer: Answer;
  readonly log: Log;
}

interface Result {
  readonly title: string;
  readonly description: string;
  readonly piece: Piece;
  readonly preview: LinkPreview;
}

function toResults(reply: Reply): readonly Result[] {
  const posts = (reply.posts ?? []).map((post) => ({
    title: post.headline,
    description: `${post.outlet}: ${post.sentences[0] ?? ""}`,
    piece: renderPost(post),
    preview: choosePreview(post, false),
  }));
  const items = (reply.lists ?? [])
    .flatMap((list) => list.items)
    .flatMap(({ text, url, detail }) =>
      url === null
        ? []
        : [
            {
              title: text,
              description: detail ?? "",
              piece: join([link(line(text, 500), url), line(detail ?? "", 1_000)], "\n"),
              preview: NO_PREVIEW,
            },
          ],
    );
  return [...posts, ...items].filter((result) => toLine(result.title) !== "").slice(0, RESULTS_MAX);
}

/** Leads to the private chat, where the same search runs and says why nothing was found. */
const toPrivateChatButton = (words: string, say: Say): object => ({
  text: say("telegram.nothingFound"),
  start_parameter: toStartPayload({ name: words === "" ? "help" : "search", rest: words }) ?? "help",
});

const toResultId = (html: string): string => createHash("sha256").update(html).digest("base64url").slice(0, 32);

export function createInline({ commands, client, answer, log }: InlineDependencies) {
  const search = commands.find((command) => command.name === "search");

  return {
    async onQuery({ id, from, query }: IncomingInlineQuery): Promise<void> {
      const words = query.trim().slice(0, QUERY_LENGTH_MAX);
      // Every pause in typing asks, which must not use up the person's commands.
      const throttleId = `inline:${from.id}`;
      const actor = { id: String(from.id), throttleId, isManager: false, locale: from.language_code ?? null };
      const reply = await answer.reply({
        commandName: words === "" ? "latest" : "search",
        // Read as /search reads it, so that the same text finds the same everywhere.
        rawOptions: words === "" || search === undefined ? {} : readArguments(search, words),
        destination: { platform: "telegram", address: String(from.id) },
        actor,
        isPrivate: true,
      });
      const results = toResults(reply);
      const unique = [...new Map(results.map((result) => [toResultId(result.piece.html), result])).entries()];
      try {
        await client.call("answerInlineQuery", {
          inline_query_id: id,
          cache_time: CACHE_SECONDS,
          // What one person finds may be of a feed that is theirs alone.
          is_personal: true,
          results: unique.map(([resultId, { title, description, piece, preview }]) => ({
            type: "article",
            id: resultId,
            title: cut(toLine(title), TITLE_LENGTH_MAX),
            description: cut(toLine(description), DESCRIPTION_LENGTH_MAX),
            input_message_content: { message_text: piece.html, parse_mode: "HTML", link_preview_options: preview },
          })),
          ...(unique.length === 0 ? { button: toPrivateChatButton(words, sayIn(reply.language ?? "en")) } : {}),
        });
      } catch (error) {
        // Too late is normal: the person typed on.
        log.debug({ platform: "telegram", reason: toFailure(error).reason }, "inline_query_not_answered");
      }
    },
  };
}
