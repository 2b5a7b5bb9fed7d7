/** Who spoke so far in an article, as its quotations are read in order. */

import type { Gender } from "../../languages/language.ts";
import type { Person } from "./person.ts";

export interface Spoken {
  /** By mention. */
  readonly people: ReadonlyMap<number, Person>;
  /** Mention -> the phrase that describes somebody without a name: "a harbor pilot". */
  readonly unnamed: ReadonlyMap<number, number>;
  /** Pronouns that nobody was found for. */
  readonly lost: ReadonlySet<number>;
  /** People of unknown gender -> that of the pronoun that meant them. */
  readonly genders: ReadonlyMap<Person, Gender>;
  /** Whether somebody is among `people`. */
  isHeard(person: Person): boolean;
  /** The last of `people` who was heard at a mention before this one. */
  lastBefore(mention: number): readonly [mention: number, person: Person] | null;
  /** Whom a pronoun between others means: looked for once, until more is known of who spoke. */
  follow(pronoun: number, look: () => Person | null): Person | null;
}

export interface SpokenSoFar extends Spoken {
  addPerson(mention: number, person: Person): void;
  addUnnamed(mention: number, phrase: number): void;
  addLost(mention: number): void;
  addGender(person: Person, gender: Gender): void;
}

export function createSpoken(): SpokenSoFar {
  const people = new Map<number, Person>();
  const unnamed = new Map<number, number>();
  const genders = new Map<Person, Gender>();
  const heard = new Set<Person>();
  const lost = new Set<number>();
  /** Mentions of `people`, the first heard first. */
  const order: number[] = [];
  const followed = new Map<number, Person | null>();
  return {
    people,
    unnamed,
    genders,
    lost,
    addLost: (mention) => lost.add(mention),
    isHeard: (person) => heard.has(person),
    lastBefore(mention) {
      for (let at = order.length - 1; at >= 0; at--) {
        const before = order[at] ?? 0;
        const person = people.get(before);
        if (before < mention && person !== undefined) return [before, person];
      }
      return null;
    },
    follow(pronoun, look) {
      const known = followed.get(pronoun);
      if (known !== undefined) return known;
      const found = look();
      followed.set(pronoun, found);
      return found;
    },
    addPerson(mention, person) {
      if (people.get(mention) === person) return;
      if (!people.has(mention)) order.push(mention);
      people.set(mention, person);
      heard.add(person);
      followed.clear();
    },
    addUnnamed(mention, phrase) {
      if (unnamed.get(mention) === phrase) return;
      unnamed.set(mention, phrase);
      followed.clear();
    },
    addGender(person, gender) {
      if (genders.get(person) === gender) return;
      genders.set(person, gender);
      followed.clear();
    },
  };
}
