/** The table of summarizers, by hand: a new one is one file and one line. */

import type { Summarizer } from "../domain/article.ts";
import { createExtractiveSummarizer } from "./extractive.ts";

export interface SummarizerSettings {
  readonly modelUrl: string | null;
  readonly modelName: string | null;
  readonly modelKey: string | null;
  readonly onFallback?: (reason: string) => void;
}

const SUMMARIZERS = {
  extractive: (_settings: SummarizerSettings): Summarizer => createExtractiveSummarizer(),
} as const;

export type SummarizerName = "extractive" | "model";

export function createSummarizer(name: SummarizerName, settings: SummarizerSettings): Summarizer {
  return SUMMARIZERS[name === "model" ? "extractive" : name](settings);
}
