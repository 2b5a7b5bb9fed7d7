/** What the line being typed could become: commands, options, choices, feed names. */

import { type Command, findCommandText, type Option } from "../../domain/command.ts";
import type { Say } from "../../domain/messages/say.ts";
import type { Choice } from "../../domain/platform.ts";

export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  /** The whole line when this is taken. */
  readonly line: string;
}

type Complete = (commandName: string, optionName: string, typed: string) => Promise<readonly Choice[]>;

export const SUGGESTIONS_MAX = 8;

const quote = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value);

function toUsage(command: Command, name: string, option: Option, say: Say): string {
  if (option.type === "choice") return option.choices.join(" · ");
  const description = findCommandText(say, command.name, name) ?? option.description;
  return option.required === true ? description : say("web.optional", { description });
}

async function completeValue(
  command: Command,
  name: string,
  option: Option,
  typed: string,
  complete: Complete,
): Promise<readonly Choice[]> {
  if (option.type === "text" && option.completes !== undefined) return complete(command.name, name, typed);
  const fixed = option.type === "choice" ? option.choices : option.type === "boolean" ? ["yes", "no"] : [];
  return fixed.filter((each) => each.startsWith(typed.toLowerCase())).map((each) => ({ label: each, value: each }));
}

/** The option that bare words go to, by the same rule as readArguments. */
function findBareOption(command: Command): readonly [string, Option] | null {
  const options = Object.entries(command.options);
  return options.find(([, option]) => option.type === "text" && option.isRest === true) ?? options[0] ?? null;
}

/** Suggestions for a line that is read up to its end. Empty when there is nothing to add. */
export async function suggest(
  line: string,
  commands: readonly Command[],
  say: Say,
  complete: Complete,
): Promise<readonly Suggestion[]> {
  const named = /^\/(\w{0,32})$/.exec(line);
  if (named !== null) {
    const typed = (named[1] ?? "").toLowerCase();
    return commands
      .filter((command) => command.name.startsWith(typed))
      .slice(0, SUGGESTIONS_MAX * 2)
      .map(({ name, summary }) => ({
        label: `/${name}`,
        detail: findCommandText(say, name) ?? summary,
        line: `/${name} `,
      }));
  }
  const begun = /^\/(\w{1,32})\s/.exec(line);
  const command = commands.find((each) => each.name === begun?.[1]?.toLowerCase());
  if (command === undefined) return [];
  const last = /[^\s"]*(?:"[^"]*)?$/.exec(line)?.[0] ?? "";
  const head = line.slice(0, line.length - last.length);
  const toSuggestion = (prefix: string, choice: Choice): Suggestion => ({
    label: choice.label,
    detail: choice.value === choice.label ? "" : choice.value,
    line: `${head}${prefix}${quote(choice.value)} `,
  });
  const colon = last.indexOf(":");
  const name = colon > 0 ? last.slice(0, colon).toLowerCase() : "";
  const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
  if (option !== undefined) {
    const typed = last.slice(colon + 1).replaceAll('"', "");
    const choices = await completeValue(command, name, option, typed, complete);
    return choices.slice(0, SUGGESTIONS_MAX).map((choice) => toSuggestion(`${name}:`, choice));
  }
  const bare = findBareOption(command);
  const isBareUsed = head.trim() !== `/${command.name}` && bare?.[1].type === "text" && bare[1].isRest === true;
  const options = Object.entries(command.options)
    .filter(([each]) => !(isBareUsed && each === bare?.[0]))
    .filter(([each]) => each.startsWith(last.toLowerCase()) && !head.includes(` ${each}:`))
    .map(([each, option]) => ({
      label: `${each}:`,
      detail: toUsage(command, each, option, say),
      line: `${head}${each}:`,
    }));
  if (bare === null || head.includes(` ${bare[0]}:`)) return options.slice(0, SUGGESTIONS_MAX);
  const choices = await completeValue(command, bare[0], bare[1], last, complete);
  return [...choices.map((choice) => toSuggestion("", choice)), ...options].slice(0, SUGGESTIONS_MAX);
}
