/** Groups an article's names by who they name: short forms with the full one, and who is meant by a role. */

import type { Gender } from "../../languages/language.ts";
import { classAt, DETERMINING } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";
import { findBareFirst, findCoupled } from "./bare-names.ts";
import { toBaseForms } from "./base-forms.ts";
import { type Form, isFirstName, isTied } from "./evidence.ts";
import { nameStart, readForms } from "./name-forms.ts";
import { createHolders } from "./office-holders.ts";
import { type Person, toPerson } from "./person.ts";
import { isRoleHead } from "./roles/role-groups.ts";

export interface Names {
  /** Mention index -> person; null for what is no name. */
  find(mention: number): Person | null;
  /** Everybody and everything named up to a mention, each once, first named first. */
  namedBefore(mention: number): readonly Person[];
  /** The person whose role a phrase like "the minister" repeats; null when none or several fit. */
  findByRole(mention: number): Person | null;
}

const clash = (one: Gender, two: Gender): boolean => one !== two && one !== "unsure" && two !== "unsure";

/** Whether a short form may stand for a full one: same last word, or the first name alone. */
function fits(short: Form, full: Form): boolean {
  if (clash(short.gender, full.gender)) return false;
  if (short.words.length === 1)
    return full.words.at(-1) === short.words[0] || (full.words.length > 1 && full.words[0] === short.words[0]);
  return full.words.at(-1) === short.words.at(-1) && full.words[0] === short.words[0];
}

/** "Hawk Moor" where one "Kathleen Hawk Moor" is named: the end of a longer name that a first name opens, and of no other. */
function findEnding(read: ReadText, forms: readonly Form[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>();
  // A name that something was cut from is not known whole.
  const isWhole = ({ words, mention }: Form): boolean => {
    const found = read.mentions[mention];
    const first = found === undefined ? -1 : nameStart(read, found);
    // "Harbor Council Chair Ada Moor Venn": what was cut off is an office.
    const isCut = first !== found?.first && !isRoleHead(read, first - 1);
    return read.items[first]?.word === words[0] && !isCut;
  };
  const long = forms.filter((form) => form.words.length > 2 && isFirstName(read, form.words[0] ?? "") && isWhole(form));
  for (const short of forms) {
    if (short.words.length < 2 || isFirstName(read, short.words[0] ?? "")) continue;
    for (const full of long) {
      const ends = full.words.slice(-short.words.length).join(" ") === short.words.join(" ");
      if (!ends || full.words.length <= short.words.length || clash(short.gender, full.gender)) continue;
      const key = nameKey(short);
      const known = found.get(key);
      found.set(key, known === undefined || known === nameKey(full) ? nameKey(full) : null);
    }
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** "its [Northgate RPG] stablemates", "a [Norvik Lines] ferry": a name that only tells what kind of thing another word is. */
function isModifier(read: ReadText, { mention, words }: Form): boolean {
  const found = read.mentions[mention];
  if (found === undefined || !read.speech.stacksNouns || isFirstName(read, words[0] ?? "")) return false;
  const isOpened = [found.first - 1, found.first].some((at) => DETERMINING.has(classAt(read.items, at)));
  return isOpened && classAt(read.items, found.last + 1) === "plain";
}

interface FullForm {
  readonly form: Form;
  readonly count: number;
}

/** Full names by their first and by their last word, each form once with how often it stands. */
function indexFulls(read: ReadText, forms: readonly Form[]): ReadonlyMap<string, readonly FullForm[]> {
  const distinct = new Map<string, { form: Form; count: number }>();
  for (const form of forms) {
    if (form.words.length < 2 || isModifier(read, form)) continue;
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

/** So many times as often as the other of one name: whom the article names first, or only later on. */
const NAMED_MORE = 2;
const NAMED_FAR_MORE = 6;
/** So many times as often: though the other was named in full last. */
const NAMED_OFTEN = 3;

/** "Ada Moor" of "Ada Moor" and "Ivar Moor", where she is named in full before he is. */
function isFirstNamed(key: string, fitting: ReadonlyMap<string, number>, all: readonly FullForm[]): boolean {
  const first = all.find(({ form }) => fitting.has(nameKey(form)));
  return first !== undefined && nameKey(first.form) === key;
}

const SENTENCE_ITEMS_MAX = 60;

/** "His wife, [Ada Moor], told the Tidings", "[Ada Moor], who says": a verb of speech behind the name, in its sentence. */
function isNamedWithSpeech({ items, mentions }: ReadText, mention: number): boolean {
  const last = mentions[mention]?.last ?? -1;
  for (let at = last + 1; at - last < SENTENCE_ITEMS_MAX && items[at]?.sentence === items[last]?.sentence; at++)
    if (items[at]?.class === "reporting" || items[at]?.class === "quotation") return true;
  return false;
}

interface Settled {
  /** Whom a last name alone means, where others of that name are only told of; null when nobody is certain. */
  find(short: Form): string | null;
}

/**
 * "Ivar Moor rowed. Moor won. … His wife, Ada Moor, was there": who is called by the last name alone before anybody else
 * of it is named is called so further down as well, unless another of it says something, or is named right there.
 */
function findSettled(read: ReadText, forms: readonly Form[]): Settled {
  const paragraphOf = ({ mention }: Form): number => read.items[read.mentions[mention]?.last ?? -1]?.paragraph ?? -1;
  const bearers = new Map<string, Form[]>();
  const settled = new Map<string, string>();
  const lasts = new Set(forms.filter(({ words }) => words.length > 1).map(({ words }) => words.at(-1) ?? ""));
  for (const form of forms) {
    const last = form.words.at(-1) ?? "";
    if (form.words.length > 1) {
      // "Ada Moor rowed. Ada won." is settled as well, where nobody has that for a last name.
      const first = form.words[0] ?? "";
      const isGiven = isFirstName(read, first) && !lasts.has(first);
      for (const word of isGiven ? [last, first] : [last]) {
        const known = bearers.get(word);
        if (known === undefined) bearers.set(word, [form]);
        else known.push(form);
      }
      continue;
    }
    const named = bearers.get(last);
    const [first] = named ?? [];
    const isOnly = first !== undefined && named?.every((each) => nameKey(each) === nameKey(first)) === true;
    if (isOnly && !settled.has(last) && !clash(form.gender, first.gender)) settled.set(last, nameKey(first));
  }
  return {
    find(short) {
      const last = short.words[0] ?? "";
      const key = settled.get(last) ?? null;
      const all = bearers.get(last) ?? [];
      const others = all.filter((form) => nameKey(form) !== key);
      const isHeard = others.some(({ mention }) => isTied(read, mention) || isNamedWithSpeech(read, mention));
      const isNear = others.some((form) => paragraphOf(form) === paragraphOf(short));
      return isHeard || isNear || others.length > NAMED_MORE * (all.length - others.length) ? null : key;
    },
  };
}

export function findNames(read: ReadText): Names {
  const forms = toBaseForms(readForms(read), read.speech.nameEndings);
  const fulls = indexFulls(read, forms);
  const endings = findEnding(read, forms);
  const groups = new Map<string, Form[]>();
  const groupOf = new Map<number, string>();
  // "Moor" is Ada Moor, though a firm is called "Moor Sails": nobody is called "Moor" as by a first name.
  const isFirmOf = (word: string, full: Form, all: readonly FullForm[]): boolean =>
    full.words[0] === word &&
    full.words.at(-1) !== word &&
    !isFirstName(read, word) &&
    all.some(({ form: { words } }) => words.at(-1) === word && isFirstName(read, words[0] ?? ""));
  /** A last name -> who was last named in full with it. */
  const lastFull = new Map<string, string>();
  const settled = findSettled(read, forms);
  const isDetermined = ({ mention }: Form): boolean =>
    DETERMINING.has(classAt(read.items, read.mentions[mention]?.first ?? -1));
  // "Moor" is not "the Moor Train": what has an article and opens with no first name is no person called so.
  const isThingOf = (short: Form, full: Form): boolean =>
    full.words[0] === short.words[0] &&
    full.words.at(-1) !== short.words[0] &&
    read.speech.stacksNouns &&
    !isFirstName(read, short.words[0] ?? "") &&
    isDetermined(full) &&
    !isDetermined(short);
  const bareFirst = findBareFirst(read, forms);
  const coupled = findCoupled(read, forms);
  /** Last names that two share who are named at once -> who of them was last named by himself. */
  const shared = new Map<string, string>();
  for (const form of forms) {
    let key = form.words.join(" ");
    if (form.words.length > 1) {
      const last = form.words.at(-1) ?? "";
      lastFull.set(last, nameKey(form));
      if (coupled.has(form.mention) || shared.has(last))
        shared.set(last, coupled.has(form.mention) ? "" : nameKey(form));
    }
    if (form.words.length === 1) {
      const fitting = new Map<string, number>();
      const all = fulls.get(form.words[0] ?? "") ?? [];
      const last = form.words[0] ?? "";
      const only = shared.get(last);
      for (const { form: full, count } of all) {
        const isLast = full.words.at(-1) === last && full.words[0] !== last;
        if (isLast && (bareFirst.has(last) || (only !== undefined && only !== nameKey(full)))) continue;
        if (fits(form, full) && !isThingOf(form, full) && !isFirmOf(form.words[0] ?? "", full, all))
          fitting.set(nameKey(full), (fitting.get(nameKey(full)) ?? 0) + count);
      }
      const ordered = [...fitting].sort((a, b) => b[1] - a[1]);
      // Two people of one name: only one clearly named more often, and not behind the other, may take the short form.
      const [most, other] = ordered;
      const share = most !== undefined && isFirstNamed(most[0], fitting, all) ? NAMED_MORE : NAMED_FAR_MORE;
      // "said Ivo Moor. “…,” Moor said", in an article on Ada Moor
      const isNearer = most !== undefined && [undefined, most[0]].includes(lastFull.get(form.words[0] ?? ""));
      const isOften = most !== undefined && other !== undefined && most[1] >= NAMED_OFTEN * other[1];
      const own = settled.find(form);
      if (most !== undefined && (other === undefined || ((isOften || isNearer) && most[1] >= share * other[1])))
        key = most[0];
      else if (own !== null && fitting.has(own)) key = own;
    } else key = endings.get(nameKey(form)) ?? nameKey(form);
    groupOf.set(form.mention, key);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [form]);
    else group.push(form);
  }
  const people = new Map<string, Person | null>();
  const personOf = (key: string): Person | null => {
    const known = people.get(key);
    if (known !== undefined) return known;
    const group = groups.get(key) ?? [];
    const person = group.length === 0 ? null : toPerson(read, group);
    people.set(key, person);
    return person;
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
    findByRole: createHolders(read, () => [...groups.keys()].map(personOf)),
  };
}

/** First and last word: middle names and initials do not part two forms. */
function nameKey(form: Form): string {
  return `${form.words[0] ?? ""} ${form.words.at(-1) ?? ""}`;
}
