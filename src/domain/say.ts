/** A voice of the bot: what can be said in it, and in which languages, is declared by src/messages, which holds the texts. */

/** Every text by its key. src/messages adds its own, so that keys and gaps are checked where no text is loaded. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by src/messages.
export interface Messages {}

/** The languages the bot speaks, as keys; filled in likewise. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by src/messages.
export interface SpokenLanguages {}

export type MessageKey = keyof Messages;
export type Language = keyof SpokenLanguages;

/** Texts for the plural forms a language has (CLDR names), chosen by the gap `count`. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `"Nothing about {about}."`, or `{ one: "{count} brief", other: "{count} briefs" }`. */
export type Template = string | PluralForms;

type NamesInText<T extends string> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesInText<Rest>
  : never;

/** The gaps of a template: `"{a} of {b}"` has `a` and `b`; one with plural forms always has `count`. */
type NamesIn<T> = T extends string ? NamesInText<T> : "count" | NamesInText<Extract<T[keyof T], string>>;

/** Numbers are written as the language writes them; ids are given as text. A gap `reason` takes a reason as it is kept. */
export type GapValue = string | number;

export type GapValues<K extends MessageKey> = [NamesIn<Messages[K]>] extends [never]
  ? readonly []
  : readonly [Readonly<{ [Name in NamesIn<Messages[K]>]: Name extends "count" ? number : GapValue }>];

/** One language's voice: `say("search.none", { about })`. */
export interface Say {
  <K extends MessageKey>(key: K, ...values: GapValues<K>): string;
  readonly language: Language;
  /** "a, b and c", or "a, b or c". */
  list(parts: readonly string[], joint?: "and" | "or"): string;
  /** "a, b, c": parts of a description, without a word between the last two. */
  series(parts: readonly string[]): string;
  /** "21 Nov 2026", in UTC, so that every platform says the same. */
  day(date: Date): string;
  /** "Monday" for 1, "Sunday" for 7. */
  weekday(day: number): string;
  /** "21 Nov 2026, 07:30" in a time zone of Intl's. */
  moment(date: Date, timeZone: string): string;
  number(value: number): string;
  /** "3 hours ago", and the day once it is older than a week. Empty for a date that is none. */
  age(date: Date, now: Date): string;
  /** "German" for de; a tag that is none as it stands. */
  languageName(tag: string): string;
  /** In the marks of the language: “text”, „text“, « text ». */
  inMarks(text: string): string;
  /** A message whose key is put together, such as a command's summary; null when there is none. It has no gaps. */
  find(key: string): string | null;
}

/** Says something in the voice of whoever is going to read it. */
export type Wording = (say: Say) => string;
