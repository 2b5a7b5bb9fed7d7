/** A day of the week, by its name or its beginning in any language the bot speaks. */

import type { OptionDraft } from "../../domain/option.ts";
import { findWeekday, WEEKDAYS, type Weekday } from "../times/weekday.ts";
import { choice } from "./choice.ts";

export const weekday = (): OptionDraft<Weekday> =>
  choice({
    choices: WEEKDAYS,
    word: (day, say) => say.weekday(WEEKDAYS.indexOf(day) + 1),
    find: findWeekday,
  });
