/** Reads our own articles with lies and faithful paraphrases of them, each marked as tuned on or held apart. */

import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";

const FOLDER = new URL("../fixtures/claims/", import.meta.url);
const claimsByKind = z.record(z.string(), z.array(z.string().min(1)));
const fileSchema = z.strictObject({
  language: z.string(),
  title: z.string(),
  text: z.string(),
  lies: claimsByKind,
  faithful: claimsByKind,
});

export interface Claim {
  readonly kind: string;
  readonly text: string;
  readonly isFaithful: boolean;
  /** Kept apart: nobody looks at these while the check is tuned. */
  readonly isHeld: boolean;
  readonly article: { readonly title: string; readonly text: string; readonly language: string };
}

/** The split was made before the check was written and stays: it hangs on the claim alone. */
const isHeld = (kind: string, text: string): boolean =>
  ((createHash("sha256").update(`${kind}\n${text}`).digest()[0] ?? 0) & 1) === 1;

/** "apart": written later and looser, as a model writes; nothing is tuned on them; nor on "unseen". "freer": such ones, of which half were; "joined" too. */
export function readClaims(room: "" | "apart" | "unseen" | "freer" | "joined" = ""): readonly Claim[] {
  const folder = room === "" ? FOLDER : new URL(`${room}/`, FOLDER);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const file = fileSchema.parse(JSON.parse(readFileSync(new URL(name, folder), "utf8")));
      const article = { title: file.title, text: file.text, language: file.language };
      const toClaims = (list: Readonly<Record<string, readonly string[]>>, isFaithful: boolean): Claim[] =>
        Object.entries(list).flatMap(([kind, texts]) =>
          texts.map((text) => ({ kind, text, isFaithful, isHeld: isHeld(kind, text), article })),
        );
      return [...toClaims(file.lies, false), ...toClaims(file.faithful, true)];
    });
}
