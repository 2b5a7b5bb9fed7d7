/** Makes a language's speech: every word with what it is, and the rules that differ from what most languages do. */

import type { Gender, Speech, SpeechRules } from "../language.ts";
import type { Word, WordClass } from "../reading.ts";
import { COURTESIES, FEMALE_TITLES, MALE_TITLES, SHORT_FORMS } from "./names/titles.ts";
import { SHARED_RULES } from "./speech-rules.ts";
import type { UnsaidWords } from "./unsaid-words.ts";
import type { WordsFile } from "./words-file.ts";

function toSeparable({ separable }: WordsFile): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, Map<string, string>>();
  for (const [lemma, { particles, forms: list }] of Object.entries(separable)) {
    for (const form of list) {
      const known = found.get(form) ?? new Map<string, string>();
      for (const particle of particles) if (!known.has(particle)) known.set(particle, lemma);
      found.set(form, known);
    }
  }
  return found;
}

function toWords(file: WordsFile, rules: SpeechRules): Map<string, Word> {
  const found = new Map<string, Word>();
  const add = (list: readonly string[], wordClass: WordClass): void => {
    for (const word of list)
      if (!found.has(word)) found.set(word, { class: wordClass, lemma: word, isParticiple: false });
  };
  // The first list that names a word decides, so small words come before verbs and verbs before nouns.
  for (const word of Object.keys(file.pronouns)) add([word], "pronoun");
  add(file.determiners, "determiner");
  for (const word of Object.keys(file.obliquePronouns)) add([word], "otherPronoun");
  add(file.sources, "source");
  add(file.sourcesAfter, "sourceAfter");
  add(file.complementizers, "complementizer");
  add(file.relatives, "relative");
  add(file.conjunctions, "conjunction");
  add(file.prepositions, "preposition");
  add(file.auxiliaries, "auxiliary");
  for (const [table, wordClass] of [
    [file.reporting, "reporting"],
    [file.framing, "framing"],
  ] as const) {
    for (const [lemma, list] of Object.entries(table)) {
      for (const form of list) {
        if (found.has(form)) continue;
        const isParticiple = form !== lemma && rules.participle?.test(form) === true;
        found.set(form, { class: wordClass, lemma, isParticiple });
      }
    }
  }
  add(file.quantifiers, "quantifier");
  add(file.times, "time");
  add(file.documents, "document");
  add(file.cueNouns, "document");
  add(file.roles, "role");
  add(file.titles, "title");
  add(file.commonWords, "common");
  return found;
}

/** Phrases by their last words. */
function toPhrases(list: readonly string[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  for (const phrase of list.map((each) => each.split(" "))) {
    const last = phrase.at(-1) ?? "";
    found.set(last, [...(found.get(last) ?? []), phrase]);
  }
  return found;
}

function toUnsaid(lists: WordsFile["unsaid"]): UnsaidWords {
  return {
    negators: new Set(lists.negators),
    onlyWords: new Set(lists.onlyWords),
    nobody: new Set(lists.nobody),
    deniers: new Set(lists.deniers),
    decliners: new Set(lists.decliners),
    falsehoods: new Set(lists.falsehoods),
    media: new Set(lists.media),
    misquoted: new Set(lists.misquoted),
    hypotheticals: new Set(lists.hypotheticals),
    conditions: new Set(lists.conditions),
    interviewers: new Set(lists.interviewers),
    askers: new Set(lists.askers),
    asked: new Set(lists.asked),
    questionNouns: new Set(lists.questionNouns),
    named: new Set(lists.named),
    namedThings: new Set(lists.namedThings),
    sayings: new Set(lists.sayings),
    passers: new Set(lists.passers),
    recallers: new Set(lists.recallers),
    asides: new Set(lists.asides),
    anonymous: new Set(lists.anonymous),
    speechless: new Set(lists.speechless),
    hearsay: new Set(lists.hearsay),
    hearsayPhrases: new Set(lists.hearsayPhrases),
    hearsayHelpers: new Set(lists.hearsayHelpers),
    hearsayClosers: new Set(lists.hearsayClosers),
    posers: new Set(lists.posers),
    falsely: new Set(lists.falsely),
    untrueOpeners: new Set(lists.untrueOpeners),
    claims: new Set(lists.claims),
    untrue: new Set(lists.untrue),
    machines: new Set(lists.machines),
    plays: new Set(lists.plays),
    playedBy: new Set(lists.playedBy),
    deniedEnds: new Set(lists.deniedEnds),
    hearers: new Set(lists.hearers),
    passives: new Set(lists.passives),
    toldPhrases: new Set(lists.toldPhrases),
    receivers: new Set(lists.receivers),
    readers: new Set(lists.readers),
    letters: new Set(lists.letters),
    quoters: new Set(lists.quoters),
    asSaying: new Set(lists.asSaying),
    readingOut: new Set(lists.readingOut),
    readsOut: new Set(lists.readsOut),
    testified: new Set(lists.testified),
    stars: new Set(lists.stars),
    invented: new Set(lists.invented),
    sayers: new Set(lists.sayers),
  };
}

/** The speech of a language from its words and its rules. */
export function toSpeech(file: WordsFile, own: Partial<SpeechRules>): Speech {
  const rules = { ...SHARED_RULES, ...own };
  const pronouns = new Map<string, Gender>([...Object.entries(file.obliquePronouns), ...Object.entries(file.pronouns)]);
  const firstNames = new Map<string, "male" | "female">();
  for (const name of file.firstNames.male) firstNames.set(name, "male");
  // A name on both lists tells nothing.
  for (const name of file.firstNames.female) {
    if (firstNames.has(name)) firstNames.delete(name);
    else firstNames.set(name, "female");
  }
  return {
    ...rules,
    words: toWords(file, rules),
    complementizers: new Set(file.complementizers),
    sourcePhrases: toPhrases(file.sourcePhrases),
    roles: new Set(file.roles),
    titles: new Set(file.titles),
    documents: new Set(file.documents),
    cueNouns: new Set(file.cueNouns),
    nameParticles: new Set(file.nameParticles),
    suffixes: new Set(file.suffixes),
    organizationWords: new Set(file.organizationWords),
    pronouns,
    firstNames,
    separable: toSeparable(file),
    subjunctives: new Set(file.subjunctives),
    subordinators: new Set(file.subordinators),
    relativePronouns: new Set(file.relativePronouns),
    finites: new Set(file.finites),
    opinions: new Set(file.opinions),
    definiteArticles: new Set(file.definiteArticles),
    genderedArticles: { female: new Set(file.femaleArticles), male: new Set(file.maleArticles) },
    indefiniteArticles: new Set(file.indefiniteArticles),
    joiners: new Set(file.joiners),
    issuerPrepositions: new Set(file.issuerPrepositions),
    issuerArticles: new Set(file.issuerArticles),
    officeJoiners: new Set(file.officeJoiners),
    offices: new Set(file.offices),
    anyOrganization: new Set(file.anyOrganization),
    describingPrepositions: new Set(file.describingPrepositions),
    placePrepositions: new Set(file.placePrepositions),
    thingRelatives: new Set(file.thingRelatives),
    subjectRelatives: new Set(file.subjectRelatives),
    notBeforeSurname: new Set(file.notBeforeSurname),
    regnalTitles: new Set(file.regnalTitles),
    roleModifiers: new Set(file.roleModifiers),
    looseRoleWords: new Set(file.looseRoleWords),
    roleLimits: new Set(file.roleLimits),
    roleEnds: new Set(file.roleEnds),
    roleTimes: new Set(file.roleTimes),
    pastOffices: new Set(file.pastOffices),
    recallVerbs: new Set(file.recallVerbs),
    generations: new Set(file.generations),
    otherOffices: new Set(file.otherOffices),
    pastVerbs: new Set(file.pastVerbs),
    metVerbs: new Set(file.metVerbs),
    otherHolders: new Set(file.otherHolders),
    compoundOffices: new Set(file.compoundOffices),
    otherOfficePrefixes: file.otherOfficePrefixes,
    studies: new Set(file.studies),
    noRoles: new Set(file.noRoles),
    kinRoles: new Set(file.kinRoles),
    lesserRoles: new Set(file.lesserRoles),
    roleVerbs: new Set(file.roleVerbs),
    officeVerbs: new Set(file.officeVerbs),
    givenOffices: new Set(file.givenOffices),
    roleComplements: new Set(file.roleComplements),
    jobVerbs: new Set(file.jobVerbs),
    tiedJobVerbs: new Set(file.tiedJobVerbs),
    housePrepositions: new Set(file.housePrepositions),
    partyWords: new Set(file.partyWords),
    workplaces: new Set(file.workplaces),
    pastCopulas: new Set(file.pastCopulas),
    copulas: new Set(file.copulas),
    namers: new Set(file.namers),
    femaleRoles: new Set(file.femaleRoles),
    maleRoles: new Set(file.maleRoles),
    femaleTitles: new Set([...FEMALE_TITLES, ...file.femaleTitles]),
    maleTitles: new Set([...MALE_TITLES, ...file.maleTitles]),
    courtesies: new Set([...COURTESIES, ...file.courtesies]),
    shortForms: new Set([...SHORT_FORMS, ...file.shortForms]),
    topicMarks: file.topicMarks,
    quotingMarks: file.quotingMarks,
    possessiveMarks: file.possessiveMarks,
    familyNames: new Set(file.familyNames),
    nameEndings: file.nameEndings,
    passive: { helpers: new Set(file.passiveHelpers), agents: new Set(file.agentPrepositions) },
    reflexives: new Set(file.reflexives),
    unsaid: toUnsaid(file.unsaid),
  };
}
