/** What tells one of a name from another stays beside it, and what is no name at all is nobody's. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const lastOf = (text: string, language = "en") => findQuotes(text, { language }).at(-1)?.speaker?.name ?? null;

describe("“senior” and “junior” behind a last name", () => {
  test.each([
    [
      "en",
      "Hal Rusk and Dean Rusk paid.\n\n“He was small when my boy brought him home,” said Rusk senior.",
      "Rusk senior",
    ],
    [
      "de",
      "Vorsitzende Carla Ried ist krank.\n\n„Meine Mutter braucht jetzt vor allem Ruhe“, sagte Ried junior.",
      "Ried junior",
    ],
    ["en", "Karl Lind and Otto Lind sold it.\n\n“Our father would have hated it,” said the elder Lind.", null],
  ])("%s: %s", (language, text, name) => {
    expect(lastOf(text, language)).toBe(name);
  });
});

describe("titles that a name was cut from", () => {
  test.each([
    "„Wir werden die Wartezeiten halbieren“, sagte Chefarzt Prof. Dr. Dr. h. c. mult. Adalbert Nix.",
    "„Wir haben die Talsohle erreicht“, sagte Finanzvorstand Dr. h. c. Lutz Ott.",
    "„Der Radweg kommt schneller als gedacht“, sagte Baudezernent Dipl.-Ing. Rolf Maus.",
  ])("%s", (text) => {
    expect([null, "Adalbert Nix", "Lutz Ott", "Rolf Maus"]).toContain(lastOf(text, "de"));
  });

  test("are not missed where the name stands there", () => {
    expect(lastOf("„Wir werden die Wartezeiten halbieren“, sagte Dr. Adalbert Nix.", "de")).toBe("Adalbert Nix");
  });
});

describe("a voice that the next sentence calls cloned", () => {
  test.each([
    ["en", "“Take your papers and go to the station,” said mayor Ada Moor.\n\nThe voice had been cloned by a machine."],
    ["fr", "« Prenez vos papiers et partez tout de suite », disait Ada Moor.\n\nLa voix avait été clonée."],
    ["de", "„Nehmen Sie Ihre Papiere und gehen Sie zum Bahnhof“, sagte Ada Moor.\n\nDie Stimme war geklont."],
  ])("%s", (language, text) => {
    expect(findQuotes(text, { language })).toEqual([]);
  });

  test("unless it was not", () => {
    expect(lastOf("“Take your papers and go,” said mayor Ada Moor.\n\nThe call was not a fake.")).toBe("Ada Moor");
  });
});
