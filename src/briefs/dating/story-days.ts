/** Days of a story that an article tells again: of the trial, the book, the anniversary of what was long ago. */

import type { DateWords } from "../../languages/language.ts";
import { BEGIN, CLAUSE_END, END, oneOf, whole } from "./day-words.ts";

/** What an article is about stands in its first sentences. */
const OPENING_LENGTH = 450;
const SENTENCES_MAX = 2;
/** So near stand the time of a story and what it tells of. */
const GENRE_GAP_MAX = 60;
/** "When the Tern sank in 1953", "Twenty years ago" */
const FRAME_MAX = 30;
/** "L'enquête", "d'assises" */
const ELIDED = "(?<![\\p{L}\\p{N}])[ld]['’]";
const SENTENCE_END = /(?<=\p{Ll}{2}["”»]?|\d{4})[.!?:]["”»]?\s+(?=["“„«]?\p{Lu})|\n+/u;
/** "From the Lantern of 18 November 1926:" */
const HEAD_LENGTH_MAX = 100;
/** In the first days of a month, the news of the last one is new. */
const MONTH_BEGINS = 10;
const MONTHS_A_YEAR = 12;
const DAYS_A_WEEK = 7;
const ANY_YEAR = /(?<![\d.,$€£-])(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)/g;
/** "had [also been warned of trouble] on Wednesday" */
const DEED_GAP_MAX = 12;
const DEED_WORDS_MAX = 6;

export interface StoryDay {
  readonly weekday: number;
  /** Where it ends in the sentence. */
  readonly end: number;
}

export interface StoryTest {
  /** Whether a day of the past may be one of long ago, or of last week; asked with where its sentence stands. */
  isElsewhere(text: string, sentence: Readonly<{ start: number; end: number }>, day: StoryDay, moment: Date): boolean;
}

interface Opening {
  readonly text: string;
  /** Where it ends in the text. */
  readonly end: number;
}

function readOpening(text: string): readonly Opening[] {
  const sentences: Opening[] = [];
  let at = 0;
  for (const piece of text.slice(0, OPENING_LENGTH).split(SENTENCE_END)) {
    const start = text.indexOf(piece, at);
    at = start + piece.length;
    if (piece.trim() !== "") sentences.push({ text: piece, end: at });
    if (sentences.length >= SENTENCES_MAX) break;
  }
  return sentences;
}

export function createStoryTest({ months, told }: DateWords): StoryTest {
  const { story } = told;
  const names = months.map((forms) => forms.filter((form) => /^\p{L}{3,}$/u.test(form)));
  const placeOf = new Map(names.flatMap((forms, place) => forms.map((form) => [form, place] as const)));
  const month = oneOf([...placeOf.keys()]);
  const time = `(?:(?:\\d{1,2}\\.?\\s(?:de\\s)?)?(?<month>${month})\\.?(?!\\p{L})(?:\\s\\d{1,2}(?!\\d))?)?(?:,?\\s?(?:${oneOf(story.yearLinks)}\\s)?(?<year>1[5-9]\\d\\d|20\\d\\d)(?!\\d))?`;
  const timed = new RegExp(
    `${BEGIN}${oneOf(story.within)}\\s(?:${oneOf(story.parts)}\\s)?(?=\\p{L}|\\d)${time}`,
    "giu",
  );
  const day = oneOf(told.days.flat());
  const dayWord = new RegExp(`${day}(?:\\s?${oneOf(told.parts)})?(?:['’]s)?$`, "iu");
  const dayTimed = new RegExp(`${BEGIN}${day}${END}.{0,12}?\\s${oneOf(story.within)}\\s(?=\\p{L}|\\d)${time}`, "giu");
  const behind = new RegExp(
    `^(?:\\s${oneOf(story.meanwhile)}(?:\\s[^\\s,;:.]+){1,4}?)?,?\\s${oneOf(story.within)}\\s(?=\\p{L}|\\d)${time}`,
    "iu",
  );
  const lapsed = whole(story.lapses, "iu");
  const lapses = whole(story.lapses, "giu");
  const inStory = (words: readonly string[]): RegExp =>
    new RegExp(`(?:${BEGIN}|(?<=${ELIDED}))${oneOf(words)}${END}`, "iu");
  const genre = inStory([...story.genres, ...told.disasters, ...told.outcomes]);
  const now = inStory(story.now);
  const aside = inStory(story.asides);
  const toCome = whole(told.toCome.length > 0 ? told.toCome : told.ahead, "iu");
  const infinitive = new RegExp(told.infinitive, "u");
  const lastWeek = whole(story.lastWeek, "iu");
  const anyDay = whole([...told.days.flat(), ...Object.keys(told.near), ...story.thisWeek], "iu");
  const sayers = new Set([...told.beside, ...told.tellers, ...story.said]);
  const past = told.past.filter((word) => !/\s?\|$/.test(word));
  const verbs = whole([...sayers, ...past, ...told.participles], "giu");
  const said = whole([...sayers], "iu");
  const deeds = whole([...past, ...told.participles], "iu");
  const passive = new RegExp(`${BEGIN}${oneOf(story.passives)}\\s$`, "iu");
  const pluperfect = new RegExp(
    `${BEGIN}${oneOf(story.pluperfects)}\\s(?!${oneOf(story.notPluperfect)}${END})\\p{L}`,
    "iu",
  );
  const ended = whole(story.pluperfectEnds, "iu");
  /** "in March", "in 1945", "last year": another month, or another year, than those of the article. */
  const isOther = (groups: Readonly<Record<string, string | undefined>> | undefined, moment: Date): boolean => {
    const year = groups?.["year"];
    const place = placeOf.get((groups?.["month"] ?? "").toLowerCase());
    if (year !== undefined && Number(year) !== moment.getUTCFullYear()) return Number(year) < moment.getUTCFullYear();
    if (place === undefined) return false;
    const back = (moment.getUTCMonth() - place + MONTHS_A_YEAR) % MONTHS_A_YEAR;
    return back > 1 || (back === 1 && moment.getUTCDate() > MONTH_BEGINS);
  };
  /** "the 1971 landing", "held since 2021": a year long over, wherever it stands. */
  const hasOldYear = (lead: string, moment: Date): boolean =>
    [...lead.matchAll(ANY_YEAR)].some(({ index, 0: year }) => {
      const head = lead.slice(0, index).split(",").at(-1) ?? "";
      const [tail = "", ...rest] = lead.slice(index).split(",");
      // "The club, champion in 2019, has lost": what it was.
      const isPlain = head.length < index && rest.length > 0 && !deeds.test(head + tail);
      return Number(year) < moment.getUTCFullYear() - 1 && !isPlain && !aside.test(head);
    });
  const hasLapsed = (lead: string): boolean =>
    [...lead.matchAll(lapses)].some(({ index }) => !aside.test(lead.slice(0, index).split(CLAUSE_END).at(-1) ?? ""));
  const isOfOther = (pattern: RegExp, sentence: string, moment: Date): boolean =>
    [...sentence.matchAll(pattern)].some(({ groups }) => isOther(groups, moment));

  /** "the wreck in 1953", "died a year ago" */
  const isOfStory = (lead: string, moment: Date): boolean => {
    const times = [...lead.matchAll(timed)].filter(
      ({ groups }) => isOther(groups, moment) && (groups?.["year"] !== undefined || !toCome.test(lead)),
    );
    const isFramed = !anyDay.test(lead) && !now.test(lead);
    return [...times, ...lead.matchAll(lapses)].some(({ index, 0: { length } }) => {
      const head = lead.slice(Math.max(0, index - GENRE_GAP_MAX), index);
      // "the worst since the flood of 1953", "born in 1940"
      if (aside.test(head.split(CLAUSE_END).at(-1) ?? "")) return false;
      return (
        (isFramed && index <= FRAME_MAX && !head.includes(",")) ||
        genre.test(head + lead.slice(index, index + length + GENRE_GAP_MAX))
      );
    });
  };

  /** "said on Friday", "On Friday the mayor said", but “said that the bridge fell on Friday”. */
  const isSaid = (head: string, tail: string): boolean => {
    const last = [...head.matchAll(verbs)].at(-1) ?? [...tail.matchAll(verbs)][0];
    if (last === undefined || !sayers.has(last[0].toLowerCase())) return false;
    return !passive.test((last.input === head ? head : tail).slice(0, last.index));
  };

  /** "Police had been warned on [Wednesday]", written on a Wednesday; but “said that she had left on Wednesday”. */
  const isBefore = (head: string, tail: string, before: string): boolean => {
    const had = pluperfect.exec(head);
    if (had === null || said.test(`${before}${head.slice(0, had.index)}`)) return false;
    if (story.pluperfectEnds.length > 0) return ended.test(tail);
    const deed = head.slice(had.index + had[0].length - 1);
    const last = [...deed.matchAll(verbs)].at(-1);
    const isOwn = (last?.index ?? 0) <= DEED_GAP_MAX && deed.split(/\s+/).length <= DEED_WORDS_MAX;
    return isOwn && !infinitive.test(deed);
  };

  return {
    isElsewhere(text, { start, end }, { weekday, end: dayEnd }, moment) {
      if (story.genres.length === 0) return false;
      const sentence = text.slice(start, end);
      // "On Monday, the mayor said"
      const tail = (sentence.slice(dayEnd).replace(/^,\s/, " ").split(CLAUSE_END)[0] ?? "").slice(0, 200);
      const during = behind.exec(tail);
      if (isOther(during?.groups, moment) && !said.test(during?.[0] ?? "") && !deeds.test(during?.[0] ?? ""))
        return true;
      const upTo = sentence.slice(0, dayEnd);
      const word = dayWord.exec(upTo)?.[0] ?? "";
      const head =
        upTo
          .slice(0, upTo.length - word.length)
          .split(CLAUSE_END)
          .at(-1) ?? "";
      if (weekday === moment.getUTCDay() && isBefore(head, tail, upTo.slice(0, -word.length - head.length)))
        return true;
      const opening = readOpening(text.slice(0, start));
      const [first] = opening;
      if (first === undefined) return false;
      const isOldHead = isOfOther(timed, first.text, moment) || lapsed.test(first.text);
      if (isOldHead && first.text.length <= HEAD_LENGTH_MAX && text.charAt(first.end) === ":") return true;
      // "The coroner said he died on Friday" is the story.
      if (isSaid(head, tail) || (!said.test(head) && now.test(`${head} ${tail}`))) return false;
      // "Lind, who landed the plane in 1971, has died. It had left on Sunday."
      const isUndated = !opening.some(({ text: lead }) => anyDay.test(lead));
      const isOld = (lead: string): boolean => isUndated && (hasLapsed(lead) || hasOldYear(lead, moment));
      const leads = opening.filter(
        ({ text: lead }) => isOfOther(dayTimed, lead, moment) || isOfStory(lead, moment) || isOld(lead),
      );
      const own = told.days[weekday] ?? [];
      const isOwn = (lead: string): boolean => !isOfOther(dayTimed, lead, moment) && whole(own, "iu").test(lead);
      if (leads.length > 0) return !opening.slice(0, 1).some((lead) => isOwn(lead.text));
      // "The dam broke last week." What was "on Monday" then is a week older than it seems.
      const week = opening.findIndex((lead) => lastWeek.test(lead.text));
      const since = (moment.getUTCDay() - weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
      if (week < 0 || since > (moment.getUTCDay() === 0 ? DAYS_A_WEEK : moment.getUTCDay())) return false;
      return !opening.slice(0, week + 1).some((lead) => anyDay.test(lead.text));
    },
  };
}
