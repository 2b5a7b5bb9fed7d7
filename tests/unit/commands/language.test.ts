import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { createAnswer } from "../../../src/answers/answer.ts";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { createServices } from "../../../src/answers/services.ts";
import { type Answer, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Language } from "../../../src/domain/say.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { readOptions } from "../../../src/typed/read-options.ts";
import { ask } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHANNEL: Destination = { platform: "telegram", address: "-100" };

let store: Store;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

const createTestAnswer = (language: string): Answer => {
  const services = createServices({
    store,
    download: () => Promise.reject(new Error("not asked")),
    readFor: () => ({
      readPage: () => Promise.reject(new Error("not asked")),
      makeBrief: () => Promise.reject(new Error("not asked")),
      reading: READING_TASKS,
    }),
    clock: () => NOW,
    commands: COMMANDS,
    settings: { subscriptionsPerChannelMax: 50, subscriptionsPerServerMax: 500 },
  });
  return createAnswer({ services, log: SILENT_LOG, clock: () => NOW, language });
};

interface Asked {
  readonly locale: string | null;
  readonly isPrivate?: boolean;
  readonly setting?: string;
}

async function languageOf(commandName: string, { locale, isPrivate = false, setting = "en" }: Asked) {
  const reply = await createTestAnswer(setting).reply({
    commandName,
    rawOptions: commandName === "subscribe" ? { what: "everything" } : {},
    destination: CHANNEL,
    actor: { id: "person", isManager: true, locale },
    isPrivate,
  });
  return reply.language;
}

test("a private answer is in the person's language, what all see in the setting's", async () => {
  expect(await languageOf("help", { locale: "de-AT", setting: "fr" })).toBe("de");
  expect(await languageOf("subscribe", { locale: "de-AT", setting: "fr" })).toBe("fr");
  expect(await languageOf("nonsense", { locale: "de-AT", setting: "fr" })).toBe("de");
});

test("where nobody else reads along, all is in the person's language", async () => {
  expect(await languageOf("subscribe", { locale: "pt-BR", isPrivate: true })).toBe("pt");
});

test("a person whose language the bot does not speak, or is not known, is spoken to in the setting's", async () => {
  expect(await languageOf("help", { locale: "tlh", setting: "es" })).toBe("es");
  expect(await languageOf("help", { locale: null, setting: "es" })).toBe("es");
  expect(await languageOf("help", { locale: null, setting: "it" })).toBe("en");
});

test("the channel's own language goes before all others, until it is taken away", async () => {
  const options = { store, destination: CHANNEL };
  expect((await ask("/language uk", options)).text).toBe(
    sayIn("uk")("language.set", { language: sayIn("uk").languageName("uk") }),
  );
  expect(await languageOf("help", { locale: "de" })).toBe("uk");
  expect(await languageOf("subscribe", { locale: "de" })).toBe("uk");
  expect((await ask("/language", options)).text).toContain(sayIn("uk").languageName("uk"));
  await ask("/language auto", options);
  expect(await languageOf("help", { locale: "de" })).toBe("de");
});

test("the language is for managers to choose", async () => {
  const reply = await ask("/language de", { store, destination: CHANNEL, isManager: false });
  expect(reply.text).toBe("/language changes this channel, so only those who manage it may use it.");
});

test("a post names its article's language where the readers' is another, in theirs", async () => {
  const article = buildArticle({ language: "en" });
  await store.articles.publish(buildPublication({ article }));
  const post = async (locale: string) => (await ask("/latest", { store, destination: CHANNEL, locale })).posts?.[0];
  expect(await post("en-US")).toMatchObject({ languageShown: null, language: "en" });
  expect(await post("ru")).toMatchObject({ languageShown: "en", language: "ru" });
});

test.each(LANGUAGES.map((language) => [language]))("/help is answered in %s", async (language: Language) => {
  const reply = await ask("/help", { store, destination: CHANNEL, locale: language });
  expect(reply.text).toBe(sayIn(language)("help.all", { command: "/help subscribe" }));
});

describe("a choice typed by its word", () => {
  const choices = COMMANDS.flatMap((command) =>
    Object.entries(command.options).flatMap(([name, { field }]) =>
      field.type === "choice" ? field.choices.map((choice) => [command, name, choice] as const) : [],
    ),
  );

  test.each(LANGUAGES)("in %s means the choice, and never another", (language) => {
    expect(choices.some(([, , { word }]) => word !== null)).toBe(true);
    for (const [command, name, { value, word }] of choices) {
      const required = command.name === "edit" ? { which: "1" } : {};
      for (const typed of [value, (word?.(sayIn(language)) ?? value).toUpperCase()]) {
        expect(readOptions(command, { ...required, [name]: typed }, NOW)).toMatchObject({ [name]: value });
      }
    }
  });
});
