/** A template with what a post has: lines whose parts are all missing go, and with a missing part goes its label. */

import type { Placeholder, PostTemplate, TemplateLine, TemplateSegment } from "../domain/post-template.ts";

/** Lines that stand together. A line is words and parts that are there; quotes have a line of their own. */
export type TemplateParagraph = readonly TemplateLine[];

const isPart = (segment: TemplateSegment | undefined, part?: Placeholder): boolean =>
  segment !== undefined && "part" in segment && (part === undefined || segment.part === part);

/** Marks that part things, at a start where there is nothing to part; and what closes what is gone. */
const SEPARATORS = /^[\s\p{P}\p{S}]+(?=$|\s)|^\s+/u;
const CLOSERS = /^[)\]}»”’]+/u;

/** Null for a line that says nothing of this post. */
function settleLine(line: TemplateLine, isMissing: (part: Placeholder) => boolean): TemplateLine | null {
  const isGone = (segment: TemplateSegment | undefined): boolean =>
    segment !== undefined && "part" in segment && isMissing(segment.part);
  const parts = line.filter((segment) => isPart(segment));
  if (parts.length > 0 && parts.every(isGone)) return null;
  const settled: TemplateSegment[] = [];
  line.forEach((segment, index) => {
    if (isGone(segment)) return;
    if ("part" in segment) {
      settled.push(segment);
      return;
    }
    // What stands before a part that is missing is its label, or what parts it from the one before.
    if (isGone(line[index + 1])) return;
    const isAfterGone = isGone(line[index - 1]);
    const rest = isAfterGone ? segment.words.replace(CLOSERS, "") : segment.words;
    const words = isAfterGone && settled.length === 0 ? rest.replace(SEPARATORS, "") : rest;
    if (words !== "") settled.push({ words });
  });
  return trimLine(settled);
}

function trimLine(line: TemplateLine): TemplateLine | null {
  const trimmed = line
    .map((segment, index): TemplateSegment => {
      if ("part" in segment) return segment;
      const start = index === 0 ? segment.words.trimStart() : segment.words;
      return { words: index === line.length - 1 ? start.trimEnd() : start };
    })
    .filter((segment) => "part" in segment || segment.words !== "");
  return trimmed.length === 0 ? null : trimmed;
}

/** A quotation begins a line of its own on every platform, and ends it. */
function partQuotes(line: TemplateLine): readonly TemplateLine[] {
  const at = line.findIndex((segment) => isPart(segment, "quotes"));
  if (at < 0 || line.length === 1) return [line];
  return [line.slice(0, at), line.slice(at, at + 1), line.slice(at + 1)].flatMap((each) => {
    const trimmed = trimLine(each);
    return trimmed === null ? [] : [trimmed];
  });
}

export function shapeTemplate(
  { lines }: Pick<PostTemplate, "lines">,
  isMissing: (part: Placeholder) => boolean,
): readonly TemplateParagraph[] {
  const isGone = (part: Placeholder): boolean => part === "picture" || part === "buttons" || isMissing(part);
  const paragraphs: TemplateLine[][] = [[]];
  for (const line of lines) {
    if (line.every((segment) => "words" in segment && segment.words.trim() === "")) paragraphs.push([]);
    else {
      const settled = settleLine(line, isGone);
      if (settled !== null) paragraphs.at(-1)?.push(...partQuotes(settled));
    }
  }
  return paragraphs.filter((each) => each.length > 0);
}
