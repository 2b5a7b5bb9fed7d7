/** Words people ask with who type no command, in each language the bot speaks: "who said what about the harbor?". */

import type { Language } from "../domain/say.ts";
import { GERMANIC } from "./plain-words/germanic.ts";
import { OTHERS } from "./plain-words/others.ts";
import { ROMANCE } from "./plain-words/romance.ts";
import type { PlainWords } from "./plain-words/words.ts";

export type { PlainWords };

export const PLAIN_WORDS: Readonly<Record<Language, PlainWords>> = { ...GERMANIC, ...ROMANCE, ...OTHERS };
