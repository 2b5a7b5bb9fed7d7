/** Spanish: what the platforms say around posts and answers, and how they are set up. */

import type { Translation } from "../en/index.ts";

export const platforms: Translation = {
  "post.inArticle": "en el artículo",
  "post.readArticle": "Leer el artículo",
  "post.updated": "actualizado",
  "post.opinion": "opinión",
  "post.opinionBy": "opinión de {author}",
  "post.review": "crítica",
  "post.reviewBy": "crítica de {author}",
  "post.satire": "sátira",
  "post.humor": "humor",
  "post.release": "nota de prensa",
  "post.paid": "contenido pagado",
  "post.fromFeed": "del resumen de la fuente",
  "post.foundVia": "encontrado a través de {feed}",
  "post.also": "También: {outlets}",
  "post.alsoIn": "también en {outlets}",
  "post.withdrawn": "ya no figura en el artículo",
  "post.corrected": "corregido después en el artículo",
  "post.goneFrom": "ya no figura en {outlets}",
  "post.alsoMore": { one: "También: {outlets} y {count} más", other: "También: {outlets} y {count} más" },

  "reply.done": "Hecho.",
  "reply.link": "enlace",
  "reply.listMore": { one: "… y {count} más", other: "… y {count} más" },
  "reply.tooMuch": "Hay más de lo que cabe aquí. Acota para ver el resto.",
  "reply.fault": "Algo ha salido mal. Inténtalo de nuevo en un momento, por favor.",
  "reply.checking": "El bot se está revisando. Inténtalo de nuevo en un minuto, por favor.",

  "discord.channel": "Otro canal distinto de este",
  "discord.noEmbeds": "Sin el permiso {right}, las publicaciones llegan aquí como texto simple.",
  "discord.mayNotPostHere":
    "Aún no puedo publicar aquí. Dame el permiso {rights} en los ajustes del canal e inténtalo de nuevo.",
  "discord.mayNotPostThere":
    "Aún no puedo publicar allí. Dame el permiso {rights} en los ajustes del canal e inténtalo de nuevo.",
  "discord.right.viewChannel": "Ver canal",
  "discord.right.sendMessages": "Enviar mensajes",
  "discord.right.sendInThreads": "Enviar mensajes en hilos",
  "discord.right.createPosts": "Crear publicaciones",
  "discord.right.embedLinks": "Insertar enlaces",
  "discord.right.mentionEveryone": "Mencionar @everyone, @here y todos los roles",
  "discord.right.manageWebhooks": "Gestionar webhooks",
  "discord.right.readHistory": "Leer el historial de mensajes",
  "discord.right.manageMessages": "Gestionar mensajes",
  "wish.senderElsewhere":
    "Solo en canales de servidores de Discord pueden salir las publicaciones con el nombre del medio.",
  "choice.bot": "bot",
  "choice.outlet": "medio",
  "display.sender": "con el nombre del medio",
  "discord.direct": "nuestros mensajes directos",
  "discord.directHello":
    "Hola. Aquí llegan las noticias a las que te suscribes. /subscriptions las muestra, /unsubscribe las termina.",
  "discord.directRefused":
    "Discord aún no me deja escribirte: permite los mensajes directos de esta aplicación en tus ajustes de privacidad. Lo intentaré de nuevo.",
  "discord.needsForOutlet":
    "Para publicar con el nombre de los medios necesito allí el permiso {rights}. Concédelo en los ajustes del canal e inténtalo de nuevo; hasta entonces, las publicaciones salen con mi propio nombre.",
  "discord.noOutlet": "Sin el permiso {rights}, aquí las publicaciones salen con mi propio nombre.",
  "discord.mayNotMention":
    "No puedo mencionar {role} allí, así que no se avisaría a nadie. Permite que cualquiera mencione el rol en los ajustes del servidor, o dame el permiso {right}.",

  "telegram.channel": "Configurar desde aquí un canal o grupo tuyo",
  "telegram.named": "Usar desde aquí un comando para un canal o grupo: su nombre va primero",
  "telegram.chooseChannel": "Elegir un canal",
  "telegram.chooseGroup": "Elegir un grupo",
  "telegram.chooseBelow": "Elige abajo el canal o grupo: Telegram me añadirá con el derecho a publicar.",
  "telegram.orName": "O escribe tú su nombre:",
  "telegram.channelPrivately": "/channel funciona en un chat privado conmigo. Aquí basta con /subscribe.",
  "telegram.ready": "{chat}: todo listo. Para gestionarlo desde aquí, escribe primero su nombre:",
  "telegram.welcomeGroup":
    "Hola. Publico breves de noticias con citas copiadas palabra por palabra. Quien administra el grupo puede empezar con /subscribe everything; /help muestra lo demás.",
  "telegram.welcomeChannel": "Ya puedo publicar en tu canal. Empieza con: {command}",
  "telegram.topicGone":
    "Un tema suscrito a noticias se ha cerrado o eliminado, así que ya no recibe publicaciones. Usa /subscribe en otro tema para seguir.",
  "reply.about": "Para {place}:",
  "telegram.nothingFound": "Nada encontrado. Preguntar en privado",
  "telegram.managersUnknown": "Telegram no dijo quién administra este chat. Inténtalo de nuevo, por favor.",
  "telegram.noAnswer": "Telegram no respondió. Inténtalo de nuevo, por favor.",
  "telegram.chatNotFound":
    "No encuentro {chat}. Añádeme primero; en un canal, con derechos de administración y de publicación. /channel hace ambas cosas.",
  "telegram.mayNotPost":
    "No puedo publicar en {chat}. Dame allí derechos de administración y de publicación e inténtalo de nuevo.",
  "telegram.notIn": "No estoy en {chat}. Añádeme e inténtalo de nuevo.",
  "telegram.notManager": "Solo quien puede publicar en {chat} puede gestionarlo, y según Telegram no es tu caso.",
};
