/** The room of Korean. */

import { createLanguage } from "../shared/create-language.ts";

export const KOREAN = createLanguage({
  tag: "ko",
  speech: { hasSpeakerParticles: true },
});
