/** The commands as this installation offers them: no post has the button of what cannot be drawn here. */

import { COMMANDS } from "../../../commands/index.ts";
import type { Command } from "../../domain/command.ts";
import { isDrawingInstalled } from "./drawer.ts";

/** The command itself stays: it says what to do. */
export const OFFERED_COMMANDS: readonly Command[] = isDrawingInstalled()
  ? COMMANDS
  : COMMANDS.map((each) => (each.name === "card" ? { ...each, hasPostButton: () => false } : each));
