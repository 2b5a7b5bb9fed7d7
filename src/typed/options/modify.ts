/** What any kind of option can be besides: required, the rest of a typed line, or one with a default. */

import type { OptionDraft } from "../../domain/option.ts";

/** The command cannot run without it. */
export const required = <T extends OptionDraft>(option: T): T & { readonly required: true } => ({
  ...option,
  required: true,
});

/** Takes every word that is not another option's, when typed as text. At most one of a command. */
export const rest = <T extends OptionDraft>(option: T): T & { readonly isRest: true } => ({ ...option, isRest: true });

/** Several parted by commas; given twice, both count. */
export const several = <T extends OptionDraft>(option: T): T & { readonly isList: true } => ({
  ...option,
  isList: true,
});

/** Has this value where none is given. */
export const withDefault = <Value>(
  option: OptionDraft<Value>,
  value: Value,
): OptionDraft<Value> & { readonly default: Value } => ({ ...option, default: value });
