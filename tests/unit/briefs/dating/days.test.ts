/** Dates behind weekdays: only what surely happened, in every language; names, plans and habits get none. */

import { expect, test } from "vitest";
import { findDayEdits } from "../../../../src/briefs/dating/days.ts";

/** A Friday. */
const PUBLISHED = new Date("2026-11-20T10:00:00Z");

function date(text: string, language: string, publishedAt = PUBLISHED): string {
  return findDayEdits(text, { start: 0, end: text.length }, publishedAt, language).reduceRight(
    (shown, edit) => shown.slice(0, edit.start) + edit.text + shown.slice(edit.end),
    text,
  );
}

test.each([
  ["en", "The council voted on Monday to close the pier.", "on Monday (16 November)"],
  ["en", "The mayor said Tuesday the pier will close.", "said Tuesday (17 November)"],
  ["en", "The mayor said in a statement on Tuesday that the pier will close.", "on Tuesday (17 November)"],
  ["en", "Police said a crane struck a bus Wednesday morning.", "Wednesday morning (18 November)"],
  ["en", "On Thursday, the council met in Ostrel.", "On Thursday (19 November), the"],
  ["en", "A ferryman pleaded guilty Monday to leaving his passengers behind.", "guilty Monday (16 November)"],
  ["en", "The port faced harsh criticism on Tuesday over its fees.", "on Tuesday (17 November)"],
  ["en", "A sailor was killed on Sunday in the hills above Ostrel.", "on Sunday (15 November)"],
  ["en", "Two boats sank yesterday off Ostrel.", "yesterday (19 November)"],
  ["en", "The council voted 11 to 8 early Thursday to charge a fee.", "early Thursday (19 November)"],
  ["en", "The harbor office on Thursday announced the closing of the pier.", "on Thursday (19 November) announced"],
  ["en", "The ferry firm on Tuesday closed its last line.", "on Tuesday (17 November) closed"],
  ["en", "Two piers will close, according to a report Thursday.", "a report Thursday (19 November)."],
  ["en", "Shots rang out in the old town of Ostrel on Tuesday, sparking fear.", "on Tuesday (17 November), sparking"],
  ["en", "The senator took to social media on Monday to criticize the port.", "on Monday (16 November) to"],
  ["en", "Moor scored 34 points in the win, 112-107 over Varen on Tuesday night.", "Tuesday night (17 November)."],
  ["en", "She was voted off the show on Monday in a close race.", "on Monday (16 November) in"],
  ["en", "The firm issued a recall Monday of more than two million boats.", "Monday (16 November) of"],
  ["en", "The court decided on Tuesday that the pier stays.", "on Tuesday (17 November) that"],
  ["en", "An aide told the paper on Tuesday the pier will close.", "on Tuesday (17 November) the"],
  ["en", "The crash happened shortly after 9:00 p.m. Monday on the harbor road.", "Monday (16 November) on"],
  ["en", "On Monday, following the ruling, the mayor appeared in Ostrel.", "On Monday (16 November), following"],
  ["en", "On Monday Varen spokeswoman Ada Moor issued a statement.", "On Monday (16 November) Varen"],
  ["en", "She asked for mercy in a letter posted on Chirper Tuesday, a day late.", "Tuesday (17 November), a"],
  ["en", "Hours before the win Tuesday, the coach praised his team.", "Tuesday (17 November), the"],
  ["en", "A chase that began in Ostrel Thursday night ended in the harbor.", "Thursday night (19 November) ended"],
  ["en", "In a vote late on Tuesday, the council backed the plan.", "on Tuesday (17 November), the"],
  ["en", "The two argued during Tuesday's debate in Ostrel.", "Tuesday's (17 November) debate"],
  ["en", "Prices may fall, Moor said in a Monday client note.", "Monday (16 November) client note"],
  ["en", "A fan hit the singer in Ostrel, Varen, on Sunday.", "on Sunday (15 November)."],
  [
    "en",
    "Two piers will close, according to an exclusive report by The Varen Lantern late on Thursday.",
    "Thursday (19 November).",
  ],
  ["en", "Moor made her case to voters in Ostrel on Tuesday.", "on Tuesday (17 November)."],
  ["en", "A diver was hurt after a quarrel over a boat at an inn on Tuesday night.", "Tuesday night (17 November)."],
  ["en", "Moor defended the pier as a place for all Tuesday, hours after it fell.", "Tuesday (17 November), hours"],
  ["en", "On Sunday, a party of fishers won the most votes in Ostrel.", "On Sunday (15 November), a"],
  ["en", "On Monday, the mayor announced that the pier would close.", "On Monday (16 November), the"],
  ["en", "The mayor on Monday got her first boat since she moved last month.", "on Monday (16 November) got"],
  ["en", "A fisher posted the film to the web on Thursday.", "on Thursday (19 November)."],
  ["en", "Moor told the port's old crews on Sunday to stay.", "on Sunday (15 November) to"],
  ["en", "In the interview on Tuesday, Moor said she had no boat.", "on Tuesday (17 November), Moor"],
  ["en", "The boat sank, she said during an interview on The Varen Morning Show Sunday.", "Sunday (15 November)."],
  ["en", "The film was shown after the Terns' win in Ostrel on Tuesday.", "on Tuesday (17 November)."],
  ["en", "The council will meet in Ostrel on Monday.", "on Monday (23 November)."],
  ["en", "A ferryman who pleaded guilty will be sentenced Monday.", "Monday (23 November)."],
  ["en", "The list of the ferry just went up last night in Ostrel.", "last night (19 November)"],
  ["en", "Speaking at a fair in Ostrel on Tuesday, the mayor said the pier is safe.", "on Tuesday (17 November), the"],
  ["en", "Two young sailors from Varen, on Monday, stole a boat of the port.", "on Monday (16 November), stole"],
  [
    "en",
    "The mayor had been expected in Ostrel, but on Monday, the port announced a delay.",
    "on Monday (16 November), the",
  ],
  ["en", "Outside the old harbor in Ostrel, Varen on Monday, Moor showed his boat.", "on Monday (16 November), Moor"],
  ["en", "The hopes of the Terns are slim after Monday night’s loss to Varen.", "Monday night’s (16 November) loss"],
  ["en", "The sketch aired after Moor’s win in Varen on Sunday.", "on Sunday (15 November)."],
  ["en", "On Tuesday, the port announced that Moor would run the ferry.", "On Tuesday (17 November), the"],
  ["en", "Monday in Ostrel, while on her way home, the mayor said the ferry was fine.", "Monday (16 November) in"],
  ["en", "Sunday, a young fisherman won the most votes.", "Sunday (15 November), a"],
  ["en", "They made their cases to voters in Ostrel on Monday.", "on Monday (16 November)."],
  ["en", "The crews gathered in Ostrel on Monday to begin their journey.", "on Monday (16 November) to"],
  ["en", "A new report alleged on Monday that the pier sinks.", "on Monday (16 November) that"],
  ["en", "The navy conducted its second buoy launch (SBL) late on Monday in a storm.", "on Monday (16 November) in"],
  ["en", "Moor told Varen’s harbor guards on Monday that they may sail.", "on Monday (16 November) that"],
  [
    "en",
    "Although the deal struck in Ostrel on Monday still leaves boats at risk, it was signed.",
    "on Monday (16 November) still",
  ],
  ["en", "The port promised on Monday to lower its fees.", "on Monday (16 November) to"],
  ["en", "The pilot indicated Tuesday that the quarrel is over.", "Tuesday (17 November) that"],
  [
    "en",
    "The mayor's attempts to save the pier failed Tuesday, as the council quarreled.",
    "Tuesday (17 November), as",
  ],
  ["en", "Moor told voters in Varen on Sunday that she would sail.", "on Sunday (15 November) that"],
  ["en", "A fisher shouted a slogan, normally heard at fairs, outside the hall on Monday.", "on Monday (16 November)."],
  ["en", "Few knew that there was a debate Monday night in Ostrel.", "Monday night (16 November) in"],
  ["en", "In Monday's announcement, Moor wrote that the pier is safe.", "Monday's (16 November) announcement"],
  ["en", "Thursday's memo from the port angered the crews.", "Thursday's (19 November) memo"],
  [
    "en",
    "A fisher in Ostrel, a town of crews, sank his boat, jumping off the deck on Monday.",
    "Monday (16 November).",
  ],
  ["en", "Days after the fire, the Varen High Court today came down on the port.", "today (20 November) came"],
  ["en", '"We sail,” said Moor, who will testify Monday.', "Monday (23 November)."],
  ["en", "The paper wrote that Thursday's debate was dull.", "Thursday's (19 November) debate"],
  ["en", "The port waits, but Thursday night's results showed who leads.", "night's (19 November) results"],
  ["en", "Moor said Wednesday's talks have led the crews to think again.", "Wednesday's (18 November) talks"],
  ["en", "Moor was heard on Thursday's “Harbor Hour” with two guests.", "Thursday's (19 November) “Harbor"],
  ["en", "Moor said at a Tuesday rally in Varen that the port should close.", "Tuesday (17 November) rally"],
  ["en", "Voters chose Ada Moor for the Harbor Court Tuesday, a triumph for the port.", "Tuesday (17 November), a"],
  ["en", "The mayor could not be reached for comment Wednesday.", "Wednesday (18 November)."],
  ["en", "The crew refused to leave the harbor of Ostrel on Thursday night (11 p.m.).", "night (19 November) (11"],
  [
    "en",
    "After winning two races in Ostrel, Varen and Moorhaven Tuesday night, Hale went home.",
    "Tuesday night (17 November), Hale",
  ],
  ["en", "Moor capped a late comeback to beat the Terns 5-4 Tuesday night.", "Tuesday night (17 November)."],
  ["en", "Moor will face the rower Ben Hale in a race on Monday.", "on Monday (23 November)."],
  ["en", "Hale posted the film on his own page Monday.", "page Monday (16 November)."],
  ["en", "The fans moved into the light again Monday after a slur.", "Monday (16 November) after"],
  ["en", "Hale testified before the Harbor Committee Tuesday about the fire.", "Tuesday (17 November) about"],
  [
    "en",
    "The mayor's speech on Tuesday, in which she spoke of the fire, is read again.",
    "on Tuesday (17 November), in",
  ],
  ["en", "But Wednesday night in Ostrel, he spoke in favor of the pier.", "Wednesday night (18 November) in"],
  ["en", "In a letter to staff on Wednesday, Moor called it a good day.", "on Wednesday (18 November), Moor"],
  ["en", "The Terns added a cup to their list with a win over Varen on Sunday.", "on Sunday (15 November)."],
  [
    "en",
    "Moor has praised the crews, telling reporters on a walk in Varen on Tuesday that they are safe.",
    "on Tuesday (17 November) that",
  ],
  ["en", "On Monday, the mayor will hold two talks in Varen.", "On Monday (23 November), the"],
  ["en", "The result is a long report (longer than the last) released Tuesday.", "Tuesday (17 November)."],
  ["en", "As of Wednesday, Moor had won two races.", "As of Wednesday (18 November), Moor"],
  ["en", "The port is set to tell the price later on Friday.", "on Friday (20 November)."],
  ["en", "The crews on Friday are choosing their first captain.", "on Friday (20 November) are"],
  ["en", "The ferry will raise its fares starting Sunday, the port said.", "starting Sunday (22 November), the"],
  [
    "en",
    "Moor has praised the plan, telling guests during a trip to Scotland on Tuesday that it is good.",
    "on Tuesday (17 November) that",
  ],
  ["de", "Der Fischer ist in der Nacht auf Dienstag im Alter von 79 Jahren gestorben.", "Dienstag (17. November) im"],
  ["de", "Nach elf Jahren Streit hat der Stadtrat am Dienstag die Brücke beschlossen.", "am Dienstag (17. November)"],
  ["es", "Las autoridades ordenaron este lunes la evacuación de Isla Cormorán.", "este lunes (16 de noviembre)"],
  ["de", "Der Rat hat heute in Tannerau eine Vorsitzende gewählt.", "hat heute (20. November) in"],
  ["de", "Die Stadträtin analysierte die Lage am Montag in einem Beitrag.", "am Montag (16. November) in"],
  ["cs", "Most byl v pondělí uzavřen.", "v pondělí (16. listopadu) uzavřen"],
  ["cs", "Starostka v úterý oznámila prodej přístavu.", "v úterý (17. listopadu) oznámila"],
  ["fr", "Le port fermera, selon une étude publiée lundi.", "publiée lundi (16 novembre)."],
  ["fr", "Le port fermera, révèle mardi le journal local.", "révèle mardi (17 novembre) le"],
  ["da", "Flyet styrtede ned mandag morgen syd for Ostrel.", "mandag morgen (16. november) syd"],
  ["de", "Am Mittwoch wurde in Tannerau gewählt.", "Am Mittwoch (18. November) wurde"],
  ["es", "Los concejales aprobaron el lunes la venta.", "el lunes (16 de noviembre)"],
  ["fr", "Le conseil a voté lundi la vente du port.", "lundi (16 novembre)"],
  ["pt", "A prefeita anunciou na segunda-feira a venda.", "segunda-feira (16 de novembro)"],
  ["it", "Il consiglio ha approvato lunedì la vendita.", "lunedì (16 novembre)"],
  ["nl", "De brug werd maandag gesloten.", "maandag (16 november)"],
  ["sv", "Bron stängdes på måndagen efter stormen, men bron var hel på måndagen.", "på måndagen (16 november)"],
  ["da", "Broen blev mandag lukket.", "mandag (16. november)"],
  ["nb", "Broen ble mandag stengt.", "mandag (16. november)"],
  ["pl", "Most został w poniedziałek zamknięty.", "poniedziałek (16 listopada)"],
  ["ru", "Мост в понедельник был закрыт.", "понедельник (16 ноября)"],
  ["uk", "Міст у понеділок був закритий.", "понеділок (16 листопада)"],
  ["fi", "Silta oli maanantaina kiinni.", "maanantaina (16. marraskuuta)"],
])("what happened is dated, %s: %s", (language, text, shown) => {
  expect(date(text, language)).toContain(shown);
});

test.each([
  ["a plan", "en", "The council agreed to meet on Monday."],
  ["a coming event said to come", "en", "The mayor said the pier opens on Monday."],
  ["what is so these days", "en", "The ferry is faster today, and Ostrel will grow."],
  ["these days", "en", "Robots failed, but today it is plain to see how few ever used them."],
  ["a date that was set", "en", "The trial was scheduled for Monday."],
  ["another week", "en", "The council met last Monday."],
  ["a day of a past time", "en", "The town slept on the Monday before the storm."],
  ["a day of a month", "en", "The fair was held on a Sunday in the first week of the month."],
  ["what will be on the page's own day of the week", "en", "The council will meet in Ostrel on Friday."],
  ["what will be in nearly a week", "en", "The council will meet in Ostrel on Wednesday."],
  ["these days", "en", "Moor tested the best boats available on today's market."],
  ["a decision awaited", "en", "All eyes are on Tuesday's decision by the port."],
  ["a ruling awaited", "en", "The outcome hinges on Tuesday's ruling."],
  ["what boats have become", "en", "Small boats today sank less than they did."],
  ["what a boat will do", "en", "The ferry, built in Varen, sailing to Ostrel on Monday, is new."],
  ["where a mayor goes", "en", "The mayor, elected in May, leaves Ostrel, sailing on Monday."],
  ["a game to come that is told of now", "en", "Moor said Thursday's game means a lot to the port."],
  ["a game to come of which somebody told", "en", "Moor said that Thursday's game is a test."],
  ["the Thursday of another time", "en", "He told of that Thursday's storm and was moved."],
  ["a vote of a week ago", "en", "A recount of Friday's vote could not be done."],
  ["killings of another year", "en", "Sunday's killings of 1972 were told again."],
  ["what was put off", "en", "The court postponed Tuesday's ruling."],
  ["the name of a feast", "en", "Black Friday's fire in Ostrel was put out."],
  ["the name of a club", "en", "Ostrel Wednesday's arrest was told on the news."],
  ["next week's", "en", "Next Friday's raid is known to all."],
  ["half of a word", "en", "Tuesday's crash course is full."],
  ["a day of another year", "en", "In 1972, Sunday's killings shook the port."],
  ["before what may be long ago", "en", "It was leading up to Saturday's final that he broke his leg."],
  ["the day of what burned", "en", "The inquiry will look into the fire at the pier on Sunday."],
  ["the day of a storm", "en", "The port will compensate victims of the storm on Sunday."],
  ["a law", "en", "The law will ban sales of boats on Sunday."],
  ["a timetable", "en", "From May, the ferry will start at 9 a.m. on Sunday, as usually."],
  ["what is quoted in single marks", "en", "'We will meet in Ostrel on Monday and talk,' said Moor."],
  ["a meeting to come on the page's own day", "en", "They announced a meeting on Friday."],
  ["a plan for the page's own day", "en", "The mayor agreed to resign on Friday."],
  ["a ruling to come", "en", "Thursday's ruling could close the pier."],
  ["a ruling to come", "en", "The town waits for Monday's ruling."],
  ["what did not happen", "en", "If the pier were closed on Monday, no boat would land."],
  ["what would have been", "en", "The crews would have met on Monday."],
  ["what is wished", "en", "The council wants the old pier closed on Monday."],
  ["what is so every week", "en", "The museum of the port is closed on Monday."],
  ["a ruling that was awaited", "en", "Tuesday's ruling was expected to close the pier."],
  ["what was thought of", "en", "The port considered closing the pier on Monday."],
  ["what all signs point to", "en", "All signs pointed to Moor leaving the port on Monday."],
  ["what is said in a quotation that goes on", "en", "“The pier burned on Monday, and nobody came."],
  ["what is said in doubled single marks", "en", "They must be ready ''to sail as they sailed on Monday.''"],
  ["a childhood", "en", "Growing up, he sailed on Sunday with his father."],
  ["what never happened", "en", "Had the pier closed on Monday, no boat would have come."],
  ["what may be to come", "en", "Once the pier opened on Monday, boats would come."],
  ["somebody leaving soon", "en", "The mayor confirmed she was resigning on Monday."],
  ["a verb nobody knows", "en", "The ferry that sank sails on Monday."],
  ["what was ordered", "en", "The court ordered Hale released on Monday."],
  ["a dinner to come", "en", "The mayor has been invited to a dinner on Monday."],
  ["these days", "en", "We tested and ranked the best boats available today."],
  ["these days", "en", "The port has become a meeting place today."],
  ["a vote to come, of which somebody told", "en", "The mayor confirmed the vote on Monday."],
  ["a talk to come on what was", "en", "Moor will discuss the strike on Monday."],
  ["a plan after which something is to be", "en", "He resigned after the plan to close the pier on Monday."],
  ["what is done every week", "en", "The mayor smiled as the council meets on Monday."],
  ["a feast", "en", "Shops were full on Black Friday."],
  ["the name of a show", "en", "She played in Friday Night Boats."],
  ["the name of a day of firms", "en", "The firm mended it on Patch Tuesday."],
  ["the name of a site", "en", "He explained to TODAY.example how it was done."],
  ["armed men in no time", "en", "The armed guards open the pier Monday."],
  ["whose day the next clause tells", "en", "On Monday, she said, the pier will close."],
  ["a fare that begins", "en", "Starting Monday, the ferry that was built in Ostrel sails."],
  ["what is said between", "en", "The port is calm, but on Monday, she said, the pier will close."],
  ["who will sail", "en", "Two young sailors from Varen, on Monday, will steal a boat."],
  ["a ruling that is waited for", "en", "The port was calm and braced for Monday's ruling."],
  ["results to come", "en", "Monday's results will show who won."],
  ["a win that was hoped for", "en", "The Terns needed a win in Varen on Monday."],
  ["what was told of a day", "en", "Moor told Varen that on Monday the pier will close."],
  ["who votes on Monday", "en", "The council that was chosen votes on Monday."],
  ["what decides later", "es", "La unión decidirá este viernes los pasos."],
  ["a sitting to come", "es", "El grupo pidió reunirse el viernes."],
  ["a meeting to come", "en", "The mayor announced a meeting on Monday."],
  ["a game to come", "en", "The Terns reached the final on Sunday."],
  ["a vote to come", "en", "The paper discussed the vote on Tuesday."],
  ["somebody leaving soon", "en", "The mayor said she was leaving on Monday."],
  ["a game that may come", "en", "Moor remained in doubt for Monday's match."],
  ["a month ago", "en", "The clubs played last month on a wet pitch on Monday."],
  ["a paper named for a day", "en", "The letters were obtained by the Mail on Sunday."],
  ["another paper named for a day", "en", "The letters were obtained by Scotland on Sunday."],
  ["the name of a sale", "en", "The list was posted on Giving Tuesday."],
  ["what birds are", "en", "These are the animals from which birds today evolved."],
  ["a participle before a noun", "de", "Die geplante Sitzung am Montag bleibt offen."],
  ["what is to come", "cs", "Most by měl být v pondělí uzavřen."],
  ["what is to come", "cs", "Most bude v pondělí uzavřen."],
  ["what there was already", "de", "Dafür existierten heute bereits mehrere Gesetze."],
  ["tomorrow's day: the article was gone on with", "en", "The match in Ostrel ended at 2 a.m. on Saturday."],
  ["before a release to come", "en", "The singer spoke ahead of the release of her record on Monday."],
  ["these days", "fr", "Trois quarts des habitants affirment aujourd'hui soutenir la maire."],
  ["already soon", "da", "Stormen giver allerede søndag skyer i hele landet."],
  ["a condition", "es", "Si el grupo reúne a 14 concejales el viernes, se anulará la sesión."],
  ["these days", "de", "Der Rat entstand aus einem Verein und ist auch heute für den Ort zuständig."],
  ["a plan", "de", "Das Fest ist am Samstag geplant."],
  ["what will be", "de", "Am Samstag wird gewählt."],
  ["what is to come", "fr", "Le conseil se réunira lundi à Ostrel."],
  ["every week", "fr", "Le musée était fermé le lundi."],
  ["what was agreed", "fr", "Le conseil a décidé de voter lundi."],
  ["what is to come", "pt", "A prefeita anunciará na segunda-feira a venda."],
  ["every week", "it", "Il museo era chiuso il lunedì."],
  ["what is to come", "nl", "De brug wordt maandag gesloten."],
  ["what is to come", "pl", "Most będzie w poniedziałek zamknięty."],
  ["what is to come", "ru", "Мост будет закрыт в понедельник."],
  ["what is to come", "uk", "Міст буде закритий у понеділок."],
  ["what is to come", "sv", "Bron ska stängas på måndagen."],
  ["a language nobody told", "tr", "Köprü pazartesi kapandı."],
])("no date: %s, %s: %s", (_name, language, text) => {
  expect(date(text, language)).toBe(text);
});

test("the article's own day of the week is dated whatever is told of it, but no habit and no other week", () => {
  expect(date("The port will air its plan during Friday's Varen debate.", "en")).toContain(
    "Friday's (20 November) Varen",
  );
  expect(date("Guards plan to strike at Friday night's debate.", "en")).toContain("Friday night's (20 November)");
  expect(date("He refused to sell them nets in Ostrel on Friday.", "en")).toContain("on Friday (20 November).");
  for (const text of [
    "The ferry will sail every week on Friday.",
    "The ferry will sail next Friday.",
    "The ferry will sail from Friday on.",
    "People go to the market on Friday.",
    "He told Varen News Friday that the ferry will sail.",
  ])
    expect(date(text, "en")).toBe(text);
  expect(date("The port will air its plan during Thursday's debate.", "en")).not.toContain("(");
});

test("today is not dated when the day may be another where the article was written", () => {
  const text = "Two boats sank today off Ostrel.";
  expect(date(text, "en")).toContain("today (20 November)");
  expect(date(text, "en", new Date("2026-11-20T03:00:00Z"))).toBe(text);
});

test.each([
  // Written on a Friday.
  ["The ferry will sail again next Tuesday.", "next Tuesday (24 November)."],
  ["The crews wait for next Thursday's talks with the port.", "next Thursday's (26 November) talks"],
])("a day of another week has its date: %s", (text, shown) => {
  expect(date(text, "en")).toContain(shown);
});

test.each([
  ["Moor was chosen last Friday in Ostrel.", "last Friday (13 November) in"],
  ["The port had been closed until last Saturday's storm.", "last Saturday's (14 November) storm"],
  ["At last Thursday's talks, the crews left early.", "last Thursday's (12 November) talks"],
])("a day of last week has its date: %s", (text, shown) => {
  // Written on a Tuesday.
  expect(date(text, "en", new Date("2026-11-17T10:00:00Z"))).toContain(shown);
});

test.each([
  "Moor was chosen last Tuesday in Ostrel.",
  "Moor was chosen last Monday in Ostrel.",
  "Moor was chosen last Sunday in Ostrel.",
  "At last Friday came to an end.",
  "It was the last Friday of the fair.",
  "The fair was held last Friday in May.",
  "The ferry will sail next Tuesday.",
  "The ferry will sail next Thursday.",
  "It was his last Friday in Ostrel.",
  "“The pier burned last Friday,” said Moor.",
])("it depends on who says so which week is meant: %s", (text) => {
  expect(date(text, "en", new Date("2026-11-17T10:00:00Z"))).toBe(text);
});

test("the hours of a day are its own", () => {
  expect(date("A boat sank in the early hours of Thursday off Ostrel.", "en")).toContain("Thursday (19 November) off");
  expect(date("In the early hours of Thursday, crews left the port.", "en")).toContain(
    "of Thursday (19 November), crews",
  );
  const until = "The crews talked into the early hours of Thursday.";
  expect(date(until, "en")).toBe(until);
});

test.each([
  ["The swimmer will meet her fans today in Ostrel.", "today (20 November) in"],
  ["Moor, who turns 40 today, has left the port.", "today (20 November), has"],
])("today is the article's own day where something is surely to come: %s", (text, shown) => {
  expect(date(text, "en")).toContain(shown);
  // What is put on the page a day early names tomorrow.
  expect(date(`${text} It is the day of the fair, 21 November.`, "en")).not.toContain("(");
});

test.each([
  ["This took a bad turn on Thursday when Moor fell.", "on Thursday (19 November) when"],
  ["At one point on Thursday, Moor, who has two boats, sank one.", "on Thursday (19 November), Moor"],
  ["Hale seemed to like the plan in a Wednesday interview on the pier.", "Wednesday (18 November) interview"],
])("yesterday's day needs no sure verb where nothing is to come: %s", (text, shown) => {
  expect(date(text, "en")).toContain(shown);
});

test.each([
  "Moor said the ferry sails on Thursday.",
  "The paper wrote of a meeting on Thursday.",
  "Varen named a side for the visit on Thursday.",
  "This takes a bad turn on Thursday when boats sail.",
  "The port waits for what comes on Thursday, when the crews, who struck, meet.",
  '"We sailed, and we sail on Thursday.',
  // Further back it may be next week's.
  "This took a bad turn on Monday when Moor fell.",
])("a day that may be to come has no date, though it was yesterday's, too: %s", (text) => {
  expect(date(text, "en")).toBe(text);
});

test("what lies ahead of a day that is tomorrow's or the next makes it that day, unless the article tells of it as over", () => {
  const heading = "Heading into Sunday's vote, Moor has a small lead.";
  expect(date(heading, "en")).toContain("Sunday's (22 November) vote");
  expect(date("Moor is just ahead of Hale before Saturday's race.", "en")).toContain("Saturday's (21 November) race");
  expect(date(`${heading} The crews met on Sunday in Varen.`, "en")).not.toContain("22 November");
  for (const text of [
    "Heading into Tuesday's vote, Moor has a small lead.",
    "Heading into Sunday's vote, Moor led by a head.",
    "The crews will have none of Sunday's vote.",
  ])
    expect(date(text, "en")).toBe(text);
});

test("the article's own day is meant by what is to come on it in the news of these days, and in part of the day", () => {
  const rally = "On Friday, the mayor will hold a rally.";
  expect(date(rally, "en")).toBe(rally);
  expect(date(`${rally} The crews met on Thursday in Varen.`, "en")).toContain("On Friday (20 November), the");
  expect(date("The plan will play out Friday night when the crews meet.", "en")).toContain("night (20 November) when");
  expect(date(`${rally} The crews met on Monday in Varen.`, "en")).not.toContain("On Friday (");
});
