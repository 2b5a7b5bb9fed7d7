/** Days of what was years ago, of letters and plays, of other weeks, and days that have their date in brackets already. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** Dates for the last sentence of a text, written on a Wednesday. */
function toDates(lead: string, sentence: string, language = "en"): readonly string[] {
  const text = lead === "" ? sentence : `${lead} ${sentence}`;
  const span = { start: text.length - sentence.length, end: text.length };
  return findDayEdits(text, span, new Date("2026-11-18T12:00:00Z"), language).map((edit) =>
    edit.kind === "date" ? edit.text.trim() : "",
  );
}

test.each([
  ["Pilot Len Moor, who landed a burning plane in 1971, has died at 90.", "The flight left Ostrel on Sunday."],
  ["The High Court upheld the verdict in a 2012 bank raid.", "Four men entered the bank on Saturday."],
  ["The 1969 Terns have been voted into the hall.", "They lost on Saturday."],
  ["The bridge has reopened, six months after a lorry hit it.", "The lorry struck the parapet on Friday."],
  ["Hale Air has marked a year since a plane overran the runway.", "The plane landed on Tuesday in heavy rain."],
])("no date of last week for what was long ago: %s %s", (lead, sentence) => {
  expect(toDates(lead, sentence)).toEqual([]);
});

test.each([
  ["The club, champion in 2019, is out of the cup.", "It lost on Saturday."],
  ["The 1969 Terns met again on Saturday.", "The mayor opened the hall on Saturday."],
  ["The pier, the oldest of 1871, is lost.", "The port said on Monday that it would close."],
])("but a day of these days keeps its date: %s %s", (lead, sentence) => {
  expect(toDates(lead, sentence)).toHaveLength(1);
});

test.each([
  ["", "Ada Moor’s last night in a green shirt ended with a cup."],
  ["", "A play on a mayor's last night in office opened in Varen."],
  ["", "In her first letter she complained that her boat was stolen last night."],
  ["", "A telegram of 1942 says the bridge was blown up yesterday."],
  ["", "A letter of 1911 kept in Varen says a tiger was seen yesterday near the club."],
  ["", "In a message sent in 2021 the nurse said she had slept at the ward last night."],
  ["The novel is set in a port.", "A captain learns that his boat was stolen yesterday."],
])("yesterday is none of these days in a letter, a play, another year: %s %s", (lead, sentence) => {
  expect(toDates(lead, sentence)).toEqual([]);
});

test.each([
  ["", "The play opened last night in Varen."],
  ["", "The mayor resigned yesterday over a letter to the port."],
  ["", "The mayor said yesterday that the book was banned."],
  ["", "A man was shot dead in Varen last night."],
])("but it is where the play is shown, or the letter is beside the point: %s %s", (lead, sentence) => {
  expect(toDates(lead, sentence)).toEqual(["(17 November)"]);
});

test.each([
  ["fr", "Un incendie a touché le marché ce mardi (17/11)."],
  ["pt", "O ex-prefeito negou nesta terça (17) ter recebido dinheiro."],
  ["de", "Der Hafen ist offen, wie das Team am Montag (16.11.) mitteilte."],
])("a day is not dated twice, %s: %s", (language, sentence) => {
  expect(toDates("", sentence, language)).toEqual([]);
});

test.each([
  ["de", "Das sagte Ralf Moor am Montag voriger Woche."],
  ["de", "Am Montag vor zwei Wochen hatte ein Gutachter Risse entdeckt."],
  ["fr", "Le pont a été fermé mardi de la semaine dernière."],
  ["es", "El puente fue cerrado el martes de la semana pasada."],
  ["pt", "A ponte foi encerrada na terça-feira da semana passada."],
  ["it", "Il ponte è stato chiuso martedì della scorsa settimana."],
  ["nl", "De brug gaat open, zei ingenieur Rob Moor maandag vorige week."],
  ["sv", "Bron är stängd, sade ingenjören på måndagen i förra veckan."],
  ["pl", "Most zamknięto we wtorek w ubiegłym tygodniu."],
  ["ru", "Мост закрыли во вторник на прошлой неделе."],
])("a day of another week has no date of this one, %s: %s", (language, sentence) => {
  expect(toDates("", sentence, language)).toEqual([]);
});
