/** Draws the quote card of the README: npx tsx tools/pictures/draw-card.ts */

import { writeFileSync } from "node:fs";
import { drawCard } from "../../src/cards/draw-card.ts";

const result = await drawCard({
  text: "This ship used to carry cement; now it carries books. We only wait for the engine.",
  language: "en",
  marks: ["“", "”"],
  speaker: "Adaeze Moreau",
  role: "harbor master",
  unnamed: null,
  outlet: "The Harbor Wire",
  day: "29 Nov 2026",
  link: "harborwire.example/ferry",
  look: "light",
});
if (result.outcome !== "drawn") throw new Error(`The card is not drawn: ${result.outcome}`);
writeFileSync(new URL("../../docs/images/quote-card.png", import.meta.url), result.bytes);
