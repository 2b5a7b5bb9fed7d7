/** The picture in a feed entry's own HTML: the first that tells of the article, however late pages load it. */

import { Parser } from "htmlparser2";
import { isPictureOfArticle } from "../domain/pictures/picture.ts";

const HTML_LENGTH_MAX = 200_000;
const PICTURES_MAX = 50;
/** Where an address stands; the later names are of pictures that a script puts in once they are scrolled to. */
const ADDRESS_NAMES = ["src", "data-src", "data-lazy-src", "data-original", "data-srcset", "srcset"] as const;
/** What pages call those that are no pictures of the article. */
const NO_PICTURE = /(?:^|[\s_-])(?:avatar|gravatar|logo|icon|emoji|smiley|author|byline|tracking|pixel)(?:$|[\s_-])/i;

const readSide = (text: string | undefined): number | null => {
  const side = /^\s*(\d{1,5})(?:px)?\s*$/.exec(text ?? "")?.[1];
  return side === undefined ? null : Number(side);
};

const resolve = (given: string, base: string): string | null => {
  const [first = ""] = given.trim().split(/\s/);
  if (first === "" || /^(?:data|blob|javascript|about):/i.test(first)) return null;
  const isAbsolute = URL.canParse(first);
  if (!isAbsolute && !URL.canParse(first, base)) return null;
  return (isAbsolute ? new URL(first) : new URL(first, base)).href;
};

/** A film's still counts as a picture; relative addresses are meant from the base. Null when there is none. Never throws. */
export function findEntryPicture(html: string, base: string): string | null {
  let found: string | null = null;
  let count = 0;
  const parser = new Parser({
    onopentag(tag, attributes) {
      const isPicture = tag === "img" || tag === "amp-img";
      if (found !== null || count >= PICTURES_MAX || !(isPicture || tag === "video")) return;
      count += 1;
      const names = isPicture ? ADDRESS_NAMES : (["poster"] as const);
      const shape = {
        width: isPicture ? readSide(attributes["width"]) : null,
        height: isPicture ? readSide(attributes["height"]) : null,
      };
      if (NO_PICTURE.test(attributes["class"] ?? "") || /\b(?:logo|avatar)\b/i.test(attributes["alt"] ?? "")) return;
      for (const name of names) {
        const url = resolve(attributes[name] ?? "", base);
        if (url !== null && isPictureOfArticle({ url, ...shape })) {
          found = url;
          return;
        }
      }
    },
  });
  parser.end(html.slice(0, HTML_LENGTH_MAX));
  return found;
}
