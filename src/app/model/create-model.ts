/** What the optional model does here: it writes summaries, or translates, or nothing; loaded only where it is wanted. */

import { findLanguage } from "../../articles/text-language.ts";
import { createTranslating, type Translating, type TranslatingDependencies } from "../../delivery/translate.ts";
import type { Summarizer } from "../../domain/article.ts";
import type { Settings } from "../settings.ts";
import type { Metrics } from "../watching/metrics.ts";

export interface Model {
  /** Null for the default one, which works where the text is read. */
  readonly summarizer: Summarizer | null;
  /** Null where nothing is translated. */
  readonly translating: Translating | null;
}

type ModelSettings = Pick<
  Settings,
  "summarizer" | "modelUrl" | "modelName" | "modelKey" | "translationsPerDayMax" | "language"
>;

export interface ModelDependencies extends Pick<TranslatingDependencies, "store" | "clock" | "owner" | "log"> {
  readonly metrics: Pick<Metrics, "countFallback" | "countTranslation">;
}

async function openTranslating(
  settings: ModelSettings,
  { metrics, ...others }: ModelDependencies,
): Promise<Translating | null> {
  const { modelUrl: url, modelName: name, modelKey: key, translationsPerDayMax: callsPerDayMax, language } = settings;
  if (url === null || name === null || callsPerDayMax === 0) return null;
  const { createTranslator } = await import("../../briefs/model/translation/translator.ts");
  const translator = createTranslator({ url, name, key, tellLanguage: findLanguage });
  const onTranslated = metrics.countTranslation;
  return createTranslating({ ...others, translator, callsPerDayMax, language, onTranslated });
}

export async function createModel(settings: ModelSettings, dependencies: ModelDependencies): Promise<Model> {
  const { summarizer: wanted, modelUrl, modelName, modelKey } = settings;
  const onFallback = dependencies.metrics.countFallback;
  const summarizer =
    wanted === "extractive"
      ? null
      : (await import("../../briefs/index.ts")).createSummarizer(wanted, { modelUrl, modelName, modelKey, onFallback });
  return { summarizer, translating: await openTranslating(settings, dependencies) };
}
