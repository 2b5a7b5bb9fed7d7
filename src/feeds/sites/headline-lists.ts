/** Lists of linked headlines in a page: blocks that look alike, each with one link to an article of the same host. */

import { findDate, readDate } from "../../languages/shared/dates/dates.ts";
import { resolveUrl } from "../read-links.ts";
import { ancestorsOf, attributeOf, descendantsOf, type PageElement, textOf } from "./page-tree.ts";
import {
  areHeadlines,
  isNamedAsArticle,
  isOwnArticle,
  joinLinks,
  LISTED_MIN,
  type ListedLink,
  median,
  TITLE_LENGTH_MAX,
  weigh,
} from "./site-entry.ts";

const LINKS_MAX = 5_000;
const SIDE_LISTS_MAX = 50;
/** How far up a block is told by its looks, and how far up it may reach. */
const LOOK_DEPTH = 4;
const BLOCK_DEPTH_MAX = 10;
const BLOCK_ELEMENTS_MAX = 120;
/** A list by headings or dates is one; without either its lines have to be long and its addresses those of articles. */
const BARE_WEIGHT_MIN = 28;
const SHARE_MIN = 0.5;
/** What leads to an article is a few words at least; a label such as "more" names nothing. */
const TITLE_WEIGHT_MIN = 10;

const HEADING = /^h[1-6]$/;
const OUTSIDE_TAG = /^(?:nav|footer|aside|form|dialog|menu|address)$/;
const OUTSIDE_ROLE =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alertdialog|menu|menubar|tablist|toolbar)$/;
/** Names that sites in all languages give to parts of their pages. */
const OUTSIDE_NAME =
  /(?:^|[_-])(?:nav(?:bar|igation)?|menu|footer|sidebar|aside|breadcrumbs?|ads?|advert\w{0,10}|sponsor(?:ed)?|promoted|partners?|most[_-]?(?:read|popular|viewed|commented|shared)|popular|trending|top[_-]?(?:read|ten|10)|related|recommend(?:ed|ations)?|newsletter|cookies?|consent|modal|popup|outbrain|taboola)(?:$|[_-])/i;
/** "has-sidebar" tells of the whole page. */
const OF_LAYOUT = /^(?:has|with|no|without|is|show|js|layout|page|content|main|body)(?:$|[_-])/i;

/** "postCard" is two words, as "post-card" is. */
const namesOf = ({ attributes }: PageElement): readonly string[] =>
  `${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`
    .slice(0, 500)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .split(/\s+/);

function isHidden({ attributes }: PageElement): boolean {
  const style = attributes["style"] ?? "";
  return "hidden" in attributes || attributes["aria-hidden"] === "true" || /display\s*:\s*none/i.test(style);
}

/** Whether what stands in it is no list of news: the site's trails and menus, advertisements, what is hidden. */
function isOutside(element: PageElement): boolean {
  const { tag, attributes, parent } = element;
  if (tag === "body" || tag === "html" || tag === "main") return false;
  // A card may have a head of its own; that of the page names the site.
  if (tag === "header") {
    const isOfCard = parent !== null && /^(?:article|li|section)$/.test(parent.tag);
    return !isOfCard && (parent === null || parent.tag === "body" || parent.parent?.tag === "body");
  }
  if (OUTSIDE_TAG.test(tag) || OUTSIDE_ROLE.test(attributes["role"] ?? "") || isHidden(element)) return true;
  // A card bears the names of what its article is filed under.
  if (HEADING.test(tag) || /^(?:a|article|li)$/.test(tag)) return false;
  return namesOf(element).some((name) => OUTSIDE_NAME.test(name) && !OF_LAYOUT.test(name));
}

/** The parts under a heading that names a list which is no news, such as what is read most. */
function findSideLists(
  elements: readonly PageElement[],
  isSideList: (name: string) => boolean,
): ReadonlySet<PageElement> {
  const found = new Set<PageElement>();
  const levelOf = (element: PageElement): number => (HEADING.test(element.tag) ? Number(element.tag[1]) : 7);
  const isNextHead = (element: PageElement, head: PageElement, level: number): boolean => {
    if (element.tag === head.tag && element.attributes["class"] === head.attributes["class"]) return !hasLinks(element);
    const first = HEADING.test(element.tag) ? element : descendantsOf(element, 1)[0];
    return first !== undefined && HEADING.test(first.tag) && levelOf(first) <= level && !hasLinks(first);
  };
  const hasLinks = (element: PageElement): boolean =>
    element.tag === "a" || descendantsOf(element, BLOCK_ELEMENTS_MAX).some(({ tag }) => tag === "a");
  let count = 0;
  for (const label of elements) {
    if (count >= SIDE_LISTS_MAX) break;
    if (label.children.length > 3 || label.tag === "a" || !isSideList(textOf(label, 60))) continue;
    count += 1;
    let head = label;
    for (let up = 0; up < 4 && head.parent !== null; up += 1, head = head.parent) {
      const siblings = head.parent.children.filter((child) => typeof child !== "string");
      const after = siblings.slice(siblings.indexOf(head) + 1);
      if (!after.some(hasLinks)) continue;
      for (const sibling of after) {
        if (isNextHead(sibling, head, levelOf(label))) break;
        found.add(sibling);
      }
      break;
    }
  }
  return found;
}

interface Candidate extends ListedLink {
  readonly element: PageElement;
  readonly hasHeading: boolean;
  readonly isInMain: boolean;
  readonly look: string;
}

/** What a block looks like: the elements down to its link with their classes, without what counts them. */
function toLook(element: PageElement): string {
  const parts: string[] = [];
  for (const each of ancestorsOf(element)) {
    if (parts.length > LOOK_DEPTH || each.tag === "body") break;
    const classes = (each.attributes["class"] ?? "").slice(0, 200).replace(/\d+/g, "");
    parts.push(`${each.tag}.${classes.trim().split(/\s+/).slice(0, 2).sort().join(".")}`);
  }
  return parts.join("<");
}

const OWN_REL = /(?:^|\s)(?:sponsored|nofollow|ugc|tag|author|next|prev|license)(?:\s|$)/i;

function toCandidate(element: PageElement, isInMain: boolean, base: string, pageUrl: string): Candidate | null {
  if (OWN_REL.test(element.attributes["rel"] ?? "")) return null;
  const url = resolveUrl(attributeOf(element, "href"), base);
  if (url === "" || !isOwnArticle(url, pageUrl)) return null;
  const within = descendantsOf(element, BLOCK_ELEMENTS_MAX).find(({ tag }) => HEADING.test(tag));
  let hasHeading = within !== undefined;
  let up = 0;
  for (const each of ancestorsOf(element)) {
    if (HEADING.test(each.tag)) hasHeading = true;
    if (++up > 3) break;
  }
  const title = textOf(within ?? element, TITLE_LENGTH_MAX);
  if (weigh(title) < TITLE_WEIGHT_MIN) return null;
  return { element, url, title, publishedAt: null, hasHeading, isInMain, look: toLook(element) };
}

function findCandidates(
  elements: readonly PageElement[],
  pageUrl: string,
  isSideList: (name: string) => boolean,
): readonly Candidate[] {
  const sides = findSideLists(elements, isSideList);
  const outside = new Set<PageElement>();
  const inMain = new Set<PageElement>();
  const candidates: Candidate[] = [];
  let base = pageUrl;
  let count = 0;
  for (const element of elements) {
    const { tag, parent } = element;
    if (tag === "base") base = resolveUrl(attributeOf(element, "href"), pageUrl) || base;
    if ((parent !== null && outside.has(parent)) || sides.has(element) || isOutside(element)) outside.add(element);
    const isMain = tag === "main" || element.attributes["role"] === "main";
    if (isMain || (parent !== null && inMain.has(parent))) inMain.add(element);
    if (tag !== "a" || outside.has(element)) continue;
    if (++count > LINKS_MAX) break;
    const candidate = toCandidate(element, inMain.has(element), base, pageUrl);
    if (candidate !== null) candidates.push(candidate);
  }
  return candidates;
}

const DATE_NAME = /(?:^|[\s_-])(?:date|time|timestamp|published|posted|datetime|dateline)(?:$|[\s_-])/i;

/** The date a block gives for its article. */
function findBlockDate(block: PageElement, language: string | null): Date | null {
  let told: Date | null = null;
  for (const each of [block, ...descendantsOf(block, BLOCK_ELEMENTS_MAX)]) {
    const isTime = each.tag === "time" || /datePublished/.test(each.attributes["itemprop"] ?? "");
    if (isTime) {
      const given = attributeOf(each, "datetime") || attributeOf(each, "content");
      const date = readDate(given, { language }) ?? findDate(textOf(each, 100), { language });
      if (date !== null) return date;
    } else if (told === null && namesOf(each).some((name) => DATE_NAME.test(name))) {
      told = findDate(textOf(each, 100), { language });
    }
  }
  return told;
}

/** The largest element around a link that leads to no other article. */
function findBlocks(candidates: readonly Candidate[]): ReadonlyMap<Candidate, PageElement> {
  /** The only address in an element; null for several. */
  const only = new Map<PageElement, string | null>();
  for (const { element, url } of candidates) {
    let up = 0;
    for (const each of ancestorsOf(element)) {
      if (++up > BLOCK_DEPTH_MAX) break;
      const known = only.get(each);
      only.set(each, known === undefined || known === url ? url : null);
    }
  }
  return new Map(
    candidates.map((candidate) => {
      let block = candidate.element;
      let up = 0;
      for (const each of ancestorsOf(candidate.element)) {
        if (++up > BLOCK_DEPTH_MAX || only.get(each) !== candidate.url) break;
        block = each;
      }
      return [candidate, block];
    }),
  );
}

const share = (candidates: readonly Candidate[], isSo: (candidate: Candidate) => boolean): number =>
  candidates.filter(isSo).length / candidates.length;

function isList(group: readonly Candidate[]): boolean {
  const links = joinLinks(group);
  if (links.length < LISTED_MIN || !areHeadlines(links)) return false;
  if (share(group, ({ hasHeading, publishedAt }) => hasHeading || publishedAt !== null) >= SHARE_MIN) return true;
  const isLong = median(group.map(({ title }) => weigh(title))) >= BARE_WEIGHT_MIN;
  return isLong && share(group, ({ url }) => isNamedAsArticle(url)) > SHARE_MIN;
}

/** The folder of an address with what numbers it left out: news of one kind lie in folders alike. */
const folderOf = (url: string): string => new URL(url).pathname.replace(/[^/]*\/?$/, "").replace(/\d+/g, "0");

/** Empty when the page has no such list. */
export function findListedHeadlines(
  elements: readonly PageElement[],
  pageUrl: string,
  language: string | null,
  isSideList: (name: string) => boolean,
): readonly ListedLink[] {
  const found = findCandidates(elements, pageUrl, isSideList);
  const blocks = findBlocks(found);
  const dates = new Map<PageElement, Date | null>();
  const candidates = found.map((candidate): Candidate => {
    const block = blocks.get(candidate) ?? candidate.element;
    const known = dates.get(block);
    const publishedAt = known === undefined ? findBlockDate(block, language) : known;
    dates.set(block, publishedAt);
    return { ...candidate, publishedAt };
  });
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const alike = groups.get(candidate.look);
    if (alike === undefined) groups.set(candidate.look, [candidate]);
    else alike.push(candidate);
  }
  const listed = [...groups.values()].filter(isList).flat();
  if (listed.length === 0) return [];
  const looks = new Set(listed.map(({ look }) => look));
  const folders = new Set(listed.map(({ url }) => folderOf(url)));
  // What stands large above a list is alone in its looks.
  const isAmong = ({ look, hasHeading, url }: Candidate): boolean =>
    looks.has(look) || (hasHeading && folders.has(folderOf(url)));
  const all = candidates.filter(isAmong);
  const ofMain = all.filter(({ isInMain }) => isInMain);
  const chosen = joinLinks(ofMain).length >= LISTED_MIN ? ofMain : all;
  return joinLinks(chosen.map(({ url, title, publishedAt }) => ({ url, title, publishedAt })));
}
