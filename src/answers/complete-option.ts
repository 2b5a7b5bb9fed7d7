/** What an option's value could become while it is typed: from the store's memory and indexes, never from the network. */

import type { CompletionContext, Option } from "../domain/option.ts";
import type { Choice } from "../domain/platform.ts";
import { CHOICES_MAX } from "../typed/options/complete.ts";

const TYPED_LENGTH_MAX = 100;

export async function completeOption(
  option: Option | undefined,
  typed: string,
  context: CompletionContext,
): Promise<readonly Choice[]> {
  const complete = option?.complete ?? null;
  return complete === null ? [] : (await complete(typed.slice(0, TYPED_LENGTH_MAX), context)).slice(0, CHOICES_MAX);
}
