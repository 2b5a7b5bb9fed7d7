/** Organizations and groups known by a common noun, so that "it" and "they" may mean them. */

import type { Gender } from "../../languages/language.ts";
import { classAt, REPORTING_VERBS } from "../../languages/reading.ts";
import { mentionText, type ReadText } from "../reading/read-text.ts";
import { findOrganization } from "./descriptions.ts";
import type { Names } from "./names.ts";
import type { Person } from "./person.ts";

/** Organizations and groups known by a common noun ("the drivers' union"), so that "it" and "they" may mean them. */
export interface Groups {
  find(mention: number): Person | null;
}

export function createGroups(read: ReadText, names: Names): Groups {
  const known = new Map<string, Person>();
  const toGroup = (name: string, gender: Gender): Person => {
    const group = known.get(name) ?? {
      name,
      first: "",
      last: name,
      gender,
      role: null,
      roles: [],
      kind: "organization",
      count: 1,
      isSure: false,
      mayBeThing: false,
    };
    known.set(name, group);
    return group;
  };
  return {
    find(index) {
      const found = findOrganization(read, names, index);
      if (found !== null) return typeof found === "string" ? toGroup(found, "neuter") : found;
      const mention = read.mentions[index];
      const head = read.items[mention?.last ?? -1]?.word ?? "";
      // "said his members would": a subject of what is said, not who says it.
      const isInside = REPORTING_VERBS.has(classAt(read.items, (mention?.first ?? 0) - 1));
      return mention?.kind === "role" && read.speech.plural.test(head) && !isInside
        ? toGroup(mentionText(read, index), "plural")
        : null;
    },
  };
}
