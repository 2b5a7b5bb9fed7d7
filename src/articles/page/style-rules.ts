/** Tells from declarations and from a page's own style sheets whether a browser would show an element. */

import type { PageElement } from "./elements.ts";

const RULES_MAX = 3_000;
const RULES_OF_KEY_MAX = 40;
const SELECTOR_LENGTH_MAX = 200;
/** Offsets in pixels from which on something stands off the screen. */
const OFF_SCREEN_MIN = 900;
const PIXELS: Readonly<Record<string, number>> = { em: 16, rem: 16, ch: 8, pt: 1.3, vw: 12, vh: 8, "%": 9 };

type Declarations = ReadonlyMap<string, string>;

function readDeclarations(style: string): Declarations {
  const found = new Map<string, string>();
  for (const part of style.toLowerCase().split(";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/, "")
      .trim();
    found.set(part.slice(0, colon).trim(), value);
  }
  return found;
}

/** Pixels, roughly: it only matters whether something is there at all, or far away. */
function toPixels(value: string | undefined): number | null {
  const match = /^(-?(?:\d+\.?\d*|\.\d+))(px|r?em|ch|pt|vw|vh|%)?$/.exec(value ?? "");
  return match === null ? null : Number(match[1]) * (PIXELS[match[2] ?? ""] ?? 1);
}

const isAtMost = (value: string | undefined, limit: number): boolean => {
  const pixels = toPixels(value);
  return pixels !== null && pixels <= limit;
};

function isClipped(declared: Declarations): boolean {
  if (/^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test(declared.get("clip") ?? "")) return true;
  if (
    /^(?:inset\((?:50|[6-9]\d|100)%|circle\(0|polygon\(0(?:px)? 0(?:px)?, *0(?:px)? 0(?:px)?)/.test(
      declared.get("clip-path") ?? "",
    )
  )
    return true;
  const isCut = /hidden|clip/.test(declared.get("overflow") ?? "");
  return isCut && ["width", "height", "max-width", "max-height"].some((name) => isAtMost(declared.get(name), 1));
}

function isFarAway(declared: Declarations): boolean {
  const isMoved = /absolute|fixed/.test(declared.get("position") ?? "");
  const isFar = (name: string): boolean => isAtMost(declared.get(name), -OFF_SCREEN_MIN);
  if (isFar("text-indent") || isFar("margin-left")) return true;
  if (isMoved && ["left", "right", "top", "bottom", "inset-inline-start"].some(isFar)) return true;
  const offset = /translate(?:x|y|3d)?\(\s*(-[\d.]+[a-z%]*)/.exec(declared.get("transform") ?? "")?.[1];
  return isMoved && isAtMost(offset, -OFF_SCREEN_MIN);
}

/** The text's own color is its background's, or none; letters filled with a picture are none of that. */
function isInvisibleInk(declared: Declarations): boolean {
  const ink = declared.get("color");
  if (ink === undefined || [...declared.keys()].some((name) => name.endsWith("background-clip"))) return false;
  return ink === "transparent" || ink === (declared.get("background-color") ?? declared.get("background"));
}

/** Whether declarations keep what they are about from being seen; what is to grow to its height waits to be unfolded. */
function isHiding(declared: Declarations): boolean {
  if (/height|all/.test(declared.get("transition") ?? "") && declared.has("max-height")) return false;
  return (
    declared.get("display") === "none" ||
    /^(?:hidden|collapse)$/.test(declared.get("visibility") ?? "") ||
    declared.get("content-visibility") === "hidden" ||
    /^0?\.?0+%?$/.test(declared.get("opacity") ?? "") ||
    isAtMost(declared.get("font-size"), 1) ||
    /^scale(?:x|y|3d)?\(\s*0\s*[,)]/.test(declared.get("transform") ?? "") ||
    isClipped(declared) ||
    isFarAway(declared) ||
    isInvisibleInk(declared)
  );
}

/** What declarations do to a text. */
export interface Shown {
  readonly isHidden: boolean;
  readonly isStruck: boolean;
}

function toShown(style: string): Shown {
  const declared = readDeclarations(style);
  const line = `${declared.get("text-decoration") ?? ""} ${declared.get("text-decoration-line") ?? ""}`;
  return { isHidden: isHiding(declared), isStruck: line.includes("line-through") };
}

/** Most styles have none of these words, and need not be taken apart. */
const WORTH_READING =
  /none|hidden|collapse|opacity|font-size|clip|text-indent|-\d|scale|line-through|transparent|(?:^|[;{\s])color/i;
const PLAIN: Shown = { isHidden: false, isStruck: false };

export const readStyle = (style: string | undefined): Shown =>
  style === undefined || !WORTH_READING.test(style) ? PLAIN : toShown(style);

/** One element as a selector names it: ".promo", "p.note", "#box", "[hidden-note]". */
interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly (readonly [string, string | null])[];
}

interface Rule {
  /** The element's own part last. */
  readonly path: readonly Compound[];
  readonly shown: Shown;
}

const COMPOUND = /^([a-z][a-z0-9-]*|\*)?((?:[.#][\w-]+|\[[\w-]+(?:[~^$*|]?=(?:"[^"]*"|'[^']*'|[\w-]+))?\])*)$/i;

function readCompound(text: string): Compound | null {
  const match = COMPOUND.exec(text);
  if (match === null || text === "" || text === "*") return null;
  const rest = match[2] ?? "";
  const attributes: (readonly [string, string | null])[] = [];
  for (const [, name = "", sign, value] of rest.matchAll(/\[([\w-]+)(?:([~^$*|]?=)["']?([^"'\]]*)["']?)?\]/g)) {
    if (sign !== undefined && sign !== "=") return null;
    attributes.push([name.toLowerCase(), value ?? null]);
  }
  const plain = rest.replace(/\[[^\]]*\]/g, "");
  return {
    tag: match[1] === undefined || match[1] === "*" ? null : match[1].toLowerCase(),
    id: /#([\w-]+)/.exec(plain)?.[1] ?? null,
    classes: [...plain.matchAll(/\.([\w-]+)/g)].map((each) => each[1] ?? ""),
    attributes,
  };
}

/** Selectors of descendants and children alike; those with states or pseudo-elements are about something else. */
function readPath(selector: string): readonly Compound[] | null {
  if (selector.length > SELECTOR_LENGTH_MAX || /[:+~]/.test(selector.replace(/\[[^\]]*\]/g, ""))) return null;
  const path = selector.replace(/>/g, " ").trim().split(/\s+/).map(readCompound);
  return path.every((each): each is Compound => each !== null) ? path : null;
}

/** The style sheet without comments and without blocks that hold for other media, or only for some browsers. */
function toOwnRules(sheet: string): string {
  const css = sheet.replace(/\/\*[\s\S]*?\*\//g, " ");
  let kept = "";
  let depth = 0;
  let skipped = -1;
  let from = 0;
  for (let at = 0; at < css.length; at++) {
    const character = css[at];
    if (character === "{") {
      if (skipped < 0 && /@[^{};]*$/.test(css.slice(Math.max(from, at - SELECTOR_LENGTH_MAX), at))) {
        kept += css.slice(from, at).replace(/@[^{};]*$/, "");
        skipped = depth;
      }
      depth++;
    } else if (character === "}") {
      depth--;
      if (depth === skipped) {
        skipped = -1;
        from = at + 1;
      }
    }
  }
  return skipped < 0 ? kept + css.slice(from) : kept;
}

type ClassesOf = (element: PageElement) => readonly string[];

/** The classes of elements, each taken apart once: many rules ask for those of one element and of all around it. */
function rememberClasses(): ClassesOf {
  const known = new Map<PageElement, readonly string[]>();
  return (element) => {
    const classes = known.get(element) ?? (element.attributes["class"] ?? "").split(/\s+/);
    known.set(element, classes);
    return classes;
  };
}

function hasCompound(element: PageElement, wanted: Compound, classesOf: ClassesOf): boolean {
  const { tag, attributes: given } = element;
  if (wanted.tag !== null && wanted.tag !== tag) return false;
  if (wanted.id !== null && given["id"] !== wanted.id) return false;
  if (wanted.classes.length > 0) {
    const own = classesOf(element);
    if (!wanted.classes.every((name) => own.includes(name))) return false;
  }
  return wanted.attributes.every(
    ([name, value]) => given[name] !== undefined && (value === null || given[name] === value),
  );
}

function isMatch(element: PageElement, path: readonly Compound[], classesOf: ClassesOf): boolean {
  const own = path.at(-1);
  if (own === undefined || !hasCompound(element, own, classesOf)) return false;
  let left = path.length - 2;
  for (let outer = element.parent; outer !== null && left >= 0; outer = outer.parent) {
    const wanted = path[left];
    if (wanted !== undefined && hasCompound(outer, wanted, classesOf)) left--;
  }
  return left < 0;
}

/** Selectors and declarations of every rule, in order. */
function listBlocks(css: string): readonly (readonly [string, string])[] {
  const blocks: (readonly [string, string])[] = [];
  let from = 0;
  while (from < css.length) {
    const open = css.indexOf("{", from);
    const close = open < 0 ? -1 : css.indexOf("}", open);
    if (close < 0) break;
    blocks.push([css.slice(from, open).trim(), css.slice(open + 1, close)]);
    from = close + 1;
  }
  return blocks;
}

/** Rules that hide or strike, under the class, id or tag that their last part names, so that few are asked. */
function readRules(sheets: readonly string[]): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  let count = 0;
  for (const [selectors, body] of listBlocks(sheets.map(toOwnRules).join("\n"))) {
    const shown = readStyle(body);
    const isSeen = /display\s*:\s*(?!none)|visibility\s*:\s*visible/i.test(body);
    if (!shown.isHidden && !shown.isStruck && !isSeen) continue;
    for (const selector of selectors.split(",")) {
      const path = readPath(selector);
      const own = path?.at(-1);
      if (path === null || own === undefined || count >= RULES_MAX) continue;
      const key = own.classes[0] ?? own.id ?? own.tag ?? "";
      const list = rules.get(key) ?? [];
      if (list.length < RULES_OF_KEY_MAX) list.push({ path, shown });
      rules.set(key, list);
      count++;
    }
  }
  return rules;
}

/** Tells what the page's own style sheets do to an element; a later rule overrules an earlier one. */
export function createStyleTest(sheets: readonly string[]): (element: PageElement) => Shown {
  const rules = sheets.length === 0 ? new Map<string, readonly Rule[]>() : readRules(sheets);
  if (rules.size === 0) return () => PLAIN;
  const classesOf = rememberClasses();
  return (element) => {
    const names = [element.tag, element.attributes["id"] ?? "", ...classesOf(element), ""];
    let shown = PLAIN;
    for (const name of names)
      for (const rule of rules.get(name) ?? []) if (isMatch(element, rule.path, classesOf)) shown = rule.shown;
    return shown;
  };
}
