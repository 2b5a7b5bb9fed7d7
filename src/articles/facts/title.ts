/** Chooses an article's title and takes the site's name off it. */

import { listSiteLines } from "../../languages/index.ts";
import { oneOf } from "../../languages/shared/word-pattern.ts";
import { cleanLine, decodeText, toComparable } from "../clean.ts";

export interface TitleCandidates {
  readonly linked: string | null;
  readonly meta: readonly (string | null)[];
  readonly document: string | null;
  readonly headings: readonly string[];
  readonly outlet: string | null;
  readonly host: string | null;
  /** All that the page shows: a headline's words stand in the text below it. */
  readonly shown: readonly string[];
}

const TITLE_LENGTH_MAX = 400;
const SEPARATOR = /\s+[|–—\-•·»:›~/]+\s+|\s*[|｜»_]\s*|\s+-{1,2}\s*|(?<=\S)[:：]\s+/gu;
const OUTLET_WORDS = listSiteLines(({ outletWords }) => outletWords);
/** What a site's name has in one place and lacks in another, parts of its address among them. */
const FIRMS = new RegExp(`\\b${oneOf(["www", "com", "org", "net", "co", "uk", ...OUTLET_WORDS])}\\b`, "g");

const squeeze = (text: string): string => toComparable(text).replaceAll(" ", "");

/** Site names come as "The Harbor Wire", "harborwire.example" or "HarborWire News". */
function isSiteName(part: string, outlet: string | null, host: string | null): boolean {
  const name = squeeze(part);
  if (name === "") return true;
  const core = squeeze(toComparable(part).replace(FIRMS, ""));
  for (const known of [
    outlet,
    host?.replace(/^www\./, "") ?? null,
    host?.replace(/^www\./, "").split(".")[0] ?? null,
  ]) {
    if (known === null) continue;
    const whole = squeeze(known);
    const knownCore = squeeze(toComparable(known).replace(FIRMS, ""));
    if (whole === name || (core.length > 2 && core === knownCore)) return true;
    if (
      core.length > 3 &&
      (whole.includes(core) ||
        (knownCore.length > 3 && name.includes(knownCore) && name.length < knownCore.length + 16))
    )
      return true;
  }
  return false;
}

/** The mark that ends what a headline quotes: "« The school is falling down »". */
const closesQuote = (text: string, index: number, separator: string): boolean =>
  separator.trim() === "»" && text.lastIndexOf("«", index) > text.lastIndexOf("»", index - 1);

/** Takes the site's name, and a section's name before it, off the end or the start of a title. */
export function stripSiteName(title: string, outlet: string | null, host: string | null): string {
  let text = title;
  for (let round = 0; round < 3; round++) {
    const before = text;
    const parts = [...text.matchAll(SEPARATOR)].filter(
      ({ 0: mark, index }) => !closesQuote(before, index + mark.indexOf("»"), mark),
    );
    const last = parts.at(-1);
    const first = parts[0];
    if (last !== undefined && last.index > 0 && isSiteName(text.slice(last.index + last[0].length), outlet, host))
      text = text.slice(0, last.index).trim();
    else if (
      first !== undefined &&
      first.index > 0 &&
      !/^[:：]/.test(first[0].trim()) &&
      isSiteName(text.slice(0, first.index), outlet, host)
    )
      text = text.slice(first.index + first[0].length).trim();
    else break;
  }
  return text;
}

const CONTENT_LENGTH_MIN = 4;
/** Fewer words of weight stand in many a text by chance. */
const HEADING_CONTENT_MIN = 4;
const TOLD_SHARE_MIN = 0.5;
const AGREEING_SHARE_MAX = 0.25;

const toContent = (text: string): readonly string[] =>
  [...new Set(toComparable(text).split(" "))].filter((word) => word.length >= CONTENT_LENGTH_MIN);

const shareIn = (words: readonly string[], found: ReadonlySet<string>): number =>
  words.filter((word) => found.has(word)).length / Math.max(1, words.length);

/**
 * The heading that readers see, where metadata names another headline altogether (an older one, another page's) and the
 * text tells of the heading at least as much; null where there is no such heading.
 */
function findToldHeading(headings: readonly string[], stated: string, shown: readonly string[]): string | null {
  const [heading = "", ...others] = headings;
  const words = toContent(heading);
  if (others.length > 0 || words.length < HEADING_CONTENT_MIN) return null;
  if (shareIn(words, new Set(toContent(stated))) > AGREEING_SHARE_MAX) return null;
  const text = new Set(shown.filter((block) => squeeze(block) !== squeeze(heading)).flatMap(toContent));
  const told = shareIn(words, text);
  return told >= TOLD_SHARE_MIN && told >= shareIn(toContent(stated), text) ? heading : null;
}

/** The best candidate: what the page's visible heading and its metadata agree on. Empty when there is none. */
export function chooseTitle(candidates: TitleCandidates): string {
  const { outlet, host } = candidates;
  const clean = (text: string | null | undefined): string => {
    const line = cleanLine(decodeText((text ?? "").replace(/<[^>]{1,100}>/g, "")));
    return line.length > TITLE_LENGTH_MAX ? "" : stripSiteName(line, outlet, host);
  };
  const headings = candidates.headings.map(clean).filter((text) => text !== "" && !isSiteName(text, outlet, host));
  const stated = [candidates.linked, ...candidates.meta].map(clean).filter((text) => text !== "");
  const document = clean(candidates.document);
  const known = [...stated, document].map(squeeze);
  /** "Opinion The pier" of a label set above the headline is "Opinion | The pier" where the page parts them. */
  const withBar = (heading: string): string => {
    const parted = stated.find((each) => each.includes(" | ") && squeeze(each) === squeeze(heading));
    return parted !== undefined && !heading.includes("|") ? parted : heading;
  };
  for (const heading of headings) {
    const key = squeeze(heading);
    if (
      key.length > 5 &&
      known.some((each) => each === key || (each.length > 5 && (each.startsWith(key) || key.startsWith(each))))
    )
      return withBar(heading);
  }
  const told = stated[0] === undefined ? null : findToldHeading(headings, stated[0], candidates.shown);
  if (told !== null) return told;
  return stated[0] ?? (headings.length === 1 ? (headings[0] ?? document) : document) ?? "";
}
