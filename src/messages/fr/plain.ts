/** French: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Vous pouvez me demander des nouvelles avec vos propres mots, appuyer sur un bouton ou taper / pour voir toutes les commandes.",
  "plain.which":
    "Je ne suis pas sûr de comprendre. Voici ce que je peux en faire ; tapez / pour voir toutes les commandes.",
  "plain.whichWish": "Choisissez ce qui doit arriver ici désormais :",
  "plain.address": "Que dois-je faire de cette adresse ?",
  "plain.search": "Chercher {words} dans les nouvelles",
  "plain.quotes": "Citations sur {words}",
  "plain.follow": "Suivre les nouvelles avec {words}",
  "plain.quotesBy": "Citations de {name}",
  "plain.speaker": "Suivre ce que dit {name}",
  "plain.help": "Tout ce que je sais faire",
  "plain.brief": "Un résumé de la page",
  "plain.subscribe": "S’abonner à ses nouvelles",
  "plain.why": "Pourquoi c’est venu ou non",
  "subscribe.near":
    "Aucun flux ni thème ne s’appelle {name} ; /feeds les montre, et l’adresse d’un site convient aussi. Vouliez-vous dire l’un de ceux-ci ?",
  "subscribe.withWords": "Nouvelles avec {words}",
  "unsubscribe.sure": "Rien n’est encore terminé. Cela mettrait fin à tous les abonnements de ce canal ({count}) :",
  "unsubscribe.endAll": "Tout terminer ({count})",
  "subscribe.nobodyYet": "Dans les nouvelles lues jusqu’ici, personne de ce nom n’est cité : {names}.",
  "subscribe.asOnePhrase":
    "Des mots qui se suivent sont cherchés comme une seule expression ; une virgule les sépare, comme dans words:ferry, port.",
  "subscribe.nowhereYet": "Cela ne figure pas dans les nouvelles lues jusqu’ici : {words}.",
  "why.postedByEnded": "L’abonnement qui l’a apporté a pris fin.",
};
