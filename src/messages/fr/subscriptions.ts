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
    "Dites à quoi vous abonner : un identifiant de flux, une adresse, un thème, ou everything (tout) ; words:ferry donne les nouvelles avec un mot, speaker:minister ce que dit quelqu’un. /feeds montre les flux.",
  "subscribe.already": "Ce canal a déjà cet abonnement : numéro {id}. /subscriptions les montre tous.",
  "subscribe.alreadyOther":
    "Ce canal a déjà cet abonnement : numéro {id}. Pour le changer ainsi, appuyez sur le bouton ou tapez {command}",
  "subscribe.change": "Changer ainsi",
  "subscribe.full": {
    one: "Un canal peut avoir {count} abonnement. Mettez-y d’abord fin avec /unsubscribe.",
    other: "Un canal peut avoir {count} abonnements. Mettez d’abord fin à l’un d’eux avec /unsubscribe.",
  },
  "subscribe.serverFull":
    "Nombre maximal d’abonnements de tous les canaux d’ici réunis : {max}. Mettez d’abord fin à l’un d’eux avec /unsubscribe.",
  "subscribe.done": "Abonnement pris : {what} (numéro {id}).",
  "subscribe.sample": "La dernière brève suit à titre d’exemple.",
  "subscribe.sampleWaits":
    "La dernière brève arrive avec le premier bulletin ou à la fin des heures calmes : {moment} ({zone}).",
  "subscribe.next": "La prochaine brève arrivera ici d’elle-même.",
  "subscribe.covered":
    "L’abonnement {id} apporte déjà tout cela, et aucun article n’arrive deux fois : celui-ci n’ajoute rien. Pour ne recevoir que cela, mettez fin au numéro {id} avec {command}",
  "subscribe.nextDigest": "Le prochain bulletin arrivera ici de lui-même.",

  "subscription.topics": "l’actualité sur {topics}",
  "subscription.allFeeds": "tous les flux",
  "subscription.with": "avec {words}",
  "subscription.without": "sans {words}",
  "subscription.quoting": "citant {speakers}",
  "subscription.by": "de {authors}",
  "subscription.filed": "de la rubrique {categories}",
  "subscription.in": "en {languages}",

  "subscriptions.none": "Ce canal n’a pas d’abonnement. /subscribe en ajoute un ; /feeds montre les flux.",
  "subscriptions.found": {
    one: "{count} abonnement dans ce canal :",
    other: "{count} abonnements dans ce canal :",
  },
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
  "subscriptions.testWaits": "La dernière brève qui convient attend déjà et paraîtra d’elle-même. La voici :",
  "subscriptions.testFailed": "La dernière brève qui convient n’a pas pu être publiée ici : {reason}. La voici :",
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
  "subscriptions.quotesOfWeek": "Citations de la semaine",
  "subscriptions.removeSure": "Supprimer cet abonnement pour de bon ?",
  "subscriptions.removeYes": "Oui, supprimer",
  "subscriptions.removeNo": "Non, garder",

  "health.display": "{display}.",
  "health.pausedHere": "Suspendu ici.",
  "health.paused": "En pause : {reason}.",
  "health.held":
    "En pause, car le bot a été refusé ici : {reason}. Un nouvel essai se fait tout seul, et aussitôt après une commande ici.",
  "health.noPost": "Pas encore de publication.",
  "health.lastPost": "Dernière publication : {age}.",
  "health.waiting": { one: "{count} publication en attente.", other: "{count} publications en attente." },
  "health.growing": "En attente que plus de médias en parlent : {amount}.",
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
  "health.postedFor": "Publiés pour le numéro {id} : {amount}.",
  "health.waitsFor": "En attente pour le numéro {id} : {amount}.",
  "health.postedForEnded": "Publiés pour un abonnement terminé : {amount}.",
  "health.muted": "De sujets ignorés : {amount}.",
  "health.earlier": "Lus avant sa création : {amount}.",
  "health.otherWords": {
    one: "Sur {count} article de la semaine passée, aucun n’a ses mots.",
    other: "Sur {count} articles de la semaine passée, aucun n’a ses mots.",
  },
  "health.otherAuthors": "Aucun des articles de la semaine passée n’est de cet auteur.",
  "health.otherCategories": "Aucun des articles de la semaine passée n’est dans cette rubrique.",
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
  "edit.twin":
    "Il serait alors le même que le numéro {id}. Changez celui-là, ou supprimez l’un des deux avec /unsubscribe.",
  "edit.allFeeds":
    "Sans ses sujets, le numéro {id} apporterait tout de tous les flux. Si c’est voulu, terminez-le avec /unsubscribe {id} et écrivez /subscribe everything.",
  "edit.done": "Abonnement {id} désormais : {what}.",

  "wish.badLanguage": "Aucune langue ne s’appelle {language}. Écrivez un nom ou un code, par exemple français ou fr.",
  "wish.everywhere":
    "{words} figure dans presque tous les articles : presque tout arriverait. Écrivez un mot plus précis.",
  "wish.contradiction": "{words} est à la fois demandé et exclu : rien n’arriverait jamais. Retirez-le d’un côté.",
  "wish.neverFound":
    '{words} ne contient ni lettre ni chiffre à chercher : rien ne serait jamais trouvé. Écrivez des mots comme ferry, ou "port strike".',
  "wish.badBeginning":
    "Dans {words}, le * ne veut rien dire : il se place après un début de mot d’au moins deux lettres, comme ferr*.",
  "wish.minus":
    "Dans {words}, on ne voit pas où finit ce qui est à exclure. Indiquez-le avec without, comme without:football.",
  "wish.badTime": "{option} demande une heure comme 07:30 ; {time} n’en est pas une.",
  "wish.badZone": "{zone} n’est pas un fuseau horaire. Écrivez par exemple Europe/Berlin ou America/New_York.",
  "wish.badZoneNear": "{zone} n’est pas un fuseau horaire. Vouliez-vous dire {zones} ?",
  "wish.badQuiet": "quiet demande deux heures comme 22:00-07:00, ou off ; {hours} n’est ni l’un ni l’autre.",
  "wish.emptyQuiet":
    "Des heures calmes de {time} à {time} n’en seraient pas. Donnez deux heures différentes, comme 22:00-07:00, ou off.",
  "wish.roleElsewhere": "Les rôles n’existent que sur Discord.",
  "wish.badRole": "Mentionnez le rôle ou donnez son identifiant ; {role} n’est ni l’un ni l’autre.",
  "wish.roleEveryone": "Tout le monde n’est jamais averti des publications. Choisissez un autre rôle, ou aucun.",

  "choice.off": "désactivé",
  "choice.daily": "quotidien",
  "choice.weekly": "hebdomadaire",
  "choice.quotes": "citations",
  "choice.preview": "aperçu",
  "choice.photo": "photo",
  "display.daily": "en bulletin du jour à {time} ({zone})",
  "display.weekly": "en bulletin de la semaine, {day} à {time} ({zone})",
  "display.quotesOfWeek": "en citations de la semaine, {day} à {time} ({zone})",
  "display.quiet": "au calme de {from} à {to} ({zone})",
  "display.size": { one: "repris par {count} média", other: "repris par {count} médias ou plus" },
  "display.compact": "compact",
  "display.photo": "images en photos",
  "display.noPictures": "sans images",
  "display.hashtags": "avec hashtags",
  "display.silent": "silencieux",
  "display.quotes": { one: "{count} citation par publication", other: "{count} citations par publication" },
  "display.sentences": { one: "{count} phrase par publication", other: "{count} phrases par publication" },
  "display.title": "avec le titre {title}",
  "display.role": "en avertissant un rôle",

  "unsubscribe.none": "Ce canal n’a pas d’abonnement. /subscribe en ajoute un.",
  "unsubscribe.unknown": "Ce canal n’a pas d’abonnement {id}. /subscriptions les montre avec leurs numéros.",
  "unsubscribe.which":
    "Lequel doit prendre fin ? Appuyez dessus ou tapez son numéro, comme /unsubscribe 1 ; /unsubscribe all met fin à tous.",
  "unsubscribe.done": "Abonnement terminé : {what}.",
  "unsubscribe.feedOut": "{feed} n’est plus dans le numéro {id}, qui continue : {what}.",
  "unsubscribe.doneAll": { one: "{count} abonnement terminé.", other: "{count} abonnements terminés." },

  "digest.daily": "Résumé du jour, {day}",
  "digest.weekly": "Résumé de la semaine, {day}",
  "digest.quotes": "Citations de la semaine, {day}",
  "digest.quiet": "Reçu pendant les heures calmes",
  "digest.rest": "Autres nouvelles",
  "digest.part": "{heading} ({part} sur {parts})",
  "digest.otherNews": "Autres thèmes",
  "digest.more": {
    one: "… et {count} autre brève. /latest et /search la trouvent.",
    other: "… et {count} autres brèves. /latest et /search les trouvent.",
  },
  "export.done": "Voici les abonnements de ce canal. Pour les reprendre ailleurs, envoyez-y ce fichier avec /import.",
  "export.empty": "Il n’y a pas de fichier, car il serait vide.",
  "export.opmlLeft":
    "OPML ne contient que des flux. Abonnements sans flux qui n’y sont pas : {left}. {command} les contient tous.",
  "export.opmlBare":
    "Abonnements présents seulement comme flux, sans thèmes, mots, personnes, langues ni pause : {bare}.",
  "export.unknownFeeds": "Flux qui n’existent plus et n’y sont pas : {feeds}.",
  "import.unreadable": "Aucun fichier d’abonnements à cette adresse : ni de /export, ni OPML.",
  "import.stopped": "Ce fichier n’a pas pu être lu : {reason}",
  "import.done": "Abonnements ajoutés : {added} sur {all}.",
  "import.progress": "{done} sur {all} reprises…",
  "import.known": "Déjà présents : {known}.",
  "import.full": "Laissés de côté, car un canal peut en avoir au plus {max} : {left}.",
  "import.serverFull": "Laissés de côté, car tous les canaux d’ici ensemble peuvent en avoir au plus {max} : {left}.",
  "import.nothing":
    "Envoyez un fichier d’abonnements avec /import, ou donnez son adresse. Sur Telegram, mettez /import en légende du fichier ou répondez-y par /import.",
  "import.both": "Donnez un fichier ou une adresse, pas les deux.",
  "import.notSubscriptions":
    "Ce fichier ne contient pas d’abonnements : il ne vient pas de /export et n’est pas de l’OPML.",
  "file.empty": "Le fichier est vide. Envoyez celui de /export, ou de l’OPML.",
  "file.notText": "Le fichier n’est pas du texte. Envoyez celui de /export, ou de l’OPML, ni compressé ni en image.",
  "file.tooLarge": "Le fichier est trop gros : {max} Mo au plus sont acceptés.",
  "file.gone": "Le fichier n’est plus là. Envoyez-le de nouveau.",
  "file.notFetched": "Le fichier n’a pas pu être récupéré. Envoyez-le de nouveau dans une minute.",
};
