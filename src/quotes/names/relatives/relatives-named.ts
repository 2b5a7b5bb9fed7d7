/** Whom a last name alone means behind "His brother Tim": the relative, who is called by it too, or the one told of. */

import { classAt, DETERMINING, type Mention, REPORTING_VERBS } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { nameStart } from "../name-forms.ts";
import type { Names } from "../names.ts";
import type { Person } from "../person.ts";

/** Whose words stand in an article: no child. */
const GROWN_UP = 16;
/** Words from the sentence's beginning to the relative's name: "Hale's younger twin brother, Tim". */
const OPENING_ITEMS_MAX = 6;
/** Paragraphs that a relative is still remembered for. */
const NEAR_PARAGRAPHS = 2;

interface Relative {
  readonly mention: number;
  /** Called like this one as well, or not: whoever was named last before. */
  readonly of: Person;
}

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";

/** "His brother [Tim]", "Hale's wife, [Ada]," where the sentence begins; what opens it, or -1. */
function findOpening(read: ReadText, mention: Mention): number {
  const { items, speech } = read;
  const first = nameStart(read, mention);
  if (first !== mention.last || !isFirstName(read, wordAt(read, first))) return -1;
  const kin = classAt(items, first - 1) === "comma" ? first - 2 : first - 1;
  if (!speech.kinRoles.has(wordAt(read, kin))) return -1;
  let start = kin;
  while (items[start - 1]?.sentence === items[kin]?.sentence && kin - start < OPENING_ITEMS_MAX) {
    if (["break", "stop", "quotation"].includes(classAt(items, start - 1) ?? "")) break;
    start--;
  }
  const words = items.slice(start, kin);
  // "her late husband, Ole"
  if (words.some(({ word }) => speech.pastOffices.has(word))) return -1;
  const isOwned = DETERMINING.has(classAt(items, start)) || words.some((item) => item.class === "possessive");
  return isOwned && kin - start < OPENING_ITEMS_MAX ? start : -1;
}

/** "his son Tim, 9,": whom nobody calls by the last name. */
function isChild(read: ReadText, { last }: Mention): boolean {
  const age = Number(wordAt(read, last + 2));
  return classAt(read.items, last + 1) === "comma" && age > 0 && age < GROWN_UP;
}

function findRelatives(read: ReadText, names: Names): readonly Relative[] {
  const found: Relative[] = [];
  if (read.speech.kinRoles.size === 0) return found;
  let told: Person | null = null;
  read.mentions.forEach((mention, index) => {
    if (mention.kind !== "name") return;
    const person = names.find(index);
    const isKin = findOpening(read, mention) >= 0;
    // "His brother Tim" of whom another last name is told is no other Hale.
    const isBare = person === null || !person.name.includes(" ");
    if (isKin && isBare && told !== null && !isChild(read, mention)) found.push({ mention: index, of: told });
    else if (!isKin && person?.kind === "person" && person.name.includes(" ")) told = person;
  });
  return found;
}

/** Asked with a name's mention: whether it may be a relative's as well as that of whom the article tells. */
export function createKinDoubt(read: ReadText, names: Names): (mention: number) => boolean {
  let relatives: readonly Relative[] | null = null;
  const paragraphOf = (index: number): number => read.items[read.mentions[index]?.last ?? -1]?.paragraph ?? 0;
  const isReporter = (index: number): boolean =>
    (read.linksOf.get(index) ?? []).some(({ verb }) => REPORTING_VERBS.has(classAt(read.items, verb)));
  return (index) => {
    const mention = read.mentions[index];
    if (mention === undefined || nameStart(read, mention) !== mention.last) return false;
    // "Mayor Hale", "Ms Hale"
    if (mention.first !== mention.last || classAt(read.items, mention.first - 1) === "title") return false;
    const person = names.find(index);
    if (person === null || person.last !== wordAt(read, mention.last) || person.first === person.last) return false;
    relatives ??= findRelatives(read, names);
    const relative = relatives.findLast(({ mention: at }) => at < index);
    if (relative === undefined || relative.of !== person) return false;
    if (paragraphOf(index) - paragraphOf(relative.mention) > NEAR_PARAGRAPHS) return false;
    for (let at = relative.mention + 1; at < index; at++)
      if (names.find(at) === person && !isReporter(at)) return false;
    return true;
  };
}
