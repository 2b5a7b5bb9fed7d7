/** An outlet's name as Discord takes it for the sender of a webhook's message: never refused, never somebody else's. */

import { cleanLine } from "../markdown.ts";
import { toHost } from "../post-text.ts";

/** Discord counts characters; this counts no fewer. */
const NAME_LENGTH_MAX = 80;
const OWN_NAME = "News";

/** Discord refuses names with these words in them, however they are written; a hyphen leaves them readable. */
function partWords(name: string): string {
  return name.replace(/(dis)(cord)/gi, "$1-$2").replace(/(cl)(yde)/gi, "$1-$2");
}

/** Letters that only look different (full width, circled) would come back as the plain ones. */
function toPlainLetters(name: string): string {
  const plain = name.normalize("NFKC");
  return /discord|clyde/i.test(plain) ? plain : name.normalize("NFC");
}

/** No half of a pair of surrogates, and no space left at the end. */
const cut = (name: string): string =>
  name.length <= NAME_LENGTH_MAX
    ? name
    : `${name
        .slice(0, NAME_LENGTH_MAX - 1)
        .toWellFormed()
        .replace(/[\s\uFFFD]+$/u, "")}…`;

/** Null when nothing of it can be shown. */
function clean(text: string): string | null {
  const visible = cleanLine(text).replace(/[@#:]|```|\p{Cf}/gu, " ");
  const name = cut(partWords(toPlainLetters(visible)).replace(/\s+/g, " ").trim());
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  return /^(?:everyone|here)$/i.test(name) ? `${name}.` : name;
}

/** The outlet's name, else the host of its page. */
export const toSenderName = (outlet: string, pageUrl: string): string =>
  clean(outlet) ?? clean(toHost(pageUrl)) ?? OWN_NAME;
