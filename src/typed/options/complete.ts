/** What kinds of option share when they complete what is being typed. */

import { fold } from "../../domain/fold.ts";
import type { Complete } from "../../domain/option.ts";
import type { Choice } from "../../domain/platform.ts";

/** More is shown by no platform. */
export const CHOICES_MAX = 25;
/** What a platform takes as the value of a choice. */
const VALUE_LENGTH_MAX = 100;

/** `Nera Moreau, Ada`: what stands before the last comma stays, and is not offered again. */
export const completeLast =
  (complete: Complete): Complete =>
  async (typed, context) => {
    const parts = typed.split(/[,،]/).map((part) => part.trim());
    const last = parts.pop() ?? "";
    const before = parts.filter((part) => part !== "");
    const isNew = ({ value }: Choice): boolean => !before.some((part) => fold(part) === fold(value));
    return (await complete(last, context))
      .filter(isNew)
      .map(({ label, value }) => ({ label: [...before, label].join(", "), value: [...before, value].join(", ") }))
      .filter(({ value }) => value.length <= VALUE_LENGTH_MAX);
  };
