/** Makes patterns quick where a text is of plain western letters: `\p{L}` asks a table of all the world's letters at every place. */

/**
 * Letters with their accents, digits and marks of western European text, and the signs that news sets: curly quotes,
 * dashes, "€", "™", arrows, stars and ticks. Signs that count as digits are not among them: a property of many ranges
 * asks the table again.
 */
const PLAIN = "\\0-\\xff\\u2000-\\u206f\\u20ac\\u2122\\u2190-\\u245f\\u2500-\\u2775\\u2794-\\u2bff\\ufe0f";
const OTHER = new RegExp(`[^${PLAIN}]`);
const PLAIN_CHARACTERS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => !OTHER.test(character),
);

/** Rules ask of one sentence by turns as it stands, in lower case, without its quotations. */
const RECENT = 4;
const recent: { text: string; isPlain: boolean }[] = Array.from({ length: RECENT }, () => ({
  text: "",
  isPlain: true,
}));
let oldest = 0;

function isPlain(text: string): boolean {
  for (const known of recent) if (known.text === text) return known.isPlain;
  const isSo = !OTHER.test(text);
  recent[oldest] = { text, isPlain: isSo };
  oldest = (oldest + 1) % RECENT;
  return isSo;
}

const toEscape = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;

const rangesOf = new Map<string, string>();

/** Which plain characters a property holds, as the ranges of a class: none for `\p{Script=Han}`. */
function toRanges(property: string, isCaseless: boolean): string {
  const key = `${property} ${isCaseless}`;
  const known = rangesOf.get(key);
  if (known !== undefined) return known;
  const held = new RegExp(property, isCaseless ? "iu" : "u");
  let ranges = "";
  let [from, to] = [-1, -1];
  for (const character of PLAIN_CHARACTERS) {
    if (!held.test(character)) continue;
    const code = character.charCodeAt(0);
    if (code !== to + 1 || from < 0) {
      if (from >= 0) ranges += `${toEscape(from)}-${toEscape(to)}`;
      from = code;
    }
    to = code;
  }
  if (from >= 0) ranges += `${toEscape(from)}-${toEscape(to)}`;
  rangesOf.set(key, ranges);
  return ranges;
}

/** An escape with what belongs to it, or a bracket of a class. */
const PARTS = /\\[pP]\{[^}]*\}|\\.|[[\]]/gsu;
const PROPERTY = /\\p\{/iu;
/** Code points are written so with the flag "u" alone. */
const CODE_POINT = /\\u\{/;

/** The pattern that finds the same in plain text; null where it would be no quicker. */
export function toPlainPattern({ source, flags }: RegExp): RegExp | null {
  if (!flags.includes("u") || !(PROPERTY.test(source) || flags.includes("i"))) return null;
  let isInClass = false;
  const plain = source.replace(PARTS, (part) => {
    if (part === "[" || part === "]") isInClass = part === "[";
    if (!PROPERTY.test(part)) return part;
    const ranges = toRanges(part, flags.includes("i"));
    return isInClass ? ranges : `[${ranges}]`;
  });
  // Two ways to look in either case differ only in letters that are not plain, as the Kelvin sign is a "k" to one of them.
  const isAllPlain = isPlain(source) && !CODE_POINT.test(source);
  return new RegExp(plain, isAllPlain ? flags.replace("u", "") : flags);
}

/** A pattern with what it is tried as: on plain text, on any other. Both are made when first needed. */
interface Quick extends RegExp {
  plain: RegExp | null;
  whole: RegExp | null;
}

function choose(pattern: Quick, text: string): RegExp {
  if (isPlain(text)) {
    pattern.plain ??= toPlainPattern(pattern) ?? new RegExp(pattern.source, pattern.flags);
    return pattern.plain;
  }
  pattern.whole ??= new RegExp(pattern.source, pattern.flags);
  return pattern.whole;
}

function use<Found>(pattern: Quick, text: string, find: (twin: RegExp) => Found): Found {
  const twin = choose(pattern, text);
  twin.lastIndex = pattern.lastIndex;
  const found = find(twin);
  pattern.lastIndex = twin.lastIndex;
  return found;
}

/** In place of what every pattern does. The language's own methods for texts call these. */
const quickMethods: object = Object.assign(Object.create(RegExp.prototype) as object, {
  exec(this: Quick, text: string): RegExpExecArray | null {
    const twin = choose(this, text);
    twin.lastIndex = this.lastIndex;
    const found = twin.exec(text);
    this.lastIndex = twin.lastIndex;
    return found;
  },
  test(this: Quick, text: string): boolean {
    const twin = choose(this, text);
    twin.lastIndex = this.lastIndex;
    const isFound = twin.test(text);
    this.lastIndex = twin.lastIndex;
    return isFound;
  },
  [Symbol.match](this: Quick, text: string) {
    return use(this, text, (twin) => twin[Symbol.match](text));
  },
  [Symbol.matchAll](this: Quick, text: string) {
    return use(this, text, (twin) => twin[Symbol.matchAll](text));
  },
  [Symbol.search](this: Quick, text: string) {
    return use(this, text, (twin) => twin[Symbol.search](text));
  },
  [Symbol.split](this: Quick, text: string, limit?: number) {
    return use(this, text, (twin) => twin[Symbol.split](text, limit));
  },
  [Symbol.replace](this: Quick, text: string, by: string & ((whole: string) => string)) {
    return use(this, text, (twin) => twin[Symbol.replace](text, by));
  },
});

/**
 * The same pattern, which finds what it found, thirty times as fast where the text is plain. For what is tried on many
 * texts: the pattern for plain text is made at the first.
 */
export function quicken(pattern: RegExp): RegExp {
  if (Object.getPrototypeOf(pattern) === quickMethods || !pattern.flags.includes("u")) return pattern;
  if (!PROPERTY.test(pattern.source) && !pattern.flags.includes("i")) return pattern;
  const twins: Pick<Quick, "plain" | "whole"> = { plain: null, whole: null };
  return Object.assign(Object.setPrototypeOf(pattern, quickMethods) as RegExp, twins);
}

/** Quickens every pattern that a tree of plain objects and lists holds, and gives the tree. */
export function quickenAll<Tree>(tree: Tree): Tree {
  if (tree instanceof RegExp) quicken(tree);
  else if (Array.isArray(tree) || (typeof tree === "object" && tree !== null && isPlainObject(tree)))
    for (const part of Object.values(tree)) quickenAll(part);
  return tree;
}

const isPlainObject = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
