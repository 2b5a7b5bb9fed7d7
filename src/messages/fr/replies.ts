/** French: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "« {text} »",
  "marks.inner": "“{text}”",
  comma: ", ",
  "time.now": "à l’instant",
  "word.yes": "oui",
  "word.no": "non",

  "answer.noCommand": "La commande {command} n’existe pas. /help les montre toutes.",
  "answer.noCommandNear": "La commande {command} n’existe pas. Vouliez-vous dire {near} ? /help les montre toutes.",
  "answer.managersOnly": "{command} modifie ce canal : seules les personnes qui le gèrent peuvent s’en servir.",
  "answer.tooMany": "Cela fait beaucoup de commandes en une minute. Merci de patienter un peu.",
  "answer.underWay": "Assez de commandes sont déjà en cours ici. Attendez la réponse à l’une d’elles.",
  "answer.fault": "Quelque chose s’est mal passé ici, et cela a été noté. Merci de réessayer dans une minute.",
  "answer.oldButton": "Ce bouton est trop ancien. Merci de relancer la commande.",
  "answer.othersButton": "Ce bouton appartient à la personne qui a posé la question. Utilisez vous-même la commande.",

  "option.tooLong": "{option} ne peut dépasser {max} caractères ; il y en a {length}.",
  "option.notInRange": "L’option {option} doit être un nombre entier de {min} à {max}.",
  "option.notYesOrNo": "L’option {option} doit être oui ou non.",
  "option.notAFile":
    "L’option {option} doit être un fichier envoyé avec la commande ; un nom ou un chemin ne suffit pas.",
  "option.notAChoice": "L’option {option} doit être l’un de ceux-ci : {choices}.",
  "option.notADay": "L’option {option} doit être un jour, par exemple 2026-11-20.",
  "option.missing": "L’option {option} manque : {description}. Par exemple : {example}",
  "option.unknown": "Il n’y a pas d’option {option}. {command} montre celles qui existent.",

  "option.ownField": "{option} est une option à part : mettez-la dans son propre champ, pas parmi les mots.",
  "feed.unknown": "Aucun flux ne s’appelle {name}. /feeds les montre tous.",

  "topic.unknown": "Aucun thème ne s’appelle {name}. Les thèmes sont : {topics}.",

  "feed.tooManyNew":
    "Il a déjà été ajouté ici autant de nouveaux flux qu’il est permis en un jour. Réessayez demain, ou choisissez-en un dans /feeds.",
  "feed.nothingCalled":
    "Aucun flux ni thème ne s’appelle {name}. /feeds les montre tous ; l’adresse d’un site convient aussi. Pour ce que dit quelqu’un : /subscribe speaker:{name}",
  "feed.noneAt": "Aucun flux trouvé à l’adresse {url}. Essayez l’adresse du flux lui-même.",
  "feed.unreadable": "Impossible de lire {url} : {reason}",
  "feed.noFeedThere": "La réponse n’était pas un flux.",

  "brief.badAddress": "Donnez l’adresse complète d’un article, qui commence par https://.",
  "brief.reading": "Lecture de la page…",
  "brief.unreadable": "Impossible de lire cette page : {reason}",
  "brief.notSent": "Le serveur n’a pas envoyé la page.",

  "feeds.none": {
    one: "Aucun flux ne correspond. /feeds seul montre l’unique flux ; /subscribe accepte aussi l’adresse de tout site.",
    other:
      "Aucun flux ne correspond. /feeds seul montre les {count} ; /subscribe accepte aussi l’adresse de tout site.",
  },
  "feeds.found": { one: "{count} flux.", other: "{count} flux." },
  "feeds.topics": "Thèmes : {topics}.",
  "feeds.regions": "Régions : {regions}.",
  "feeds.more": "Voici les {shown} premiers ; précisez avec des mots ou topic:.",
  "feeds.howTo": "Pour s’abonner : /subscribe et l’identifiant.",
  "feeds.trouble": "problème : {reason}",

  "help.one": "{command} : {summary}.",
  "help.oneForManagers": "{command} : {summary}. Pour les personnes qui gèrent le canal.",
  "help.options": "Options",
  "help.needed": "{option} (requis)",
  "help.examples": "Exemples",
  "help.typed": "Les options s’écrivent {form} ; une valeur va jusqu’à l’option suivante, comme dans {example}",
  "help.typedSearch":
    "Les options s’écrivent {form}. Avant les mots à chercher, une valeur est un mot, un nom avec ses majuscules ou un texte entre guillemets, comme dans {example}",
  "help.all":
    "Je lis des flux d’actualité et publie ici de courtes brèves, avec des citations reprises mot pour mot des articles. Ce que vous pouvez écrire ; {command} montre tout ce que peut l’une d’elles :",
  "help.managers": "Pour les personnes qui gèrent le canal",
  "help.everyone": "Pour tout le monde",

  "language.none":
    "Ce canal n’a pas de langue propre : les réponses viennent dans la langue de qui demande, les publications dans celle du bot.",
  "language.shown": "La langue du bot dans ce canal : {language}.",
  "language.choices": "Au choix : {choices}, ou auto. Les articles et les citations restent dans leur langue.",
  "language.auto":
    "Ce canal n’a plus de langue propre : les réponses viennent dans la langue de qui demande, les publications dans celle du bot.",
  "language.set":
    "Désormais, la langue du bot dans ce canal : {language}. Les articles et les citations restent dans leur langue.",

  "latest.page": "Les dernières brèves, page {page} :",
  "latest.none":
    "Pas encore de brèves. Elles apparaîtront ici dès que les flux seront lus ; /feeds montre où cela en est.",
  "latest.shown": { one: "La dernière brève :", other: "Les {count} dernières brèves :" },

  "quotes.nothingAsked": "Nommez une personne ou un sujet, par exemple /quotes minister ou /quotes about:ferry.",
  "quotes.by": "de {speaker}",
  "quotes.about": "sur {words}",
  "quotes.none":
    "Pas encore de citations {wanted}. Une partie du nom, ou la fonction, suffit ; /quotes about: trouve ce qui a été dit d’un sujet, /search cherche dans les articles entiers.",
  "quotes.found": "Citations {wanted} :",
  "quotes.foundPage": "Citations {wanted}, page {page} :",
  "quotes.unnamed": "personne non nommée",

  "mute.button": "Ignorer ce sujet",
  "mute.done": "Plus aucun message ni modification de ce sujet n’arrivera ici : {headline}",
  "mute.undo": "Annuler",
  "mute.undone": "Les nouvelles de ce sujet arrivent de nouveau ici : {headline}",
  "mute.gone": "Cet article n’est plus conservé.",
  "why.entryFailed": "{feed} l’avait, mais il n’a pas pu être lu : {reason}",
  "why.entryRetried": "{feed} l’a, mais il n’a pas encore pu être lu et sera réessayé : {reason}",
  "why.entryAtFirst": "{feed} l’avait déjà à la première lecture ; ici ce n’est donc pas une nouvelle. /brief le lit.",
  "why.entryOld": "Il était trop ancien quand {feed} l’a apporté ; ici ce n’est donc pas une nouvelle. /brief le lit.",
  "why.entryRenamed":
    "{feed} l’avait déjà sous une autre adresse ou un autre nom ; ici ce n’est donc pas une nouvelle. /brief le lit.",
  "why.entryBefore":
    "{feed} l’avait, mais il n’est pas conservé : il était là avant la première lecture, était trop ancien ou a été oublié depuis. /brief le lit.",

  "quotes.more": "Plus de citations",
  "quotes.allOf": "Toutes les citations de {headline} :",
  "quotes.noneIn": "Aucune citation n’a été trouvée dans {headline}.",

  "search.similar": "Chercher du semblable",
  "card.button": "Carte de citation",
  "card.nothing":
    "Indique un article, par exemple /card bac moteur, ou appuie sur « Carte de citation » sous une publication.",
  "card.choose": "Quelle citation de {headline} ?",
  "card.dark": "Sombre",
  "card.light": "Clair",
  "card.others": "Autres citations",
  "card.share": "Partager ici",
  "card.shared": "Tout le monde ici voit maintenant la carte.",
  "card.gone": "Ces mots ne figurent plus dans l’article : il n’y a donc pas de carte.",
  "card.tooLong": "Cette citation est trop longue pour une carte, et aucune de ses parties ne dit ce que dit le tout.",
  "card.busy": "Trop de cartes sont en cours de dessin. Réessaie dans quelques minutes.",
  "card.notInstalled":
    "Ce bot a été installé sans ce qui dessine les cartes. La personne qui le gère l’obtient avec « npm ci », sans --omit=optional.",
  "card.noLetters": "Aucune police ici n’a ces caractères, il n’y a donc pas de carte : {letters}",
  "card.package": "La personne qui gère le bot peut les ajouter : npm install {packages}",
  "card.noPhotos":
    "Les images ne peuvent pas être envoyées ici. Un administrateur peut les autoriser ; voici ce que dit la carte :",
  "search.nothingSimilar": "Rien de semblable à {headline} n’a paru.",
  "search.nothingAsked":
    "Dites quoi chercher, par exemple /search ferry, ou qui, par exemple /search speaker:minister.",
  "search.about": "sur {words}",
  "search.quoting": "citant {speaker}",
  "search.backwards": "since vient après until : il ne peut rien y avoir entre les deux.",
  "search.none": "Rien {wanted}. Essayez moins de mots, d’autres mots, ou une période plus longue avec days:365.",
  "search.noneAtAll": "Rien {wanted}. Essayez moins de mots ou d’autres.",
  "search.noneWith": "Rien {wanted} avec {filters}. Essayez moins de mots ou d’autres, ou retirez une de ces options.",
  "search.daysToo": "days et since disent tous deux où la période commence. Donnez l’un des deux.",
  "search.alternatives":
    "Une recherche porte sur tous ses mots, non sur l’un ou l’autre. Cherchez chacun à part ; un abonnement accepte l’un de plusieurs, séparés par des virgules, comme dans {example}",
  "search.found": { one: "{count} brève {wanted} :", other: "{count} brèves {wanted} :" },
  "search.foundMany": { one: "{count} brève ou plus {wanted} :", other: "{count} brèves ou plus {wanted} :" },
  "search.foundPage": {
    one: "{count} brève {wanted}, page {page} :",
    other: "{count} brèves {wanted}, page {page} :",
  },
  "search.foundManyPage": {
    one: "{count} brève ou plus {wanted}, page {page} :",
    other: "{count} brèves ou plus {wanted}, page {page} :",
  },
  "search.newer": "◀ Plus récentes",
  "search.older": "Suite ▶",
  "search.oldButton": "Ce bouton est trop ancien. Merci de chercher à nouveau avec {command}.",

  "forget.channelWord": "canal",
  "forget.meWord": "moi",
  "forget.askChannel":
    "De ce canal, tout ce qui est conservé est effacé : ses abonnements et tout ce qui attend pour eux, sa langue, l’aspect des publications, les sujets en sourdine, les endroits où des brèves ont été publiées, les réponses gardées derrière des boutons, et les flux que seul ce canal avait nommés, avec leurs articles.",
  "forget.askMe":
    "De vous, tout ce qui est conservé est effacé : ce que vous avez demandé, ici et dans d’autres canaux, tel qu’il est gardé derrière des boutons.",
  "forget.confirm": "C’est immédiat et définitif. Appuyez pour confirmer :",
  "forget.channelButton": "Oublier ce canal",
  "forget.meButton": "M’oublier",
  "forget.subscriptions": { one: "{count} abonnement", other: "{count} abonnements" },
  "forget.deliveries": {
    one: "{count} trace de publication",
    other: "{count} traces de publications",
  },
  "forget.feeds": {
    one: "{count} flux que seul ce canal avait nommé",
    other: "{count} flux que seul ce canal avait nommés",
  },
  "forget.kept": {
    one: "{count} réponse gardée derrière des boutons",
    other: "{count} réponses gardées derrière des boutons",
  },
  "forget.channelDone": "Effacé pour de bon, avec tout ce qui était encore conservé de ce canal : {what}.",
  "forget.channelNothing": "Plus rien n’est conservé de ce canal.",
  "forget.channelStays":
    "Plus rien n’est publié ici. Ce qui a été publié reste dans le canal et ne peut être supprimé que là ; un message qui partait à cet instant peut encore arriver.",
  "forget.meDone": "Effacé pour de bon : {what}.",
  "forget.meStays":
    "Rien d’autre n’est conservé de vous. Le nombre de vos demandes des dernières minutes n’est qu’en mémoire et disparaît tout seul ; les messages des conversations, vous seul pouvez les supprimer. Ce que reçoit une conversation privée s’oublie là-bas avec /forget.",
};
