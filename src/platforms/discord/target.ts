/** Buttons of an answer about another channel remember which one: `v1:subscriptions:pause:12@<channel id>`. */

import type { Button } from "../../domain/post.ts";

const TARGET_PATTERN = /@(\d{17,20})$/;

export function targetButtons(rows: readonly (readonly Button[])[], targetId: string): readonly (readonly Button[])[] {
  return rows.map((row) =>
    row.map((button) => (button.kind === "action" ? { ...button, id: `${button.id}@${targetId}` } : button)),
  );
}

/** Ids come back only from messages the bot wrote itself, so the channel in one can be trusted. */
export function readButtonId(
  customId: string,
  channelId: string,
): { readonly buttonId: string; readonly targetId: string } {
  const target = TARGET_PATTERN.exec(customId)?.[1];
  if (target === undefined) return { buttonId: customId, targetId: channelId };
  return { buttonId: customId.slice(0, -(target.length + 1)), targetId: target };
}
