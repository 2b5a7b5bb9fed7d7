/** Words to search by: marks around a phrase stay, for they mean something. */

import type { OptionDraft } from "../../domain/option.ts";
import { type TextSettings, text } from "./text.ts";

export const words = (settings: TextSettings = {}): OptionDraft<string> => ({ ...text(settings), isQuery: true });
