/** Knows the sentences in which a site asks something of its reader or speaks of its rights, in the languages served. */

import { listSiteLines } from "../../languages/index.ts";
import { toGroupedFinder } from "../../languages/shared/word-pattern.ts";

const LENGTH_MAX = 280;
/** Somebody's words are the article's, whatever they ask for. */
const QUOTED = /["“”„«»「『]/u;

const ASKS = toGroupedFinder(listSiteLines(({ asks }) => asks));

/** A whole line that asks the reader for something, or says whose the text is: never a sentence of the article. */
export const isAsk = (line: string): boolean => line.length <= LENGTH_MAX && !QUOTED.test(line) && ASKS.test(line);
