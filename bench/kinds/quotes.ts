/** Kinds of quotations: names in all their forms, and words that nobody said. */

import { findQuotes } from "../../src/quotes/find-quotes.ts";
import type { Kind } from "./kind.ts";
import { pick, toName, toNews, toTown } from "./words.ts";

const NAMES = [
  "Khalid al-Rashid",
  "Jan van den Berg",
  "José Ortega y Gámez",
  "Marie d'Aubigny",
  "Robert Vance Jr.",
  "Otto von Hagen",
  "Anne‑Marie Duval",
  "William Carr III",
  "Sinéad O'Hara",
  "Mary Anne St. Clair",
];
const DENIALS = [
  (name: string, words: string) => `${name} denied ever saying “${words}.”`,
  (name: string, words: string) => `${name} was falsely quoted as saying “${words}.”`,
  (name: string, words: string) => `${name} never said “${words}.”`,
  (name: string, words: string) => `A doctored video shows ${name} saying “${words}.”`,
  (name: string, words: string) => `${name} should have said “${words},” the newspaper wrote in jest.`,
];
const CLAUSES = [
  (name: string, words: string) => `“${words},” said ${name}.`,
  (name: string, words: string) => `“${words},” ${name} said on Tuesday.`,
  (name: string, words: string) => `${name} said: “${words}.”`,
  (name: string, words: string) => `“${words},” said ${name}, who leads the planning office.`,
];

export const QUOTE_KINDS: readonly Kind[] = [
  {
    name: "names whole",
    tryOne: async (random) => {
      const { words, paragraphs } = toNews(random);
      const name = random() < 0.5 ? pick(random, NAMES) : toName(random);
      const text = `${paragraphs[0]}\n\n${pick(random, CLAUSES)(name, words)}\n\n${paragraphs[2]}`;
      const [quote] = findQuotes(text, { language: "en" });
      const given = quote?.speaker?.name ?? null;
      return given === name ? null : `${given}, wanted ${name}: ${text}`;
    },
  },
  {
    name: "words that were not said",
    tryOne: async (random) => {
      const { words, paragraphs } = toNews(random);
      const text = `${paragraphs[0]}\n\n${pick(random, DENIALS)(toName(random), words)}\n\n${paragraphs[2]}`;
      const named = findQuotes(text, { language: "en" }).find((quote) => quote.speaker !== null);
      return named === undefined ? null : `${named.speaker?.name}: ${text}`;
    },
  },
  {
    name: "every quote verbatim",
    tryOne: async (random) => {
      const { words, paragraphs } = toNews(random);
      const name = toName(random);
      const text = [
        paragraphs[0],
        pick(random, CLAUSES)(name, words),
        `The people of ${toTown(random)} cheered.`,
        paragraphs[3],
      ].join("\n\n");
      const wrong = findQuotes(text, { language: "en" }).find(
        (quote) => text.slice(quote.start, quote.end) !== quote.text,
      );
      return wrong === undefined ? null : `${wrong.text}: ${text}`;
    },
  },
];
