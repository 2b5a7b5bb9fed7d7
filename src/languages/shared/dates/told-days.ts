/** How news tells on which day something happened, else a day has no date. A star is two letters or more: "*ed", "ge*t". */

/** By what the tense of a day is found from the verbs around it. */
export interface TenseWords {
  readonly articles: readonly string[];
  /** Before a form of a verb that only describes: "[of] closed piers". */
  readonly describing: readonly string[];
  /** Forms like a verb that are none: "during". */
  readonly notVerbs: readonly string[];
  /** Between a helper and its participle: "has [also] closed". */
  readonly adverbs: readonly string[];
  /** "*ing" */
  readonly gerunds: readonly string[];
  /** What happened, though its words look ahead: "could not be reached". */
  readonly done: readonly string[];
  /** Helpers that make a participle present, or unreal: "[is] closed", "[would have] met". */
  readonly presents: readonly string[];
  readonly unreal: readonly string[];
  /** "[was] building", "[there was] a debate Monday" */
  readonly existed: readonly string[];
  /** "promised [on Monday] a pier": what they promise is to come. */
  readonly promised: readonly string[];
  /** Verbs above an infinitive that happened with them: "[failed] to meet"; a result: "won [to reach] the final". */
  readonly happened: readonly string[];
  readonly results: readonly string[];
  /** Before a gerund that has the time of the main clause: "[while] visiting". */
  readonly gerundLinks: readonly string[];
  /** Links that also stand before what has no verb: "[after] a quarrel". */
  readonly softLinks: readonly string[];
  /** What leads up to something that is still to come: "[ahead of] the vote on Monday". */
  readonly prospective: readonly string[];
  readonly prepositions: readonly string[];
  /** Between a verb of saying and its day: "said [of] the pier on Monday". */
  readonly gaps: readonly string[];
  /** Behind a hearer, they begin what was said: "told him [he]". */
  readonly subjects: readonly string[];
  /** Small words beside a day: "again Monday", "later on Monday". */
  readonly fillers: readonly string[];
  /** What is done with an event on its day: "will [hold] the vote on Monday". */
  readonly performed: readonly string[];
  /** Where people speak: "spoke [before] the [committee] on Monday" leads up to nothing. */
  readonly facing: readonly string[];
  readonly forums: readonly string[];
  /** "the vote on Monday, in [which] she" */
  readonly relatives: readonly string[];
  readonly persons: readonly string[];
  /** "[Had] the pier closed, no boat would have" */
  readonly inverted: readonly string[];
  /** What opens a sentence of other days: "[As a child], she". */
  readonly frames: readonly string[];
  /** "added a cup [with] a win on Monday" */
  readonly bringing: readonly string[];
  /** "will raise its fees [starting] Monday" */
  readonly beginning: readonly string[];
  /** "will meet the mayor [at] a hearing on Monday" */
  readonly occasions: readonly string[];
  /** "if": what follows did not happen, or not yet. */
  readonly conditions: readonly string[];
  /** Before "today", they make it mean these days: "available today". */
  readonly lasting: readonly string[];
  /** Words of ToldDays.beside behind which no clause follows: "voted". */
  readonly deeds: readonly string[];
  /** "promised [in] a letter on Monday", "announced [by] the mayor on Monday" */
  readonly ways: readonly string[];
  /** "[hours] before the win Monday" */
  readonly shortly: readonly string[];
  /** Before a gerund whose day is its own: "plans [for] closing on Monday". */
  readonly beforeObjects: readonly string[];
}

/** What beside a day of the week tells of which week it is. */
export interface PointedWords {
  /** „am [gestrigen] Dienstag“: how many days off. */
  readonly off: Readonly<Record<string, number>>;
  /** The nearest behind, before it and behind it: „am [vergangenen] Dienstag“, « mardi [dernier] »; and the nearest ahead. */
  readonly lately: readonly string[];
  readonly latelyBehind: readonly string[];
  readonly shortly: readonly string[];
  readonly shortlyBehind: readonly string[];
  /** Behind it, they make it one of a row: « le mardi dernier [du] mois ». */
  readonly parted: readonly string[];
  /** "[since] Monday", where something still goes on, "[has] been closed", and is not told as over: "[had]". */
  readonly ongoing: readonly string[];
  readonly goingOn: readonly string[];
  readonly gone: readonly string[];
}

/** By what an article says that it tells a story of another time, and by what its sentences come back to these days. */
export interface StoryWords {
  /** "[in] March", "the wreck [of] 1953", "in [early] March", "March [of] 2024" */
  readonly within: readonly string[];
  readonly parts: readonly string[];
  readonly yearLinks: readonly string[];
  /** Between a day and its year: "on Sunday [in] a like storm in 2019". */
  readonly meanwhile: readonly string[];
  /** "years ago", "a year after" */
  readonly lapses: readonly string[];
  readonly archives: readonly string[];
  readonly anniversaries: readonly string[];
  readonly reprints: readonly string[];
  /** What tells of another time, where a time stands beside it: "inquest", "drowned". */
  readonly genres: readonly string[];
  /** Before a time, they make it none of the story: "the worst [since] the flood of 1953". */
  readonly asides: readonly string[];
  /** In a clause with a day, they are of now: "the [judge] ruled on Friday". */
  readonly now: readonly string[];
  /** What has days of its own, "a [letter]", and what is done with it on these days: "[published] yesterday". */
  readonly works: readonly string[];
  readonly shown: readonly string[];
  readonly lastWeek: readonly string[];
  readonly thisWeek: readonly string[];
  /** Besides ToldDays.beside and ToldDays.tellers: "[said] on Friday"; but "was told on Friday" is of the story. */
  readonly said: readonly string[];
  readonly passives: readonly string[];
  /** "[had] been warned", but no "had [a] flat" */
  readonly pluperfects: readonly string[];
  readonly notPluperfect: readonly string[];
  /** Where its other half stands behind the day, one of these: „war am Montag gewarnt [worden]“. */
  readonly pluperfectEnds: readonly string[];
}

export interface ToldDays {
  /** From Sunday on, each as sentences have it: "понедельник", "среду". */
  readonly days: readonly (readonly string[])[];
  /** What may follow a day and belongs to it, joined or not: "evening". */
  readonly parts: readonly string[];
  /** "yesterday": how many days off it is; no words that also mean "these days" where verbs cannot tell. */
  readonly near: Readonly<Record<string, number>>;
  /** Those that mean one day whatever the verb: "yesterday". */
  readonly surely: readonly string[];
  /** Verbs of the past. A bar stands for the day. Those of `beside` tell only of a day right behind them, or behind one of `gaps`: "said in a note on Monday". */
  readonly past: readonly string[];
  readonly beside: readonly string[];
  readonly gaps: readonly string[];
  /** Forms like a verb of the past that are none: "need". Words behind which a form of the past did nothing: "three armed men"; and words before which it may have: "built by", "closed in". */
  readonly notPast: readonly string[];
  readonly beforeParticiples: readonly string[];
  readonly loose: readonly string[];
  /** "according to": who follows has said it on the day. */
  readonly sources: readonly string[];
  /** Behind a comma, what leads into the day of the next clause: "[but] on Monday, the council". */
  readonly turns: readonly string[];
  /** What may be to come: "announced a meeting on Monday"; and the words that make it lie behind with its clause: "during", "attended". */
  readonly events: readonly string[];
  readonly eventsOver: readonly string[];
  /** What stands between an event or a clause and its day: "on", "late". */
  readonly beforeDay: readonly string[];
  /** Present verbs of saying, and what may begin a clause behind them: "[says] [that] Monday's vote was close". */
  readonly saying: readonly string[];
  readonly thatLinks: readonly string[];
  /** Before a day that owns something: "during [Monday's vote]"; and behind one that describes it: "in a Monday [interview]". */
  readonly owners: readonly string[];
  /** "in [a] Monday interview" */
  readonly pointers: readonly string[];
  readonly described: readonly string[];
  /** Between what was said and where: "posted [on] Lantern Monday", which is no name that ends with a day. */
  readonly carriers: readonly string[];
  /** The ends of names behind which a day may be part of the name: "Lantern [News] Sunday". */
  readonly nameEnds: readonly string[];
  /** Names that end with "on" and a day. */
  readonly names: readonly string[];
  /** Words by which a sentence tells of another week: "last month". */
  readonly otherTimes: readonly string[];
  /** A word of otherTimes at most two words behind one of these leads up to the day: „nach elf Jahren“. */
  readonly elapsed: readonly string[];
  /** Small words that only say where or when: pieces between commas made of them and of names belong to the clause before. */
  readonly placing: readonly string[];
  /** "[told] the paper on Monday": verbs whose hearer may stand between them and the day. */
  readonly tellers: readonly string[];
  /** Words before plurals that look like verbs: "[most] votes". */
  readonly counters: readonly string[];
  /** What has happened when it is named, and what may stand behind it: "Friday's [attack] [in] Varen", no "Friday's attack plan". */
  readonly outcomes: readonly string[];
  readonly outcomesGoOn: readonly string[];
  /** What has happened where something is "after" it: "[after] Monday's [loss]". */
  readonly afterwards: readonly string[];
  readonly scores: readonly string[];
  /** What somebody is heard on: "said on Friday's [broadcast]". */
  readonly broadcasts: readonly string[];
  /** What waits for it: "braced for Friday's raid". */
  readonly waiting: readonly string[];
  /** Behind one of these, a day of today or of the next two is ahead: "[heading into] Tuesday's vote". */
  readonly approaching: readonly string[];
  /** "[turns] 30 today" */
  readonly turning: readonly string[];
  /** What says that something is still to be done on its day, and what says that it is done every week. */
  readonly toCome: readonly string[];
  readonly habits: readonly string[];
  /** "[will] [meet] in Varen on Monday": what is done once, and what says that it is to come. */
  readonly coming: Readonly<Record<"auxiliaries" | "verbs", readonly string[]>>;
  /**
   * "[banned] the march on Saturday": verbs whose object may be to come, or that have such an object where a word of
   * `toward` follows: "[named] a side [for] the visit on Saturday", "[dropped] [from] Saturday's cup"; and those of which only certain things are to come: "[called] a [walkout]". Words of `manner` part no verb from its day.
   */
  readonly planned: Readonly<
    Record<"verbs" | "verbsToward" | "toward" | "parting" | "verbsOfThings" | "things" | "manner", readonly string[]>
  >;
  /** Words that open a sentence of another time, or a rule: "[in those days]". */
  readonly frames: readonly string[];
  /** Where one of them stands, days are those of an account: "the [court heard] that". */
  readonly accounts: readonly string[];
  /** At the end of one of its first sentences, an article is about what was then: "sank fifty [years ago]." */
  readonly yearsAgo: readonly string[];
  /** "On Monday, a week before the [fire]" */
  readonly disasters: readonly string[];
  readonly story: StoryWords;
  /** "hat" and, anywhere behind it, "gewählt". */
  readonly helpers: readonly string[];
  readonly participles: readonly string[];
  /** Verbs that make even "today" one day where they stand right behind it: „Heute [bestätigte]“. */
  readonly active: readonly string[];
  /** Participles that with a helper tell of a state, „ist [geschlossen]“, but not where one of `done` stands by: „worden“. */
  readonly states: readonly string[];
  readonly done: readonly string[];
  /** What opens an attribute with a day in it, and a regular expression for its participle: „[der] am Montag [verhaftete] Fischer“. */
  readonly describing: readonly string[];
  readonly attribute: string;
  /** Before the article's own day of the week, they leave no doubt: "[ce] lundi", "[later] on Monday". */
  readonly thisDay: readonly string[];
  readonly later: readonly string[];
  /** "[last] Friday", "[next] Monday": of the week before, or behind, this one. */
  readonly lastWeek: readonly string[];
  readonly nextWeek: readonly string[];
  readonly pointed: PointedWords;
  /** "[in the early hours of] Monday" */
  readonly hoursOf: readonly string[];
  /** "[as of] Monday" */
  readonly asOf: readonly string[];
  readonly tense: TenseWords | null;
  /** A regular expression for what is yet to be done: "to meet". */
  readonly infinitive: string;
  /** Words of what is to come, of plans and of what is always so. */
  readonly ahead: readonly string[];
  /** Words of `ahead` that at the end of a clause belong to its verb: „stürzte am Montag [ab]“. */
  readonly particles: readonly string[];
  /** Words that begin a clause of its own, and words between clauses that may share a verb. */
  readonly links: readonly string[];
  readonly joins: readonly string[];
  /** One of these must stand before a weekday, where there are any. */
  readonly before: readonly string[];
  /** Words by which a day is another one, or none: "next Monday", "Mondays", "from Monday". */
  readonly notBefore: readonly string[];
  readonly notBehind: readonly string[];
  /** The locale in whose form dates are written, where it is not the tag. */
  readonly locale: string | null;
  /** From which hour in UTC to which the day is the same in UTC and where the language's papers are printed. */
  readonly sameDay: readonly [from: number, to: number];
}
