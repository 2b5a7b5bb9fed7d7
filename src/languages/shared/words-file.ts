/** Reads a room's words.json: all its lists of words, checked, an unknown list refused. */

import { z } from "zod";
import { lowerWord, readRoomFile } from "./room-file.ts";

const words = z.array(lowerWord).default([]);
const forms = z.record(lowerWord, z.array(lowerWord)).default({});
/** Words by which a text tells that quoted words were not said: denied, invented, wished for, asked, or a name. */
const unsaid = z
  .strictObject({
    /** "not", „nie“; and what behind one of them takes it back: "not only". */
    negators: words,
    onlyWords: words,
    /** Subjects that deny: "nobody", "no evidence". */
    nobody: words,
    /** "denied", „bestritt“. */
    deniers: words,
    /** "declined to". */
    decliners: words,
    /** "doctored", beside one of the media: "clip". */
    falsehoods: words,
    media: words,
    misquoted: words,
    /** Before a verb of speech: "should have". */
    hypotheticals: words,
    conditions: words,
    /** Who asks for a living, verbs of asking, and how somebody is asked: "when asked". */
    interviewers: words,
    askers: words,
    asked: words,
    questionNouns: words,
    /** Right before a name in marks: "called", "the film". */
    named: words,
    namedThings: words,
    /** Words that many have said before: "proverb", "motto"; and verbs that pass such words on: "quoted". */
    sayings: words,
    passers: words,
    /** The same before what somebody else owns: "recalled her mother's advice". */
    recallers: words,
    /** "as Moor pointed out": opens a remark beside what is told. */
    asides: words,
    /** Said by somebody whom the text may not name: "on condition of anonymity". */
    anonymous: words,
    /** Before a noun that says nothing then: "no doubt", "any room", "that anxiety". */
    speechless: words,
    /** Only rumored: "reportedly", "said to have"; helpers, « aurait », „soll“, and what closes their clause: „haben“. */
    hearsay: words,
    hearsayPhrases: words,
    hearsayHelpers: words,
    hearsayClosers: words,
    /** Who speaks in another's name: "posing as", "deepfake". */
    posers: words,
    /** Beside a verb of claiming: "falsely"; how a sentence begins that takes back what it tells: "at no point". */
    falsely: words,
    untrueOpeners: words,
    /** "Claims that … are false": what is told, and what it is called. */
    claims: words,
    untrue: words,
    /** "chatbot" */
    machines: words,
    /** "says in the second act", "played by". */
    plays: words,
    playedBy: words,
    /** Behind the verb of what is denied: „zu haben“. */
    deniedEnds: words,
    /** Verbs of who only hears words: "heard"; is told them: "was told"; gets them: "received", reads them: "read". */
    hearers: words,
    /** What makes somebody heard of who hears: "was heard". */
    passives: words,
    toldPhrases: words,
    receivers: words,
    readers: words,
    /** What is received or read with another's words: "letter". */
    letters: words,
    /** "quoted her teacher as saying" */
    quoters: words,
    asSaying: words,
    readingOut: words,
    readsOut: words,
    testified: words,
    stars: words,
    invented: words,
    sayers: words,
  })
  .prefault({});
const gender = z.enum(["male", "female", "neuter", "plural", "first", "second", "person", "unsure"]);

export const wordsSchema = z.strictObject({
  /** A sentence for whoever opens the file. */
  about: z.string(),
  reporting: forms,
  framing: forms,
  sources: words,
  /** Sources of several words: "de acuerdo con". */
  sourcePhrases: words,
  sourcesAfter: words,
  complementizers: words,
  relatives: words,
  pronouns: z.record(lowerWord, gender).default({}),
  obliquePronouns: z.record(lowerWord, gender).default({}),
  quantifiers: words,
  determiners: words,
  prepositions: words,
  conjunctions: words,
  auxiliaries: words,
  commonWords: words,
  times: words,
  titles: words,
  roles: words,
  documents: words,
  cueNouns: words,
  nameParticles: words,
  suffixes: words,
  organizationWords: words,
  /** Verbs whose first syllable stands apart: they report only when it ends their clause („wies … zurück“). */
  separable: z.record(lowerWord, z.object({ particles: words, forms: words })).default({}),
  /** Verb forms of reported speech („sei“, „habe“, „könne“). */
  subjunctives: words,
  /** Words that open a clause with its verb at the end. */
  subordinators: words,
  relativePronouns: words,
  /** Forms of auxiliary verbs that stand in the verb's place. */
  finites: words,
  /** Nouns that report with “to be”: „ist der Meinung“. */
  opinions: words,
  definiteArticles: words,
  femaleArticles: words,
  maleArticles: words,
  indefiniteArticles: words,
  joiners: words,
  issuerPrepositions: words,
  issuerArticles: words,
  officeJoiners: words,
  offices: words,
  anyOrganization: words,
  describingPrepositions: words,
  placePrepositions: words,
  thingRelatives: words,
  subjectRelatives: words,
  notBeforeSurname: words,
  /** Titles that stand before a first name and are part of what somebody is called: "Prince Ivar". */
  regnalTitles: words,
  /** Of roles, what belongs in front of one ("former"), is none by itself ("vice"), tells little ("resident"), may be a verb ("host"). */
  roleModifiers: words,
  /** In a role, what only the text around explains ("fellow", "there"), and what an article may tell several of ("study"). */
  looseRoleWords: words,
  /** "alleged mayor", "mayor until May", "mayor from 2001 to 2010": without these words the role is another. */
  roleLimits: words,
  roleEnds: words,
  roleTimes: words,
  /** "former": who held an office and holds it no more. */
  pastOffices: words,
  /** "Moor recalled [the president telling him]": what goes on with another's words. */
  recallVerbs: words,
  generations: words,
  /** "the deputy mayor", "the shadow minister": an office of its own, which is not the one behind it. */
  otherOffices: words,
  /** Verbs of the past that no ending tells, and that are no adjectives: "met". */
  pastVerbs: words,
  /** Verbs that may stand right before what somebody is, "will face challenger Ada Moor", in the form that nouns have. */
  metVerbs: words,
  /** "the new mayor" is another than the one told of. */
  otherHolders: words,
  /** Offices that compounds end with, „Hafenministerin“, and what makes another office of them: „Vizekanzler“. */
  compoundOffices: words,
  otherOfficePrefixes: words,
  studies: words,
  noRoles: words,
  kinRoles: words,
  lesserRoles: words,
  roleVerbs: words,
  officeVerbs: words,
  givenOffices: words,
  /** Ties a role to what it is of: "head of", "adviser to"; any preposition where none is named. */
  roleComplements: words,
  /** "chairs" in "who chairs the board": what somebody does tells what somebody is. */
  jobVerbs: words,
  /** The same where a small word ties what is done: "works at", "writes about". */
  tiedJobVerbs: words,
  housePrepositions: words,
  partyWords: words,
  workplaces: words,
  pastCopulas: words,
  /** "is" between a name and what somebody is. */
  copulas: words,
  /** "named" between what somebody is and the name. */
  namers: words,
  /** What only women and only men are: "daughter", "spokesman". */
  femaleRoles: words,
  maleRoles: words,
  femaleTitles: words,
  maleTitles: words,
  courtesies: words,
  shortForms: words,
  topicMarks: words,
  quotingMarks: words,
  possessiveMarks: words,
  familyNames: words,
  nameEndings: words,
  /** «fue calificado por Moor»: what makes a verb passive, and what stands before who acts. */
  passiveHelpers: words,
  agentPrepositions: words,
  reflexives: words,
  unsaid,
  firstNames: z.object({ female: words, male: words }).default({ female: [], male: [] }),
});

export type WordsFile = z.infer<typeof wordsSchema>;

/** The words of a language that has a words.json. Throws when the file is missing or wrong. */
export function readWordsFile(tag: string): WordsFile {
  return readRoomFile(tag, "words.json", wordsSchema);
}
