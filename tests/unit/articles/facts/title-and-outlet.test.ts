/** What a page calls itself and its article, where its metadata says something else than its readers see. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";
import { betterName, readHostName } from "../../../../src/articles/facts/host-name.ts";
import { chooseOutletName, withItsCapitals } from "../../../../src/articles/facts/outlet-name.ts";
import { chooseTitle } from "../../../../src/articles/facts/title.ts";

const URL = "https://wire.example/harbor/2026/toll";

describe("the outlet’s name, where the first is", () => {
  test.each([
    ["a section of the address", ["Harbor", "The Vessland Wire"], "The Vessland Wire"],
    ["an address", ["www.vesslandwire.example", "The Vessland Wire"], "The Vessland Wire"],
    ["an address of initials", ["VW.example", "Vessland Wire"], "Vessland Wire"],
    ["something else than the address", ["vesslandwire.example", "Connected"], "vesslandwire.example"],
    ["a name run into one word", ["Vesslandwireonline", "The Vessland Wire"], "The Vessland Wire"],
    ["a name of one word that is nobody else's", ["Tidings", "Vessland Media Group"], "Tidings"],
    ["the first word of its firm's name", ["Tidewater", "Tidewater Media"], "Tidewater"],
    ["a name with a dash that its template left", ["The Vessland Wire -"], "The Vessland Wire"],
    ["a section, with no other name", ["Harbor"], "Harbor"],
    ["what a machine is called", ["Hosted", "The Vessland Wire"], "The Vessland Wire"],
    ["what a machine is called, with no other name", ["Hosted"], null],
    ["a section by its word, with no other name", ["Health"], null],
    ["no slogan of the site", ["Hale Notes: All that floats"], "Hale Notes: All that floats"],
  ])("%s", (_what, names, name) => {
    expect(chooseOutletName(names, URL)).toBe(name);
  });
});

describe("the headline", () => {
  const shown = [
    "Council raises harbor toll after long debate",
    "The council of Port Varen voted on Monday to raise the harbor toll by a fifth, after a debate of nine hours.",
    "The toll has stood since 1998.",
  ];
  const choose = (stated: string, headings: readonly string[]): string =>
    chooseTitle({ linked: stated, meta: [], document: null, headings, outlet: null, host: null, shown });

  test("is the heading that readers see where metadata has kept an older one", () => {
    expect(choose("Inside the ferry museum", [shown[0] ?? ""])).toBe(shown[0]);
  });

  test("is the metadata's where it says the same in other words", () => {
    const stated = "Harbor toll raised by council of Port Varen";
    expect(choose(stated, [shown[0] ?? ""])).toBe(stated);
  });

  test("is not a heading that the text tells nothing of", () => {
    const stated = "Toll goes up in Port Varen";
    expect(choose(stated, ["Welcome to the pages of our readers"])).toBe(stated);
  });
});

test.each([
  ["Hale Tidings - All that floats and sails", "https://www.haletidings.example/a", "Hale Tidings"],
  ["Hale.Tidings: Breaking harbor news", "https://hale.tidings.example/a", "Hale.Tidings"],
  ["Varen – Post of the harbor", "https://haletidings.example/a", "Varen – Post of the harbor"],
])("a slogan behind the name that the address has is left off: %s", (name, url, shown) => {
  expect(chooseOutletName([name], url)).toBe(shown);
});

test("a name longer than the address is not the outlet's where the page also says the address's", () => {
  expect(chooseOutletName(["Tidingsmag", "TIDINGS"], "https://tidings.example/a")).toBe("TIDINGS");
  expect(chooseOutletName(["Tidingsmag"], "https://tidings.example/a")).toBe("Tidingsmag");
});

test.each([
  ["haletidings", "What is a pier? | HaleTidings West", "HaleTidings"],
  ["haletidings", "What is a pier?", "haletidings"],
  ["haletidings", "Why HaleTidingsWest asks", "haletidings"],
  ["Haletidings", "What is a pier? | HaleTidings", "Haletidings"],
])("%s below the title %s is %s", (name, title, shown) => {
  expect(withItsCapitals(name, title)).toBe(shown);
});

test("a label set above the headline is parted from it, where the page parts it elsewhere", () => {
  const choose = (stated: string): string =>
    chooseTitle({
      linked: stated,
      meta: [],
      document: null,
      headings: ["Opinion Where the pier should stand"],
      outlet: null,
      host: null,
      shown: [],
    });
  expect(choose("Opinion | Where the pier should stand")).toBe("Opinion | Where the pier should stand");
  expect(choose("Opinion Where the pier should stand")).toBe("Opinion Where the pier should stand");
});

test("the rest of a title that is the headline itself is no outlet", () => {
  const html = `<html><head><title>Hale Notes: The lean boat</title><meta property="og:title" content="The lean boat"></head>
    <body><h1>Hale Notes</h1><h3>The lean boat</h3><p>${"Boats of this kind are built with little wood. ".repeat(12)}</p></body></html>`;
  expect(extractArticle(html, "https://notes.example/2030/lean-boat").outlet).toBe("Hale Notes");
});

test("a page that gives its section for its name is told by its title's end, or by its address", () => {
  const page = (title: string): string =>
    `<html><head><title>${title}</title><meta property="og:site_name" content="Health"></head><body><h1>Walking at dusk</h1>${"<p>Walking at dusk helps people sleep, a trial of nine weeks in Varen found on Thursday, its authors said.</p>".repeat(4)}</body></html>`;
  const outletOf = (title: string, url: string): string | null => extractArticle(page(title), url).outlet;
  expect(outletOf("Walking at dusk | Nation and Atlas", "https://nationatlas.example/health/dusk")).toBe(
    "Nation and Atlas",
  );
  expect(outletOf("Walking at dusk", "https://nationatlas.example/health/dusk")).toBe("nationatlas.example");
  expect(outletOf("Walking at dusk | Health", "https://www.health.example/dusk")).toBe("Health");
});

describe("an address that is spelled on the page names the outlet", () => {
  test.each([
    ["haletidings.example", ["What is a pier? | News | Hale Tidings"], [], "Hale Tidings"],
    ["www.thetidings.example", ["What is a pier? - The Hale Tidings"], [], "The Hale Tidings"],
    ["haletidings.example", ["What is a pier?"], ["© 2031 Hale Tidings. All rights reserved."], "Hale Tidings"],
    ["haletidings.example", ["What is a pier?"], ["Copyright 2031 Hale Tidings"], "Hale Tidings"],
    ["hale.example", ["What is a pier? - hale.example"], [], "hale.example"],
    ["hale.example", ["What is a pier? - Varen Post"], ["© 2031 Varen Post"], null],
    ["hale.example", ["Hale"], [], null],
    ["hosted.hale.example", ["What is a pier? | Hosted"], [], null],
    ["www.tidings.example", ["What is a pier? | Tidings | HPA"], [], "Tidings"],
    ["boats.tidings.example", ["What is a pier? | Boats | HPA"], [], null],
    ["notes.hale-pier.example", ["What is a pier? | Hale Notes"], [], "Hale Notes"],
    ["notes.hale-pier.example", ["What is a pier? | Hale Boats"], [], null],
  ])("%s, %j, %j", (host, titles, lines, name) => {
    expect(readHostName(`https://${host}/a`, titles, lines)?.name ?? null).toBe(name);
  });

  test("in place of an account or a slogan, and of nothing else", () => {
    const own = { name: "HaleTidings", isWhole: true };
    expect(betterName("haletidings", own)).toBe("HaleTidings");
    expect(betterName("Official Site Of HaleTidings", own)).toBe("HaleTidings");
    expect(betterName("All about boats and piers", own)).toBe("HaleTidings");
    expect(betterName("Orr College of Piers and Boats", own)).toBe("Orr College of Piers and Boats");
    expect(betterName("Varen Post", own)).toBe("Varen Post");
    for (const edition of ["U.S.", "UK", "India"]) expect(betterName(edition, own)).toBe("HaleTidings");
    expect(betterName("Hale Tidings of North Varen", own)).toBe("Hale Tidings of North Varen");
    expect(betterName("haletidings", null)).toBe("haletidings");
  });

  test("for 200,000 letters at once", () => {
    const line = `© 2031 ${"a".repeat(200_000)}`;
    expect(readHostName("https://hale.example/a", [`x | ${"- ".repeat(100_000)}`], [line])).toBeNull();
  });
});

test("a slogan is parted from the name that the address or its first part says", () => {
  expect(chooseOutletName(["Book a berth - Hale Sails"], "https://halesails.example/a")).toBe("Hale Sails");
  expect(chooseOutletName(["Halecutter: reviews for all"], "https://tidings.example/halecutter/a")).toBe("Halecutter");
});

test("a heading that leads to the site's first page was the headline", () => {
  const text = `<p>${"The pier of Varen was closed on Thursday for two years, as its wood is old. ".repeat(8)}</p>`;
  const page = `<html><head><title>The old pier is closed - Varenwire</title></head><body><a href="/"><h1>Der Bote</h1></a><div>${text}</div></body></html>`;
  expect(extractArticle(page, "https://varenwire.example/2030/pier").title).toBe("The old pier is closed");
});

test("a section's address was taken for the outlet that its page names", () => {
  const page = `<html><head><title>Pier opens | Markets</title><meta property="og:site_name" content="The Hale Street Journal"></head><body><h1>Pier opens</h1><p>${"The pier of Varen was opened on Thursday after two years of work on its wood. ".repeat(8)}</p></body></html>`;
  expect(extractArticle(page, "https://markets.hsj.example/pier").outlet).toBe("The Hale Street Journal");
});

describe("a headline that quotes somebody keeps its closing mark", () => {
  test.each([
    "« L’école tombe en morceaux »",
    "Tavares: «Não aumentaremos os impostos»",
    "Мэр: «Я не уйду»",
    "« Videz votre bureau », dit Stoll à Pfeil",
  ])("%s", (headline) => {
    const title = chooseTitle({
      linked: null,
      meta: [`${headline} | Tidings`],
      document: `${headline} » Tidings`,
      headings: [headline],
      outlet: "Tidings",
      host: "tidings.example",
      shown: [],
    });
    expect(title).toBe(headline);
  });
});
