/** What papers of many languages call their sections, by topic and by form: read once, checked as all data here is. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { foldWords } from "../../../domain/fold.ts";

const sections = z.record(z.string(), z.array(z.string().min(1)).min(1));

const toKey = (name: string): string => foldWords(name.replaceAll("&", " and ")).join(" ");

type File = "section-words.json" | "form-words.json";
const known = new Map<File, ReadonlyMap<string, string>>();

function readSections(file: File): ReadonlyMap<string, string> {
  const url = new URL(`./${file}`, import.meta.url);
  const lists = sections.parse(JSON.parse(readFileSync(url, "utf8")));
  return new Map(Object.entries(lists).flatMap(([topic, names]) => names.map((name) => [toKey(name), topic] as const)));
}

function find(name: string, file: File): string | null {
  const words = known.get(file) ?? readSections(file);
  known.set(file, words);
  return words.get(toKey(name)) ?? null;
}

/** The topic a section of this name is about, in whatever language; null when it is not known. */
export const findSectionTopic = (name: string): string | null => find(name, "section-words.json");

const FORMS = ["opinion", "review", "satire", "humor", "release", "paid"] as const;

/** What stands in a section of this name: somebody's opinion, a review, what is not meant to be believed, what a house tells of itself or paid for; null for news and all else. */
export function findSectionForm(name: string): (typeof FORMS)[number] | null {
  const form = find(name, "form-words.json");
  return FORMS.find((known) => known === form) ?? null;
}
