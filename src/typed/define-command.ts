/** How commands are written: their options by kind, their texts from the catalog. */

import { type Command, type CommandRequest, findCommandText } from "../domain/command.ts";
import type { Option, OptionDrafts } from "../domain/option.ts";
import type { Reply } from "../domain/post.ts";
import { sayInEnglish } from "../messages/say.ts";

type CommandDraft<T extends OptionDrafts> = Omit<Command, "summary" | "options" | "run" | "press"> & {
  readonly summary?: string;
  readonly options: T;
  run(request: CommandRequest<T>): Promise<Reply>;
  press?(rest: string, request: Omit<CommandRequest<T>, "options">): Promise<Reply>;
};

/** Keeps the option types, and fills in the English texts from the catalog. */
export function defineCommand<const T extends OptionDrafts>(draft: CommandDraft<T>): Command {
  const fill = (optionName?: string): string => findCommandText(sayInEnglish, draft.name, optionName) ?? "";
  const options = Object.entries(draft.options).map(([name, option]): readonly [string, Option] => [
    name,
    { ...option, description: option.description ?? fill(name) },
  ]);
  // What comes in has been read by these very options, so its type is the draft's.
  return { ...draft, summary: draft.summary ?? fill(), options: Object.fromEntries(options) } as Command;
}
