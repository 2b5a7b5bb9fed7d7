/** Knows the headings and lines of pages that show no article: checks, log-ins, consent, errors, in all languages read. */

import { listWalls } from "../../languages/index.ts";
import { toFinder, toGroupedFinder } from "../../languages/shared/word-pattern.ts";
import { isAddressed, isConsent, isReported } from "./site-phrases.ts";

const LINE_LENGTH_MAX = 900;
const TITLE_LENGTH_MAX = 120;
/** Somebody's words are the article's, whatever they speak of. */
const QUOTED = /["“„«»「『][^"“”„«»]{15,}["“”«»」』]/u;
/** A consent line tells more than one thing of the kind. */
const CONSENT_PARTS_MIN = 2;
const PARTED = /\s+[|–—·•-]\s+|\s*[|｜]\s+/u;

const TITLE = toGroupedFinder(listWalls(({ titles }) => titles).map((title) => `^(?:${title})[\\s.!?…。！？¡¿]*$`));
const LINES = toGroupedFinder(listWalls(({ lines }) => lines));
const CONSENT = listWalls(({ consent }) => consent);
/** Most lines tell nothing of the kind: the parts of consent are counted in the others alone. */
const ANY_CONSENT = toGroupedFinder(CONSENT);
const CONSENT_PARTS = CONSENT.map(toFinder);

/** A whole heading of such a page, with or without the site's name: "Just a moment…", "404 | Valley Post". */
export function isWallTitle(title: string): boolean {
  if (title.length > TITLE_LENGTH_MAX) return false;
  const [first = "", second = ""] = title.split(PARTED);
  if (/[:：]/.test(title) && title.split(/[:：]/).every((part) => TITLE.test(part.trim()))) return true;
  return TITLE.test(title) || TITLE.test(first.trim()) || (first.split(" ").length <= 2 && TITLE.test(second.trim()));
}

/** Asks leave to store and use the reader's data, or says how that is taken back. */
export function isConsentLine(line: string): boolean {
  if (line.length > LINE_LENGTH_MAX || QUOTED.test(line)) return false;
  if (!isAddressed(line) || !ANY_CONSENT.test(line)) return false;
  let count = 0;
  for (const part of CONSENT_PARTS) {
    if (part.test(line)) count++;
    if (count >= CONSENT_PARTS_MIN) return true;
  }
  return false;
}

/** Tells or asks a visitor what only a wall does; an article may say so, too, but not all through. */
export const isWallLine = (line: string): boolean =>
  line.length <= LINE_LENGTH_MAX &&
  !QUOTED.test(line) &&
  !isReported(line) &&
  (LINES.test(line) || isConsent(line) || (isAddressed(line) && ANY_CONSENT.test(line)));
