/** Finds who wrote an article: structured data, meta elements, then the page's own author markup. */

import { cleanLine, toComparable } from "./clean.ts";
import { readByline } from "./phrases.ts";
import { type Page, type PageElement, textOf } from "./tree.ts";

const NAME_LENGTH_MAX = 80;
const NAMES_MAX = 8;
const NOT_NAMES = new Set(
  "admin administrator author staff editor editorial team webmaster user guest unknown anonymous n/a none null undefined follow more posts by share".split(
    " ",
  ),
);

/** One name from metadata, without "By", titles of links and addresses; null when it is no name. */
function toName(value: string): string | null {
  const name = cleanLine(value.replace(/<[^>]{1,200}>/g, " "))
    .replace(/^(?:by|von|par|por|di|door|written by|words by|posted by|reviewed by|автор)\s*:?\s+/iu, "")
    .replace(/\s*[(<[][^()<>[\]]*@[^()<>[\]]*[)>\]]\s*$/, "")
    .replace(/\s*[|•·,]\s*$/, "")
    .trim();
  if (name === "" || name.length > NAME_LENGTH_MAX || /^https?:|^www\.|^\/|@|\.(?:com|org|net)\b/i.test(name))
    return null;
  if (NOT_NAMES.has(name.toLowerCase()) || !/\p{L}/u.test(name)) return null;
  return name;
}

/** "Ann Lee, Bo Chan and Cy Dunn" to three names. */
function splitNames(value: string): readonly string[] {
  return value
    .split(
      /\s*(?:;|\||\s&\s|,?\s+and\s+|\s+und\s+|,(?!\s*(?:Jr|Sr|Ph\.?D|M\.?D|MD|MBA|RN|RD|CPA|JD|DO|DDS|MPH|PE|Esq|II|III|IV)\b))\s*/iu,
    )
    .filter((part) => part !== "");
}

function toNames(values: readonly string[], outlet: string | null): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  for (const value of values) {
    for (const part of splitNames(value)) {
      const name = toName(part);
      const key = name === null ? "" : toComparable(name);
      if (name === null || key === "" || seen.has(key)) continue;
      seen.add(key);
      names.push(name);
    }
  }
  // A site that names itself as author next to a person means the person.
  const people = names.filter((name) => outlet === null || toComparable(name) !== toComparable(outlet));
  return (people.length > 0 ? people : names).slice(0, NAMES_MAX);
}

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:by-?line|author|authors|writer|contributor|post-author|article-author|byline__name|author-name)(?:[\s_-]|$)/i;
const NOT_AUTHOR_CLASS = /bio|box|image|avatar|photo|social|follow|description|card|related|comment/i;

const hasAncestor = (element: PageElement, test: (element: PageElement) => boolean): boolean => {
  for (let each: PageElement | null = element.parent; each !== null; each = each.parent) if (test(each)) return true;
  return false;
};

/** Author markup in the page: rel=author, itemprop=author, a byline class. */
function findVisibleNames(page: Page): readonly string[] {
  const found: string[][] = [[], [], []];
  for (const element of page.elements) {
    const { attributes } = element;
    const itemprop = attributes["itemprop"] ?? "";
    const rank = /(?:^|\s)author(?:\s|$)/.test(itemprop)
      ? 0
      : /(?:^|\s)author(?:\s|$)/.test(attributes["rel"] ?? "")
        ? 1
        : AUTHOR_CLASS.test(attributes["class"] ?? "") && !NOT_AUTHOR_CLASS.test(attributes["class"] ?? "")
          ? 2
          : -1;
    const list = found[rank];
    if (list === undefined || list.length > 6) continue;
    if (
      hasAncestor(
        element,
        (each) =>
          /^(?:aside|footer|nav)$/.test(each.tag) || /comment|related|sidebar/i.test(each.attributes["class"] ?? ""),
      )
    )
      continue;
    const inner = rank === 0 ? findByItemprop(element) : null;
    const line = cleanLine(inner ?? attributes["content"] ?? textOf(element, 200));
    const name = readByline(line) ?? line;
    if (name !== "" && name.length <= 120) list.push(name);
  }
  return found.find((list) => list.length > 0) ?? [];
}

function findByItemprop(element: PageElement): string | null {
  for (const child of element.children) {
    if (child.kind !== "element") continue;
    if ((child.attributes["itemprop"] ?? "") === "name") return child.attributes["content"] ?? textOf(child, 200);
    const inner = findByItemprop(child);
    if (inner !== null) return inner;
  }
  return null;
}

/** Names joined by commas; null when the page names nobody. */
export function chooseByline(
  page: Page,
  linked: readonly string[],
  meta: readonly (readonly string[])[],
  outlet: string | null,
): string | null {
  for (const values of [linked, ...meta]) {
    const names = toNames(values, outlet);
    if (names.length > 0) return names.join(", ");
  }
  const names = toNames(findVisibleNames(page), outlet);
  return names.length > 0 && names.length <= 5 ? names.join(", ") : null;
}
