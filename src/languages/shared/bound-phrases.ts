/** What leans on something told before: openings, definite nouns, pairs, pronouns; a room's words for it made into patterns. */

import type { AsidesFile, BoundWords } from "./asides-file.ts";
import { BEGIN, END, oneOf } from "./cuts.ts";
import { toAnyPattern } from "./word-pattern.ts";

/** Patterns of subjects known only from before. Text is in lower case but for `pair` and `credit`. */
export interface BoundPhrases {
  /** "the episode", the noun as its group. */
  readonly definite: RegExp;
  readonly indefinite: RegExp;
  /** What follows a noun that is explained there: "of", "that". */
  readonly explained: RegExp;
  /** Nouns for the news as a whole: "decision". */
  readonly events: ReadonlySet<string>;
  readonly openings: RegExp;
  /** Those among them that point back behind a phrase, too: "According to The Lantern, the men". */
  readonly ledOpenings: RegExp;
  /** Connectives that answer the sentence before. */
  readonly contrast: RegExp;
  /** "the" wherever it stands; a demonstrative with what it points with as its group; a pronoun whose gender is known. */
  readonly isSoughtInside: boolean;
  /** Demonstratives for one thing, and nouns for the news itself behind them. */
  readonly once: ReadonlySet<string>;
  readonly selves: ReadonlySet<string>;
  readonly definiteInside: RegExp;
  readonly definiteAnywhere: RegExp;
  readonly pointedAnywhere: RegExp;
  readonly gendered: RegExp;
  /** "Amid all this", "In the email, …" with the noun as its group, "The council, however, …". */
  readonly pointed: RegExp;
  readonly pointedInside: RegExp;
  readonly led: RegExp;
  /** A phrase at the head with its comma: "According to The Lantern, "; and what stands before things that it brings in: "two", "30". */
  readonly phraseLed: RegExp;
  readonly counted: RegExp;
  readonly inner: RegExp;
  /** What is said only of a second one, wherever it stands: "is another". */
  readonly predicates: RegExp;
  readonly pair: RegExp;
  /** A pronoun, or nobody, is said to speak behind a quotation. */
  readonly credit: RegExp;
  /** Behind a quotation, a house that speaks, the noun as one of the two groups: "…," the academy said. */
  readonly house: RegExp;
  /** "him", "her", and a word for somebody whom it may stand for. */
  readonly personal: RegExp;
  readonly somebody: RegExp;
}

function toHouse({ definite, houses }: BoundWords, verb: string): RegExp {
  const house = `${oneOf(definite)}[ '’](${oneOf(houses)})${END}`;
  return new RegExp(`["”»“][ \\u00a0]?[,.]?[ \\u00a0]?(?:[–—-] )?(?:${verb} ${house}|${house} ${verb}${END})`, "iu");
}

export function toBound(raw: BoundWords, { speech, quoted, helpers }: AsidesFile): BoundPhrases {
  const who = `(?:${oneOf(raw.speakers)}|${raw.ages})`;
  const lead = `^${oneOf(raw.leads)}`;
  const sure = quoted.demonstratives.filter((word) => !quoted.unsure.includes(word));
  const verb = oneOf(speech);
  return {
    definite: new RegExp(`^${oneOf(raw.definite)}[ ']?(\\p{L}{3,})(?![\\p{L}\\p{N}-])`, "u"),
    indefinite: new RegExp(`${BEGIN}${oneOf(raw.indefinite)}[ '](\\p{L}{3,})${END}`, "gu"),
    explained: new RegExp(`^ ${oneOf(raw.explained)}${END}`, "u"),
    events: new Set(raw.events),
    openings: new RegExp(`^(?!${oneOf(raw.notOpenings)}${END})${oneOf(raw.openings)}${END}`, "u"),
    ledOpenings: new RegExp(`^${oneOf(raw.ledOpenings)}${END}`, "u"),
    contrast: new RegExp(`^${oneOf(raw.contrast)}${END}`, "u"),
    pointed: new RegExp(
      `${lead} (?:all |most of |some of )?${oneOf(sure)}(?! (?:\\p{L}+ )?${oneOf(quoted.known)}${END})(?! ${oneOf(quoted.explained)}${END})${END}`,
      "u",
    ),
    // "after that visit": a demonstrative behind a preposition, with its noun as the group.
    pointedInside: new RegExp(
      `(?<=[\\p{L}\\p{N},] )${oneOf(raw.leads)} ${oneOf(quoted.demonstratives)} (?!(?:\\p{L}+ )?${oneOf(quoted.known)}${END})(?!${oneOf(quoted.explained)}${END})(\\p{Ll}{3,})${END}`,
      "u",
    ),
    isSoughtInside: raw.soughtInside.length > 0,
    once: new Set(raw.soughtOnce),
    selves: new Set([...raw.selves, ...raw.events]),
    definiteInside: new RegExp(`${BEGIN}${oneOf(raw.definite)}[ '](?=\\p{Ll})`, "gu"),
    definiteAnywhere: new RegExp(`${BEGIN}${oneOf(raw.definite)}[ '](?=\\p{L})`, "gu"),
    pointedAnywhere: new RegExp(
      `(?<=[\\p{L},] )${oneOf([...raw.soughtInside, ...raw.soughtOnce])} (?!(?:\\p{L}+ )?${oneOf(quoted.known)}${END})(?!${oneOf(quoted.explained)}${END})(\\p{Ll}{3,})${END}`,
      "gu",
    ),
    gendered: new RegExp(`${BEGIN}(?:${oneOf(raw.male)}|(?<female>${oneOf(raw.female)}))${END}`, "u"),
    phraseLed: new RegExp(`${lead} [^,;:]{2,50}, `, "u"),
    counted: new RegExp(`${BEGIN}(?:\\d+|${oneOf(raw.counting)})(?= \\p{Ll})`, "gu"),
    led: new RegExp(`${lead} ${oneOf(raw.definite)} (\\p{L}{3,})(?=,)`, "u"),
    inner: new RegExp(`, ${oneOf(raw.inner)}[,.]`, "u"),
    predicates: toAnyPattern(raw.predicates),
    // "the five": nobody says of whom.
    pair: new RegExp(
      `${BEGIN}(?:${oneOf(raw.pairs)}${END}|${oneOf(raw.definite)} ${oneOf(raw.counting.filter((word) => !word.includes(" ")))}(?=[,.;:]|$| ${oneOf(helpers)}${END}))`,
      "iu",
    ),
    // "she said", "said she", "a-t-elle dit"; where the subject is left out, the verb ends the sentence.
    credit: new RegExp(
      `["”»“][ \\u00a0]?[,.]?[ \\u00a0]?(?:[–—-] )?(?:${who} ${verb}${END}|${verb} ${who}${END}|\\p{L}+(?:-t)?-${who}${END}|${raw.isSpeakerDropped ? verb : "(?!)"}\\.$)`,
      "iu",
    ),
    house: toHouse(raw, verb),
    personal: new RegExp(`${BEGIN}${oneOf(raw.personal)}${END}`, "iu"),
    somebody: new RegExp(
      `${BEGIN}(?!${oneOf(raw.notPeople)}${END})(?:${oneOf(raw.people)}|\\p{Ll}+${oneOf(raw.peopleEndings)})(?:s|['’]s)?${END}`,
      "u",
    ),
  };
}
