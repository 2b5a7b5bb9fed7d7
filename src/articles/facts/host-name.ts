/** What a page calls its site where its metadata do not say it: words of its title or its copyright line that its address is made of. */

import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { toComparable } from "../clean.ts";
import { MACHINE } from "./outlet-name.ts";

/** Shorter labels are made of many words' letters. */
const LABEL_LENGTH_MIN = 4;
/** A name that only ends in the label: "The Hale Tidings" of tidings.example. */
const ENDING_LENGTH_MIN = 5;
const NAME_WORDS_MAX = 6;
const NAME_LENGTH_MAX = 50;
const LINE_LENGTH_MAX = 400;

const PARTS = /\s+[|–—·•»:-]\s+|\s*[|»]\s*/u;
const RESERVED = /(?:©|\(c\)|copyright)[\s\d,–-]{1,20}(\p{L}.{2,60})/iu;

const squeeze = (text: string): string => toComparable(text).replaceAll(" ", "");
const withoutArticle = (name: string): string => name.replace(/^the\s*/i, "");

/** Labels of which an address's ending is made in some countries: "co.uk". */
const SECOND_LEVEL = /^(?:com?|org|net|ac|gov|edu|or|ne|go)$/;

interface Labels {
  readonly all: readonly string[];
  /** What somebody registered, and no section of theirs: "haletidings" of news.haletidings.example. */
  readonly registered: string;
}

/** The labels of an address, without what machines and countries add. */
function readLabels(host: string): Labels {
  const labels = host.split(".").slice(0, -1);
  const isSecond = labels.length > 1 && SECOND_LEVEL.test(labels.at(-1) ?? "");
  const toLabel = (label: string): string => withoutArticle(squeeze(label));
  return {
    all: labels
      .filter((label) => !MACHINE.test(label))
      .map(toLabel)
      .filter((label) => label.length >= LABEL_LENGTH_MIN),
    registered: toLabel(labels.at(isSecond ? -2 : -1) ?? ""),
  };
}

/** The first words of a line that spell a label: "Hale Tidings" of "Hale Tidings. All rights reserved." */
function readOpening(line: string, labels: readonly string[]): string | null {
  const words = line.split(/\s+/);
  for (let count = 1; count <= Math.min(NAME_WORDS_MAX, words.length); count++) {
    const name = words
      .slice(0, count)
      .join(" ")
      .replace(/[.,;:]+$/, "");
    if (labels.includes(squeeze(withoutArticle(name)))) return name;
  }
  return null;
}

/** "Hale Notes" of notes.hale-pier.example: more than one word, and the address has each of them. */
function isMadeOf(name: string, host: string): boolean {
  const words = toComparable(name).split(" ");
  const own = new Set(host.split(/[.-]/));
  return words.length > 1 && words.every((word) => own.has(word));
}

/** A name printed on the page, and whether the address as it was registered spells just that. */
export interface HostName {
  readonly name: string;
  readonly isWhole: boolean;
}

/** `titles`: of the page, as they stand; `lines`: its text. Null when nothing printed is what the address says. */
export function readHostName(
  url: string | null,
  titles: readonly (string | null)[],
  lines: readonly string[],
): HostName | null {
  if (url === null) return null;
  const host = new URL(url).hostname.replace(/^www\./, "");
  const { all: labels, registered } = readLabels(host);
  const isName = (part: string): boolean =>
    part !== "" && part.length <= NAME_LENGTH_MAX && part.split(/\s+/).length <= NAME_WORDS_MAX;
  const tails = titles.map((title) =>
    (title ?? "")
      .split(PARTS)
      .slice(1)
      .map((part) => part.trim()),
  );
  const ends = tails.flatMap((parts) => parts.slice(-1)).filter(isName);
  // "The pier | Tidings | HPA": behind the paper stands whose it is.
  const inner = tails
    .flatMap((parts) => parts.slice(0, -1))
    .filter((part) => isName(part) && squeeze(withoutArticle(part)) === registered);
  const reserved = lines.flatMap((line) => {
    const text = RESERVED.exec(line.slice(0, LINE_LENGTH_MAX))?.[1];
    return (text === undefined ? null : readOpening(text, labels)) ?? [];
  });
  const isCapital = (name: string): boolean => /\p{Lu}/u.test(name);
  const whole = [...ends, ...inner, ...reserved].find(
    (name) => isCapital(name) && labels.includes(squeeze(withoutArticle(name))),
  );
  if (whole !== undefined) return { name: whole, isWhole: squeeze(withoutArticle(whole)) === registered };
  const isEnd = (name: string): boolean => {
    const core = squeeze(name);
    return labels.some((label) => label.length >= ENDING_LENGTH_MIN && core.endsWith(label));
  };
  const longer = ends.find((name) => isCapital(name) && (isEnd(name) || isMadeOf(name, host)));
  if (longer !== undefined) return { name: longer, isWhole: false };
  const address = ends.find((name) => name.toLowerCase() === host);
  return address === undefined ? null : { name: address, isWhole: true };
}

/** "Official Site of Hale" and "The best of harbors", of which the address says the name that the page has elsewhere. */
const SLOGAN_WORDS_MIN = 4;
const PHRASE = /(?<![\p{L}-])\p{Ll}{4,}/u;
function isSlogan(name: string, own: string): boolean {
  const [whole, core] = [squeeze(withoutArticle(name)), squeeze(withoutArticle(own))];
  if (name.split(/\s+/).length < SLOGAN_WORDS_MIN) return false;
  // "Office of Piers - Hale University" and "Orr College of Piers" are houses of their own; "All about piers" is none.
  return whole.includes(core) ? whole.endsWith(core) : PHRASE.test(name);
}

/** "U.S.", "UK", "India": an edition of the paper that the address names, and no paper's name. */
const SHORT_PLACE = /^(?:u\.?s\.?a?\.?|u\.?k\.?|e\.?u\.?)$/i;
const isEdition = (name: string): boolean => SHORT_PLACE.test(name) || isPlaceName(name.toLowerCase());

/** What an outlet is called: as its metadata say, unless that is an account, an address, a slogan or an edition. */
export function betterName(name: string, own: HostName | null): string {
  if (own === null) return name;
  const isAccount = !/\p{Lu}/u.test(name) && !/\s/.test(name);
  const isSame = squeeze(own.name).startsWith(squeeze(name)) || squeeze(own.name).endsWith(squeeze(name));
  return (isAccount && isSame) || (own.isWhole && (isSlogan(name, own.name) || isEdition(name))) ? own.name : name;
}
