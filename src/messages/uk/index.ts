/** Ukrainian: all its texts, by the keys of the English ones. */

import type { Translation } from "../en/index.ts";
import { commands } from "./commands.ts";
import { page } from "./page.ts";
import { plain } from "./plain.ts";
import { platforms } from "./platforms.ts";
import { posts } from "./posts.ts";
import { reasons } from "./reasons.ts";
import { replies } from "./replies.ts";
import { sites } from "./sites.ts";
import { subscriptions } from "./subscriptions.ts";
import { translated } from "./translated.ts";
import { unread } from "./unread.ts";
import { web } from "./web.ts";
import { whole } from "./whole.ts";
import { why } from "./why.ts";

export const UKRAINIAN: Translation = {
  ...commands,
  ...replies,
  ...reasons,
  ...plain,
  ...platforms,
  ...posts,
  ...subscriptions,
  ...why,
  ...sites,
  ...whole,
  ...translated,
  ...unread,
  ...web,
  ...page,
};
