/** How news tells on which day something happened, else a day has no date. A star is two letters or more: "*ed", "ge*t". */

export interface ToldDays {
  /** From Sunday on, each as sentences have it: "понедельник", "среду". */
  readonly days: readonly (readonly string[])[];
  /** What may follow a day and belongs to it, joined or not: "evening". */
  readonly parts: readonly string[];
  /** "yesterday": how many days off it is; no words that also mean "these days" where verbs cannot tell. */
  readonly near: Readonly<Record<string, number>>;
  /** Verbs of the past. A bar stands for the day. Those of `beside` tell only of a day right behind them, or behind one of `gaps`: "said in a note on Monday". */
  readonly past: readonly string[];
  readonly beside: readonly string[];
  readonly gaps: readonly string[];
  /** Forms like a verb of the past that are none: "need". Words behind which a form of the past did nothing: "three armed men"; and words before which it may have: "built by", "closed in". */
  readonly notPast: readonly string[];
  readonly beforeParticiples: readonly string[];
  readonly loose: readonly string[];
  /** Forms of "be": "was voted off". */
  readonly passive: readonly string[];
  /** "according to": who follows has said it on the day. */
  readonly sources: readonly string[];
  /** What opens a circumstance that lies behind with its clause: "In a vote late on Monday, the council …". */
  readonly fronts: readonly string[];
  /** Behind a comma, what leads into the day of the next clause: "[but] on Monday, the council". */
  readonly turns: readonly string[];
  /** What may be to come: "announced a meeting on Monday"; and the words that make it lie behind with its clause: "during", "attended". */
  readonly events: readonly string[];
  readonly eventsOver: readonly string[];
  /** What stands between an event or a clause and its day: "on", "late". */
  readonly beforeDay: readonly string[];
  /** Before a day that owns something: "during [Monday's vote]"; and before one that describes what was said: "said [in a] Monday interview". */
  readonly owners: readonly string[];
  readonly describers: readonly string[];
  /** Between what was said and where: "posted [on] Lantern Monday", which is no name that ends with a day. */
  readonly carriers: readonly string[];
  /** Words by which a sentence tells of another week: "last month". */
  readonly otherTimes: readonly string[];
  /** A word of otherTimes at most two words behind one of these leads up to the day: „nach elf Jahren“. */
  readonly elapsed: readonly string[];
  /** Small words that only say where or when: pieces between commas made of them and of names belong to the clause before; and links that may stand before such: "before the Harbor Committee". */
  readonly placing: readonly string[];
  readonly placingLinks: readonly string[];
  /** "told [the] paper on Monday": verbs whose hearer may stand between them and the day, and what stands before the hearer. */
  readonly tellers: Readonly<Record<"verbs" | "before", readonly string[]>>;
  /** Links behind which what has no verb belongs to the clause before: "shot [after] a quarrel on Monday"; and those that end what a day belongs to: "on Monday … [since] her election last month". */
  readonly softLinks: readonly string[];
  readonly softEnds: readonly string[];
  /** Verbs whose object cannot be to come: "[posted] the clip on Monday". */
  readonly givenOut: readonly string[];
  /** Words before plurals that look like verbs: "[most] votes". */
  readonly counters: readonly string[];
  /** What has happened when it is named, and what may stand behind it: "Friday's [attack] [in] Varen", no "Friday's attack plan". */
  readonly outcomes: readonly string[];
  readonly outcomesGoOn: readonly string[];
  /** What has happened where something is "after" it: "after Monday's [loss]". */
  readonly scores: readonly string[];
  /** What somebody is heard on: "said on Friday's [broadcast]". */
  readonly broadcasts: readonly string[];
  /** What waits for it: "braced for Friday's raid". */
  readonly waiting: readonly string[];
  /** What says that something is still to be done on its day, and what says that it is done every week. */
  readonly toCome: readonly string[];
  readonly habits: readonly string[];
  /** "[will] [meet] in Varen on Monday": what is done once, and what says that it is to come. */
  readonly coming: Readonly<Record<"auxiliaries" | "verbs", readonly string[]>>;
  /** "hat" and, anywhere behind it, "gewählt". */
  readonly helpers: readonly string[];
  readonly participles: readonly string[];
  /** A regular expression for what is yet to be done: "to meet". */
  readonly infinitive: string;
  /** Words of what is to come, of plans and of what is always so. */
  readonly ahead: readonly string[];
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
