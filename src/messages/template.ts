/** Gaps of messages, `{name}`: listed and filled. */

const GAP = /\{([A-Za-z]+)\}/g;

/** The gaps of a text as it stands. */
export function listGaps(text: string): readonly string[] {
  return [...text.matchAll(GAP)].map((match) => match[1] ?? "");
}

/** Each gap becomes its value; one without a value stays visible as it is. */
export function fillGaps(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(GAP, (gap, name: string) => values.get(name) ?? gap);
}
