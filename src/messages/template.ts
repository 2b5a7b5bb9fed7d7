/** Templates of messages: a text with named gaps, or several texts for several counts; gaps are checked by the compiler. */

/** Texts for the plural forms a language has (CLDR names), chosen by the gap `count`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `"Nothing about {about}."`, or `{ one: "{count} brief", other: "{count} briefs" }`. */
export type Template = string | PluralForms;

type NamesInText<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesInText<Rest>
  : never;

/** The gaps of a template: `"{a} of {b}"` has `a` and `b`; one with plural forms always has `count`. */
export type NamesIn<T> = T extends string ? NamesInText<T> : "count" | NamesInText<Extract<T[keyof T], string>>;

const GAP = /\{([A-Za-z]+)\}/g;

/** The gaps of a text as it stands. */
export function listGaps(text: string): readonly string[] {
  return [...text.matchAll(GAP)].map((match) => match[1] ?? "");
}

/** Each gap becomes its value; one without a value stays visible as it is. */
export function fillGaps(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(GAP, (gap, name: string) => values.get(name) ?? gap);
}
