/** What a text becomes on the server: limits in bytes and characters, trimming, and what it finds in the words by itself. */

import { type Entity, type ParsedText, parseHtml } from "./html.ts";
import { badRequest } from "./refusal.ts";

const RAW_BYTES_MAX = 32_768;
const CHARACTERS_MAX = 4096;
const ENTITIES_KEPT_MAX = 100;
const TRIMMED_END = /[\s\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]+$/u;

/** Found in plain words, wanted or not. The server looks at word characters on both sides. */
const FOUND: readonly (readonly [type: string, pattern: RegExp])[] = [
  ["mention", /(?<![\w\p{L}])@[a-zA-Z0-9_]{2,32}(?![\w])/gu],
  ["hashtag", /(?<![\d_\p{L}\u200c])#[\d_\p{L}\u200c]{1,256}/gu],
  ["cashtag", /(?<![$\d_\p{L}])\$[A-Z]{1,8}(?![$\d_\p{L}])/gu],
  ["bot_command", /(?<![\w/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/<>])/gu],
  ["email", /(?<![\w.-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{2,24}){1,5}/gu],
  ["url", /https?:\/\/[^\s\u2060]{1,2000}/giu],
  [
    "url",
    /(?<![@\p{L}\p{N}_.-])[\p{L}\p{N}][\p{L}\p{N}-]{0,62}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.(?=\p{L})[\p{L}\p{N}-]{2,24}(?![\p{L}\p{N}])/gu,
  ],
  ["url", /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g],
];
const UNSEARCHED = new Set(["code", "pre", "text_link"]);

function findEntities(text: string, given: readonly Entity[]): readonly Entity[] {
  const closed = given.filter((entity) => UNSEARCHED.has(entity.type));
  const found: Entity[] = [];
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const offset = match.index;
      const length = match[0].length;
      if (type === "hashtag" && !/\p{L}/u.test(match[0])) continue;
      const overlaps = (other: Entity) => offset < other.offset + other.length && other.offset < offset + length;
      if (!closed.some(overlaps) && !found.some(overlaps)) found.push({ type, offset, length });
    }
  }
  return found;
}

export interface ServedText extends ParsedText {
  /** Entities the server made by itself out of plain words. */
  readonly found: readonly Entity[];
}

export function serveText(raw: unknown, parseMode: unknown): ServedText {
  if (raw === undefined || raw === "") throw badRequest("message text is empty");
  if (typeof raw !== "string") throw badRequest("message text must be a string");
  if (!raw.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
  if (Buffer.byteLength(raw, "utf8") > RAW_BYTES_MAX) throw badRequest("text is too long");
  const mode = typeof parseMode === "string" ? parseMode.toLowerCase() : "";
  if (mode !== "" && mode !== "html") throw badRequest("unsupported parse_mode");
  const parsed = mode === "html" ? parseHtml(raw) : { text: raw, entities: [], droppedLinks: [] };
  const trimmed = parsed.text.replace(TRIMMED_END, "");
  const first = Math.min(trimmed.length, ...parsed.entities.map((entity) => entity.offset));
  const cut = Math.min(first, trimmed.length - trimmed.trimStart().length);
  const text = trimmed.slice(cut);
  if (text === "") throw badRequest("text must be non-empty");
  if ([...text].length > CHARACTERS_MAX) throw badRequest("message is too long");
  const entities = parsed.entities
    .map((entity) => ({ ...entity, offset: entity.offset - cut }))
    .filter((entity) => entity.offset < text.length)
    .map((entity) => ({ ...entity, length: Math.min(entity.length, text.length - entity.offset) }))
    .slice(0, ENTITIES_KEPT_MAX);
  return { text, entities, droppedLinks: parsed.droppedLinks, found: findEntities(text, entities) };
}
