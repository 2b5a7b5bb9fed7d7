/** German: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "im Artikel",
  "post.readArticle": "Zum Artikel",
  "post.updated": "aktualisiert",
  "post.opinion": "Meinung",
  "post.opinionBy": "Meinung von {author}",
  "post.review": "Kritik",
  "post.reviewBy": "Kritik von {author}",
  "post.satire": "Satire",
  "post.humor": "Humor",
  "post.release": "Pressemitteilung",
  "post.paid": "bezahlter Inhalt",
  "post.fromFeed": "aus der Zusammenfassung des Feeds",
  "post.foundVia": "gefunden über {feed}",
  "post.also": "Auch bei: {outlets}",
  "post.alsoIn": "auch bei {outlets}",
  "post.withdrawn": "steht nicht mehr im Artikel",
  "post.corrected": "im Artikel inzwischen berichtigt",
  "post.goneFrom": "nicht mehr bei {outlets}",
  "post.alsoMore": {
    one: "Auch bei: {outlets} und {count} weiteren",
    other: "Auch bei: {outlets} und {count} weiteren",
  },

  "reply.done": "Erledigt.",
  "reply.link": "Link",
  "reply.listMore": { one: "… und {count} weiterer Eintrag", other: "… und {count} weitere" },
  "reply.tooMuch": "Es gibt mehr, als hier Platz hat. Grenze es ein, um den Rest zu sehen.",
  "reply.fault": "Etwas ist schiefgegangen. Bitte versuch es gleich noch einmal.",
  "reply.checking": "Der Bot wird gerade geprüft. Bitte versuch es in einer Minute noch einmal.",

  "discord.channel": "Ein anderer Kanal als dieser",
  "discord.noEmbeds": "Ohne die Berechtigung {right} kommen Beiträge hier als einfacher Text.",
  "discord.mayNotPostHere":
    "Ich darf hier noch nichts schreiben. Gib mir in den Kanaleinstellungen die Berechtigung {rights} und versuch es dann noch einmal.",
  "discord.mayNotPostThere":
    "Ich darf dort noch nichts schreiben. Gib mir in den Kanaleinstellungen die Berechtigung {rights} und versuch es dann noch einmal.",
  "discord.right.viewChannel": "Kanal anzeigen",
  "discord.right.sendMessages": "Nachrichten senden",
  "discord.right.sendInThreads": "Nachrichten in Threads senden",
  "discord.right.createPosts": "Beiträge erstellen",
  "discord.right.embedLinks": "Links einbetten",
  "discord.right.mentionEveryone": "@everyone, @here und alle Rollen erwähnen",
  "discord.right.manageWebhooks": "WebHooks verwalten",
  "discord.right.readHistory": "Nachrichtenverlauf anzeigen",
  "discord.right.manageMessages": "Nachrichten verwalten",
  "wish.senderElsewhere": "Nur in Kanälen von Discord-Servern können Beiträge unter dem Namen des Mediums kommen.",
  "choice.bot": "Bot",
  "choice.outlet": "Medium",
  "display.sender": "unter dem Namen des Mediums",
  "discord.direct": "unsere Direktnachrichten",
  "discord.directHello":
    "Hallo. Hierher kommen die Nachrichten, die du abonnierst. /subscriptions zeigt sie, /unsubscribe beendet sie.",
  "discord.directRefused":
    "Discord lässt mich dir noch nicht schreiben: Erlaube in deinen Privatsphäre-Einstellungen Direktnachrichten dieser App. Ich versuche es wieder.",
  "discord.needsForOutlet":
    "Damit Beiträge unter dem Namen der Medien kommen, brauche ich dort die Berechtigung {rights}. Gib es mir in den Einstellungen des Kanals und versuche es noch einmal; bis dahin kommen sie unter meinem eigenen Namen.",
  "discord.noOutlet": "Ohne die Berechtigung {rights} kommen Beiträge hier unter meinem eigenen Namen.",
  "discord.mayNotMention":
    "Ich darf {role} dort nicht erwähnen, es würde also niemand benachrichtigt. Erlaube in den Servereinstellungen allen, die Rolle zu erwähnen, oder gib mir die Berechtigung {right}.",

  "telegram.channel": "Von hier aus einen deiner Kanäle oder eine Gruppe einrichten",
  "telegram.named": "Von hier aus einen Befehl für einen Kanal oder eine Gruppe geben: ihr Name steht zuerst",
  "telegram.chooseChannel": "Kanal wählen",
  "telegram.chooseGroup": "Gruppe wählen",
  "telegram.chooseBelow":
    "Wähle unten den Kanal oder die Gruppe: Telegram fügt mich dann mit dem Recht zu schreiben hinzu.",
  "telegram.orName": "Oder nenne ihn selbst:",
  "telegram.channelPrivately": "/channel geht nur im privaten Chat mit mir. Hier genügt /subscribe.",
  "telegram.ready": "{chat} ist bereit. Um dort etwas zu ändern, schreib hier zuerst den Namen:",
  "telegram.welcomeGroup":
    "Hallo. Ich schreibe Kurzmeldungen mit wörtlichen Zitaten. Wer die Gruppe verwaltet, kann mit /subscribe everything anfangen; /help zeigt alles andere.",
  "telegram.welcomeChannel": "Ich darf jetzt in deinem Kanal schreiben. Fang an mit: {command}",
  "telegram.topicGone":
    "Ein Thema mit abonnierten Nachrichten wurde geschlossen oder gelöscht; dorthin kommt nichts mehr. Mit /subscribe geht es in einem anderen Thema weiter.",
  "reply.about": "Für {place}:",
  "telegram.nothingFound": "Nichts gefunden. Privat fragen",
  "telegram.managersUnknown": "Telegram hat nicht gesagt, wer diesen Chat verwaltet. Bitte versuch es noch einmal.",
  "telegram.noAnswer": "Telegram hat nicht geantwortet. Bitte versuch es noch einmal.",
  "telegram.chatNotFound":
    "{chat} ist nicht zu finden. Füge mich dort zuerst hinzu, in einem Kanal als Administrator mit dem Recht zu schreiben; /channel erledigt beides.",
  "telegram.mayNotPost":
    "Ich darf in {chat} nicht schreiben. Gib mir dort Administratorrechte samt dem Recht, Nachrichten zu senden, und versuch es noch einmal.",
  "telegram.notIn": "Ich bin nicht in {chat}. Füge mich hinzu und versuch es noch einmal.",
  "telegram.notManager": "{chat} kann nur verwalten, wer dort schreiben darf, und das darfst du laut Telegram nicht.",
};
