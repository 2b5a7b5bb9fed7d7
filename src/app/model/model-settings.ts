/** The rows of the table of settings that are about the optional model. */

import { httpUrl, oneOf, optional, type Setting, wholeNumber } from "../setting-kinds.ts";

export const MODEL_TABLE = {
  summarizer: {
    name: "SUMMARIZER",
    fallback: "extractive",
    kind: oneOf("extractive", "model"),
    meaning: "`extractive` (offline) or `model` (an OpenAI-compatible server).",
  },
  modelUrl: {
    name: "MODEL_URL",
    fallback: "",
    kind: httpUrl,
    meaning: "Base URL of the model server, for `SUMMARIZER=model` and for translations (`/translate`).",
  },
  modelName: {
    name: "MODEL_NAME",
    fallback: "",
    kind: optional(/./, "a text"),
    meaning: "Name of the model.",
  },
  modelKey: {
    name: "MODEL_KEY",
    fallback: "",
    kind: optional(/./, "a text"),
    meaning: "Its key, if it wants one.",
    isSecret: true,
  },
  translationsPerDayMax: {
    name: "TRANSLATIONS_PER_DAY",
    fallback: "300",
    kind: wholeNumber(0, 100_000),
    meaning:
      "Calls of the model for translations in 24 hours, 0 to 100000; a brief takes one or two. 0: no translations.",
  },
} as const satisfies Readonly<Record<string, Setting>>;
