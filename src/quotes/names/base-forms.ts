/** Takes off what a name takes on by its place in the sentence: "Moorin" is "Moor" where "Moor" is printed too. */

interface Named {
  /** In lower case. */
  readonly words: readonly string[];
  readonly text: string;
}

const STEM_LENGTH_MIN = 3;

/** The length of the ending of a word; 0 when it has none for certain. */
function endingLength(word: string, endings: readonly string[], printed: ReadonlySet<string>): number {
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    // Behind an apostrophe nothing is the name's own; else the name without it must stand in the text.
    if (ending.startsWith("'") || (stem.length >= STEM_LENGTH_MIN && printed.has(stem))) return ending.length;
  }
  return 0;
}

/** The same names with the last word of each as it is printed elsewhere. */
export function toBaseForms<Form extends Named>(forms: readonly Form[], endings: readonly string[]): readonly Form[] {
  if (endings.length === 0) return forms;
  const printed = new Set(forms.map(({ words }) => words.at(-1) ?? ""));
  const longestFirst = [...endings].sort((one, other) => other.length - one.length);
  return forms.map((form) => {
    const last = form.words.at(-1) ?? "";
    const length = endingLength(last, longestFirst, printed);
    if (length === 0 || length >= last.length) return form;
    return { ...form, words: [...form.words.slice(0, -1), last.slice(0, -length)], text: form.text.slice(0, -length) };
  });
}
