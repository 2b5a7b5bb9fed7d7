/** Makes somebody or something of all that an article calls by one name: the fullest form, gender, role, kind. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";
import {
  type Form,
  isCalledHouse,
  isKnownPlace,
  isOrganization,
  isPersonHere,
  isPlace,
  isThing,
  reports,
} from "./evidence.ts";
import { nameStart } from "./name-forms.ts";
import { mostTelling, type Role } from "./roles/role-worth.ts";
import { roleBeside } from "./roles/roles.ts";

export interface Person {
  readonly name: string;
  /** First and last name words in lower case. */
  readonly first: string;
  readonly last: string;
  readonly gender: Gender;
  readonly role: string | null;
  /** All that the article calls them beside the name, the role among it. */
  readonly roles: readonly string[];
  readonly kind: "person" | "organization";
  readonly count: number;
  /** Something in the article speaks for a person of this name. */
  readonly isSure: boolean;
  /** Nothing but a verb that reports does, which a company may have as well. */
  readonly mayBeThing: boolean;
}

/** "the [Moor] administration": the article is another word's. */
const QUALIFIED = classSet("plain", "role", "document", "title");

function isOwned(read: ReadText, form: Form): boolean {
  const mention = read.mentions[form.mention];
  if (mention === undefined || mention.last !== mention.first + 1) return false;
  if (!DETERMINING.has(classAt(read.items, mention.first))) return false;
  return read.speech.stacksNouns && QUALIFIED.has(classAt(read.items, mention.last + 1));
}

/** "Cardinal [Ada Moor]"; "the nonprofit [Moor Visions]" is none. */
function isTitled(read: ReadText, { mention }: Form): boolean {
  const first = read.mentions[mention]?.first ?? 0;
  return classAt(read.items, first - 1) === "title" || classAt(read.items, first) === "title";
}

const ADJECTIVES = classSet("plain", "ed", "ing", "ly");
const ADJECTIVES_MAX = 2;

/** "a stunning [Ada Wrap Dress]": one of a kind, which is called after somebody. */
function isIntroduced(read: ReadText, { mention }: Form): boolean {
  const first = read.mentions[mention]?.first ?? 0;
  if (read.clauses !== null || !read.speech.stacksNouns) return false;
  for (let at = first; first - at <= ADJECTIVES_MAX + 1; at--) {
    if (read.speech.indefiniteArticles.has(read.items[at]?.word ?? "")) return true;
    if (at < first && !ADJECTIVES.has(classAt(read.items, at))) return false;
  }
  return false;
}

const isCalled = (read: ReadText, index: number): boolean => {
  const mention = read.mentions[index];
  return mention !== undefined && isCalledHouse(read, mention);
};

export function toPerson(read: ReadText, forms: readonly Form[]): Person | null {
  const own = forms.filter((form) => !isOwned(read, form));
  const longest = (own.length === 0 ? forms : own).reduce((best, form) =>
    form.words.length > best.words.length ? form : best,
  );
  const mention = read.mentions[longest.mention];
  if (mention === undefined) return null;
  const gender = forms.find((form) => form.gender === "male" || form.gender === "female")?.gender ?? "unsure";
  const known = gender === "male" || gender === "female";
  const told = forms.flatMap((form): Role | [] => {
    const found = read.mentions[form.mention];
    return (found === undefined ? null : roleBeside(read, found, nameStart(read, found))) ?? [];
  });
  const role = mostTelling(read, told);
  const roles = told.map(({ text }) => text);
  const isOneOfMany = forms.every((form) => isIntroduced(read, form) && !reports(read, form.mention));
  const organization =
    isOrganization(read, mention, gender, longest.words) ||
    isOneOfMany ||
    (forms.some((form) => isThing(read, read.mentions[form.mention])) && !forms.some((form) => isTitled(read, form))) ||
    (gender === "unsure" && forms.some(({ mention: at }) => isCalled(read, at))) ||
    (gender === "unsure" && (isPlace(read, forms) || isKnownPlace(read, forms)));
  const isPerson = !organization && (known || role !== null || forms.some((form) => isPersonHere(read, form)));
  return {
    name: longest.text,
    first: longest.words[0] ?? "",
    last: longest.words.at(-1) ?? "",
    gender: organization ? "neuter" : gender,
    // "According to the Tidings, a reader of Varen wrote": what stands beside a house is somebody else.
    role: organization ? null : (role?.text ?? null),
    roles,
    kind: organization ? "organization" : "person",
    count: forms.length,
    isSure: isPerson || (!organization && forms.some((form) => reports(read, form.mention))),
    mayBeThing: !organization && !isPerson && !read.speech.roles.has(longest.words.at(-1) ?? ""),
  };
}
