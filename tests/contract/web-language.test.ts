/** The chat page in its reader's language: what the browser asks for, or what the room was given. */

import { readdirSync, readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { type Answer, type Invocation, SILENT_LOG } from "../../src/domain/platform.ts";
import type { Language } from "../../src/domain/say.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { sayIn } from "../../src/messages/say.ts";
import { createWeb, type WebPlatform } from "../../src/platforms/web/platform.ts";

let web: WebPlatform;
let asked: Invocation[];

async function open(roomLanguage: Language | null = null): Promise<void> {
  asked = [];
  const answer: Answer = {
    reply: async (invocation) => {
      asked.push(invocation);
      return { text: "fine" };
    },
    press: async () => ({ text: "pressed" }),
    complete: async () => [],
    chooseLanguage: async (_, locale) => roomLanguage ?? (locale as Language | null) ?? "en",
    left: async () => {},
    moved: async () => {},
  };
  web = createWeb({ port: 0, commands: [], log: SILENT_LOG, clock: () => new Date() });
  await web.start(answer);
}
afterEach(() => web.stop());

const readPage = async (accepted: string): Promise<string> =>
  (await fetch(web.url(), { headers: { "accept-language": accepted } })).text();

const decodeHtml = (html: string): string =>
  html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** What the page's scripts are given to say. */
function readTexts(html: string): { readonly locale: string; readonly texts: Readonly<Record<string, string>> } {
  return JSON.parse(decodeHtml(/<meta name="texts" content="([^"]*)"/.exec(html)?.[1] ?? ""));
}

test.each(LANGUAGES.map((language) => [language]))("the page is served in %s", async (language) => {
  await open();
  const html = await readPage(`tlh, ${language}-XX;q=0.9, en;q=0.1`);
  expect(html).toContain(`<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`);
  expect(decodeHtml(html)).toContain(`<strong>${sayIn(language)("web.hint")}</strong>`);
  expect(html).not.toMatch(/\{\{|web\.\w+</);
  expect(readTexts(html).texts["web.live"]).toBe(sayIn(language)("web.live"));
});

test("a browser that asks for nothing the bot speaks gets English", async () => {
  await open();
  expect(await readPage("tlh")).toContain('<html lang="en" dir="ltr">');
  expect(await readPage("de;q=0")).toContain('<html lang="en" dir="ltr">');
});

test("a room with a language of its own is shown in it", async () => {
  await open("ar");
  expect(await readPage("de")).toContain('<html lang="ar" dir="rtl">');
});

test("every text the scripts say is given to them", async () => {
  await open();
  const { texts } = readTexts(await readPage("en"));
  const folder = new URL("../../src/platforms/web/page/", import.meta.url);
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const said = scripts.flatMap((name) => [
    ...readFileSync(new URL(name, folder), "utf8").matchAll(/\bsay\("([\w.]+)"/g),
  ]);
  expect(said.length).toBeGreaterThan(10);
  for (const [, key = ""] of said) expect(texts[key], key).toBeTruthy();
});

test("what is typed comes with the language of the one who typed it", async () => {
  await open();
  const headers = { "content-type": "application/json", "accept-language": "fr-CA,en;q=0.5" };
  const body = JSON.stringify({ room: "main", text: "/help" });
  await fetch(new URL("/api/command", web.url()), { method: "POST", headers, body });
  expect(asked).toMatchObject([{ actor: { locale: "fr" }, isPrivate: true }]);
});

test("a line that is no command is answered in the reader's language", async () => {
  await open();
  const headers = { "content-type": "application/json", "accept-language": "ar" };
  const body = JSON.stringify({ room: "main", text: "hello" });
  const response = await fetch(new URL("/api/command", web.url()), { method: "POST", headers, body });
  expect(await response.json()).toMatchObject({ text: sayIn("ar")("web.notACommand") });
});
