/** Sentences that promise, cheer, echo or put up a claim, those that lean, and how many died, which nobody leaves out. */

import { describe, expect, test } from "vitest";
import { findEchoes } from "../../../../../src/briefs/extractive/judged/echoes.ts";
import { findRefuted } from "../../../../../src/briefs/extractive/judged/refuted.ts";
import { weighSignposts } from "../../../../../src/briefs/extractive/judged/signposts.ts";
import { findToll } from "../../../../../src/briefs/extractive/judged/tolls.ts";
import { isUsable } from "../../../../../src/briefs/extractive/reads-alone.ts";
import { readUnits } from "../../../../../src/briefs/extractive/units.ts";

const read = (text: string, language = "en") => readUnits({ text, language });

describe("weighs less", () => {
  test.each([
    ["a promise", "The keeper explains how nets are mended in the dark of winter."],
    ["a scene", "Imagine that somebody walks into the harbor with a new kind of net."],
    ["a joke that introduces somebody", "Just ask the former keeper of the light, Mara Hale of Ostrel."],
    ["somebody on a stage", "Enter Mara Hale, the keeper of nets who mended half a harbor."],
    ["what may be told of any day", "There was a lot going on at the harbor of Ostrel on Tuesday night."],
    ["a cheer", "No more wet feet for anybody, just gorgeous dry boots!"],
    ["a word or two", "The keeper is not happy."],
    ["a question told without its answer", "Mara Hale was asked about the closed pier on Friday."],
    ["what somebody is asked to tell", "At the feast Bo Moor asked Mara Hale to lay out the way to a new pier."],
    ["a guest on a show", "Former keeper Mara Hale was a guest on Ostrel Radio's Morning Boat."],
    ["a show that somebody was on", "Mara Hale appeared on Varen Tonight on Friday."],
  ])("%s", (_, text) => {
    expect([...weighSignposts(read(text), "en").keys()]).toEqual([0]);
  });

  test("nor what goes on in a scene that the reader is to imagine", () => {
    const text =
      "Think of a band that plays on the pier of Ostrel all night long. You will want to hear it from your boat. The pier of Ostrel was closed in May for good.";
    expect([...weighSignposts(read(text), "en").keys()]).toEqual([0, 1]);
  });

  test.each([
    ["a study that explains", "The new study explains why eels sleep in the mud of the harbor."],
    ["what somebody cries", "“Row on, row on, or we all drown!” Mara Hale said to the crew."],
    ["a question with its answer", "Mara Hale was asked about the pier and said that it will be torn down."],
    ["a refusal", "The council of Varen asked Mara Hale to explain the loss and she declined."],
    ["what somebody is asked to do", "Mara Hale was asked to leave the harbor office of Varen at once."],
    ["who came before a court", "Bo Moor appeared in court in Varen on Friday, charged with the theft."],
    ["news", "The council of Varen closed the old pier on Friday after a storm."],
  ])("but not %s", (_, text) => {
    expect(weighSignposts(read(text), "en").size).toBe(0);
  });
});

describe("a toll", () => {
  const told = (title: string, text: string) => findToll(read(text), title, "en");
  const LEAD = "Shots rang out at the harbor on Thursday, and people fled.";

  test("is found below news of a disaster", () => {
    expect(told("Gunman walks through harbor", `${LEAD}\n\nPolice later said at least 14 people were killed.`)).toBe(1);
    expect(told("Blaze in Varen", `${LEAD}\n\nThe fire killed nine people and destroyed a mill.`)).toBe(1);
  });

  test.each([
    ["no disaster", "Pier opens", "The pier opens.\n\nNine people were killed there."],
    ["a headline that has it", "Gunman kills nine people", `${LEAD}\n\nNine people were killed.`],
    ["another year's", "Gunman walks through harbor", `${LEAD}\n\nIn 2011 nine people were killed by a gunman.`],
    ["somebody's words", "Gunman walks through harbor", `${LEAD}\n\n“Nine people were killed here,” Hale said.`],
  ])("is not sought: %s", (_, title, text) => {
    expect(told(title, text)).toBeNull();
  });
});

describe("an echo is not shown", () => {
  const echoes = (title: string, text: string) => [
    ...findEchoes(read(text)),
    ...findRefuted(read(text), { title, text, language: "en" }),
  ];
  const REST = "The first boat came in.\n\nThe second boat came in.\n\nThe third boat came in.";

  test("a line set apart that stands in the text again", () => {
    const line = "Courts have called most of the piers legal.";
    expect(echoes("Piers", `${line}\n\n${REST}\n\n${line} So it stays.`)).toEqual([0]);
  });

  test("but the news that is said again right behind it", () => {
    const line = "The pier of Varen opens on Friday.";
    expect(echoes("Piers", `${line}\n\n${line} It is new.`)).toEqual([]);
  });

  test("a claim below a headline that asks whether it is so", () => {
    const title = "Does the keeper Mara Hale own nine lighthouses?";
    const text = `A rumor went round the harbor.\n\nThe keeper Mara Hale owns nine lighthouses.\n\n${REST}`;
    expect(echoes(title, text)).toEqual([1]);
    expect(echoes("Keeper Mara Hale owns nine lighthouses", text)).toEqual([]);
  });

  test("a claim with more words than the question, where the text says that it is not so", () => {
    const title = "Does Mara Hale Own Nine Lighthouses?";
    const claim = "The former keeper of the Ostrel sound Mara Hale owns nine lighthouses.";
    const text = `A rumor went round the harbor.\n\n${claim}\n\n${REST}`;
    expect(echoes(title, `${text}\n\nNobody has offered proof, and the claim is unfounded.`)).toEqual([1]);
    expect(echoes(title, text)).toEqual([]);
    const answer = "The claim that Mara Hale owns nine lighthouses is unfounded.";
    expect(echoes(title, `A rumor went round the harbor.\n\n${answer}\n\n${REST}`)).toEqual([]);
  });

  test("but not what somebody says of it", () => {
    const text = `The harbor said the keeper Mara Hale owns nine lighthouses.\n\n${REST}`;
    expect(echoes("Does the keeper Mara Hale own nine lighthouses?", text)).toEqual([]);
  });
});

describe("leans or is no sentence", () => {
  const second = (text: string) => read(`Mara Hale left Varen.\n\n${text}`)[1];

  test.each([
    ["First it was hard to row, then the oars broke."],
    ["Eventually the crew came home with nine eels."],
    ["(And it may well sink, too.)"],
  ])("leans: %s", (text) => {
    expect(second(text)?.faults.isLeaning).toBe(true);
  });

  test.each([
    ["In June 2027, they had an answer from the judge.", true],
    ["In the summer of the storm, Bo Moor had an answer.", false],
    ["When Moor left, he had an answer from the judge.", false],
    ["In the harbor, it is unclear whether boats may land.", false],
  ])("%s opens with a pronoun: %s", (text, isLed) => {
    expect(second(text)?.faults.isPronounLed).toBe(isLed);
  });

  test("a deck of a name and nouns is not taken", () => {
    const deck = read("Mara Hale: People are hard, nets are easy, and what rope will be.\n\nShe mends nets.")[0];
    expect(deck !== undefined && isUsable(deck)).toBe(false);
  });

  test("a dateline that the stop of its state cut off takes its dash along", () => {
    expect(read("Varen, Ill. — Mara Hale rowed to Ostrel on Friday.").at(-1)?.sentence.text).toBe(
      "Mara Hale rowed to Ostrel on Friday.",
    );
  });

  test("a line on the article itself is not taken", () => {
    const note = read("[UPDATED: Oct. 3, 2027] The following article and its title has been updated for clarity.")[0];
    expect(note !== undefined && isUsable(note)).toBe(false);
  });
});
