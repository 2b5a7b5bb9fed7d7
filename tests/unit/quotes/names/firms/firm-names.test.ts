/** A firm, club or state that is called as somebody in the article is speaks for itself, and is nobody of that name. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../../src/quotes/find-quotes.ts";

const speakerOf = (text: string, language = "en") => {
  const speaker = findQuotes(text, { language }).at(-1)?.speaker ?? null;
  return speaker === null ? null : [speaker.name, speaker.role, speaker.kind];
};

describe("a house that bears somebody's name", () => {
  test.each([
    ["Deputy Bayo Brown signed the order.\n\n“We regret the lapse,” Cole & Brown said.", "Cole & Brown"],
    ["Biologist Rita Fenn has no tie to it.\n\n“Our seed is fine,” said Holloway & Fenn.", "Holloway & Fenn"],
    ["Advocate Om Mehta appeared.\n\n“The bird is ours,” Tata Mehta & Sons said.", "Tata Mehta & Sons"],
    ["Biologist Rita Fenn came.\n\nAccording to Holloway & Fenn, “our seed is fine.”", "Holloway & Fenn"],
    [
      "Estate agent Bray and Loman apologized. Council leader Colin Bray came.\n\n“It was ambitious,” Bray and Loman said.",
      "Bray and Loman",
    ],
    ["Treasurer Lou Benson set the levy.\n\n“This levy kills garages,” Benson said in its filing.", "Benson"],
    ["Envoy Michael Jordan came.\n\n“We will not move,” Jordan said through its foreign ministry.", "Jordan"],
    ["Steward Ada Varen spoke.\n\n“We accept the fine,” Varen said in a statement on their website.", "Varen"],
  ])("%s", (text, name) => {
    expect(speakerOf(text)).toEqual([name, null, "organization"]);
  });

  test("is not whose lawyer speaks for it", () => {
    expect(speakerOf("Biologist Rita Fenn came.\n\n“Our seed is fine,” a lawyer for Holloway & Fenn said.")).toBeNull();
  });
});

describe("somebody stays who they are", () => {
  test.each([
    ["Treasurer Lou Benson set the levy.\n\n“This helps garages,” Benson said in his filing.", "Lou Benson"],
    ["Treasurer Lou Benson set the levy.\n\n“This helps garages,” Benson said in its defense.", "Lou Benson"],
    ["Treasurer Lou Benson set the levy.\n\n“This helps garages,” Benson said of the plan and its foes.", "Lou Benson"],
    ["Ada Moor and Bo Hale ran.\n\n“We will win this town together,” Moor and Hale said.", "Ada Moor and Bo Hale"],
    ["Barns & Noble was sold.\n\n“We will win this town,” Barns & Noble chief Ada Moor said.", "Ada Moor"],
  ])("%s", (text, name) => {
    expect(speakerOf(text)?.[0]).toBe(name);
  });
});
