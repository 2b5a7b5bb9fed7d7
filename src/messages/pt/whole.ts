/** Portuguese: whole articles under their posts. */

import type { Translation } from "../en/index.ts";

export const whole: Translation = {
  "display.whole": "com textos completos",
  "wish.wholeOff": "Artigos completos não são mostrados aqui: quem administra este bot não o permitiu (WHOLE_TEXT=on).",
  "post.wholeText": "O texto completo",
  "post.wholeCut": "Continua em",
  "command.subscribe.whole": "Artigo completo recolhido sob a publicação, onde permitido",
  "command.edit.whole": "Artigo completo recolhido sob a publicação, onde permitido",
};
