/** A channel's own look of posts: lines of placeholders with words around them, read from what people type. */

/** What can stand in a post. Picture and buttons have no place in the text: where they stand is the platform's. */
export const PLACEHOLDERS = [
  "headline",
  "picture",
  "summary",
  "quotes",
  "outlet",
  "age",
  "tags",
  "also",
  "link",
  "buttons",
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** UTF-16 units, and lines. */
export const TEMPLATE_LENGTH_MAX = 600;
export const TEMPLATE_LINES_MAX = 30;
/** `{quotes:no-role}`: speakers without what they are. */
export const NO_ROLE = "no-role";
const MISTAKES_MAX = 5;
const NAME_LENGTH_MAX = 40;

/** Words, or a placeholder. */
export type TemplateSegment = { readonly words: string } | { readonly part: Placeholder };
export type TemplateLine = readonly TemplateSegment[];

export interface PostTemplate {
  /** As it was typed, and is shown to whoever asks. */
  readonly text: string;
  /** A line without segments parts paragraphs. */
  readonly lines: readonly TemplateLine[];
  readonly hasRoles: boolean;
}

export type TemplateMistake =
  | { readonly kind: "unknown"; readonly name: string; readonly near: Placeholder | null }
  | { readonly kind: "twice"; readonly name: Placeholder }
  | { readonly kind: "open"; readonly rest: string }
  | { readonly kind: "bare" }
  | { readonly kind: "long"; readonly length: number }
  | { readonly kind: "lines"; readonly count: number };

/** Looks that are known by name, as anybody could write them. The first is how posts look by themselves. */
export const PRESET_NAMES = ["full", "compact", "headline", "quotes", "newsletter"] as const;
export type PresetName = (typeof PRESET_NAMES)[number];

export const PRESETS: Readonly<Record<PresetName, string>> = {
  full: "{picture}\n{outlet} · {age}\n{headline}\n\n{summary}\n\n{quotes}\n\n{also}\n{tags}\n{buttons}",
  compact: "{headline}\n{summary}\n{outlet} · {age}",
  headline: "{headline}\n{outlet} · {age}",
  quotes: "{quotes}\n\n{headline}\n{outlet} · {age}\n{buttons}",
  newsletter: "{picture}\n{headline}\n\n{summary}\n\n{quotes}\n\n{also}\n{link} · {outlet} · {age}\n{tags}",
};

/** What other bots call it, and what people try. */
const OTHER_NAMES: Readonly<Record<string, Placeholder>> = {
  title: "headline",
  heading: "headline",
  name: "headline",
  image: "picture",
  img: "picture",
  photo: "picture",
  thumbnail: "picture",
  media: "picture",
  description: "summary",
  text: "summary",
  body: "summary",
  content: "summary",
  sentences: "summary",
  brief: "summary",
  speaker: "quotes",
  source: "outlet",
  site: "outlet",
  feed: "outlet",
  publisher: "outlet",
  author: "outlet",
  date: "age",
  time: "age",
  day: "age",
  published: "age",
  pubdate: "age",
  hashtags: "tags",
  topics: "tags",
  topic: "tags",
  categories: "tags",
  category: "tags",
  others: "also",
  outlets: "also",
  url: "link",
  href: "link",
  article: "link",
};

/** Changes of one letter, or of two that changed places, from one word to the other. */
function countSlips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const best = Math.min((rows[i - 1]?.[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (rows[i - 1]?.[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(best, (rows[i - 2]?.[j - 2] ?? 0) + 1) : best);
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 0;
}

/** What was meant by a name that is none; null where nothing is near. */
function findNear(name: string): Placeholder | null {
  const bare = name.toLowerCase().replace(/[^a-z]/g, "");
  const other = Object.hasOwn(OTHER_NAMES, bare) ? OTHER_NAMES[bare] : undefined;
  if (other !== undefined) return other;
  const known = [...PLACEHOLDERS.map((each) => [each, each] as const), ...Object.entries(OTHER_NAMES)];
  let nearest: { readonly part: Placeholder; readonly slips: number } | null = null;
  for (const [word, part] of known) {
    const slips = countSlips(bare, word);
    const isNear = slips <= (word.length <= 4 ? 1 : 2) && slips < word.length && bare.length > 2;
    if (isNear && (nearest === null || slips < nearest.slips)) nearest = { part, slips };
  }
  return nearest?.part ?? null;
}

/** `{headline}`, `{ Quotes }`, and `{{title}}` as other bots write it. */
const PLACEHOLDER = /\{\{?\s*([\p{L}][\p{L}\p{N} _:.-]{0,60}?)\s*\}\}?/gu;
/** A brace that begins a name and is never closed. */
const OPEN = /\{\{?\s*\p{L}[^{}\n]*/u;

const isPlaceholder = (name: string): name is Placeholder => PLACEHOLDERS.some((each) => each === name);

interface Reading {
  readonly mistakes: TemplateMistake[];
  readonly seen: Set<Placeholder>;
  hasRoles: boolean;
}

function addWords(segments: TemplateSegment[], words: string, { mistakes }: Reading): void {
  if (words === "") return;
  const [open] = OPEN.exec(words) ?? [];
  if (open !== undefined) mistakes.push({ kind: "open", rest: open.slice(0, NAME_LENGTH_MAX) });
  segments.push({ words });
}

function readLine(line: string, reading: Reading): TemplateLine {
  const { mistakes, seen } = reading;
  const segments: TemplateSegment[] = [];
  let from = 0;
  for (const { 0: whole, 1: typed = "", index } of line.matchAll(PLACEHOLDER)) {
    addWords(segments, line.slice(from, index), reading);
    from = index + whole.length;
    const name = typed.toLowerCase();
    const part = name === `quotes:${NO_ROLE}` ? "quotes" : name;
    if (part !== name) reading.hasRoles = false;
    if (!isPlaceholder(part)) {
      mistakes.push({
        kind: "unknown",
        name: typed.slice(0, NAME_LENGTH_MAX),
        near: findNear(name.replace(/:.*/, "")),
      });
    } else if (seen.has(part)) mistakes.push({ kind: "twice", name: part });
    else {
      seen.add(part);
      segments.push({ part });
    }
  }
  addWords(segments, line.slice(from), reading);
  return segments;
}

/** Where a line can hold no line break, `\n` stands for one. */
const toTyped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]|\\n/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** What is put at its end counts too: a look that were longer with it could be saved and never be read again. */
const listOverrun = ({ text, lines }: PostTemplate): readonly TemplateMistake[] => [
  ...(text.length > TEMPLATE_LENGTH_MAX ? [{ kind: "long" as const, length: text.length }] : []),
  ...(lines.length > TEMPLATE_LINES_MAX ? [{ kind: "lines" as const, count: lines.length }] : []),
];

/** Reads what was typed; mistakes are named all at once. A template with mistakes is not to be used. */
export function parseTemplate(typed: string): PostTemplate & { readonly mistakes: readonly TemplateMistake[] } {
  const isLong = typed.length > TEMPLATE_LENGTH_MAX * 2;
  const text = toTyped(isLong ? typed.slice(0, TEMPLATE_LENGTH_MAX * 2) : typed);
  const reading: Reading = { mistakes: [], seen: new Set(), hasRoles: true };
  const { mistakes } = reading;
  const lines = text.split("\n");
  if (isLong || text.length > TEMPLATE_LENGTH_MAX) mistakes.push({ kind: "long", length: typed.length });
  if (lines.length > TEMPLATE_LINES_MAX) mistakes.push({ kind: "lines", count: lines.length });
  const read = lines.slice(0, TEMPLATE_LINES_MAX).map((line) => readLine(line, reading));
  const { seen, hasRoles } = reading;
  const isBare = !(["headline", "summary", "quotes", "link"] as const).some((each) => seen.has(each));
  if (isBare && mistakes.length === 0) mistakes.push({ kind: "bare" });
  const template = { text, lines: read, hasRoles };
  if (mistakes.length === 0) mistakes.push(...listOverrun(completeTemplate(template)));
  return { ...template, mistakes: mistakes.slice(0, MISTAKES_MAX) };
}

/** A stored or sent template; null for what is none, so that a post falls back to how it looks by itself. */
export function findTemplate(text: string | null): PostTemplate | null {
  if (text === null) return null;
  const { mistakes, ...template } = parseTemplate(text);
  return mistakes.length === 0 ? template : null;
}

/** With names meant put for those that are none, and nothing said twice; null where that does not make it one. */
export function mendTemplate(typed: string): string | null {
  const seen = new Set<Placeholder>();
  const text = typed.replace(PLACEHOLDER, (_, given: string) => {
    const name = given.toLowerCase();
    const [base = "", manner] = name.split(":");
    const part = isPlaceholder(base) ? base : findNear(base);
    if (part === null || seen.has(part)) return "";
    seen.add(part);
    return part === "quotes" && manner === NO_ROLE ? `{quotes:${NO_ROLE}}` : `{${part}}`;
  });
  return findTemplate(text)?.text ?? null;
}

export const hasPart = ({ lines }: PostTemplate, part: Placeholder): boolean =>
  lines.some((line) => line.some((segment) => "part" in segment && segment.part === part));

/** It shows quotes and no summary, which may have the best of them. */
export const isWithoutSummary = (template: PostTemplate | null): boolean =>
  template !== null && hasPart(template, "quotes") && !hasPart(template, "summary");

/** What every post shows, whatever its look: who published it, and the way to the page. */
export function listLacking(template: PostTemplate): readonly Placeholder[] {
  const hasWay = hasPart(template, "headline") || hasPart(template, "link");
  return [...(hasPart(template, "outlet") ? [] : ["outlet" as const]), ...(hasWay ? [] : ["link" as const])];
}

/** With what it lacks in a line of its own at the end. */
export function completeTemplate(template: PostTemplate): PostTemplate {
  const lacking = listLacking(template);
  if (lacking.length === 0) return template;
  const line = lacking.flatMap((part, index): TemplateSegment[] => [
    ...(index === 0 ? [] : [{ words: " · " }]),
    { part },
  ]);
  const text = `${template.text}\n${lacking.map((part) => `{${part}}`).join(" · ")}`;
  return { ...template, text, lines: [...template.lines, line] };
}

/** True where the picture stands before anything one reads. */
export function isPictureFirst({ lines }: PostTemplate): boolean {
  const [first] = lines.flat().filter((segment) => "part" in segment || segment.words.trim() !== "");
  return first !== undefined && "part" in first && first.part === "picture";
}

/** The name of a look that is one of those known by name; null for any other. */
export const findPresetName = (text: string): PresetName | null =>
  PRESET_NAMES.find((name) => PRESETS[name] === text) ?? null;
