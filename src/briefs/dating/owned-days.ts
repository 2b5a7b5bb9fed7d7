/** Days that own something: "during Monday's vote", "Thursday's memo angered the port". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";
import type { Reach } from "./object-days.ts";
import type { Tense } from "./tense.ts";

export interface Placed {
  /** Where the date goes. */
  readonly end: number;
  readonly kind: "weekday" | "behind" | "recent" | "coming" | "unsure" | "other";
  /** An unsure day is that many days ago at most. */
  readonly daysMax?: number;
  /** Another day is surely ahead if it is today or one of the next two days. */
  readonly isSoon?: boolean;
}

type ReadTense = (sentence: string, start: number, end: number, isAnyDay: boolean) => Tense;
type ReadReach = (head: string, tail: string, isOwner?: boolean) => Reach;

/** "Black [Friday]", "Sheffield [Wednesday]" */
const CAPITAL_BEFORE = /\p{Lu}\S*\s$/u;
/** "In 1972, Sunday's killings", "Sunday's killings of 1972"; but "Sunday's vote ends what the port has fought for since 1972". */
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
const YEAR_BEHIND = /^(?:\S+\s+){1,6}?\(?(?:19|20)\d\d(?!\d)/;

/** Behind a day, what has happened when it is named: "Friday's [attack in] Varen". */
export function createOutcome(told: ToldDays): RegExp {
  const wentOn = `(?:\\s\\p{Ll}+){0,2}?\\s${oneOf(told.outcomes)}(?=[,.;]|$|\\s${oneOf(told.outcomesGoOn)}${END})`;
  return new RegExp(`^(?:['’]s)?${wentOn}`, "u");
}

export function createOwnerReader(
  told: ToldDays,
  toTense: ReadTense,
  readReach: ReadReach,
): (sentence: string, start: number, dayEnd: number, end: number) => Placed | null {
  const notBefore = new RegExp(`(?:${BEGIN}${oneOf(told.notBefore)}|[-–/\\d])\\s*$`, "iu");
  const owning = new RegExp(`${BEGIN}${oneOf(told.owners)}\\s$`, "iu");
  // "the agenda of Friday's meeting", "returned from Friday's meeting"
  const loosely = new RegExp(`${BEGIN}${oneOf(told.planned.parting)}\\s$`, "iu");
  const aired = new RegExp(`${BEGIN}${oneOf(told.beforeDay)}\\s$`, "u");
  const waits = new RegExp(`${BEGIN}${oneOf(told.waiting)}\\s$`, "iu");
  // "Heading into Monday's vote, Moor leads"
  const approaching = new RegExp(`${BEGIN}${oneOf(told.approaching)}\\s$`, "iu");
  const ofNow = [...told.toCome, ...told.helpers].filter(
    (word) => !told.past.includes(word) && !told.approaching.includes(word),
  );
  const now = whole([...ofNow, ...(told.tense?.presents ?? [])], "iu");
  const outcome = createOutcome(told);
  // "hopes are slim after Monday's loss to Varen"
  const afterwards = new RegExp(`${BEGIN}${oneOf(told.afterwards)}\\s$`, "iu");
  const won = new RegExp(`^['’]s(?:\\s\\p{Ll}+){0,2}?\\s${oneOf(told.scores)}${END}`, "u");
  const toCome = whole([...told.toCome, ...told.waiting]);
  // "said on Friday's broadcast", "on Friday's “Harbor Hour”"
  const broadcast = new RegExp(`^['’]s\\s(?:${oneOf(told.broadcasts)}${END}|_)`, "u");
  // "Thursday's memo", "…, but Thursday's memo", "said that Thursday's memo"
  const sayer = oneOf([...told.beside, ...told.saying]);
  const opening = new RegExp(
    `(?:^|[.,;:–—]\\s)(?:${oneOf(told.turns)}\\s)?$|${BEGIN}${sayer}\\s(?:${oneOf(told.thatLinks)}\\s)?$`,
    "iu",
  );

  return (sentence, start, dayEnd, end) => {
    const head = sentence.slice(0, start);
    const tail = sentence.slice(dayEnd);
    const isOpening = opening.test(head);
    // "Black Friday's sales", "next Friday's attack"
    const isOther = CAPITAL_BEFORE.test(head) || (notBefore.test(head) && !aired.test(head));
    if (isOther && !owning.test(head) && !isOpening && !approaching.test(head)) return null;
    if (YEAR.test(head) || YEAR_BEHIND.test(tail)) return null;
    const isWon = afterwards.test(head) && won.test(tail) && !toCome.test(sentence);
    if (isWon || (outcome.test(tail) && !waits.test(head))) return { end, kind: "weekday" };
    if (waits.test(head)) return { end, kind: "other", isSoon: approaching.test(head) && now.test(sentence) };
    // "the mayor said Thursday's memo angered the port": its clause begins here.
    const tense = isOpening
      ? toTense(sentence.slice(start), 0, dayEnd - start, false)
      : toTense(sentence, start, dayEnd, false);
    if (tense !== "past") return { end, kind: "unsure" };
    if (isOpening) return { end, kind: "recent" };
    const reach = readReach(head, tail, true);
    if (owning.test(head))
      return { end, kind: reach === "object" ? "unsure" : loosely.test(head) ? "behind" : "weekday" };
    if (aired.test(head) && broadcast.test(tail)) return { end, kind: "weekday" };
    return { end, kind: "unsure" };
  };
}
