/** English, the source of truth: its keys, gaps and plural forms are what every other language is held to. */

import type { MessageKey, PluralForms, Template } from "../../domain/say.ts";
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

export const ENGLISH = {
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
} as const satisfies Readonly<Record<string, Template>>;

export type English = typeof ENGLISH;

declare module "../../domain/say.ts" {
  interface Messages extends English {}
}

/** Texts of another language; a text has plural forms where the English one has. */
export type Translation = {
  readonly [K in MessageKey]?: English[K] extends string ? string : PluralForms;
};
