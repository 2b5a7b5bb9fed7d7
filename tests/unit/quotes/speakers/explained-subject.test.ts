/** Whose words a French quotation is where something stands between its verb and who speaks. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const QUOTE = '"On ne demande pas au port de reculer, mais de changer la loi"';

const speaker = (behind: string, before = "Le port de Varen est fermé."): string | null =>
  findQuotes(`${before} ${QUOTE}${behind} Les bateaux attendent.`, { language: "fr" })[0]?.speaker?.name ?? null;

describe("who speaks is read", () => {
  test.each([
    [", explique à l'AFP Karim, qui chante.", "Karim"],
    [", a déclaré à l'AFP, Lassine Zerboa, patron du port.", "Lassine Zerboa"],
    [", poursuit un autre passionné, Giorgio Fiorelli.", "Giorgio Fiorelli"],
    [", a de son côté suggéré le porte-parole des députés Boris Vallon.", "Boris Vallon"],
    [", a commenté le Premier ministre mercredi 15 janvier.", "le Premier ministre"],
    [", se réjouit Claire Delvaux.", "Claire Delvaux"],
    [", s'est félicité Claire Delvaux.", "Claire Delvaux"],
  ])("%s", (behind, name) => {
    expect(speaker(behind)).toBe(name);
  });
});

describe("but nobody", () => {
  test.each([", a insisté le groupe pétrolier mardi.", ", a déclaré à l'AFP, mardi, le pétrolier."])(
    "in: %s",
    (behind) => {
      expect(speaker(behind)).toBeNull();
    },
  );
});

test("a house keeps all of its name", () => {
  const text =
    "El gerente del Instituto Superior de Varen habló. “El muelle ya no es seguro para nadie”, dijo el Instituto.";
  expect(findQuotes(text, { language: "es" })[0]?.speaker?.name).toBe("Instituto Superior de Varen");
});

test("« il » is a man whose first name is one in France", () => {
  const before = "François Delvaux s'est exprimé dans un quotidien sur son avenir.";
  expect(speaker(", ajoute-t-il.", before)).toBe("François Delvaux");
  expect(speaker(", ajoute-t-elle.", before)).toBeNull();
});
