/** Reads the role printed beside a name: "harbor master [Ada Moor]", "[Ada Moor], the harbor master,". */

import { classAt, classSet, DETERMINING, type Mention, REPORTING_VERBS } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { explainedPhrase } from "../explained-phrases.ts";
import { behindDetails, behindSuffix } from "../name-details.ts";
import { bothRoles } from "./both-roles.ts";
import { certainRole, withCampus } from "./certain-roles.ts";
import { officesExplained } from "./explained-offices.ts";
import { phraseStart, roleBefore, SURELY_NOUN } from "./role-before.ts";
import { readJob, readOffice, readPastOffice, roleStated, withDeed, withJob, withThen } from "./role-clauses.ts";
import { isRoleHead } from "./role-groups.ts";
import { homeOf } from "./role-homes.ts";
import { type RolePhrase, readRole } from "./role-phrases.ts";
import { houseOf, seatEnd, withOwner, withSeat } from "./role-seats.ts";
import { better, type Role, toRole } from "./role-worth.ts";
import { sharedTitle } from "./shared-titles.ts";

const CLOSES_NAME = classSet("comma", "stop", "break", "open", "dash", "relative");
const BEFORE_VERB = classSet("auxiliary");

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const isUpperAt = (read: ReadText, index: number): boolean => read.items[index]?.isUpper === true;

/** "The harbor master, [Ada Moor], said": the phrase that the name explains. */
function roleExplained(read: ReadText, mention: Mention): RolePhrase | null {
  const [office, second] = officesExplained(read, mention);
  const phrase = explainedPhrase(read, mention);
  if (second !== undefined || (office === undefined && (phrase === null || !isRoleHead(read, phrase.last))))
    return null;
  // "After a talk with the singer, Moor said", "the mayor, Ada Moor, Joris Venn and": the name explains nothing.
  const behind = behindSuffix(read, mention.last + 1);
  if (!CLOSES_NAME.has(classAt(read.items, behind))) return null;
  if (classAt(read.items, behind) === "comma" && (isUpperAt(read, behind + 1) || isJoined(read, behind + 1)))
    return null;
  if (office !== undefined || phrase === null) return office ?? null;
  let first = DETERMINING.has(classAt(read.items, phrase.first)) ? phrase.first + 1 : phrase.first;
  // A small word before a name belongs to something else, unless a determiner opens the phrase.
  const capital = read.items.slice(phrase.first, phrase.last).findIndex((item) => item.isUpper);
  const isOpened = SURELY_NOUN.has(classAt(read.items, phrase.first - 1));
  if (first === phrase.first && capital > 0 && !read.speech.hasCapitalNouns && !isOpened) first += capital;
  // "The ferry expert and owner, Ada Moor": one name explains both.
  const other = first - 2;
  if (read.speech.joiners.has(wordAt(read, first - 1)) && isRoleHead(read, other))
    first = phraseStart(read, other, first);
  return first > phrase.last ? null : { first, last: mention.first - 2, heads: [phrase.last] };
}

const isJoined = (read: ReadText, index: number): boolean =>
  read.speech.joiners.has(wordAt(read, index)) || classAt(read.items, index) === "conjunction";

/** "[Moor] — a young Varen pilot — said": what stands between two dashes right behind a name. */
function betweenDashes(read: ReadText, mention: Mention): RolePhrase | null {
  const start = mention.last + 2;
  if (classAt(read.items, start - 1) !== "dash" || !DETERMINING.has(classAt(read.items, start))) return null;
  const phrase = readRole(read, start);
  return phrase !== null && classAt(read.items, phrase.last + 1) === "dash" ? phrase : null;
}

/** "[Ada Moor], the harbor master of Varen,", "[Ada Moor], who is a doctor in Varen,". */
function roleAfter(read: ReadText, mention: Mention, first: number): RolePhrase | null {
  const isName = classAt(read.items, mention.last + 1) === "relative";
  let start = isName ? mention.last + 1 : behindDetails(read, seatEnd(read, mention, first));
  if (read.speech.copulas.has(wordAt(read, mention.last + 1))) return roleStated(read, mention);
  if (start < 0) return betweenDashes(read, mention);
  if (classAt(read.items, start) === "relative") {
    if (!read.speech.copulas.has(wordAt(read, start + 1)))
      return readJob(read, start) ?? withThen(read, readPastOffice(read, start));
    start += 2;
    while (BEFORE_VERB.has(classAt(read.items, start))) start++;
    return DETERMINING.has(classAt(read.items, start)) ? readRole(read, start) : readOffice(read, start);
  }
  if (classAt(read.items, start) === "ly") start++;
  const phrase = withDeed(read, readRole(read, start));
  return phrase === null || isNextSubject(read, mention, phrase) ? null : withThen(read, withJob(read, phrase));
}

/** "According to the Tidings, the mayor said", "for the Tidings, the mayor, Ada Moor, wrote": who acts next, not who was named. */
function isNextSubject(read: ReadText, mention: Mention, { first, last }: RolePhrase): boolean {
  if (classAt(read.items, mention.first - 1) !== "preposition") return false;
  // « les mots de Paul Morvan, le magistrat, au bord des larmes, dit »: an office of nothing, which may be somebody else's.
  const isBare = first + 1 === last && read.speech.definiteArticles.has(wordAt(read, first));
  if (!read.speech.stacksNouns && isBare) return true;
  // "In a talk with the Tidings, Secretary for Ports Ada Moor said": an office without an article that ends in a name.
  if (first < last && isUpperAt(read, first) && isUpperAt(read, last) && isUpperAt(read, last - 1)) return true;
  if (classAt(read.items, last + 1) !== "comma") return REPORTING_VERBS.has(classAt(read.items, last + 1));
  return isUpperAt(read, last + 2) && isUpperAt(read, last + 3);
}

/** The most telling role beside a name, as printed; `first` is where the name itself begins, behind its titles. */
export function roleBeside(read: ReadText, mention: Mention, first: number): Role | null {
  const explained = toRole(read, certainRole(read, roleExplained(read, mention)));
  const printed = certainRole(read, roleBefore(read, mention, first));
  const before = withSeat(read, mention, printed, toRole(read, printed));
  const behind = certainRole(read, withCampus(read, roleAfter(read, mention, first)));
  const after = withOwner(read, mention, first, behind, toRole(read, behind));
  const both = bothRoles(read, { phrase: printed, role: before }, { phrase: behind, role: after });
  const told = both ?? better(better(explained, before), after);
  const shared = sharedTitle(read, mention);
  return better(better(better(told, shared), houseOf(read, mention, first)), homeOf(read, mention));
}
