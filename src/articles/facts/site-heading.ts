/** Tells a site's name from a headline: a heading that leads to the site's first page. */

import type { PageElement } from "../page/elements.ts";

/** A link stands right around its heading, or with one wrapper between. */
const OUTWARD_MAX = 3;

const isHome = (href: string | undefined, pageUrl: string): boolean => {
  if (href === undefined || href.trim() === "" || !URL.canParse(href, pageUrl)) return false;
  const { origin, pathname, search } = new URL(href, pageUrl);
  return origin === new URL(pageUrl).origin && /^\/(?:index\.\w{2,5})?$/.test(pathname) && search === "";
};

/** The link that all of a heading's text stands in, inside it or around it. */
function linkOf(heading: PageElement): PageElement | null {
  let outer: PageElement | null = heading;
  for (let count = 0; count <= OUTWARD_MAX && outer !== null; count++, outer = outer.parent)
    if (outer.tag === "a") return outer;
  const inner = heading.children.filter((child) => child.kind === "element" || child.text.trim() !== "");
  const [only] = inner;
  return inner.length === 1 && only?.kind === "element" && only.tag === "a" ? only : null;
}

export function isSiteHeading(heading: PageElement, pageUrl: string | null): boolean {
  if (pageUrl === null || isHome(pageUrl, pageUrl)) return false;
  return isHome(linkOf(heading)?.attributes["href"], pageUrl);
}
