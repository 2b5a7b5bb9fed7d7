/** Days of a story that an article tells again, of last week, of before the event: no date of these days. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Wednesday. */
const PUBLISHED = new Date("2026-11-18T12:00:00Z");
const dateIn = (opening: string, sentence: string, language: string): string | undefined => {
  const text = opening + sentence;
  return findDayEdits(text, { start: opening.length, end: text.length }, PUBLISHED, language)[0]?.text.trim();
};

test.each([
  ["en", "Ten years after the Varen mill burned, survivors met on Tuesday.\n\n", "On Friday the roof cracked."],
  ["en", "Ostrel on Tuesday marked a year since the crash that killed nine. ", "Crews gave up hope on Friday."],
  [
    "en",
    "An inquest opened on Tuesday into the death of Ada Lind, who drowned in March.\n\n",
    "She left home on Friday.",
  ],
  ["en", "Ada Lind drowned in March last year, an inquest heard.\n\n", "The coroner said she died on Saturday."],
  [
    "en",
    "Lars Moor, 40, went on trial in Ostrel over the 2024 murder of a baker in May 2024.\n\n",
    "The baker closed her shop on Friday.",
  ],
  ["en", "The chief told an inquiry about the riots in April.\n\n", "He was told of them on Friday."],
  [
    "en",
    "A diary kept by a nurse in 1945 was found, the museum said.\n\n",
    "She wrote that the bridge fell on Monday.",
  ],
  [
    "en",
    "In her book on the siege of Ostrel in 1812, Ada Lind tells of hunger.\n\n",
    "The walls fell on Sunday, she writes.",
  ],
  [
    "en",
    "The Last Tern, a film about the wreck of the Tern in 1953, opens in Ostrel.\n\n",
    "The ship sank on Sunday with all hands.",
  ],
  [
    "en",
    "The reporter, seized in Varen on a Monday in 2024, came home on Tuesday.\n\n",
    "She was seized on Monday as she left an inn.",
  ],
  ["en", "From the Lantern of November 18, 1926:\n\n", "The river burst its banks on Tuesday."],
  ["en", "One hundred years ago:\n\n", "The mayor called on Monday for help."],
  ["en", "Police never found the boy who vanished in Ostrel in June.\n\n", "He left school on Friday."],
  ["en", "Winds are rising. ", "Gales hit Varen on Sunday in a similar storm in 2019."],
  ["en", "The dam failed last week and flooded three farms.\n\n", "On Monday, engineers noticed a crack."],
  ["en", "Last week was the worst of the mayor's life.\n\n", "Her deputy quit on Tuesday."],
  ["en", "Fans fought in Ostrel on Saturday.\n\n", "Police had been warned on Wednesday of trouble, a letter shows."],
  ["en", "Fans fought in Ostrel on Saturday.\n\n", "The club had also asked for stewards on Wednesday."],
  [
    "de",
    "Varen hat am Dienstag der Bergleute gedacht, die vor einem Jahr starben.\n\n",
    "Am Freitag fanden die Retter drei Tote.",
  ],
  ["de", "Im Mai war die Fähre gesunken, nun läuft in Varen der Prozess.\n\n", "Am Samstag sank sie vor Ostrel."],
  ["de", "Das Unglück von 2019 begann in Varen.\n\n", "Am Freitag brach ein Seil."],
  ["de", "Der Roman erzählt von der Belagerung im Jahr 1812.\n\n", "Am Sonntag fielen die Mauern."],
  ["de", "Der Wind nimmt zu. ", "Ein Sturm hat Varen am Sonntag im Jahr 2012 getroffen."],
  ["de", "In der vergangenen Woche brach der Damm von Varen.\n\n", "Am Dienstag senkten sie den See."],
  ["de", "Am Samstag kam es zu einer Schlägerei.\n\n", "Die Polizei war am Mittwoch gewarnt worden."],
  [
    "fr",
    "Varen a rendu hommage mardi aux mineurs morts il y a un an.\n\n",
    "Vendredi, les sauveteurs ont perdu espoir.",
  ],
  [
    "fr",
    "Le procès du naufrage du Sterne, en mai 2024, s'est ouvert à Varen.\n\n",
    "Le bateau a quitté le port vendredi.",
  ],
  ["fr", "Le livre raconte le siège de Varen en 1812.\n\n", "Dimanche, les murs ont cédé."],
  ["fr", "Le barrage de Varen a cédé la semaine dernière.\n\n", "Lundi, des ingénieurs ont vu une fissure."],
  ["fr", "Des supporters se sont battus samedi.\n\n", "La police avait reçu un avertissement mercredi."],
  [
    "es",
    "Varen recordó el martes a los mineros que murieron hace un año.\n\n",
    "El viernes, los vecinos perdieron la esperanza.",
  ],
  ["es", "El juicio por el naufragio del Tern, en mayo de 2024, comenzó en Varen.\n\n", "El barco zarpó el viernes."],
  ["es", "Un libro cuenta el asedio de Varen en 1812.\n\n", "El domingo cayeron los muros."],
  ["es", "La presa de Varen se rompió la semana pasada.\n\n", "El lunes bajaron el lago."],
  ["en", "When the Tern went down in 1953, all of Ostrel wept.\n\n", "She sailed on Friday."],
  ["en", "Twenty years ago this month, the mill burned.\n\n", "The owner fled on Friday."],
  ["en", "Two weeks ago the dam at Varen broke.\n\n", "On Monday, engineers saw a crack."],
  ["en", "A cold case was reopened in Ostrel, 30 years after a nurse was found dead.\n\n", "She left work on Friday."],
  ["en", "Police seek a boy who was last seen in September.\n\n", "He left school on Friday."],
  ["en", "Her memoir is out.\n\nIn it she tells of the strike of 1984.\n\n", "The miners walked out on Friday."],
  ["de", "Vor zehn Jahren brannte die Mühle von Varen ab.\n\n", "Am Freitag kam die Feuerwehr nicht."],
  ["fr", "Il y a dix ans, le moulin de Varen brûlait.\n\n", "Vendredi, les pompiers sont arrivés trop tard."],
  ["es", "Hace diez años ardió el molino de Varen.\n\n", "Los bomberos llegaron el viernes."],
  ["fr", "Le procès du naufrage du Sterne, en mai 2024, s'est ouvert.\n\n", "Il a coulé samedi, a raconté un témoin."],
])("no date of these days for a day of another time, %s: %s%s", (language, opening, sentence) => {
  expect(dateIn(opening, sentence, language)).toBeUndefined();
});

test.each([
  // What is said, and what a court does, is of now.
  [
    "en",
    "Ada Lind drowned in March, an inquest heard.\n\n",
    "Her mother said on Friday that she could swim.",
    "(13 November)",
  ],
  [
    "en",
    "Ten years after the mill burned, survivors met.\n\n",
    "On Monday, the mayor told reporters that she was glad.",
    "(16 November)",
  ],
  [
    "en",
    "Lars Moor went on trial over the murder of a baker in May 2024.\n\n",
    "The trial opened on Monday.",
    "(16 November)",
  ],
  [
    "en",
    "Lars Moor went on trial over the murder of a baker in May 2024.\n\n",
    "The judge sent the jury home on Friday.",
    "(13 November)",
  ],
  [
    "en",
    "In her book on the siege of Ostrel in 1812, Ada Lind tells of hunger.\n\n",
    "The book came out on Tuesday.",
    "(17 November)",
  ],
  // The lead has the day.
  [
    "en",
    "Survivors met on Tuesday, ten years after the mill burned.\n\n",
    "A bell was rung on Tuesday.",
    "(17 November)",
  ],
  // A year that is no time of the story.
  ["en", "The mayor, elected in 2019, faces a vote.\n\n", "Her deputy quit on Monday.", "(16 November)"],
  ["en", "The port has lost money since 2019.\n\n", "It closed a pier on Monday.", "(16 November)"],
  ["en", "The mayor took office two years ago and has few friends.\n\n", "She resigned on Monday.", "(16 November)"],
  [
    "en",
    "A man died in Ostrel on Monday, the third since 2024.\n\n",
    "Police arrested a baker on Tuesday.",
    "(17 November)",
  ],
  ["en", "The port is loud. ", "Moor was jailed on Monday for a robbery in 2019.", "(16 November)"],
  ["en", "The port is loud. ", "The striker, who came in 2019, scored on Sunday.", "(15 November)"],
  ["en", "The port is loud. ", "Crews left on Sunday in a boat built in 2019.", "(15 November)"],
  // The month of these days, and one to come.
  ["en", "Two men drowned in Ostrel in November.\n\n", "A boat capsized on Friday.", "(13 November)"],
  // Far into the text.
  [
    "en",
    "The mayor lost the vote.\n\nShe wept.\n\nThe museum has a diary of 1945.\n\n",
    "She left the hall on Monday.",
    "(16 November)",
  ],
  // Last week, where the lead has its own day, or where both weeks are one.
  ["en", "The mayor, who fell ill last week, resigned on Tuesday.\n\n", "Her deputy quit on Monday.", "(16 November)"],
  ["en", "The dam failed last week.\n\n", "On Friday, engineers noticed a crack.", "(13 November)"],
  ["en", "The dam failed last week.\n\n", "The mayor said on Tuesday she was sorry.", "(17 November)"],
  ["en", "The dam failed.\n\n", "On Monday, engineers noticed a crack.", "(16 November)"],
  // Before an event, but not on this day of the week; and what was said to have been.
  ["en", "Fans fought on Saturday.\n\n", "Police had been warned on Friday of trouble.", "(13 November)"],
  ["en", "Fans fought on Saturday.\n\n", "Police said two men had been arrested on Wednesday.", "(18 November)"],
  [
    "en",
    "Fans fought on Saturday.\n\n",
    "Two men who had been held since May were freed on Wednesday.",
    "(18 November)",
  ],
  ["en", "Fans fought on Saturday.\n\n", "Two were in hospital on Wednesday.", "(18 November)"],
  ["de", "Das Unglück von 2019 begann in Varen.\n\n", "Der Richter sagte am Freitag, er warte.", "(13. November)"],
  [
    "de",
    "Die Bürgermeisterin, seit 2019 im Amt, gab auf.\n\n",
    "Am Montag trat ihr Vertreter zurück.",
    "(16. November)",
  ],
  [
    "de",
    "Im Mai war die Fähre gesunken, nun läuft in Varen der Prozess.\n\n",
    "Der Prozess begann am Montag.",
    "(16. November)",
  ],
  ["de", "Der Damm brach.\n\n", "Am Dienstag senkten sie den See.", "(17. November)"],
  ["de", "Der Sturm zog ab.\n\n", "Der Hafen wurde am Mittwoch geschlossen.", "(18. November)"],
  [
    "fr",
    "Le procès du naufrage du Sterne, en mai 2024, s'est ouvert à Varen.\n\n",
    "L'avocate a quitté la salle vendredi.",
    "(13 novembre)",
  ],
  ["fr", "La maire, élue en 2019, a perdu le vote.\n\n", "Lundi, son adjoint a démissionné.", "(16 novembre)"],
  ["fr", "Le barrage a cédé.\n\n", "Lundi, des ingénieurs ont vu une fissure.", "(16 novembre)"],
  ["es", "La alcaldesa, elegida en 2019, perdió el voto.\n\n", "El lunes dimitió su adjunto.", "(16 de noviembre)"],
  [
    "es",
    "El juicio por el naufragio del Tern, en mayo de 2024, comenzó en Varen.\n\n",
    "El juicio se abrió el lunes.",
    "(16 de noviembre)",
  ],
  ["es", "La presa se rompió.\n\n", "El lunes bajaron el lago.", "(16 de noviembre)"],
  ["en", "A storm killed three, the worst since the flood of 1953.\n\n", "It made land on Sunday.", "(15 November)"],
  ["en", "Ada Lind, who was born in 1940, has died.\n\n", "She fell ill on Sunday.", "(15 November)"],
  ["en", "The Terns, who won the cup in 2019, are out.\n\n", "They lost to Varen on Sunday.", "(15 November)"],
  [
    "de",
    "Bei einem Brand starben zwei, es ist der dritte seit 2024.\n\n",
    "Am Sonntag kam ein Boot.",
    "(15. November)",
  ],
  ["fr", "Le club, champion en 2019, est éliminé.\n\n", "Dimanche, il a perdu à Varen.", "(15 novembre)"],
  ["es", "El club, campeón en 2019, quedó fuera.\n\n", "El domingo perdió en Varen.", "(15 de noviembre)"],
])("a day of these days keeps its date, %s: %s%s", (language, opening, sentence, date) => {
  expect(dateIn(opening, sentence, language)).toBe(date);
});

test("an endless word has no story", () => {
  const word = "in".repeat(100_000);
  const start = performance.now();
  expect(dateIn(`${word}.\n\n`, `${word} left on Friday.`, "en")).toBeUndefined();
  expect(dateIn(`Lind drowned ${word} March ${word}.\n\n`, "Crews left on Friday.", "en")).toBe("(13 November)");
  expect(performance.now() - start).toBeLessThan(5000);
});
