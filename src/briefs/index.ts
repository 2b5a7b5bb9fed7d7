/** The table of summarizers, by hand: a new one is one file and one line. */

import type { Summarizer } from "../domain/article.ts";
import { createExtractiveSummarizer } from "./extractive/summarize.ts";
import { createModelSummarizer } from "./model/openai-summarizer.ts";

export interface SummarizerSettings {
  readonly modelUrl: string | null;
  readonly modelName: string | null;
  readonly modelKey: string | null;
  readonly onFallback?: (reason: string) => void;
}

const SUMMARIZERS = {
  extractive: () => createExtractiveSummarizer(),
  model: ({ modelUrl, modelName, modelKey, onFallback }: SummarizerSettings) => {
    if (modelUrl === null || modelName === null)
      throw new Error("The model summarizer needs MODEL_URL and MODEL_NAME.");
    return createModelSummarizer({
      url: modelUrl,
      name: modelName,
      key: modelKey,
      ...(onFallback === undefined ? {} : { onFallback }),
    });
  },
} as const satisfies Readonly<Record<string, (settings: SummarizerSettings) => Summarizer>>;

export type SummarizerName = keyof typeof SUMMARIZERS;

/** Throws when the settings lack what the summarizer needs. */
export function createSummarizer(name: SummarizerName, settings: SummarizerSettings): Summarizer {
  return SUMMARIZERS[name](settings);
}
