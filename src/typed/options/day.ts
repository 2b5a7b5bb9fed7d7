/** A day of the calendar, `2026-11-20`. */

import type { OptionDraft } from "../../domain/option.ts";
import { type Day, readDay } from "../day.ts";
import { text } from "./text.ts";

const DAY_LENGTH = "2026-11-20".length;

export function day(): OptionDraft<Day> {
  const { field, complete, countParts, read } = text({ lengthMax: DAY_LENGTH });
  return { field, complete, countParts, read: (raw, name) => readDay(name, read(raw, name)) };
}
