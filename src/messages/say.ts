/** Says a message in a language: chooses the plural form, fills the gaps, isolates what is inserted, words days and lists. */

import { toMessage, UserError } from "../domain/errors.ts";
import type { GapValue, GapValues, Language, MessageKey, Say, Template } from "../domain/say.ts";
import { CATALOGS } from "./catalogs.ts";
import { hasRightToLeft, isolate, isolateLatin, keepIsolates } from "./direction.ts";
import { isRightToLeft, LANGUAGES, toLocale } from "./languages.ts";
import { findReason } from "./reason.ts";
import { fillGaps } from "./template.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS_COUNTED_MAX = 7;

const isKey = (key: string): key is MessageKey => Object.hasOwn(CATALOGS.en, key);

/** A language's template; English where it has none. */
const findTemplate = (language: Language, key: MessageKey): Template => CATALOGS[language][key] ?? CATALOGS.en[key];

/** Gaps stay as they are: their names are Latin, too. */
const isolateFixed = (text: string): string =>
  text.replace(/\{[A-Za-z]+\}|[^{}]+/g, (part) => (part.startsWith("{") ? part : isolateLatin(part)));

/** French sets a space before some marks; a line must not break there. */
const toFrench = (text: string): string => text.replace(/ (?=[:;?!»])/g, "\u00a0").replaceAll("« ", "«\u00a0");

/** A template as its language is set. */
function setTemplate(text: string, language: Language): string {
  if (language === "fr") return toFrench(text);
  return isRightToLeft(language) ? isolateFixed(text) : text;
}

function createSay(language: Language): Say {
  const locale = toLocale(language);
  const isTurned = isRightToLeft(language);
  const plurals = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const ages = new Intl.RelativeTimeFormat(locale);
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };

  const isolateWhereMixed = (text: string): string => {
    const safe = keepIsolates(text);
    return isTurned || hasRightToLeft(safe) ? isolate(safe) : safe;
  };

  function choose(template: Template, values: Readonly<Record<string, GapValue>>): string {
    if (typeof template === "string") return template;
    return template[plurals.select(Number(values["count"]))] ?? template.other;
  }

  /** A kept reason, which is in English; what is none of ours stays as it is. */
  function wordReason(text: string): string {
    const found = language === "en" ? null : findReason(text);
    return found === null ? text : word(found.key, found.values);
  }

  function word(key: MessageKey, values: Readonly<Record<string, GapValue>>): string {
    const text = choose(findTemplate(language, key), values);
    const worded = Object.entries(values).map(([name, value]) => {
      if (typeof value === "number") return [name, numbers.format(value)] as const;
      return [name, isolateWhereMixed(name === "reason" ? wordReason(value) : value)] as const;
    });
    return fillGaps(setTemplate(text, language), new Map(worded));
  }

  const say = <K extends MessageKey>(key: K, ...[given]: GapValues<K>): string => word(key, given ?? {});

  return Object.assign(say, {
    language,
    list: (parts: readonly string[], joint: "and" | "or" = "and") => lists[joint].format(parts.map(isolateWhereMixed)),
    series: (parts: readonly string[]) => parts.join(say("comma")),
    day: (date: Date) => (Number.isNaN(date.getTime()) ? "" : days.format(date)),
    weekday: (day: number) => weekdays.format(new Date(Date.UTC(2024, 0, day))),
    moment: (date: Date, timeZone: string) =>
      new Intl.DateTimeFormat(locale, {
        day: "numeric",
        month: "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
        timeZone,
      }).format(date),
    number: (value: number) => numbers.format(value),
    age(date: Date, now: Date): string {
      const ageMs = now.getTime() - date.getTime();
      if (Number.isNaN(ageMs)) return "";
      if (ageMs < -DAY_MS || ageMs >= DAYS_COUNTED_MAX * DAY_MS) return days.format(date);
      if (ageMs < MINUTE_MS) return say("time.now");
      if (ageMs < HOUR_MS) return ages.format(-Math.floor(ageMs / MINUTE_MS), "minute");
      if (ageMs < DAY_MS) return ages.format(-Math.floor(ageMs / HOUR_MS), "hour");
      return ages.format(-Math.floor(ageMs / DAY_MS), "day");
    },
    languageName(tag: string): string {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
    inMarks: (text: string) => say("marks", { text }),
    find: (key: string) => (isKey(key) ? word(key, {}) : null),
  });
}

const VOICES = new Map(LANGUAGES.map((language) => [language, createSay(language)] as const));

/** The same voice each time. */
export function sayIn(language: Language): Say {
  const say = VOICES.get(language);
  if (say === undefined) throw new Error(`Broken rule: ${language} has a voice`);
  return say;
}

/** For logs, the command line, and what has no reader yet. */
export const sayInEnglish: Say = sayIn("en");

/** What anything thrown says, for logs and the command line. */
export const toEnglish = (error: unknown): string =>
  error instanceof UserError ? error.wording(sayInEnglish) : toMessage(error);
