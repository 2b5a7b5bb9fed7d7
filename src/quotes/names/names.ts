/** Groups an article's names by who they name: the fullest form, gender, role, and whether it is a person. */

import type { Gender } from "../../languages/language.ts";
import { classAt, classSet, DETERMINING, type Mention, VERBAL } from "../../languages/reading.ts";
import { isDefinite, type ReadText } from "../reading/read-text.ts";
import { toBaseForms } from "./base-forms.ts";
import {
  type Form,
  genderOf,
  isFirstName,
  isKnownPlace,
  isOrganization,
  isPersonHere,
  isPlace,
  isThing,
  OFFICES,
} from "./evidence.ts";
import { type Role, roleBeside } from "./roles.ts";

export interface Person {
  readonly name: string;
  /** First and last name words in lower case. */
  readonly first: string;
  readonly last: string;
  readonly gender: Gender;
  readonly role: string | null;
  readonly kind: "person" | "organization";
  readonly count: number;
  /** Something in the article speaks for a person of this name. */
  readonly isSure: boolean;
}

export interface Names {
  /** Mention index -> person; null for what is no name. */
  find(mention: number): Person | null;
  /** Everybody and everything named up to a mention, each once, first named first. */
  namedBefore(mention: number): readonly Person[];
  /** The person whose role a phrase like "the minister" repeats; null when none or several fit. */
  findByRole(mention: number): Person | null;
}

const FORMS_MAX = 400;
/** Words of these classes begin sentences before a name: "As Ada Moor". */
const STARTERS = classSet("stop", "break", "quotation", "colon", "open", "dash");
/** Before "a senator": it says what somebody named is. */
const NAMED_BESIDE = classSet("comma", "dash", "auxiliary", "open");
const ABBREVIATED = /^(?:\p{L}\.){2,}$/u;

/** Where the name itself begins, behind titles and offices: "Coast Council Chairman [Ivar Hale]". */
function nameStart(read: ReadText, mention: Mention): number {
  const { titles, roles, notBeforeSurname, officeJoiners, stacksNouns, firstNames } = read.speech;
  let start = mention.first;
  while (start < mention.last && DETERMINING.has(classAt(read.items, start))) start++;
  // "Queen Ana Hospital" is no queen.
  if (stacksNouns && read.speech.organizationWords.has(read.items[mention.last]?.word ?? "")) return start;
  for (let index = start; index < mention.last; index++) {
    const word = read.items[index]?.word ?? "";
    // A compound is in no list, but its class says what it is: „[Hafenmeister] Hale“.
    if (!titles.has(word) && !roles.has(word) && !OFFICES.has(classAt(read.items, index))) continue;
    if (index + 1 === mention.last && notBeforeSurname.has(word)) continue;
    // "Bank of Varen" is no Varen.
    if (officeJoiners.has(read.items[index + 1]?.word ?? "")) return start;
    start = index + 1;
  }
  if (stacksNouns) return isBeforeName(read, start, mention.last) ? start + 1 : start;
  // „ministre des Ports Claire Delvaux“: an office runs into the name, which a first name opens.
  for (let index = start + 1; index < mention.last; index++) {
    const isFirst = (word: string): boolean =>
      firstNames.has(word) || (read.speech.lacksArticles && isFirstName(read, word));
    if (isFirst(read.items[index]?.word ?? "") && !isFirst(read.items[start]?.word ?? "")) return index;
  }
  while (mention.last - start >= 2 && read.speech.isCalling(read.items[start]?.word ?? "", read.speech)) start++;
  return start;
}

/** "[Newlyweds] Tom Leese", "[As] Ada Moor", "the [E.U.] Ada Moor": a word that a first name and a last name follow. */
function isBeforeName(read: ReadText, start: number, last: number): boolean {
  const word = read.items[start]?.word ?? "";
  if (last - start < 2 || isFirstName(read, word) || !isFirstName(read, read.items[start + 1]?.word ?? ""))
    return false;
  return STARTERS.has(classAt(read.items, start - 1)) || ABBREVIATED.test(word);
}

/** Items of the name itself. */
function nameItems(read: ReadText, mention: Mention): readonly number[] {
  const start = nameStart(read, mention);
  // A nickname between marks is no part of the name proper.
  return Array.from({ length: mention.last - start + 1 }, (_, index) => start + index).filter(
    (index) => classAt(read.items, index) !== "quotation" || start === mention.last,
  );
}

/** A headline in capitals is no name: "Moor Says Bridge Will Open". */
function isHeadlineChain(read: ReadText, mention: Mention): boolean {
  if (read.items[mention.first]?.paragraph !== 0) return false;
  return read.items
    .slice(mention.first + 1, mention.last + 1)
    .some(({ word }) => VERBAL.has(read.speech.words.get(word)?.class ?? "sign"));
}

const isOffice = ({ speech }: ReadText, word: string): boolean =>
  !speech.organizationWords.has(word) && (speech.titles.has(word) || speech.roles.has(word));

function toForm(read: ReadText, index: number): Form | null {
  const mention = read.mentions[index];
  if (mention?.kind !== "name" || isHeadlineChain(read, mention)) return null;
  const items = nameItems(read, mention);
  // "Solicitor General" is an office without a name.
  if (
    classAt(read.items, mention.last + 1) === "preposition" &&
    items.every((each) => isOffice(read, read.items[each]?.word ?? ""))
  )
    return null;
  // "May" and "Following" begin sentences and are nobody.
  const only = read.items[mention.first];
  if (mention.first === mention.last && only !== undefined) {
    if (
      read.speech.words.has(only.word) ||
      (read.speech.noName.test(only.word) && classAt(read.items, mention.last + 1) !== "reporting")
    )
      return null;
  }
  const all = items.map((each) => read.items[each]?.word ?? "");
  if (all.length === 1 && (all[0] ?? "").length === 1 && /\p{L}/u.test(all[0] ?? "") && !read.speech.isCaseless)
    return null;
  // „Van den Moor“ is the last name of „Ada van den Moor“.
  const opening = all.findIndex((word) => !read.speech.nameParticles.has(word));
  const words = opening > 0 ? all.slice(opening) : all;
  const text = textOf(read, items) + suffixOf(read, mention.last);
  return { mention: index, words, text, gender: genderOf(read, mention, words.length > 1 ? (words[0] ?? "") : "") };
}

/** " III", ", Jr.": what stands behind a name and belongs to it; empty when nothing does. */
function suffixOf(read: ReadText, last: number): string {
  const at = classAt(read.items, last + 1) === "comma" ? last + 2 : last + 1;
  const suffix = read.items[at];
  if (suffix === undefined || !suffix.isUpper || !read.speech.suffixes.has(suffix.word)) return "";
  return read.text.slice(read.items[last]?.end ?? 0, suffix.end);
}

/** The text of items that follow one another but for a nickname, with single spaces. */
function textOf(read: ReadText, items: readonly number[]): string {
  const parts: string[] = [];
  let from = items[0] ?? 0;
  items.forEach((item, index) => {
    if (items[index + 1] === item + 1) return;
    parts.push(read.text.slice(read.items[from]?.start ?? 0, read.items[item]?.end ?? 0));
    from = items[index + 1] ?? from;
  });
  return parts.join(" ").replace(/\s+/g, " ");
}

function toPerson(read: ReadText, forms: readonly Form[]): Person | null {
  const longest = forms.reduce((best, form) => (form.words.length > best.words.length ? form : best));
  const mention = read.mentions[longest.mention];
  if (mention === undefined) return null;
  const gender = forms.find((form) => form.gender === "male" || form.gender === "female")?.gender ?? "unsure";
  const known = gender === "male" || gender === "female";
  // Of all roles the most telling, of equal ones the first.
  let role: Role | null = null;
  for (const form of forms) {
    const found = read.mentions[form.mention];
    const beside = found === undefined ? null : roleBeside(read, found, nameStart(read, found));
    if (beside !== null && beside.worth > (role?.worth ?? 0)) role = beside;
  }
  const organization =
    isOrganization(read, mention, gender, longest.words) ||
    forms.some((form) => isThing(read, read.mentions[form.mention])) ||
    (gender === "unsure" && (isPlace(read, forms) || isKnownPlace(read, forms)));
  return {
    name: longest.text,
    first: longest.words[0] ?? "",
    last: longest.words.at(-1) ?? "",
    gender: organization ? "neuter" : gender,
    role: role?.text ?? null,
    kind: organization ? "organization" : "person",
    count: forms.length,
    isSure: !organization && (known || role !== null || forms.some((form) => isPersonHere(read, form))),
  };
}

const clash = (one: Gender, two: Gender): boolean => one !== two && one !== "unsure" && two !== "unsure";

/** Whether a short form may stand for a full one: same last word, or the first name alone. */
function fits(short: Form, full: Form): boolean {
  if (clash(short.gender, full.gender)) return false;
  if (short.words.length === 1)
    return full.words.at(-1) === short.words[0] || (full.words.length > 1 && full.words[0] === short.words[0]);
  return full.words.at(-1) === short.words.at(-1) && full.words[0] === short.words[0];
}

interface FullForm {
  readonly form: Form;
  readonly count: number;
}

/** Full names by their first and by their last word, each form once with how often it stands. */
function indexFulls(forms: readonly Form[]): ReadonlyMap<string, readonly FullForm[]> {
  const distinct = new Map<string, { form: Form; count: number }>();
  for (const form of forms) {
    if (form.words.length < 2) continue;
    const key = `${nameKey(form)} ${form.gender}`;
    const known = distinct.get(key);
    if (known === undefined) distinct.set(key, { form, count: 1 });
    else known.count++;
  }
  const found = new Map<string, FullForm[]>();
  for (const full of distinct.values()) {
    for (const word of new Set([full.form.words[0] ?? "", full.form.words.at(-1) ?? ""])) {
      const list = found.get(word);
      if (list === undefined) found.set(word, [full]);
      else list.push(full);
    }
  }
  return found;
}

/** Heads of phrases like "a senator" that name nobody -> the first such mention: "the senator" behind it takes it up. */
function findIntroduced(read: ReadText): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  read.mentions.forEach((mention, index) => {
    const head = read.items[mention.last]?.word ?? "";
    if (mention.kind === "name" || found.has(head)) return;
    if (!read.speech.indefiniteArticles.has(read.items[mention.first]?.word ?? "")) return;
    // "Ada Moor, a senator", "a senator, Ada Moor": whoever is named beside it.
    const isBeside =
      NAMED_BESIDE.has(classAt(read.items, mention.first - 1)) || classAt(read.items, mention.last + 1) === "comma";
    if (!isBeside) found.set(head, index);
  });
  return found;
}

export function findNames(read: ReadText): Names {
  const printed = read.mentions.flatMap((_, index) => toForm(read, index) ?? []).slice(0, FORMS_MAX);
  const forms = toBaseForms(printed, read.speech.nameEndings);
  const fulls = indexFulls(forms);
  const groups = new Map<string, Form[]>();
  const groupOf = new Map<number, string>();
  for (const form of forms) {
    let key = form.words.join(" ");
    if (form.words.length === 1) {
      const fitting = new Map<string, number>();
      for (const { form: full, count } of fulls.get(form.words[0] ?? "") ?? []) {
        if (fits(form, full)) fitting.set(nameKey(full), (fitting.get(nameKey(full)) ?? 0) + count);
      }
      const ordered = [...fitting].sort((a, b) => b[1] - a[1]);
      // Two people of one name: only one clearly named more often may take the short form.
      if (ordered[0] !== undefined && (ordered[1] === undefined || ordered[0][1] >= 2 * ordered[1][1]))
        key = ordered[0][0];
    } else key = nameKey(form);
    groupOf.set(form.mention, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [form]);
    else group.push(form);
  }
  const byRole = new Map<string, Person | null>();
  let introduced: ReadonlyMap<string, number> | null = null;
  const people = new Map<string, Person | null>();
  const personOf = (key: string): Person | null => {
    const known = people.get(key);
    if (known !== undefined) return known;
    const group = groups.get(key) ?? [];
    const person = group.length === 0 ? null : toPerson(read, group);
    people.set(key, person);
    return person;
  };
  const findOnly = (head: string): Person | null => {
    const fitting = [...groups.keys()].map(personOf).filter((person) => {
      const words = person?.role?.toLowerCase().split(/[\s,]+/) ?? [];
      return person?.kind === "person" && words.includes(head);
    });
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
  return {
    find(mention) {
      const key = groupOf.get(mention);
      return key === undefined ? null : personOf(key);
    },
    namedBefore(mention) {
      const found = new Set<Person>();
      for (const [index, key] of groupOf) {
        const person = index < mention ? personOf(key) : null;
        if (person !== null) found.add(person);
      }
      return [...found];
    },
    findByRole(mention) {
      const found = read.mentions[mention];
      const head = read.items[found?.last ?? -1]?.word ?? "";
      if (found === undefined || head === "" || !isDefinite(read, found)) return null;
      const known = byRole.get(head);
      const only = known === undefined ? findOnly(head) : known;
      byRole.set(head, only);
      if (only === null) return null;
      introduced ??= findIntroduced(read);
      return (introduced.get(head) ?? mention) < mention ? null : only;
    },
  };
}

/** First and last word: middle names and initials do not part two forms. */
function nameKey(form: Form): string {
  return `${form.words[0] ?? ""} ${form.words.at(-1) ?? ""}`;
}
