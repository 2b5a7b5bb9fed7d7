/** A pronoun at the head that the sentence's own subject explains: "In her first speech, Mara Hale said". */

import { findLanguage } from "../../languages/index.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import type { Names } from "./full-names.ts";

/** The subject stands near: "In her letter, Olympic boxer and mother of two Mara Hale asks". */
const SUBJECT_LENGTH_MAX = 70;
const CAPITALS = /(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}’'-]*\p{L}(?: \p{Lu}[\p{L}’'-]*\p{L})*/gu;

/** Whether the phrase with a pronoun that opens the sentence is about the person that follows it, named and of that gender. */
export function isOwnPhraseLed(text: string, { language, people }: Names): boolean {
  const { naming, speech } = findLanguage(language);
  const match = naming?.ownPhrase?.exec(text) ?? null;
  if (naming === null || match === null) return false;
  const gender = match.groups?.["male"] === undefined ? "female" : "male";
  const rest = text.slice(match[0].length, match[0].length + SUBJECT_LENGTH_MAX);
  for (const { 0: chain, index } of rest.matchAll(CAPITALS)) {
    const named = chain.replace(naming.possessive, "");
    // "Hale's brother" is somebody else, and so is whoever stands behind a comma.
    if (named !== chain || rest.slice(0, index).includes(",")) return false;
    const person = people.byLast.get(named.slice(named.lastIndexOf(" ") + 1));
    const isSure = person !== undefined && (person.gender !== "unsure" || !named.includes(" "));
    if (isSure) return person.gender === gender && person.name.endsWith(named);
    if (!named.includes(" ")) continue;
    const known = findNameGender((named.split(" ")[0] ?? "").toLowerCase());
    const role = rest.slice(0, index).trimEnd().split(" ").at(-1) ?? "";
    // A first name that nobody lists is a person's behind a role: "architect Ylvo Venn".
    if (known === gender || (known === null && speech?.roles.has(role) === true)) return true;
  }
  return false;
}
