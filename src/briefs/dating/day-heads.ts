/** Heads of entries that name a day of the week: "Tuesday 6.40pm" in a page that is written on. */

import type { DateWords } from "../../languages/language.ts";
import { oneOf } from "./day-words.ts";

const HEAD_LENGTH_MAX = 60;
/** As far back as the head of an entry is looked for. */
const ENTRY_LENGTH_MAX = 4000;

/** Whether a place of a text stands below the head of an entry of another day of the week than `weekday`, 0 for Sunday. */
export type HeadTest = (text: string, at: number, weekday: number) => boolean;

export function createHeadTest({ told }: DateWords): HeadTest {
  // A day, and nothing but numbers and short words of the clock behind it: "Dienstag, 17.11., 19.10 Uhr".
  const head = new RegExp(`^(${oneOf(told.days.flat())})(?:[\\d\\s.,:/]|(?<=\\d\\s?)\\p{L}{1,4}(?!\\p{L}))*$`, "iu");
  const places = new Map(
    told.days.flatMap((forms, place) => forms.map((form) => [form.toLowerCase(), place] as const)),
  );
  return (text, at, weekday) => {
    const lines = text.slice(Math.max(0, at - ENTRY_LENGTH_MAX), at).split("\n");
    const found = lines.findLast((line) => line.length <= HEAD_LENGTH_MAX && head.test(line.trim()));
    const named = places.get(head.exec(found?.trim() ?? "")?.[1]?.toLowerCase() ?? "");
    return named !== undefined && named !== weekday;
  };
}
