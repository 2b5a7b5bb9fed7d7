/** Reads parse_mode=HTML text by the server's rules: which tags there are, how they nest, which references are decoded. */

import { badRequest } from "./refusal.ts";

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  /** Of a time. */
  readonly unixTime?: number;
  readonly format?: string;
}

export interface ParsedText {
  readonly text: string;
  readonly entities: readonly Entity[];
  /** Addresses the server dropped without a word. */
  readonly droppedLinks: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  ins: "underline",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  "tg-spoiler": "spoiler",
  span: "spoiler",
  a: "text_link",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  "tg-emoji": "custom_emoji",
  "tg-time": "date_time",
};
const REFERENCES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-z]));?/giy;
const SPACE = /[\s\0\v]/;

function decodeAt(html: string, at: number): { readonly text: string; readonly next: number } | null {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(html);
  if (match === null) return null;
  const [, hex, decimal, name] = match;
  if (name !== undefined) {
    const text = REFERENCES[name];
    return text === undefined ? null : { text, next: REFERENCE.lastIndex };
  }
  const point = hex === undefined ? Number.parseInt(decimal ?? "0", 10) : Number.parseInt(hex, 16);
  if (point === 0 || point >= 0x10ffff) return null;
  return { text: String.fromCodePoint(point), next: REFERENCE.lastIndex };
}

function decode(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const reference = text[at] === "&" ? decodeAt(text, at) : null;
    out += reference?.text ?? text[at];
    at = reference?.next ?? at + 1;
  }
  return out;
}

/** What stays of a link's address; null when the server drops the link. */
export function acceptLink(href: string): string | null {
  if (/\s/.test(href)) return null;
  if (/^(?:tg|ton|tonsite):/i.test(href)) return href;
  const withScheme = /^https?:\/\//i.test(href) ? href : `http://${href}`;
  if (/^[a-z][a-z0-9+.-]*:(?!\d)/i.test(href) && !/^https?:/i.test(href)) return null;
  try {
    const { hostname } = new URL(withScheme);
    return hostname.includes(".") || hostname.startsWith("[") ? withScheme : null;
  } catch {
    return null;
  }
}

/** What the server takes as a time; one it would drop without a word is refused here. */
export function readTime(unix: unknown, format: unknown): Pick<Entity, "unixTime" | "format"> {
  const seconds = Number(unix);
  if (!Number.isInteger(seconds) || seconds <= 0 || seconds >= 2 ** 31)
    throw badRequest("emulator: a time that is none");
  if (typeof format !== "string" || !/^(?:r|[tTdDwW]+)$/.test(format)) throw badRequest("Invalid date format used");
  return { unixTime: seconds, format };
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly next: number;
}

function readTag(html: string, begin: number): Tag {
  const where = `at byte offset ${Buffer.byteLength(html.slice(0, begin))}`;
  const refuse = (reason: string) => badRequest(`can't parse entities: ${reason}`);
  let at = begin + 1;
  while (at < html.length && !SPACE.test(html.charAt(at)) && html[at] !== ">") at += 1;
  if (at >= html.length) throw refuse(`Unclosed start tag ${where}`);
  const name = html.slice(begin + 1, at).toLowerCase();
  if (!Object.hasOwn(TYPES, name)) throw refuse(`Unsupported start tag "${name}" ${where}`);
  const attributes = new Map<string, string>();
  for (;;) {
    while (at < html.length && SPACE.test(html.charAt(at))) at += 1;
    if (html[at] === ">") return { name, attributes, next: at + 1 };
    const nameAt = at;
    while (at < html.length && !/[\s=>/"']/.test(html.charAt(at))) at += 1;
    const attribute = html.slice(nameAt, at);
    if (attribute === "") throw refuse(`Empty attribute name in the tag "${name}" ${where}`);
    while (at < html.length && SPACE.test(html.charAt(at))) at += 1;
    if (at >= html.length) throw refuse(`Unclosed start tag "${name}" ${where}`);
    if (html[at] !== "=") {
      attributes.set(attribute, "");
      continue;
    }
    at += 1;
    while (at < html.length && SPACE.test(html.charAt(at))) at += 1;
    const mark = html.charAt(at);
    if (mark === '"' || mark === "'") {
      const end = html.indexOf(mark, at + 1);
      if (end === -1) throw refuse(`Unclosed start tag ${where}`);
      attributes.set(attribute, decode(html.slice(at + 1, end)));
      at = end + 1;
    } else {
      const valueAt = at;
      while (/[A-Za-z0-9.-]/.test(html.charAt(at))) at += 1;
      if (html[at] !== ">" && !SPACE.test(html.charAt(at))) {
        throw refuse(`Unexpected end of name token at byte offset ${Buffer.byteLength(html.slice(0, valueAt))}`);
      }
      attributes.set(attribute, html.slice(valueAt, at).toLowerCase());
    }
  }
}

interface Open {
  readonly tag: Tag;
  readonly begin: number;
  readonly offset: number;
}

export function parseHtml(html: string): ParsedText {
  const refuse = (reason: string, at: number) =>
    badRequest(`can't parse entities: ${reason} at byte offset ${Buffer.byteLength(html.slice(0, at))}`);
  let text = "";
  const entities: Entity[] = [];
  const droppedLinks: string[] = [];
  const open: Open[] = [];

  function close({ tag, offset }: Open): void {
    const length = text.length - offset;
    const inside = open.map((each) => each.tag.name);
    const isFlattened =
      inside.some((name) => name === "code" || name === "pre") ||
      (inside.includes(tag.name) && (tag.name === "blockquote" || tag.name === "a"));
    if (length === 0 || isFlattened) return;
    const isExpandable = tag.name === "blockquote" && tag.attributes.has("expandable");
    const type = isExpandable ? "expandable_blockquote" : (TYPES[tag.name] ?? "");
    if (tag.name === "tg-time") {
      entities.push({ type, offset, length, ...readTime(tag.attributes.get("unix"), tag.attributes.get("format")) });
      return;
    }
    if (tag.name !== "a") {
      entities.push({ type, offset, length });
      return;
    }
    const href = tag.attributes.get("href") ?? text.slice(offset);
    const url = acceptLink(href);
    if (url === null) droppedLinks.push(href);
    else entities.push({ type, offset, length, url });
  }

  for (let at = 0; at < html.length; ) {
    const char = html.charAt(at);
    const reference = char === "&" ? decodeAt(html, at) : null;
    if (reference !== null) {
      text += reference.text;
      at = reference.next;
    } else if (char !== "<") {
      text += char;
      at += 1;
    } else if (html[at + 1] !== "/") {
      const tag = readTag(html, at);
      if (tag.name === "span" && tag.attributes.get("class") !== "tg-spoiler") {
        throw refuse('Tag "span" must have class "tg-spoiler"', at);
      }
      open.push({ tag, begin: at, offset: text.length });
      at = tag.next;
    } else {
      const last = open.pop();
      if (last === undefined) throw refuse("Unexpected end tag", at);
      const end = html.indexOf(">", at);
      if (end === -1) throw refuse("Unclosed end tag", at);
      const name = html
        .slice(at + 2, end)
        .trimEnd()
        .toLowerCase();
      if (/\s/.test(name)) throw refuse("Unclosed end tag", at);
      if (name !== "" && name !== last.tag.name) {
        throw badRequest(
          `can't parse entities: Unmatched end tag at byte offset ${Buffer.byteLength(html.slice(0, at))}, expected "</${last.tag.name}>", found "</${name}>"`,
        );
      }
      close(last);
      at = end + 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw badRequest(`can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag.name}"`);
  }
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text, entities, droppedLinks };
}
