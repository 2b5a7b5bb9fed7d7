/** Turns the mentions chosen as speakers into speakers: the fullest name, role and kind. */

import type { Speaker } from "../../domain/article.ts";
import { classAt, classSet, DETERMINING, type Mention, VERBAL } from "../../languages/reading.ts";
import { mentionSpan, mentionText, type ReadText } from "../reading/read-text.ts";
import type { Choice } from "../speakers/choose-speakers.ts";
import { findTakenUp } from "./anaphors.ts";
import { findAnnouncer, findLastIssuer } from "./announcers.ts";
import { findAntecedent } from "./antecedents.ts";
import { describeUnnamed, findOrganization, personExplained } from "./descriptions.ts";
import { isDoubtful } from "./doubtful-speakers.ts";
import { isFirstName } from "./evidence.ts";
import { unclearMention } from "./explained-phrases.ts";
import { findHouse } from "./firms/firm-names.ts";
import { createGroups, type Groups } from "./groups.ts";
import { findIssuer, findNameBehind, findNameOfTwoOffices, findOpinion, genderOfPronoun } from "./issuers.ts";
import { nameStart } from "./name-forms.ts";
import { findNames, type Names } from "./names.ts";
import type { Person } from "./person.ts";
import { isAnonymous, isNamedInOwnWords } from "./pronoun-doubts.ts";
import { resolvePronoun } from "./pronouns.ts";
import { recallsOther } from "./recalled.ts";
import { createKinDoubt } from "./relatives/relatives-named.ts";
import { isRoleHead } from "./roles/role-groups.ts";
import { createSpoken, type Spoken } from "./spoken.ts";

const OWN_VERB = classSet("reporting", "framing", "auxiliary", "ed");

interface Resolved {
  readonly name: string;
  readonly role: string | null;
  readonly kind: Speaker["kind"];
  readonly person: Person | null;
  /** The mention that describes somebody without a name. */
  readonly phrase?: number;
}

const NOBODY: Resolved = { name: "", role: null, kind: "unnamed", person: null };

/** «El también [gerente]»: one person without an article, where nouns have articles, is part of a phrase unread. */
function isBare(read: ReadText, mention: Mention): boolean {
  const { definiteArticles, noRoles, organizationWords, roles, weights } = read.speech;
  const head = read.items[mention.last]?.word ?? "";
  if (weights.isOwn || definiteArticles.size === 0 || DETERMINING.has(classAt(read.items, mention.first))) return false;
  return roles.has(head) && !noRoles.has(head) && !organizationWords.has(head);
}

/** "The lawyer said", before any is named: a town has one mayor, but the one named further down may be another lawyer. */
function findHolder(read: ReadText, names: Names, index: number): Person | null {
  const holder = names.findByRole(index);
  const head = read.items[read.mentions[index]?.last ?? -1]?.word ?? "";
  if (holder === null || read.speech.titles.has(head) || !read.speech.roles.has(head)) return holder;
  return names.namedBefore(index).includes(holder) ? holder : null;
}

/** A phrase that describes: by the name beside it, by the role somebody has, by what it is short for, or as printed. */
function resolveDescription(read: ReadText, names: Names, index: number, spoken: Spoken): Resolved {
  const mention = read.mentions[index];
  const explained =
    mention === undefined
      ? null
      : (personExplained(read, names, mention) ??
        findNameBehind(read, names, index) ??
        findNameOfTwoOffices(read, names, index));
  // "the minister said, asking not to be named"
  const holder = isAnonymous(read, index) ? null : findHolder(read, names, index);
  const person = names.find(index) ?? explained ?? holder;
  if (person !== null) return { ...fromPerson(person), role: person.role ?? explainingRole(read, mention, explained) };
  const opinion = findOpinion(read, names, index);
  if (opinion !== null) return opinion.person === null ? { ...opinion, role: null } : fromPerson(opinion.person);
  const takenUp = findTakenUp(read, names, index, spoken);
  if (takenUp !== null) return fromPerson(takenUp);
  if (mention !== undefined && isBare(read, mention)) return NOBODY;
  const organization = findOrganization(read, names, index);
  if (organization !== null && typeof organization !== "string") return fromPerson(organization);
  if (organization !== null) return { name: organization, role: null, kind: "organization", person: null };
  return fromPhrase(read, index);
}

/** „Der Leiter des Hafens, Ada Moor,“: the phrase that the name explains, where nothing else says what she is. */
function explainingRole(read: ReadText, mention: Mention | undefined, explained: Person | null): string | null {
  if (mention === undefined || explained === null || read.clauses === null) return null;
  if (classAt(read.items, mention.first) !== "determiner" || !isRoleHead(read, mention.last)) return null;
  const index = read.mentions.indexOf(mention);
  const end = mentionSpan(read, index)[1];
  const text = read.text.slice(read.items[mention.first + 1]?.start ?? end, end);
  return text === "" || text.includes("\n") ? null : text;
}

const fromPhrase = (read: ReadText, phrase: number): Resolved => ({
  name: describeUnnamed(read, phrase),
  role: null,
  kind: "unnamed",
  person: null,
  phrase,
});

const fromPerson = (person: Person): Resolved => ({
  name: person.name,
  role: person.role,
  kind: person.kind,
  person,
});

/** "The [U.S. Attorney] for Varen, Ada Moor,", "Varen's [Minister] for Ports Ada Moor": capitals that end in an office. */
const isOfficeWord = (read: ReadText, mention: Mention | undefined): boolean =>
  mention !== undefined &&
  (mention.last > mention.first || classAt(read.items, mention.last + 1) === "preposition") &&
  isRoleHead(read, mention.last);

/** Items of an office and what it is of; without a comma by then nobody can be sure where it ends. */
const OFFICE_ITEMS_MAX = 12;
const ENDS_OFFICE = classSet("comma", "stop", "break");

/** "U.S. Attorney for the District of Varen", up to the comma that a name stands behind. */
function officeText(read: ReadText, index: number): string | null {
  const mention = read.mentions[index];
  if (mention === undefined || read.clauses !== null) return null;
  const first = DETERMINING.has(classAt(read.items, mention.first)) ? mention.first + 1 : mention.first;
  let last = mention.last;
  while (last - mention.last < OFFICE_ITEMS_MAX && !ENDS_OFFICE.has(classAt(read.items, last + 1))) last++;
  if (classAt(read.items, last + 1) !== "comma") return null;
  return read.text.slice(read.items[first]?.start ?? 0, read.items[last]?.end ?? 0);
}

function resolveMention(read: ReadText, names: Names, groups: Groups, index: number, spoken: Spoken): Resolved {
  const printed = mentionText(read, index);
  const unnamed: Resolved = { name: printed, role: null, kind: "unnamed", person: null };
  switch (read.mentions[index]?.kind) {
    case "name": {
      const unclear = unclearMention(read, index);
      if (unclear >= 0) return fromPhrase(read, unclear);
      const named = names.find(index);
      // „Der Umweltminister der Neuen Republik, Ivar Hale,“: the name is behind what the office is of.
      const isOffice = read.clauses !== null || isOfficeWord(read, read.mentions[index]);
      // "State Secretary for Ports Ada Moor": an office is called a person where it stands like a name.
      const isNamed = named?.kind === "person" && (read.clauses !== null || isFirstName(read, named.first));
      const behind = isNamed || !isOffice ? null : findNameBehind(read, names, index);
      const person = behind ?? named;
      if (behind !== null && behind.role === null) return { ...fromPerson(behind), role: officeText(read, index) };
      return person === null ? { ...unnamed, kind: "person" } : fromPerson(person);
    }
    case "pronoun": {
      if (isAnonymous(read, index)) return unnamed;
      const referent = resolvePronoun(read, names, groups, index, spoken);
      if (referent === null) return unnamed;
      return referent.person === null ? fromPhrase(read, referent.unnamed) : fromPerson(referent.person);
    }
    case "relative": {
      const antecedent = findAntecedent(read, names, index);
      return antecedent < 0 ? NOBODY : resolveMention(read, names, groups, antecedent, spoken);
    }
    case "document": {
      const issuer = findIssuer(read, names, index);
      const known = issuer === null ? findLastIssuer(read, index, spoken) : null;
      const last =
        issuer === null && known === null
          ? findAnnouncer(read, names, index, (role) => resolveDescription(read, names, role, spoken).person)
          : known;
      const name = issuer?.name ?? last?.name ?? printed;
      // What "the statement added" further on is the same house's.
      const person = last?.kind === "organization" ? last : null;
      // "The statement" is what a house is read in, and no role of it.
      return { name, role: null, kind: "document", person };
    }
    case "title":
    case "role":
    case "noun":
      return resolveDescription(read, names, index, spoken);
    default:
      return unnamed;
  }
}

const ENDS_NAME = classSet("comma", "stop", "break", "quotation", "reporting", "auxiliary");

/** "said Moor [senior]": as printed, and not whoever of that name is told of. */
function findGeneration(read: ReadText, index: number): Speaker | null {
  const mention = read.mentions[index];
  if (mention?.kind !== "name" || mention.first !== mention.last) return null;
  if (!read.speech.generations.has(read.items[mention.last + 1]?.word ?? "")) return null;
  if (!ENDS_NAME.has(classAt(read.items, mention.last + 2))) return null;
  const { start = 0 } = read.items[mention.first] ?? {};
  const { end = start } = read.items[mention.last + 1] ?? {};
  const name = read.text.slice(start, end);
  return { mention: name, start, end, name, role: null, kind: "person" };
}

/** A house as it is printed: what somebody of its name is says nothing of it. */
function asHouse(read: ReadText, index: number, second: number, name: string): Speaker {
  const [start, ownEnd] = mentionSpan(read, index);
  const end = second < 0 ? ownEnd : mentionSpan(read, second)[1];
  return { mention: read.text.slice(start, end), start, end, name, role: null, kind: "organization" };
}

const SPEAKING_KINDS: ReadonlySet<string> = new Set(["name", "role", "title"]);

/** "Ada Moor [and Joris Venn] said", "said Ada Moor [and Joris Venn]": the second of two who speak; -1 when one does. */
function findSecond(read: ReadText, index: number): number {
  const mention = read.mentions[index];
  if (mention === undefined || !SPEAKING_KINDS.has(mention.kind)) return -1;
  const word = read.items[mention.last + 1]?.word ?? "";
  const found = read.speech.joiners.has(word) ? (read.index.byFirst.get(mention.last + 2) ?? -1) : -1;
  const other = read.mentions[found];
  if (other === undefined || !SPEAKING_KINDS.has(other.kind)) return -1;
  const links = read.linksOf.get(index) ?? [];
  const touchesVerb = VERBAL.has(classAt(read.items, other.last + 1));
  const isList = links.some((link) => (link.kind === "list" || touchesVerb) && link.verb > other.last);
  const isAfter = links.some((link) => link.kind === "after" && link.verb < mention.first);
  // "said Ada Moor, and Joris Venn nodded": a verb behind the second name is the second's own.
  return isList || (isAfter && !OWN_VERB.has(classAt(read.items, other.last + 1))) ? found : -1;
}

/** "Moor Sails [Founder] and [Lead Rigger Ada Moor]": two offices of one person. */
function hasBothOffices(read: ReadText, first: number, second: number): boolean {
  const [office, name] = [read.mentions[first], read.mentions[second]];
  if (office === undefined || name?.kind !== "name" || !read.speech.stacksNouns) return false;
  const { word = "" } = read.items[office.last] ?? {};
  const isOffice = isRoleHead(read, office.last) || read.speech.roles.has(word.split("-").at(-1) ?? "");
  return isOffice && nameStart(read, name) > name.first;
}

/** "Prince Ivar", of whom the text gives no last name; null where the title is no part of what somebody is called. */
function withTitle({ speech, text }: ReadText, { name, role, kind }: Resolved): string | null {
  if (kind !== "person" || role === null || /\s/.test(name) || !speech.regnalTitles.has(role.toLowerCase()))
    return null;
  return text.includes(`${role} ${name}`) ? `${role} ${name}` : null;
}

/** The speaker of each choice; null where none was chosen. */
export function resolveSpeakers(read: ReadText, choices: readonly Choice[]): readonly (Speaker | null)[] {
  const names = findNames(read);
  const groups = createGroups(read, names);
  const spoken = createSpoken();
  const isOfKin = createKinDoubt(read, names);
  const known = new Map<number, Resolved>();
  return choices.map(({ mention: index, view }) => {
    const mention = read.mentions[index];
    if (mention === undefined) return null;
    const joined = findSecond(read, index);
    const isOne = joined >= 0 && hasBothOffices(read, index, joined);
    const beside = isOne ? -1 : joined;
    const resolved = known.get(index) ?? resolveMention(read, names, groups, isOne ? joined : index, spoken);
    known.set(index, resolved);
    // A pronoun that nobody is found for names nobody.
    const isNobody = resolved.kind === "unnamed" && resolved.phrase === undefined;
    if (mention.kind === "pronoun" && isNobody) spoken.addLost(index);
    if (mention.kind === "pronoun" && isNobody && !read.speech.keepsBarePronouns) return null;
    const generation = findGeneration(read, index);
    if (generation !== null && resolved.kind === "person") return generation;
    const house = findHouse(read, names, index, beside, resolved.person);
    if (house !== null) return house.name === null ? null : asHouse(read, index, beside, house.name);
    if (isDoubtful(read, index, resolved.person) || resolved.name === "" || isOfKin(index)) return null;
    if (recallsOther(read, index)) return null;
    const { start: from = 0, end: to = 0 } = read.stretches[view.quote] ?? {};
    const isBeside = read.items[mention.last]?.sentence === view.sentence;
    const meant = mention.kind === "pronoun" && isBeside ? resolved.person : null;
    if (meant !== null && isNamedInOwnWords(read.text.slice(from, to), meant)) return null;
    if (resolved.person !== null) spoken.addPerson(index, resolved.person);
    const gender =
      mention.kind === "pronoun" ? genderOfPronoun(read, index, mentionText(read, index).toLowerCase()) : undefined;
    if (resolved.person?.gender === "unsure" && (gender === "male" || gender === "female"))
      spoken.addGender(resolved.person, gender);
    if (resolved.phrase !== undefined) spoken.addUnnamed(index, resolved.phrase);
    const second = beside < 0 ? null : resolveMention(read, names, groups, beside, spoken);
    const [start, ownEnd] = mentionSpan(read, index);
    const end = joined < 0 ? ownEnd : mentionSpan(read, joined)[1];
    const { kind } = resolved;
    const called = second === null ? withTitle(read, resolved) : null;
    const joint = read.items[mention.last + 1];
    const name = second === null ? (called ?? resolved.name) : `${resolved.name} ${joint?.word ?? ""} ${second.name}`;
    // "Senate leader Ada Moor and Speaker Bo Hale": what one of two is, the other is not.
    const role = called === null && second === null ? resolved.role : null;
    return { mention: read.text.slice(start, end), start, end, name, role, kind };
  });
}
