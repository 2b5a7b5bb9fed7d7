/** How commands are written: their options by kind, their texts from the catalog. */

import {
  type Command,
  type CommandRequest,
  findCommandText,
  type Needs,
  type PressRequest,
  type ServiceName,
  type StorePart,
} from "../domain/command.ts";
import type { Option, OptionDrafts } from "../domain/option.ts";
import type { Reply } from "../domain/post.ts";
import { sayInEnglish } from "../messages/say.ts";

type CommandDraft<T extends OptionDrafts, Part extends StorePart, Service extends ServiceName> = Omit<
  Command,
  "summary" | "options" | "needs" | "run" | "press" | "draft"
> & {
  readonly summary?: string;
  readonly options: T;
  readonly needs?: Needs<Part, Service>;
  run(request: CommandRequest<T, Part, Service>): Promise<Reply>;
  press?(rest: string, request: PressRequest<Part, Service>): Promise<Reply>;
  draft?(typed: string, request: PressRequest<Part, Service>): Promise<Reply>;
};

/** Keeps the types of the options and of what is needed, and fills in the English texts from the catalog. */
export function defineCommand<
  const T extends OptionDrafts,
  Part extends StorePart = never,
  Service extends ServiceName = never,
>(draft: CommandDraft<T, Part, Service>): Command {
  const fill = (optionName?: string): string => findCommandText(sayInEnglish, draft.name, optionName) ?? "";
  const options = Object.entries(draft.options).map(([name, option]): readonly [string, Option] => [
    name,
    { ...option, description: option.description ?? fill(name) },
  ]);
  // What comes in has been read by these very options, and holds what is needed: its type is the draft's.
  return { ...draft, summary: draft.summary ?? fill(), options: Object.fromEntries(options) } as unknown as Command;
}
