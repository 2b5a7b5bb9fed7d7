/** What a feed files an item under, as it is written there. */

import { removeControls, toPlainText } from "./plain-text.ts";
import { NATIVE } from "./read-links.ts";
import { findChildren, toText, type XmlElement } from "./xml.ts";

export const CATEGORIES_MAX = 20;
export const CATEGORY_LENGTH_MAX = 80;

/** Each once, whatever its case; long ones are sentences and no categories. */
export function toCategories(given: readonly string[]): readonly string[] {
  const categories = new Map<string, string>();
  for (const each of given) {
    const text = toPlainText(removeControls(each), CATEGORY_LENGTH_MAX + 1);
    const isCategory = text !== "" && text.length <= CATEGORY_LENGTH_MAX && !/^https?:/i.test(text);
    if (isCategory && !categories.has(text.toLowerCase())) categories.set(text.toLowerCase(), text);
    if (categories.size === CATEGORIES_MAX) break;
  }
  return [...categories.values()];
}

/** "News/Politics" and "a, b" are several. */
const splitList = (text: string): readonly string[] => text.split(/[,;|\n]/).slice(0, CATEGORIES_MAX);

export function readCategories(item: XmlElement): readonly string[] {
  const named = findChildren(item, "category", ...NATIVE, "other").map(
    (each) => each.attributes.get("label") || toText(each) || each.attributes.get("term") || "",
  );
  const subjects = findChildren(item, "subject", "dc").map(toText);
  const media = findChildren(item, "category", "media").map((each) => each.attributes.get("label") || toText(each));
  const keywords = [...findChildren(item, "keywords", "media", "itunes"), ...findChildren(item, "keywords", ...NATIVE)];
  const listed = [...subjects, ...keywords.map(toText)].flatMap(splitList);
  return toCategories([...named, ...media, ...listed]);
}
