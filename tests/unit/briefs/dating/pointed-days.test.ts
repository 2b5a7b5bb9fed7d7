/** Days whose week a word beside them tells, and the German forms of what happened that were passed over. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

const toDates = (text: string, language: string, day: string): readonly string[] =>
  findDayEdits(text, { start: 0, end: text.length }, new Date(`${day}T12:00:00Z`), language).map((edit) =>
    edit.kind === "date" ? edit.text.trim() : "",
  );

/** 16 November 2026 is a Monday. */
test.each([
  [
    "de",
    "2026-11-20",
    "Nach Angaben der Stadt vom gestrigen Donnerstagabend muss das Bad schließen.",
    "(19. November)",
  ],
  ["de", "2026-11-20", "Beide Seiten wollen am heutigen Freitagabend verhandeln.", "(20. November)"],
  ["de", "2026-11-20", "Am vorgestrigen Mittwoch jährte sich der Untergang der Fähre.", "(18. November)"],
  ["de", "2026-11-16", "In der Spinnerei sind am vergangenen Freitag die Preise verliehen worden.", "(13. November)"],
  ["de", "2026-11-18", "Am kommenden Sonntag wählt Varen einen neuen Rat.", "(22. November)"],
  ["de", "2026-11-20", "Seit Mittwoch ist die Fähre auf See.", "(18. November)"],
  ["fr", "2026-11-17", "La grève a commencé vendredi dernier dans le port de Varen.", "(13 novembre)"],
  ["fr", "2026-11-17", "Le port fermera lundi prochain.", "(23 novembre)"],
  ["fr", "2026-11-17", "Les quais sont fermés depuis samedi.", "(14 novembre)"],
  ["es", "2026-11-17", "El puerto cerró el pasado viernes tras la tormenta.", "(13 de noviembre)"],
  ["it", "2026-11-17", "Il porto ha chiuso venerdì scorso.", "(13 novembre)"],
  ["pt", "2026-11-17", "O porto fechou na última sexta-feira após a tempestade.", "(13 de novembro)"],
  ["nl", "2026-11-17", "De haven ging afgelopen vrijdag dicht.", "(13 november)"],
  ["da", "2026-11-17", "Havnen åbner igen på fredag.", "(20. november)"],
  ["da", "2026-11-17", "Havnen lukkede i fredags efter stormen.", "(13. november)"],
  ["pl", "2026-11-17", "Port zamknięto w ubiegły piątek po burzy.", "(13 listopada)"],
  ["en", "2026-11-17", "The pier has been closed since Saturday.", "(14 November)"],
])("a day has its date where the word beside it tells its week, %s, written %s: %s", (language, day, text, date) => {
  expect(toDates(text, language, day)).toEqual([date]);
});

test.each([
  ["de", "2026-11-18", "Am vergangenen Montag brannte die Werft in Varen."],
  ["de", "2026-11-20", "Seit Mittwoch war die Fähre vermisst worden, ehe sie im Hafen ankam."],
  ["fr", "2026-11-17", "Le vendredi dernier du mois était férié."],
  ["pt", "2026-11-17", "O porto fecha na última sexta-feira do mês."],
  ["fr", "2026-11-17", "Le port fermera jeudi prochain."],
  ["en", "2026-11-17", "The pier had been closed since Saturday when it burned."],
  ["en", "2026-11-17", "The crew has been at sea since Saturday's storm."],
])("no date where the week may be another, %s, written %s: %s", (language, day, text) => {
  expect(toDates(text, language, day)).toEqual([]);
});

test.each([
  ["2026-11-17", "Ein Flugzeug stürzte am Montag kurz nach dem Start ab.", "(16. November)"],
  ["2026-11-18", "Die Feier, die am Freitag in Varen stattfand, war schlecht besucht.", "(13. November)"],
  ["2026-11-18", "Der Pilot des am Montagnachmittag über Ostrel abgestürzten Flugzeugs ist in Haft.", "(16. November)"],
  ["2026-11-17", "Auf dem See ist am späten Sonntagabend ein Boot mit zwölf Menschen gekentert.", "(15. November)"],
  ["2026-11-16", "Im Norden ist am Samstag ein Boot mit zwölf Leuten, darunter Kindern, gekentert.", "(14. November)"],
  ["2026-11-17", "Freitag fiel der Startschuss für die Regatta.", "(13. November)"],
])(
  "a German verb in two halves, at the end or in front of its day tells of what happened, written %s: %s",
  (day, text, date) => {
    expect(toDates(text, "de", day)).toEqual([date]);
  },
);

test.each([
  ["2026-11-17", "Die Fähre fährt ab Montag nicht mehr."],
  ["2026-11-18", "Die Feier, die am Freitag in Varen stattfinden soll, wird teuer."],
  ["2026-11-18", "Das Boot, das am Freitag in Varen abfährt, ist alt."],
  ["2026-11-18", "Das am Freitag in Varen geplante Rennen fällt aus."],
  ["2026-11-16", "Im Norden ist am Samstag ein Fest mit zwölf Booten, darunter zwei Kähnen, im Hafen."],
  ["2026-11-17", "Freitag war immer der beste Tag."],
])("no date for a German day that may be to come, written %s: %s", (day, text) => {
  expect(toDates(text, "de", day)).toEqual([]);
});

test.each([
  ["Bo Hale announced his endorsement of Ada Moor for mayor on Monday.", ["(16 November)"]],
  ["Ada Moor announced her candidacy for mayor on Monday.", ["(16 November)"]],
  // What is announced may be to come.
  ["The port announced the closure of the pier on Monday.", []],
  ["Ada Moor announced her bid to close the pier on Monday.", []],
])("who announces what is done by announcing it does so on the day: %s", (text, dates) => {
  expect(toDates(text, "en", "2026-11-18")).toEqual(dates);
});
