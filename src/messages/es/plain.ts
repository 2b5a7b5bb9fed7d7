/** Spanish: what is answered to words that are no command, or name nothing exactly. */

import type { Translation } from "../en/index.ts";

export const plain: Translation = {
  "plain.unclear":
    "Puedes pedirme noticias con tus propias palabras, pulsar un botón o escribir / para ver todos los comandos.",
  "plain.which":
    "No estoy seguro de lo que quieres decir. Esto es lo que puedo hacer con ello; escribe / para ver todos los comandos.",
  "plain.whichWish": "Elige lo que debe llegar aquí desde ahora:",
  "plain.address": "¿Qué hago con esta dirección?",
  "plain.search": "Buscar noticias sobre {words}",
  "plain.quotes": "Citas sobre {words}",
  "plain.follow": "Seguir noticias con {words}",
  "plain.quotesBy": "Citas de {name}",
  "plain.speaker": "Seguir lo que dice {name}",
  "plain.help": "Todo lo que sé hacer",
  "plain.brief": "Un resumen de la página",
  "plain.subscribe": "Suscribirse a sus noticias",
  "plain.why": "Por qué llegó o no",
  "subscribe.near":
    "No hay ninguna fuente ni tema llamado {name}; /feeds los muestra, y también sirve la dirección de un sitio. ¿Querías decir uno de estos?",
  "subscribe.withWords": "Noticias con {words}",
  "unsubscribe.sure": "Aún no ha terminado nada. Así terminarían todas las suscripciones de este canal ({count}):",
  "unsubscribe.endAll": "Terminar todas ({count})",
  "subscribe.nobodyYet": "En las noticias leídas hasta ahora no se cita a nadie con este nombre: {names}.",
  "subscribe.asOnePhrase":
    "Las palabras seguidas se buscan como una sola expresión; una coma las separa, como en words:ferry, puerto.",
  "subscribe.nowhereYet": "Esto no aparece en las noticias leídas hasta ahora: {words}.",
  "why.postedByEnded": "La suscripción que lo trajo ha terminado.",
};
