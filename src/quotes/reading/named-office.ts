/** Finds offices that a name follows at once: what stands before the name is nobody beside it. */

import type { Speech } from "../../languages/language.ts";
import { classAt, type Item } from "../../languages/reading.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";

const NAMED_OFFICE_REACH = 12;

/** Whether the last word of a run of capitals is a last name that the text gives alone, too: "Moor said". */
const isLastName = (items: readonly Item[], at: number): boolean =>
  items.some(({ word }, index) => word === items[at]?.word && index !== at && classAt(items, index - 1) !== "capital");

/**
 * "[Secretary] of State for Harbors Ada Moor said": where the field begins of an office that runs into the name of who
 * holds it, or null. A field of capitals alone ("Minister for Foreign Trade") has no name in it.
 */
export function findNamedField(items: readonly Item[], office: number, speech: Speech): number | null {
  const isOffice = speech.roles.has(items[office]?.word ?? "") || speech.titles.has(items[office]?.word ?? "");
  if (!speech.stacksNouns || !isOffice || items[office]?.isUpper !== true) return null;
  let field = -1;
  for (let index = office + 1; index <= office + NAMED_OFFICE_REACH; index++) {
    const item = items[index];
    if (item === undefined) return null;
    const isTie = speech.officeJoiners.has(item.word) || speech.joiners.has(item.word);
    if (speech.roleComplements.has(item.word) && !speech.officeJoiners.has(item.word)) field = index + 1;
    else if (!item.isUpper && !isTie) return null;
    if (field < 0 || index <= field || item.class !== "capital") continue;
    const isFollowed = classAt(items, index + 1) === "capital";
    if (isFollowed && findNameGender(item.word) !== null) return field;
    if (!isFollowed && index - field >= 2 && classAt(items, index - 2) === "capital" && isLastName(items, index))
      return field;
  }
  return null;
}
