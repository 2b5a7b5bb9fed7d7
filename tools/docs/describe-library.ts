/** Describes what the package exports, in Markdown: each name as it is declared, with what its comment says. */

import { readFileSync } from "node:fs";

const EXPORTS = /export\s+(type\s+)?\{([^}]*)\}\s+from\s+"\.\/([^"]+)"/g;
const COLUMNS = 118;
const FIRST = ["createBrief", "findQuotes", "extractArticle", "parseFeed", "checkGrounding"];

export interface Described {
  readonly name: string;
  readonly file: string;
  readonly comment: string;
  /** As it is declared, without a function's body. */
  readonly declaration: string;
}

/** The declaration's own lines: to the brace that closes it in the first column, or of a function to its body. */
function readDeclaration(source: string, name: string): { readonly at: number; readonly text: string } {
  const match = new RegExp(`^export (?:async )?(interface|type|function|const) ${name}\\b`, "m").exec(source);
  if (match === null) throw new Error(`Expected a declaration of ${name}.`);
  const rest = source.slice(match.index);
  const end = match[1] === "function" ? /\{\n {2}/.exec(rest)?.index : undefined;
  const whole = match[1] === "interface" ? /^[\s\S]*?\n\}/ : /^[\s\S]*?;\n/;
  const text = end === undefined ? (whole.exec(rest)?.[0] ?? rest) : rest.slice(0, end);
  return { at: match.index, text: text.replace(/^export (?:async )?/, "").trimEnd() };
}

/** The comment that ends right before a declaration, as text. */
function readComment(source: string, at: number): string {
  const [, comment = ""] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/.exec(source.slice(0, at)) ?? [];
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trim())
    .join("\n")
    .trim();
}

export function describeLibrary(root: URL): readonly Described[] {
  const index = readFileSync(new URL("src/index.ts", root), "utf8");
  return [...index.matchAll(EXPORTS)].flatMap(([, , names = "", file = ""]) => {
    const source = readFileSync(new URL(`src/${file}`, root), "utf8");
    return names
      .split(",")
      .map((each) => each.trim().replace(/^type /, ""))
      .filter((name) => name !== "")
      .map((name) => {
        const { at, text } = readDeclaration(source, name);
        return { name, file, comment: readComment(source, at), declaration: text };
      });
  });
}

/** Paragraphs in lines as documents have them. */
function wrap(comment: string): string {
  const wrapOne = (paragraph: string): string => {
    const lines = [""];
    for (const word of paragraph.split(/\s+/)) {
      const line = lines.at(-1) ?? "";
      if (line === "") lines[lines.length - 1] = word;
      else if (line.length + 1 + word.length <= COLUMNS) lines[lines.length - 1] = `${line} ${word}`;
      else lines.push(word);
    }
    return lines.join("\n");
  };
  return comment.split("\n\n").map(wrapOne).join("\n\n");
}

const toSection = ({ name, comment, declaration, file }: Described): string =>
  `### ${name}\n\n${comment === "" ? "" : `${wrap(comment)}\n\n`}\`\`\`ts\n${declaration}\n\`\`\`\n\nIn \`src/${file}\`.\n`;

/** What one calls first, then the types of it. */
export function writeLibrary(root: URL): string {
  const all = describeLibrary(root);
  const called = FIRST.flatMap((name) => all.filter((each) => each.name === name));
  const others = all.filter((each) => !called.includes(each));
  return `# The library

Written by \`npx tsx tools/docs/write-library.ts\` of what \`src/index.ts\` exports; \`tests/unit/library-docs.test.ts\`
fails when it is not up to date. Each function works by itself: nothing here downloads, stores or writes.
\`pullquote/quotes\` has \`findQuotes\` alone and loads nothing else. The README shows a program.

## Functions

${called.map(toSection).join("\n")}
## Types

${others.map(toSection).join("\n")}`;
}
