/** The features of the two models by name: a template and the values its parts can take, spelled as in the weights file. */

import { CASES, GOVERNORS } from "../../languages/reading.ts";
import { createWriters, numbers, type Templates, WORDS, yesNo } from "../../learned/features.ts";
import { CLASS_LETTERS } from "./word-path.ts";

export const SIDES = ["before", "after", "earlier", "later"] as const;
export const KINDS = [
  "name",
  "pronoun",
  "role",
  "document",
  "title",
  "noun",
  "quantifier",
  "relative",
  "none",
] as const;
export const LINKS = [
  "none",
  "before",
  "bracket",
  "phrase",
  "apposition",
  "list",
  "joined",
  "after",
  "source",
] as const;
/** How the verb of a link stands to the quotation. */
export const TIES = ["none", "touch", "near", "far", "next", "away", "crossed"] as const;
export const VERBS = ["none", "V", "W", "G", "g", "D"] as const;
export const CLASSES: readonly string[] = Object.values(CLASS_LETTERS);
export const ENDS = ["none", "comma", "period", "question", "open"] as const;
export const PREVIOUS = ["none", "line", "paragraph", "far"] as const;
export const SAME = ["other", "entity", "mention"] as const;
/** How the clause of a phrase stands to that of the quotation. */
export const RELATIONS = [
  "none",
  "own",
  "matrix",
  "before",
  "next",
  "after",
  "lastSentence",
  "earlier",
  "later",
] as const;
export const CLAUSE_VERBS = ["none", "other", "W", "V", "how", "source"] as const;
export const MOODS = ["alone", "plain", "reported"] as const;

/** Parts of each speaker feature, in the order they are written in. */
export const SPEAKER_TEMPLATES = {
  kind: [KINDS],
  side: [SIDES, KINDS],
  sentences: [SIDES, numbers(6), yesNo],
  distance: [SIDES, numbers(10)],
  rank: [SIDES, numbers(8)],
  quotesBetween: [SIDES, numbers(4)],
  verbsBetween: [SIDES, numbers(4)],
  link: [LINKS, TIES, VERBS],
  linkSide: [SIDES, LINKS, TIES],
  linkKind: [KINDS, LINKS, TIES],
  verb: WORDS,
  verbTie: WORDS,
  left: [CLASSES, KINDS],
  right: [CLASSES, KINDS],
  rightTwo: [CLASSES, CLASSES],
  leftTwo: [CLASSES, CLASSES],
  sideRight: [SIDES, CLASSES, yesNo],
  quoteBefore: [CLASSES, SIDES, TIES],
  quoteAfter: [CLASSES, SIDES, TIES],
  quoteEnd: [ENDS, SIDES, TIES],
  quoteForm: [ENDS, yesNo, yesNo, SIDES],
  rival: [TIES, TIES, SAME],
  rivalSide: [SIDES, TIES, yesNo, yesNo],
  previous: [PREVIOUS, SAME, yesNo, yesNo],
  previousTie: [PREVIOUS, SAME, TIES, yesNo],
  previousSide: [PREVIOUS, SAME, SIDES, numbers(3)],
  previousForm: [SAME, CLASSES, ENDS],
  path: WORDS,
  pathKind: WORDS,
  reported: [numbers(4), SIDES, TIES],
  frequency: [numbers(5), SIDES],
  subject: [yesNo, SIDES, numbers(4)],
  word: WORDS,
  headLine: [yesNo, SIDES],
  noneForm: [ENDS, yesNo, PREVIOUS],
  noneAround: [CLASSES, CLASSES],
  noneRival: [TIES, yesNo, yesNo],
  // German alone.
  caseTie: [CASES, SIDES, TIES],
  caseRelation: [CASES, RELATIONS, CLAUSE_VERBS],
  caseWord: [CASES, numbers(6)],
  clause: [RELATIONS, yesNo, CLAUSE_VERBS, MOODS],
  clauseReported: [RELATIONS, yesNo, CLAUSE_VERBS, yesNo],
  clauseSame: [SAME, RELATIONS, yesNo, MOODS],
  chain: [numbers(5), yesNo, CLAUSE_VERBS, yesNo],
  chainSame: [numbers(5), yesNo, SAME],
  governor: [GOVERNORS, yesNo, yesNo, KINDS],
  governorMood: [GOVERNORS, yesNo, yesNo, MOODS, SAME],
  governorCase: [GOVERNORS, yesNo, CASES],
  noneGovernor: [GOVERNORS, yesNo, MOODS],
  ending: WORDS,
  preposition: WORDS,
  noneClause: [CLAUSE_VERBS, MOODS, yesNo, PREVIOUS],
} as const satisfies Templates;

/** Parts of each feature of what a quotation is: direct, mixed, or no speech. */
export const SPEECH_TEMPLATES = {
  bias: [yesNo],
  words: [numbers(14)],
  form: [numbers(14), yesNo, ENDS],
  before: [CLASSES, yesNo],
  beforeTwo: [CLASSES, CLASSES],
  after: [CLASSES, ENDS],
  around: [CLASSES, CLASSES, yesNo],
  wordBefore: WORDS,
  wordBeforeTwo: WORDS,
  firstWord: WORDS,
  tie: [LINKS, TIES, yesNo],
  verb: WORDS,
  capitals: [numbers(6), numbers(6)],
  wordsCapitals: [numbers(14), numbers(6)],
  single: [yesNo, numbers(3)],
  place: [yesNo, yesNo, yesNo],
  previous: [PREVIOUS, numbers(4), numbers(6)],
  count: [numbers(6), numbers(6)],
  closed: [yesNo, yesNo],
  inside: [yesNo, yesNo, yesNo],
  score: [numbers(12), ENDS],
  scoreWords: [numbers(12), numbers(14)],
  wordBeforeLength: WORDS,
  wordAfter: WORDS,
  wordAfterTwo: WORDS,
  lastWord: WORDS,
  speakerKind: [KINDS, TIES, numbers(4)],
  repeated: [numbers(3), numbers(6)],
  joined: [numbers(4), numbers(6), yesNo],
} as const satisfies Templates;

/** The outputs of a weights file, and the features each sums. */
export const MODEL_TEMPLATES = {
  speaker: SPEAKER_TEMPLATES,
  direct: SPEECH_TEMPLATES,
  mixed: SPEECH_TEMPLATES,
  none: SPEECH_TEMPLATES,
} as const;

/** What writes each feature beside its name: `speaker.side(sink, side, kind)`. */
export const speaker = createWriters(SPEAKER_TEMPLATES);
export const speech = createWriters(SPEECH_TEMPLATES);
