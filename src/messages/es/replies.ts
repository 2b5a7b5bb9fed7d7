/** Spanish: answers to commands. */

import type { Translation } from "../en/index.ts";

export const replies: Translation = {
  marks: "«{text}»",
  "marks.inner": "“{text}”",
  comma: ", ",
  "time.now": "ahora mismo",
  "word.yes": "sí",
  "word.no": "no",

  "answer.noCommand": "No existe el comando {command}. /help los muestra todos.",
  "answer.noCommandNear": "No existe el comando {command}. ¿Querías decir {near}? /help los muestra todos.",
  "answer.managersOnly": "{command} cambia este canal, así que solo puede usarlo quien lo administra.",
  "answer.tooMany": "Han sido muchos comandos en un minuto. Espera un poco, por favor.",
  "answer.underWay": "Ya hay suficientes comandos en curso aquí. Espera a que se responda uno.",
  "answer.fault": "Algo ha salido mal aquí y ha quedado anotado. Inténtalo de nuevo en un minuto, por favor.",
  "answer.oldButton": "Este botón es antiguo. Usa el comando otra vez, por favor.",
  "answer.othersButton": "Este botón es de quien preguntó. Usa tú mismo el comando.",

  "option.tooLong": "{option} puede tener como máximo {max} caracteres; tiene {length}.",
  "option.notInRange": "La opción {option} debe ser un número entero de {min} a {max}.",
  "option.notYesOrNo": "La opción {option} debe ser sí o no.",
  "option.notAFile": "La opción {option} debe ser un archivo enviado con el comando; un nombre o una ruta no sirve.",
  "option.notAChoice": "La opción {option} debe ser uno de estos valores: {choices}.",
  "option.notADay": "La opción {option} debe ser un día, por ejemplo 2026-11-20.",
  "option.missing": "Falta la opción {option}: {description}. Por ejemplo: {example}",
  "option.unknown": "No hay ninguna opción {option}. {command} muestra las que hay.",

  "option.ownField": "{option} es una opción aparte: ponla en su propio campo, no entre las palabras.",
  "feed.unknown": "No hay ninguna fuente llamada {name}. /feeds las muestra.",

  "topic.unknown": "No hay ningún tema llamado {name}. Los temas son: {topics}.",

  "feed.tooManyNew":
    "Hoy ya se han añadido aquí tantas fuentes nuevas como se permiten en un día. Inténtalo mañana o elige una de /feeds.",
  "feed.nothingCalled":
    "No hay ninguna fuente ni tema llamado {name}. /feeds los muestra; también sirve la dirección de un sitio. Para lo que dice alguien: /subscribe speaker:{name}",
  "feed.noneAt": "No se encontró ninguna fuente en {url}. Prueba con la dirección de la propia fuente.",
  "feed.unreadable": "No se pudo leer {url}: {reason}",
  "feed.noFeedThere": "La respuesta no era una fuente.",

  "brief.badAddress": "Escribe la dirección completa de un artículo, que empiece por https://.",
  "brief.reading": "Leyendo la página…",
  "brief.unreadable": "No se pudo leer esa página: {reason}",
  "brief.notSent": "El servidor no envió la página.",

  "feeds.none": {
    one: "Ninguna fuente coincide. /feeds sin nada más muestra la única que hay; /subscribe acepta también la dirección de cualquier sitio.",
    other:
      "Ninguna fuente coincide. /feeds sin nada más muestra las {count}; /subscribe acepta también la dirección de cualquier sitio.",
  },
  "feeds.found": { one: "{count} fuente.", other: "{count} fuentes." },
  "feeds.topics": "Temas: {topics}.",
  "feeds.regions": "Regiones: {regions}.",
  "feeds.more": "Se muestran las primeras {shown}; acota con palabras o topic:.",
  "feeds.howTo": "Para suscribirte: /subscribe y la id.",
  "feeds.trouble": "problema: {reason}",

  "help.one": "{command}: {summary}.",
  "help.oneForManagers": "{command}: {summary}. Para quienes administran el canal.",
  "help.options": "Opciones",
  "help.needed": "{option} (necesaria)",
  "help.examples": "Ejemplos",
  "help.typed": "Las opciones se escriben {form}; un valor llega hasta la siguiente opción, como en {example}",
  "help.typedSearch":
    "Las opciones se escriben {form}. Antes de las palabras que buscar, un valor es una palabra, un nombre con sus mayúsculas o algo entre comillas, como en {example}",
  "help.all":
    "Leo fuentes de noticias y publico aquí breves con citas copiadas palabra por palabra de los artículos. Lo que puedes escribir; {command} muestra todo lo que puede uno de ellos:",
  "help.managers": "Para quienes administran el canal",
  "help.everyone": "Para todos",

  "language.none":
    "Este canal no tiene idioma propio: las respuestas llegan en el idioma de quien pregunta; las publicaciones, en el del bot.",
  "language.shown": "El idioma del bot en este canal: {language}.",
  "language.choices": "Se puede elegir: {choices}, o auto. Los artículos y las citas quedan en su idioma.",
  "language.auto":
    "Este canal ya no tiene idioma propio: las respuestas llegan en el idioma de quien pregunta; las publicaciones, en el del bot.",
  "language.set":
    "Desde ahora, el idioma del bot en este canal: {language}. Los artículos y las citas quedan en su idioma.",

  "latest.page": "Los últimos breves, página {page}:",
  "latest.none": "Aún no hay breves. Aparecerán aquí cuando se hayan leído las fuentes; /feeds muestra cómo va.",
  "latest.shown": { one: "El último breve:", other: "Los {count} últimos breves:" },

  "quotes.nothingAsked": "Nombra a una persona o un asunto, por ejemplo /quotes minister o /quotes about:ferry.",
  "quotes.by": "de {speaker}",
  "quotes.about": "sobre {words}",
  "quotes.none":
    "Aún no hay citas {wanted}. Basta una parte del nombre o el cargo; /quotes about: encuentra lo que se dijo sobre algo, /search busca en los artículos enteros.",
  "quotes.found": "Citas {wanted}:",
  "quotes.foundPage": "Citas {wanted}, página {page}:",
  "quotes.unnamed": "persona no nombrada",

  "mute.button": "Silenciar esta noticia",
  "mute.done": "Aquí no llegarán más mensajes ni cambios de esta noticia: {headline}",
  "mute.undo": "Deshacer",
  "mute.undone": "Lo nuevo de esta noticia vuelve a llegar aquí: {headline}",
  "mute.gone": "Ese artículo ya no se conserva.",
  "why.entryFailed": "{feed} lo traía, pero no se pudo leer: {reason}",
  "why.entryRetried": "{feed} lo trae, pero aún no se pudo leer y se intentará de nuevo: {reason}",
  "why.entryAtFirst": "{feed} ya lo traía en la primera lectura, así que aquí no es novedad. /brief lo lee.",
  "why.entryOld": "Era demasiado antiguo cuando {feed} lo trajo, así que aquí no es novedad. /brief lo lee.",
  "why.entryRenamed": "{feed} ya lo tenía con otra dirección u otro nombre, así que aquí no es novedad. /brief lo lee.",
  "why.entryBefore":
    "{feed} lo traía, pero no se conserva: estaba antes de la primera lectura, era demasiado antiguo o ya se olvidó. /brief lo lee.",

  "quotes.more": "Más citas",
  "quotes.allOf": "Todas las citas de {headline}:",
  "quotes.noneIn": "No se encontraron citas en {headline}.",

  "search.similar": "Buscar parecidos",
  "card.button": "Tarjeta de cita",
  "card.nothing": "Indica un artículo, por ejemplo /card ferri motor, o pulsa «Tarjeta de cita» bajo una publicación.",
  "card.choose": "¿Qué cita de {headline}?",
  "card.dark": "Oscuro",
  "card.light": "Claro",
  "card.others": "Otras citas",
  "card.share": "Compartir aquí",
  "card.shared": "Ahora todos aquí ven la tarjeta.",
  "card.gone": "Estas palabras ya no están en el artículo, por eso no hay tarjeta de ellas.",
  "card.tooLong": "Esta cita es demasiado larga para una tarjeta, y ninguna parte dice lo que dice el todo.",
  "card.busy": "Se están dibujando demasiadas tarjetas. Inténtalo de nuevo en unos minutos.",
  "card.notInstalled":
    "Este bot se instaló sin lo que dibuja las tarjetas. Quien lo gestiona lo obtiene con «npm ci», sin --omit=optional.",
  "card.noLetters": "Ninguna fuente de aquí tiene estas letras, por eso no hay tarjeta: {letters}",
  "card.package": "Quien gestiona el bot puede añadirlas: npm install {packages}",
  "card.noPhotos": "Aquí no se pueden enviar imágenes. Un administrador puede permitirlas; en la tarjeta pone:",
  "search.nothingSimilar": "No ha salido nada parecido a {headline}.",
  "search.nothingAsked": "Di qué buscar, por ejemplo /search ferry, o a quién, por ejemplo /search speaker:minister.",
  "search.about": "sobre {words}",
  "search.quoting": "con citas de {speaker}",
  "search.backwards": "since es posterior a until: no puede haber nada entre ambos.",
  "search.none": "Nada {wanted}. Prueba con menos palabras, con otras, o con más tiempo: days:365.",
  "search.noneAtAll": "Nada {wanted}. Prueba con menos palabras o con otras.",
  "search.noneWith":
    "Nada {wanted} con {filters}. Prueba con menos palabras o con otras, o quita una de estas opciones.",
  "search.daysToo": "days y since dicen los dos dónde empieza el periodo. Da solo uno.",
  "search.alternatives":
    "Una búsqueda busca todas sus palabras, no una u otra. Busca cada una por separado; una suscripción admite una de varias, separadas por comas, como en {example}",
  "search.found": { one: "{count} breve {wanted}:", other: "{count} breves {wanted}:" },
  "search.foundMany": { one: "{count} breve o más {wanted}:", other: "{count} breves o más {wanted}:" },
  "search.foundPage": {
    one: "{count} breve {wanted}, página {page}:",
    other: "{count} breves {wanted}, página {page}:",
  },
  "search.foundManyPage": {
    one: "{count} breve o más {wanted}, página {page}:",
    other: "{count} breves o más {wanted}, página {page}:",
  },
  "search.newer": "◀ Más recientes",
  "search.older": "Más ▶",
  "search.oldButton": "Este botón es antiguo. Busca otra vez con {command}, por favor.",

  "forget.channelWord": "canal",
  "forget.meWord": "yo",
  "forget.askChannel":
    "De este canal se borra todo lo guardado: sus suscripciones con todo lo que espera por ellas, su idioma, el aspecto de las publicaciones, las historias silenciadas, dónde se publicaron los resúmenes, las respuestas guardadas tras los botones y las fuentes que solo este canal había nombrado, con sus artículos.",
  "forget.askMe":
    "De ti se borra todo lo guardado: lo que preguntaste, aquí y en otros canales, tal como queda tras los botones.",
  "forget.confirm": "Ocurre enseguida y no se puede deshacer. Pulsa para confirmar:",
  "forget.channelButton": "Olvidar este canal",
  "forget.meButton": "Olvidarme",
  "forget.subscriptions": { one: "{count} suscripción", other: "{count} suscripciones" },
  "forget.deliveries": { one: "{count} registro de una publicación", other: "{count} registros de publicaciones" },
  "forget.feeds": {
    one: "{count} fuente que solo este canal había nombrado",
    other: "{count} fuentes que solo este canal había nombrado",
  },
  "forget.kept": { one: "{count} respuesta guardada tras botones", other: "{count} respuestas guardadas tras botones" },
  "forget.channelDone": "Borrado para siempre, con todo lo demás que estaba guardado de este canal: {what}.",
  "forget.channelNothing": "Ya no hay nada guardado de este canal.",
  "forget.channelStays":
    "Aquí no se publica nada más. Lo publicado se queda en el canal y solo se puede borrar allí; algo que salía en este mismo momento aún puede llegar.",
  "forget.meDone": "Borrado para siempre: {what}.",
  "forget.meStays":
    "No hay nada más guardado de ti. Cuántas veces preguntaste en los últimos minutos solo está en la memoria y desaparece solo; los mensajes de los chats los borras tú. Lo que recibe un chat privado se olvida allí con /forget.",
};
