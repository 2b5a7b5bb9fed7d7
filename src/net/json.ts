/** Reads JSON from strangers: nesting is measured before anything is built of it. */

/** Feeds, files of /export and pages' structured data nest a handful of levels. */
export const JSON_DEPTH_MAX = 64;

const QUOTATION = 34;
const BACKSLASH = 92;
const OPENERS: ReadonlySet<number> = new Set([91, 123]);
const CLOSERS: ReadonlySet<number> = new Set([93, 125]);

/** True when brackets outside strings nest deeper than the limit. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (isInString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTATION) isInString = false;
    } else if (code === QUOTATION) isInString = true;
    else if (OPENERS.has(code)) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (CLOSERS.has(code)) depth -= 1;
  }
  return false;
}

/** The JSON is sound or not; but it nests deeper than anything we read does. */
export class TooDeepError extends Error {
  constructor() {
    super(`The JSON nests deeper than ${JSON_DEPTH_MAX} levels; a few are expected.`);
    this.name = "TooDeepError";
  }
}

/** Throws TooDeepError, or what JSON.parse throws. */
export function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new TooDeepError();
  return JSON.parse(text) as unknown;
}
