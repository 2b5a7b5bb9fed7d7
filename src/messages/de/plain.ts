/** German: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Du kannst mich in eigenen Worten nach Nachrichten fragen, einen Knopf drücken oder / für alle Befehle tippen.",
  "plain.which": "Ich bin nicht sicher, was du meinst. Das kann ich damit tun; tippe / für alle Befehle.",
  "plain.whichWish": "Bitte wähle, was von nun an hierher kommen soll:",
  "plain.address": "Was soll ich mit dieser Adresse tun?",
  "plain.search": "Nachrichten zu {words} suchen",
  "plain.quotes": "Zitate über {words}",
  "plain.follow": "Nachrichten mit {words} folgen",
  "plain.quotesBy": "Zitate von {name}",
  "plain.speaker": "Folgen, was {name} sagt",
  "plain.help": "Alles, was ich kann",
  "plain.brief": "Eine Kurzfassung davon",
  "plain.subscribe": "Ihre Nachrichten abonnieren",
  "plain.why": "Warum das kam oder nicht",
  "subscribe.near":
    "Kein Feed und kein Thema heißt {name}; /feeds listet sie auf, auch die Adresse einer Website geht. War eines davon gemeint?",
  "subscribe.withWords": "Nachrichten mit {words}",
  "unsubscribe.sure": "Noch ist nichts beendet. Damit würden alle Abos dieses Kanals enden ({count}):",
  "unsubscribe.endAll": "Alle beenden ({count})",
  "subscribe.nobodyYet": "In den bisher gelesenen Nachrichten wird niemand zitiert, der so heißt: {names}.",
  "subscribe.asOnePhrase":
    "Wörter nebeneinander werden als eine Wendung gesucht; ein Komma trennt sie, wie in words:fähre, hafen.",
  "subscribe.nowhereYet": "In den bisher gelesenen Nachrichten kommt das nicht vor: {words}.",
  "why.postedByEnded": "Das Abo, mit dem es kam, ist beendet.",
};
