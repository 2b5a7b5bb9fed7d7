/** Spanish: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "con textos completos",
  "wish.wholeOff":
    "Aquí no se muestran artículos completos: quien administra este bot no lo ha permitido (WHOLE_TEXT=on).",
  "post.wholeText": "El texto completo",
  "post.wholeCut": "Continúa en",
  "command.subscribe.whole": "Artículo completo plegado bajo su publicación, donde se permita",
  "command.edit.whole": "Artículo completo plegado bajo su publicación, donde se permita",
};
