/** The tense of a day: that of the verb that governs it, sought from the day outward. */

import type { TenseWords, ToldDays } from "../../languages/shared/dates/told-days.ts";
import { CLAUSE_END } from "./day-words.ts";
import { createTensePatterns } from "./tense-patterns.ts";
import { createMarkReader, type Mark } from "./verb-marks.ts";

/** "none": what governs it leaves its day open, or is of another time. "unsure": no verb surely governs it. */
export type Tense = "past" | "coming" | "none" | "unsure";

/** "told two of the crew's old friends on Monday". */
const HEARER_WORDS_MAX = 7;
/** How far a verb is sought, in clauses. */
const AHEAD_MAX = 8;
const BACK_MAX = 6;
/** "will receive the mayor of a town in the east on Monday". */
const COMING_WORDS_MAX = 12;

interface Clause {
  readonly text: string;
  /** The word that begins it, or "" where a mark of punctuation does. */
  readonly link: string;
}

const ON_DAY = /\s\S+\s*$/u;
const SAYER = /^(?:\s\p{Lu}\S*){1,4}\s/u;
const EMPTY: Clause = { text: "", link: "" };

export function createTenseReader(
  told: ToldDays,
  tense: TenseWords,
): (sentence: string, start: number, end: number, isAnyDay: boolean) => Tense {
  const listMarks = createMarkReader(told, tense);
  const patterns = createTensePatterns(told, tense);
  const placing = new Set(told.placing);
  const bare = (text: string): string =>
    text
      .replace(patterns.filler, " ")
      .replace(/[.\s]+$/, "")
      .trim();
  /** "Washington", "D.C.", "in the north": no verb, no subject. */
  const isPlace = (text: string): boolean =>
    !text.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !placing.has(word));

  const clausesOf = (text: string): readonly Clause[] =>
    text.split(CLAUSE_END).flatMap((piece) => {
      const [first = "", ...rest] = piece.split(patterns.linkedBy);
      const clauses: Clause[] = [{ text: first, link: "" }];
      for (let at = 0; at + 1 < rest.length; at += 2) clauses.push({ text: rest[at + 1] ?? "", link: rest[at] ?? "" });
      return clauses;
    });

  const isSoft = ({ link }: Clause): boolean => link === "" || patterns.soft.test(link);
  const toTense = ({ sense }: Mark): Tense => {
    if (sense === "past" || sense === "said" || sense === "promised") return "past";
    return sense === "coming" ? "coming" : "none";
  };

  /** A piece that begins with a participle. */
  function isAside(clause: Clause, marks: readonly Mark[]): boolean {
    const first = marks.find(({ sense }) => sense === "past" || sense === "said" || sense === "promised");
    if (first === undefined || first.isFinite || clause.link !== "") return false;
    return /^\s*(?:\p{Ll}+\s)?$/u.test(clause.text.slice(0, first.start));
  }

  /** "the speech on Monday, in which he told": what an event was. */
  function isTold(right: readonly Clause[]): boolean {
    const [next = EMPTY, ...rest] = right;
    if (bare(next.text) !== "") return false;
    const [, second = EMPTY] = rest;
    const clause =
      rest[0]?.link === "" && patterns.whichLink.test(second.link) && patterns.opener.test(`${rest[0].text} `)
        ? second
        : rest[0];
    if (clause === undefined || !patterns.whichLink.test(clause.link)) return false;
    const first = listMarks(clause.text).find(({ sense }) => sense !== "gerund" && sense !== "infinitive");
    return first !== undefined && toTense(first) === "past";
  }

  /** The first verb with a time behind a day that opens its clause. */
  function readAhead(right: readonly Clause[], isFirst = false): Tense {
    let isSaidBetween = false;
    for (const [at, clause] of right.slice(0, AHEAD_MAX).entries()) {
      // "On Monday, when …, the mayor": the clause between has a verb of its own.
      if (!isSoft(clause)) continue;
      const finite = listMarks(clause.text).find(({ sense }) => sense !== "gerund" && sense !== "infinitive");
      if (finite === undefined) continue;
      // "On Monday, she said, the pier will close."
      const isBetween =
        at > 0 && finite.sense === "said" && bare(clause.text.slice(finite.end)) === "" && right[at + 1]?.link === "";
      if (!isBetween && finite.sense !== "coming") return toTense(finite);
      // "On Monday the port will close"
      if (!isBetween) return isFirst && !isSaidBetween ? "coming" : "none";
      isSaidBetween = true;
    }
    return "unsure";
  }

  /** "The mayor, 40, on Monday closed", "Two sailors, on Monday, stole". */
  function isVerbNext(right: readonly Clause[]): boolean {
    const next = right.find((clause) => bare(clause.text) !== "");
    if (next === undefined || next.link !== "") return false;
    const first = listMarks(next.text).at(0);
    return first !== undefined && next.text.slice(0, first.start).trim().split(/\s+/).length <= 2;
  }

  /** "will meet the mayor in Varen on Monday", and no "will discuss the storm on Monday". */
  function readComing(behind: string, sentence: string): Tense {
    const verb = patterns.comingVerb.exec(behind)?.[0];
    if (verb === undefined || patterns.always.test(sentence)) return "none";
    const rest = behind.slice(verb.length);
    if (rest.split(/\s+/).length > COMING_WORDS_MAX) return "none";
    const isItsDay = patterns.performed.test(behind) && !patterns.indirect.test(rest.replace(ON_DAY, ""));
    return isItsDay || !patterns.happening.test(rest.replace(patterns.indefinite, "")) ? "coming" : "none";
  }

  /** "The mayor today closed the pier"; no "boats available today", no "birds we see today evolved". */
  function isThisDay(left: readonly Clause[], right: readonly Clause[]): boolean {
    const last = left.at(-1) ?? EMPTY;
    const head = left.map(({ text }) => text).join(" ");
    if (head.trim() === "" || patterns.lasting.test(last.text) || !isSoft(last)) return false;
    const above = listMarks(last.text).at(-1);
    if (above !== undefined) return !patterns.lastingHelper.test(above.word);
    if (bare(head) === "") return true;
    const [next = EMPTY] = right;
    const first = listMarks(next.text).at(0);
    if (first === undefined) return next.text.trim() === "" && right.length > 1;
    if (first.start > 1) return false;
    return (
      first.sense === "said" || patterns.somebody.test(last.text) || patterns.thing.test(next.text.slice(first.end))
    );
  }

  return (written, start, end, isAnyDay) => {
    const sentence = written.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
    const left = clausesOf(sentence.slice(0, start));
    const right = clausesOf(sentence.slice(end));

    function readBack(from: number): Tense {
      const clause = left[from];
      if (clause === undefined || left.length - from > BACK_MAX) return "unsure";
      const marks = listMarks(clause.text);
      // "shouted a slogan, normally heard at fairs, outside the hall on Monday"
      if (from < left.length - 1 && from > 0 && isAside(clause, marks)) return readBack(from - 1);
      if (marks.length > 0) return governor(clause, marks, from);
      const words = bare(clause.text);
      if (!isSoft(clause)) return readAhead(right);
      if (from === 0 && words === "") return readAhead(right, !patterns.always.test(sentence));
      if (from === 0) return readAhead(patterns.opener.test(words) ? right : right.slice(0, 1));
      if (words === "" && patterns.turn.test(clause.link)) return readAhead(right);
      if (words === "" || (isPlace(words) && clause.link === "")) {
        const ahead = isVerbNext(right) ? readAhead(right) : "unsure";
        return ahead === "unsure" ? readBack(from - 1) : ahead;
      }
      if (patterns.turn.test(left[from - 1]?.text ?? "") || (clause.link === "" && patterns.turn.test(words)))
        return readAhead(right);
      if (patterns.opener.test(words) || clause.link !== "") return readBack(from - 1);
      return readAhead(right.slice(0, 1));
    }

    /** "The ferry that sank sails on Monday": the verb of the sentence is no known one, and may govern the day. */
    function isHidden(clause: Clause, from: number): boolean {
      const subject = left[from - 1];
      if (from !== left.length - 1 || subject === undefined || !patterns.relative.test(clause.link)) return false;
      if ((listMarks(clause.text).at(0)?.start ?? 0) > 1) return false;
      const isBegun = from === 1 && subject.text.trim() !== "" && listMarks(subject.text).length === 0;
      return isBegun && !right.some(({ text }) => listMarks(text).some(({ sense }) => sense !== "gerund"));
    }

    /** "Moor has praised the crews, telling reporters on Monday": the verb of the clause before, not of what is in it. */
    function readMain(until: number, isBeside = false): Tense {
      const begin = left.findLastIndex(({ link }, at) => at <= until && link === "");
      if (begin < 0) return "unsure";
      const main = left.slice(begin, until + 1).filter(({ link }) => link === "" || patterns.joined.test(link));
      for (const clause of main) {
        const marks = listMarks(clause.text);
        if (isAside(clause, marks)) {
          // "A boy in Ostrel, a town of crews, sank his boat, jumping off on Monday": no verb stands before it.
          const higher = readMain(begin - 1);
          const isVerb = isBeside && begin === until && right.every(({ text }) => bare(text) === "");
          return higher === "unsure" && isVerb ? "past" : higher;
        }
        const finite = marks.find(({ sense }) => sense !== "gerund" && sense !== "infinitive");
        if (finite !== undefined) return toTense(finite);
      }
      return readMain(begin - 1);
    }

    function governor(clause: Clause, marks: readonly Mark[], from: number): Tense {
      if (patterns.condition.test(clause.text) || patterns.condition.test(clause.link)) return "none";
      if (clause.link === "" && patterns.inverted.test(clause.text)) return "none";
      const mark = marks.at(-1);
      if (mark === undefined) {
        if (from === 0) return readAhead(right);
        if (clause.link === "") return readMain(from - 1, true);
        return isSoft(clause) || patterns.gerundLink.test(clause.link) ? readBack(from - 1) : "unsure";
      }
      const before = clause.text.slice(0, mark.start);
      const behind = clause.text.slice(mark.end);
      const isLast = from === left.length - 1;
      const above = (): Tense => governor(clause, marks.slice(0, -1), from);
      switch (mark.sense) {
        case "infinitive":
          return patterns.happened.test(before) || patterns.result.test(mark.word) ? above() : "none";
        case "gerund": {
          // "considered closing", "pointed to Moor closing", "plans for closing"; but "boats carrying", "a harbor hearing"
          const isObject = patterns.objective.test(before) || marks.at(-2)?.end === mark.start - 1;
          return !isObject ||
            patterns.adverbial.test(before) ||
            patterns.happened.test(before) ||
            marks.at(-2)?.sense === "gerund"
            ? above()
            : "none";
        }
        case "promised":
          return bare(behind) === "" || patterns.ways.test(behind) ? "past" : "none";
        case "said": {
          // “…,” wrote Moor in a note on Monday
          const rest = /^[\s_]*$/.test(before) ? behind.replace(SAYER, " ") : behind;
          if (bare(rest) === "" || patterns.gap.test(rest)) return "past";
          const isHeard =
            isLast && told.tellers.includes(mark.word) && behind.trim().split(/\s+/).length <= HEARER_WORDS_MAX;
          return (isHeard && !patterns.subject.test(behind)) || patterns.scored.test(behind) ? "past" : "unsure";
        }
        case "open": {
          // "will raise its fees starting Monday"
          const isFrom = bare(behind) === "" && patterns.beginning.test(mark.word) && marks.at(-2)?.sense === "coming";
          return isFrom && !patterns.always.test(sentence) ? "coming" : "none";
        }
        case "coming":
          return isLast ? readComing(behind, sentence) : "none";
        case "past": {
          // "said she was leaving"
          if (patterns.going.test(mark.word) && marks.at(-2)?.sense === "said") return "none";
          if (isHidden(clause, from)) return "unsure";
          // "wants the pier closed"
          const higher = marks.at(-2);
          const isObject = higher !== undefined && patterns.object.test(clause.text.slice(higher.end, mark.start));
          const isNamed = higher !== undefined && patterns.isA.test(clause.text.slice(higher.start));
          const isWished =
            higher?.sense === "open" || higher?.sense === "coming" || (higher?.sense === "promised" && isObject);
          return isWished && !isNamed && !mark.isFinite ? "none" : "past";
        }
        default:
          return "none";
      }
    }

    const head = sentence.slice(0, start).split(CLAUSE_END).at(-1) ?? "";
    const near = head.slice(listMarks(head).findLast(({ sense }) => sense !== "gerund")?.start ?? 0);
    if (isAnyDay && !isThisDay(left, right)) return "none";
    if (patterns.frame.test(sentence.split(CLAUSE_END)[0] ?? "") || patterns.habits.test(head)) return "none";
    if (patterns.otherTimes.test(`${left.at(-1)?.text ?? ""} | ${right[0]?.text ?? ""}`)) return "none";
    if (patterns.prospective.test(near) && !patterns.forum.test(near)) return "none";
    const isAboutTo = listMarks(head).at(-1)?.sense === "coming";
    if (patterns.event.test(head) && !isAboutTo && !patterns.overBefore.test(near) && !patterns.existed.test(near))
      return isTold(right) ? "past" : "unsure";
    return readBack(left.length - 1);
  };
}
