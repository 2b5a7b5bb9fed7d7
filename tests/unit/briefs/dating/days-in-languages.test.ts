/** Days of French, German, Spanish, Portuguese and Italian news: what surely happened has its date, and nothing else. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Friday. */
const PUBLISHED = new Date("2026-11-20T10:00:00Z");
const isDated = (text: string, language: string): boolean =>
  findDayEdits(text, { start: 0, end: text.length }, PUBLISHED, language).length > 0;

test.each([
  ["fr", "Le niveau 3 a été activé à Ostrel, mardi matin."],
  ["fr", "Ce vendredi, un rapport du conseil enfonce le clou."],
  ["fr", "Le port ne compte plus que deux bateaux, expliquait le maire dans un communiqué jeudi matin."],
  ["fr", "Le bilan a dépassé dimanche 50.000 visiteurs à Ostrel."],
  ["fr", "Selon un sondage rendu public mardi, les marins sont heureux."],
  ["fr", "Le maire, qui a démissionné lundi, vend son bateau."],
  ["fr", "L'accord conclu mardi à Ostrel protège les bateaux."],
  ["fr", "Une centaine de bateaux ont accosté à Ostrel mercredi, selon le port."],
  ["fr", "« Le quai est perdu », a regretté jeudi la maire d'Ostrel."],
  ["fr", "Interrogée mardi sur la radio d'Ostrel, la maire a refusé de répondre."],
  ["fr", "La maire a promis mardi de fermer le quai."],
  ["fr", "Le maire a refusé jeudi de fermer le quai."],
  ["de", "Der alte Fischer ist in der Nacht auf Donnerstag gestorben."],
  ["de", "Gestern legte der Rat den Termin fest."],
  ["de", "Heute bestätigte die Bürgermeisterin, dass der Hafen schließt."],
  ["de", "Folge dieses am Donnerstag bekannt gewordenen Beschlusses ist der Rücktritt des Rates."],
  ["de", "Der am Dienstag verhaftete Fischer schweigt."],
  ["de", "Die Fähre sei sicher, sagte die Kapitänin am Mittwoch."],
  ["de", "Die Bürgermeisterin hat am Montag versprochen, den Hafen zu öffnen."],
  ["de", "Bei einem Brand in Tannerau sind am Mittwochabend zwei Fischer verletzt worden."],
  ["de", "Der Rat weigerte sich am Dienstag, den Hafen zu schließen."],
  ["de", "Wie die Polizei am Dienstag mitteilte, ist der Fischer wohlauf."],
  ["de", "Die Zahl der Boote ist gesunken, wie aus einem am Mittwoch veröffentlichten Bericht hervorgeht."],
  ["es", "El acuerdo alcanzado el martes en Ostrel protege los barcos."],
  ["es", "La alcaldesa se negó el lunes a cerrar el muelle."],
  ["es", "Dos marineros fueron detenidos en Ostrel el miércoles por la noche."],
  ["es", "La alcaldesa prometió el martes bajar las tasas."],
  ["es", "«El muelle está perdido», lamentó el jueves la alcaldesa."],
  ["es", "El martes, en una entrevista con El Faro, la alcaldesa defendió el plan."],
  ["es", "Según un informe publicado este miércoles, los barcos son seguros."],
  ["pt", "O acordo assinado na terça-feira em Ostrel protege os barcos."],
  ["pt", "A prefeita recusou-se na segunda-feira a fechar o cais."],
  ["pt", "Dois marinheiros foram detidos em Ostrel na quarta-feira à noite."],
  ["pt", "Na terça-feira, a prefeita defendeu o plano."],
  ["pt", "A prefeita prometeu na terça-feira baixar as taxas."],
  ["pt", "Segundo um relatório divulgado nesta quarta-feira, os barcos são seguros."],
  ["it", "L'accordo raggiunto martedì a Ostrel protegge le barche."],
  ["it", "La sindaca si è rifiutata lunedì di chiudere il molo."],
  ["it", "Due marinai sono stati arrestati a Ostrel mercoledì sera."],
  ["it", "Martedì, in un'intervista, la sindaca ha difeso il piano."],
  ["it", "La sindaca ha promesso martedì di abbassare le tasse."],
  ["it", "Secondo un rapporto pubblicato mercoledì, le barche sono sicure."],
])("what happened is dated, %s: %s", (language, text) => {
  expect(isDated(text, language)).toBe(true);
});

test.each([
  ["fr", "Le maire veut fermer le quai lundi."],
  ["fr", "Le musée ferme le lundi."],
  ["fr", "Si le conseil a voté lundi, le quai fermera."],
  ["fr", "Le maire a annoncé une réunion lundi."],
  ["fr", "Le conseil, élu en mai, se réunit lundi."],
  ["fr", "Ce lundi, le conseil votera."],
  ["fr", "Les bateaux d'aujourd'hui sont sûrs."],
  ["de", "Die Sitzung am Montag ist geplant."],
  ["de", "Der am Montag beginnende Markt ist bekannt."],
  ["de", "Die für Montag geplante Sitzung bleibt."],
  ["de", "Heute leben hier mehr Menschen."],
  ["de", "Die Methode wurde bald verfeinert und ist heute eines der üblichen Verfahren."],
  ["de", "Heute war alles anders als damals."],
  ["de", "Der Markt ist am Montag geschlossen."],
  ["de", "Die am Montag erwartete Entscheidung bleibt offen."],
  ["es", "El acuerdo previsto para el lunes protege los barcos."],
  ["es", "La alcaldesa quiere cerrar el muelle el lunes."],
  ["es", "El museo cierra el lunes."],
  ["es", "La alcaldesa anunció una reunión el lunes."],
  ["es", "El consejo se reúne el lunes."],
  ["pt", "A prefeita quer fechar o cais na segunda-feira."],
  ["pt", "O museu fecha na segunda-feira."],
  ["it", "La sindaca vuole chiudere il molo lunedì."],
  ["it", "Il museo chiude lunedì."],
  ["it", "La riunione prevista lunedì resta incerta."],
])("a plan, a habit, a condition and an event to come are not, %s: %s", (language, text) => {
  expect(isDated(text, language)).toBe(false);
});

test("an endless word has no date", () => {
  for (const language of ["en", "fr", "de", "es", "pt", "it"]) {
    const endless = `${"a".repeat(1900)} on Monday`;
    expect(isDated(endless, language)).toBe(false);
  }
});
