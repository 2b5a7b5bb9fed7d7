/** The quotation marks of an article's language, for quotes that are shown in marks. */

const ENGLISH_MARKS = ["“", "”"] as const;

/** As the press of each language sets them; what is not listed is set as in English. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  ar: ["«", "»"],
  be: ["«", "»"],
  bg: ["„", "“"],
  cs: ["„", "“"],
  da: ["»", "«"],
  de: ["„", "“"],
  el: ["«", "»"],
  es: ["«", "»"],
  et: ["„", "“"],
  fa: ["«", "»"],
  fi: ["”", "”"],
  fr: ["«\u00a0", "\u00a0»"],
  hr: ["„", "”"],
  hu: ["„", "”"],
  it: ["«", "»"],
  ja: ["「", "」"],
  lt: ["„", "“"],
  lv: ["“", "”"],
  no: ["«", "»"],
  pl: ["„", "”"],
  ro: ["„", "”"],
  ru: ["«", "»"],
  sk: ["„", "“"],
  sl: ["„", "“"],
  sr: ["„", "“"],
  sv: ["”", "”"],
  uk: ["«", "»"],
};

/** „Wir legen ab.“ for de; the words themselves are left as they are. */
export function frameQuote(text: string, language: string): string {
  const [open, close] = MARKS[language.toLowerCase().split(/[-_]/)[0] ?? ""] ?? ENGLISH_MARKS;
  return `${open}${text}${close}`;
}
