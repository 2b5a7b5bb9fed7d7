/** What a sentence says besides its main clause may be claimed, and nothing else may be made of it. */

import { describe, expect, test } from "vitest";
import { checkGrounding } from "../../../../src/briefs/model/grounding.ts";

const article = {
  title: "Lantern tower of Orby repaired",
  language: "en",
  text: `Ilse Garm, the harbor master, opened the lantern tower in Orby on Friday. The tower, built by the mason Per Odda in 1880, had been closed since a fire.

“Nobody slept that night,” said Rolf Teig, who has kept the lamp since 1991. He was praised by the council but never paid.

Inspector Una Dahl said the stairs were not safe. The wife of Rolf Teig, who paints, sold a picture. A student, Marko Venn, found an old map under the roof. The rooms under the lamp might be let.`,
};

describe("said besides", () => {
  test.each([
    ["what somebody is", "Ilse Garm is the harbor master."],
    ["what somebody does", "Rolf Teig has kept the lamp since 1991."],
    ["who made a thing", "The tower was built by the mason Per Odda in 1880."],
    ["a name behind a phrase", "Marko Venn found an old map under the roof."],
    ["who was meant by a pronoun", "Rolf Teig was praised by the council but never paid."],
    ["words turned", "The stairs were not safe, said Inspector Una Dahl."],
    ["a place left out that counts nothing", "The rooms might be let."],
  ])("%s", (_name, claim) => {
    expect(checkGrounding(claim, article).problems).toEqual([]);
  });

  test.each([
    ["of another", "Rolf Teig is the harbor master."],
    ["of one of two", "Rolf Teig paints."],
    ["made by its work", "The tower built the mason Per Odda in 1880."],
    ["without whoever says it", "The stairs were not safe."],
    ["by another", "The stairs were not safe, said Rolf Teig."],
    ["of another by a pronoun", "Ilse Garm was praised by the council but never paid."],
    ["without what denies it", "The stairs were safe, said Inspector Una Dahl."],
  ])("not %s", (_name, claim) => {
    expect(checkGrounding(claim, article).isGrounded).toBe(false);
  });
});
