/** Finds the names that a page marks as its author's: itemprop, rel, classes, links to authors' pages. */

import { listSiteLines } from "../../languages/index.ts";
import { toWordPattern } from "../../languages/shared/word-pattern.ts";
import { cleanLine } from "../clean.ts";
import { type Page, type PageElement, textOf } from "../page/tree.ts";
import { readByline } from "../site-lines/site-phrases.ts";

/** What people at a paper do, no part of their names: "Staff Writer", "Political Correspondent". */
export const ROLE = toWordPattern(listSiteLines(({ roles }) => roles));

const AUTHOR_CLASS =
  /(?:^|[\s_-])(?:by-?line|author|authors|writer|contributor|post-author|article-author|byline__name|author-name)(?:[\s_-]|$)/i;
const NOT_AUTHOR_CLASS = /bio|box|image|avatar|photo|social|follow|description|card|related|comment/i;

const AUTHOR_PATH =
  /\/(?:authors?|staff|writers?|contributors?|journalists?|reporters?|columnists?|profiles?|people|byline|autor|autoren|auteur|autore)\//i;
const NAME_LINK = /^\p{Lu}[\p{L}.'’-]+(?:\s+\p{L}[\p{L}.'’-]*){1,4}$/u;
const NEAR_ANCESTORS = 5;

function isElsewhere(element: PageElement): boolean {
  let up = 0;
  for (let each: PageElement | null = element.parent; each !== null; each = each.parent, up++) {
    if (/^(?:aside|footer|nav)$/.test(each.tag)) return true;
    if (
      up < NEAR_ANCESTORS &&
      /comment|related|sidebar|recommend|statement|claim/i.test(each.attributes["class"] ?? "")
    )
      return true;
  }
  return false;
}

/** A line with more around the link, and a stop at its end, is a sentence: whom one links to is told of. */
const AROUND_LINK_MAX = 60;
const BIO_LENGTH_MAX = 300;
const AROUND_LENGTH_MAX = 600;
/** What is as long was cut, and its end is not seen. */
const AROUND_CUT = 500;
const INLINE = /^(?:a|abbr|b|em|i|mark|small|span|strong|u)$/;

function isInSentence(element: PageElement): boolean {
  let line = element;
  while (line.parent !== null && INLINE.test(line.tag)) line = line.parent;
  if (!/^(?:p|li|td|blockquote)$/.test(line.tag)) return false;
  const around = cleanLine(textOf(line, AROUND_LENGTH_MAX));
  // "Ann Lee is a reporter at the Tidings."
  const isBio = around.length <= BIO_LENGTH_MAX && ROLE.test(around);
  const isOpenEnded = around.length < AROUND_CUT && !/[.!?…]["”»’)]*$/u.test(around);
  return !isBio && around.length > textOf(element).length + AROUND_LINK_MAX && !isOpenEnded;
}

export interface VisibleNames {
  /** By itemprop, by rel, by a byline class: the surest first. */
  readonly marked: readonly (readonly string[])[];
  /** By a link to what may be an author's page. */
  readonly linkedTo: readonly string[];
}

/** Author markup in the page. */
export function findVisibleNames(page: Page): VisibleNames {
  const linkedTo: string[] = [];
  const marked: string[][] = [[], [], []];
  const found = [...marked, linkedTo];
  const rankOf = ({ tag, attributes }: PageElement): number => {
    const name = `${attributes["class"] ?? ""} ${(attributes["data-testid"] ?? "").replace(/([a-z])([A-Z])/g, "$1-$2")}`;
    if (/(?:^|\s)author(?:\s|$)/.test(attributes["itemprop"] ?? "")) return 0;
    if (/(?:^|\s)author(?:\s|$)/.test(attributes["rel"] ?? "")) return 1;
    if (AUTHOR_CLASS.test(name) && !NOT_AUTHOR_CLASS.test(name)) return 2;
    return tag === "a" && AUTHOR_PATH.test(attributes["href"] ?? "") ? 3 : -1;
  };
  for (const element of page.elements) {
    const rank = rankOf(element);
    const list = found[rank];
    if (list === undefined || list.length > 6 || isElsewhere(element)) continue;
    const inner = rank === 0 ? findByItemprop(element) : null;
    const line = cleanLine(inner ?? element.attributes["content"] ?? textOf(element, 200));
    const name = readByline(line) ?? line;
    if (name === "" || name.length > 120 || (rank === 3 && !NAME_LINK.test(name))) continue;
    if (rank === 3 && isInSentence(element)) continue;
    list.push(name);
  }
  return { marked, linkedTo };
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
