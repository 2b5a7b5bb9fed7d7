/** The list of all commands, by hand: a stable order in /help, type checking, and no file that vanishes. */

import type { Command } from "../src/domain/command.ts";
import { brief } from "./brief.ts";
import { card } from "./card.ts";
import { edit } from "./edit.ts";
import { export as exportSubscriptions } from "./export.ts";
import { feeds } from "./feeds.ts";
import { follow } from "./follow.ts";
import { forget } from "./forget.ts";
import { help } from "./help.ts";
import { import as importSubscriptions } from "./import.ts";
import { language } from "./language.ts";
import { latest } from "./latest.ts";
import { mute } from "./mute.ts";
import { quotes } from "./quotes.ts";
import { search } from "./search.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptions } from "./subscriptions.ts";
import { template } from "./template.ts";
import { top } from "./top.ts";
import { translate } from "./translate.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { why } from "./why.ts";

export const COMMANDS: readonly Command[] = [
  subscribe,
  unsubscribe,
  subscriptions,
  edit,
  template,
  translate,
  why,
  exportSubscriptions,
  importSubscriptions,
  search,
  latest,
  quotes,
  card,
  top,
  mute,
  follow,
  brief,
  feeds,
  language,
  forget,
  help,
];
