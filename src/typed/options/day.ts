/** A day of the calendar: `2026-11-20`, "20 November 2026". */

import type { OptionDraft } from "../../domain/option.ts";
import { type Day, readDay } from "../times/day.ts";
import { text } from "./text.ts";

const LENGTH_MAX = 40;

export function day(): OptionDraft<Day> {
  const { field, complete, countParts, read } = text({ lengthMax: LENGTH_MAX });
  return { field, complete, countParts, read: (raw, name, now) => readDay(name, read(raw, name, now), now) };
}
