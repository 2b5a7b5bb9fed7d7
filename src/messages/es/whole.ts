/** Spanish: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "con textos completos",
  "wish.wholeOff":
    "Aquí no se muestran artículos completos: quien administra este bot no lo ha permitido (WHOLE_TEXT=on).",
  "wish.wholeElsewhere":
    "En un mensaje directo no hay hilo para los artículos completos. Se pueden recibir en los canales de un servidor.",
  "discord.right.createThreads": "Crear hilos públicos",
  "discord.needsForWhole":
    "El artículo completo va en un hilo bajo su publicación; para eso necesito allí el permiso {rights}. Concédelo en los ajustes del canal e inténtalo de nuevo.",
  "post.wholeText": "El texto completo",
  "post.wholeCut": "Continúa en",
  "command.subscribe.whole": "Artículo completo plegado bajo su publicación, donde se permita",
  "command.edit.whole": "Artículo completo plegado bajo su publicación, donde se permita",
};
