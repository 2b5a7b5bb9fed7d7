/** Reads JSON from strangers: nesting is measured before anything is built of it. */

/** Feeds, files of /export and pages' structured data nest a handful of levels. */
export const JSON_DEPTH_MAX = 64;

const QUOTATION = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** Where the string that begins here ends; the text's end when nothing closes it. Long ones are skipped, not walked. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** True when brackets outside strings nest deeper than the limit. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTATION) index = endOfString(text, index);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
      if (depth > JSON_DEPTH_MAX) return true;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) depth -= 1;
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
