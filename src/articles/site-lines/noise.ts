/** Lines that a bot must never print as news, whatever the model thinks of them: what a page puts between its paragraphs. */

import { listSiteLines } from "../../languages/index.ts";
import { isTimeLine } from "../../languages/shared/dates/date-lines.ts";
import { oneOf, toWordPattern } from "../../languages/shared/word-pattern.ts";
import { toComparable } from "../clean.ts";
import { ROLE } from "../facts/byline-markup.ts";
import type { Block } from "../page/blocks.ts";
import type { PageElement } from "../page/tree.ts";
import { isConsent, isPointer, isRail, opensWithPrompt } from "./site-phrases.ts";

const CAPTION_LEVELS = 3;
const FOLLOW_LENGTH_MAX = 200;
const NOTE_LENGTH_MAX = 400;
const SIGNATURE_LENGTH_MAX = 90;
const CAPITALS_LENGTH_MAX = 200;

const HAS_CONTENT = /[\p{L}\p{N}]/u;

/** The line under a picture: another's words, and seldom the article's. */
function isCaption({ element }: Block): boolean {
  let up = 0;
  for (let each: PageElement | null = element; each !== null && up <= CAPTION_LEVELS; each = each.parent, up++)
    if (each.tag === "figcaption") return true;
  return false;
}

const PICTURE_NOTE_LENGTH_MAX = 280;
const PICTURE_CREDIT = new RegExp(
  `(?:[.!?…。]["”»]?|^)\\s*[([]?${oneOf(listSiteLines(({ photos }) => photos))}(?: (?:credit|by))?\\s?[:：]\\s?[^.:()[\\]]{2,60}[)\\]]?\\.?$`,
  "iu",
);

/** "The quay at dawn. (Photo: Ann Lee)": the line under a picture, in a paragraph like any other. */
const endsWithPictureCredit = (line: string): boolean =>
  line.length <= PICTURE_NOTE_LENGTH_MAX && !/["“„«]/.test(line) && PICTURE_CREDIT.test(line);

const FOLLOW = new RegExp(`^${oneOf(listSiteLines(({ follows }) => follows))}`, "iu");
const NETWORK_NAMES = [
  "facebook",
  "instagram",
  "twitter",
  "telegram",
  "youtube",
  "tiktok",
  "whatsapp",
  "threads",
  "bluesky",
  "linkedin",
  "mastodon",
  "viber",
  "snapchat",
  "pinterest",
  "google news",
];
const NETWORK = toWordPattern([...NETWORK_NAMES, ...listSiteLines(({ networks }) => networks)]);

/** "Follow us on Facebook and X", in the languages served. */
export const isFollowLine = (line: string): boolean =>
  line.length <= FOLLOW_LENGTH_MAX && FOLLOW.test(line) && NETWORK.test(line) && !/["“„«]/.test(line);

/** Who else worked on a text, told below it. */
const CONTRIBUTION = new RegExp(`(?:${listSiteLines(({ contributions }) => contributions).join("|")})[.)]*$`, "iu");
export const isContribution = (line: string): boolean => line.length <= NOTE_LENGTH_MAX && CONTRIBUTION.test(line);

/** A headline in capitals that is one link: a teaser between two paragraphs. */
const isCapitalLink = ({ text, length, linkLength }: Block): boolean =>
  length > 0 &&
  linkLength / length > 0.9 &&
  text.length <= CAPITALS_LENGTH_MAX &&
  text.includes(" ") &&
  text === text.toUpperCase() &&
  text !== text.toLowerCase();

/** The author's name as a line of its own, alone or with the office held. */
function isSignature(text: string, authors: ReadonlySet<string>): boolean {
  if (text.length > SIGNATURE_LENGTH_MAX || authors.size === 0) return false;
  if (authors.has(toComparable(text))) return true;
  const parted = /^(.{3,60}?)\s*(?:,|\||–|—|-|\/|·|•)\s+(.{3,60})$/u.exec(text);
  return parted !== null && authors.has(toComparable(parted[1] ?? "")) && ROLE.test(parted[2] ?? "");
}

const PORTRAIT_LENGTH_MAX = 500;
const IS_ROLE_WITHIN = 120;

/** Who the author is: "Ann Lee is a senior reporter at the Gazette." */
function isPortrait(text: string, authors: ReadonlySet<string>): boolean {
  if (text.length > PORTRAIT_LENGTH_MAX || /["“„«]/.test(text)) return false;
  const start = toComparable(text.slice(0, IS_ROLE_WITHIN));
  for (const author of authors)
    if (author.includes(" ") && start.startsWith(`${author} `)) return ROLE.test(text.slice(0, IS_ROLE_WITHIN));
  return false;
}

/** Tells the noise of one page, whose title and byline stand elsewhere in the post. */
export function createNoiseTest(title: string, byline: string | null): (block: Block) => boolean {
  const key = toComparable(title);
  const authors = new Set((byline ?? "").split(",").map(toComparable));
  authors.delete("");
  return (block) => {
    const { text } = block;
    return (
      !HAS_CONTENT.test(text) ||
      isRail(text) ||
      isPointer(text) ||
      isTimeLine(text) ||
      isConsent(text) ||
      opensWithPrompt(text) ||
      isFollowLine(text) ||
      isContribution(text) ||
      isCaption(block) ||
      endsWithPictureCredit(text) ||
      isCapitalLink(block) ||
      isSignature(text, authors) ||
      isPortrait(text, authors) ||
      (key !== "" && toComparable(text) === key)
    );
  };
}

/** Takes headings off the end of a choice: what they head was left out. */
export function dropTrailingHeadings(chosen: readonly Block[]): readonly Block[] {
  let end = chosen.length;
  while (
    end > 1 &&
    /^h[2-6]$/.test(chosen[end - 1]?.element.tag ?? "") &&
    !/[.!?…。！？]["”»]?$/u.test(chosen[end - 1]?.text ?? "")
  )
    end--;
  return chosen.slice(0, end);
}
