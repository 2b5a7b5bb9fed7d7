/** The picture a feed gives an item, in whichever of the many elements it does. */

import { choosePicture, looksLikePicture, type PictureFacts } from "../domain/pictures/picture.ts";
import { NATIVE, resolveUrl, toBase } from "./read-links.ts";
import { findChildren, toText, type XmlElement } from "./xml.ts";

/** Elements that hold a picture's address, as an attribute, as a child or as their text. */
const PICTURE_NAMES: ReadonlySet<string> = new Set(
  "image img picture photo thumbnail thumb thumbimage post-thumbnail featured-image featuredimage image_url imageurl image-url image_link imagelink cover enclosure-image thumbnailurl thumbnail_url".split(
    " ",
  ),
);
const ADDRESS_NAMES = ["url", "href", "src", "link"] as const;
const CANDIDATES_MAX = 40;

/** A picture on so many items is the outlet's, not an article's. */
const REPEATS_MIN = 3;
const REPEATS_SHARE = 0.25;

const readSide = (element: XmlElement, name: string): number | null => {
  const side = Number.parseInt(element.attributes.get(name) ?? "", 10);
  return Number.isInteger(side) && side >= 0 ? side : null;
};

/** The address an element gives; empty for none. */
function readAddress(element: XmlElement, outerBase: string | null): string {
  const base = toBase(element, outerBase);
  for (const name of ADDRESS_NAMES) {
    const given = element.attributes.get(name)?.trim() ?? "";
    if (given !== "") return resolveUrl(given, base);
  }
  const child = element.children.find(
    (each): each is XmlElement => typeof each !== "string" && ADDRESS_NAMES.some((name) => name === each.name),
  );
  const text = (child === undefined ? toText(element) : toText(child)).trim();
  return /\s/.test(text) ? "" : resolveUrl(text, base);
}

function toFacts(element: XmlElement, base: string | null): PictureFacts {
  const type = element.attributes.get("type") ?? null;
  return {
    url: readAddress(element, base),
    type,
    width: readSide(element, "width"),
    height: readSide(element, "height"),
  };
}

/** A file beside the item, when it is a picture: by its kind, or by its name where no kind is given. */
function toPictureFiles(elements: readonly XmlElement[], base: string | null): readonly PictureFacts[] {
  return elements.flatMap((element) => {
    const facts = toFacts(element, base);
    const medium = element.attributes.get("medium")?.trim().toLowerCase();
    if (medium !== undefined && medium !== "" && medium !== "image") return [];
    return medium === "image" || looksLikePicture(facts.url, facts.type ?? null) ? [facts] : [];
  });
}

/** Groups may hold groups; stills of films stand inside the film's element. */
function listMedia(item: XmlElement): readonly XmlElement[] {
  const groups = [item, ...findChildren(item, "group", "media")];
  return groups.flatMap((group) => findChildren(group, "content", "media"));
}

/** The item's picture; null when it gives none that tells of it. */
export function readPicture(item: XmlElement, base: string | null): string | null {
  const media = listMedia(item).slice(0, CANDIDATES_MAX);
  const holders = [item, ...findChildren(item, "group", "media"), ...media].slice(0, CANDIDATES_MAX);
  const stills = holders.flatMap((holder) => findChildren(holder, "thumbnail", "media"));
  const enclosures = [
    ...findChildren(item, "enclosure", ...NATIVE, "rdf", "other"),
    ...findChildren(item, "link", ...NATIVE).filter((link) => link.attributes.get("rel")?.trim() === "enclosure"),
  ];
  const others = item.children.filter(
    (child): child is XmlElement =>
      typeof child !== "string" && child.space !== "media" && PICTURE_NAMES.has(child.name),
  );
  const facts = (elements: readonly XmlElement[]): readonly PictureFacts[] =>
    elements.slice(0, CANDIDATES_MAX).map((element) => toFacts(element, base));
  return (
    choosePicture(toPictureFiles(media, base)) ??
    choosePicture(toPictureFiles(enclosures.slice(0, CANDIDATES_MAX), base)) ??
    choosePicture(facts(stills)) ??
    choosePicture(facts(others))
  );
}

/** The channel's own picture, under any of its names. */
export function readOwnPictures(channel: XmlElement, base: string | null): ReadonlySet<string> {
  const own = channel.children.filter(
    (child): child is XmlElement =>
      typeof child !== "string" && (PICTURE_NAMES.has(child.name) || child.name === "logo" || child.name === "icon"),
  );
  return new Set(own.map((element) => readAddress(element, base)).filter((url) => url !== ""));
}

/** The one that shows who the outlet is; those for the bar of a browser are too small, or drawn. */
export const chooseOwnPicture = (own: Iterable<string>): string | null =>
  [...own].find((url) => /^https?:/.test(url) && !/\.(?:ico|svg)(?:[?#]|$)/i.test(url)) ?? null;

/** Without the pictures that are the outlet's own: the channel's, and what stands on many of its items. */
export function withoutOwnPictures<T extends { readonly imageUrl: string | null }>(
  items: readonly T[],
  own: ReadonlySet<string>,
): readonly T[] {
  const counts = new Map<string, number>();
  for (const { imageUrl } of items) if (imageUrl !== null) counts.set(imageUrl, (counts.get(imageUrl) ?? 0) + 1);
  const isOwn = (url: string): boolean =>
    own.has(url) || (counts.get(url) ?? 0) >= Math.max(REPEATS_MIN, items.length * REPEATS_SHARE);
  return items.map((item) => (item.imageUrl !== null && isOwn(item.imageUrl) ? { ...item, imageUrl: null } : item));
}
