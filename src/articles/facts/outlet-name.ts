/** Which of the names a page gives its site is what the outlet calls itself. */

import { findSectionForm, findSectionTopic } from "../../languages/shared/sections/section-words.ts";
import { toComparable } from "../clean.ts";

/** Shorter ones may be a name of their own: "BBC", "Tidings". */
const WORD_LENGTH_MIN = 6;

const squeeze = (text: string): string => toComparable(text).replaceAll(" ", "");

const withoutArticle = (name: string): string => name.replace(/^the /i, "");
const toInitials = (name: string): string =>
  withoutArticle(name)
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join("")
    .toLowerCase();

/** Whether a name run into one word, or an address ("ew.example"), is another name written short. */
function isShortOf(name: string, other: string): boolean {
  const core = squeeze(name.replace(/^www\./i, "").replace(/\.\p{L}{2,}$/u, ""));
  const whole = squeeze(withoutArticle(other));
  if (!/\s/.test(other)) return false;
  // "Healthline" is no short form of "Healthline Media", but healthline.example is.
  return core.includes(whole) || (name.includes(".") && (whole.includes(core) || core === toInitials(other)));
}

/** A section of the address ("Politics" of /politics/…), or a name run into one word: seldom what an outlet calls itself. */
function isPoorName(name: string, others: readonly string[], sections: ReadonlySet<string>): boolean {
  if (sections.has(squeeze(name))) return true;
  const isRunTogether = !/\s/.test(name) && (/\.\p{L}{2,}$/u.test(name) || squeeze(name).length > WORD_LENGTH_MIN);
  return isRunTogether && others.some((other) => isShortOf(name, other));
}

const SLOGAN_NAME_MIN = 4;

/** What machines are called, not papers: "Hosted" of hosted.example. */
export const MACHINE = /^(?:amp|beta|cdn|cms|edition|feeds?|hosted|mobile|preview|rss|static|web|www\d*)$/i;

/** "Hale Tidings -": what a template leaves behind a name when it has nothing to put there. */
const trimEnds = (name: string): string => name.replace(/^[\s|·•–—-]+|[\s|·•:–—-]+$/gu, "");

const SLOGAN = /^(.{3,40}?)(?: [-–—|·•] |: )(?=\S.{5,})/u;
const LAST_PART = /(?: [-–—|·•] )([^|·•–—]{3,40})$/u;

/** "Hale Tidings - All that floats" of haletidings.example: the address says where the name ends and the slogan begins. */
function withoutSlogan(name: string, host: string): string {
  const own = SLOGAN.exec(name)?.[1] ?? "";
  const isOwn = (part: string): boolean => squeeze(part).length >= SLOGAN_NAME_MIN && host.includes(squeeze(part));
  if (isOwn(own)) return own;
  // "Book a berth - Hale Sails" of halesails.example
  const last = LAST_PART.exec(name)?.[1] ?? "";
  // "The Tidings | HTidings.example": the name stands before its address.
  if (isOwn(last) && last.includes(".")) return own.trim() === "" ? name : own;
  return isOwn(last) ? last : name;
}

/** "haletidings" where the page's title ends in "HaleTidings": an account is called as the paper is, without its capitals. */
export function withItsCapitals(name: string, title: string): string {
  if (/[^\p{Ll}\p{N}]/u.test(name) || name.length < SLOGAN_NAME_MIN) return name;
  const at = title.toLowerCase().indexOf(name);
  const printed = at < 0 ? name : title.slice(at, at + name.length);
  const isWord = at >= 0 && !/\p{L}/u.test(`${title.charAt(at - 1)}${title.charAt(at + name.length)}`);
  return isWord && printed !== name ? printed : name;
}

/** "Tidingsmag" of tidings.example, where the page also says "TIDINGS": what the address says too. */
const isLongerThanHost = (name: string, others: readonly string[], label: string): boolean =>
  label.length >= SLOGAN_NAME_MIN &&
  !/\s/.test(name) &&
  squeeze(name) !== label &&
  squeeze(name).startsWith(label) &&
  others.some((other) => squeeze(other) === label);

/** The first name that is no poor one, where there is another to choose. */
export function chooseOutletName(found: readonly string[], url: string | null): string | null {
  const host = url === null ? "" : squeeze(new URL(url).hostname.replace(/^www\./, ""));
  const label = url === null ? "" : squeeze(new URL(url).hostname.replace(/^www\./, "").split(".")[0] ?? "");
  // "Hale Cutter: reviews" of tidings.example/halecutter: a house of its own in another's.
  const room = url === null ? "" : squeeze(decodePath(new URL(url).pathname).split("/")[1] ?? "");
  const names = found
    .map((name) => withoutSlogan(trimEnds(name), `${host}${room}`))
    .filter((name) => name !== "" && !MACHINE.test(name));
  const path = url === null ? "" : decodePath(new URL(url).pathname);
  const sections = new Set(path.split("/").map(squeeze));
  const [first = null] = names;
  const isGood = (name: string): boolean => {
    const others = names.filter((other) => other !== name);
    return !isPoorName(name, others, sections) && !isLongerThanHost(name, others, label);
  };
  const chosen = names.find(isGood) ?? first;
  // Health of health.example is a paper; of a nation's atlas it is a section, and no paper's name.
  const isSection = chosen !== null && !host.includes(squeeze(chosen)) && isSectionName(chosen);
  return isSection ? null : chosen;
}

const isSectionName = (name: string): boolean => findSectionTopic(name) !== null || findSectionForm(name) !== null;

/** As people write it; as it stands when it is written wrongly. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
