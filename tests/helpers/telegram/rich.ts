/** Rich messages as the server takes them: blocks it knows, words in each, addresses it accepts. */

import { acceptLink, type Entity, readTime } from "./html.ts";
import { badRequest } from "./refusal.ts";
import type { ServedText } from "./text.ts";

const CHARACTERS_MAX = 32_768;
const BLOCKS_MAX = 500;

type Json = Readonly<Record<string, unknown>>;

/** Up to Bot API 10.4 folded quotations have text, from 10.5 on blocks. */
export function checkFolded(params: Json, takesText: boolean): void {
  const given = /"type":"expandable_blockquote","(text|blocks)"/.exec(
    JSON.stringify(params["rich_message"] ?? ""),
  )?.[1];
  const wanted = takesText ? "text" : "blocks";
  if (given !== undefined && given !== wanted) throw badRequest(`RICH_BLOCK_FIELD_MISSING ${wanted}`);
}

/** Reads a message into plain words with entities, as a reader of an old app would see it. */
export function serveRich(value: unknown): ServedText {
  const { blocks, skip_entity_detection: isUnsearched } = value as Json;
  if (!Array.isArray(blocks) || blocks.length === 0) throw badRequest("RICH_MESSAGE_EMPTY");
  if (blocks.length > BLOCKS_MAX) throw badRequest("RICH_MESSAGE_TOO_MANY_BLOCKS");
  if (isUnsearched !== true) throw badRequest("emulator: entities would be searched for in an article's words");
  let text = "";
  const entities: Entity[] = [];
  const droppedLinks: string[] = [];

  function addText(part: unknown): void {
    if (typeof part === "string") {
      if (!part.isWellFormed()) throw badRequest("strings must be encoded in UTF-8");
      text += part;
      return;
    }
    if (Array.isArray(part)) {
      for (const each of part) addText(each);
      return;
    }
    const { type, text: inner, url } = part as Json;
    const offset = text.length;
    addText(inner);
    const length = text.length - offset;
    if (type === "bold" || type === "italic") entities.push({ type, offset, length });
    else if (type === "date_time") {
      const time = readTime((part as Json)["unix_time"], (part as Json)["date_time_format"]);
      entities.push({ type, offset, length, ...time });
    } else if (type !== "url") throw badRequest(`RICH_TEXT_TYPE_INVALID ${String(type)}`);
    else if (acceptLink(String(url)) === null) droppedLinks.push(String(url));
    else entities.push({ type: "text_link", offset, length, url: String(url) });
  }

  function addBlock(block: Json, isInner: boolean): void {
    if (text !== "" && !isInner) text += "\n";
    const offset = text.length;
    switch (block["type"]) {
      case "paragraph":
      case "footer":
      case "heading":
        addText(block["text"]);
        break;
      case "expandable_blockquote":
        // Which of the two it is depends on the server's version: see checkFolded.
        if (!("blocks" in block)) addText(block["text"]);
        else for (const inner of block["blocks"] as Json[]) addBlock(inner, true);
        break;
      case "blockquote":
        for (const inner of block["blocks"] as Json[]) addBlock(inner, true);
        break;
      default:
        throw badRequest(`RICH_BLOCK_TYPE_INVALID ${String(block["type"])}`);
    }
    if (text.length === offset) throw badRequest("RICH_BLOCK_EMPTY");
    if (String(block["type"]).endsWith("blockquote")) {
      entities.push({ type: String(block["type"]), offset, length: text.length - offset });
    }
    if (block["credit"] !== undefined) {
      text += "\n— ";
      addText(block["credit"]);
    }
  }

  for (const block of blocks as Json[]) addBlock(block, false);
  if ([...text].length > CHARACTERS_MAX) throw badRequest("message is too long");
  return { text, entities, droppedLinks, found: [] };
}
