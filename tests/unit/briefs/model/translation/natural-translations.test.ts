/** Translations as people write them pass the check: names in their cases, numbers and days in their forms. */

import { expect, test } from "vitest";
import { findLanguage } from "../../../../../src/articles/text-language.ts";
import { checkTranslation } from "../../../../../src/briefs/model/translation/check-translation.ts";

const TEXT =
  "The Port Halden city council voted 11 to 8 early Thursday to charge vessels longer than 40 meters a fee to enter the inner harbor, ending a nine-hour debate that filled the public gallery and spilled onto the steps outside. City finance staff expect it to raise about 6.2 million marks a year, most of it set aside for repairs to the breakwater. The Bank of Haldenmark left its key interest rate unchanged at 3.75 percent on Wednesday, its fourth pause in a row, and signaled that it could begin to cut in the spring if wages cool as it expects. “Inflation is close to home, but it has not yet taken its coat off,” Governor Daniel Osei told a news conference. Consumer prices rose 2.3 percent in the year to October, down from 2.6 percent in September and not far from the bank’s target of 2 percent. European Union officials in Brussels said they had no plans to intervene. The United States and China agreed on Friday to resume talks in Geneva, Foreign Minister Anna Keller said. At least 12 people were killed and dozens injured when a bus overturned near Kesten, police said. President Ruiz will not seek a third term. The company said it would cut 1,500 jobs by the end of 2027.";

test.each([
  [
    "de",
    "The Port Halden city council voted 11 to 8 early Thursday to charge vessels longer than 40 meters a fee to enter the inner harbor, ending a nine-hour debate that filled the public gallery and spilled onto the steps outside.",
    "Der Stadtrat von Port Halden hat am frühen Donnerstag mit 11 zu 8 Stimmen beschlossen, von Schiffen über 40 Meter Länge eine Gebühr für die Einfahrt in den Innenhafen zu verlangen, und damit eine neunstündige Debatte beendet, die die Besuchertribüne füllte und sich bis auf die Stufen draußen fortsetzte.",
  ],
  [
    "fr",
    "The Port Halden city council voted 11 to 8 early Thursday to charge vessels longer than 40 meters a fee to enter the inner harbor, ending a nine-hour debate that filled the public gallery and spilled onto the steps outside.",
    "Le conseil municipal de Port Halden a voté tôt jeudi, par 11 voix contre 8, pour faire payer aux navires de plus de 40 mètres un droit d’entrée dans le port intérieur, mettant fin à un débat de neuf heures qui a rempli la tribune publique et débordé sur les marches.",
  ],
  [
    "ru",
    "The Port Halden city council voted 11 to 8 early Thursday to charge vessels longer than 40 meters a fee to enter the inner harbor, ending a nine-hour debate that filled the public gallery and spilled onto the steps outside.",
    "Городской совет Порт-Халдена рано утром в четверг 11 голосами против 8 решил брать с судов длиннее 40 метров плату за вход во внутреннюю гавань, завершив девятичасовые дебаты, которые заполнили галерею для публики и выплеснулись на ступени снаружи.",
  ],
  [
    "de",
    "City finance staff expect it to raise about 6.2 million marks a year, most of it set aside for repairs to the breakwater.",
    "Die Finanzverwaltung der Stadt rechnet mit rund 6,2 Millionen Mark im Jahr, von denen das meiste für Reparaturen am Wellenbrecher vorgesehen ist.",
  ],
  [
    "es",
    "City finance staff expect it to raise about 6.2 million marks a year, most of it set aside for repairs to the breakwater.",
    "El personal de finanzas de la ciudad espera que recaude unos 6,2 millones de marcos al año, la mayoría destinados a reparar el rompeolas.",
  ],
  [
    "fr",
    "City finance staff expect it to raise about 6.2 million marks a year, most of it set aside for repairs to the breakwater.",
    "Les services financiers de la ville en attendent environ 6,2 millions de marks par an, dont l’essentiel est réservé aux réparations du brise-lames.",
  ],
  [
    "ru",
    "City finance staff expect it to raise about 6.2 million marks a year, most of it set aside for repairs to the breakwater.",
    "Финансовое управление города ожидает, что сбор даст около 6,2 млн марок в год, большая часть которых пойдёт на ремонт волнолома.",
  ],
  [
    "de",
    "The Bank of Haldenmark left its key interest rate unchanged at 3.75 percent on Wednesday, its fourth pause in a row, and signaled that it could begin to cut in the spring if wages cool as it expects.",
    "Die Bank of Haldenmark hat ihren Leitzins am Mittwoch bei 3,75 Prozent belassen, die vierte Pause in Folge, und angedeutet, dass sie im Frühjahr mit Senkungen beginnen könnte, wenn sich die Löhne wie erwartet abkühlen.",
  ],
  [
    "fr",
    "The Bank of Haldenmark left its key interest rate unchanged at 3.75 percent on Wednesday, its fourth pause in a row, and signaled that it could begin to cut in the spring if wages cool as it expects.",
    "La Bank of Haldenmark a laissé mercredi son taux directeur inchangé à 3,75 %, sa quatrième pause d’affilée, et a indiqué qu’elle pourrait commencer à le baisser au printemps si les salaires ralentissent comme elle le prévoit.",
  ],
  [
    "ru",
    "The Bank of Haldenmark left its key interest rate unchanged at 3.75 percent on Wednesday, its fourth pause in a row, and signaled that it could begin to cut in the spring if wages cool as it expects.",
    "Bank of Haldenmark в среду оставил ключевую ставку без изменений на уровне 3,75 процента, это четвёртая пауза подряд, и дал понять, что может начать снижение весной, если рост зарплат замедлится, как он ожидает.",
  ],
  [
    "de",
    "Inflation is close to home, but it has not yet taken its coat off",
    "Die Inflation ist fast zu Hause, aber sie hat ihren Mantel noch nicht ausgezogen",
  ],
  [
    "es",
    "Inflation is close to home, but it has not yet taken its coat off",
    "La inflación está cerca de casa, pero aún no se ha quitado el abrigo",
  ],
  [
    "fr",
    "Inflation is close to home, but it has not yet taken its coat off",
    "L’inflation est presque rentrée, mais elle n’a pas encore enlevé son manteau",
  ],
  [
    "ru",
    "Inflation is close to home, but it has not yet taken its coat off",
    "Инфляция уже близко к дому, но пальто она ещё не сняла",
  ],
  [
    "de",
    "Consumer prices rose 2.3 percent in the year to October, down from 2.6 percent in September and not far from the bank’s target of 2 percent.",
    "Die Verbraucherpreise stiegen im Jahr bis Oktober um 2,3 Prozent, nach 2,6 Prozent im September und nicht weit vom Ziel der Bank von 2 Prozent.",
  ],
  [
    "es",
    "Consumer prices rose 2.3 percent in the year to October, down from 2.6 percent in September and not far from the bank’s target of 2 percent.",
    "Los precios al consumo subieron un 2,3 por ciento en el año hasta octubre, frente al 2,6 por ciento de septiembre y no lejos del objetivo del 2 por ciento del banco.",
  ],
  [
    "fr",
    "Consumer prices rose 2.3 percent in the year to October, down from 2.6 percent in September and not far from the bank’s target of 2 percent.",
    "Les prix à la consommation ont augmenté de 2,3 % sur un an en octobre, contre 2,6 % en septembre et non loin de l’objectif de 2 % de la banque.",
  ],
  [
    "de",
    "European Union officials in Brussels said they had no plans to intervene.",
    "Vertreter der Europäischen Union in Brüssel erklärten, sie hätten nicht vor einzugreifen.",
  ],
  [
    "es",
    "European Union officials in Brussels said they had no plans to intervene.",
    "Funcionarios de la Unión Europea en Bruselas dijeron que no tenían planes de intervenir.",
  ],
  [
    "fr",
    "European Union officials in Brussels said they had no plans to intervene.",
    "Des responsables de l’Union européenne à Bruxelles ont dit qu’ils n’avaient pas l’intention d’intervenir.",
  ],
  [
    "ru",
    "European Union officials in Brussels said they had no plans to intervene.",
    "Представители Европейского союза в Брюсселе заявили, что не планируют вмешиваться.",
  ],
  [
    "de",
    "The United States and China agreed on Friday to resume talks in Geneva, Foreign Minister Anna Keller said.",
    "Die Vereinigten Staaten und China haben sich am Freitag darauf geeinigt, die Gespräche in Genf wieder aufzunehmen, sagte Außenministerin Anna Keller.",
  ],
  [
    "ru",
    "The United States and China agreed on Friday to resume talks in Geneva, Foreign Minister Anna Keller said.",
    "США и Китай договорились в пятницу возобновить переговоры в Женеве, сообщила министр иностранных дел Анна Келлер.",
  ],
  [
    "de",
    "At least 12 people were killed and dozens injured when a bus overturned near Kesten, police said.",
    "Mindestens 12 Menschen wurden getötet und Dutzende verletzt, als ein Bus bei Kesten umkippte, teilte die Polizei mit.",
  ],
  [
    "es",
    "At least 12 people were killed and dozens injured when a bus overturned near Kesten, police said.",
    "Al menos 12 personas murieron y decenas resultaron heridas al volcar un autobús cerca de Kesten, informó la policía.",
  ],
  [
    "fr",
    "At least 12 people were killed and dozens injured when a bus overturned near Kesten, police said.",
    "Au moins 12 personnes ont été tuées et des dizaines blessées lorsqu’un bus s’est renversé près de Kesten, a indiqué la police.",
  ],
  [
    "ru",
    "At least 12 people were killed and dozens injured when a bus overturned near Kesten, police said.",
    "По меньшей мере 12 человек погибли и десятки пострадали, когда возле Кестена перевернулся автобус, сообщила полиция.",
  ],
  ["de", "President Ruiz will not seek a third term.", "Präsident Ruiz strebt keine dritte Amtszeit an."],
  ["es", "President Ruiz will not seek a third term.", "El presidente Ruiz no buscará un tercer mandato."],
  ["fr", "President Ruiz will not seek a third term.", "Le président Ruiz ne briguera pas de troisième mandat."],
  ["ru", "President Ruiz will not seek a third term.", "Президент Руис не будет баллотироваться на третий срок."],
  [
    "de",
    "The company said it would cut 1,500 jobs by the end of 2027.",
    "Das Unternehmen teilte mit, es werde bis Ende 2027 1.500 Stellen abbauen.",
  ],
  [
    "es",
    "The company said it would cut 1,500 jobs by the end of 2027.",
    "La empresa dijo que recortaría 1.500 empleos antes de finales de 2027.",
  ],
  [
    "fr",
    "The company said it would cut 1,500 jobs by the end of 2027.",
    "L’entreprise a dit qu’elle supprimerait 1 500 emplois d’ici fin 2027.",
  ],
  [
    "ru",
    "The company said it would cut 1,500 jobs by the end of 2027.",
    "Компания сообщила, что сократит 1500 рабочих мест к концу 2027 года.",
  ],
] as const)("into %s: %s", (to, original, translated) => {
  const context = { from: "en", to, text: TEXT, speakers: ["Daniel Osei", "Anna Keller"], tellLanguage: findLanguage };
  expect(checkTranslation([{ original, translated }], context)).toEqual([]);
});
