/** French: what is said of subscriptions and digests. */

import type { Translation } from "../en/index.ts";

export const subscriptions: Translation = {
  "notice.feedGone":
    "{feed} s’est arrêté : son serveur dit que le flux a disparu pour de bon. Plus rien n’en viendra ; /unsubscribe le retire de la liste.",
  "notice.feedFailed":
    "{feed} est resté illisible pendant deux semaines et n’est plus lu. Plus rien n’en viendra ; pour réessayer, utilisez /subscribe avec son adresse.",

  "subscribe.tooManyWords": {
    one: "Un abonnement peut nommer au plus {count} mot ou expression.",
    other: "Un abonnement peut nommer au plus {count} mots ou expressions.",
  },
  "subscribe.noFeedAt": "Il n’y a pas de flux à l’adresse {url}. /feeds montre les flux connus.",
  "subscribe.several": "Ce site a plusieurs flux. Choisissez-en un, ou abonnez-vous avec son adresse :",
  "subscribe.nothingAsked":
    "Dites à quoi vous abonner : un identifiant de flux, une adresse, un thème, ou everything (tout). /feeds montre les flux.",
  "subscribe.already": "Ce canal a déjà cet abonnement : numéro {id}. /subscriptions les montre tous.",
  "subscribe.full": {
    one: "Un canal peut avoir {count} abonnement. Mettez-y d’abord fin avec /unsubscribe.",
    other: "Un canal peut avoir {count} abonnements. Mettez d’abord fin à l’un d’eux avec /unsubscribe.",
  },
  "subscribe.done": "Abonnement pris : {what} (numéro {id}).",
  "subscribe.sample": "La dernière brève suit à titre d’exemple.",
  "subscribe.next": "La prochaine brève arrivera ici d’elle-même.",
  "subscribe.nextDigest": "Le prochain bulletin arrivera ici de lui-même.",

  "subscription.topics": "l’actualité sur {topics}",
  "subscription.allFeeds": "tous les flux",
  "subscription.with": "avec {words}",
  "subscription.without": "sans {words}",
  "subscription.quoting": "citant {speakers}",
  "subscription.in": "en {languages}",

  "subscriptions.none": "Ce canal n’a pas d’abonnement. /subscribe en ajoute un ; /feeds montre les flux.",
  "subscriptions.found": {
    one: "{count} abonnement dans ce canal :",
    other: "{count} abonnements dans ce canal :",
  },
  "subscriptions.choose": "Un numéro ouvre ses boutons.",
  "subscriptions.ended": "Cet abonnement est terminé. /subscriptions montre ceux qui restent.",
  "subscriptions.pause": "Suspendre",
  "subscriptions.resume": "Reprendre",
  "subscriptions.edit": "Modifier",
  "subscriptions.test": "Tester",
  "subscriptions.remove": "Supprimer",
  "subscriptions.all": "◀ Tous",
  "subscriptions.back": "◀ Retour",
  "subscriptions.more": "Suite ▶",
  "subscriptions.done": "◀ Terminé",
  "subscriptions.pauseDone": "Suspendu : plus rien ne vient jusqu’à la reprise.",
  "subscriptions.resumeDone": "Repris : la prochaine brève qui convient arrivera ici.",
  "subscriptions.testPaused": "Cet abonnement est suspendu. Reprenez-le pour le tester.",
  "subscriptions.testNothing": "Rien de la semaine passée ne convient : il n’y a rien à publier.",
  "subscriptions.testDone": "La dernière brève qui convient est en cours de publication.",
  "subscriptions.testShown": "La dernière brève qui convient a déjà paru ici. La voici :",
  "subscriptions.editHow":
    "Appuyez pour modifier. Pour les mots, les heures et le reste, écrivez par exemple {command}",
  "subscriptions.fewerQuotes": "Moins de citations",
  "subscriptions.moreQuotes": "Plus de citations",
  "subscriptions.shorter": "Plus court",
  "subscriptions.longer": "Plus long",
  "subscriptions.silent": "Silencieux",
  "subscriptions.sound": "Avec son",
  "subscriptions.compact": "Compact",
  "subscriptions.full": "Complet",
  "subscriptions.each": "Une par une",
  "subscriptions.daily": "Bulletin du jour",
  "subscriptions.weekly": "Bulletin de la semaine",
  "subscriptions.removeSure": "Supprimer cet abonnement pour de bon ?",
  "subscriptions.removeYes": "Oui, supprimer",
  "subscriptions.removeNo": "Non, garder",

  "health.display": "{display}.",
  "health.pausedHere": "Suspendu ici.",
  "health.paused": "En pause : {reason}.",
  "health.noPost": "Pas encore de publication.",
  "health.lastPost": "Dernière publication : {age}.",
  "health.waiting": { one: "{count} publication en attente.", other: "{count} publications en attente." },
  "health.lastFailure": "Dernier échec : {reason}.",
  "health.unknownReason": "inconnu",
  "health.feedTrouble": "{feed} a un problème : {reason}",
  "health.feedDisabled": "{feed} n’est plus lu : {reason}",
  "health.feedGone": "{feed} n’est plus un flux.",
  "health.noArticles": "Aucun article n’est venu de ses flux la semaine passée.",
  "health.fitting": {
    one: "{count} article de la semaine passée convient.",
    other: "{count} articles de la semaine passée conviennent.",
  },
  "health.otherWords": {
    one: "Sur {count} article de la semaine passée, aucun n’a ses mots.",
    other: "Sur {count} articles de la semaine passée, aucun n’a ses mots.",
  },
  "health.otherSpeakers": {
    one: "Sur {count} article de la semaine passée, aucun ne cite cette personne.",
    other: "Sur {count} articles de la semaine passée, aucun ne cite cette personne.",
  },
  "health.otherLanguage": {
    one: "Sur {count} article de la semaine passée, aucun ne convient ; il est dans une autre langue.",
    other: "Sur {count} articles de la semaine passée, aucun ne convient ; la plupart sont dans une autre langue.",
  },
  "health.excluded": {
    one: "Sur {count} article de la semaine passée, aucun ne convient ; il contient des mots exclus.",
    other: "Sur {count} articles de la semaine passée, aucun ne convient ; la plupart contiennent des mots exclus.",
  },

  "edit.nothing": "Dites quoi changer, par exemple words:ferry ou quotes:2 ; none retire un souhait.",
  "edit.done": "Abonnement {id} désormais : {what}.",

  "wish.badLanguage": "{language} n’est pas un code de langue. Écrivez par exemple en ou de.",
  "wish.badTime": "{option} demande une heure comme 07:30 ; {time} n’en est pas une.",
  "wish.badZone": "{zone} n’est pas un fuseau horaire. Écrivez par exemple Europe/Berlin ou America/New_York.",
  "wish.badQuiet": "quiet demande deux heures comme 22:00-07:00, ou off ; {hours} n’est ni l’un ni l’autre.",
  "wish.roleElsewhere": "Les rôles n’existent que sur Discord.",
  "wish.badRole": "Mentionnez le rôle ou donnez son identifiant ; {role} n’est ni l’un ni l’autre.",

  "display.daily": "en bulletin du jour à {time} ({zone})",
  "display.weekly": "en bulletin de la semaine, {day} à {time} ({zone})",
  "display.quiet": "au calme de {from} à {to} ({zone})",
  "display.size": { one: "repris par {count} média", other: "repris par {count} médias ou plus" },
  "display.compact": "compact",
  "display.silent": "silencieux",
  "display.quotes": { one: "{count} citation par publication", other: "{count} citations par publication" },
  "display.sentences": { one: "{count} phrase par publication", other: "{count} phrases par publication" },
  "display.title": "avec le titre {title}",
  "display.role": "en avertissant un rôle",

  "unsubscribe.none": "Ce canal n’a pas d’abonnement. /subscribe en ajoute un.",
  "unsubscribe.unknown": "Ce canal n’a pas d’abonnement {id}. /subscriptions les montre avec leurs numéros.",
  "unsubscribe.done": "Abonnement terminé : {what}.",
  "unsubscribe.doneAll": { one: "{count} abonnement terminé.", other: "{count} abonnements terminés." },

  "digest.daily": "Bulletin du jour, {day}",
  "digest.weekly": "Bulletin de la semaine, {day}",
  "digest.quiet": "Pendant les heures calmes",
  "digest.rest": "D’autres nouvelles",
  "digest.part": "{heading} ({part} sur {parts})",
  "digest.otherNews": "Autres nouvelles",
  "digest.more": {
    one: "… et {count} autre brève. /latest et /search la retrouvent.",
    other: "… et {count} autres brèves. /latest et /search les retrouvent.",
  },
};
