/** Reads a message text as Discord's client does: what a person sees, and every piece of markup that took effect. */

import type { Message } from "./store.ts";

export interface Mark {
  readonly kind: string;
  /** The address of a link, the inner text of a pair of marks, or the mark itself. */
  readonly value: string;
}

export interface Shown {
  readonly text: string;
  readonly marks: readonly Mark[];
}

interface Rule {
  readonly kind: string;
  readonly pattern: RegExp;
  /** What is read on inside the mark, and shown; nothing is when absent. */
  readonly inner?: number;
  readonly value?: number;
}

/** In the order Discord tries them, at each place of a line. */
const INLINE: readonly Rule[] = [
  { kind: "angle-link", pattern: /^<(https?:\/\/[^\s>]+)>/, value: 1 },
  { kind: "bare-link", pattern: /^[a-z][a-z+.-]{1,20}:\/\/[^\s<]+/i },
  {
    kind: "link",
    pattern: /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?\s*\)/,
    inner: 1,
    value: 2,
  },
  { kind: "mention", pattern: /^<(?:@!?|@&|#)\d+>/ },
  { kind: "mention", pattern: /^@(?:everyone|here)/i },
  { kind: "command", pattern: /^<(\/[a-z]{1,32}):\d{17,20}>/, inner: 1, value: 1 },
  { kind: "mention", pattern: /^<(?:\/[^:>]+|id):[^>]+>/ },
  { kind: "emoji", pattern: /^<a?:\w+:\d+>/ },
  { kind: "emoji", pattern: /^:[\w+-]+:/ },
  { kind: "time", pattern: /^<t:-?\d+(?::[tTdDfFR])?>/ },
  { kind: "code", pattern: /^(`+)(.*?[^`])\1(?!`)/s, value: 2 },
  { kind: "bold", pattern: /^\*\*((?:\\.|[^\\*]|\*(?!\*))+?)\*\*/, inner: 1, value: 1 },
  { kind: "underline", pattern: /^__((?:\\.|[^\\_]|_(?!_))+?)__/, inner: 1, value: 1 },
  { kind: "italics", pattern: /^\*((?:\\.|[^\\*\s])(?:\\.|[^\\*])*?)\*/, inner: 1, value: 1 },
  { kind: "italics", pattern: /^_((?:\\.|[^\\_])+?)_/, inner: 1, value: 1 },
  { kind: "strike", pattern: /^~~((?:\\.|[^\\~])+?)~~/, inner: 1, value: 1 },
  { kind: "spoiler", pattern: /^\|\|((?:\\.|[^\\|])+?)\|\|/, inner: 1, value: 1 },
];

const BLOCKS: readonly Rule[] = [
  { kind: "quote", pattern: /^(?:>>>|>) / },
  { kind: "heading", pattern: /^#{1,3} / },
  { kind: "subtext", pattern: /^-# / },
  { kind: "list", pattern: /^(?:[*+-]|\d+[.)]) / },
];

function readInline(line: string, marks: Mark[]): string {
  // Only these characters begin a mark; a letter can when it begins an address.
  const plain = line.includes("://") ? /^[^\\<[@:*_~|`a-z]+/i : /^[^\\<[@:*_~|`]+/;
  let text = "";
  let rest = line;
  while (rest !== "") {
    const run = plain.exec(rest)?.[0] ?? "";
    text += run;
    rest = rest.slice(run.length);
    if (rest === "") break;
    const escaped = /^\\([^0-9A-Za-z\s])/u.exec(rest);
    if (escaped !== null) {
      text += escaped[1] ?? "";
      rest = rest.slice(escaped[0].length);
      continue;
    }
    const found = findRule(INLINE, rest);
    if (found === null) {
      const [point = ""] = rest;
      text += point;
      rest = rest.slice(point.length);
      continue;
    }
    const { rule, match } = found;
    marks.push({ kind: rule.kind, value: match[rule.value ?? 0] ?? "" });
    text += rule.inner === undefined ? (match[rule.value ?? 0] ?? "") : readInline(match[rule.inner] ?? "", marks);
    rest = rest.slice(match[0].length);
  }
  return text;
}

function findRule(rules: readonly Rule[], text: string): { rule: Rule; match: RegExpExecArray } | null {
  for (const rule of rules) {
    const match = rule.pattern.exec(text);
    if (match !== null) return { rule, match };
  }
  return null;
}

/** The text with the marks taken off, and the marks. */
export function readShown(markdown: string): Shown {
  const marks: Mark[] = [];
  const lines = markdown.split("\n").map((line) => {
    const block = findRule(BLOCKS, line);
    if (block === null) return line;
    marks.push({ kind: block.rule.kind, value: block.match[0] });
    return line.slice(block.match[0].length);
  });
  // Discord's marks reach over line ends.
  return { text: readInline(lines.join("\n"), marks), marks };
}

/** Everything a person reads in a message: content, then each embed's author, title, text and footer. */
export function readMessage(message: Pick<Message, "content" | "embeds">): string {
  const parts = message.embeds.flatMap((embed) => [
    embed.author?.name ?? "",
    readShown(embed.title ?? "").text,
    readShown(embed.description ?? "").text,
    embed.footer?.text ?? "",
  ]);
  return [readShown(message.content).text, ...parts].filter((part) => part !== "").join("\n");
}
