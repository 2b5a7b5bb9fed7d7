/** Neutral buttons as Discord's rows of buttons. */

import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Button } from "../../domain/post.ts";
import { fitPlain, toWebUrl } from "./markdown.ts";

const ROWS_MAX = 5;
export const BUTTONS_PER_ROW_MAX = 5;
const LABEL_LENGTH_MAX = 80;
const BUTTON_ID_LENGTH_MAX = 100;
const BUTTON_URL_LENGTH_MAX = 512;

export type ButtonRow = APIActionRowComponent<APIButtonComponent>;

/** Null for a button Discord would refuse the whole message for. */
function toButton(button: Button): APIButtonComponent | null {
  const label = fitPlain(button.label, LABEL_LENGTH_MAX) || "…";
  if (button.kind === "link") {
    // A shortened address would lead elsewhere than the label says.
    const url = toWebUrl(button.url);
    if (url === null || url.length > BUTTON_URL_LENGTH_MAX) return null;
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  const isUsable = button.id.trim() !== "" && button.id.length <= BUTTON_ID_LENGTH_MAX && button.id.isWellFormed();
  if (!isUsable) return null;
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: button.id };
}

/** At most 5 rows of 5, each id once. */
export function toButtonRows(rows: readonly (readonly Button[])[]): readonly ButtonRow[] {
  const ids = new Set<string>();
  const isNew = (button: APIButtonComponent): boolean => {
    if (!("custom_id" in button)) return true;
    if (ids.has(button.custom_id)) return false;
    ids.add(button.custom_id);
    return true;
  };
  return rows
    .slice(0, ROWS_MAX)
    .map((row) =>
      row
        .map(toButton)
        .filter((button) => button !== null)
        .filter(isNew)
        .slice(0, BUTTONS_PER_ROW_MAX),
    )
    .filter((components) => components.length > 0)
    .map((components) => ({ type: ComponentType.ActionRow, components }));
}
