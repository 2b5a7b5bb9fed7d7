/** Pages of results behind buttons: what was asked for is kept under a short id, so that they turn after a restart, too. */

import { UserError } from "../domain/errors.ts";
import type { NoteStore } from "../domain/note-store.ts";
import type { Button } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";

const PAGES_MAX = 100;

export interface KeptPage {
  readonly keptId: number;
  /** Counted from 1. */
  readonly page: number;
}

/** One row, `v1:search:KEPT:PAGE` each; none when there is one page only. */
export function toPageButtons(
  commandName: string,
  { keptId, page }: KeptPage,
  hasMore: boolean,
  say: Say,
): readonly (readonly Button[])[] {
  const toButton = (label: string, to: number): Button => ({
    kind: "action",
    label,
    id: `v1:${commandName}:${keptId}:${to}`,
  });
  const buttons: Button[] = [];
  if (page > 1) buttons.push(toButton(say("search.newer"), page - 1));
  if (hasMore && page < PAGES_MAX) buttons.push(toButton(say("search.older"), page + 1));
  return buttons.length === 0 ? [] : [buttons];
}

/** The page a button asks for and what is kept behind it. Throws UserError when it is not kept any more. */
export async function readKeptPage(
  commandName: string,
  rest: string,
  notes: NoteStore,
): Promise<KeptPage & { readonly kept: unknown }> {
  const [, idText = "", pageText = ""] = /^([1-9]\d{0,14}):([1-9]\d{0,2})$/.exec(rest) ?? [];
  const page = Number(pageText);
  const isWhole = pageText !== "" && page <= PAGES_MAX;
  const kept = isWhole ? await notes.findKept(commandName, Number(idText)) : null;
  if (kept === null) throw new UserError("not-found", (say) => say("search.oldButton", { command: `/${commandName}` }));
  return { keptId: Number(idText), page, kept: JSON.parse(kept) };
}
