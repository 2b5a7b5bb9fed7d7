/** Which sentences lean on the one before, and which only look so, in languages other than English. */

import { expect, test } from "vitest";
import { findToll } from "../../../../src/briefs/extractive/judged/tolls.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import type { Unit } from "../../../../src/briefs/unit.ts";

const readSecond = (language: string, sentence: string): Unit | undefined =>
  readUnits({ text: `Varen.\n\n${sentence}`, language })[1];
const leans = (unit: Unit | undefined): boolean =>
  unit?.faults.isLeaning === true || unit?.faults.isPronounLed === true || (unit?.bound ?? null) !== null;

test.each([
  ["fr", "C’était un raccourci, a reconnu Ada Moor."],
  ["fr", "Un air souvent repris lors des défilés du port."],
  ["fr", "Le magazine ajoute que Paul Orn a quitté la ville."],
  ["fr", "Le club a retrouvé des joueurs, là encore américains."],
  ["fr", "Après cette victoire, le club de Varen monte d'un rang."],
  ["fr", "Le port, en revanche, reste ouvert."],
  ["de", "Das musste Stadtrat Peter Alm am Ende einräumen."],
  ["de", "Nach diesem Vorfall trat Peter Alm zurück."],
  ["de", "Kurz darauf sank das Boot im Hafen von Varen."],
  ["de", "Hinzu kommen vierzig neue Boote aus Varen."],
  ["es", "Tras esta victoria, el club de Varen sube un puesto."],
  ["es", "Poco después se hundió el barco en el puerto."],
  ["pt", "Logo depois, o barco afundou no porto de Varen."],
  ["it", "Dopo questa vittoria il club di Varen sale."],
  ["nl", "Daarna zonk de boot in de haven van Varen."],
  ["da", "Kort efter sank båden i havnen ved Varen."],
  ["da", "Den er dyrere end den gamle havn."],
  ["nb", "Kort tid etter sank båten i havna ved Varen."],
  ["sv", "Strax därefter sjönk båten i hamnen vid Varen."],
  ["ru", "Об этом сообщает агентство «Маяк»."],
  ["uk", "Про це повідомляє агенція «Маяк»."],
])("%s leans: %s", (language, sentence) => {
  expect(leans(readSecond(language, sentence))).toBe(true);
});

test.each([
  ["fr", "Ce n'est pas la première fois que le port ferme en été."],
  ["fr", "Il y a trois ans, la ville a fermé le port."],
  ["fr", "Depuis cette année, les bateaux paient à Varen."],
  ["fr", "Une information judiciaire a été ouverte lundi à Varen."],
  ["de", "Es gab drei Verletzte im Hafen von Varen."],
  ["de", "Diese Woche öffnet der Hafen von Varen."],
  ["de", "So viele Boote wie nie liegen im Hafen."],
  ["de", "Weil er eine Nachbarin beleidigt hat, muss Peter Alm zahlen."],
  ["es", "Para este martes se esperan cuarenta barcos."],
  ["it", "Questa settimana apre il porto di Varen."],
  ["nl", "Het kabinet wil een langere pier bouwen."],
  ["nl", "Deze week gaat de haven van Varen open."],
  ["da", "Den danske regering vil bygge en længere mole."],
  ["da", "De fleste både ligger nu i havnen."],
  ["da", "Denne uge åbner havnen ved Varen."],
  ["nb", "Den norske regjeringen vil bygge en lengre molo."],
  ["sv", "Den svenska regeringen vill bygga en längre pir."],
  ["ru", "Этой ночью в порту открыли мост."],
  ["uk", "Цього року міст у порту закрито."],
])("%s stands alone: %s", (language, sentence) => {
  expect(leans(readSecond(language, sentence))).toBe(false);
});

test.each([
  ["de", "Die Linie nahm die Marke, und wir sahen uns wieder in der Halle."],
  ["da", "Vejret var godt, og det gjorde os glade i havnen."],
  ["ru", "В порту нам показали новый мост."],
])("%s: the writer speaks: %s", (language, sentence) => {
  expect(readSecond(language, sentence)?.faults.isFirstPerson).toBe(true);
});

test.each([
  ["fr", "Incendie au port de Varen", "Le feu a pris dans un hangar.", "Au moins neuf personnes ont été blessées."],
  ["de", "Brand im Hafen von Varen", "Das Feuer brach in einer Halle aus.", "Neun Menschen wurden dabei verletzt."],
  ["es", "Incendio en el puerto", "El fuego empezó en un almacén.", "Al menos nueve personas resultaron heridas."],
  ["da", "Brand i havnen", "Ilden begyndte i en hal ved kajen.", "Mindst ni mennesker blev dræbt."],
  ["ru", "Пожар в порту", "Огонь начался на складе у причала.", "По данным врачей, погибли девять человек."],
])("%s: the toll is told: %s", (language, title, first, toll) => {
  const units = readUnits({ text: `${first}\n\nVaren liegt am Meer.\n\n${toll}`, language });
  expect(findToll(units, title, language)).toBe(2);
});

test("an outlet's note on what it told before is not the news", () => {
  expect(readSecond("de", "(DIE LATERNE berichtete bereits 2019 über den Hafen von Varen.)")?.faults.isNoise).toBe(
    true,
  );
});
