/** What arrived for the options of a command, checked for every platform alike. */

import { type Command, findCommandText } from "../domain/command.ts";
import { UserError } from "../domain/errors.ts";
import type { Options, OptionValues } from "../domain/option.ts";
import type { RawValues } from "../domain/platform.ts";
import { withoutUnseen } from "./invisible.ts";

/** Throws UserError with a sentence for the first value that is none, or is missing. */
export function readOptions<T extends Options>(command: Command<T>, raw: RawValues, now: Date): OptionValues<T> {
  const values: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(command.options)) {
    const value = raw[name];
    const given = typeof value === "string" ? withoutUnseen(value) : value;
    const isMissing = given === undefined || (typeof given === "string" && given.trim() === "");
    if (!isMissing) values[name] = option.read(given, name, now);
    else if (option.default !== undefined) values[name] = option.default;
    else if (option.required === true) {
      throw new UserError("bad-option", (say) =>
        say("option.missing", {
          option: name,
          description: findCommandText(say, command.name, name) ?? option.description,
          example: command.examples[0] ?? `/${command.name}`,
        }),
      );
    }
  }
  return values as OptionValues<T>;
}
