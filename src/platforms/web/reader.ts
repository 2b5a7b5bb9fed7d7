/** Which language the person at the page reads: what the browser asks for first and the bot speaks. */

import type { IncomingMessage } from "node:http";
import { findLanguage } from "../../messages/languages.ts";

const HEADER_LENGTH_MAX = 500;

/** `de` of `tlh, de-AT;q=0.9, en;q=0.8`; null when the browser names no language the bot speaks. */
export function readLocale(request: IncomingMessage): string | null {
  const header = (request.headers["accept-language"] ?? "").slice(0, HEADER_LENGTH_MAX);
  const wished = header.split(",").map((each) => {
    const [tag = "", weight = "q=1"] = each.split(";").map((part) => part.trim());
    const value = Number(/^q=(\d(?:\.\d{1,3})?)$/.exec(weight)?.[1] ?? "0");
    return { language: findLanguage(tag), value };
  });
  const [best] = wished
    .filter(({ language, value }) => language !== null && value > 0)
    .sort((a, b) => b.value - a.value);
  return best?.language ?? null;
}
