/** Spanish: posts that a model translates. */

import type { Translation } from "../en/index.ts";

export const translated: Translation = {
  "post.translated": "traducido por {model}, original: {language}",
  "translate.original": "Original",
  "translate.asPublished": "Tal como se publicó:",
  "translate.off": "Aquí las publicaciones quedan en el idioma en que salieron.",
  "translate.on":
    "Aquí {model} traduce las publicaciones en otros idiomas; se leen en: {language}. Lo que dijo la gente está también en sus propias palabras, y un botón muestra el original. Lo que no se puede comprobar queda como está.",
  "translate.chosen": "Elegido para las publicaciones de aquí: {language}.",
  "translate.noModel":
    "No se traduce nada, pues quien lleva este bot no ha puesto ningún modelo para ello ({setting}).",
  "translate.choices":
    "Para elegir: on para el idioma de este canal, off, o {choices}. Los resúmenes y las respuestas quedan como se publicaron.",
  "reason.translating": "se está haciendo su traducción",
  "command.translate": "Traducir las publicaciones de aquí con un modelo, con el original a un toque",
  "command.translate.to": "on para el idioma del canal, un idioma, o off",
  "import.translation": "Desde ahora las publicaciones se traducen aquí como dice el archivo.",
  "import.translationOff": "Las publicaciones no se traducen aquí, como dice el archivo.",
  "import.translationKept": "Este canal mantiene su propia elección de traducción.",
  "import.translationUnread": "No se pudo leer la elección de traducción del archivo y se dejó fuera.",
};
