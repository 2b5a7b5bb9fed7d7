/** Discord's limits on slash commands, and what a person's client checks before it sends one. */

import type { HeldFile } from "../sent-file.ts";
import { createForm, type Form } from "./errors.ts";
import { asList, asObject, asText, measure } from "./rules.ts";
import type { Json, JsonObject } from "./store.ts";

const NAME_PATTERN = /^[-_'\p{L}\p{N}]{1,32}$/u;

const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

function checkLocalizations(
  form: Form,
  path: readonly (string | number)[],
  value: Json | undefined,
  max: number,
): void {
  for (const [locale, text] of Object.entries(asObject(value))) {
    const length = measure(asText(text));
    if (!LOCALES.has(locale)) form.add([...path, locale], "DICT_TYPE_INVALID_KEY", "Locale is not known");
    if (length < 1 || length > max)
      form.add([...path, locale], "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${max} in length.`);
  }
}

/** Names and descriptions, in every language; the longest counts towards the command's 8,000 characters. */
function checkWords(form: Form, path: readonly (string | number)[], named: JsonObject): number {
  checkLocalizations(form, [...path, "name_localizations"], named["name_localizations"], 32);
  checkLocalizations(form, [...path, "description_localizations"], named["description_localizations"], 100);
  const longest = (name: string): number =>
    Math.max(
      ...[named[name], ...Object.values(asObject(named[`${name}_localizations`]))].map((text) => measure(asText(text))),
    );
  return longest("name") + longest("description");
}

/** discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type */
const OPTION_TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const WITH_CHOICES = [3, 4, 10];

/** Fields that only some types may have: …#application-command-object-application-command-option-structure. */
function checkOptionType(form: Form, path: readonly (string | number)[], option: JsonObject): void {
  const type = Number(option["type"]);
  if (!OPTION_TYPES.includes(type)) {
    form.add([...path, "type"], "BASE_TYPE_CHOICES", "Value must be one of {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}.");
    return;
  }
  const onlyFor = (names: readonly string[], types: readonly number[]): void => {
    for (const name of names)
      if (option[name] !== undefined && option[name] !== false && !types.includes(type))
        form.add([...path, name], "APPLICATION_COMMAND_INVALID_OPTION_FIELD", `${name} is not for this type`);
  };
  onlyFor(["choices", "autocomplete"], WITH_CHOICES);
  onlyFor(["min_value", "max_value"], [4, 10]);
  onlyFor(["min_length", "max_length"], [3]);
  onlyFor(["channel_types"], [7]);
  const lengthMax = option["max_length"];
  if (lengthMax !== undefined && (Number(lengthMax) < 1 || Number(lengthMax) > 6_000))
    form.add([...path, "max_length"], "NUMBER_TYPE_MAX", "int value should be between 1 and 6000.");
}

/** Throws 50035 naming every field Discord would refuse. */
export function checkCommands(commands: readonly JsonObject[]): void {
  const form = createForm();
  if (commands.length > 100) form.add([], "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.");
  const names = new Set<string>();
  commands.forEach((command, index) => {
    const name = asText(command["name"]);
    if (!NAME_PATTERN.test(name) || name !== name.toLowerCase()) {
      form.add([index, "name"], "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
    if (names.has(name)) {
      form.add([index], "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
    }
    names.add(name);
    const length = measure(asText(command["description"]));
    if (length < 1 || length > 100) {
      form.add([index, "description"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
    }
    const options = asList(command["options"]).map(asObject);
    if (options.length > 25) form.add([index, "options"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
    const firstOptional = options.findIndex((option) => option["required"] !== true);
    const optionNames = new Set<string>();
    let characters = checkWords(form, [index], command);
    options.forEach((option, at) => {
      const path = [index, "options", at] as const;
      const optionName = asText(option["name"]);
      if (!NAME_PATTERN.test(optionName) || optionNames.has(optionName)) {
        form.add([...path, "name"], "APPLICATION_COMMAND_INVALID_NAME", "Option name is invalid");
      }
      optionNames.add(optionName);
      const optionLength = measure(asText(option["description"]));
      if (optionLength < 1 || optionLength > 100) {
        form.add([...path, "description"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
      }
      if (option["required"] === true && firstOptional !== -1 && at > firstOptional) {
        form.add(
          [...path, "required"],
          "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
          "Required options must come first",
        );
      }
      checkOptionType(form, path, option);
      const choices = asList(option["choices"]).map(asObject);
      if (choices.length > 25) form.add([...path, "choices"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
      if (choices.length > 0 && option["autocomplete"] === true) {
        form.add(
          [...path, "autocomplete"],
          "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID",
          "Choices and autocomplete",
        );
      }
      const choiceTexts = choices.flatMap((choice) => [asText(choice["name"]), String(choice["value"])]);
      if (choiceTexts.some((text) => measure(text) < 1 || measure(text) > 100)) {
        form.add([...path, "choices"], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
      }
      characters += checkWords(form, path, option) + choiceTexts.join("").length;
    });
    if (characters > 8000) form.add([index], "APPLICATION_COMMAND_TOO_LARGE", "Command exceeds maximum size (8000)");
  });
  form.throwIfAny();
}

export type OptionInput = string | number | boolean | HeldFile;

const STRING = 3;
const INTEGER = 4;
const BOOLEAN = 5;
export const CHANNEL = 7;
export const ROLE = 8;
const ATTACHMENT = 11;

/** Options as the client sends them, files by the ids they got. Throws where Discord's client would not let a person go on. */
export function toOptionData(
  command: JsonObject,
  values: Readonly<Record<string, OptionInput>>,
  roleIds: readonly string[],
  upload: (file: HeldFile) => string,
): readonly JsonObject[] {
  const options = asList(command["options"]).map(asObject);
  const name = asText(command["name"]);
  for (const given of Object.keys(values)) {
    if (!options.some((option) => option["name"] === given)) throw new Error(`/${name} has no option ${given}.`);
  }
  return options.flatMap((option) => {
    const optionName = asText(option["name"]);
    const value = values[optionName];
    if (value === undefined) {
      if (option["required"] === true) throw new Error(`/${name} asks for ${optionName}.`);
      return [];
    }
    checkValue(`/${name} ${optionName}`, option, value, roleIds);
    return [
      {
        name: optionName,
        type: option["type"] ?? STRING,
        value: typeof value === "object" ? upload(value) : (value as Json),
      },
    ];
  });
}

function checkValue(place: string, option: JsonObject, value: OptionInput, roleIds: readonly string[]): void {
  const wrong = (why: string): Error =>
    new Error(`${place}: Discord's client refuses ${JSON.stringify(value)}: ${why}.`);
  if (option["type"] === ATTACHMENT) {
    if (typeof value !== "object") throw wrong("no file");
  } else if (option["type"] === INTEGER) {
    if (!Number.isInteger(value)) throw wrong("no whole number");
    if (Number(value) < Number(option["min_value"] ?? -Infinity)) throw wrong("too small");
    if (Number(value) > Number(option["max_value"] ?? Infinity)) throw wrong("too big");
  } else if (option["type"] === BOOLEAN) {
    if (typeof value !== "boolean") throw wrong("neither true nor false");
  } else if (option["type"] === ROLE) {
    if (!roleIds.includes(String(value))) throw wrong("no role of this server");
  } else {
    if (typeof value !== "string") throw wrong("no text");
    if (value.length > Number(option["max_length"] ?? 6000)) throw wrong("too long");
    const choices = asList(option["choices"]).map((choice) => asObject(choice)["value"]);
    if (choices.length > 0 && !choices.includes(value)) throw wrong("not among the choices");
  }
}
