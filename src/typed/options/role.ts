/** A group of people of the server who can be told; offered only where a platform has such. */

import type { OptionDraft } from "../../domain/option.ts";
import { countWord } from "./count-parts.ts";

const ROLE_LENGTH_MAX = 100;

export const role = (settings: { readonly description?: string } = {}): OptionDraft<string> => ({
  ...settings,
  field: { type: "role" },
  complete: null,
  countParts: countWord,
  read: (raw) => String(raw).toWellFormed().trim().slice(0, ROLE_LENGTH_MAX),
});
