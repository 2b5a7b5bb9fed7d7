/** How posts look: one of those known by name, or a template as it was typed. */

import type { OptionDraft } from "../../domain/option.ts";
import { PRESET_NAMES, type PresetName, TEMPLATE_LENGTH_MAX } from "../../domain/post-template.ts";
import type { Say } from "../../domain/say.ts";
import { isNone } from "../none.ts";
import { text } from "./text.ts";

const LABELS = {
  full: "template.preset.full",
  compact: "template.preset.compact",
  headline: "template.preset.headline",
  quotes: "template.preset.quotes",
  newsletter: "template.preset.newsletter",
} as const satisfies Readonly<Record<PresetName, string>>;

export const namePreset = (name: PresetName, say: Say): string => say(LABELS[name]);

/** Where line breaks cannot be typed, each is written as two signs. */
export const look = (): OptionDraft<string> => ({
  ...text({ lengthMax: 2 * TEMPLATE_LENGTH_MAX }),
  isVerbatim: true,
  complete: async (typed, { say }) => {
    const wanted = typed.trim().toLowerCase();
    const named = PRESET_NAMES.map((name) => ({ label: `${namePreset(name, say)} (${name})`, value: name as string }));
    if (wanted === "") return named;
    const found = named.filter(
      ({ label, value }) => value.startsWith(wanted) || label.toLowerCase().startsWith(wanted),
    );
    return found;
  },
});

/** What people type to have posts as they were. */
const BACK: readonly string[] = ["default", "reset", "standard"];

/** The name of a look that was typed, in the bot's words or in the reader's; null for a template. */
export function findTypedPreset(typed: string, say: Say): PresetName | null {
  const wanted = typed.trim().toLowerCase();
  if (isNone(typed) || BACK.includes(wanted)) return "full";
  return PRESET_NAMES.find((name) => name === wanted || namePreset(name, say).toLowerCase() === wanted) ?? null;
}
