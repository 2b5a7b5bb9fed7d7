/** What a site repeats on its pages is not the article. */

import { expect, test } from "vitest";
import { createSiteMemory, SITES_MAX } from "../../../src/articles/site-memory.ts";

const body = (topic: string): string =>
  `The council of Velmora talked about ${topic} on Monday and came to no decision at all.\n\nAnother meeting about ${topic} is planned for the week after next, the mayor told reporters.`;
const PROMPT = "Haben Sie Hinweise? Schreiben Sie uns an die Redaktion.";
const page = (topic: string): string => `https://gazette.example/news/${topic}`;

test("a paragraph that another page of the site had is taken out", () => {
  const memory = createSiteMemory();
  expect(memory.clean(page("ferries"), `${body("ferries")}\n\n${PROMPT}`)).toContain(PROMPT);
  expect(memory.clean(page("bridges"), `${body("bridges")}\n\n${PROMPT}`)).toBe(body("bridges"));
});

test("another site's paragraphs do not count", () => {
  const memory = createSiteMemory();
  memory.clean(page("ferries"), `${body("ferries")}\n\n${PROMPT}`);
  const text = `${body("bridges")}\n\n${PROMPT}`;
  expect(memory.clean("https://other.example/news/bridges", text)).toBe(text);
});

test("the same page read again keeps all of its text", () => {
  const memory = createSiteMemory();
  const text = `${body("ferries")}\n\n${PROMPT}`;
  memory.clean(page("ferries"), text);
  expect(memory.clean(page("ferries"), text)).toBe(text);
});

test("an article that moved to another address keeps its text", () => {
  const memory = createSiteMemory();
  memory.clean(page("ferries"), body("ferries"));
  expect(memory.clean(page("ferries-again"), body("ferries"))).toBe(body("ferries"));
});

test("the memory stays bounded", () => {
  const memory = createSiteMemory();
  for (let site = 0; site < SITES_MAX + 50; site++) memory.clean(`https://site-${site}.example/a`, "One line.");
  expect(memory.size).toBe(SITES_MAX);
});
