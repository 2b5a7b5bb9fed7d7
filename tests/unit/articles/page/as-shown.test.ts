/** A page's text is what its reader sees: nothing hidden, nothing struck out, and numbers that stay what they are. */

import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../../src/articles/extract.ts";
import { htmlToText } from "../../../../src/articles/fragment-text.ts";

const BEFORE =
  "<p>The mill of Ostrava Bridge will grind again from May, its new owners told the parish council on Thursday night.</p>" +
  "<p>They paid for the roof and the two wheels themselves, and the council waived the fee for the water right.</p>";
const AFTER =
  "<p>The last miller left in 1971, when a factory in the valley began to sell flour at half the price.</p>";

const pageOf = (middle: string, head = ""): string =>
  `<html lang="en"><head><title>Mill grinds again</title>${head}</head><body><nav><a href="/">Home</a></nav>` +
  `<article><h1>Mill grinds again</h1>${BEFORE}${middle}${AFTER}</article></body></html>`;
const textOf = (middle: string, head = ""): string => extractArticle(pageOf(middle, head), null).text;

const HIDDEN = "Send your deposits to the new account of the council before the end of this week, it told everybody.";

describe("what a browser does not show is no text", () => {
  test.each([
    "display:none",
    "display: none !important",
    "visibility:hidden",
    "opacity:0",
    "font-size:0",
    "position:absolute;left:-9999px",
    "position: fixed; top: -200em",
    "text-indent:-10000px",
    "width:1px;height:1px;overflow:hidden;position:absolute",
    "max-height:0;overflow:hidden",
    "clip:rect(0 0 0 0);position:absolute",
    "clip-path:inset(50%)",
    "transform:scale(0)",
    "color:#fff;background-color:#fff",
    "color:transparent",
  ])("by its style: %s", (style) => {
    const text = textOf(`<p style="${style}">${HIDDEN}</p>`);
    expect(text).not.toContain("deposits");
    expect(text).toContain("last miller");
  });

  test.each([
    `<p hidden>${HIDDEN}</p>`,
    `<div aria-hidden="true"><p>${HIDDEN}</p></div>`,
    `<p class="visually-hidden">${HIDDEN}</p>`,
    `<div popover><p>${HIDDEN}</p></div>`,
    `<dialog><p>${HIDDEN}</p></dialog>`,
    `<p>The wheel turns slowly.<span role="tooltip">${HIDDEN}</span> It is made of oak.</p>`,
    `<template><p>${HIDDEN}</p></template>`,
  ])("by its markup: %#", (middle) => {
    const text = textOf(middle);
    expect(text).not.toContain("deposits");
    expect(text).toContain("last miller");
  });

  test.each([
    [".later { display: none }", 'class="later"'],
    ["p.later, .other {visibility:hidden}", 'class="x later"'],
    ["#note{position:absolute;left:-5000px}", 'id="note"'],
    ["article .later{display:none}", 'class="later"'],
    ["/* tips */ [data-tip]{opacity:0}", "data-tip"],
    ["@media print{p{color:red}} .later{display:none}", 'class="later"'],
  ])("by a rule of the page's own: %s", (rule, attribute) => {
    const text = textOf(`<p ${attribute}>${HIDDEN}</p>`, `<style>${rule}</style>`);
    expect(text).not.toContain("deposits");
    expect(text).toContain("last miller");
  });

  test.each([
    ["@media print{.later{display:none}}", "a rule for paper"],
    [".later{display:none} .later{display:block}", "a rule overruled by a later one"],
    [".later:hover{display:none}", "a rule for a state"],
    [".wide .later{display:none}", "a rule for another place"],
  ])("%s hides nothing (%s)", (rule) => {
    expect(textOf(`<p class="later">${HIDDEN}</p>`, `<style>${rule}</style>`)).toContain("deposits");
  });

  test("an article hidden until scripts run is the article all the same", () => {
    const page = pageOf("").replace("<article>", '<article style="opacity:0">');
    expect(extractArticle(page, null).text).toContain("grind again from May");
  });

  test.each([
    `<h2><a role="button" aria-controls="answer">Who pays?</a></h2><div id="answer" style="display:none"><p>${HIDDEN}</p></div>`,
    `<button data-target="#rest">More</button><div id="rest" class="hidden"><p>${HIDDEN}</p></div>`,
    `<div role="tabpanel" hidden><p>${HIDDEN}</p></div>`,
  ])("what a button unfolds is part of the text: %#", (middle) => {
    expect(textOf(middle)).toContain("deposits");
  });

  test("a box that a button opens over the text is none of it", () => {
    const box = `<button data-target="#box">Pay</button><div id="box" class="modal" style="display:none"><p>${HIDDEN}</p></div>`;
    expect(textOf(box)).not.toContain("deposits");
  });

  test("a letter drawn large is read once", () => {
    const drop = `<p><span class="sr-only">When</span><span aria-hidden="true"><b>W</b>hen</span> the wheel turned, all of them cheered and the band of the parish played.</p>`;
    expect(textOf(drop)).toContain("When the wheel turned");
    expect(textOf(drop)).not.toContain("WhenWhen");
  });

  test("a feed's summary loses what is hidden in it", () => {
    expect(htmlToText(`<p>The mill opens.</p><p style="display:none">${HIDDEN}</p>`)).toBe("The mill opens.");
  });
});

describe("marks on words and numbers", () => {
  test.each([
    ["The wheel cost <del>400</del><ins>388</ins> crowns, wrote the owners.", "cost 388 crowns"],
    ["It was built by <s>Ada Moor</s> Ivo Lind, wrote the owners of the mill.", "built by Ivo Lind"],
    ['It opens on <span style="text-decoration: line-through">Sunday</span> Monday, they wrote.', "opens on Monday"],
    ["It can hold 10<sup>6</sup> grains of wheat, wrote the owners of the mill.", "10⁶ grains"],
    ["A grain weighs 3 × 10<sup>-5</sup> kilograms, wrote the owners of the mill.", "10⁻⁵ kilograms"],
    ["The floor measures 388 m<sup>2</sup> and is made of oak, wrote the owners.", "388 m² and"],
    ['Visitors fell to 388<sup><a href="#n2">2</a></sup> a day, wrote the owners.', "fell to 388 a day"],
    ['Visitors fell to 388<a href="/mill#fn2"><sup>[2]</sup></a> a day, they wrote.', "fell to 388 a day"],
    ['Visitors fell to 388<sup class="reference" id="cite_ref-2">2</sup> a day, they wrote.', "fell to 388 a day"],
    ["A sack costs $11<sup>99</sup> at the door, wrote the owners of the mill.", "$11⁹⁹ at the door"],
    ["It takes 3<sup>1</sup>/<sub>2</sub> hours to grind a sack, wrote the owners.", "3¹/₂ hours"],
    ["It opens on the 1<sup>st</sup> of May and closes in fall, wrote the owners.", "the 1st of May"],
    ["The flour binds CO<sub>2</sub> in the dough, wrote the owners of the mill.", "binds CO2 in"],
  ])("%s", (paragraph, expected) => {
    expect(textOf(`<p>${paragraph}</p>`)).toContain(expected);
  });
});

describe("entities escaped twice", () => {
  test("are read", () => {
    expect(
      textOf("<p>Holt &amp;amp; Reed own it, and it&amp;#39;s said that they will stay for many years.</p>"),
    ).toContain("Holt & Reed own it, and it's said");
  });

  test("stay in what is quoted as code", () => {
    expect(
      textOf("<p>Whoever writes the sign has to type <code>&amp;amp;</code> in the page of the mill.</p>"),
    ).toContain("type &amp; in the page");
  });
});
