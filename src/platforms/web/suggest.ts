/** What the line being typed could become: commands, options, choices, feed names. */

import { type Command, findCommandText, isOffered } from "../../domain/command.ts";
import { fold } from "../../domain/fold.ts";
import type { Field, Option } from "../../domain/option.ts";
import type { Choice } from "../../domain/platform.ts";
import type { Say } from "../../domain/say.ts";
import { findBareOption, findTyping } from "../../typed/typed-command.ts";

export interface Suggestion {
  readonly label: string;
  readonly detail: string;
  /** The whole line when this is taken. */
  readonly line: string;
}

type Complete = (commandName: string, optionName: string, typed: string) => Promise<readonly Choice[]>;

const SUGGESTIONS_MAX = 8;
/** Of what there is to choose from, where options may follow as well. */
const VALUES_FIRST_MAX = 5;

const quote = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value);

function toUsage(command: Command, name: string, option: Option, say: Say): string {
  const { field } = option;
  if (field.type === "choice") return field.choices.map((each) => each.value).join(" · ");
  const description = findCommandText(say, command.name, name) ?? option.description;
  return option.required === true ? description : say("web.optional", { description });
}

/** Those there are to choose from, as the reader's language calls them; none for a field that is filled in. */
function listChoices(field: Field, say: Say): readonly Choice[] {
  if (field.type === "boolean") return ["yes", "no"].map((value) => ({ label: value, value }));
  if (field.type !== "choice") return [];
  return field.choices.map(({ value, word }) => ({ label: word === null ? value : word(say), value }));
}

async function completeValue(
  command: Command,
  name: string,
  option: Option,
  typed: string,
  say: Say,
  complete: Complete,
): Promise<readonly Choice[]> {
  if (option.complete !== null) return complete(command.name, name, typed);
  return listChoices(option.field, say).filter((choice) =>
    [choice.value, choice.label].some((each) => fold(each).startsWith(fold(typed))),
  );
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
  const restStart = begun?.[0].length ?? 0;
  const rest = line.slice(restStart);
  const typing = findTyping(command, rest);
  const bare = findBareOption(command);
  // Bare words that are no name are completed by themselves; a name may have several.
  const wordStart = line.search(/\S*$/);
  const isWhole = typing.name !== null || (bare !== null && bare[1].complete !== null);
  const start = isWhole ? restStart + typing.start : wordStart;
  const name = typing.name ?? bare?.[0] ?? "";
  const option = command.options[name];
  const isGiven = (each: string): boolean => line.includes(` ${each}:`);
  const typed = line.slice(start).replace(/["“”„«»]/g, "");
  const choices =
    option === undefined || (typing.name === null && isGiven(name))
      ? []
      : await completeValue(command, name, option, typed.trimStart(), say, complete);
  const taken = choices
    .filter((choice) => choice.value !== typed.trim())
    .map((choice) => ({
      label: choice.label,
      detail: choice.value === choice.label ? "" : choice.value,
      line: `${line.slice(0, start)}${quote(choice.value)} `,
    }));
  if (typing.name !== null && option !== undefined && typed === "") {
    // Where nothing is offered, what may be typed is told.
    const hint = { label: `${name}:`, detail: toUsage(command, name, option, say), line };
    return taken.length === 0 ? [hint] : taken.slice(0, SUGGESTIONS_MAX);
  }
  const word = line.slice(wordStart).toLowerCase();
  const isBareUsed = wordStart > restStart && bare?.[1].isRest === true;
  const options = Object.entries(command.options)
    .filter(([, option]) => option.field.type !== "file")
    .filter(([each]) => each !== typing.name && !(isBareUsed && each === bare?.[0]))
    .filter(([each, option]) => each.startsWith(word) && !isGiven(each) && isOffered(option, "web"))
    .map(([each, option]) => ({
      label: `${each}:`,
      detail: toUsage(command, each, option, say),
      line: `${line.slice(0, wordStart)}${each}:`,
    }));
  // Before anything is typed, values and options are both to be seen.
  if (word === "" && taken.length > 0) {
    const named = options.filter(({ label }) => label !== `${bare?.[0]}:`);
    return [...taken.slice(0, VALUES_FIRST_MAX), ...named].slice(0, SUGGESTIONS_MAX * 2);
  }
  return [...taken, ...options].slice(0, SUGGESTIONS_MAX);
}
