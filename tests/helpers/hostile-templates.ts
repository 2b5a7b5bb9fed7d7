/** Hostile templates: placeholders among pieces that mean something to a platform, as somebody with bad intent would write them. */

import { completeTemplate, findTemplate, PLACEHOLDERS, type PostTemplate } from "../../src/domain/post-template.ts";
import { makeHostileTexts } from "./hostile.ts";

const BRACED = PLACEHOLDERS.filter((part) => part !== "picture" && part !== "buttons").map((part) => `{${part}}`);

/** Each placeholder once: pieces are drawn first, and what stands twice is left out. */
export function makeHostileTemplates(pieces: readonly string[], count: number, seed: number): readonly PostTemplate[] {
  const texts = makeHostileTexts([...pieces, ...BRACED, ...BRACED, ...BRACED, ...BRACED, "\n"], count * 3, seed);
  const templates = texts.flatMap((text): PostTemplate[] => {
    const seen = new Set<string>();
    const once = text.slice(0, 560).replace(/\{[a-z]+\}/g, (part) => {
      if (seen.has(part)) return "";
      seen.add(part);
      return part;
    });
    const found = findTemplate(seen.size === 0 ? `${once}{headline}` : once);
    return found === null ? [] : [completeTemplate(found)];
  });
  return templates.slice(0, count);
}
