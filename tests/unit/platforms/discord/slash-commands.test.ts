import { expect, test } from "vitest";
import { COMMANDS } from "../../../../commands/index.ts";
import type { Command } from "../../../../src/domain/command.ts";
import { sayIn } from "../../../../src/messages/say.ts";
import { isAboutChannel, toCommandsHash, toSlashCommand } from "../../../../src/platforms/discord/slash-commands.ts";
import { defineCommand } from "../../../../src/typed/define-command.ts";
import { choice } from "../../../../src/typed/options/index.ts";
import { checkCommands } from "../../../helpers/discord/command-rules.ts";
import { SAMPLE_COMMANDS } from "../../../helpers/discord/samples.ts";
import type { JsonObject } from "../../../helpers/discord/store.ts";

const find = (name: string): Command => {
  const command = SAMPLE_COMMANDS.find((each) => each.name === name);
  if (command === undefined) throw new Error(`no ${name}`);
  return command;
};

/** As in English. */
const withoutLocalizations = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, each) => (key === "description_localizations" ? undefined : each)));

test("a command for everyone becomes a slash command usable anywhere", () => {
  expect(withoutLocalizations(toSlashCommand(find("search")))).toEqual({
    type: 1,
    name: "search",
    description: "Search the stories carried so far",
    options: [
      { type: 3, name: "words", description: "Words to look for", required: true, max_length: 400 },
      { type: 4, name: "days", description: "How many days back", required: false, min_value: 1, max_value: 365 },
      { type: 5, name: "exact", description: "These very words", required: false },
      {
        type: 3,
        name: "order",
        description: "What comes first",
        required: false,
        choices: [
          { name: "newest", value: "newest" },
          { name: "best", value: "best" },
        ],
      },
    ],
    default_member_permissions: null,
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  });
});

test("a command for managers asks for Manage Server in servers, takes another channel, and is for oneself, too", () => {
  const slash = toSlashCommand(find("subscribe"));
  expect(slash).toMatchObject({ default_member_permissions: "32", contexts: [0, 1, 2], integration_types: [0, 1] });
  expect(slash.options?.map((option) => option.name)).toEqual(["feed", "words", "channel"]);
  expect(slash.options?.[0]).toMatchObject({ autocomplete: true, required: true, max_length: 200 });
});

test("no option of a command is cut off by Discord's limit, the channel's least of all", () => {
  for (const command of COMMANDS) {
    const names = toSlashCommand(command).options?.map((option) => option.name) ?? [];
    expect(names, command.name).toEqual(expect.arrayContaining(Object.keys(command.options)));
    if (isAboutChannel(command)) expect(names, command.name).toContain("channel");
  }
});

test("what a channel is subscribed to is asked by everyone, also of the chat with the bot", () => {
  const slash = toSlashCommand(find("subscriptions"));
  expect(slash).toMatchObject({ default_member_permissions: null, contexts: [0, 1, 2] });
  expect(slash.options?.map((option) => option.name)).toEqual(["channel"]);
});

test("descriptions in other languages come from the catalogs, named as Discord names them", () => {
  const slash = toSlashCommand(find("search"));
  const texts: Readonly<Record<string, string | null | undefined>> = slash.description_localizations ?? {};
  // Discord has no Arabic.
  expect(Object.keys(texts).sort()).toEqual(["de", "es-419", "es-ES", "fr", "pt-BR", "ru", "uk"]);
  expect(texts["es-419"]).toBe(sayIn("es")("command.search"));
  expect(slash.options?.[0]).toMatchObject({ description_localizations: { de: sayIn("de")("command.search.words") } });
  // The catalogs know no such option.
  expect(slash.options?.[2]).not.toHaveProperty("description_localizations");
  expect(() => checkCommands([slash as unknown as JsonObject])).not.toThrow();
});

test("choices are shown in the person's language, and what is sent stays the same", () => {
  const command = COMMANDS.find((each) => each.name === "subscribe") as Command;
  const digest = toSlashCommand(command).options?.find((option) => option.name === "digest");
  expect(digest).toMatchObject({
    choices: [
      { name: "off", value: "off", name_localizations: { de: "aus", "es-419": "desactivado", "pt-BR": "desativado" } },
      { name: "daily", value: "daily", name_localizations: { de: "täglich", fr: "quotidien" } },
      { name: "weekly", value: "weekly", name_localizations: { ru: "еженедельно", uk: "щотижня" } },
      { name: "quotes", value: "quotes", name_localizations: { de: "Zitate" } },
    ],
  });
  const weekday = toSlashCommand(command).options?.find((option) => option.name === "weekday");
  expect(weekday).toMatchObject({ choices: { 4: { name: "friday", name_localizations: { de: "Freitag" } } } });
  // A choice without words of its own, such as a file's format, has none.
  const transfer = COMMANDS.find((each) => each.name === "export") as Command;
  expect(JSON.stringify(toSlashCommand(transfer))).not.toContain("name_localizations");
});

test("Discord accepts every command of the bot", () => {
  const slashes = COMMANDS.map((command) => toSlashCommand(command) as unknown as JsonObject);
  expect(slashes.length).toBeGreaterThan(5);
  expect(() => checkCommands(slashes)).not.toThrow();
});

test("Discord accepts every command made of the samples", () => {
  const slashes = SAMPLE_COMMANDS.map((command) => toSlashCommand(command) as unknown as JsonObject);
  expect(() => checkCommands(slashes)).not.toThrow();
});

test("more choices than Discord takes are cut", () => {
  const choices = Array.from({ length: 30 }, (_, index) => `choice ${index}`);
  const command = defineCommand({
    name: "pick",
    summary: "Pick one",
    access: "everyone",
    options: { one: choice({ description: "One", choices }) },
    examples: [],
    run: () => Promise.reject(new Error("not run")),
  }) as unknown as Command;
  expect(toSlashCommand(command).options?.[0]).toMatchObject({ choices: { length: 25 } });
});

test("the hash changes with any text of a command", () => {
  const hash = (list: readonly Command[]): string => toCommandsHash(list.map((each) => toSlashCommand(each)));
  expect(hash(SAMPLE_COMMANDS)).toBe(hash([...SAMPLE_COMMANDS]));
  expect(hash(SAMPLE_COMMANDS)).not.toBe(
    hash(SAMPLE_COMMANDS.map((each) => ({ ...each, summary: `${each.summary}.` }))),
  );
});
