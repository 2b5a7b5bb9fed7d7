/** What papers of many languages call their sections, by topic: read once, checked as all data here is. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { foldWords } from "../../../domain/fold.ts";

const sections = z.record(z.string(), z.array(z.string().min(1)).min(1));

const toKey = (name: string): string => foldWords(name.replaceAll("&", " and ")).join(" ");

let known: ReadonlyMap<string, string> | null = null;

function readSections(): ReadonlyMap<string, string> {
  const url = new URL("./section-words.json", import.meta.url);
  const lists = sections.parse(JSON.parse(readFileSync(url, "utf8")));
  return new Map(Object.entries(lists).flatMap(([topic, names]) => names.map((name) => [toKey(name), topic] as const)));
}

/** The topic a section of this name is about, in whatever language; null when it is not known. */
export function findSectionTopic(name: string): string | null {
  known ??= readSections();
  return known.get(toKey(name)) ?? null;
}
