/** The process that draws cards: one at a time, for the process that started it, and gone when that one is. */

import type { Card, CardResult } from "../../domain/cards/card.ts";

/** The packages are optional: what draws is loaded here alone, and may not be there. */
async function draw(card: Card): Promise<CardResult> {
  let module: typeof import("../../cards/draw-card.ts");
  try {
    module = await import("../../cards/draw-card.ts");
  } catch {
    return { outcome: "not-installed" };
  }
  try {
    return await module.drawCard(card);
  } catch {
    return { outcome: "busy" };
  }
}

process.on("message", (card: Card) => {
  void draw(card).then((result) => process.send?.(result));
});
process.on("disconnect", () => process.exit(0));
// An interrupt from the keyboard reaches all processes; the one that started this ends it.
process.on("SIGINT", () => undefined);
process.send?.("ready");
