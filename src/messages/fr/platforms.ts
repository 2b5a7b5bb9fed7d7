/** French: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "dans l’article",
  "post.readArticle": "Lire l’article",
  "post.updated": "mis à jour",
  "post.opinion": "opinion",
  "post.opinionBy": "opinion de {author}",
  "post.review": "critique",
  "post.reviewBy": "critique de {author}",
  "post.satire": "satire",
  "post.humor": "humour",
  "post.release": "communiqué de presse",
  "post.paid": "contenu payé",
  "post.fromFeed": "d’après le résumé du flux",
  "post.foundVia": "trouvé via {feed}",
  "post.also": "Aussi : {outlets}",
  "post.alsoIn": "aussi dans {outlets}",
  "post.withdrawn": "ne figure plus dans l’article",
  "post.corrected": "corrigé depuis dans l’article",
  "post.goneFrom": "ne figure plus dans {outlets}",
  "post.alsoMore": { one: "Aussi : {outlets} et {count} autre", other: "Aussi : {outlets} et {count} autres" },

  "reply.done": "C’est fait.",
  "reply.link": "lien",
  "reply.listMore": { one: "… et {count} de plus", other: "… et {count} de plus" },
  "reply.tooMuch": "Il y en a plus que ce qui tient ici. Précisez pour voir le reste.",
  "reply.fault": "Quelque chose s’est mal passé. Merci de réessayer dans un instant.",
  "reply.checking": "Le bot est en cours de vérification. Merci de réessayer dans une minute.",

  "discord.channel": "Un autre salon que celui-ci",
  "discord.noEmbeds": "Sans la permission {right}, les publications arrivent ici en texte simple.",
  "discord.mayNotPostHere":
    "Je ne peux pas encore publier ici. Donnez-moi la permission {rights} dans les paramètres du salon, puis réessayez.",
  "discord.mayNotPostThere":
    "Je ne peux pas encore publier là-bas. Donnez-moi la permission {rights} dans les paramètres du salon, puis réessayez.",
  "discord.right.viewChannel": "Voir le salon",
  "discord.right.sendMessages": "Envoyer des messages",
  "discord.right.sendInThreads": "Envoyer des messages dans les fils",
  "discord.right.createPosts": "Créer des posts",
  "discord.right.embedLinks": "Intégrer des liens",
  "discord.right.mentionEveryone": "Mentionner @everyone, @here et tous les rôles",
  "discord.right.manageWebhooks": "Gérer les webhooks",
  "discord.right.readHistory": "Voir les anciens messages",
  "discord.right.manageMessages": "Gérer les messages",
  "wish.senderElsewhere": "Seuls les salons des serveurs Discord permettent de publier sous le nom du média.",
  "choice.bot": "bot",
  "choice.outlet": "média",
  "display.sender": "sous le nom du média",
  "discord.direct": "nos messages privés",
  "discord.directHello":
    "Bonjour. Les actualités auxquelles vous vous abonnez arrivent ici. /subscriptions les liste, /unsubscribe y met fin.",
  "discord.directRefused":
    "Discord ne me laisse pas encore vous écrire : autorisez les messages privés de cette application dans vos paramètres de confidentialité. Je réessaierai.",
  "discord.needsForOutlet":
    "Pour publier sous le nom des médias, il me faut là-bas la permission {rights}. Accordez-la dans les paramètres du salon, puis réessayez ; d’ici là, les publications paraissent sous mon propre nom.",
  "discord.noOutlet": "Sans la permission {rights}, les publications paraissent ici sous mon propre nom.",
  "discord.mayNotMention":
    "Je n’ai pas le droit de mentionner {role} là-bas : personne ne serait averti. Autorisez tout le monde à mentionner le rôle dans les paramètres du serveur, ou donnez-moi la permission {right}.",

  "telegram.channel": "Configurer d’ici un de vos canaux ou groupes",
  "telegram.named": "Utiliser d’ici une commande pour un canal ou un groupe : son nom vient en premier",
  "telegram.chooseChannel": "Choisir un canal",
  "telegram.chooseGroup": "Choisir un groupe",
  "telegram.chooseBelow": "Choisissez ci-dessous le canal ou le groupe : Telegram m’y ajoute avec le droit de publier.",
  "telegram.orName": "Ou nommez-le vous-même :",
  "telegram.channelPrivately": "/channel s’utilise en conversation privée avec moi. Ici, /subscribe suffit.",
  "telegram.ready": "{chat} : tout est prêt. Pour le gérer d’ici, écrivez d’abord son nom :",
  "telegram.welcomeGroup":
    "Bonjour. Je publie de courtes brèves avec des citations reprises mot pour mot. L’administration du groupe peut commencer par /subscribe everything ; /help montre le reste.",
  "telegram.welcomeChannel": "Je peux maintenant publier dans votre canal. Commencez par : {command}",
  "telegram.topicGone":
    "Un sujet abonné à des actualités a été fermé ou supprimé ; ses publications ont cessé. Utilisez /subscribe dans un autre sujet pour continuer.",
  "reply.about": "Pour {place} :",
  "telegram.nothingFound": "Rien trouvé. Demander en privé",
  "telegram.managersUnknown": "Telegram n’a pas dit qui gère cette discussion. Merci de réessayer.",
  "telegram.noAnswer": "Telegram n’a pas répondu. Merci de réessayer.",
  "telegram.chatNotFound":
    "Impossible de trouver {chat}. Ajoutez-m’y d’abord, dans un canal avec les droits d’administration et de publication ; /channel fait les deux.",
  "telegram.mayNotPost":
    "Je ne peux pas publier dans {chat}. Donnez-m’y les droits d’administration et de publication, puis réessayez.",
  "telegram.notIn": "Je ne suis pas dans {chat}. Ajoutez-m’y, puis réessayez.",
  "telegram.notManager":
    "Seules les personnes qui peuvent publier dans {chat} peuvent le gérer, et selon Telegram ce n’est pas votre cas.",
};
