/** Finds who wrote an article: structured data, meta elements, then the page's own author markup. */

import { listSiteLines } from "../../languages/index.ts";
import { cutBeforeDate } from "../../languages/shared/dates/date-lines.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { oneOf, toWordPattern } from "../../languages/shared/word-pattern.ts";
import { cleanLine, decodeText, toComparable } from "../clean.ts";
import type { Page } from "../page/tree.ts";
import { readByline } from "../site-lines/site-phrases.ts";
import { readAgency } from "./agency.ts";
import { findVisibleNames, ROLE } from "./byline-markup.ts";

const NAME_LENGTH_MAX = 60;
const NAME_WORDS_MAX = 7;
const NAMES_MAX = 8;
const NOT_NAMES = new Set(listSiteLines(({ notNames }) => notNames));
const CREDENTIALS =
  /^(?:Jr|Sr|II|III|IV|Esq|Ph\.? ?D|M\.?D|D\.?O|MBA|MPH|MPP|MS|MSc|MA|MEd|RN|BSN|MSN|DNP|APRN|NP|PA-C|RD|RDN|LD|LDN|CPA|CFP|CFA|JD|DDS|DMD|DVM|VMD|PE|PT|DPT|LCSW|LMFT|PsyD|EdD|PharmD|FACP|FACLM|FAAP|FOMA|DABOM|DACVB|CPT|CSCS|E-RYT \d+)\.?$/u;

const LABEL = new RegExp(`^${oneOf(listSiteLines(({ bylineLabels }) => bylineLabels))}\\s*:?\\s+`, "iu");
const BY = new RegExp(`^${oneOf(listSiteLines(({ bylines }) => bylines))}\\s*:?\\s+`, "iu");
const JOINT = oneOf(listSiteLines(({ joints }) => joints));
const NAME_JOINT = new RegExp(`\\s*(?:;|\\||\\s&\\s|,?\\s+${JOINT}\\s+|,)\\s*`, "u");

/** "Written By", "Jun 2 Written By", "design: Ann Lee": what stands before a name, or of the page and not the article. */
const LABEL_ALONE = new RegExp(
  `(?:^|\\s)${oneOf(listSiteLines(({ bylines, bylineLabels }) => [...bylines, ...bylineLabels]))}$|^\\p{L}+:\\s`,
  "iu",
);

/** "Executive Content Editor": what somebody does, with no name. */
function isRoleAlone(name: string): boolean {
  const [first = ""] = name.split(" ");
  const last = name.slice(name.lastIndexOf(" ") + 1);
  return first !== last && ROLE.test(last) && findNameGender(first.toLowerCase()) === null;
}

const JOB = new RegExp(`(?:^|\\s)${oneOf(listSiteLines(({ jobs }) => jobs))}$`, "iu");
const TEMPLATE_KEY = /^[a-z]+(?:\.[a-z]+){2,}$/;
const JOB_JOINT = new RegExp(`(?:^|\\s)${oneOf(listSiteLines(({ jobJoints }) => jobJoints))}\\s`, "u");

/** "Ann Lee on" (a date was cut away): small words behind a name with capitals. */
const BEHIND_CAPITALS = /^(\p{Lu}.*\p{Lu}[\p{L}.'’-]*)(?:\s+\p{Ll}[\p{L}.]*)+$/u;

/** Small letters of one word, with digits or a hyphen. */
const ACCOUNT = /^(?=.*[\d_-])[\p{Ll}\d_.-]+$/u;

/** "Ann Lee / Photos: Bo Chan": who took the pictures did not write the text. */
const PICTURES = new RegExp(
  `\\s*[/|(,;–—-]\\s*${oneOf(listSiteLines(({ photos }) => photos))}\\s?(?::|by\\s).*$`,
  "iu",
);

/** One name from metadata, without "By", titles of links and addresses; null when it is no name. */
function toName(value: string): string | null {
  const name = value
    .replace(LABEL, "")
    .replace(BY, "")
    .replace(/\s*[(<[][^()<>[\]]*@[^()<>[\]]*[)>\]]\s*$/, "")
    .replace(PICTURES, "")
    .replace(/\s*(?:[|•·⋅∙‧]|\s[-–—](?:\s|$)).*$/u, "")
    .replace(/\s*[／/]\s*$/u, "")
    .replace(/[\s,;:.]+$/, (end) => (end.startsWith(".") ? "." : ""))
    .replace(BEHIND_CAPITALS, "$1")
    .trim();
  if (name === "" || name.length > NAME_LENGTH_MAX || name.split(" ").length > NAME_WORDS_MAX) return null;
  if (/https?:|^www\.|^\/|@|\.(?:com|org|net)\b|\d{2}/i.test(name) && !/\.com$/i.test(name)) return null;
  // "quayside-two": an account, and nobody's name.
  if (ACCOUNT.test(name)) return null;
  if (LABEL_ALONE.test(name) || isRoleAlone(name)) return null;
  if (/\bcontent$/i.test(name) || NOT_NAMES.has(name.toLowerCase()) || !/\p{L}/u.test(name)) return null;
  return name;
}

/** "Ann Lee, Bo Chan and Cy Dunn" to three names; credentials stay with their name. */
function splitNames(value: string): readonly string[] {
  const parts: string[] = [];
  for (const part of value.split(NAME_JOINT)) {
    const last = parts.length - 1;
    if (part === "") continue;
    if (CREDENTIALS.test(part) && last >= 0) parts[last] = `${parts[last]}, ${part}`;
    else parts.push(part);
  }
  return parts;
}

/** "Elizabeth Flores USA TODAY" to the name; the outlet alone stays. */
function stripOutlet(name: string, outlet: string | null): string {
  if (outlet === null || outlet.length < 3 || !name.toLowerCase().endsWith(` ${outlet.toLowerCase()}`)) return name;
  return name.slice(0, -outlet.length).replace(/[\s|–—-]+$/u, "");
}

const isPerson = (name: string): boolean => findNameGender((name.split(" ")[0] ?? "").toLowerCase()) !== null;

const isInCapitals = (name: string): boolean => name === name.toUpperCase() && name.length > 4;

/** Names set in capitals beside one that is not head other stories of the page. */
function ofOneStyle(names: readonly string[]): readonly string[] {
  const [first] = names;
  return first === undefined
    ? names
    : names.filter((name) => isInCapitals(name) === isInCapitals(first) || name.length <= 4);
}

/** "Ann LeeFounder at Harborside", "Ann Lee HARBOR NETWORK" beside "Ann Lee": the same, with what she is or whose she is. */
const withoutLonger = (names: readonly string[]): readonly string[] =>
  names.filter(
    (name) =>
      !names.some(
        (other) => other.includes(" ") && name.startsWith(other) && /^ ?\p{Lu}/u.test(name.slice(other.length)),
      ),
  );

function toNames(values: readonly string[], outlet: string | null): readonly string[] {
  const names: string[] = [];
  const seen = new Set<string>();
  const site = toComparable(outlet ?? "");
  for (const value of values) {
    splitNames(cleanLine(decodeText(value.replace(/<[^>]{1,200}>/g, " ")))).forEach((part, index) => {
      const name = toName(stripOutlet(part, outlet));
      const key = name === null ? "" : toComparable(name);
      if (name === null || key === "" || seen.has(key)) return;
      // "Ann Lee, Harborside": of a second name one word, and no first name, is the house it comes from.
      if (
        index > 0 &&
        !name.includes(" ") &&
        (names[0] ?? "").includes(" ") &&
        findNameGender(name.toLowerCase()) === null
      )
        return;
      // "Ann Lee, Garden Educator", "Ann Lee, Founder at Harborside": what somebody is; "Maria im Hof" is somebody.
      const isBehind = index > 0 || names.length > 0;
      if (isBehind && (JOB.test(name) || (JOB_JOINT.test(part) && !isPerson(name)))) return;
      // "a founder of Harborside, Ann Lee", "page.head.author": what a template puts where a name should be.
      if (JOB_JOINT.exec(name)?.index === 0 || TEMPLATE_KEY.test(name)) return;
      // "Ann Lee, Staff Writer" and "Ann Lee, CNN" name one person.
      if (index > 0 && (ROLE.test(name) || /^[A-Z]{2,5}$/.test(name) || readAgency(name) !== null)) return;
      // "Ann Lee, Harbor Wire Business": the desk of the outlet; "Ann Lee, Harbor Wire" of Harbor Wire Norge: the house.
      if (index > 0 && site !== "" && (key.startsWith(`${site} `) || site.startsWith(`${key} `))) return;
      seen.add(key);
      names.push(name);
    });
  }
  const people = ofOneStyle(withoutLonger(names.filter((name) => toComparable(name) !== site)));
  return (people.length > 0 ? people : names).slice(0, NAMES_MAX);
}

/** "2031-03-04 23:30 by Ann Lee": a byline after the date. */
const LATE_BYLINE = new RegExp(
  `[\\d|,)]\\s+(?:[A-Z]{2,4}\\s+)?${oneOf(listSiteLines(({ lateBylines }) => lateBylines))}\\s+` +
    "(\\p{Lu}[\\p{L}.'’-]+(?:\\s\\p{Lu}[\\p{L}.'’-]*){1,3})$",
  "u",
);
/** What stands behind the names: "published", a sign. */
const BEHIND_NAMES = new RegExp(`\\s+(?:${oneOf(listSiteLines(({ bylineEnds }) => bylineEnds))}|[|•·–—]).*$`, "iu");

/** Names of people in the line printed at the headline: "By Ann Lee and Bo Chan". */
function findPrintedNames(lines: readonly string[], outlet: string | null): readonly string[] {
  for (const line of lines) {
    const head = line.replace(BEHIND_NAMES, "");
    const name = readByline(cutBeforeDate(head)) ?? (line.length < 90 ? LATE_BYLINE.exec(head)?.[1] : null) ?? null;
    if (name === null) continue;
    const names = toNames([name], outlet);
    if (names.length > 0) return names;
  }
  return [];
}

/** Newsrooms and firms: taken only where no person is named. */
const INSTITUTION = toWordPattern(listSiteLines(({ institutions }) => institutions));

/** What a page offers to tell who wrote it, best first within each. */
export interface BylineSources {
  readonly linked: readonly string[];
  readonly meta: readonly (readonly string[])[];
  readonly outlet: string | null;
  readonly headerLines: readonly string[];
  /** The paragraphs of the page. */
  readonly told: readonly string[];
}

/** Shorter lines are no paragraphs. */
const TOLD_LENGTH_MIN = 60;
const SAID = oneOf(listSiteLines(({ consent }) => consent.spoken.filter((word) => /^\p{L}+$/u.test(word))));

const WRITER = toWordPattern(listSiteLines(({ writers }) => writers));

/** "Ann Moor" where the byline is "Ada Moor". */
const hasNamesake = (line: string, own: string, surname: string): boolean =>
  line.includes(surname) &&
  [...line.matchAll(new RegExp(`(\\p{Lu}\\p{L}{1,30}) ${surname}(?![\\p{L}\\p{N}])`, "gu"))].some(
    ([, first = ""]) => !own.startsWith(first) && findNameGender(first.toLowerCase()) !== null,
  );

/** Whom the article names in full and lets speak ("…,” said Moor, a professor) is told of, and wrote it only where a line says so. */
function isSource(name: string, told: readonly string[]): boolean {
  const own = name.replace(/,.*$/u, "");
  const surname = own.slice(own.lastIndexOf(" ") + 1).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // A line about the author names her, too; of two who share the surname, who speaks may be the other.
  const isTold = told.some((line) => line.length >= TOLD_LENGTH_MIN && line.includes(own) && !WRITER.test(line));
  if (surname === own || !isTold || told.some((line) => hasNamesake(line, own, surname))) return false;
  const word = "(?![\\p{L}\\p{N}])";
  const speaks = new RegExp(
    `["”“»«]\\s*(?:${SAID}\\s+(?:\\p{L}+\\.?\\s+)?${surname}${word}|(?:\\p{L}+\\.?\\s+)?${surname},?\\s+${SAID}${word})`,
    "u",
  );
  return told.some((line) => line.length >= TOLD_LENGTH_MIN && line.includes(surname) && speaks.test(line));
}

/**
 * Whom the text names in full as somebody to tell of ("President Ada Moor wants to close the pier") wrote it where its
 * data say so, but not where only a link to a page of hers does.
 */
const isToldOf = (name: string, told: readonly string[]): boolean =>
  name.includes(" ") &&
  told.some((line) => line.length >= TOLD_LENGTH_MIN && line.includes(name) && !WRITER.test(line));

/** "quayside.example": a site, where a name should stand. */
const DOMAIN = /^(?:https?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}\/?$/u;

/** Whom a feed names as writer; null for "admin", "Unknown", an address, and the outlet itself. */
export function readFeedByline(value: string | null, outlet: string | null): string | null {
  if (value === null || DOMAIN.test(value.trim())) return null;
  const names = toNames([value], outlet).filter(
    (name) => !DOMAIN.test(name) && toComparable(name) !== toComparable(outlet ?? ""),
  );
  return names.length === 0 ? null : names.join(", ");
}

/** Names joined by commas; null when the page names nobody. */
export function chooseByline(page: Page, sources: BylineSources): string | null {
  const { linked, meta, outlet, headerLines, told } = sources;
  const isSite = (names: readonly string[]): boolean =>
    names.every((name) => toComparable(name) === toComparable(outlet ?? "") || INSTITUTION.test(name));
  const printed = findPrintedNames(headerLines, outlet);
  const writers = (names: readonly string[]): readonly string[] => names.filter((name) => !isSource(name, told));
  let institution: readonly string[] = [];
  for (const values of [linked, ...meta]) {
    const names = writers(toNames(values, outlet));
    if (names.length === 0) continue;
    // Structured data often lacks the second name or adds editors; the printed line is what readers see.
    const keys = new Set(printed.map(toComparable));
    if (names.some((name) => keys.has(toComparable(name)))) return printed.join(", ");
    if (!isSite(names)) return names.join(", ");
    if (institution.length === 0) institution = names;
  }
  if (printed.length > 0) return printed.join(", ");
  const { marked, linkedTo } = findVisibleNames(page);
  for (const values of [...marked, linkedTo]) {
    const isWriter = (name: string): boolean => name.includes(" ") && (values !== linkedTo || !isToldOf(name, told));
    const names = writers(toNames(values, outlet)).filter(isWriter);
    if (names.length > 0 && names.length <= 5 && !isSite(names)) return names.join(", ");
  }
  return institution.length > 0 ? institution.join(", ") : null;
}
