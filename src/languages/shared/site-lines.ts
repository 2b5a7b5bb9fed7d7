/** What a site puts around an article, as one language words it: what a room's site-lines.json may hold. */

import { z } from "zod";
import { readRoomFileIfAny } from "./room-file.ts";
import type { StagedKind } from "./staged.ts";

const list = z.array(z.string().min(1)).readonly().default([]);

/**
 * Words are in lower case and without punctuation, unless something else is said. A list may be left out. Where a list is
 * of whole words, a star at an end stands for any letters: "nuestr*".
 */
const siteLinesSchema = z.strictObject({
  /** Whole lines that head something else than the article, and the words of buttons: "must read", "comments". */
  rails: list,
  /** Whole headings of lists that bring no news of their own: what is read most, what somebody paid for. */
  sideLists: list,
  /** How a line opens that points elsewhere, or names a picture or a source: "see also", "photo". */
  leads: list,
  /** Those of the leads that point elsewhere without a colon behind them: "See also Port reopens". */
  pointers: list,
  /** Phrases in which a site asks something of its reader, or says whose the text is. */
  prompts: list,
  /** Those never said in an article, wherever in a line they stand; with punctuation. */
  surePrompts: list,
  /** Whole lines of that kind, as regular expressions; each begins with ^ unless what it says is never said in an article. */
  asks: list,
  /** How a button opens that shares the page: "share". */
  shares: list,
  /** How a line opens that asks to be followed, and networks as this language writes them. */
  follows: list,
  networks: list,
  /** Asks leave to store cookies. */
  consent: z
    .strictObject({
      /** Parts of words for what is stored. */
      about: list,
      /** Parts of words for what is done about it: "accept". */
      acts: list,
      /** Whole words for who asks and who is asked. */
      parties: list,
      /** Whole words by which somebody speaks of it: then it is news. */
      spoken: list,
      /** How such a line opens, exactly, where it says nothing of the above. */
      sure: list,
    })
    .prefault({}),
  /** Phrases, with punctuation, with which a site speaks to its visitors in the middle of a text; no summary takes them. */
  noise: list,
  /** The same where they speak to somebody, and the news' own words where they tell of somebody: "an email address". */
  newsyNoise: list,
  /** Who else worked on a text, told at the end of a line, as regular expressions. */
  contributions: list,
  /** How the line under a picture opens, and whole words of a line that credits one. */
  captions: list,
  photos: list,
  /** What stands before the writer's name: "by". */
  bylines: list,
  /** The same behind a date on one line, and words behind the names: "23:30 by Ada Moor", "published". */
  lateBylines: list,
  bylineEnds: list,
  /** Small words inside a name that stands alone on a line: "van". */
  particles: list,
  /** Words that a site's name has in one place and lacks in another: "the", "online". */
  outletWords: list,
  /** What else stands there in a page's data: "posts by". */
  bylineLabels: list,
  /** Words that stand where a name should and are none: "admin". */
  notNames: list,
  /** Whole words by which a newsroom or a firm is told from a person. */
  institutions: list,
  /** Whole words for what people at a paper do: "reporter". */
  roles: list,
  /** What others do who write for it, as the last word of it, and small words inside it: "garden [educator]", "founder [at] …". */
  jobs: list,
  jobJoints: list,
  /** Parts of words for the same, in what an author's box says of him. */
  writers: list,
  /** "and" between names. */
  joints: list,
  /** How a line credits an agency. */
  credits: z
    .strictObject({
      /** "source", "with". */
      openings: list,
      /** Words for the press by which a wire's name is known after a machine translated it: "press" of "French Press". */
      press: list,
      /** What an agency calls itself in its name, wherever in it, and words that make a name no agency's: "social media". */
      agencies: list,
      /** The same where only a name's last word tells it: "Harbor Press" is one, "Press Office" is not. */
      agencyEnds: list,
      notAgencies: list,
      /** Small words in such names: "of". */
      small: list,
    })
    .prefault({}),
  /** Words for the reader, for the outlet and for whoever writes, by which a block's kind is learned. */
  persons: z.strictObject({ you: list, we: list, i: list }).prefault({}),
});

export type SiteLines = z.infer<typeof siteLinesSchema>;

/** Empty lists for a language that has no site-lines.json. */
export const readSiteLines = (tag: string): SiteLines => readRoomFileIfAny(tag, "site-lines.json", siteLinesSchema);

/** Regular expressions, read in either case. */
const wallsSchema = z.strictObject({
  /** Whole headings and titles of checks, log-ins, errors and the like: "page not found". */
  titles: list,
  /** What such a page tells or asks its visitors, anywhere in a line. */
  lines: list,
  /** The parts of a box that asks leave to store and use data; two of them in a line make it one. */
  consent: list,
});

export type Walls = z.infer<typeof wallsSchema>;

/** Empty lists for a language that has no walls.json. */
export const readWalls = (tag: string): Walls => readRoomFileIfAny(tag, "walls.json", wallsSchema);

const notesSchema = z.strictObject({
  /** Regular expressions, in lower case, of a paragraph without the mark that opens it; by which a page corrects itself. */
  corrections: list,
  /** Tells what came later, or what editors have to say of the page; and the words by which that takes something back. */
  updates: list,
  reversals: list,
  /** Those updates alone that tell what came later, up to their first word. */
  laterNews: list,
  /** Says in which year a text appeared first that is shown again; the year is the last that the pattern finds. */
  archives: list,
  /** By which a page takes back all of itself. */
  retractions: list,
  /** By which it says that nothing of it is news: satire, fiction, an April fool, what one writer holds. */
  jokes: list,
  /** The same as a line above the text, also of what somebody paid for; elsewhere such a line heads a list or a box. */
  labels: list,
  /** A sentence that says that somebody paid for the page. */
  paid: list,
  /** How the headline of such a page opens, of one of letters, of a horoscope, of a column, of a guest's opinion: "Letters to the editor". */
  titles: list,
  /** How the headline of a page opens or ends that is written on while things happen: "Live: …", "… – as it happened". */
  lives: list,
  /** A line that heads what readers wrote; a label of an advert between paragraphs, with its colon. */
  comments: list,
  adverts: list,
  /** How a line opens that points to another page, and one that says who wrote the text or writes for the outlet. */
  pointers: list,
  writers: list,
  /** Verbs between a reader's account and the words: "harbor_fan99 [says]: …". */
  commentVerbs: list,
  /** A sentence that says that a machine made the summary, and lines that head one. */
  machines: list,
  summaries: list,
  /** What stands before the wrong value where both are told: "90, [not] 900", "to 90 [from] 900". */
  insteadOf: list,
  /** How a note tells which article it is about, up to the verb of what was wrong with it: "an article about the fleet [misstated]". */
  topics: list,
  /** A slip that leaves the news as it was: a name misspelled, an age, a day. */
  slips: list,
  /** Whole words that such notes are made of, which tell nothing of what they are about: "version", "regret". */
  own: list,
});

export type Notes = z.infer<typeof notesSchema>;

/** Empty lists for a language that has no notes.json. */
export const readNotes = (tag: string): Notes => readRoomFileIfAny(tag, "notes.json", notesSchema);

/** All that a room tells of the lines of pages. */
export interface PageLines extends SiteLines {
  readonly walls: Walls;
  readonly notes: Notes;
  readonly staged: readonly StagedKind[];
}
