/** An option of a command: how its value is typed, checked, completed and shown. The kinds there are lie in src/typed/options. */

import type { Choice, RawValue } from "./platform.ts";
import type { Say } from "./say.ts";
import type { Store } from "./store.ts";
import type { Destination } from "./subscription.ts";

/** UTF-16 units of a text where its option says nothing else. */
export const TEXT_LENGTH_MAX = 400;

/** What a platform gives in place of the id of the role that everybody has. */
export const EVERYONE_ROLE = "everyone";

/** One of those a person picks from. */
export interface FieldChoice {
  readonly value: string;
  /** Shown where it is picked from a list; as it is typed when there is nothing better. */
  readonly label: string;
  /** The word for it in a language; null for one that has the same everywhere. */
  readonly word: ((say: Say) => string) | null;
}

/** What a platform with fields of its own has people fill in. */
export type Field =
  | { readonly type: "text"; readonly lengthMax: number }
  | { readonly type: "integer"; readonly min: number; readonly max: number }
  | { readonly type: "boolean" }
  | { readonly type: "choice"; readonly choices: readonly FieldChoice[] }
  /** Sent along with the command; it cannot be typed. At most one per command. */
  | { readonly type: "file" }
  /** A group of people who can be told. Only where a platform has such: elsewhere it is not offered. */
  | { readonly type: "role" };

/** What the values offered while one types are looked up in, and worded with. */
export interface CompletionContext {
  readonly store: Pick<Store, "articles" | "feeds" | "outbox" | "subscriptions">;
  readonly destination: Destination;
  readonly say: Say;
}

export type Complete = (typed: string, context: CompletionContext) => Promise<readonly Choice[]>;

export interface Option<Value = unknown> {
  /** In English, 1 to 100 characters, a phrase: "Words to look for". */
  readonly description: string;
  readonly required?: boolean;
  readonly default?: Value;
  readonly field: Field;
  /** Takes every word that is not another option's, when typed as text. At most one of a command. */
  readonly isRest?: boolean;
  /** As the rest option, it takes the line as it was typed, line breaks and marks included. */
  readonly isVerbatim?: boolean;
  /** Words to search by, where marks around a phrase mean something. As the rest option, it may follow any other. */
  readonly isQuery?: boolean;
  /** Several parted by commas: what is typed as two options of one name is one list. */
  readonly isList?: boolean;
  /** Words only the rest option can mean, wherever a typed line ends with one: "everything". */
  readonly keywords?: readonly string[];
  /** Completed as one types, from memory or an index; null for what is not. */
  readonly complete: Complete | null;
  /** What arrived, checked. Throws UserError with a sentence that names the option. */
  read(raw: RawValue, name: string, now: Date): Value;
  /** How many of the parts typed after `name:` are its value; it may end before the last where other words may follow. */
  countParts(parts: readonly string[], mayEnd: boolean): number;
}

export type Options = Readonly<Record<string, Option>>;

/** As commands are written: the texts are in the catalogs. */
export type OptionDraft<Value = unknown> = Omit<Option<Value>, "description"> & { readonly description?: string };
export type OptionDrafts = Readonly<Record<string, OptionDraft>>;

type ValueOf<T extends OptionDraft> = ReturnType<T["read"]>;

/** An option that is neither required nor has a default may be absent. */
export type OptionValues<T extends OptionDrafts> = {
  readonly [Name in keyof T]: T[Name] extends { readonly required: true } | { readonly default: unknown }
    ? ValueOf<T[Name]>
    : ValueOf<T[Name]> | undefined;
};
